"""A table of words within a text: its lines begin with `| `, and `|` parts their cells.

The first line is the head.  Mirrors browser/document/text_table.js.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.document.document import Block, Cell, Run
from macros.document.figure_table import NONE

if TYPE_CHECKING:
    from collections.abc import Sequence

SEPARATOR = "|"


def text_table(lines: Sequence[Cell], section: str) -> Block:
    """Return the table of some lines; each has as many cells as the head, an empty one says —."""
    head, *others = [_cells(line) for line in lines]
    rows = (tuple(cell or (Run(NONE),) for cell in _fitted(row, len(head))) for row in others)
    return Block("table", (), section=section, rows=(tuple(head), *rows))


def _cells(line: Cell) -> list[Cell]:
    """Return the cells of a line; only words that no fact has given part them."""
    cells: list[list[Run]] = [[]]
    for run in line:
        first, *others = [run.text] if _is_given(run) else run.text.split(SEPARATOR)
        cells[-1].append(replace(run, text=first))
        cells.extend([replace(run, text=text)] for text in others)
    return [_trimmed(cell) for cell in cells]


def _is_given(run: Run) -> bool:
    return bool(run.facts) or run.blank


def _trimmed(cell: list[Run]) -> Cell:
    """Return the cell without the white space around its words, and without empty runs."""
    if cell and not _is_given(cell[0]):
        cell[0] = replace(cell[0], text=cell[0].text.lstrip(" "))
    if cell and not _is_given(cell[-1]):
        cell[-1] = replace(cell[-1], text=cell[-1].text.rstrip(" "))
    return tuple(run for run in cell if run.text)


def _fitted(row: list[Cell], width: int) -> list[Cell]:
    """Return a row with `width` cells; what is too much goes on in the last one."""
    kept = row[: width - 1]
    last = sum(row[width - 1 :], ())
    return [*kept, last, *[()] * (width - len(kept) - 1)]
