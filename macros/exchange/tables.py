"""Reads the tables that `summaries new` makes files of (CSV or Excel); every cell knows its place.

Which kind of table it is, the names of its columns tell.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

import openpyxl
from openpyxl.utils import get_column_letter

from macros.exchange.workbook import is_safe, tables_of
from macros.source.encoding import read_text
from macros.source.report import Place, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.exchange.workbook import Table
    from macros.source.report import Report

SPLIT = re.compile("[；\n]")  # between the parts of a cell
SAVE_AGAIN = "完好的 .xlsx，或另存为“CSV UTF-8”"


@dataclass(frozen=True)
class Row:
    """A row of a table: what stands under each heading, and where."""

    columns_by_key: ClassVar[Mapping[str, str]]
    headings: ClassVar[Sequence[str]]  # all that there may be
    needed: ClassVar[Sequence[str]]  # those that there must be; the first tells the kind

    place: Place
    sheet: str  # the worksheet, where the file has any
    cells: dict[str, str]
    columns: dict[str, int]

    def __getitem__(self, key: str) -> str:
        """Return what is written under a key; empty where nothing is."""
        return self.cells.get(self.columns_by_key[key], "")

    def at(self, heading: str) -> Place:
        """Return the place of the cell under a heading."""
        return Place(self.place.file, self.place.line, self.columns.get(heading, 1))

    def where(self, heading: str = "") -> str:
        """Return the row, and the column if one is named, as a message begins with it."""
        column = f"“{heading}”一栏" if heading else ""
        return f"{f'“{self.sheet}”表' if self.sheet else ''}第{self.place.line}行{column}："

    def tell(
        self, report: Report, column: str, what: str, expected: str = "", guess: str = ""
    ) -> None:
        """Report what is wrong with the cell in a column, which is named by key or by heading."""
        heading = self.columns_by_key.get(column, column)
        report.error(self.at(heading), self.where(heading) + what, expected, guess)


def listed(text: str) -> list[str]:
    """Return the parts of a cell."""
    return [part.strip() for part in SPLIT.split(text) if part.strip()]


@dataclass(frozen=True)
class _Sheet:
    """A table as it is read: its lines, each with its number."""

    file: str
    title: str
    lines: list[tuple[int, list[str]]]
    formulas: tuple[Place, ...] = ()

    @property
    def titles(self) -> list[str]:
        return self.lines[0][1] if self.lines else []


def read_tables(
    paths: Sequence[Path], kinds: Sequence[type[Row]], report: Report
) -> list[list[Row]]:
    """Return the rows that say anything, for each kind of table; what cannot be read is reported.

    A sheet of no kind is left alone where the workbook has others; else it is of the first kind.
    """
    found: list[list[Row]] = [[] for _ in kinds]
    for path in paths:
        sheets = _sheets(path, report)
        named = [sheet for sheet in sheets if any(k.needed[0] in sheet.titles for k in kinds)]
        for sheet in named or sheets[:1]:
            of = [index for index, kind in enumerate(kinds) if kind.needed[0] in sheet.titles]
            index = of[0] if of else 0
            found[index] += _rows(sheet, kinds[index], report)
    return found


def _sheets(path: Path, report: Report) -> list[_Sheet]:
    name = str(path)
    if path.suffix.lower() == ".xlsx":
        return _sheets_of_book(path, name, report)
    text = read_text(path, name, report)
    return [] if text is None else [_Sheet(name, "", [*_lines(text)])]


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the records of a CSV, each with the line on which it begins."""
    reader, before = csv.reader(io.StringIO(text)), 0
    for cells in reader:
        yield before + 1, [cell.strip() for cell in cells]
        before = reader.line_num


def _sheets_of_book(path: Path, name: str, report: Report) -> list[_Sheet]:
    if not is_safe(path, name, report):
        return []
    try:
        with path.open("rb") as file, warnings.catch_warnings(action="ignore"):
            tables = list(tables_of(openpyxl.load_workbook(file, read_only=True)))
    except Exception:  # noqa: BLE001 - a damaged part of the file can raise anything
        report.error(Place(name), "读不懂这个Excel文件，可能已损坏，或者设了密码", SAVE_AGAIN)
        return []
    return [
        _Sheet(name, table.title, [*enumerate(table.rows, 1)], _formulas(table, name))
        for table in tables
    ]


def _formulas(table: Table, name: str) -> tuple[Place, ...]:
    """Return where a table has formulas, which say nothing until somebody has computed them."""
    cells = (cell for row in table.cells for cell in row if cell.value is not None)
    return tuple(Place(name, c.row, c.column) for c in cells if c.data_type == "f")


def _refuse_formulas(sheet: _Sheet, report: Report) -> None:
    for place in sheet.formulas:
        cell = f"{get_column_letter(place.column)}{place.line}"
        what = f"“{sheet.title}”表单元格{cell}是公式"
        report.error(place, what, "数值：复制后“选择性粘贴”为数值")


def _rows(sheet: _Sheet, kind: type[Row], report: Report) -> list[Row]:
    _refuse_formulas(sheet, report)
    name, line = sheet.file, sheet.lines[0][0] if sheet.lines else 1
    columns = {title: index for index, title in enumerate(sheet.titles, 1) if title}
    before = len(report.errors)
    for title, column in columns.items():
        if title not in kind.headings:
            place, guess = Place(name, line, column), nearest(title, kind.headings)
            report.error(place, f"没有“{title}”这一栏", "、".join(kind.headings), guess)
        if sheet.titles.count(title) > 1:
            report.error(Place(name, line, column), f"“{title}”一栏写了两次", "每栏一次")
    lacking = [title for title in kind.needed if title not in columns]
    if lacking:
        what = f"第一行没有“{'”“'.join(lacking)}”一栏"
        report.error(Place(name, line), what, "第一行写各栏的名称")
    if len(report.errors) > before:
        return []
    made = ((Place(name, at), _cells(cells, columns)) for at, cells in sheet.lines[1:])
    return [kind(place, sheet.title, found, columns) for place, found in made if found]


def _cells(cells: list[str], columns: dict[str, int]) -> dict[str, str]:
    found = {title: cells[at - 1] for title, at in columns.items() if at <= len(cells)}
    return {title: cell for title, cell in found.items() if cell}
