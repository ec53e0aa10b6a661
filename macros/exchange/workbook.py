"""Opens untrusted workbooks (.xlsx), and reads their cells as a spreadsheet shows them.

A file may be damaged, protected, or far larger than it states; a cell may show a number that
differs from the one it stores.
"""

from __future__ import annotations

import datetime as dt
import re
import zipfile
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from macros.exchange.sheet_layout import NO_DAY
from macros.source.report import Place, Report, reason

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell
    from openpyxl.worksheet._read_only import ReadOnlyWorksheet

MOST_BYTES, MOST_FILES = 5_000_000, 200  # unpacked
MOST_ROWS, MOST_COLUMNS = 1_999, 52  # the area of a collection sheet
ALL_ROWS = 2**20  # most rows of any sheet
OLE = b"\xd0\xcf\x11\xe0"  # first bytes of old workbooks, and of those with a password
LITERAL = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]')  # text that a number format shows literally
SCALED = re.compile(r",(?![#0?,])")  # a comma that divides by a thousand
MERGED = re.compile(rb"""<(?:\w+:)?mergeCell\s+ref=["']([A-Z]+\d+:[A-Z]+\d+)["']""")
NAMES_SCALE = re.compile(r'[万亿千百兆‰]|["\\]\.')


def is_safe(path: Path, name: str, report: Report) -> bool:
    """Report a file that is no workbook or too big; zipfile unpacks no more than is declared."""
    try:
        with path.open("rb") as file:
            start = file.read(len(OLE))
    except OSError as error:
        report.error(Place(name), f"读不了文件（{reason(error)}）", "可读的 .xlsx 文件")
        return False
    try:
        with zipfile.ZipFile(path) as archive:
            files = archive.infolist()
    except Exception:  # noqa: BLE001 - a damaged directory can raise anything
        report.error(Place(name), *_archive_error(start))
        return False
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_BYTES:
        report.error(Place(name), "文件展开后太大", "本站的收集表")
        return False
    return True


def _archive_error(start: bytes) -> tuple[str, str]:
    """Return the message for a file that is no zip archive, judged by its first bytes."""
    if not start:
        return "文件是空的", ".xlsx 文件"
    if start == OLE:
        what = "这是旧格式的Excel文件（.xls），或者设了打开密码"
        return what, "在Excel或WPS里打开，取消密码，另存为 .xlsx"
    return "文件不完整，或者不是Excel工作簿", "完整的 .xlsx 文件，请重新取得"


@dataclass(frozen=True)
class Table:
    """A worksheet: its cells, their texts by rows, and which of them are merged, as A1:B2."""

    title: str
    cells: list[list[Cell | MergedCell]]
    merged: list[str]

    @cached_property
    def rows(self) -> list[list[str]]:
        """The texts of the cells."""
        return [[cell_text(cell) for cell in row] for row in self.cells]

    @cached_property
    def days(self) -> list[list[str]]:
        """The texts of the cells, where days should be: the number 4.3 may have been 4.30."""
        return [[_day_text(cell) for cell in row] for row in self.cells]


def tables_of(book: Workbook) -> Iterator[Table]:
    """Yield the worksheets of a book that was opened to be read only."""
    for sheet in book.worksheets:
        # openpyxl tells of no merged cells here
        with sheet._get_source() as part:  # type: ignore[attr-defined]  # noqa: SLF001
            merged = [found.decode() for found in MERGED.findall(part.read())]
        yield Table(sheet.title, cells_of(sheet), merged)


def cells_of(sheet: ReadOnlyWorksheet) -> list[list[Cell | MergedCell]]:
    """Return the rows down to the last one that has a value, empty rows far below left out."""
    sheet.reset_dimensions()  # the size that the file states may be wrong
    rows: list[list[Cell | MergedCell]] = []
    for index, row in enumerate(islice(sheet.rows, ALL_ROWS)):
        if index < MOST_ROWS or any(cell.value is not None for cell in row):
            rows.append(list(row))
    while rows and all(cell.value is None for cell in rows[-1]):
        rows.pop()
    return rows


def is_scaled(code: str) -> bool:
    """Tell whether a number format shows another number than the one stored."""
    return bool(SCALED.search(LITERAL.sub("", code)) or NAMES_SCALE.search(code))


def cell_text(cell: Cell | MergedCell) -> str:
    """Return the text of a cell; a number shown as a percentage is returned as one."""
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


def _day_text(cell: Cell | MergedCell) -> str:
    is_decimal = isinstance(cell.value, float) and not cell.value.is_integer()
    return (NO_DAY if is_decimal else "") + cell_text(cell)


def _plain(number: float) -> str:
    """Return a number in decimal digits, without the noise of binary fractions."""
    return format(Decimal(f"{number:.15g}"), "f") if isinstance(number, float) else str(number)
