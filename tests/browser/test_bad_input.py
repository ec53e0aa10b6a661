"""What a page survives: hostile names and tables, two windows, no storage, a crash, much undo."""

from __future__ import annotations

import contextlib
import time
from functools import partial
from io import BytesIO
from typing import TYPE_CHECKING

import openpyxl
import pytest
from docx import Document
from playwright.sync_api import Error as PlaywrightError

from tests.browser.filling import OFFICE, Filling, exported, facts_of
from tests.browser.serving import LAUNCH
from tests.browser.states import SERVICES, paste
from tests.browser.test_drafts import DEAF, FULL
from tests.browser.test_editing import close
from tests.browser.test_sheet import exported as exported_sheet
from tests.browser.test_word import downloaded
from tests.support.real import said
from tools.install_browser import find_browser

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# openpyxl misses a named style that no reader needs
pytestmark = pytest.mark.filterwarnings("ignore:Workbook contains no default style")

COMMAND = "=cmd('calc')"
ROWS = 10_000
# A stored draft of the first schema, as the page kept it before there were own words.
OLD_STATE = """(facts) => new Promise((done) => {
  const opening = indexedDB.open("summaries");
  opening.onsuccess = () => {
    const change = opening.result.transaction("drafts", "readwrite");
    const edits = [
      { section: "public-health-services", index: 1, generated: "旧",
        text: `培训基层人员。培训了${facts.training_people}人。` },
      { section: "gone", index: 0, generated: "旧", text: "原来的一段话" },
    ];
    const state = { facts, without: [], headings: {}, edits, carried: [] };
    change.objectStore("drafts").put({ id: "old", archetype: "county-health-quarter",
      name: "旧草稿", saved: "2099-01-01T00:00:00.000Z", revision: 1, deleted: false, state });
    change.oncomplete = () => { opening.result.close(); done(); };
  };
})"""
# Presses a button more often than there are steps.
PRESS_ALL = """(name) => {
  const buttons = [...document.querySelectorAll(".fill-bar button")];
  const button = buttons.find((x) => x.ariaLabel === name);
  for (let i = 0; i < 60; i += 1) { button.disabled = false; button.click(); }
}"""


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    return Filling.at(page, http)


def add_indicator(filling: Filling, label: str) -> str:
    """Add an own indicator, and return its name."""
    group = filling.section(SERVICES)
    if group.locator(".contents-tools").count() == 0:
        filling.contents(SERVICES)
    group.get_by_role("button", name="＋指标").click()
    filling.page.locator("#indicator-label").fill(label)
    filling.page.locator("#indicator-unit").fill("人")
    filling.press("保存")
    filling.page.locator("dialog").wait_for(state="detached")
    path = filling.page.locator(".fill-form [data-path^=own_]").last.get_attribute("data-path")
    return (path or "").split(".")[0]


def add_item(filling: Filling, title: str, text: str) -> None:
    """Add an own item to a section whose contents are open."""
    write_item(filling, title, text)
    close(filling)


def write_item(filling: Filling, title: str, text: str) -> None:
    """Write an own item, and leave the editor open; what is written is kept all the same."""
    group = filling.section(SERVICES)
    group.get_by_role("button", name="＋事项").click()
    filling.page.locator("#editor-title").fill(title)
    filling.page.locator("dialog textarea").fill(text)


def test_a_name_that_is_a_formula_stays_a_name(filling: Filling, tmp_path: Path) -> None:
    page = filling.page
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    fact = add_indicator(filling, COMMAND)
    add_item(filling, "义诊", f"共〔{COMMAND}〕，〔{COMMAND}·名称和数〕。\n")
    filling.type(f"{fact}.now", "12")
    assert f"共12人，{COMMAND}12人。" in filling.text
    _, word = downloaded(filling)
    words = "".join(paragraph.text for paragraph in Document(BytesIO(word)).paragraphs)
    assert f"{COMMAND}12人" in words
    book = openpyxl.load_workbook(exported_sheet(filling, tmp_path / "x.xlsx"))
    cells = [cell for sheet in book for row in sheet.iter_rows() for cell in row]
    assert not [cell.coordinate for cell in cells if cell.data_type == "f"]
    filling.output("复制全文")
    page.wait_for_timeout(200)
    assert f"{COMMAND}12人" in page.evaluate("navigator.clipboard.readText()")
    assert exported(filling)["own"]["facts"][fact]["label"] == COMMAND


def test_a_table_with_merged_cells_goes_by_name(filling: Filling) -> None:
    html = """<table><tr><td rowspan=2>指标</td><td colspan=2>本年</td></tr>
      <tr><td>本期</td><td>上期</td></tr><tr><td>报销金额<img src=x onerror="document.title='bad'">
      </td><td>1600</td><td>1500</td></tr>
      <tr><td>参保人数</td><td colspan=2>379000</td></tr></table>"""
    plain = "指标\t本年\n本期\t上期\n报销金额\t1600\t1500\n参保人数\t379000"
    page = filling.page
    paste(page, "insured", plain, html)
    page.locator("dialog", has_text="粘贴前核对").wait_for()
    filling.press("粘贴")
    values = [filling.field(path).input_value() for path in ("paid.now", "paid.last", "insured")]
    assert values == ["1600", "1500", "379000"]
    assert page.title() != "bad"
    rows = "".join(f"<tr><td>行{i}</td><td colspan=1000>{i}</td></tr>" for i in range(ROWS))
    plain = "指标\t本期\n" + "\n".join(f"行{i}\t{i}" for i in range(ROWS))
    head = "<tr><td>指标</td><td colspan=1000>本期</td></tr>"
    paste(page, "insured", plain, f"<table>{head}{rows}</table>")
    dialog = page.locator("dialog", has_text="粘贴前核对")
    dialog.wait_for()  # in vain if cells that span a thousand columns made as many
    assert f"有{ROWS}行没有对上指标" in dialog.inner_text()
    page.keyboard.press("Escape")
    assert filling.field("insured").input_value() == "379000"


