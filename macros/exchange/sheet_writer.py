"""Writes the collection sheet (.xlsx), with the layout of browser/exchange/sheet_writer.js."""

from __future__ import annotations

import io
import itertools
import re
from typing import TYPE_CHECKING, Any

import openpyxl
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Font

from macros.exchange.sheet_layout import (
    ABOUT,
    ARCHETYPE,
    CHOICES,
    COLUMNS,
    DATA,
    LONGEST,
    NONE,
    NOT_TAKEN,
    SECTIONS,
    SIDES,
    STRUCTURE,
    TABLE,
    TITLE,
    VERSION,
    parts_of,
)
from macros.exchange.structure import has_structure, pieces
from macros.facts.offices import Choices
from macros.facts.paths import label_at
from macros.library.summary import Summary
from macros.schema.facts_files import Content
from macros.source.encoding import FORBIDDEN
from macros.source.report import Place, ProblemsFoundError, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from openpyxl import Workbook
    from openpyxl.worksheet.worksheet import Worksheet

    from macros.exchange.facts_file_writer import Facts, FactsFile, Written
    from macros.exchange.sheet_layout import Part
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.schema.vocabulary import FactSpec, FieldSpec

NOT_IN_NAMES = re.compile(r"[\[\]:*?/\\']")


def as_sheet(file: FactsFile, library: Library, keys: Sequence[str] = ()) -> bytes:
    """Return a workbook with the facts that a file asks for, filled with those that it has.

    With `keys` it asks only for those parts of the summary; its structure is whole all the same.
    """
    summary = summary_of_file(file, library)
    _check_lengths(file, summary)
    parts = [part for part in parts_of(summary, file.facts) if not keys or part.key in keys]
    book = openpyxl.Workbook()
    data = book.active
    assert data is not None  # noqa: S101 - a new workbook has a sheet
    data.title = DATA
    data.freeze_panes = "A2"
    _append(data, COLUMNS, bold=True)
    specs = [(part.name, summary.specs[name]) for part in parts for name in part.facts]
    lists = [spec for _, spec in specs if spec.traits.records]
    for name, spec in specs:
        if not spec.traits.records:
            _append(data, _row(spec, name, file.facts.get(spec.id, "")))
    _set_widths(data, TABLE["widths"])
    for title, spec in zip(_titles(lists), lists, strict=True):
        _list_sheet(book.create_sheet(title), summary, spec, file.facts.get(spec.id, ""))
    _choices(book, summary)
    if has_structure(file):
        _structure(book.create_sheet(STRUCTURE), file)
    _about(book.create_sheet(ABOUT), summary.archetype, parts if keys else [])
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def summary_of_file(file: FactsFile, library: Library) -> Summary:
    """Return the summary that a file which is to be written asks for."""
    content = Content.model_validate(file.content, by_name=False)
    choices = Choices(tuple(file.without), file.headings, content)
    return Summary(library, library.archetypes[file.archetype], choices)


def _check_lengths(file: FactsFile, summary: Summary) -> None:
    """Raise ProblemsFoundError with every text that no cell can hold."""
    report = Report()
    for path, text in _texts(file.facts):
        length = len(text.encode("utf-16-le", "surrogatepass")) // 2
        if length > LONGEST:
            what = f"“{label_at(summary.specs, path)}”有{length}个字，Excel的一格放不下"
            report.error(Place(path), what, f"至多{LONGEST}个字；或者 --format yaml、json")
    if report.errors:
        raise ProblemsFoundError(report.errors)


def _texts(facts: Facts) -> Iterator[tuple[str, str]]:
    """Yield the texts of facts by path."""
    for name, fact in facts.items():
        if isinstance(fact, str):
            yield name, fact
        elif isinstance(fact, dict):
            yield from ((f"{name}.{side}", text) for side, text in fact.items())
        else:
            rows = ((f"{name}[{index}]", row) for index, row in enumerate(fact))
            yield from ((f"{at}.{key}", text) for at, row in rows for key, text in row.items())


