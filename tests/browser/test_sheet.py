"""The collection sheet: out of the page, through a spreadsheet, and back."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import openpyxl
import pytest

from macros.exchange.facts_file_writer import FactsFile
from macros.exchange.sheet_reader import read_sheet
from macros.exchange.sheet_writer import as_sheet
from macros.library.facts_file_reader import read_facts_file
from macros.source.report import Report
from tests.browser.filling import ARCHETYPE, OFFICE, Filling, facts_of
from tests.browser.serving import watched
from tests.support.real import LIBRARY, without_own_headings

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Page

# openpyxl misses a named style that no reader needs
pytestmark = pytest.mark.filterwarnings("ignore:Workbook contains no default style")


def exported(filling: Filling, path: Path, what: str = "导出收集表") -> Path:
    """Export the sheet into a file."""
    with filling.page.expect_download() as started:
        filling.menu(what)
    started.value.save_as(path)
    return path


def test_a_sheet_comes_back_as_it_went(page: Page, place: str, tmp_path: Path) -> None:
    wrong = watched(page, place if place.startswith("http") else "file:///x")
    filling = Filling.at(page, place)
    filling.fill_at_once(facts_of(OFFICE))
    before = filling.text
    path = exported(filling, tmp_path / "x.xlsx")
    filling.menu("清空已填内容")
    page.wait_for_timeout(300)
    filling.choose_files(path)
    filling.press("导入")
    page.wait_for_timeout(300)
    assert filling.text == before
    assert wrong == []


def test_a_sheet_reads_right_in_a_spreadsheet(page: Page, http: str, tmp_path: Path) -> None:
    filling = Filling.at(page, http)
    filling.type("paid.now", "1518.20")
    filling.type("goal", "=1+1")
    book = openpyxl.load_workbook(exported(filling, tmp_path / "x.xlsx"))
    rows = {row[0]: row for row in book["数据"].iter_rows(values_only=True)}
    assert rows["paid"][2:6] == ("报销金额", "万元", "1518.20", None)
    goal = next(row for row in book["数据"].iter_rows() if row[0].value == "goal")
    assert (goal[4].value, goal[4].data_type) == ("=1+1", "s")
    assert book["说明"]["B1"].value == ARCHETYPE


def test_what_excel_makes_of_a_sheet_is_understood(page: Page, http: str, tmp_path: Path) -> None:
    filling = Filling.at(page, http)
    path = exported(filling, tmp_path / "x.xlsx", "空白收集表")
    book = openpyxl.load_workbook(path)
    sheet = book["数据"]
    sheet.insert_rows(1)
    sheet["A1"] = "某县一季度"
    for row in sheet.iter_rows(min_row=3):
        if row[0].value == "paid":
            row[4].value, row[5].value = 1518.2 - 1236.11 + 1236.11, "1,236.11万元"
        if row[0].value == "insured":
            row[4].value = 378073
        if row[0].value == "signed":
            row[4].value = "2026年4月9日"
    book["工作重点"].append(["1", "公共卫生"])
    book.create_sheet("别的").append(["随便"])
    book.save(path)
    filling.choose_files(path)
    dialog = page.locator("dialog")
    assert "不导入：工作表“别的”" in dialog.inner_text()
    filling.press("导入")
    page.wait_for_timeout(300)
    places = ("paid.now", "paid.last", "insured", "signed", "focus[0].name")
    values = [filling.field(place).input_value() for place in places]
    assert values == ["1518.2", "1236.11", "378073", "2026-04-09", "公共卫生"]


def test_what_a_sheet_leaves_empty_stays(page: Page, http: str, tmp_path: Path) -> None:
    filling = Filling.at(page, http)
    filling.type("paid.last", "1236.11")
    filling.type("goal", "目标")
    filling.choose("period", "2026Q1")
    path = exported(filling, tmp_path / "x.xlsx", "空白收集表")
    book = openpyxl.load_workbook(path)
    for row in book["数据"].iter_rows(min_row=2):
        if row[0].value == "paid":
            row[4].value = "1518.20"
        if row[0].value == "period":
            row[4].value = "2026Q2"
    book.save(path)
    filling.choose_files(path)
    shown = page.locator("dialog").inner_text()
    assert "2026年第一季度" in shown
    assert "2026Q2" not in shown
    assert "共2处变化" in shown
    filling.press("导入")
    page.wait_for_timeout(300)
    places = ("paid.now", "paid.last", "goal")
    values = [filling.field(place).input_value() for place in places]
    assert values == ["1518.20", "1236.11", "目标"]


def bomb(_: bytes) -> bytes:
    """Return a small archive that unpacks to 200 MB."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("xl/workbook.xml", b" " * 200_000_000)
    return target.getvalue()


