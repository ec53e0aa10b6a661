"""What is kept on this machine: drafts, versions, files, the next period; nothing is ever lost."""

from __future__ import annotations

import contextlib
import json
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error as PlaywrightError

from tests.browser.filling import ARCHETYPE, Filling, draft_file, facts_of
from tests.browser.serving import LAUNCH
from tools.install_browser import installed

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Page

# The browser's storage, broken in the ways it breaks.
DENIED = "indexedDB.open = () => { throw new DOMException('denied', 'SecurityError'); };"
FULL = """IDBObjectStore.prototype.put = () => {
  throw new DOMException("full", "QuotaExceededError");
};"""
NEWER = """new Promise((done) => {
  const opening = indexedDB.open("summaries", 9);
  opening.onsuccess = () => { opening.result.close(); done(); };
})"""
CORRUPT = """new Promise((done) => {
  const opening = indexedDB.open("summaries");
  opening.onsuccess = () => {
    const change = opening.result.transaction("drafts", "readwrite");
    const broken = { id: "x", archetype: "county-health-quarter", state: 7 };
    change.objectStore("drafts").put(broken);
    change.oncomplete = () => { opening.result.close(); done(); };
  };
})"""


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    return Filling.at(page, http)


def put_file(filling: Filling, path: Path) -> None:
    """Choose a file to import."""
    with filling.page.expect_file_chooser() as chooser:
        filling.menu("导入文件")
    chooser.value.set_files(path)


def test_what_is_typed_is_there_again(page: Page, place: str) -> None:
    filling = Filling.at(page, place)
    filling.type("org", "某县卫生局")
    filling.type("paid.now", "1.5亿元")
    filling.saved()
    again = Filling.at(page, place)
    assert again.field("org").input_value() == "某县卫生局"
    assert again.field("paid.now").input_value() == "15000"


def type_quickly(filling: Filling, attempt: str) -> dict[str, float]:
    """Type words quickly and return when each was typed."""
    typed: dict[str, float] = {}
    text, end = "", time.monotonic() + 1.5
    while time.monotonic() < end:
        word = f"{attempt}.{len(typed)}"
        text = f"{text} {word}"
        filling.field("goal").fill(text)
        typed[word] = time.monotonic()
    return typed


def test_at_most_a_second_is_lost_when_the_browser_is_killed(
    browser: Browser, http: str, tmp_path: Path
) -> None:
    launch = partial(
        browser.browser_type.launch_persistent_context, tmp_path, executable_path=installed()
    )
    lost: list[float] = []
    typed: dict[str, float] = {}
    for attempt in range(11):
        opened = launch(args=LAUNCH)
        filling = Filling.at(opened.pages[0], http)
        if attempt:
            kept = filling.field("goal").input_value().split()
            lost.append(max(typed.values()) - typed[kept[-1]])
        typed = type_quickly(filling, str(attempt))
        with contextlib.suppress(PlaywrightError):
            opened.new_cdp_session(opened.pages[0]).send("Browser.crash")
    assert len(lost) == 10
    assert max(lost) < 1, lost


def test_several_drafts_have_names(filling: Filling) -> None:
    page = filling.page
    filling.type("org", "甲局")
    filling.saved()
    filling.menu("改草稿名称")
    page.locator("#dialog-answer").fill("一季度")
    filling.press("确定")
    filling.menu("新建草稿")
    page.wait_for_timeout(300)
    assert filling.field("org").input_value() == ""
    page.select_option("#draft", label="一季度")
    page.wait_for_timeout(300)
    assert filling.field("org").input_value() == "甲局"


def test_a_deleted_draft_can_be_had_back(filling: Filling) -> None:
    filling.type("org", "甲局")
    filling.saved()
    filling.menu("删除这份草稿")
    filling.page.wait_for_timeout(400)
    assert filling.field("org").input_value() == ""
    filling.menu("已删除的草稿")
    filling.press("恢复")
    filling.page.wait_for_timeout(400)
    assert filling.field("org").input_value() == "甲局"


def test_what_was_there_before_an_import_can_be_had_back(filling: Filling, tmp_path: Path) -> None:
    filling.type("org", "甲局")
    filling.saved()
    put_file(filling, draft_file(tmp_path))
    filling.press("导入")
    filling.page.wait_for_timeout(300)
    filling.menu("恢复以前的内容")
    filling.press("恢复")
    assert filling.field("org").input_value() == "甲局"


def test_another_window_is_never_overwritten(page: Page, http: str) -> None:
    mine = Filling.at(page, http)
    mine.type("org", "甲局")
    mine.saved()
    theirs = Filling.at(page.context.new_page(), http)
    assert theirs.field("org").input_value() == "甲局"
    theirs.type("org", "乙局")
    theirs.saved()
    dialog = page.locator("dialog")
    dialog.wait_for()
    assert "另一个窗口改过" in dialog.inner_text()
    mine.press("把这里的内容另存为新草稿")
    page.wait_for_timeout(400)
    assert mine.field("org").input_value() == "甲局"
    assert page.locator("#draft option").count() == 2
    again = Filling.at(page.context.new_page(), http)
    again.page.select_option("#draft", label="县局季度总结草稿")
    again.page.wait_for_timeout(300)
    assert again.field("org").input_value() == "乙局"


