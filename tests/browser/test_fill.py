"""Filling in: typing, the live text, mistakes beside their fields, edits, copying."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.filling import ARCHETYPE, OFFICE, PASTE, Filling, facts_of
from tests.browser.serving import watched
from tests.browser.states import states
from tests.browser.test_accessibility import violations
from tests.support.real import LIBRARY, document, without_own_headings

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Keeps what is copied, by whichever way.
NARROW = 390
COPIED = """() => {
  const keep = (text) => { window.copied = text; };
  document.addEventListener("copy", () => { keep(document.activeElement.value); });
  if (navigator.clipboard) navigator.clipboard.writeText = async (text) => { keep(text); };
}"""
DROP = """(text) => {
  const dataTransfer = new DataTransfer();
  dataTransfer.items.add(new File([text], "draft.json", { type: "application/json" }));
  const drop = new DragEvent("drop", { dataTransfer, bubbles: true, cancelable: true });
  return document.body.dispatchEvent(drop);
}"""
NAUGHTY = (
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "{{ 7*7 }}{% if x %}",
    "\u202e反向\u202c😀𠮷",
    "__proto__",
    "=cmd|' /C calc'!A0",
    "'\"><svg/onload=alert(1)>",
    "Z\u0351\u036b\u0343a",
)
# The elements whose content a keystroke writes anew: each write costs a new layout.
WRITTEN = """async ([path, value]) => {
  const field = document.querySelector(`.fill-form [data-path="${path}"]`);
  const written = new Set();
  const seen = ({ target }) => {
    const element = target instanceof Text ? target.parentElement : target;
    const whole = element.closest(".live-document > *") ?? element;
    written.add(whole.className || whole.tagName);
  };
  const watch = new MutationObserver((records) => { records.forEach(seen); });
  const all = { subtree: true, childList: true, characterData: true };
  watch.observe(document.querySelector(".fill"), all);
  field.value = value;
  field.dispatchEvent(new Event("input", { bubbles: true }));
  await new Promise((done) => setTimeout(done));
  return [...written];
}"""


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    return Filling.at(page, http)


def test_a_county_quarter_typed_and_copied(page: Page, place: str) -> None:
    wrong = watched(page, place if place.startswith("http") else "file:///x")
    filling = Filling.at(page, place)
    facts = {**facts_of(OFFICE), "org": "某县卫生局"}
    (filling.fill if "127.0.0.1" in place else filling.fill_at_once)(facts)
    assert filling.status == "已填完整，核对后可作正式稿"
    expected = (
        without_own_headings(OFFICE).as_text().replace(LIBRARY.offices[OFFICE].name, "某县卫生局")
    )
    shown = [line.lstrip("　") for line in expected.splitlines() if line]
    assert filling.text.split("\n") == shown
    page.evaluate(COPIED)
    filling.output("复制全文")
    filling.press("核对无误，输出正式稿")
    page.wait_for_timeout(200)
    assert page.evaluate("window.copied") == expected.rstrip("\n")
    assert wrong == []


def test_figures_are_read_as_people_type_them(filling: Filling) -> None:
    filling.type("insured", "３７．８万")
    assert filling.field("insured").input_value() == "378000"
    assert "按 378000 计" in filling.fact("insured").inner_text()
    assert "378000人" in filling.text


def test_what_is_not_understood_is_refused_beside_its_field(filling: Filling) -> None:
    filling.type("insured", "好多人")
    field = filling.field("insured")
    assert field.input_value() == "好多人"
    assert field.get_attribute("aria-invalid") == "true"
    said = filling.page.locator(f"#{field.get_attribute('aria-describedby')}").inner_text()
    assert said == "“参保人数”：“好多人”不是数。应为：阿拉伯数字写的整数，如 12"
    assert "处填写有误" in filling.status


def test_a_part_larger_than_its_whole_is_said_at_the_part(filling: Filling) -> None:
    filling.type("record_sample", "10")
    filling.type("record_true", "11")
    said = filling.fact("record_true").locator(".field-problem").inner_text()
    assert "部分不能大于整体" in said


def test_a_blank_leads_to_its_field_and_a_field_to_its_places(filling: Filling) -> None:
    page = filling.page
    page.locator(".live-document mark[data-facts='goal']").first.click()
    assert page.evaluate("document.activeElement.dataset.path") == "goal"
    filling.type("goal", "全市争先进")
    filling.field("goal").focus()
    assert page.locator(".live-document .fact--here").all_inner_texts() == ["全市争先进"]


def test_a_computed_figure_shows_its_formula_and_its_fields(filling: Filling) -> None:
    page = filling.page
    filling.type("paid.now", "1518.20")
    filling.type("paid.last", "1236.11")
    page.locator(".live-document .fact--computed", has_text="22.82%").first.click()
    formula = page.locator(".live-formula")
    assert "(1518.20万 − 1236.11万) ÷ 1236.11万 = 22.82%" in formula.inner_text()
    formula.get_by_role("button", name="报销金额（上期）").click()
    assert page.evaluate("document.activeElement.dataset.path") == "paid.last"


def test_rows_are_added_moved_and_removed(filling: Filling) -> None:
    box = filling.fact("focus")
    filling.fill({"focus": [{"name": "甲事"}, {"name": "乙事"}, {"name": "丙事"}]})
    assert "甲事、乙事和丙事" in filling.text
    box.get_by_role("button", name="第3项上移").click()
    assert "甲事、丙事和乙事" in filling.text
    box.get_by_role("button", name="删除第1项").click()
    assert "丙事和乙事" in filling.text
    filling.press("撤销")
    assert "甲事、丙事和乙事" in filling.text
    assert filling.field("focus[0].name").input_value() == "甲事"
    filling.page.keyboard.press("Control+y")
    assert "甲事" not in filling.text


def test_a_section_is_left_out_and_a_heading_is_ones_own(filling: Filling) -> None:
    filling.menu("用示例填写")
    filling.page.wait_for_timeout(300)
    assert "招商引资" in filling.text
    filling.section("investment").locator(".fill-switch input").uncheck()
    assert "卫生系统招商引资奖惩办法" not in filling.text
    filling.section("insurance").locator("#heading-insurance").fill("群众看病报销")
    assert "二、群众看病报销" in filling.text


def test_a_heading_gives_up_its_own_number_and_can_have_it_back(filling: Filling) -> None:
    filling.section("insurance")
    heading = filling.page.locator("#heading-insurance")
    said = filling.page.locator(".fill-heading", has=heading).locator(".field-problem")
    heading.fill("二、群众看病报销。")
    assert said.inner_text() == "标题不带序数，正文会加上；末尾不带标点。"
    heading.blur()
    assert (heading.input_value(), said.inner_text()) == ("群众看病报销", "")
    assert "、群众看病报销\n" in filling.text
    filling.press("撤销")
    assert heading.input_value() == "二、群众看病报销。"


def test_a_heading_over_several_sections_is_ones_own(page: Page, http: str) -> None:
    filling = Filling.at(page, http, "patriotic-health-year")
    filling.menu("用示例填写")
    filling.section("environment-campaign")
    page.get_by_label("上级标题").fill("工作开展情况")
    assert "、工作开展情况" in filling.text
    assert "、主要工作" not in filling.text
    with page.expect_download() as saved:
        filling.menu("导出文件")
    draft = json.loads(Path(saved.value.path()).read_text("utf-8"))
    assert draft["headings"] == {"主要工作": "工作开展情况"}
    page.get_by_label("上级标题").fill("")
    assert "、主要工作" in filling.text


def test_a_keystroke_writes_only_the_paragraph_that_it_changes(filling: Filling) -> None:
    filling.menu("用示例填写")
    filling.field("paid.now").wait_for()
    filling.page.evaluate(WRITTEN, ["paid.now", "1234"])
    written = filling.page.evaluate(WRITTEN, ["paid.now", "1235"])
    written = [name for name in written if name != "bar-status"]  # that it is saved is said later
    assert written == ["doc-paragraph"]


def test_a_block_from_a_spreadsheet_fills_the_fields(filling: Filling) -> None:
    filling.field("residents.now").evaluate(PASTE, "43.8\t43.6\n23.3\t19.6\n")
    assert "按先后位置填的" in filling.page.locator("dialog").inner_text()
    filling.press("粘贴")
    values = [
        filling.field(f"{n}.{s}").input_value()
        for n in ("residents", "records")
        for s in ("now", "last")
    ]
    assert values == ["43.8", "43.6", "23.3", "19.6"]
    filling.field("residents.now").evaluate(PASTE, "1\t2\n3\t4\n")
    assert "共4处变化" in filling.page.locator("dialog").inner_text()
    filling.press("粘贴")
    assert filling.field("records.last").input_value() == "4"
    filling.press("撤销")
    assert filling.field("records.last").input_value() == "19.6"


def test_a_named_table_goes_by_its_names_and_what_is_open_is_asked(filling: Filling) -> None:
    text = "指标\t上期\t本期\n建立健康档案的居民（人）\t196000\t233000\n没有的指标\t1\t2\n"
    filling.field("residents.now").evaluate(PASTE, text)
    dialog = filling.page.locator("dialog")
    assert "没有叫这个名称的指标" in dialog.inner_text()
    dialog.locator("select").select_option("residents")
    filling.press("粘贴")
    assert filling.field("records.now").input_value() == "23.3"
    assert filling.field("records.last").input_value() == "19.6"
    assert filling.field("residents.last").input_value() == "1"
    filling.press("撤销")
    assert filling.field("records.now").input_value() == ""
    assert filling.field("residents.last").input_value() == ""


def test_a_table_with_names_goes_by_them(filling: Filling) -> None:
    rows = "指标\t上期\t本期\n糖尿病患者数\t\t4000\n常住人口（人）\t436000\t438000\n"
    filling.field("records.now").evaluate(PASTE, rows + "建立健康档案的居民（万人）\t19.6\t23.3")
    dialog = filling.page.locator("dialog")
    dialog.wait_for()
    assert filling.field("records.now").input_value() == ""
    assert "没有叫这个名称的指标" in dialog.inner_text()
    dialog.get_by_role("combobox").select_option("diabetes_managed")
    filling.press("粘贴")
    assert filling.field("diabetes_managed.now").input_value() == "4000"
    assert filling.field("records.now").input_value() == "23.3"
    assert filling.field("records.last").input_value() == "19.6"
    filling.press("撤销")
    assert filling.field("records.now").input_value() == ""


def test_a_paste_into_a_list_adds_records_and_leaves_a_text_alone(filling: Filling) -> None:
    box = filling.fact("focus")
    box.get_by_role("button", name="加一项").click()
    filling.field("focus[0].name").evaluate(PASTE, "甲事\n乙事\n丙事\n")
    filling.field("focus[2].name").wait_for()
    assert "甲事、乙事和丙事" in filling.text
    filling.field("goal").evaluate(PASTE, "一段话\n又一段话")
    assert filling.page.locator("dialog").count() == 0
    for _ in range(3):
        box.get_by_role("button", name="删除第1项").click()
    assert filling.page.evaluate("document.activeElement.textContent") == "加一项"
    assert "已填：没有" not in box.inner_text()


def test_what_was_made_of_a_figure_is_said_only_of_the_figure_that_is_there(
    filling: Filling,
) -> None:
    box = filling.fact("insured")
    filling.type("insured", "1.5万")
    assert "按 15000 计" in box.inner_text()
    filling.press("撤销")
    assert "按 15000 计" not in box.inner_text()
    filling.type("insured", "１２元")
    assert "计" not in box.locator(".field-note").inner_text()


def test_a_period_of_long_ago_can_be_chosen(filling: Filling) -> None:
    period = filling.field("period")
    period.select_option("more")
    filling.page.locator("dialog input").fill("2013年第一季度")
    filling.press("确定")
    filling.page.locator("dialog").wait_for(state="detached")
    assert "2013年第一季度" in filling.text


@pytest.mark.parametrize("text", NAUGHTY)
def test_a_strange_text_stays_the_text_it_is(page: Page, http: str, text: str) -> None:
    wrong = watched(page, http)
    filling = Filling.at(page, http)
    filling.type("goal", text)
    visible = text.replace("\u202e", "").replace("\u202c", "")
    assert f"目标是{visible}" in filling.text
    filling.saved()
    again = Filling.at(page, http)
    assert again.field("goal").input_value() == visible
    assert wrong == []


def test_an_example_is_no_final_text_until_it_is_ones_own(filling: Filling) -> None:
    filling.menu("用示例填写")
    filling.page.locator(".live-status", has_text="项沿用未核对").wait_for()
    filling.type("org", "某县卫生局")
    count = len(facts_of(OFFICE)) - 1
    filling.page.locator(".live-status", has_text=f"{count}项沿用未核对").wait_for()
    assert "正式稿" not in filling.page.locator(".live-main").inner_text()


def test_a_draft_copied_says_that_it_is_one(filling: Filling) -> None:
    filling.page.evaluate(COPIED)
    filling.type("org", "某县卫生局")
    filling.output("复制全文")
    filling.page.wait_for_timeout(200)
    assert filling.page.evaluate("window.copied").startswith("【草稿：")


def test_what_is_downloaded_is_what_is_shown(filling: Filling) -> None:
    filling.menu("用示例填写")
    filling.page.wait_for_timeout(300)
    with filling.page.expect_download() as started:
        filling.output("下载纯文本")
    assert started.value.suggested_filename == "青禾县卫生局2013年第一季度卫生工作总结（草稿）.txt"
    content = started.value.path().read_bytes()
    assert content.startswith(b"\xef\xbb\xbf\xe3\x80\x90")
    lines = content.decode("utf-8-sig").split("\r\n")
    assert lines[2:-1] == document(OFFICE).as_text().splitlines()


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (390, "dark")])
def test_axe_finds_nothing_while_filling_in(
    browser: Browser, http: str, width: int, scheme: str
) -> None:
    size = {"width": width, "height": 768}
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for state in states(Filling.at(page, http)):
        page.wait_for_timeout(200)
        found[state] = violations(page)
    context.close()
    assert found == {state: [] for state in found}


def test_a_narrow_page_shows_one_pane_at_a_time(browser: Browser, http: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    Filling.at(page, http)
    panes = {"提纲": ".fill-outline", "文稿": ".fill-text", "指标": ".fill-beside"}
    for name in panes:
        page.get_by_role("button", name=name, exact=True).click()
        assert [one for one, pane in panes.items() if page.locator(pane).is_visible()] == [name]
        assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="文稿", exact=True).click()
    page.mouse.wheel(0, 900)
    page.wait_for_function("() => scrollY > 400")
    head = page.locator(".live-head").bounding_box()
    assert head
    assert head["y"] + head["height"] < 0, "it leaves the screen to the text"
    page.locator(".fill-jump").get_by_role("button", name="下一处空白").click()
    field = page.locator(".paper-field:visible")
    field.locator("[data-path]:focus").wait_for()
    box = field.bounding_box()
    assert box
    assert box["y"] > 400
    assert box["y"] + box["height"] == pytest.approx(800, abs=1), "a sheet at the bottom"
    blank = page.locator(".live-document .fact--here").first.bounding_box()
    assert blank
    assert 0 < blank["y"] < box["y"] - blank["height"], "its blank is seen above it"
    for button in field.get_by_role("button").all():
        size = button.bounding_box()
        assert size
        assert size["height"] >= 44
    page.close()


@pytest.mark.parametrize(("width", "height"), [(1366, 768), (NARROW, 800)])
def test_what_is_pressed_is_on_the_screen(
    browser: Browser, http: str, width: int, height: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": height})
    filling = Filling.at(page, http)
    filling.menu("用示例填写")
    page.wait_for_timeout(300)
    remove = page.get_by_role("button", name="删除第1项").first
    filling.field("focus[0].name").focus()
    box = remove.bounding_box()
    assert box
    assert box["x"] + box["width"] <= width
    panel = filling.reviewed()
    for name in ("关闭核对", "下载草稿") if width > NARROW else ("关闭核对",):
        expect(panel.get_by_role("button", name=name)).to_be_in_viewport(ratio=1)
    page.close()


def test_the_archetypes_page_leads_here(page: Page, http: str) -> None:
    page.goto(f"{http}/archetypes/{ARCHETYPE}.html")
    page.get_by_role("link", name="填写本单位数字，生成总结").click()
    page.wait_for_selector(".fill-form", state="attached")


def test_on_a_slow_machine_what_is_copied_is_what_was_typed(filling: Filling) -> None:
    page = filling.page
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": 8})
    filling.field("insured").click()
    page.keyboard.type("378961")
    page.evaluate(COPIED)
    filling.output("复制全文")
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})
    page.wait_for_function("() => window.copied")
    assert "378961人" in page.evaluate("window.copied")


def test_a_file_that_is_dropped_is_imported_and_not_opened(filling: Filling) -> None:
    facts = {**facts_of(OFFICE), "org": "某县卫生局"}
    draft = {"schema": "2", "archetype": ARCHETYPE, "name": "草稿", "facts": facts}
    assert filling.page.evaluate(DROP, json.dumps(draft)) is False
    filling.press("导入")
    filling.page.locator(".live-document .doc-signature", has_text="某县卫生局").wait_for()
