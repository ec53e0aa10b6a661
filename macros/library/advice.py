"""Advises on what a reader will miss: headline figures, an answer to the aim, a target worth it.

Each can be set aside.  Mirrors browser/library/advice.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.facts.context import context_of
from macros.facts.targets import AIM, FIGURE, STEP, has_targets
from macros.figures.arithmetic import now, plus
from macros.figures.targets import brought, effort, falls_short, target
from macros.figures.values import Rows
from macros.library.announced import stated_facts
from macros.library.headlines import LIST, MATTERS, MOST, proposed_headlines
from macros.library.unlikely import Unlikely

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.document.document import Block
    from macros.facts.entries import Entries
    from macros.figures.arithmetic import Number
    from macros.library.summary import Summary

GOAL = "goal"
RESULTS = "goal_results"


def advice(summary: Summary, entries: Entries, blocks: Sequence[Block]) -> list[Unlikely]:
    """Return what a reader will miss in the text, except what has been set aside."""
    found = [
        *_headlines(summary, entries),
        *_goal(summary, entries, blocks),
        *_targets(summary, entries),
    ]
    return [one for one in found if one.key not in summary.content.marks.dismissed]


def _headlines(summary: Summary, entries: Entries) -> Iterator[Unlikely]:
    """Yield that the opening states no figure, with those that are proposed; or too many."""
    if LIST not in summary.printed_facts:
        return
    given = entries.get(LIST)
    if isinstance(given, list) and given:
        if len(given) > MOST:
            what = f"开头的主要数据有{len(given)}个，读的人记不住，留两三个"
            yield Unlikely("headlines", LIST, str(len(given)), what)
        return
    tells = MATTERS in summary.printed_facts and entries.get(MATTERS)
    if tells or stated_facts(summary, entries):
        return  # with the aims
    proposal = proposed_headlines(summary, context_of(summary.specs, entries))
    if proposal:
        listed = "、".join(f"{one.label}（{one.why}）" for one in proposal)
        yield Unlikely("headlines", LIST, "", f"开头没有报主要数据，建议报：{listed}")


def _goal(summary: Summary, entries: Entries, blocks: Sequence[Block]) -> Iterator[Unlikely]:
    """Yield that the aim is stated once and never taken up again."""
    goal = entries.get(GOAL)
    stating = sum(any(GOAL in run.facts for run in block.runs) for block in blocks)
    answers = f"{RESULTS}["
    answered = any(
        path.startswith(answers) for block in blocks for run in block.runs for path in run.facts
    )
    if isinstance(goal, str) and stating == 1 and not answered:
        what = f"开头写了目标“{goal}”，后面没有写结果：做到的、没做到的、还看不出来的都要写明"
        path = RESULTS if RESULTS in summary.printed_facts else GOAL
        yield Unlikely("goal", path, goal, what)


# --- targets ----------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Target:
    """A target: of which record, in which of its fields, of what, and what is to be reached."""

    record: str
    field: str
    figure: Number
    to: Number


def _targets(summary: Summary, entries: Entries) -> Iterator[Unlikely]:
    """Yield the targets of levels that ask for less than was reached."""
    for one in _targets_in(summary, entries):
        this, aim = now(one.figure), target(one.figure, one.to)
        if this and falls_short(one.figure, one.to):
            what = f"“{this.label}”本期已是{this.text}，打算的目标是{aim.text}，不如本期"
            path = f"{one.record}.{one.field}"
            yield Unlikely("target", path, f"{this.text}/{aim.text}", what)


def efforts(summary: Summary, entries: Entries) -> list[str]:
    """Return what each target takes, in words."""
    pairs = [(one.figure, one.to) for one in _targets_in(summary, entries)]
    takes = [(brought(*pair), effort(*pair)) for pair in pairs]
    return [f"{from_to.text}，{needed.text}" for from_to, needed in takes if needed.known]


def _targets_in(summary: Summary, entries: Entries) -> Iterator[_Target]:
    fact = context_of(summary.specs, entries)
    for name in summary.printed_facts:
        rows = fact(name) if has_targets(summary.specs[name]) else None
        for index, row in enumerate(rows if isinstance(rows, Rows) else ()):
            figure, step, aim = row[FIGURE], row[STEP], row[AIM]
            field, to = (AIM, aim) if aim.known else (STEP, plus(figure, step))
            yield _Target(f"{name}[{index}]", field, figure, to)
