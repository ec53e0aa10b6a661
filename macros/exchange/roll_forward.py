"""Rolls facts forward to the next period: this period's figures become the last period's.

Mirrors browser/exchange/roll_forward.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exchange.facts_file_writer import Facts, FactsFile, written_content, written_facts
from macros.figures.periods import Period, code

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.exchange.facts_file_writer import Written
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec


def roll_forward(library: Library, office: Office) -> FactsFile:
    """Return the office's facts for the next period.

    The figures of a series move from `now` to `last`; other figures and dates are emptied, because
    they belong to the period that is over.  Texts, choices and lists are carried over and named in
    `carried` until somebody confirms them; omitted sections, own headings and
    content stay.
    """
    facts: Facts = {}
    carried: list[str] = []
    specs = library.specs_of(office)
    for name, value in written_facts(office, library).items():
        spec = specs[name]
        kept = _kept(spec, value)
        if kept == "":
            continue
        facts[name] = kept  # [] too, which means that there is none
        if not spec.series:
            carried.append(name)
    facts |= _periods(office)
    without, headings = list(office.without), dict(office.headings)
    content = written_content(office)
    name = office.name
    return FactsFile(office.archetype, name, facts, without, carried, headings, content=content)


def _kept(spec: FactSpec, value: Written) -> Written:
    return IN_NEXT_PERIOD[spec.traits.next_period](spec, value)


def _moved(spec: FactSpec, value: Written) -> Written:
    keeps = "last" in spec.series or spec.traits.quotient
    now = value.get("now", "") if isinstance(value, dict) and keeps else ""
    return {"last": now} if now else ""


IN_NEXT_PERIOD: dict[str, Callable[[FactSpec, Written], Written]] = {
    "kept": lambda _, value: value,
    "moved": _moved,
    "emptied": lambda *_: "",
}


def _periods(office: Office) -> Facts:
    period = office.entries.get("period")
    if not isinstance(period, Period):
        return {}
    return {"period": code(period.following), "last_period": code(period)}
