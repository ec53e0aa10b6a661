"""Finds parts that are larger than their whole: of facts, and of the fields of a list's records.

Mirrors browser/facts/parts.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.figures.arithmetic import now
from macros.figures.values import SIDES, Figure, Rows, Series

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.facts.context import Context
    from macros.figures.values import Fact, Value
    from macros.schema.vocabulary import FactSpec

Labelled = tuple[str, Figure]


@dataclass(frozen=True)
class Excess:
    """A part over its whole: where it is entered, what is wrong, and what was expected.

    `key` is the side of a fact, or the field of the record `index` of a list.
    """

    fact: str
    key: str
    what: str
    expected: str
    index: int | None = None


def parts_over_wholes(
    spec: FactSpec, specs: Mapping[str, FactSpec], context: Context
) -> Iterator[Excess]:
    """Yield where a fact, or a field of its records, is more than it is a part of."""
    for whole in spec.part_of:
        if whole in context:
            yield from _over(spec, specs[whole], context)
    rows = context.get(spec.id)
    if isinstance(rows, Rows):
        yield from _over_in_rows(spec, rows)


def exceeds(context: Context, part: str, whole: str, side: str) -> bool:
    """Tell whether both sides are given, and the part is larger."""
    a, b = (figure_of(context.get(name), side) for name in (part, whole))
    return a is not None and b is not None and a.base > b.base


def figure_of(fact: Fact | None, side: str) -> Figure | None:
    """Return the figure of a side of a fact; one without sides has only this period's."""
    if isinstance(fact, Series):
        inner: Value = getattr(fact, side)
        return now(inner)
    return now(fact) if side == "now" and fact and not isinstance(fact, Rows) else None


def _over(spec: FactSpec, whole: FactSpec, context: Context) -> Iterator[Excess]:
    for side in SIDES:
        a, b = (figure_of(context[name], side) for name in (spec.id, whole.id))
        if a and b and a.base > b.base:
            yield Excess(spec.id, side, *_said((spec.label, a), (whole.label, b)))


def _said(part: Labelled, whole: Labelled) -> tuple[str, str]:
    what = f"“{part[0]}”{part[1].text}大于“{whole[0]}”{whole[1].text}：部分不能大于整体"
    return what, f"不大于{whole[1].text}"


def _over_in_rows(spec: FactSpec, rows: Rows) -> Iterator[Excess]:
    pairs = [(name, whole) for name, field in spec.record.items() for whole in field.part_of]
    for index, row in enumerate(rows):
        for name, whole in pairs:
            a, b = now(row[name]), now(row[whole])
            if a and b and a.base > b.base:
                labels = (spec.record[one].label for one in (name, whole))
                part, all_ = zip(labels, (a, b), strict=True)
                what, expected = _said(part, all_)
                where = f"“{spec.label}”第{index + 1}条的"
                yield Excess(spec.id, name, where + what, expected, index)
