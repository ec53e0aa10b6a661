"""A table of figures within a text: 指标, 单位, 本期, 上期, 增减; mirrors browser/document/figure_table.js.

Its cells are runs, so that blanks and formulas work in it as in a sentence.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.document.document import Block, Cell, Run
from macros.figures.comparisons import change
from macros.figures.values import MARK, Blank, Figure, Series, Value

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.figures.arithmetic import Number

NONE = "—"  # there can be no such figure
HEADS = ("指标", "单位", "本期")
CHANGE = "增减"


@dataclass(frozen=True)
class FigureRow:
    """A fact with its name and unit; `compares` tells whether it can have a figure of last period."""

    label: str
    unit: str
    value: Number
    compares: bool


def figure_table(figures: Iterable[FigureRow], section: str) -> Block:
    """Return the table of some facts.  本期 always stands, 上期 and 增减 where a row has them."""
    rows = list(figures)
    compared = [row.value for row in rows if _is_compared(row)]
    last = [compared[0].compared_with, CHANGE] if compared else []
    head = tuple((Run(text),) for text in (*HEADS, *last))
    return Block("table", (), section=section, rows=(head, *(_cells(row, last) for row in rows)))


def _is_compared(row: FigureRow) -> bool:
    return row.compares and isinstance(row.value, Series) and row.value.last.known


def _cells(row: FigureRow, last: list[str]) -> tuple[Cell, ...]:
    now = row.value.now if isinstance(row.value, Series) else row.value
    unit = now.unit_shown if isinstance(now, Figure) else row.unit
    cells = [(Run(row.label),), (Run(unit or NONE),), _cell(now, unit)]
    if last and row.compares and isinstance(row.value, Series):
        cells += [_cell(row.value.last, unit), _cell(change(row.value), unit)]
    elif last:
        cells += [(Run(NONE),)] * 2
    return tuple(cells)


def _cell(value: Value, unit: str) -> Cell:
    """Return a cell with a value without its unit; what nobody has given is a blank."""
    text = MARK if isinstance(value, Blank) else value.text.removesuffix(unit)
    return (Run(text, value.facts, value.formula, not value.known),)
