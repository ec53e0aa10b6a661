"""Which way several figures have moved, in one clause: what a table of them means.

The direction is the figures', as in comparisons; the first group names the period compared with.
"""

from __future__ import annotations

from macros.figures.arithmetic import Number, pair
from macros.figures.comparisons import change
from macros.figures.values import Figure, Series, Value, facts_of

Moved = tuple[Series, Figure, Figure]  # this period's figure and the earlier one
FALL, LEVEL = -1, 0


def then_trends(*figures: Number) -> Value:
    """Return ；甲率和乙率比上年同期提高，丙率下降; all alike ；甲率、乙率和丙率均比上年同期提高.

    A figure of which one period is not known is left out; without any there is nothing to say.
    """
    moved = [(x, *both) for x in figures if isinstance(x, Series) and (both := pair(x, "last"))]
    clauses: list[str] = []
    for way in (1, FALL, LEVEL):
        for word in dict.fromkeys(_word(each) for each in moved if _way(each) == way):
            alike = [each for each in moved if _way(each) == way and _word(each) == word]
            clauses.append(_clause(alike, full=not clauses, every=len(alike) == len(moved)))
    changes = [change(x) for x, *_ in moved]
    formula = "；".join(step.formula for step in changes)
    return Value("；" + "，".join(clauses) if clauses else "", facts_of(*changes), formula)


def _way(moved: Moved) -> int:
    """Return 1 for a rise, -1 for a fall, 0 where nothing has changed."""
    _, this, last = moved
    return (this.number > last.number) - (this.number < last.number)


def _word(moved: Moved) -> str:
    _, this, _ = moved
    return {1: this.rise, FALL: this.fall, LEVEL: "持平"}[_way(moved)]


def _clause(alike: list[Moved], *, full: bool, every: bool) -> str:
    """Return the labels of figures that moved alike, against which period, and how."""
    labels = [this.label for _, this, _ in alike]
    names = "和".join(filter(None, ("、".join(labels[:-1]), labels[-1])))
    way, series = _way(alike[0]), alike[0][0]
    all_of_them = "均" if every and len(alike) > 1 else ""
    base = f"{'比' if way else '与'}{series.compared_with}" if full or not way else ""
    return names + all_of_them + base + _word(alike[0])
