"""The conditions a template may branch on; each is false where a figure is missing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.figures.arithmetic import now, side
from macros.figures.values import Figure, Series

if TYPE_CHECKING:
    from macros.figures.arithmetic import Number
    from macros.figures.values import Rows


def known(x: Number) -> bool:
    """Tell whether the value is given."""
    return x.known


def some(rows: Rows) -> bool:
    """Tell whether a list has records; a required list not given yet has one, of blanks."""
    return len(rows) > 0


def given(rows: Rows) -> bool:
    """Tell whether it is known what a list has, be it nothing."""
    return rows.known


def many(rows: Rows) -> bool:
    """Tell whether a list has more than one record."""
    return len(rows) > 1


def cites(rows: Rows, x: Number) -> bool:
    """Tell whether a record of a list cites this figure."""
    return x.known and any(
        isinstance(value, (Figure, Series)) and (value.facts, value.text) == (x.facts, x.text)
        for row in rows
        for value in row.values
    )


def _compare(x: Number, name: str) -> int | None:
    this_side, other = now(x), side(x, name)
    if not this_side or not other:
        return None
    return (this_side.number > other.number) - (this_side.number < other.number)


def rises(x: Series) -> bool:
    """Tell whether this period's figure is above the last one's."""
    return _compare(x, "last") == 1


def falls(x: Series) -> bool:
    """Tell whether this period's figure is below the last one's."""
    return _compare(x, "last") == -1


def level(x: Series) -> bool:
    """Tell whether this period's figure equals the last one's."""
    return _compare(x, "last") == 0


def looked_less(x: Series) -> bool:
    """Tell whether less was found, and the checks that find it were fewer too."""
    return falls(x) and x.less_sought


def announced(x: Number) -> bool:
    """Tell whether the opening has stated a figure with its change."""
    return isinstance(x, Series) and x.announced


def reached(x: Series) -> bool:
    """Tell whether this period's figure reaches its plan."""
    return _compare(x, "plan") in (0, 1)


def exceeded(x: Series) -> bool:
    """Tell whether this period's figure is above its plan."""
    return _compare(x, "plan") == 1


def zero(x: Number) -> bool:
    """Tell whether the figure is given and is zero."""
    figure = now(x)
    return figure is not None and figure.number == 0


def several(x: Number) -> bool:
    """Tell whether the figure is given and counts two or more, so that 均 may be said of them."""
    figure = now(x)
    return figure is not None and figure.base > 1


def partly(part: Number, whole: Number) -> bool:
    """Tell whether both figures are given and the part is neither nothing nor the whole."""
    a, b = now(part), now(whole)
    return a is not None and b is not None and 0 < a.base < b.base


def equal(a: Number, b: Number) -> bool:
    """Tell whether two figures are given and are the same amount."""
    x, y = now(a), now(b)
    return x is not None and y is not None and x.base == y.base
