"""Drafts on this machine: their versions and files, and the next period; nothing is ever lost."""

from __future__ import annotations

import contextlib
import json
import time
from functools import partial
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import Error as PlaywrightError
from playwright.sync_api import expect

from tests.browser.filling import ARCHETYPE, Filling, draft_file, facts_of
from tests.browser.serving import LAUNCH
from tools.install_browser import find_browser

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from playwright.sync_api import Browser, Dialog, Page, Route

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
    const states = [7, { facts: null }, { facts: {}, edits: [null] }];
    for (const [id, state] of states.entries()) {
      const head = { id: `x${id}`, archetype: "county-health-quarter", name: "x", saved: "9" };
      change.objectStore("drafts").put({ ...head, revision: 1, deleted: false, state });
    }
    change.oncomplete = () => { opening.result.close(); done(); };
  };
})"""
SLOW = """const open = indexedDB.open.bind(indexedDB);
indexedDB.open = (...asked) => {
  const request = open(...asked);
  const listen = request.addEventListener.bind(request);
  request.addEventListener = (type, heard) => listen(type, (event) => {
    setTimeout(() => heard.call(request, event), type === "success" ? 4000 : 0);
  });
  return request;
};"""
STORED = """new Promise((done) => {
  const opening = indexedDB.open("summaries");
  opening.onsuccess = () => {
    const change = opening.result.transaction(["drafts", "versions"]);
    const counts = ["drafts", "versions"].map((name) => change.objectStore(name).count());
    change.oncomplete = () => {
      opening.result.close();
      done(counts[0].result + counts[1].result);
    };
  };
})"""
DEAF = "delete window.BroadcastChannel;"  # windows meet only when they save


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    return Filling.at(page, http)


def test_what_is_typed_is_there_again(page: Page, place: str) -> None:
    filling = Filling.at(page, place)
    filling.type("org", "某县卫生局")
    filling.keep("paid.now", "1.5亿元")
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
        browser.browser_type.launch_persistent_context, tmp_path, executable_path=find_browser()
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
    filling.keep("org", "甲局")
    filling.menu("改草稿名称")
    page.locator("#dialog-answer").fill("一季度")
    filling.press("确定")
    filling.new_draft()
    assert filling.field("org").input_value() == ""
    page.select_option("#draft", label="一季度")
    expect(filling.field("org")).to_have_value("甲局")


def test_a_deleted_draft_can_be_had_back(filling: Filling) -> None:
    filling.keep("org", "甲局")
    filling.remove_draft()
    assert filling.field("org").input_value() == ""
    filling.menu("已删除的草稿")
    filling.press("恢复")
    expect(filling.field("org")).to_have_value("甲局")


def test_a_draft_nobody_has_touched_does_not_go_to_the_bin(filling: Filling) -> None:
    filling.new_draft()
    filling.remove_draft()
    filling.menu("已删除的草稿")
    assert "没有已删除的草稿" in filling.page.locator("dialog").inner_text()


def test_it_is_said_where_emptied_content_is(filling: Filling) -> None:
    filling.keep("org", "甲局")
    filling.menu("清空已填内容")
    filling.page.locator(".bar-status", has_text="“撤销”或“恢复以前的内容”找回").wait_for()
    filling.menu("恢复以前的内容")
    filling.press("恢复")
    filling.menu("删除这份草稿")
    filling.page.locator(".bar-status", has_text="“已删除的草稿”里恢复").wait_for()


def test_the_menu_closes_by_a_click_elsewhere_or_escape(filling: Filling) -> None:
    page = filling.page
    button, menu = page.locator(".fill-more > summary").last, page.locator(".fill-menu").last
    button.click()
    page.locator("h1").click()
    assert menu.is_hidden()
    button.click()
    assert menu.is_visible()
    page.evaluate("document.activeElement.blur()")
    page.keyboard.press("Escape")
    assert menu.is_hidden()


def test_what_was_there_before_an_import_can_be_had_back(filling: Filling, tmp_path: Path) -> None:
    filling.keep("org", "甲局")
    filling.choose_files(draft_file(tmp_path))
    filling.press("导入")
    expect(filling.field("period")).to_have_value("2013Q1")
    filling.menu("恢复以前的内容")
    filling.press("恢复")
    expect(filling.field("org")).to_have_value("甲局")


def test_a_window_where_nothing_waits_to_be_saved_follows_the_other(page: Page, http: str) -> None:
    mine = Filling.at(page, http)
    mine.keep("org", "甲局")
    theirs = Filling.at(page.context.new_page(), http)
    theirs.keep("org", "乙局")
    page.locator(".bar-status", has_text="另一个窗口保存的内容").wait_for()
    assert mine.field("org").input_value() == "乙局"
    mine.press("撤销")
    mine.saved()
    assert theirs.field("org").input_value() == "甲局"
    assert page.locator("#draft option").count() == 1


def test_two_windows_that_type_at_once_keep_a_draft_each(page: Page, http: str) -> None:
    page.context.add_init_script(DEAF)
    mine = Filling.at(page, http)
    mine.keep("org", "甲局")
    theirs = Filling.at(page.context.new_page(), http)
    theirs.keep("org", "乙局")
    mine.type("org", "丙局")
    dialog = page.locator("dialog")
    dialog.wait_for()
    assert "“县局季度总结草稿（未合并）”" in dialog.inner_text()
    page.keyboard.press("Escape")
    mine.keep("org", "丁局")
    mine.new_draft()
    for name, org in (("草稿（未合并）", "丁局"), ("草稿", "乙局")):
        page.select_option("#draft", label=f"县局季度总结{name}")
        expect(mine.field("org")).to_have_value(org)


def test_a_draft_is_opened_as_another_window_has_left_it(page: Page, http: str) -> None:
    page.context.add_init_script(DEAF)
    mine = Filling.at(page, http)
    mine.keep("org", "甲局")
    mine.new_draft()
    theirs = Filling.at(page.context.new_page(), http)
    theirs.keep("org", "乙局")
    page.select_option("#draft", label="县局季度总结草稿")
    expect(mine.field("org")).to_have_value("乙局")


def test_what_another_window_has_cleared_is_not_written_again(page: Page, http: str) -> None:
    mine = Filling.at(page, http)
    mine.keep("org", "甲局")
    theirs = Filling.at(page.context.new_page(), http)
    theirs.menu("清除本机数据")
    theirs.press("全部清除")
    page.locator(".bar-status--wrong", has_text="已在另一个窗口清除").wait_for()
    mine.type("org", "乙局")
    mine.menu("清空已填内容")
    page.wait_for_timeout(700)
    assert theirs.page.evaluate(STORED) == 0
    mine.press("撤销")
    third = Filling.at(theirs.page, http)
    assert third.field("org").input_value() == ""
    mine.press("存回本机")
    mine.saved()
    assert Filling.at(theirs.page, http).field("org").input_value() == "乙局"


def test_fresh_drafts_of_two_windows_have_different_names(page: Page, http: str) -> None:
    windows = [Filling.at(each, http) for each in (page, page.context.new_page())]
    for window in windows:
        window.keep("org", "甲局")
    names = windows[1].page.locator("#draft option").all_inner_texts()
    assert sorted(names) == ["县局季度总结草稿", "县局季度总结草稿2"]


def test_what_is_typed_before_the_drafts_are_there_is_a_draft_of_its_own(
    filling: Filling, http: str
) -> None:
    page = filling.page
    filling.keep("org", "甲局")
    page.add_init_script(SLOW)
    page.goto(f"{http}/fill/{ARCHETYPE}.html", wait_until="load")
    filling.type("org", "乙局")
    page.locator(".bar-status--wrong", has_text="没有回应").wait_for()
    dialog = page.locator("dialog")
    dialog.wait_for()
    assert "“县局季度总结草稿2”" in dialog.inner_text()
    assert filling.field("org").input_value() == "乙局"
    filling.press("打开“县局季度总结草稿”")
    expect(filling.field("org")).to_have_value("甲局")


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
    given = json.loads(started.value.path().read_text("utf-8"))["facts"]
    assert given.keys() == {"org", "period", "last_period"}
    assert given["org"] == "甲局"
    for deed in ("新建草稿", "删除这份草稿"):
        filling.menu(deed)
        assert "这份还没有存下" in page.locator("dialog").inner_text()
        page.keyboard.press("Escape")
        assert filling.field("org").input_value() == "甲局"
    asked: list[str] = []

    def answer(dialog: Dialog) -> None:
        asked.append(dialog.type)
        dialog.accept()

    page.on("dialog", answer)
    page.reload()
    assert asked == ["beforeunload"]


def test_an_unsaved_draft_makes_place_when_the_reader_wants_it_and_can_be_had_back(
    page: Page, http: str
) -> None:
    page.add_init_script(FULL)
    filling = Filling.at(page, http)
    filling.type("org", "甲局")
    page.locator(".bar-status--wrong").wait_for()
    filling.menu("新建草稿")
    filling.press("已导出，继续")
    expect(filling.field("org")).to_have_value("")
    filling.press("撤销")
    assert filling.field("org").input_value() == "甲局"


@pytest.mark.parametrize("width", [1400, 390])
def test_that_nothing_is_saved_stays_in_view(page: Page, http: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.add_init_script(DENIED)
    page.goto(f"{http}/fill/{ARCHETYPE}.html", wait_until="load")
    page.locator(".doc-signature").scroll_into_view_if_needed()
    in_view = """(status) => {
      const { left, top } = status.getBoundingClientRect();
      return document.elementFromPoint(left + 5, top + 5) === status;
    }"""
    assert page.locator(".bar-status--wrong").evaluate(in_view)


def test_storage_of_a_newer_version_is_left_alone(page: Page, http: str) -> None:
    page.goto(f"{http}/index.html")
    page.evaluate(NEWER)
    page.goto(f"{http}/fill/{ARCHETYPE}.html", wait_until="load")
    page.locator(".bar-status--wrong", has_text="更新的版本").wait_for()


def test_a_corrupt_draft_is_passed_over(filling: Filling) -> None:
    filling.keep("org", "甲局")
    filling.page.evaluate(CORRUPT)
    again = Filling.at(filling.page, filling.page.url.split("/fill/")[0])
    again.page.locator(".bar-status", has_text="有3份草稿读不出来").wait_for()
    assert again.field("org").input_value() == "甲局"
    again.keep("org", "乙局")
    assert "另有3份读不出来" in again.page.locator("#draft").inner_text()


def test_everything_can_be_cleared(filling: Filling) -> None:
    filling.keep("org", "甲局")
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
    filling.choose_files(draft_file(tmp_path))
    dialog = page.locator("dialog")
    assert "报销金额（本期）" in dialog.inner_text()
    filling.press("导入")
    expect(filling.field("period")).to_have_value("2013Q1")
    filling.menu("写下一期")
    dialog.get_by_label("上一期").check()
    dialog.get_by_role("button", name="新建草稿", exact=True).click()
    page.locator("dialog", has_text="下一期已建好").get_by_role("button", name="关闭").click()
    facts = facts_of("qinghe-county-2013q1")
    assert filling.field("paid.last").input_value() == facts["paid"]["now"]
    assert filling.field("paid.now").input_value() == ""
    assert filling.field("period").input_value() == "2013Q2"
    page.locator(".live-status", has_text="项沿用未核对").wait_for()
    keep = filling.fact("goal").get_by_role("button", name="沿用，核对无误")
    keep.click()
    assert keep.is_hidden()
    names = page.locator("#draft option").all_inner_texts()
    assert names == ["县局季度总结 2013年第二季度", "县局季度总结草稿"]


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
    expect(filling.field("org")).to_have_value("")
    filling.choose_files(path)
    filling.press("导入")
    expect(filling.field("org")).to_have_value(facts["org"])
    assert filling.text == before


BAD_FILES: dict[str, tuple[Callable[[str], str], str]] = {
    "cut": (lambda text: text[:-50], "读不懂这个文件"),
    "zip": (lambda _: "PK\x03\x04\x00", "文件不完整"),
    "other": (lambda text: text.replace(ARCHETYPE, "patriotic-health-year"), "到那个范本的填写页"),
    "newer": (lambda text: text.replace('"schema": "1"', '"schema": "3"'), "更新的版本"),
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
    filling.choose_files(path)
    dialog = filling.page.locator("dialog")
    dialog.wait_for(timeout=1000)
    assert reason in dialog.inner_text()
    assert "已填的内容没有变" in dialog.inner_text()
    assert filling.field("org").input_value() == "甲局"


def test_a_draft_opens_in_an_archetype_that_has_another_id_and_other_facts_now(
    page: Page, http: str
) -> None:
    filling = Filling.at(page, http)
    filling.type("headline", "各项工作按进度推进")
    filling.keep("org", "某县卫生局")

    def renamed(route: Route) -> None:
        answer = route.fetch()
        head, mark, rest = answer.text().partition('id="fill-data">')
        written, end, foot = rest.partition("</script>")
        names = {"was": [ARCHETYPE], "renamed": {"facts": {"headline": "goal"}}}
        data = json.dumps({**json.loads(written), "id": "new-id", **names}).replace("<", "\\u003c")
        route.fulfill(response=answer, body=f"{head}{mark}{data}{end}{foot}")

    page.route(f"**/fill/{ARCHETYPE}.html", renamed)
    again = Filling.at(page, http)
    assert again.field("org").input_value() == "某县卫生局"
    assert again.field("goal").input_value() == "各项工作按进度推进"
    assert again.field("headline").input_value() == ""
    again.keep("org", "某县卫生健康局")
    assert Filling.at(page, http).field("org").input_value() == "某县卫生健康局"