def test_two_windows_that_edit_own_words_keep_both(page: Page, http: str) -> None:
    page.context.add_init_script(DEAF)
    mine = Filling.at(page, http)
    mine.contents(SERVICES)
    add_item(mine, "甲事", "甲的话。")
    mine.saved()
    theirs = Filling.at(page.context.new_page(), http)
    theirs.contents(SERVICES)
    add_item(theirs, "乙事", "乙的话。")
    theirs.saved()
    write_item(mine, "丙事", "丙的话。")
    page.locator("dialog", has_text="未合并").wait_for()
    page.keyboard.press("Escape")
    close(mine)
    mine.saved()
    assert [words in mine.text for words in ("甲的话", "乙的话", "丙的话")] == [True, False, True]
    again = Filling.at(theirs.page, http)
    again.page.select_option("#draft", label="县局季度总结草稿")
    again.page.locator(".live-document p", has_text="乙的话。").wait_for()


def test_without_storage_own_words_stay_on_the_screen_and_go_into_a_file(
    page: Page, http: str
) -> None:
    page.add_init_script(FULL)
    filling = Filling.at(page, http)
    filling.contents(SERVICES)
    add_item(filling, "义诊", "办了义诊。")
    page.locator(".bar-status--wrong", has_text="磁盘空间不足").wait_for()
    assert "办了义诊。" in filling.text
    (item,) = exported(filling)["own"]["items"][SERVICES]
    assert (item["title"], item["text"]) == ("义诊", "办了义诊。")


def test_a_crash_loses_at_most_a_second_of_own_words(
    browser: Browser, http: str, tmp_path: Path
) -> None:
    launch = partial(
        browser.browser_type.launch_persistent_context, tmp_path, executable_path=find_browser()
    )
    opened = launch(args=LAUNCH)
    filling = Filling.at(opened.pages[0], http)
    filling.contents(SERVICES)
    filling.section(SERVICES).get_by_role("button", name="＋段落").click()
    area = filling.page.locator("dialog textarea")
    typed: list[float] = []
    while not typed or typed[-1] - typed[0] < 1.5:
        area.fill("义诊" * (len(typed) + 1))
        typed.append(time.monotonic())
    with contextlib.suppress(PlaywrightError):
        opened.new_cdp_session(opened.pages[0]).send("Browser.crash")
    opened = launch(args=LAUNCH)
    filling = Filling.at(opened.pages[0], http)
    line = filling.page.locator(".live-document p", has_text="义诊")
    line.wait_for()
    kept = filling.text.count("义诊")
    opened.close()
    assert typed[-1] - typed[kept - 1] < 1


def snapshot(filling: Filling) -> tuple[str, object]:
    """Return the text, and the draft as a file has it."""
    return filling.text, exported(filling)


def test_undo_leads_to_the_empty_page_and_redo_to_the_end(filling: Filling) -> None:
    page = filling.page
    empty = snapshot(filling)
    fact = add_indicator(filling, "医养签约老人")
    filling.type(f"{fact}.now", "1287")
    add_item(filling, "义诊", "服务〔医养签约老人〕。")
    group = filling.section(SERVICES)
    group.get_by_role("button", name="＋表格").click()
    page.locator("#table-search").fill("医养签约老人")
    page.locator(".picker-list label").first.click()
    filling.press("插入表格")
    group.get_by_role("button", name="推进重点服务：上移").click()
    group.get_by_role("button", name="核查健康档案：本期不写").click()
    filling.editor("培训基层人员").fill("我们培训了〔培训人数〕。")
    close(filling)
    filling.press("＋一节")
    page.locator("#section-name").fill("工会工作")
    filling.press("写这一节")
    page.locator("dialog textarea").fill("办了活动。")
    close(filling)
    paste(page, "insured", "指标\t本期\n参保人数\t379000\n报销金额\t1600")
    page.locator("dialog", has_text="粘贴前核对").wait_for()
    filling.press("粘贴")
    full = snapshot(filling)
    assert "服务1287人。" in full[0]
    page.evaluate(PRESS_ALL, "撤销")
    assert snapshot(filling) == empty
    page.evaluate(PRESS_ALL, "重做")
    assert snapshot(filling) == full


def test_a_stored_draft_of_the_first_schema_keeps_its_edits(filling: Filling, http: str) -> None:
    page = filling.page
    filling.keep("org", "甲局")
    page.evaluate(OLD_STATE, facts_of(OFFICE))
    again = Filling.at(page, http)
    page.select_option("#draft", label="旧草稿")
    page.locator(
        ".live-document p", has_text=said(OFFICE, "培训了{{ training_people }}。")
    ).wait_for()
    again.type("training_people", "99")
    assert "培训了99人。" in again.text
    page.locator(".live-status", has_text="1段手改文字无处可放").wait_for()
