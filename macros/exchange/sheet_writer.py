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
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from macros.exchange.facts_file_writer import FactsFile, Written
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.schema.vocabulary import FactSpec, FieldSpec

TABLE = shared_table(__file__)  # browser/exchange/sheet_writer.js has the same
COLUMNS: list[str] = TABLE["columns"]
ID = COLUMNS[0]
SIDES: dict[str, int] = TABLE["side_columns"]  # the columns of a series
WIDTHS: list[int] = TABLE["widths"]
DATA, ABOUT, CHOICES = (TABLE["sheets"][name] for name in ("data", "about", "choices"))
ARCHETYPE, VERSION, TITLE = (TABLE["about"][name] for name in ("archetype", "version", "title"))
NOT_TAKEN: str = TABLE["not_taken"]
NONE: str = TABLE["no_records"]  # in the first cell of a list without records
FIRST_ROW = 3  # first record of a list, below ids, labels and hints
NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\]")
LONGEST_NAME: int = TABLE["longest_name"]


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
    named = [(TABLE["basics"], library.frame[name]) for name in FRAME]
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
    _append(sheet, [TABLE["row_number"], *labels], bold=True)
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
        (VERSION, archetype.version),
        (TITLE, archetype.title),
        *TABLE["how_to"],
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


def _set_widths(sheet: Worksheet, widths: Iterable[int]) -> None:
    for index, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index]].width = width
