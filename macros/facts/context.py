"""Builds the context of a template: entered and computed facts, blanks for what is missing."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from functools import lru_cache
from typing import TYPE_CHECKING, TypeVar

from macros.facts.entries import WITHOUT_UNIT, Entries, Entry, Number
from macros.facts.quotients import computed_quotient, entered_quotient
from macros.figures.arithmetic import summed
from macros.figures.conditions import falls, rises
from macros.figures.periods import Day, Period, parse_day
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
    Rough,
    Row,
    Rows,
    Series,
    Value,
    printed_unit,
)
from macros.schema.vocabulary import DEEPEST, DeclaredFact, FactSpec
from macros.templating.citations import citation
from macros.templating.own_expressions import ExpressionError
from macros.templating.own_text import read_own_text
from macros.templating.render import Words, evaluate

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterable, Mapping

    from macros.schema.vocabulary import FieldSpec

BLANKS = 8192  # that are kept: most sides of most facts are not given
Context = dict[str, Fact]
Made = TypeVar("Made")


def build_context(specs: Mapping[str, FactSpec], entries: Entries, names: Iterable[str]) -> Context:
    """Return the values of the facts `names`, and of those they are computed from or cite."""
    context = FactContext(specs, entries)
    for name in names:
        context.fact(name)
    return context.made


def context_of(
    specs: Mapping[str, FactSpec],
    entries: Entries,
    as_of: Mapping[str, str] | None = None,
    announced: Collection[str] = (),
) -> Callable[[str], Fact]:
    """Return the function that gives the value of a fact by its name, computed when first asked."""
    return FactContext(specs, entries, as_of, announced).fact


class FactContext:
    """The values of facts, each computed when it is first asked for."""

    def __init__(
        self,
        specs: Mapping[str, FactSpec],
        entries: Entries,
        as_of: Mapping[str, str] | None = None,
        announced: Collection[str] = (),
    ) -> None:
        """Take what is entered, and two things that say it otherwise.

        `as_of` are the dates of single facts, where they are not that of the whole summary;
        `announced` are those that the opening states with their change.
        """
        self.specs, self.entries, self.as_of = specs, entries, as_of or {}
        self.announced = announced
        self.made: Context = {}
        self.making: list[str] = []
        self.sources: dict[str, set[str]] = {}  # what each was made from, with itself
        self.asked: set[str] = set()  # what has been asked for, with what that was made from
        period, earlier = entries.get("period"), entries.get("last_period")
        self.period = period if isinstance(period, Period) else None
        base = earlier if isinstance(earlier, Period) else None
        self.compared_with = self.period.base(base) if self.period else "上期"

    def fact(self, name: str) -> Fact:
        """Return the value of a fact, computed once; a blank where it leads back to itself."""
        self.asked.update(self.sources.get(name, (name,)))
        if name not in self.made:
            if name in self.making or len(self.making) > DEEPEST:
                return Blank(MARK)  # vocabulary_checks.py has reported it
            spec = self.specs.get(name)
            if spec is None:
                return Blank(MARK)  # retired: an own fact is still computed from it
            self.making.append(name)
            made, asked = self.recorded(lambda: MAKERS[spec.type](self, spec))
            self.making.pop()
            self.made[name] = _dated(made, self._as_of(name))
            self.sources[name] = {*asked, name}
        return self.made[name]

    def recorded(self, make: Callable[[], Made]) -> tuple[Made, set[str]]:
        """Return what is made, and the facts that were asked for on the way."""
        outer, self.asked = self.asked, set()
        made, asked = make(), self.asked
        outer |= asked
        self.asked = outer
        return made, asked

    def _as_of(self, name: str) -> str:
        """Return （截至9月25日） for a fact with another date than the summary; else nothing."""
        day = parse_day(self.as_of.get(name, ""))
        if day is None or day == self.entries.get("as_of"):
            return ""
        same = self.period is None or self.period.within_year(day)
        return f"（截至{day.monthday_text if same else day.text}）"

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
        return self._in_sides(spec, now, last, plan)

    def _in_sides(self, spec: FactSpec, now: Value, last: Value, plan: Value) -> Series:
        told = (spec.id in self.announced, self._less_sought(spec))
        return Series(now, last, plan, spec.label, self.compared_with, *told)

    def _less_sought(self, spec: FactSpec) -> bool:
        """Tell whether the checks that find a fact were fewer than in the last period."""
        names = spec.sought_by if isinstance(spec, DeclaredFact) else []
        checks = [self.fact(name) for name in names if name in self.specs]
        both = [check for check in checks if isinstance(check, Series)]
        return any(map(falls, both)) and not any(map(rises, both))

    def quotient(self, spec: FactSpec) -> Fact:
        """Return the value of a rate or a quotient, for every side that both its parts have."""
        entry = self.entries.get(spec.id)
        above, below = self.fact(spec.numerator or ""), self.fact(spec.denominator or "")
        now, last, plan = (_quotient(spec, above, below, entry, side) for side in SIDES)
        in_sides = isinstance(above, Series) or isinstance(below, Series) or isinstance(entry, dict)
        return self._in_sides(spec, now, last, plan) if in_sides else now

    def rows(self, spec: FactSpec) -> Rows:
        """Return the records of a list."""
        entry = self.entries.get(spec.id)
        given = isinstance(entry, list)
        records = entry if isinstance(entry, list) else [{}] if spec.required else []
        rows = [self._row(spec, record, index) for index, record in enumerate(records)]
        if isinstance(spec, DeclaredFact) and spec.largest_first:
            rows.sort(key=lambda row: _size(row[spec.counted]), reverse=True)
        units = {name: field.unit for name, field in spec.record.items()}
        first = next(iter(spec.record))
        return Rows(tuple(rows), spec.label, spec.unit, spec.id, first, units, known=given)

    def _row(self, spec: FactSpec, record: Mapping[str, Entry], index: int) -> Row:
        fields: dict[str, Value | Series] = {}
        for name, field in spec.record.items():
            path, entry = f"{spec.id}[{index}].{name}", record.get(name)
            if field.type == "figure":
                fields[name] = self._cited(entry) or Blank(MARK, (path,))
            else:
                fields[name] = self._slot(field, entry, path)
        return Row(fields)

    def _slot(self, spec: FieldSpec, entry: Entry | None, path: str) -> Value:
        if isinstance(entry, Day):
            same = self.period is None or self.period.within_year(entry)
            return DayValue(entry.text, (path,), day=entry, same_year=same)
        if isinstance(entry, str) and spec.type == "words":
            read = read_own_text(entry, self.specs, marked=False)
            return Words(entry, (path,), lines=tuple(read.lines))
        return _value(spec, entry, path)

    def _cited(self, entry: Entry | None) -> Value | Series | None:
        """Return the figure that a record cites, if there is such a figure."""
        try:
            cited = citation(entry, self.specs) if isinstance(entry, str) else None
        except ExpressionError:
            return None
        value = evaluate(cited, self.fact) if cited else None
        return value if isinstance(value, (Value, Series)) else None


MAKERS: dict[str, Callable[[FactContext, FactSpec], Fact]] = {
    "text": FactContext.entered,
    "count": FactContext.entered,
    "amount": FactContext.entered,
    "decimal": FactContext.entered,
    "rate": FactContext.quotient,
    "quotient": FactContext.quotient,
    "date": FactContext.entered,
    "period": FactContext.entered,
    "choice": FactContext.entered,
    "list": FactContext.rows,
}


def _size(value: Value | Series) -> Decimal:
    """Return the number by which a record stands before others; what has none yet stands last."""
    return value.number if isinstance(value, Figure) else Decimal("-Infinity")


def _as_value(fact: Fact) -> Value:
    return fact if isinstance(fact, Value) else Blank(MARK)


def _side(fact: Fact, side: str) -> Value:
    """Return one side; a fact without sides has a value for this period only."""
    if isinstance(fact, Series):
        value: Value = getattr(fact, side)
        return value
    return _as_value(fact) if side == "now" else Blank(MARK)


def _quotient(spec: FactSpec, above: Fact, below: Fact, entry: Entry | None, side: str) -> Value:
    """Return what the counts of a side give; what was entered only where they give nothing."""
    computed = computed_quotient(spec, _side(above, side), _side(below, side))
    return computed if computed.known else entered_quotient(spec, entry, side) or computed


def _dated(fact: Fact, as_of: str) -> Fact:
    """Return a fact whose figure of this period says that date, if there is one."""
    if not as_of:
        return fact
    if isinstance(fact, Series) and isinstance(fact.now, Figure):
        return replace(fact, now=replace(fact.now, as_of=as_of))
    return replace(fact, as_of=as_of) if isinstance(fact, Figure) else fact


def _up(spec: FieldSpec) -> str:
    """Return the verb for growth of a level (提高); amounts, which can be added, have none."""
    if not isinstance(spec, FactSpec) or spec.additive:
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
        case str() if spec.traits.number:
            unit = "" if entry in WITHOUT_UNIT else spec.unit
            return Rough(entry + unit, facts, words=entry)
        case str():
            return Choice(entry, facts) if spec.type == "choice" else Value(entry, facts)
        case _:
            return _missing(spec.unit, path)


@lru_cache(BLANKS)
def _missing(unit: str, path: str) -> Blank:
    return Blank(MARK + printed_unit(unit), (path,))