def renamed(_: bytes) -> bytes:
    """Return a Word file that is called a workbook."""
    target = io.BytesIO()
    with zipfile.ZipFile(target, "w") as archive:
        archive.writestr("word/document.xml", "<w/>")
    return target.getvalue()


def of_another(content: bytes) -> bytes:
    """Return the sheet of another archetype."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["说明"]["B1"] = "patriotic-health-year"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


def computed(content: bytes) -> bytes:
    """Return the sheet with a formula in it, whose result nobody has stored."""
    book = openpyxl.load_workbook(io.BytesIO(content))
    book["数据"]["E7"] = "=SUM(E2:E6)"
    target = io.BytesIO()
    book.save(target)
    return target.getvalue()


BAD_SHEETS: dict[str, tuple[Callable[[bytes], bytes], str]] = {
    "cut": (lambda content: content[:-300], "文件不完整"),
    "bomb": (bomb, "展开后太大"),
    "word": (renamed, "不是Excel工作簿"),
    "old": (lambda _: b"\xd0\xcf\x11\xe0" + b"\0" * 600, "旧格式"),
    "other": (of_another, "到那个范本的填写页导入"),
    "formula": (computed, "单元格E7是公式"),
    "empty": (lambda content: content, "没有填数"),
    "nothing": (lambda _: b"", "文件是空的"),
    "gbk": (lambda _: '{"name": "一季度"}'.encode("gbk"), "另存为UTF-8编码"),
    "program": (lambda _: b"MZ\x90\x00\x03" + bytes(range(256)) * 9, "读不懂这个文件"),
    "huge": (lambda content: content + b"\0" * 20_000_000, "文件太大"),
}


@pytest.mark.parametrize("kind", BAD_SHEETS)
def test_a_bad_sheet_is_refused_and_changes_nothing(
    page: Page, http: str, tmp_path: Path, kind: str
) -> None:
    filling = Filling.at(page, http)
    path = exported(filling, tmp_path / "x.xlsx", "空白收集表")
    spoil, reason = BAD_SHEETS[kind]
    path.write_bytes(spoil(path.read_bytes()))
    filling.type("org", "甲局")
    filling.choose_files(path)
    dialog = page.locator("dialog")
    dialog.wait_for()  # in vain if a sheet that swells were unpacked whole
    assert reason in dialog.inner_text()
    assert filling.field("org").input_value() == "甲局"


def test_the_page_and_the_command_line_read_each_others_sheets(
    page: Page, http: str, tmp_path: Path
) -> None:
    office = LIBRARY.offices[OFFICE]
    path = tmp_path / "x.xlsx"
    path.write_bytes(as_sheet(FactsFile(ARCHETYPE, "", facts_of(OFFICE)), LIBRARY))
    filling = Filling.at(page, http)
    filling.choose_files(path)
    filling.press("导入")
    page.wait_for_timeout(300)
    shown = [
        line.lstrip("　") for line in without_own_headings(OFFICE).as_text().splitlines() if line
    ]
    assert filling.text.split("\n") == shown
    report = Report()
    node = read_sheet(exported(filling, tmp_path / "y.xlsx"), LIBRARY, report)
    again = node and read_facts_file(node, "y", LIBRARY, report)
    assert report.problems == []
    assert again
    assert again.entries == office.entries
