"""Writes the collection sheet (.xlsx), with the layout of browser/exchange/sheet_writer.js."""

from __future__ import annotations

import io
import re
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from macros.facts.archetype_facts import inputs_of
from macros.library.library import FRAME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from macros.exchange.facts_file import FactsFile, Written
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.schema.vocabulary import FactSpec, FieldSpec

ID = "编号"
COLUMNS = (ID, "章节", "指标", "单位", "本期", "上期", "计划", "填写说明")
SIDES = {"now": 4, "last": 5, "plan": 6}  # the columns of a series
WIDTHS = (18, 16, 26, 8, 16, 16, 16, 60)
DATA, ABOUT, ARCHETYPE, CHOICES = "数据", "说明", "范本", "可选指标"
NOT_TAKEN = "—"
NONE = "没有"  # in the first cell of a list without records
FIRST_ROW = 3  # first record of a list, below ids, labels and hints
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME = 31


def as_sheet(file: FactsFile, library: Library) -> bytes:
    """Return a workbook with the facts of an archetype, filled with those of the file."""
    archetype = library.archetypes[file.archetype]
    book = openpyxl.Workbook()
    data = book.active
    assert data is not None  # noqa: S101 - a new workbook has a sheet
    data.title = DATA
    data.freeze_panes = "A2"
    _append(data, COLUMNS, bold=True)
    for section, name in _asked(library, archetype):
        spec = library.facts[name]
        if spec.traits.records:
            _list_sheet(book.create_sheet(_title(spec)), library, spec, file.facts.get(name, ""))
        else:
            _append(data, _row(spec, section, file.facts.get(name, "")))
    _set_widths(data, WIDTHS)
    _choices(book, library, archetype)
    _about(book.create_sheet(ABOUT), archetype)
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def _asked(library: Library, archetype: Archetype) -> Iterator[tuple[str, str]]:
    """Yield each fact once, with the first section that needs it."""
    used = [(library.sections[e.use].name, e.use) for e in archetype.entries if e.use]
    named = [("基本情况", library.frame[name]) for name in FRAME]
    named += [(name, library.templates[use]) for name, use in used]
    placed: set[str] = set()
    for section, template in named:
        for fact in inputs_of(library.facts, template.forms[archetype.form].facts):
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
    chosen = f"照抄“{CHOICES}”表里的名称" if spec.type == "figure" else ""
    options = f"选填：{'、'.join(spec.options)}" if spec.options else ""
    return "；".join(filter(None, (spec.hint, chosen, options, "" if spec.required else "可不填")))


def _title(spec: FactSpec) -> str:
    return NOT_IN_NAMES.sub(" ", spec.label)[:LONGEST_NAME]


def _list_sheet(sheet: Worksheet, library: Library, spec: FactSpec, fact: Written) -> None:
    fields = spec.record
    labels = [f"{f.label}（{f.unit}）" if f.unit else f.label for f in fields.values()]
    _append(sheet, [spec.id, *fields])
    _append(sheet, ["序号", *labels], bold=True)
    _append(sheet, ["", *map(_hint, fields.values())])
    if fact == []:
        _append(sheet, [NONE])
    for number, row in enumerate(fact if isinstance(fact, list) else [], 1):
        shown = (_shown(library, row.get(name, ""), field) for name, field in fields.items())
        _append(sheet, [str(number), *shown])
    _set_widths(sheet, (18, *([30] * len(fields))))


def _shown(library: Library, text: str, field: FieldSpec) -> str:
    """Return the text of a record's field; a cited figure is shown by its unique label."""
    cited = library.facts.get(text) if field.type == "figure" else None
    return cited.label if cited else text


def _choices(book: Workbook, library: Library, archetype: Archetype) -> None:
    """Add the list of figures that records can cite, if a record of the archetype can."""
    names = library.facts_of(archetype).available
    specs = [spec for name, spec in library.facts.items() if name in names]
    if any(field.type == "figure" for spec in specs for field in spec.record.values()):
        sheet = book.create_sheet(CHOICES)
        _append(sheet, [CHOICES], bold=True)
        for spec in specs:
            if spec.citable:
                _append(sheet, [spec.label])
        _set_widths(sheet, (40,))


def _about(sheet: Worksheet, archetype: Archetype) -> None:
    for line in (
        (ARCHETYPE, archetype.id),
        ("版本", archetype.version),
        ("名称", archetype.title),
        (
            "怎么填",
            "“数据”表填本期、上期、计划三列；不分期的填在本期列。其余各表每行填一条，从第四行写起。",
        ),
        (
            "空着的",
            "空着的格和整张空着的表，导入后不改变已填的内容。一条也没有的，在那张表的第四行第一格写“没有”；写了任何一条的，以这里写的各条代替已填的各条。要清空某一项，请在填写页上清空。",
        ),
        (
            "怎么交回",
            "交回汇总的单位，或在填写页用“导入文件”选这个文件。编号列和本页的范本不要改。",
        ),
    ):
        _append(sheet, line)
    _set_widths(sheet, (12, 90))


def _append(sheet: Worksheet, texts: Any, *, bold: bool = False) -> None:
    """Append a row of texts, so that 1518.20 keeps its zero and =A1 is no formula."""
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
