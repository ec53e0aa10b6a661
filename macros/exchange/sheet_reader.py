"""Reads a collection sheet (.xlsx), as browser/exchange/sheet_reader.js does."""

from __future__ import annotations

import datetime as dt
import re
import warnings
import zipfile
from decimal import Decimal
from itertools import islice
from typing import TYPE_CHECKING

import openpyxl

from macros.exchange.sheet_writer import (
    ABOUT,
    ARCHETYPE,
    COLUMNS,
    ID,
    NONE,
    NOT_TAKEN,
    SIDES,
)
from macros.facts.context import is_citable
from macros.facts.normalise import normalise
from macros.source.report import Place, Report, reason
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec, FieldSpec

MOST_BYTES, MOST_FILES = 5_000_000, 200  # unpacked
MOST_ROWS, MOST_COLUMNS = 1_999, 52  # where a collection sheet has its cells
ALL_ROWS = 2**20  # of any sheet
FIRST_ROW = 3  # of a list's records, below ids, labels and hints
OLE = b"\xd0\xcf\x11\xe0"  # how old workbooks start, and those with a password
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # what a number format shows as it stands
SCALED = re.compile(r",(?![#0?,])")  # a comma that leaves thousands out
TELLS_SCALE = re.compile(r'[万亿千百兆‰]|["\\]\.')


def read_sheet(path: Path, library: Library, report: Report) -> Mapping | None:
    """Return a sheet as the tree of a facts file, each value at its row; None after reporting."""
    name = str(path)
    if not _is_safe(path, name, report):
        return None
    try:
        with path.open("rb") as file, warnings.catch_warnings(action="ignore"):  # they are English
            book = openpyxl.load_workbook(file, read_only=True)
            return _Reader(name, library, report).read(book, path.stem)
    except Exception:  # noqa: BLE001 - a damaged part makes openpyxl raise whatever it stumbles on
        expected = "完好的 .xlsx：请重新取得文件，或在Excel或WPS里打开，另存为 .xlsx"
        report.error(Place(name), "读不懂这个Excel文件，可能已损坏，或者设了密码", expected)
        return None


def _is_safe(path: Path, name: str, report: Report) -> bool:
    """Report what is no workbook or too big; zipfile never unpacks more than a size it tells."""
    try:
        with path.open("rb") as file:
            start = file.read(len(OLE))
    except OSError as error:
        report.error(Place(name), f"读不了文件（{reason(error)}）", "可读的 .xlsx 文件")
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            files = archive.infolist()
    except Exception:  # noqa: BLE001 - a damaged directory makes zipfile raise many things
        report.error(Place(name), *_no_archive(start))
        return False
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_BYTES:
        report.error(Place(name), "文件展开后太大", "本站的收集表")
        return False
    return True


def _no_archive(start: bytes) -> tuple[str, str]:
    """Return what to say of a file that is no archive, by how it starts."""
    if not start:
        return "文件是空的", ".xlsx 文件"
    if start == OLE:
        what = "这是旧格式的Excel文件（.xls），或者设了打开密码"
        return what, "在Excel或WPS里打开，取消密码，另存为 .xlsx"
    return "文件不完整，或者不是Excel工作簿", "完整的 .xlsx 文件，请重新取得"


def _entry(name: str, text: str, place: Place) -> tuple[Scalar, Node]:
    return Scalar(place, name), Scalar(place, text)


