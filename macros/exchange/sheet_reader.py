"""Reads a collection sheet (.xlsx), as browser/exchange/sheet_reader.js does."""

from __future__ import annotations

import re
import warnings
from typing import TYPE_CHECKING

import openpyxl

from macros.exchange.sheet_facts import FactReader
from macros.exchange.sheet_layout import ABOUT, ARCHETYPE, FIRST_ROW, ID, SECTION, STRUCTURE
from macros.exchange.workbook import MOST_COLUMNS, MOST_ROWS, Table, is_safe, is_scaled, tables_of
from macros.facts.own_content import read_content
from macros.source.encoding import json_as_yaml
from macros.source.report import Place, Report
from macros.source.yaml_reader import Mapping, Node, Scalar, parse_yaml

if TYPE_CHECKING:
    from pathlib import Path

    from openpyxl import Workbook

    from macros.library.library import Library

    Entries = dict[str, tuple[Scalar, Node]]

MERGED = re.compile(r"([A-Z]+)(\d+):([A-Z]+)(\d+)")
UNMERGE = "取消合并，每个指标一行，各填各的"
MAKE_AGAIN = "重新导出的收集表，只填数，不动这张表"


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


class _Reader:
    def __init__(self, name: str, library: Library, report: Report) -> None:
        self.name, self.library, self.report = name, library, report

    def read(self, book: Workbook, stem: str) -> Mapping | None:
        """Return the tree, or None when the value of a cell is uncertain."""
        errors = len(self.report.errors)
        tables = {table.title: table for table in tables_of(book)}
        archetype = self._archetype(tables.get(ABOUT))
        structure = self._structure(tables.get(STRUCTURE), archetype)
        content = read_content(structure, self.report) if structure else None
        if structure is None or content is None:
            return None
        facts = self._facts(tables, FactReader(self.name, self.library, content, self.report))
        place = Place(self.name)
        given: dict[str, Node] = {
            "archetype": Scalar(place, archetype),
            "facts": Mapping(place, facts),
        }
        entries: Entries = {"name": (Scalar(place, "name"), Scalar(place, stem))}
        entries |= structure.entries
        entries |= {key: (Scalar(place, key), node) for key, node in given.items()}
        return Mapping(place, entries) if len(self.report.errors) == errors else None

    def _archetype(self, about: Table | None) -> str:
        rows = about.rows if about else []
        return next((row[1] for row in rows if row[:1] == [ARCHETYPE] and row[1:]), "")

    def _structure(self, table: Table | None, archetype: str) -> Mapping | None:
        """Return the structure as the tree of a facts file without facts; None after reporting."""
        place = Place(self.name)
        if table is None:
            return Mapping(place, {})
        text = "".join(row[0] for row in table.rows[1:] if row)
        read = Report()
        node = parse_yaml(json_as_yaml(text), self.name, read) if text.startswith("{") else None
        if node is None:
            self.report.error(place, f"“{STRUCTURE}”表被改过或者不完整，读不出来", MAKE_AGAIN)
            return None
        facts, made_for = node.get("facts"), node.get("archetype")
        if not isinstance(facts, Mapping) or facts.entries:
            self.report.error(place, f"“{STRUCTURE}”表里有填写的数", MAKE_AGAIN)
            return None
        if not isinstance(made_for, Scalar) or made_for.value != archetype:
            self.report.error(place, f"“{STRUCTURE}”表不是“{archetype}”的", MAKE_AGAIN)
            return None
        return node

    def _facts(self, tables: dict[str, Table], reader: FactReader) -> Entries:
        facts: Entries = {}
        for table in tables.values():
            found: Entries = {}
            for fact, entry in reader.read(table):
                if fact in found or fact in facts:
                    what = f"“{table.title}”表里“{fact}”又有一行"
                    self.report.error(entry[0].place, what, "每个指标只填一行，删去多余的")
                found[fact] = entry
            if found or any(ID in row for row in table.rows):
                self._check_cells(table)
                self._check_merged(table, is_list=not any(ID in row for row in table.rows))
            facts |= found
        return facts

    # --- cells whose value is uncertain ---

    def _check_cells(self, table: Table) -> None:
        """Report cells whose stored value may be stale or differs from the one that is shown."""
        cells = [cell for row in table.cells for cell in row if cell.value is not None]
        far = [cell for cell in cells if cell.row > MOST_ROWS or cell.column > MOST_COLUMNS]
        if far:
            place, more = Place(self.name, far[0].row), f"等{len(far)}处" if far[1:] else ""
            where = f"“{table.title}”表单元格{far[0].coordinate}{more}"
            self.report.error(place, f"{where}有内容，收集表没有这么大", "删去多余的内容")
            return
        for cell in cells:
            where, place = f"“{table.title}”表单元格{cell.coordinate}", Place(self.name, cell.row)
            if cell.data_type == "f":
                self.report.error(place, f"{where}是公式", "数值：复制后“选择性粘贴”为数值")
            elif cell.data_type == "n" and is_scaled(cell.number_format):
                expected = "单元格格式改为“文本”，按指标的单位重写"
                self.report.error(place, f"{where}按万、千等显示，存下的数与看到的不同", expected)

    def _check_merged(self, table: Table, *, is_list: bool) -> None:
        """Report merged cells: the figure of all but the first would be lost."""
        head = next((index for index, row in enumerate(table.rows) if ID in row), 0)
        titles = table.rows[head] if table.rows else []
        section = chr(ord("A") + titles.index(SECTION)) if SECTION in titles else ""
        for first, top, last, bottom in MERGED.findall("\n".join(table.merged)):
            is_below = int(bottom) > (FIRST_ROW if is_list else head + 1)
            if is_below and not first == last == section:
                where = f"“{table.title}”表单元格{first}{top}:{last}{bottom}"
                place = Place(self.name, int(top))
                self.report.error(place, f"{where}是合并的，看不出是哪一行的数", UNMERGE)
