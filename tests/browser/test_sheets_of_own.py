"""Sheets of a draft with content of its own: there and back, split, joined, handed down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import openpyxl
import pytest
from playwright.sync_api import expect

from macros.cli.main import main
from tests.browser.filling import ARCHETYPE, Filling, draft_file
from tests.browser.test_own_content import CONTENT
from tests.browser.test_sheet import exported
from tests.support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook
    from playwright.sync_api import Page

# openpyxl misses a named style that no reader needs
pytestmark = pytest.mark.filterwarnings("ignore:Workbook contains no default style")

FACTS = {
    "org": "青禾县卫生健康局",
    "period": "2026Q3",
    "last_period": "2025Q3",
    "own_signed": {"now": "1287", "last": "1065"},
    "own_elders": {"now": "5313", "last": "5210"},
}
OWN_LINE = "签约1287人，比上年同期增加222人"


def of_own(page: Page, base: str, tmp_path: Path, content: dict[str, Any] = CONTENT) -> Filling:
    """Open the page with a draft that has content of its own."""
    filling = Filling.at(page, base)
    path = draft_file(tmp_path, schema="2", facts=FACTS, **content)
    filling.choose_files(path)
    filling.press("导入")
    page.locator(".live-document", has_text="医养结合").wait_for()
    filling.saved()
    return filling


def put_files(filling: Filling, *paths: Path) -> str:
    """Choose files to import, and return what the dialog says."""
    filling.choose_files(*paths)
    filling.page.locator("dialog").wait_for()
    return filling.page.locator("dialog").inner_text()


def changed(path: Path, change: Callable[[Workbook], object]) -> Path:
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)
    return path


def filled(path: Path, name: str, text: str, column: int = 4) -> Path:
    """Fill in the row of a fact."""

    def fill(book: Workbook) -> None:
        rows = {row[0].value: row for row in book["数据"].iter_rows()}
        rows[name][column].value = text

    return changed(path, fill)


def test_own_indicators_come_back_by_a_sheet(page: Page, base: str, tmp_path: Path) -> None:
    filling = of_own(page, base, tmp_path)
    before = filling.text
    path = exported(filling, tmp_path / "x.xlsx")
    rows = {row[0]: row for row in openpyxl.load_workbook(path)["数据"].values}
    assert rows["own_signed"][1:7] == ("公共卫生", "医养签约老人", "人", "1287", "1065", "—")
    filling.new_draft()
    said = put_files(filling, path)
    assert "医养签约老人（本期）\t（空）\t1287" in said
    filling.press("导入")
    page.locator(".live-document", has_text=OWN_LINE).wait_for()
    assert filling.text == before
    filled(path, "own_signed", "1300")
    said = put_files(filling, path)
    assert "共1处变化" in said
    filling.press("导入")
    page.locator(".live-document", has_text="签约1300人").wait_for()
    # the command line reads it too, and the page what the command line writes
    target = tmp_path / "y.yml"
    assert main(["--root", str(ROOT), "combine", str(path), "-o", str(target)]) == 0
    assert "own_signed: {now: 1300, last: 1065}" in target.read_text("utf-8")


def part(filling: Filling, path: Path, *sections: str) -> Path:
    """Download the sheet of some sections from the open dialog."""
    dialog = filling.page.locator("dialog")
    for name in sections:
        dialog.locator("label", has_text=name).click()
    with filling.page.expect_download() as started:
        filling.press("下载这几节的表")
    assert started.value.suggested_filename.endswith(f"收集表（{'、'.join(sections)}）.xlsx")
    started.value.save_as(path)
    return path


def test_a_sheet_is_split_in_two_and_put_together_with_one_conflict(
    page: Page, http: str, tmp_path: Path
) -> None:
    filling = of_own(page, http, tmp_path)
    filling.menu("分科室收集表")
    care = part(filling, tmp_path / "医养.xlsx", "医养结合")
    health = part(filling, tmp_path / "公卫.xlsx", "基本情况", "公共卫生")
    status = page.locator("dialog p[role=status]").inner_text()
    assert status.startswith("已下载“基本情况、公共卫生”。还没有分出的：")
    filling.press("关闭")
    ids = [{row[0] for row in openpyxl.load_workbook(p)["数据"].values} for p in (care, health)]
    assert ids[0] & ids[1] == {"编号"}
    filled(care, "own_elders", "5400")
    other = tmp_path / "老龄.xlsx"
    other.write_bytes(care.read_bytes())
    filled(other, "own_elders", "5500")
    filled(health, "records", "23.3")
    said = put_files(filling, care, health, other)
    assert "几张表填得不一样" in said
    assert "常住老年人（本期）" in said
    assert "5400（医养.xlsx）" in said
    assert "5500（老龄.xlsx）" in said
    assert "保留现在的：5313" in said
    assert filling.field("own_elders.now").input_value() == "5313"
    page.locator("dialog label", has_text="5500").click()
    filling.press("下一步")
    said = page.locator("dialog").inner_text()
    assert "常住老年人（本期）\t5313\t5500" in said
    assert "拼合了3张表：医养.xlsx、公卫.xlsx、老龄.xlsx。" in said
    filling.press("导入")
    page.locator(".live-document", has_text="签约率23.40%").wait_for()
    assert filling.field("records.now").input_value() == "23.3"


def test_a_structure_that_differs_is_chosen_by_hand(page: Page, http: str, tmp_path: Path) -> None:
    filling = of_own(page, http, tmp_path)
    path = exported(filling, tmp_path / "x.xlsx")
    content = json.loads(json.dumps(CONTENT))
    content["own"]["facts"]["own_signed"]["label"] = "签约的老人"
    filling.choose_files(draft_file(tmp_path, schema="2", facts=FACTS, **content))
    filling.press("导入")
    expect(filling.fact("own_signed")).to_contain_text("签约的老人")
    filled(path, "own_signed", "1300")
    filled(path, "own_beds", "40")
    said = put_files(filling, path)
    assert "提纲不同" in said
    filling.press("只导入数")
    said = page.locator("dialog", has_text="导入前核对").inner_text()
    assert "护理床位\t（空）\t40" in said
    assert "“医养签约老人”（编号是“签约的老人”的）" in said
    filling.press("导入")
    expect(filling.field("own_beds")).to_have_value("40")
    expect(filling.field("own_signed.now")).to_have_value("1287")


@pytest.mark.parametrize("kind", ["文件", "Excel表"])
def test_a_structure_is_handed_down_and_begins_a_new_draft(
    page: Page, base: str, tmp_path: Path, kind: str
) -> None:
    content = json.loads(json.dumps(CONTENT))
    content["own"]["sections"]["own-elder-care"]["text"] += "\n走访12户。"
    filling = of_own(page, base, tmp_path, content)
    filling.menu("把提纲发给下级")
    assert "医养结合“12”" in page.locator("dialog").inner_text()
    with page.expect_download() as started:
        filling.press(f"下载{kind}")
    path = tmp_path / started.value.suggested_filename
    started.value.save_as(path)
    filling.press("关闭")
    assert b"1287" not in path.read_bytes()
    said = put_files(filling, path)
    assert "自加的指标：医养签约老人、常住老年人、护理床位、医养签约率。" in said
    filling.press("新建草稿")
    page.locator("#draft option", has_text="结构").wait_for(state="attached")
    page.locator(".live-document", has_text="走访＿＿户").wait_for()
    assert filling.field("own_signed.now").input_value() == ""
    assert filling.field("org").input_value() == ""
    assert page.locator("#draft option").count() == 2


def tampered(text: str) -> Callable[[Workbook], object]:
    def change(book: Workbook) -> None:
        for row in book["结构（勿改）"].iter_rows(min_row=2):
            row[0].value = None
        book["结构（勿改）"]["A2"] = text

    return change


def merge(book: Workbook) -> None:
    book["数据"].merge_cells("E3:E4")


def many_rows(book: Workbook) -> None:
    for number in range(10_000):
        book["数据"].append([f"x{number}", "", "", "", "1"])


def doubled(book: Workbook) -> None:
    book["数据"].append(["own_signed", "", "", "", "5"])
    book["数据"].append(["", "", "医养签约老人", "万人", "5"])


WHOLE = f'{{"schema":"2","archetype":"{ARCHETYPE}","facts":{{%s}},"own":%s}}'
BAD: dict[str, tuple[Callable[[Workbook], object], str]] = {
    "no-json": (tampered("坏了"), "“结构（勿改）”表被改过或者不完整"),
    "emptied": (lambda book: book["结构（勿改）"].delete_rows(1, 9), "不完整"),
    "unknown": (tampered(WHOLE % ("", '{"scripts":{}}')), "不认识的键“scripts”"),
    "figures": (tampered(WHOLE % ('"org":"x"', "{}")), "“结构（勿改）”表里有填写的数"),
    "other": (tampered('{"archetype":"general","facts":{}}'), "被改过或者不完整"),
    "merged": (merge, "“数据”表单元格E3:E4是合并的"),
    "many": (many_rows, "单元格A2000有内容，收集表没有这么大"),
    "doubled": (doubled, "“医养签约老人”（前面已有一行，没有导入这一行）"),
    "unit": (doubled, "“医养签约老人”（单位是“万人”，应是“人”）"),
}


@pytest.mark.parametrize("kind", BAD)
def test_a_sheet_that_was_tampered_with_is_told(
    page: Page, http: str, tmp_path: Path, kind: str
) -> None:
    filling = of_own(page, http, tmp_path)
    path = exported(filling, tmp_path / "x.xlsx")
    change, reason = BAD[kind]
    assert reason in put_files(filling, changed(path, change))
    assert filling.field("own_signed.now").input_value() == "1287"


def test_hostile_labels_stay_text(page: Page, http: str, tmp_path: Path) -> None:
    content = json.loads(json.dumps(CONTENT))
    content["own"]["facts"]["own_beds"]["label"] = "=cmd()"
    content["own"]["facts"]["own_notes"] = {
        "label": "数据",
        "type": "list",
        "fields": {"name": {"label": "<b>名称", "hint": "名", "type": "text"}},
    }
    content["own"]["sections"]["own-elder-care"]["text"] += "\n_x0041_　" + "长" * 40_000
    filling = of_own(page, http, tmp_path, content)
    path = exported(filling, tmp_path / "x.xlsx")
    book = openpyxl.load_workbook(path)
    label = next(row[2] for row in book["数据"].iter_rows() if row[0].value == "own_beds")
    assert (label.value, label.data_type) == ("=cmd()", "s")
    assert book.sheetnames.count("数据 2") == 1
    assert all(len(str(row[0])) <= 32_767 for row in book["结构（勿改）"].values)
    filled(path, "own_signed", "1300")
    assert "共1处变化" in put_files(filling, path)
