"""Proposes the headline figures of an opening, by the rules of headlines.json.

Each rule picks one figure that the text states, in this order until there are enough: a rank, the
rate that moved most, the amount that grew or fell most, the figure that concerns most people, and
where little can be compared the rate that is stated first.  Mirrors browser/library/headlines.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from macros.figures.arithmetic import now, pair
from macros.figures.numerals import quotient
from macros.figures.values import RANK_UNIT, Rows
from macros.source.shared_table import shared_table
from macros.templating.render import facts_in

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.figures.arithmetic import Number
    from macros.figures.values import Fact, Figure
    from macros.library.summary import Summary
    from macros.schema.vocabulary import FactSpec

TABLE = shared_table(__file__)  # browser/library/headlines.js has the same
LIST: str = TABLE["list"]
FIELD: str = TABLE["field"]
STATED_IN: list[str] = TABLE["stated_in"]  # the lists whose figures the opening states
MATTERS: str = TABLE["matters"]  # what is told first; where there is any, it takes the place
MOST: int = TABLE["most"]
PLACES = 6  # of the growth by which amounts are compared


@dataclass(frozen=True)
class Headline:
    """A figure that is proposed: the fact, what the text calls it, and why it is."""

    fact: str
    label: str
    why: str


def proposed_headlines(summary: Summary, fact: Callable[[str], Fact]) -> list[Headline]:
    """Return up to three figures, each the best of its rule among those not related to another."""
    specs = _named(summary)
    stated = dict(_stated(specs, fact))
    chosen: list[Headline] = []
    taken: set[str] = set()
    for rule in TABLE["rules"]:
        if len(chosen) >= rule["until"]:
            break
        free = {name: figure for name, figure in stated.items() if name not in taken}
        best = _best(free, rule)
        if best:
            chosen.append(Headline(best, specs[best].label, rule["says"]))
            taken |= _related(specs, best)
    return chosen


def _named(summary: Summary) -> dict[str, FactSpec]:
    """Return the facts that the text names, in its order; what others there are says nothing."""
    names = dict.fromkeys(name for body in summary.bodies() for name in facts_in(body))
    return {name: summary.specs[name] for name in names if name in summary.specs}


def _stated(
    specs: dict[str, FactSpec], fact: Callable[[str], Fact]
) -> Iterator[tuple[str, Number]]:
    """Yield the figures of the text, in its order; not those that others are made of."""
    parts = {name for spec in specs.values() for name in (*spec.sources, *spec.part_of)}
    for name, spec in specs.items():
        if not spec.citable or name in parts or not _is_telling(spec):
            continue
        value = fact(name)
        if not isinstance(value, Rows) and now(value):
            yield name, value


def _is_telling(spec: FactSpec) -> bool:
    """Tell whether a text can state it by its label alone: no limit."""
    return spec.additive or spec.traits.quotient or spec.unit == RANK_UNIT


def _related(specs: dict[str, FactSpec], name: str) -> set[str]:
    """Return a figure with those that say the same: the rates it is in, and their counts."""
    rates = [one for one, spec in specs.items() if name in (one, *spec.sources)]
    return {name, *rates, *(source for one in rates for source in specs[one].sources)}


# --- the rules --------------------------------------------------------------------------------


def _best(stated: dict[str, Number], rule: dict[str, Any]) -> str:
    """Return the figure with the greatest weight, the first of several; empty when none has any."""
    weights = {name: WEIGHTS[rule["pick"]](value, rule) for name, value in stated.items()}
    weighed = {name: weight for name, weight in weights.items() if weight > 0}
    return max(weighed, key=lambda name: weighed[name], default="")


def _rank(value: Number, _: dict[str, Any]) -> Decimal:
    this = now(value)
    return Decimal(int(bool(this and this.is_rank)))


def _points(value: Number, _: dict[str, Any]) -> Decimal:
    both = pair(value, "last")
    return abs(both[0].number - both[1].number) if both and both[0].is_rate else Decimal(0)


def _growth(value: Number, rule: dict[str, Any]) -> Decimal:
    both = pair(value, "last")
    if not both or both[0].is_rate or not both[0].grows or not _are_large(both, rule["least"]):
        return Decimal(0)
    step = abs(both[0].number - both[1].number)
    return quotient(step, both[1].number, PLACES)


def _are_large(both: tuple[Figure, Figure], least: str) -> bool:
    return min(figure.base for figure in both) >= Decimal(least)


def _people(value: Number, rule: dict[str, Any]) -> Decimal:
    this = now(value)
    return this.base if this and this.base_unit in rule["units"] else Decimal(0)


def _first(value: Number, _: dict[str, Any]) -> Decimal:
    this = now(value)
    return Decimal(int(bool(this and this.is_rate)))


WEIGHTS: dict[str, Callable[[Number, dict[str, Any]], Decimal]] = {
    "rank": _rank,
    "points": _points,
    "growth": _growth,
    "people": _people,
    "first": _first,
}