class _Reader:
    def __init__(self, name: str, library: Library, report: Report) -> None:
        self.name, self.library, self.report = name, library, report
        self.ids = {spec.label: spec.id for spec in library.facts.values() if is_citable(spec)}

    def read(self, book: Workbook, stem: str) -> Mapping | None:
        """Return the tree, or None when a cell's value is not certain."""
        errors = len(self.report.errors)
        facts: dict[str, tuple[Scalar, Node]] = {}
        archetype = ""
        for sheet in book.worksheets:
            cells = _cells(sheet)
            rows = [[_text(cell) for cell in row] for row in cells]
            if sheet.title == ABOUT:
                archetype = next((row[1] for row in rows if row[:1] == [ARCHETYPE] and row[1:]), "")
            found = dict(self._facts(rows))
            if found or any(ID in row for row in rows):
                self._refuse(sheet.title, cells)
            facts |= found
        place = Place(self.name)
        entries = {"archetype": _entry("archetype", archetype, place)}
        entries["name"] = _entry("name", stem, place)
        entries["facts"] = (Scalar(place, "facts"), Mapping(place, facts))
        return Mapping(place, entries) if len(self.report.errors) == errors else None

    def _refuse(self, title: str, cells: list[list[Cell | MergedCell]]) -> None:
        """Report cells whose stored value may be stale, or is not the one that is shown."""
        for cell in (cell for row in cells for cell in row if cell.value is not None):
            where = f"“{title}”表单元格{cell.coordinate}"
            place = Place(self.name, cell.row)
            if cell.row > MOST_ROWS or cell.column > MOST_COLUMNS:
                self.report.error(place, f"{where}有内容，收集表没有这么大", "删去多余的内容")
            elif cell.data_type == "f":
                self.report.error(place, f"{where}是公式", "数值：复制后“选择性粘贴”为数值")
            elif cell.data_type == "n" and _is_scaled(cell.number_format):
                expected = "单元格格式改为“文本”，按指标的单位重写"
                self.report.error(place, f"{where}按万、千等显示，存下的数与看到的不同", expected)

    def _facts(self, rows: list[list[str]]) -> Iterator[tuple[str, tuple[Scalar, Node]]]:
        spec = self.library.facts.get(rows[0][0]) if rows and rows[0] else None
        if spec and spec.type == "list":
            records = list(self._records(rows, spec))
            if records or any(row[:1] == [NONE] for row in rows[FIRST_ROW:]):
                place = Place(self.name)
                yield spec.id, (Scalar(place, spec.id), Sequence(place, records))
            return
        head = next((index for index, row in enumerate(rows) if ID in row), len(rows))
        for index, row in enumerate(rows[head + 1 :], head + 2):
            found = dict(zip(rows[head], row, strict=False))
            fact, place = found.get(ID, ""), Place(self.name, index)
            value = self._value(found, self.library.facts.get(fact), place)
            if value:
                yield fact, (Scalar(place, fact), value)

    def _value(self, row: dict[str, str], spec: FactSpec | None, place: Place) -> Node | None:
        texts = {side: row.get(COLUMNS[column], "") for side, column in SIDES.items()}
        given = {side: text for side, text in texts.items() if text not in ("", NOT_TAKEN)}
        if not given:
            return None
        if spec:
            given = {side: normalise(text, spec) for side, text in given.items()}
            for side in set(given) - {"now", *spec.series}:
                column = COLUMNS[SIDES[side]]
                self.report.error(place, f"“{spec.label}”的{column}不填", "空着这一格")
        if spec and not spec.series:
            return Scalar(place, given.get("now", ""))
        return Mapping(place, {side: _entry(side, text, place) for side, text in given.items()})

    def _records(self, rows: list[list[str]], spec: FactSpec) -> Iterator[Node]:
        for index, row in enumerate(rows[FIRST_ROW:], FIRST_ROW + 1):
            found = dict(zip(rows[0][1:], row[1:], strict=False))
            if any(found.get(field) for field in spec.record):
                place = Place(self.name, index)
                texts = {n: self._written(found.get(n, ""), f) for n, f in spec.record.items()}
                yield Mapping(place, {n: _entry(n, text, place) for n, text in texts.items()})

    def _written(self, typed: str, field: FieldSpec) -> str:
        """Return the strict form of what was typed; a figure's name as its id."""
        text = normalise(typed, field)
        return self.ids.get(text, text) if field.type == "figure" else text


# --- cells ------------------------------------------------------------------------------------


def _cells(sheet: ReadOnlyWorksheet) -> list[list[Cell | MergedCell]]:
    """Return the rows down to the last one with something in it; empty ones far away are none."""
    sheet.reset_dimensions()  # what a file tells of its size is not believed
    rows: list[list[Cell | MergedCell]] = []
    for index, row in enumerate(islice(sheet.rows, ALL_ROWS)):
        if index < MOST_ROWS or any(cell.value is not None for cell in row):
            rows.append(list(row))
    while rows and all(cell.value is None for cell in rows[-1]):
        rows.pop()
    return rows


def _is_scaled(code: str) -> bool:
    """Tell whether a number format shows another number than is stored."""
    return bool(SCALED.search(LITERAL.sub("", code)) or TELLS_SCALE.search(code))


def _text(cell: Cell | MergedCell) -> str:
    """Return what a cell says: a share that is shown as a percentage as one."""
    value = cell.value
    if isinstance(value, bool) or value is None:
        return "" if value is None else str(value).upper()
    if isinstance(value, (int, float)):
        if "%" in LITERAL.sub("", cell.number_format):
            return f"{_plain(value * 100)}%"
        return _plain(value)
    if isinstance(value, dt.datetime):
        return value.date().isoformat()
    return str(value).strip()


def _plain(number: float) -> str:
    """Return a number without the noise of binary fractions."""
    return format(Decimal(f"{number:.15g}"), "f") if isinstance(number, float) else str(number)
