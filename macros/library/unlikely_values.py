"""Finds values that are allowed but hardly right: figures that doubled, halved or stayed the same.

Days of another year are among them, and what hardly goes together (unlikely_relations.py).
Mirrors browser/library/unlikely_values.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.archetype_facts import inputs_of
from macros.facts.context import context_of
from macros.figures.arithmetic import pair
from macros.figures.values import DayValue, Series
from macros.library.unlikely import Unlikely
from macros.library.unlikely_relations import RelationsFinder
from macros.templating.render import facts_in

if TYPE_CHECKING:
    from collections.abc import Iterator
    from decimal import Decimal

    from macros.facts.entries import Entries
    from macros.figures.values import Fact
    from macros.library.summary import Summary


def unlikely_values(summary: Summary, entries: Entries) -> list[Unlikely]:
    """Return what is unlikely about what the text shows, except what has been set aside."""
    fact, asked = context_of(summary.specs, entries), set(summary.printed_facts)
    inputs = {name: inputs_of(summary.specs, [name]) for name in summary.specs}
    shown = {name: fact(name) for name, needed in inputs.items() if asked.issuperset(needed)}
    signing = inputs_of(summary.specs, facts_in(summary.template_of_frame("date")))
    signed = next((fact(name) for name in signing if isinstance(fact(name), DayValue)), None)
    relations = RelationsFinder(summary.specs, shown, fact("period"), signed)
    found = [*_changes(shown), *_other_years(summary, shown, signing), *relations.found()]
    return [one for one in found if one.key not in summary.content.marks.dismissed]


def _changes(shown: dict[str, Fact]) -> Iterator[Unlikely]:
    for name, fact in shown.items():
        both = pair(fact, "last") if isinstance(fact, Series) else None
        how = _change(both[0].number, both[1].number) if both else ""
        if both and how:
            mine, last = both[0].text, both[1].text
            what = f"“{both[0].label}”本期{mine}，上期{last}，{how}，请核对"
            yield Unlikely("change", f"{name}.now", f"{mine}/{last}", what)


def _change(mine: Decimal, last: Decimal) -> str:
    """Return what is unlikely about a change; empty when nothing is."""
    if mine == last:
        return "两期相同" if mine else ""
    if last <= 0 or mine < 0:
        return ""
    if mine > 2 * last:
        return "超过上期的2倍"
    return "不到上期的一半" if 2 * mine < last else ""


def _other_years(
    summary: Summary, shown: dict[str, Fact], signing: list[str]
) -> Iterator[Unlikely]:
    """Yield days of another year; a document may be signed in the following one."""
    for name, fact in shown.items():
        spec = summary.specs[name]
        if spec.in_period or name in signing:
            continue
        if isinstance(fact, DayValue) and not fact.same_year:
            label = spec.label
            what = f"“{label}”是{fact.text}，与总结时段不在一年，请核对"
            yield Unlikely("year", name, fact.text, what)
