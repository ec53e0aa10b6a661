"""Rates and quotients: computed from two facts, or entered where one of these is not known.

Mirrors browser/facts/quotients.js.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.facts.entries import Number
from macros.figures.arithmetic import rate
from macros.figures.values import ENTERED, RISE_OF_LEVEL, Figure

if TYPE_CHECKING:
    from macros.facts.entries import Entry
    from macros.figures.values import Value
    from macros.schema.vocabulary import FactSpec


def computed_quotient(
    spec: FactSpec, numerator: Value, denominator: Value, decimals: int | None = None
) -> Value:
    """Return the quotient of two figures, rounded; a blank where one is missing, or none is."""
    places = spec.decimals if decimals is None else decimals
    value = rate(spec.label, numerator, denominator, spec.unit, places)
    return _as_level(value, spec) if isinstance(value, Figure) else value


def entered_quotient(spec: FactSpec, entry: Entry | None, side: str) -> Figure | None:
    """Return what was entered for a side of the quotient itself; a plain value is this period's."""
    in_sides = isinstance(entry, dict)
    given = entry.get(side) if isinstance(entry, dict) else entry if side == "now" else None
    if not isinstance(given, Number):
        return None
    facts = (f"{spec.id}.{side}" if in_sides else spec.id,)
    figure = Figure(
        facts=facts, formula=ENTERED, number=given.value, unit=spec.unit, label=spec.label
    )
    return _as_level(figure, spec)


def _as_level(figure: Figure, spec: FactSpec) -> Figure:
    up, official = RISE_OF_LEVEL[spec.better], bool(getattr(spec, "indicator", None))
    return replace(figure, up=up, grows=spec.growth, official=official)
