"""The collection sheet (.xlsx) on the command line, laid out as browser/sheet/sheet.js does."""

from __future__ import annotations

import datetime as dt
import io
import re
import zipfile
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font
from openpyxl.utils.exceptions import InvalidFileException

from macros.library import FRAME
from macros.normalise import normalise
from macros.report import Place, Report
from macros.source import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from macros.facts_file import FactsFile, Written
    from macros.library import Library
    from macros.schema import Archetype
    from macros.vocabulary import FactSpec, FieldSpec

ID = "编号"
COLUMNS = (ID, "章节", "指标", "单位", "本期", "上期", "计划", "填写说明")
SIDES = {"now": 4, "last": 5, "plan": 6}  # the columns of a series
WIDTHS = (18, 16, 26, 8, 16, 16, 16, 60)
DATA, ABOUT, ARCHETYPE = "数据", "说明", "范本"
NOT_TAKEN = "—"
NONE = "没有"  # in the first cell of a list that has no records
MOST_BYTES, MOST_FILES = 20_000_000, 500  # unpacked
FIRST_ROW = 3  # of a list's records, below ids, labels and hints
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31


# --- writing ----------------------------------------------------------------------------------


def as_sheet(file: FactsFile, library: Library) -> bytes:
    """Return the facts an archetype asks for, filled with those of the file, as a workbook."""
    archetype = library.archetypes[file.archetype]
    book = openpyxl.Workbook()
    data = book.active
    assert data is not None  # noqa: S101 - a new workbook has a sheet
    data.title = DATA
    data.freeze_panes = "A2"
    _append(data, COLUMNS, bold=True)
    for section, name in _asked(library, archetype):
        spec = library.facts[name]
        if spec.type == "list":
            _list_sheet(book.create_sheet(_title(spec)), spec, file.facts.get(name, ""))
        else:
            _append(data, _row(spec, section, file.facts.get(name, "")))
    _set_widths(data, WIDTHS)
    _about(book.create_sheet(ABOUT), archetype)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _asked(library: Library, archetype: Archetype) -> Iterator[tuple[str, str]]:
    """Yield each fact with the section that asks for it first."""
    used = [(library.sections[e.use].name, e.use) for e in archetype.entries if e.use]
    named = [("基本情况", library.frame[name]) for name in FRAME]
    named += [(name, library.templates[use]) for name, use in used]
    placed: set[str] = set()
    for section, template in named:
        for fact in library.entered(list(template.facts)):
            if fact not in placed:
                placed.add(fact)
                yield section, fact


def _row(spec: FactSpec, section: str, fact: Written) -> list[str]:
    row = [spec.id, section, spec.label, spec.unit, "", "", "", _hint(spec)]
    for side, column in SIDES.items():
        if side != "now" and side not in spec.series:
            row[column] = NOT_TAKEN
        elif isinstance(fact, dict):
            row[column] = fact.get(side, "")
        elif isinstance(fact, str) and side == "now":
            row[column] = fact
    return row


def _hint(spec: FieldSpec) -> str:
    options = f"选填：{'、'.join(spec.options)}" if spec.options else ""
    return "；".join(filter(None, (spec.hint, options, "" if spec.required else "可不填")))


def _title(spec: FactSpec) -> str:
    return NOT_IN_NAMES.sub(" ", spec.label)[:LONGEST_NAME]


def _list_sheet(sheet: Worksheet, spec: FactSpec, fact: Written) -> None:
    fields = spec.record
    labels = [f"{f.label}（{f.unit}）" if f.unit else f.label for f in fields.values()]
    _append(sheet, [spec.id, *fields])
    _append(sheet, ["序号", *labels], bold=True)
    _append(sheet, ["", *map(_hint, fields.values())])
    if fact == []:
        _append(sheet, [NONE])
    for number, row in enumerate(fact if isinstance(fact, list) else [], 1):
        _append(sheet, [str(number), *(row.get(name, "") for name in fields)])
    _set_widths(sheet, (18, *([30] * len(fields))))


def _about(sheet: Worksheet, archetype: Archetype) -> None:
    for line in (
        (ARCHETYPE, archetype.id),
        ("版本", archetype.version),
        ("名称", archetype.title),
        (
            "怎么填",
            "“数据”表填本期、上期、计划三列；不分期的填在本期列。其余各表每行填一条，从第四行写起；没有的在第四行第一格写“没有”。",
        ),
        (
            "怎么交回",
            "交回汇总的单位，或在填写页用“导入文件”选这个文件。编号列和本页的范本不要改。",
        ),
    ):
        _append(sheet, line)
    _set_widths(sheet, (12, 90))


def _append(sheet: Worksheet, texts: Any, *, bold: bool = False) -> None:
    """Append a row of texts: 1518.20 keeps its zero, =A1 is no formula."""
    cells = [WriteOnlyCell(sheet, value=text or None) for text in texts]
    for cell, text in zip(cells, texts, strict=True):
        cell.data_type = "s" if text else "n"
        cell.number_format = "@"
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        cell.font = Font(bold=bold)
    sheet.append(cells)


