"""Builds the context of a template: entered and computed facts, blanks for what is missing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.facts.entries import Entries, Entry, Number
from macros.figures.arithmetic import rate, summed
from macros.figures.periods import Day, Period
from macros.figures.values import (
    MARK,
    RISE_OF_LEVEL,
    SIDES,
    Blank,
    Choice,
    DayValue,
    Fact,
    Figure,
    PeriodValue,
    Row,
    Rows,
    Series,
    Value,
)
from macros.schema.vocabulary import FactSpec

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping

    from macros.schema.vocabulary import FieldSpec

Context = dict[str, Fact]


def build_context(specs: Mapping[str, FactSpec], entries: Entries, names: Iterable[str]) -> Context:
    """Return the values of the facts `names`, and of those they are computed from or cite."""
    builder = _ContextBuilder(specs, entries)
    for name in names:
        builder.fact(name)
    return builder.context


def context_of(specs: Mapping[str, FactSpec], entries: Entries) -> Callable[[str], Fact]:
    """Return the function that gives the value of a fact by its name, computed when first asked."""
    return _ContextBuilder(specs, entries).fact


class _ContextBuilder:
    def __init__(self, specs: Mapping[str, FactSpec], entries: Entries) -> None:
        self.specs, self.entries = specs, entries
        self.context: Context = {}
        period, earlier = entries.get("period"), entries.get("last_period")
        self.period = period if isinstance(period, Period) else None
        base = earlier if isinstance(earlier, Period) else None
        self.compared_with = self.period.base(base) if self.period else "上期"

    def fact(self, name: str) -> Fact:
        """Return the value of a fact, computed once."""
        if name not in self.context:
            self.context[name] = self._make(self.specs[name])
        return self.context[name]

    def _make(self, spec: FactSpec) -> Fact:
        return MAKERS[spec.type](self, spec)

    def entered(self, spec: FactSpec) -> Fact:
        """Return the value of a fact that is entered in a slot, or the sum of such facts."""
        if spec.sum_of:
            return summed(spec.label, [self._single(part) for part in spec.sum_of], spec.unit)
        entry = self.entries.get(spec.id)
        if spec.series:
            return self._series(spec, entry if isinstance(entry, dict) else {})
        return self._slot(spec, entry, spec.id)

    def _single(self, name: str) -> Value:
        value = self.fact(name)
        return value.now if isinstance(value, Series) else _as_value(value)

    def _series(self, spec: FactSpec, sides: Mapping[str, Entry]) -> Series:
        now, last, plan = (_value(spec, sides.get(s), f"{spec.id}.{s}") for s in SIDES)
        return Series(now, last, plan, spec.label, self.compared_with)

    def rate(self, spec: FactSpec) -> Fact:
        """Return the value of a rate, for every side that both its parts have."""
        above, below = self.fact(spec.numerator or ""), self.fact(spec.denominator or "")
        if not isinstance(above, Series) and not isinstance(below, Series):
            return _rate(spec, _as_value(above), _as_value(below))
        now, last, plan = (_rate(spec, _side(above, s), _side(below, s)) for s in SIDES)
        return Series(now, last, plan, spec.label, self.compared_with)

    def rows(self, spec: FactSpec) -> Rows:
        """Return the records of a list."""
        entry = self.entries.get(spec.id)
        given = isinstance(entry, list)
        records = entry if isinstance(entry, list) else [{}] if spec.required else []
        rows = tuple(self._row(spec, record, index) for index, record in enumerate(records))
        units = {name: field.unit for name, field in spec.record.items()}
        first = next(iter(spec.record))
        return Rows(rows, spec.label, spec.unit, spec.id, first, units, known=given)

    def _row(self, spec: FactSpec, record: Mapping[str, Entry], index: int) -> Row:
        fields: dict[str, Value | Series] = {}
        for name, field in spec.record.items():
            path, entry = f"{spec.id}[{index}].{name}", record.get(name)
            cited = field.type == "figure" and isinstance(entry, str)
            fields[name] = self._cited(str(entry)) if cited else self._slot(field, entry, path)
        return Row(fields)

    def _slot(self, spec: FieldSpec, entry: Entry | None, path: str) -> Value:
        if isinstance(entry, Day):
            same = self.period is None or self.period.within_year(entry)
            return DayValue(entry.text, (path,), day=entry, same_year=same)
        return _value(spec, entry, path)

    def _cited(self, name: str) -> Value | Series:
        value = self.fact(name)
        return value if isinstance(value, Series) else _as_value(value)


MAKERS: dict[str, Callable[[_ContextBuilder, FactSpec], Fact]] = {
    "text": _ContextBuilder.entered,
    "count": _ContextBuilder.entered,
    "amount": _ContextBuilder.entered,
    "decimal": _ContextBuilder.entered,
    "rate": _ContextBuilder.rate,
    "date": _ContextBuilder.entered,
    "period": _ContextBuilder.entered,
    "choice": _ContextBuilder.entered,
    "list": _ContextBuilder.rows,
}


def _as_value(fact: Fact) -> Value:
    return fact if isinstance(fact, Value) else Blank(MARK)


def _side(fact: Fact, side: str) -> Value:
    """Return one side; a fact without sides has a value for this period only."""
    if isinstance(fact, Series):
        value: Value = getattr(fact, side)
        return value
    return _as_value(fact) if side == "now" else Blank(MARK)


def _rate(spec: FactSpec, numerator: Value, denominator: Value) -> Value:
    value = rate(spec.label, numerator, denominator, spec.unit, spec.decimals)
    return replace(value, up=_up(spec)) if isinstance(value, Figure) else value


def _up(spec: FieldSpec) -> str:
    """Return the verb for growth of a level (提高); amounts, which can be added, have none."""
    if not isinstance(spec, FactSpec) or (not spec.traits.quotient and spec.additive):
        return ""
    return RISE_OF_LEVEL[spec.better]


def _value(spec: FieldSpec, entry: Entry | None, path: str) -> Value:
    facts = (path,)
    match entry:
        case Number():
            return Figure(
                facts=facts,
                number=entry.value,
                unit=spec.unit,
                label=spec.label,
                near=entry.near,
                over=entry.over,
                grows=getattr(spec, "growth", True),
                up=_up(spec),
            )
        case Period():
            return PeriodValue(entry.text, facts, period=entry)
        case str():
            return Choice(entry, facts) if spec.type == "choice" else Value(entry, facts)
        case _:
            return Blank(MARK + spec.unit, facts)
