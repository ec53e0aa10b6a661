"""Reads a table of facts (CSV or Excel): a row for each fact, with the figures of two examples.

A maintainer writes it once; `summaries new` makes files of it.  Every cell knows its place.
"""

from __future__ import annotations

import csv
import io
import re
import warnings
from dataclasses import dataclass
from typing import TYPE_CHECKING

import openpyxl

from macros.exchange.workbook import is_safe, tables_of
from macros.figures.values import SIDE_NAMES
from macros.source.encoding import read_text
from macros.source.report import Place, nearest

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.exchange.workbook import Table
    from macros.source.report import Report

COLUMNS = {  # of what is declared, by key
    "section": "章节",
    "item": "标题",
    "id": "代号",
    "label": "名称",
    "unit": "单位",
    "type": "类型",
    "numerator": "分子",
    "denominator": "分母",
    "part_of": "属于",
    "indicator": "词条",
    "aliases": "叫法",
    "required": "选填",
    "range": "范围",
    "hint": "填写说明",
}
FIGURES = [  # of each example, by side
    {side: f"{example}{name}" for side, name in SIDE_NAMES.items()} for example in ("甲", "乙")
]
HEADINGS = (*COLUMNS.values(), *(title for sides in FIGURES for title in sides.values()))
NEEDED = (COLUMNS["id"], COLUMNS["label"])
SPLIT = re.compile("[；\n]")  # between the parts of a cell
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
SAVE_AGAIN = "完好的 .xlsx，或另存为“CSV UTF-8”"


@dataclass(frozen=True)
class Row:
    """A row of the table: what stands under each heading, and where."""

    place: Place
    sheet: str  # the worksheet, where the file has any
    cells: dict[str, str]
    columns: dict[str, int]

    def __getitem__(self, key: str) -> str:
        """Return what is declared under a key; empty where nothing is."""
        return self.cells.get(COLUMNS[key], "")

    @property
    def name(self) -> str:
        """What the row is known by: its id, else its label."""
        return self["id"] or self["label"]

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
        heading = COLUMNS.get(column, column)
        report.error(self.at(heading), self.where(heading) + what, expected, guess)

    def figures(self, example: int) -> dict[str, str]:
        """Return the figures of the first or the second example, by side."""
        found = {side: self.cells.get(title, "") for side, title in FIGURES[example].items()}
        return {side: text for side, text in found.items() if text}


def listed(text: str) -> list[str]:
    """Return the parts of a cell."""
    return [part.strip() for part in SPLIT.split(text) if part.strip()]


def plain_number(text: str) -> str:
    """Return a number without the commas that a spreadsheet shows."""
    return text.replace(",", "")


def read_fact_table(path: Path, report: Report) -> list[Row]:
    """Return the rows that say anything; what cannot be read is reported."""
    name = str(path)
    if path.suffix.lower() == ".xlsx":
        return _rows_of_book(path, name, report)
    text = read_text(path, name, report)
    return [] if text is None else _read(name, "", [*_lines(text)], report)


def _lines(text: str) -> Iterator[tuple[int, list[str]]]:
    """Yield the records of a CSV, each with the line on which it begins."""
    reader, before = csv.reader(io.StringIO(text)), 0
    for cells in reader:
        yield before + 1, [cell.strip() for cell in cells]
        before = reader.line_num


def _rows_of_book(path: Path, name: str, report: Report) -> list[Row]:
    if not is_safe(path, name, report):
        return []
    try:
        with path.open("rb") as file, warnings.catch_warnings(action="ignore"):
            tables = list(tables_of(openpyxl.load_workbook(file, read_only=True)))
    except Exception:  # noqa: BLE001 - a damaged part of the file can raise anything
        report.error(Place(name), "读不懂这个Excel文件，可能已损坏，或者设了密码", SAVE_AGAIN)
        return []
    found = [table for table in tables if any(COLUMNS["id"] in row for row in table.rows[:1])]
    table = (found or tables)[0]
    _refuse_formulas(table, name, report)
    return _read(name, table.title, [*enumerate(table.rows, 1)], report)


def _refuse_formulas(table: Table, name: str, report: Report) -> None:
    for cell in (cell for row in table.cells for cell in row if cell.value is not None):
        if cell.data_type == "f":
            what = f"“{table.title}”表单元格{cell.coordinate}是公式"
            report.error(Place(name, cell.row, cell.column), what, "数值：复制后“选择性粘贴”为数值")


def _read(name: str, sheet: str, lines: list[tuple[int, list[str]]], report: Report) -> list[Row]:
    line, titles = lines[0] if lines else (1, [])
    columns = {title: index for index, title in enumerate(titles, 1) if title}
    for title, column in columns.items():
        if title not in HEADINGS:
            place, guess = Place(name, line, column), nearest(title, HEADINGS)
            report.error(place, f"没有“{title}”这一栏", "、".join(HEADINGS), guess)
        if titles.count(title) > 1:
            report.error(Place(name, line, column), f"“{title}”一栏写了两次", "每栏一次")
    lacking = [title for title in NEEDED if title not in columns]
    if lacking:
        what = f"第一行没有“{'”“'.join(lacking)}”一栏"
        report.error(Place(name, line), what, "第一行写各栏的名称")
    if report.errors:
        return []
    rows = (_row(Place(name, number), sheet, cells, columns) for number, cells in lines[1:])
    return [row for row in rows if row.cells]


def _row(place: Place, sheet: str, cells: list[str], columns: dict[str, int]) -> Row:
    found = {title: cells[at - 1] for title, at in columns.items() if at <= len(cells)}
    return Row(place, sheet, {title: cell for title, cell in found.items() if cell}, columns)
