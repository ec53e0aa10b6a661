"""The command ask: what a demanding reader will ask of a summary."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from macros.cli.common import FACTS_HELP, add_command, read_facts
from macros.facts.paths import label_at
from macros.library.library import validated
from macros.library.loader import load
from macros.library.printing_place import place_printing
from macros.library.questions import is_settled, questions_of
from macros.library.summary import summary_of

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from macros.cli.common import Commands
    from macros.library.questions import Question
    from macros.library.summary import Summary


def add_commands(commands: Commands) -> None:
    """Add ask."""
    asking = add_command(commands, "ask", "读者会问什么 what a demanding reader will ask")
    asking.add_argument("facts", type=Path, help=FACTS_HELP)
    asking.add_argument("--json", action="store_true", help="写成 JSON as JSON")
    asking.set_defaults(run=_ask)


def _ask(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    office = read_facts(options.facts, library)
    summary, answers = summary_of(library, office), office.content.marks.answers
    asked = questions_of(summary, office.entries)
    left = [one for one in asked if not is_settled(one, answers)]
    if options.json:
        told = [_data(one, summary) for one in left]
        print(json.dumps(told, ensure_ascii=False, indent=2))
        return 0
    for line in _lines(left, len(asked) - len(left), summary):
        print(line)
    return 0


def _lines(left: list[Question], settled: int, summary: Summary) -> Iterator[str]:
    if not left:
        yield "没有要问的。" if not settled else f"没有要问的了，已答复或搁置{settled}个。"
        return
    for number, one in enumerate(left, 1):
        yield f"{number}. {one.ask}"
        yield from (f"   依据 {told}" for told in one.sums)
        yield f"   写在 {where(one, summary)}"
    if settled:
        yield f"另有{settled}个已答复或搁置。"


def where(question: Question, summary: Summary) -> str:
    """Return where a question can be answered, as a writer calls it."""
    if question.path:
        return label_at(summary.specs, question.path)
    section, place = place_printing(summary, question.subject)
    if not place:
        own = summary.content.own.sections.get(section)
        return own.name if own else summary.specs[question.subject].label
    return f"{summary.library.sections[section].name}·{place}"


def _data(question: Question, summary: Summary) -> dict[str, Any]:
    return {
        "key": question.key,
        "rule": question.rule,
        "ask": question.ask,
        "sums": list(question.sums),
        "where": where(question, summary),
        "behind": question.behind,
    }