def _row(spec: FactSpec, section: str, fact: Written) -> list[str]:
    row = [spec.id, section, spec.label, spec.unit, "", "", "", _hint(spec)]
    for side, column in SIDES.items():
        if side != "now" and side not in spec.series and not spec.traits.quotient:
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


def _titles(specs: Iterable[FactSpec]) -> list[str]:
    """Return the names of the worksheets of lists: no name is taken twice, in any case."""
    taken = {*TABLE["sheets"].values()}
    titles = []
    for spec in specs:
        title = plain = NOT_IN_NAMES.sub(" ", FORBIDDEN.sub(" ", spec.label))[
            : TABLE["longest_name"]
        ]
        for number in itertools.count(2):
            if title.lower() not in taken and title.strip():
                break
            title = f"{plain[: TABLE['longest_name'] - 4]} {number}"
        taken.add(title.lower())
        titles.append(title)
    return titles


def _list_sheet(sheet: Worksheet, summary: Summary, spec: FactSpec, fact: Written) -> None:
    fields = spec.record
    labels = [f"{f.label}（{f.unit}）" if f.unit else f.label for f in fields.values()]
    _append(sheet, [spec.id, *fields])
    _append(sheet, [TABLE["row_number"], *labels], bold=True)
    _append(sheet, ["", *map(_hint, fields.values())])
    if fact == []:
        _append(sheet, [NONE])
    for number, row in enumerate(fact if isinstance(fact, list) else [], 1):
        shown = (_shown(summary, row.get(name, ""), field) for name, field in fields.items())
        _append(sheet, [str(number), *shown])
    _set_widths(sheet, (18, *([30] * len(fields))))


def _shown(summary: Summary, text: str, field: FieldSpec) -> str:
    """Return the text of a record's field; a cited figure is shown by its unique label."""
    cited = summary.specs.get(text) if field.type == "figure" else None
    return cited.label if cited else text


def _choices(book: Workbook, summary: Summary) -> None:
    """Add the list of figures that records can cite, if a record of the summary can."""
    specs = summary.shown.values()
    if any(field.type == "figure" for spec in specs for field in spec.record.values()):
        sheet = book.create_sheet(CHOICES)
        _append(sheet, [CHOICES], bold=True)
        for spec in specs:
            if spec.citable:
                _append(sheet, [spec.label])
        _set_widths(sheet, (40,))


def _about(sheet: Worksheet, archetype: Archetype, parts: Sequence[Part]) -> None:
    for line in (
        (ARCHETYPE, archetype.id),
        (VERSION, archetype.version),
        (TITLE, archetype.title),
        *([(SECTIONS, "、".join(part.name for part in parts))] if parts else []),
        *TABLE["how_to"],
        (
            "怎么交回",
            "交回汇总的单位，或在填写页用“导入文件”选这个文件。编号列和本页的范本不要改。",
        ),
    ):
        _append(sheet, line)
    _set_widths(sheet, (12, 90))


def _structure(sheet: Worksheet, file: FactsFile) -> None:
    for text in (TABLE["structure_note"], *pieces(file)):
        _append(sheet, [text], wrap=False)
    _set_widths(sheet, (90,))


def _append(sheet: Worksheet, texts: Any, *, bold: bool = False, wrap: bool = True) -> None:
    """Append a row of texts, so that 1463.70 keeps its zero and =A1 is no formula."""
    legal = [FORBIDDEN.sub(" ", text) for text in texts]
    cells = [WriteOnlyCell(sheet, value=text or None) for text in legal]
    for cell, text in zip(cells, legal, strict=True):
        cell.data_type = "s" if text else "n"
        cell.number_format = "@"
        cell.alignment = Alignment(wrap_text=wrap, vertical="top")
        cell.font = Font(bold=bold)
    sheet.append(cells)


def _set_widths(sheet: Worksheet, widths: Iterable[int]) -> None:
    for index, width in enumerate(widths):
        sheet.column_dimensions["ABCDEFGHIJKLMNOPQRSTUVWXYZ"[index]].width = width
