"""What a table of figures does not say at a glance: the one that moved most, or unlike the others.

The direction is the figures', as in comparisons; the first group names the period compared with.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from macros.figures.arithmetic import Number, pair
from macros.figures.comparisons import change, growth, percentage
from macros.figures.filters import enumerated
from macros.figures.values import RISE_OF_LEVEL, Figure, Series, Value, facts_of

if TYPE_CHECKING:
    from collections.abc import Callable

Moved = tuple[Series, Figure, Figure]  # this period's figure and the earlier one
FALL, LEVEL = -1, 0
SIDES = 2  # of an exception: the few and the many


def then_trends(*figures: Number) -> Value:
    """Return ；甲率比上年同期提高，乙率下降; of all alike the most: ；比上年同期提高最多的是甲率.

    Few against many are the exception: ；除丙率下降外，其余均比上年同期提高.
    A figure of which one period is not known is left out, and of those that moved in many ways one
    that the opening has stated; the most, and the others, are said of all that the table shows.
    Of a single one there is nothing to say that the table does not, unless it is worse.
    """
    moved = [(x, *both) for x in figures if isinstance(x, Series) and (both := pair(x, "last"))]
    fresh = [each for each in moved if not each[0].announced]
    groups = _alike(moved)
    few, many = min(groups, key=len, default=[]), max(groups, key=len, default=[])
    if not fresh or (len(fresh) == 1 and not _is_worse(fresh[0])):
        return Value("")
    if len(groups) == SIDES and len(few) < len(many) and len(moved) == len(figures):
        return _told(moved, [_exception(few, many)], change)
    if len(groups) == 1:
        return _told(moved, _most(moved), growth if _are_amounts(moved) else change)
    groups = _alike(fresh)
    return _told(fresh, [_clause(alike, groups) for alike in groups], change)


def _told(moved: list[Moved], clauses: list[str], step: Callable[[Series], Value]) -> Value:
    """Return the clauses with the steps of all figures that they were found from."""
    if not clauses:
        return Value("")
    steps = [step(x) for x, *_ in moved]
    formula = "；".join(each.formula for each in steps)
    return Value("；" + "，".join(clauses), facts_of(*steps), formula)


def _way(moved: Moved) -> int:
    """Return 1 for a rise, -1 for a fall, 0 where nothing has changed."""
    _, this, last = moved
    return (this.number > last.number) - (this.number < last.number)


def _word(moved: Moved) -> str:
    _, this, _ = moved
    return {1: this.rise, FALL: this.fall, LEVEL: "持平"}[_way(moved)]


def _alike(moved: list[Moved]) -> list[list[Moved]]:
    """Return the figures in groups that moved alike: those that rose, fell, did not change."""
    groups: dict[tuple[int, str], list[Moved]] = {}
    for each in sorted(moved, key=lambda each: (1, FALL, LEVEL).index(_way(each))):
        groups.setdefault((_way(each), _word(each)), []).append(each)
    return list(groups.values())


def _most(alike: list[Moved]) -> list[str]:
    """Return which of the figures that moved alike moved most: 比上年增幅最大的是甲，增长9.18%."""
    if not _way(alike[0]):
        return []
    amounts = _are_amounts(alike)
    sizes = [_growth(one) if amounts else _points(one, alike) for one in alike]
    most = [one for one, size in zip(alike, sizes, strict=True) if size == max(sizes)]
    if not min(sizes) or len(most) == len(alike):
        return [_clause(alike, [alike])]
    if not amounts:
        return [f"{_base(alike)}{_word(alike[0])}最多的是{_names(most)}"]
    size = "增幅最大" if _way(alike[0]) > 0 else "降幅最大"
    return [f"{_base(alike)}{size}的是{_names(most)}，{growth(most[0][0]).text}"]


def _are_amounts(moved: list[Moved]) -> bool:
    return not any(this.is_level for _, this, _ in moved)


def _is_worse(moved: Moved) -> bool:
    better = 1 if moved[1].rise == RISE_OF_LEVEL["higher"] else FALL
    return moved[1].is_level and _way(moved) == -better


def _points(moved: Moved, alike: list[Moved]) -> Decimal:
    """Return how far a level has moved; zero where the others are counted in another unit."""
    _, this, last = moved
    one_unit = {other.unit for _, other, _ in alike} == {this.unit}
    return abs(this.number - last.number) if one_unit else Decimal(0)


def _growth(moved: Moved) -> Decimal:
    """Return by how many percent an amount has grown or shrunk; zero where that says nothing."""
    _, this, last = moved
    return abs(percentage(this, last)) if this.grows and last.number > 0 else Decimal(0)


def _exception(few: list[Moved], many: list[Moved]) -> str:
    return f"除{_names(few)}{_word(few[0])}外，其余均{_base(many)}{_word(many[0])}"


def _clause(alike: list[Moved], groups: list[list[Moved]]) -> str:
    """Return the labels of figures that moved alike, against which period, and how."""
    every = len(groups) == 1 and len(alike) > 1
    base = _base(alike) if alike is groups[0] or not _way(alike[0]) else ""
    return _names(alike) + ("均" if every else "") + base + _word(alike[0])


def _names(alike: list[Moved]) -> str:
    return enumerated([this.label for _, this, _ in alike])


def _base(alike: list[Moved]) -> str:
    return f"{'比' if _way(alike[0]) else '与'}{alike[0][0].compared_with}"
