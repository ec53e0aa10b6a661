"""Finds facts that hardly go together, though each is allowed: figures, records, days.

What the vocabulary declares: at_most, apart_from, line and mean, in_period.  Where offices may
truly differ, none of it is an error.  Mirrors browser/library/unlikely_relations.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.consistency import is_earlier
from macros.facts.parts import figure_of
from macros.facts.paths import label_at
from macros.figures.arithmetic import now, total
from macros.figures.values import SIDES, DayValue, Figure, PeriodValue, Rows, Series
from macros.library.unlikely import Unlikely

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.figures.values import Fact
    from macros.schema.vocabulary import FactSpec


class RelationsFinder:
    """Compares the facts that a text shows, as the vocabulary relates them."""

    def __init__(
        self,
        specs: Mapping[str, FactSpec],
        shown: Mapping[str, Fact],
        period: Fact,
        signed: Fact | None,
    ) -> None:
        """Take the facts shown, the period of the summary and the day of its signature."""
        self.specs, self.shown = specs, shown
        self.period = period.period if isinstance(period, PeriodValue) else None
        self.signed = signed if isinstance(signed, DayValue) else None

    def found(self) -> Iterator[Unlikely]:
        """Yield what hardly goes together, fact by fact."""
        for name, fact in self.shown.items():
            spec = self.specs[name]
            for other in filter(self.shown.__contains__, spec.at_most):
                yield from self._above(spec, fact, other)
            for other in filter(self.shown.__contains__, spec.apart_from):
                yield from self._together_above(spec, other)
            yield from self._mean_below_line(spec)
            if isinstance(fact, Rows):
                yield from _said_twice(spec, fact)
            yield from self._days(spec, fact)

    # --- figures ---

    def _figure(self, name: str, side: str) -> Figure | None:
        fact = self.shown.get(name)
        if isinstance(fact, Rows):
            return _sum_of_rows(self.specs[name], fact) if side == "now" else None
        return figure_of(fact, side)

    def _above(self, spec: FactSpec, fact: Fact, other: str) -> Iterator[Unlikely]:
        together = "各条加起来" if isinstance(fact, Rows) else ""
        for side in SIDES:
            a, b = self._figure(spec.id, side), self._figure(other, side)
            if a and b and a.base > b.base * (2 if _is_rough(a, b) else 1):
                most = f"“{self.specs[other].label}”{b.text}"
                what = f"“{spec.label}”{together}{a.text}大于{most}，请核对"
                yield self._unlikely(spec.id, side, f"{a.text}/{b.text}", what)

    def _together_above(self, spec: FactSpec, other: str) -> Iterator[Unlikely]:
        """Yield parts without overlap, neither too large, that are so together."""
        for whole in filter(self.shown.__contains__, spec.part_of):
            for side in SIDES:
                a, b, most = (self._figure(name, side) for name in (spec.id, other, whole))
                if a and b and most and max(a.base, b.base) <= most.base < a.base + b.base:
                    both = f"“{spec.label}”{a.text}和“{self.specs[other].label}”{b.text}"
                    over = f"加起来大于“{self.specs[whole].label}”{most.text}，请核对"
                    value = f"{a.text}/{b.text}/{most.text}"
                    yield self._unlikely(spec.id, side, value, both + over)

    def _mean_below_line(self, spec: FactSpec) -> Iterator[Unlikely]:
        """Yield a mean below the line that all have reached, or above one that nobody has."""
        if not spec.line or not spec.mean or not spec.part_of:
            return
        names = (spec.id, spec.part_of[0], spec.line, spec.mean)
        passed, whole, line, mean = (self._figure(name, "now") for name in names)
        if not (passed and whole and line and mean) or passed.base not in (0, whole.base):
            return
        low = mean.base < line.base
        if low == bool(passed.base):
            how = "都达到" if passed.base else "没有一个达到"
            reached = f"“{self.specs[spec.line].label}”{line.text}{how}"
            what = f"{reached}，“{mean.label}”却{'只有' if low else '有'}{mean.text}，请核对"
            yield self._unlikely(spec.mean, "now", f"{passed.text}/{mean.text}", what)

    def _unlikely(self, name: str, side: str, value: str, what: str) -> Unlikely:
        path = f"{name}.{side}" if isinstance(self.shown[name], Series) else name
        return Unlikely("relation", path, value, what)

    # --- days ---

    def _days(self, spec: FactSpec, fact: Fact) -> Iterator[Unlikely]:
        if spec.in_period:
            yield from self._day(spec.id, fact)
        if isinstance(fact, Rows):
            fields = [name for name, field in spec.record.items() if field.in_period]
            for index, row in enumerate(fact):
                for name in fields:
                    yield from self._day(f"{spec.id}[{index}].{name}", row[name])

    def _day(self, path: str, value: Fact) -> Iterator[Unlikely]:
        if not isinstance(value, DayValue) or self.period is None:
            return
        day, label = value.day, f"“{label_at(self.specs, path)}”是{value.text}"
        if (day.year, day.month) not in self.period.months:
            what = f"{label}，不在{self.period.text}之内，请核对"
            yield Unlikely("relation", path, value.text, what)
        elif self.signed and is_earlier(self.signed.day, day):
            what = f"{label}，晚于成文日期{self.signed.text}，请核对"
            yield Unlikely("relation", path, f"{value.text}/{self.signed.text}", what)


def _is_rough(*figures: Figure) -> bool:
    return any(figure.near or figure.over for figure in figures)


def _sum_of_rows(spec: FactSpec, rows: Rows) -> Figure | None:
    numbers = [name for name, field in spec.record.items() if field.traits.number]
    return now(total(rows, numbers[0])) if numbers else None


def _said_twice(spec: FactSpec, rows: Rows) -> Iterator[Unlikely]:
    """Yield records of nothing but words that stand in their list already."""
    numbers = [name for name, field in spec.record.items() if field.traits.number]
    texts = [[row[name].text for name in spec.record] for row in rows]
    for index, row in enumerate(rows):
        first = texts.index(texts[index])
        said = any(row[name].known for name in spec.record)
        if first < index and said and not any(row[name].known for name in numbers):
            what = f"“{spec.label}”第{index + 1}条和第{first + 1}条相同，请核对"
            path = f"{spec.id}[{index}].{rows.first}"
            yield Unlikely("relation", path, texts[index][0], what)
