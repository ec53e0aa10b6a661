"""Reads a collection sheet (.xlsx), as browser/exchange/sheet_reader.js does."""

from __future__ import annotations

import unicodedata
import warnings
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
from macros.exchange.workbook import (
    MOST_COLUMNS,
    MOST_ROWS,
    cell_text,
    cells_of,
    is_safe,
    is_scaled,
)
from macros.facts.normalise import normalise
from macros.source.report import Place, Report
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from openpyxl import Workbook
    from openpyxl.cell import Cell, MergedCell

    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec, FieldSpec

FIRST_ROW = 3  # first record of a list, below ids, labels and hints
LABEL = COLUMNS[2]


def read_sheet(path: Path, library: Library, report: Report) -> Mapping | None:
    """Return a sheet as the tree of a facts file, each value with its row; None after reporting."""
    name = str(path)
    if not is_safe(path, name, report):
        return None
    try:
        with (
            path.open("rb") as file,
            warnings.catch_warnings(action="ignore"),
        ):  # in English
            book = openpyxl.load_workbook(file, read_only=True)
            return _Reader(name, library, report).read(book, path.stem)
    except Exception:  # noqa: BLE001 - a damaged part of the file can raise anything
        expected = "完好的 .xlsx：请重新取得文件，或在Excel或WPS里打开，另存为 .xlsx"
        report.error(Place(name), "读不懂这个Excel文件，可能已损坏，或者设了密码", expected)
        return None


def tight_name(text: str) -> str:
    """Return a name as names are compared: without spaces, full width made half."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _by_name(library: Library) -> dict[str, str]:
    """Return the facts by label, and by each alias that no other fact has."""
    found = {tight_name(spec.label): spec.id for spec in library.facts.values()}
    aliases = [(tight_name(a), spec.id) for spec in library.facts.values() for a in spec.aliases]
    for alias, fact in aliases:
        if [name for name, _ in aliases].count(alias) == 1:
            found.setdefault(alias, fact)
    return found


def _entry(name: str, text: str, place: Place) -> tuple[Scalar, Node]:
    return Scalar(place, name), Scalar(place, text)


class _Reader:
    def __init__(self, name: str, library: Library, report: Report) -> None:
        self.name, self.library, self.report = name, library, report
        self.ids = {spec.label: spec.id for spec in library.facts.values() if spec.citable}
        self.named = _by_name(library)

    def read(self, book: Workbook, stem: str) -> Mapping | None:
        """Return the tree, or None when the value of a cell is uncertain."""
        errors = len(self.report.errors)
        facts: dict[str, tuple[Scalar, Node]] = {}
        archetype = ""
        for sheet in book.worksheets:
            cells = cells_of(sheet)
            rows = [[cell_text(cell) for cell in row] for row in cells]
            if sheet.title == ABOUT:
                archetype = next((row[1] for row in rows if row[:1] == [ARCHETYPE] and row[1:]), "")
            found: dict[str, tuple[Scalar, Node]] = {}
            for fact, entry in self._facts(rows, sheet.title):
                if fact in found or fact in facts:
                    what = f"“{sheet.title}”表里“{fact}”又有一行"
                    self.report.error(entry[0].place, what, "每个指标只填一行，删去多余的")
                found[fact] = entry
            if found or any(ID in row for row in rows):
                self._check_cells(sheet.title, cells)
            facts |= found
        place = Place(self.name)
        entries = {"archetype": _entry("archetype", archetype, place)}
        entries["name"] = _entry("name", stem, place)
        entries["facts"] = (Scalar(place, "facts"), Mapping(place, facts))
        return Mapping(place, entries) if len(self.report.errors) == errors else None

    def _check_cells(self, title: str, cells: list[list[Cell | MergedCell]]) -> None:
        """Report cells whose stored value may be stale or differs from the one that is shown."""
        for cell in (cell for row in cells for cell in row if cell.value is not None):
            where = f"“{title}”表单元格{cell.coordinate}"
            place = Place(self.name, cell.row)
            if cell.row > MOST_ROWS or cell.column > MOST_COLUMNS:
                self.report.error(place, f"{where}有内容，收集表没有这么大", "删去多余的内容")
            elif cell.data_type == "f":
                self.report.error(place, f"{where}是公式", "数值：复制后“选择性粘贴”为数值")
            elif cell.data_type == "n" and is_scaled(cell.number_format):
                expected = "单元格格式改为“文本”，按指标的单位重写"
                self.report.error(place, f"{where}按万、千等显示，存下的数与看到的不同", expected)

    def _facts(
        self, rows: list[list[str]], title: str
    ) -> Iterator[tuple[str, tuple[Scalar, Node]]]:
        spec = self.library.facts.get(self._present(rows[0][0])) if rows and rows[0] else None
        if spec and spec.traits.records:
            records = list(self._records(rows, spec))
            if records or any(row[:1] == [NONE] for row in rows[FIRST_ROW:]):
                place = Place(self.name)
                yield spec.id, (Scalar(place, spec.id), Sequence(place, records))
            return
        head = next((index for index, row in enumerate(rows) if ID in row), len(rows))
        for index, row in enumerate(rows[head + 1 :], head + 2):
            found = dict(zip(rows[head], row, strict=False))
            label, place = found.get(LABEL, ""), Place(self.name, index)
            fact = self._present(found.get(ID, "")) or self.named.get(tight_name(label), "")
            value = self._value(found, self.library.facts.get(fact), place)
            if value and fact:
                yield fact, (Scalar(place, fact), value)
            elif value:
                what = f"“{title}”表第{index}行“{label}”没有编号，也没有叫这个名称的指标"
                self.report.error(place, what, "收集表原来的编号或名称，或删去这一行")

    def _present(self, id_: str) -> str:
        """Return the id that a fact has now; sheets may be older than it."""
        return self.library.names.fact(id_)

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
        """Return the strict form of what was typed; of a cited figure, its id."""
        text = normalise(typed, field)
        return self.ids.get(text, text) if field.type == "figure" else text
