"""Rolls facts forward to the next period: this period's figures become the last period's.

Mirrors browser/exchange/roll_forward.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.exchange.facts_file_writer import Facts, FactsFile, written_content, written_facts
from macros.figures.periods import Period, code
from macros.library.summary import summary_of
from macros.templating.expression_kinds import sides

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.exchange.facts_file_writer import Written
    from macros.facts.offices import Office
    from macros.library.library import Library


def roll_forward(library: Library, office: Office) -> FactsFile:
    """Return the office's facts for the next period.

    The figures of a series move from `now` to `last`; other figures and dates are emptied, because
    they belong to the period that is over.  Texts, choices and lists are carried over and named in
    `carried` until somebody confirms them; omitted sections, own headings and own content stay.
    """
    specs = summary_of(library, office).specs
    facts: Facts = {}
    carried: list[str] = []
    for name, value in written_facts(office, library).items():
        spec = specs[name]
        kept = IN_NEXT_PERIOD[spec.traits.next_period](value, "last" in sides(spec, specs))
        if kept == "":
            continue
        facts[name] = kept  # [] too, which means that there is none
        if spec.traits.next_period == "kept":
            carried.append(name)
    facts |= _periods(office)
    without, headings = list(office.without), dict(office.headings)
    file = FactsFile(office.archetype, office.name, facts, without, carried, headings)
    file.content = _content(office)
    return file


def _content(office: Office) -> dict[str, Any]:
    """Return what the office brings of its own, without the dates that the period's figures had."""
    content = written_content(office)
    marks = content.get("marks")
    if isinstance(marks, dict):
        kept = {key: value for key, value in marks.items() if key != "as_of"}
        content = {**content, "marks": kept} if kept else _without(content, "marks")
    return content


def _without(content: dict[str, Any], left_out: str) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key != left_out}


def _moved(value: Written, compares: bool) -> Written:  # noqa: FBT001 - as the others in the table
    now = value.get("now", "") if isinstance(value, dict) else value
    return {"last": now} if compares and isinstance(now, str) and now else ""


# What becomes of a fact, which may have a figure of the period before or not.
IN_NEXT_PERIOD: dict[str, Callable[[Written, bool], Written]] = {
    "kept": lambda value, _: value,
    "moved": _moved,
    "emptied": lambda *_: "",
}


def _periods(office: Office) -> Facts:
    period = office.entries.get("period")
    if not isinstance(period, Period):
        return {}
    return {"period": code(period.following), "last_period": code(period)}
