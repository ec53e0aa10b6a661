"""The collection sheet on the command line: written, read again, refused when it is bad."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from macros.facts_file import FactsFile, empty, written_facts
from macros.offices import read_office
from macros.report import Report
from macros.sheet import as_sheet, read_sheet
from tests.unit.real import LIBRARY, OFFICES

if TYPE_CHECKING:
    from pathlib import Path

ARCHETYPE = "county-health-quarter"


def sheet_of(office: str) -> bytes:
    found = LIBRARY.offices[office]
    file = FactsFile(found.archetype, found.name, written_facts(found, LIBRARY))
    return as_sheet(file, LIBRARY)


@pytest.mark.parametrize("name", OFFICES)
def test_an_office_comes_back_as_it_went(name: str, tmp_path: Path) -> None:
    path = tmp_path / "x.xlsx"
    path.write_bytes(sheet_of(name))
    report = Report()
    node = read_sheet(path, LIBRARY, report)
    office = node and read_office(node, "x", LIBRARY, report)
    assert report.problems == []
    assert office
    assert office.entries == LIBRARY.offices[name].entries


def test_an_empty_sheet_asks_for_everything_and_gives_nothing(tmp_path: Path) -> None:
    content = as_sheet(empty(LIBRARY, ARCHETYPE), LIBRARY)
    book = openpyxl.load_workbook(io.BytesIO(content))
    ids = {row[0] for sheet in book for row in sheet.iter_rows(values_only=True)}
    assert set(LIBRARY.facts_of(LIBRARY.archetypes[ARCHETYPE])) <= ids
    path = tmp_path / "x.xlsx"
    path.write_bytes(content)
    report = Report()
    node = read_sheet(path, LIBRARY, report)
    office = node and read_office(node, "x", LIBRARY, report)
    assert office
    assert office.entries == {}


def test_a_mistake_is_told_with_its_row(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_sheet(empty(LIBRARY, ARCHETYPE), LIBRARY)))
    rows = list(book["数据"].iter_rows())
    at = next(index for index, row in enumerate(rows, 1) if row[0].value == "insured")
    rows[at - 1][4].value = "三十万"
    path = tmp_path / "x.xlsx"
    book.save(path)
    report = Report()
    node = read_sheet(path, LIBRARY, report)
    assert node
    read_office(node, "x", LIBRARY, report)
    assert str(report.errors[0]).startswith(f"{path}:{at}:1  “参保人数”：“三十万”不是数")


def test_numbers_lose_the_noise_of_binary_fractions(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_sheet(empty(LIBRARY, ARCHETYPE), LIBRARY)))
    row = next(row for row in book["数据"].iter_rows() if row[0].value == "paid")
    row[4].value, row[5].value = 1518.2 - 1236.11, 1236
    path = tmp_path / "x.xlsx"
    book.save(path)
    report = Report()
    node = read_sheet(path, LIBRARY, report)
    office = node and read_office(node, "x", LIBRARY, report)
    assert office
    paid = office.entries["paid"]
    assert isinstance(paid, dict)
    assert {side: str(getattr(n, "value", "")) for side, n in paid.items()} == {
        "now": "282.09",
        "last": "1236",
    }


def test_a_formula_is_no_figure(tmp_path: Path) -> None:
    book = openpyxl.load_workbook(io.BytesIO(as_sheet(empty(LIBRARY, ARCHETYPE), LIBRARY)))
    book["数据"]["E7"] = "=SUM(E2:E6)"
    path, report = tmp_path / "x.xlsx", Report()
    book.save(path)
    assert read_sheet(path, LIBRARY, report) is None
    assert str(report.errors[0]).startswith(f"{path}:7:1  单元格E7是公式")


def test_bad_files_are_refused(tmp_path: Path) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 30_000_000)
    word = io.BytesIO()
    with zipfile.ZipFile(word, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    good = sheet_of("qinghe-county-2013q1")
    for content, reason in (
        (good[:-200], "文件不完整"),
        (b"", "文件不完整"),
        (bomb.getvalue(), "展开后太大"),
        (word.getvalue(), "读不懂"),
    ):
        path, report = tmp_path / "x.xlsx", Report()
        path.write_bytes(content)
        assert read_sheet(path, LIBRARY, report) is None
        assert reason in str(report.errors[0])