def _set_widths(sheet: Worksheet, widths: tuple[int, ...]) -> None:
    for index, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index]].width = width


# --- reading ----------------------------------------------------------------------------------


def read_sheet(path: Path, library: Library, report: Report) -> Mapping | None:
    """Return a sheet as the tree of a facts file, each value at its row; None after reporting."""
    name = str(path)
    if not _is_safe(path, name, report):
        return None
    try:
        book = openpyxl.load_workbook(path)
    except (InvalidFileException, KeyError, ValueError, OSError, zipfile.BadZipFile):
        report.error(Place(name), "读不懂这个Excel文件", "在Excel或WPS里另存为 .xlsx")
        return None
    if _has_formula(book, name, report):
        return None
    facts: dict[str, tuple[Scalar, Node]] = {}
    for sheet in book.worksheets:
        facts |= dict(_facts(sheet, name, library))
    archetype = _archetype(book[ABOUT] if ABOUT in book.sheetnames else None)
    entries = {"archetype": _entry("archetype", archetype, Place(name))}
    entries["name"] = _entry("name", path.stem, Place(name))
    entries["facts"] = (Scalar(Place(name), "facts"), Mapping(Place(name), facts))
    return Mapping(Place(name), entries)


def _has_formula(book: Workbook, name: str, report: Report) -> bool:
    """Report formulas: a stored result may be stale, so that figures come in as values only."""
    cells = (cell for sheet in book.worksheets for row in sheet.iter_rows() for cell in row)
    formulas = [cell for cell in cells if cell.data_type == "f"]
    for cell in formulas:
        place = Place(name, cell.row or 0)
        report.error(place, f"单元格{cell.coordinate}是公式", "数值：复制后“选择性粘贴”为数值")
    return bool(formulas)


def _is_safe(path: Path, name: str, report: Report) -> bool:
    try:
        with zipfile.ZipFile(path) as archive:
            files = archive.infolist()
    except (OSError, zipfile.BadZipFile):
        report.error(Place(name), "文件不完整，或者不是Excel工作簿", ".xlsx 文件")
        return False
    if len(files) > MOST_FILES or sum(file.file_size for file in files) > MOST_BYTES:
        report.error(Place(name), "文件展开后太大", "本站的收集表")
        return False
    return True


def _entry(name: str, text: str, place: Place) -> tuple[Scalar, Node]:
    return Scalar(place, name), Scalar(place, text)


def _archetype(sheet: Worksheet | None) -> str:
    rows = sheet.iter_rows(values_only=True) if sheet else ()
    return next((_text(row[1]) for row in rows if row and row[0] == ARCHETYPE and row[1:]), "")


def _facts(
    sheet: Worksheet, name: str, library: Library
) -> Iterator[tuple[str, tuple[Scalar, Node]]]:
    rows = [[_text(cell) for cell in row] for row in sheet.iter_rows(values_only=True)]
    spec = library.facts.get(rows[0][0]) if rows and rows[0] else None
    if spec and spec.type == "list":
        records = list(_records(rows, spec, name))
        if records or any(row[:1] == [NONE] for row in rows[FIRST_ROW:]):
            place = Place(name)
            yield spec.id, (Scalar(place, spec.id), Sequence(place, records))
        return
    head = next((index for index, row in enumerate(rows) if ID in row), None)
    if head is None:
        return
    for index, row in enumerate(rows[head + 1 :], head + 2):
        found = dict(zip(rows[head], row, strict=False))
        value = _value(found, library.facts.get(found[ID]), Place(name, index))
        if value:
            yield found[ID], (Scalar(Place(name, index), found[ID]), value)


def _value(row: dict[str, str], spec: FactSpec | None, place: Place) -> Node | None:
    texts = {side: row.get(COLUMNS[column], "") for side, column in SIDES.items()}
    given = {side: text for side, text in texts.items() if text not in ("", NOT_TAKEN)}
    if spec:
        given = {side: normalise(text, spec) for side, text in given.items()}
    if not given:
        return None
    if spec and not spec.series:
        return Scalar(place, next(iter(given.values())))
    return Mapping(place, {side: _entry(side, text, place) for side, text in given.items()})


def _records(rows: list[list[str]], spec: FactSpec, name: str) -> Iterator[Node]:
    for index, row in enumerate(rows[FIRST_ROW:], FIRST_ROW + 1):
        found = dict(zip(rows[0][1:], row[1:], strict=False))
        if any(found.get(field) for field in spec.record):
            place = Place(name, index)
            texts = {n: normalise(found.get(n, ""), field) for n, field in spec.record.items()}
            yield Mapping(place, {name: _entry(name, text, place) for name, text in texts.items()})


def _text(cell: object) -> str:
    """Return what a cell says: a number without the noise of binary fractions."""
    if isinstance(cell, bool) or cell is None:
        return "" if cell is None else str(cell)
    if isinstance(cell, float):
        return f"{cell:.15g}"
    if isinstance(cell, dt.datetime):
        return cell.date().isoformat()
    return str(cell).strip()
