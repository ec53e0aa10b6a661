"""A table of figures within a text: 指标, 单位, 本期, 上期, 增减.

Its cells are runs, so that blanks and formulas work in it as in a sentence.  Mirrors
browser/document/figure_table.js.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.document.document import Block, Cell, Run
from macros.figures.comparisons import change
from macros.figures.numerals import plain
from macros.figures.values import MARK, WHOLE, Blank, Figure, Series, Value, printed_unit
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.figures.arithmetic import Number

TABLE = shared_table(__file__)  # browser/document/figure_table.js has the same
NONE: str = TABLE["none"]  # where there can be no figure
HEADS: dict[str, str] = TABLE["heads"]


@dataclass(frozen=True)
class FigureRow:
    """A fact with its label and unit; one that `compares` can have a figure of last period."""

    name: str
    label: str
    unit: str
    value: Number
    compares: bool


def figure_table(figures: Iterable[FigureRow], section: str) -> Block:
    """Return the table of some facts.  本期 always stands, 上期 and 增减 where a row has them."""
    rows = list(figures)
    compared = [name for row in rows if (name := _compared_with(row))]
    last = [compared[0], HEADS["change"]] if compared else []
    head = tuple((Run(text),) for text in (*_heads("label", "unit", "now"), *last))
    return Block("table", (), section=section, rows=(head, *(_cells(row, last) for row in rows)))


def shows_figures(block: Block) -> bool:
    """Tell whether a table is one of figures, which begins with their names and units."""
    return block.row_texts[0][:2] == _heads("label", "unit")


def as_known(row: FigureRow) -> FigureRow:
    """Return a row that says — and not a blank where nobody has given last period's figure.

    So a template's table goes on as its sentences do, which then do not compare.
    """
    return replace(row, compares=bool(_compared_with(row)))


def _heads(*columns: str) -> list[str]:
    return [HEADS[column] for column in columns]


def _compared_with(row: FigureRow) -> str:
    """Return what a row calls the period it is compared with; empty when it has no figure of it."""
    value = row.value
    given = row.compares and isinstance(value, Series) and value.last.known
    return value.compared_with if given and isinstance(value, Series) else ""


def _cells(row: FigureRow, last: list[str]) -> tuple[Cell, ...]:
    now = row.value.now if isinstance(row.value, Series) else row.value
    unit = now.shown_unit if isinstance(now, Figure) else row.unit
    cells = [_label(row, now), (Run(unit or NONE),), _cell(now, unit)]
    if last and row.compares and isinstance(row.value, Series):
        cells += [_cell(row.value.last, unit), _cell(change(row.value), unit)]
    elif last:
        cells += [(Run(NONE),)] * 2
    return tuple(cells)


def _label(row: FigureRow, now: Value) -> Cell:
    """Return the name; behind that of a share the counts that it is made of."""
    if not isinstance(now, Figure):
        return (Run(row.label),)
    label = Run(row.label + now.as_of)
    if not now.counts:
        return (label,)
    part, whole = now.counts
    return label, Run(f"（{part.operand}/{whole.operand}）", now.facts, now.formula)


def _cell(value: Value, unit: str) -> Cell:
    """Return a cell with a value without its unit; what nobody has given is a blank."""
    text = MARK if isinstance(value, Blank) else _aligned(value).removesuffix(printed_unit(unit))
    return (Run(text, value.facts, value.formula, not value.known),)


def _aligned(value: Value) -> str:
    """Return the text; what was rounded has all its decimals, 73.00 beside 70.01, but 100 is 100.

    None and all are counted, and what was entered stays as it was.
    """
    if not isinstance(value, Figure) or not value.formula or value.bound:
        return value.text
    if value.number in (0, WHOLE.get(value.unit)):
        return value.text
    return value.with_digits(plain(value.number))