@pytest.mark.parametrize(
    ("broken", "reason"), [(DENIED, "浏览器不让网页存东西"), (FULL, "磁盘空间不足")]
)
def test_storage_that_fails_loses_nothing_on_the_screen(
    page: Page, http: str, broken: str, reason: str
) -> None:
    page.add_init_script(broken)
    page.goto(f"{http}/fill/{ARCHETYPE}.html", wait_until="load")
    filling = Filling(page)
    page.wait_for_timeout(300)
    filling.type("org", "甲局")
    page.locator(".bar-status--wrong").wait_for()
    assert reason in page.locator(".bar-status").inner_text()
    assert filling.field("org").input_value() == "甲局"
    with page.expect_download() as started:
        filling.menu("导出文件")
    assert json.loads(started.value.path().read_text("utf-8"))["facts"] == {"org": "甲局"}


def test_storage_of_a_newer_version_is_left_alone(page: Page, http: str) -> None:
    page.goto(f"{http}/index.html")
    page.evaluate(NEWER)
    page.goto(f"{http}/fill/{ARCHETYPE}.html", wait_until="load")
    page.locator(".bar-status--wrong", has_text="更新的版本").wait_for()


def test_a_corrupt_draft_is_passed_over(filling: Filling) -> None:
    filling.type("org", "甲局")
    filling.saved()
    filling.page.evaluate(CORRUPT)
    again = Filling.at(filling.page, filling.page.url.split("/fill/")[0])
    assert again.field("org").input_value() == "甲局"


def test_everything_can_be_cleared(filling: Filling) -> None:
    filling.type("org", "甲局")
    filling.saved()
    filling.menu("清除本机数据")
    filling.press("全部清除")
    filling.page.locator(".bar-status", has_text="已清除").wait_for()
    again = Filling.at(filling.page, filling.page.url.split("/fill/")[0])
    assert again.field("org").input_value() == ""
    kept = filling.page.evaluate("Object.keys(localStorage)")
    assert [key for key in kept if key.startswith("summaries.")] == []


# --- files ---


def test_last_quarters_file_is_imported_and_rolled_forward(
    page: Page, place: str, tmp_path: Path
) -> None:
    filling = Filling.at(page, place)
    put_file(filling, draft_file(tmp_path))
    dialog = page.locator("dialog")
    assert "报销金额（本期）" in dialog.inner_text()
    filling.press("导入")
    page.wait_for_timeout(300)
    filling.press("结转下期")
    dialog.get_by_role("button", name="结转", exact=True).click()
    page.wait_for_timeout(400)
    facts = facts_of("qinghe-county-2013q1")
    assert filling.field("paid.last").input_value() == facts["paid"]["now"]
    assert filling.field("paid.now").input_value() == ""
    assert filling.field("period").input_value() == "2013Q2"
    page.locator(".live-status", has_text="项沿用未核对").wait_for()
    keep = page.locator("#fact-goal").get_by_role("button", name="沿用，核对无误")
    keep.click()
    assert keep.is_hidden()
    assert page.locator("#draft option").count() == 2


def test_an_exported_draft_comes_back_by_import(filling: Filling, tmp_path: Path) -> None:
    facts: dict[str, Any] = facts_of("qinghe-county-2013q1")
    filling.fill_at_once(facts)
    with filling.page.expect_download() as started:
        filling.menu("导出文件")
    path = tmp_path / "x.json"
    started.value.save_as(path)
    assert json.loads(path.read_text("utf-8"))["facts"].keys() == facts.keys()
    before = filling.text
    filling.menu("清空已填内容")
    filling.page.wait_for_timeout(300)
    put_file(filling, path)
    filling.press("导入")
    filling.page.wait_for_timeout(300)
    assert filling.text == before


BAD_FILES: dict[str, tuple[Callable[[str], str], str]] = {
    "cut": (lambda text: text[:-50], "读不懂这个文件"),
    "zip": (lambda _: "PK\x03\x04\x00", "文件不完整"),
    "other": (lambda text: text.replace(ARCHETYPE, "patriotic-health-year"), "到那个范本的填写页"),
    "newer": (lambda text: text.replace('"schema": "1"', '"schema": "2"'), "更新的版本"),
    "huge": (lambda text: text + " " * 20_000_000, "文件太大"),
}


@pytest.mark.parametrize("kind", BAD_FILES)
def test_a_bad_file_is_refused_at_once_and_changes_nothing(
    filling: Filling, tmp_path: Path, kind: str
) -> None:
    spoil, reason = BAD_FILES[kind]
    path = draft_file(tmp_path)
    path.write_text(spoil(path.read_text("utf-8")), "utf-8")
    filling.type("org", "甲局")
    put_file(filling, path)
    dialog = filling.page.locator("dialog")
    dialog.wait_for(timeout=1000)
    assert reason in dialog.inner_text()
    assert "已填的内容没有变" in dialog.inner_text()
    assert filling.field("org").input_value() == "甲局"
