"""What helps a reader along: formulas, the way to the next blank, units, the panes of a phone."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.filling import Filling
from tests.browser.test_accessibility import violations

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page

SIZES = {"desktop": (1366, 768), "phone": (390, 844)}
FIGURE = ".live-document .fact--computed"
PANEL = ".live-formula"
# What is at the middle of the panel: the panel itself, unless something covers it.
ON_TOP = """panel => {
  const { left, right, top, bottom } = panel.getBoundingClientRect();
  const inside = top >= 0 && bottom <= innerHeight && left >= 0 && right <= innerWidth;
  const at = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
  return inside && at !== null && panel.contains(at);
}"""
FOCUSED = "document.activeElement.dataset.path ?? document.activeElement.classList[0]"
NO_STORAGE = """Object.defineProperty(window, "localStorage", {
  get() { throw new DOMException("denied", "SecurityError"); },
});"""
# how many values the blanks wait for where only the period and the unit are given
LACKING = """() => {
  const blanks = [...document.querySelectorAll(".live-document .fact--blank")];
  const paths = new Set(blanks.flatMap(({ dataset }) => dataset.facts.split(" ")));
  return [...paths].filter((path) => path !== "period" && path !== "org").length;
}"""


@pytest.fixture(params=SIZES)
def filling(request: pytest.FixtureRequest, browser: Browser, http: str) -> Iterator[Filling]:
    width, height = SIZES[request.param]
    context = browser.new_context(viewport={"width": width, "height": height})
    yield Filling.at(context.new_page(), http)
    context.close()


def with_figure(filling: Filling) -> Page:
    """Fill in what a figure is computed from."""
    filling.type("paid.now", "1518.20")
    filling.type("paid.last", "1236.11")
    filling.show_text()
    return filling.page


def test_a_formula_opens_in_sight_below_its_figure(filling: Filling) -> None:
    page = with_figure(filling)
    figure = page.locator(FIGURE, has_text="22.82%").first
    figure.click()
    panel = page.locator(PANEL)
    panel.wait_for()
    assert panel.evaluate(ON_TOP)
    of_figure, of_panel = figure.bounding_box(), panel.bounding_box()
    assert of_figure
    assert of_panel
    assert 0 <= of_panel["y"] - of_figure["y"] - of_figure["height"] < 10
    assert violations(page) == []


def test_a_formula_is_read_out_and_left_by_keyboard(filling: Filling) -> None:
    page = with_figure(filling)
    figure = page.locator(FIGURE, has_text="22.82%").first
    figure.focus()
    page.keyboard.press("Enter")
    panel = page.get_by_role("dialog", name="算式")
    panel.wait_for()
    assert page.evaluate("document.activeElement.textContent") == "报销金额（本期）"
    words = panel.evaluate(
        "x => document.getElementById(x.getAttribute('aria-describedby')).innerText"
    )
    assert "(1518.20万 − 1236.11万) ÷ 1236.11万 = 22.82%" in words
    page.keyboard.press("Escape")
    assert panel.is_hidden()
    assert figure.evaluate("x => x === document.activeElement")
    page.keyboard.press("Enter")
    panel.get_by_role("button", name="关闭算式").focus()
    page.keyboard.press("Tab")  # to what comes after the figure, not after the panel
    after = "x => Boolean(x.compareDocumentPosition(document.activeElement) & 4)"
    assert figure.evaluate(after)
    assert page.evaluate("document.activeElement.closest('.live-document') !== null")
    panel.get_by_role("button").first.focus()
    page.keyboard.press("Shift+Tab")
    assert figure.evaluate("x => x === document.activeElement")
    panel.get_by_role("button", name="关闭算式").click()
    assert panel.is_hidden()


def test_a_formula_follows_its_figure_and_goes_with_it(filling: Filling) -> None:
    page = with_figure(filling)
    page.locator(FIGURE, has_text="22.82%").first.click()
    panel = page.locator(PANEL)
    panel.wait_for()
    filling.type("paid.now", "1518.30")
    filling.show_text()
    assert "(1518.30万 − 1236.11万) ÷ 1236.11万 = 22.83%" in panel.inner_text()
    filling.type("paid.last", "")
    assert panel.is_hidden()


def test_the_next_blank_comes_in_the_order_of_the_text(filling: Filling) -> None:
    page = filling.page
    filling.field("org").focus()
    filling.type("org", "青禾县卫生健康局")
    page.keyboard.press("Control+Enter")
    page.locator("[data-path='work']:focus").wait_for()  # the period is there already
    said = page.locator(".live-blanks")
    assert said.get_attribute("role") == "status"
    blanks = page.evaluate(LACKING)
    assert said.inner_text() == f"还有{blanks}处空白"
    seen: list[str] = []
    while "work" not in seen:
        page.keyboard.press("Control+Enter")
        page.wait_for_timeout(30)
        seen.append(page.evaluate("document.activeElement.dataset.path"))
    assert said.inner_text() == f"到头了，从开头找：还有{blanks}处空白"
    assert len(seen) == len(set(seen)) > blanks / 3
    button = page.get_by_role("button", name="下一处空白").locator("visible=true").last
    filling.field("period").focus()
    button.click()
    page.locator("[data-path='work']:focus").wait_for()


def test_enter_leads_from_field_to_field(filling: Filling) -> None:
    page = filling.page
    filling.field("org").focus()
    page.keyboard.type("青禾县")
    seen = []
    for _ in range(3):
        page.keyboard.press("Enter")
        seen.append(page.evaluate(FOCUSED))
    page.keyboard.press("Shift+Enter")
    seen.append(page.evaluate(FOCUSED))
    assert seen == ["period", "last_period", "work", "last_period"]
    area = page.locator(".fill-form textarea").first
    area.focus()
    page.keyboard.type("一")
    page.keyboard.press("Enter")
    assert area.input_value() == "一"
    assert not area.evaluate("x => x === document.activeElement")


def test_an_empty_page_says_where_to_begin(filling: Filling) -> None:
    status = filling.page.locator(".live-status")
    assert status.inner_text().endswith("处，填一处按回车到下一处")
    begin = filling.page.get_by_role("button", name="从第一处填起")
    word = filling.page.get_by_role("button", name="下载Word")
    filled = "x => getComputedStyle(x).backgroundColor"
    assert begin.evaluate(filled) != word.evaluate(filled)
    wrong = filling.page.evaluate(
        "getComputedStyle(document.body).getPropertyValue('--seal').trim()"
    )
    colour = status.evaluate("x => getComputedStyle(x).color")
    filling.page.evaluate("c => { document.body.style.color = c; }", wrong)
    assert colour != filling.page.evaluate("getComputedStyle(document.body).color")
    filling.type("org", "青禾县卫生健康局")
    filling.show_text()
    filling.page.locator(".live-status", has_text="草稿：").wait_for()
    expect(begin).to_have_count(0)
    expect(filling.page.locator(".live-legend")).to_be_hidden()


def test_the_menu_has_groups_with_names(filling: Filling) -> None:
    page = filling.page
    page.locator(".fill-more > summary", has_text="更多").click()
    page.locator(".fill-menu svg").first.wait_for()
    groups = page.locator(".fill-menu:visible [role=group]")
    names = groups.evaluate_all("all => all.map(x => x.getAttribute('aria-label'))")
    assert names[-3:] == ["文稿", "文件", "草稿"]
    assert page.locator(".fill-menu-head:visible").all_inner_texts() == names


def test_a_phone_keeps_its_place_in_text_and_fields(browser: Browser, http: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    filling = Filling.at(page, http)
    filling.menu("用示例填写")
    page.wait_for_timeout(300)
    to_text = page.get_by_role("button", name="文稿", exact=True)
    to_fields = page.get_by_role("button", name="指标", exact=True)
    assert to_text.get_attribute("aria-pressed") == "true"
    page.mouse.wheel(0, 1300)
    page.wait_for_timeout(200)
    text = page.evaluate("scrollY")
    assert text > 1000
    to_fields.click()
    assert to_fields.get_attribute("aria-pressed") == "true"
    page.mouse.wheel(0, 400)
    page.wait_for_timeout(200)
    fields = page.evaluate("scrollY")
    to_text.click()
    page.wait_for_timeout(100)
    assert abs(page.evaluate("scrollY") - text) <= 1
    to_fields.click()
    page.wait_for_timeout(100)
    assert abs(page.evaluate("scrollY") - fields) <= 1
    page.close()


def test_a_unit_is_offered_in_the_draft_of_another_archetype(page: Page, base: str) -> None:
    filling = Filling.at(page, base)
    unit = {"org": "青禾县卫生健康局", "we": "我局", "scope": "全县"}
    for path, text in unit.items():
        filling.keep(path, text)
    filling.press("记下本单位，下次直接用")
    assert "已记下“青禾县卫生健康局”" in page.locator(".unit-line").inner_text()
    other = Filling.at(page, base, "general")
    other.press("填入：青禾县卫生健康局")
    asked = {"org": unit["org"], "we": unit["we"]}  # this summary has no scope
    assert {path: other.field(path).input_value() for path in asked} == asked
    other.saved()
    assert "没有用到" not in other.status
    assert page.get_by_role("button", name="填入：青禾县卫生健康局").count() == 0
    other.press("撤销")
    assert other.field("org").input_value() == ""
    other.menu("单位资料")
    dialog = page.locator("dialog")
    assert "青禾县卫生健康局（我局、全县）" in dialog.inner_text()
    dialog.get_by_role("button", name="删除").click()
    assert "还没有记下的单位" in dialog.inner_text()
    dialog.get_by_role("button", name="关闭").click()
    assert page.locator(".unit-line button").count() == 0


def test_units_go_with_everything_else_on_the_machine(page: Page, http: str) -> None:
    filling = Filling.at(page, http)
    filling.keep("org", "<b>青禾县</b>卫生健康局")
    filling.press("记下本单位，下次直接用")
    filling.menu("清除本机数据")
    filling.press("全部清除")
    page.locator(".bar-status", has_text="本机数据已清除").wait_for()
    page.wait_for_timeout(200)
    assert page.evaluate("localStorage.getItem('summaries.units')") is None
    assert page.locator(".unit-line button").count() == 0


def test_without_storage_a_unit_is_not_saved_and_nothing_breaks(page: Page, http: str) -> None:
    wrong: list[str] = []
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.add_init_script(NO_STORAGE)
    filling = Filling.at(page, http)
    wrong.clear()  # what the theme says of it
    filling.type("org", "青禾县卫生健康局")
    filling.press("记下本单位，下次直接用")
    assert "没有记下" in page.locator(".unit-line").inner_text()
    filling.menu("清除本机数据")
    filling.press("全部清除")
    page.wait_for_timeout(300)
    assert not wrong


def test_each_action_of_the_menu_says_what_it_does(filling: Filling) -> None:
    filling.page.locator(".fill-more > summary", has_text="更多").click()
    buttons = filling.page.locator(".fill-menu:visible > [role=group] button")
    buttons.first.wait_for()
    assert buttons.count() > 15
    for button in buttons.all():
        assert len(button.locator("small").inner_text()) > 5
        assert button.locator("svg[aria-hidden=true]").count() == 1


def test_the_period_is_typed_in_the_bar(filling: Filling) -> None:
    page = filling.page
    period = page.locator(".bar-value")
    before = period.inner_text()
    for typed, taken in (("去年三季度", r"第三季度"), ("2019q2", "2019年第二季度")):
        period.click()
        expect(page.locator(".period-field > input")).to_be_focused()
        page.keyboard.insert_text(typed)
        expect(page.locator(".period-list [role=option]").first).to_have_text(re.compile(taken))
        page.keyboard.press("Enter")
        expect(period).to_have_text(re.compile(taken))
        expect(period).to_be_focused()
    assert "2019年第二季度" in filling.text
    assert filling.field("last_period").input_value() == "2018Q2"
    period.click()
    page.keyboard.insert_text("不知道哪年")
    expect(page.locator(".period-none")).to_contain_text("没有这样的时段。应为：季度，如 2026Q1")
    page.keyboard.press("Escape")
    expect(page.locator(".period-field")).to_have_count(0)
    expect(period).to_have_text("2019年第二季度")
    period.click()
    page.locator(".period-list [role=option]", has_text=before).click()
    expect(period).to_have_text(before)


def test_the_newest_period_is_offered_first(filling: Filling) -> None:
    page = filling.page
    page.locator(".bar-value").click()
    listed = page.locator(".period-list [role=option]")
    listed.first.wait_for()
    options = listed.evaluate_all("all => all.map((one) => one.dataset.code)")
    assert options == sorted(options, reverse=True)
    page.keyboard.press("ArrowUp")
    page.keyboard.press("Enter")
    assert filling.field("period").input_value() == options[0]


def test_on_a_phone_the_bar_has_two_rows_of_large_targets(browser: Browser, http: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    filling = Filling.at(page, http)
    bar = page.locator(".fill-bar")
    box = bar.bounding_box()
    assert box
    assert box["height"] <= 2 * 44 + 16
    targets = bar.locator(":is(button, summary, select):visible")
    assert targets.count() == 5
    page.locator(".fill-more > summary", has_text="更多").click()
    page.locator(".fill-menu svg").first.wait_for()
    for target in targets.all():
        size = target.bounding_box()
        assert size
        assert size["height"] >= 44
    for name in ("撤销", "表格", "复制全文"):
        expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    page.get_by_role("button", name="表格", exact=True).click()
    page.locator(".table-grid").wait_for()
    page.set_viewport_size({"width": 1366, "height": 768})
    expect(page.locator(".bar-tools").get_by_role("button", name="撤销")).to_be_visible()
    filling.output("复制全文")
    page.close()
