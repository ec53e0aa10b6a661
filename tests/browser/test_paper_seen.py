"""The paper as one sees it while filling it in: the field, the margins, the sheet of a phone."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.filling import Filling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page

FIELD = ".paper-field:visible"
FINGER = 44  # pixels
HERE = "document.activeElement.dataset.path ?? ''"
# where the field on the text ends, as a share of the column
DEPTH = """() => {
  const [field, column] = [".paper-field", ".fill-text"]
    .map((selector) => document.querySelector(selector).getBoundingClientRect());
  return (field.bottom - column.top) / column.height;
}"""
# whether the field stands below the head of the column, at its figure
IS_AT_FIGURE = """() => {
  const box = (selector) => document.querySelector(selector).getBoundingClientRect();
  const [field, figure, head] = [".paper-field", ".fact--here", ".live-head"].map(box);
  return field.top >= head.bottom && figure.bottom > field.top && figure.top < field.bottom;
}"""

# types without the focus, as an undo or another window changes a value
TYPE = """(control, text) => {
  control.value = text;
  control.dispatchEvent(new Event("input", { bubbles: true }));
}"""


def opened(browser: Browser, http: str, **traits: Any) -> Filling:
    """Open the page on a screen of its own."""
    context = browser.new_context(**{"viewport": {"width": 1366, "height": 768}, **traits})
    return Filling.at(context.new_page(), http)


@pytest.fixture
def filling(browser: Browser, http: str) -> Iterator[Filling]:
    found = opened(browser, http)
    yield found
    found.page.context.close()


@pytest.fixture
def phone(browser: Browser, http: str) -> Iterator[Filling]:
    found = opened(browser, http, viewport={"width": 390, "height": 844}, has_touch=True)
    yield found
    found.page.context.close()


def box_of(element: Locator) -> dict[str, float]:
    """Return where an element stands, with its right and lower edges."""
    box = element.bounding_box()
    assert box
    x, y, width, height = box["x"], box["y"], box["width"], box["height"]
    return {
        "x": x,
        "y": y,
        "width": width,
        "height": height,
        "right": x + width,
        "bottom": y + height,
    }


def test_the_place_that_is_filled_in_stays_in_the_upper_part(filling: Filling) -> None:
    page = filling.page
    passed: list[str] = []
    for _ in range(40):
        page.keyboard.press("Control+Enter")
        page.wait_for_function(
            "before => document.activeElement.dataset.path !== before",
            arg=passed[-1] if passed else "",
        )
        passed.append(page.evaluate(HERE))
        assert page.evaluate(DEPTH) <= 0.75, passed[-1]
        assert page.evaluate(IS_AT_FIGURE), passed[-1]
    assert len(set(passed)) == 40


def test_a_later_mention_is_filled_in_where_it_was_clicked(filling: Filling) -> None:
    page = filling.page
    last = page.locator(".live-document mark[data-facts='org']").last
    last.click()
    page.locator(FIELD).locator("[data-path=org]:focus").wait_for()
    assert abs(box_of(last)["y"] - box_of(page.locator(FIELD))["y"]) < 60
    expect(last).to_be_in_viewport()


def test_the_field_stays_in_sight_where_the_text_before_it_grows(filling: Filling) -> None:
    page = filling.page
    filling.fill_at_once({"focus": [{"name": "甲事"}]})
    page.locator("mark[data-facts=goal]").click()
    control = page.locator(FIELD).locator("[data-path=goal]")
    expect(control).to_be_focused()
    page.locator(".fill-form [data-path='focus[0].name']").evaluate(TYPE, "逐月检查、逐户走访" * 80)
    expect(page.locator(".live-document")).to_contain_text("逐户走访")
    page.wait_for_timeout(100)
    expect(control).to_be_in_viewport()
    expect(control).to_be_focused()


def test_the_margins_hold_the_ends_of_the_pages_and_what_may_be_said(filling: Filling) -> None:
    page = filling.page
    sheet, text = box_of(page.locator(".live-text")), box_of(page.locator(".live-document"))
    line = box_of(page.locator(".live-document > p:not(.doc-title)").first)
    marked = "text => parseFloat(getComputedStyle(text).backgroundSize)"
    width = page.locator(".live-document").evaluate(marked)
    assert abs(text["x"] - sheet["x"]) < 2
    assert text["x"] + width < line["x"]
    assert text["right"] - width > line["right"]
    offer = page.locator(".paper-offers > summary").first
    offer.wait_for()
    mark = box_of(offer)
    assert sheet["x"] < mark["x"]
    assert mark["right"] < line["x"]
    shown = offer.evaluate("mark => getComputedStyle(mark, '::before').content")
    assert shown.endswith('项"')
    assert "工作依据" in (offer.get_attribute("title") or "")


def test_a_further_record_says_how_the_list_ends(filling: Filling) -> None:
    page = filling.page
    page.locator("mark[data-facts='focus[0].name']").click()
    page.keyboard.insert_text("甲事")
    page.keyboard.press("Enter")
    field = page.locator(FIELD)
    control = field.locator("[data-path='focus[1].name']")
    expect(field.get_by_text("没有了就直接按回车")).to_be_visible()
    expect(field.locator(".paper-more")).to_be_hidden()
    expect(control).to_have_accessible_description("没有了就直接按回车")
    page.keyboard.insert_text("乙事")
    expect(field.get_by_text("没有了就直接按回车")).to_be_hidden()
    expect(field.locator(".paper-more")).to_be_visible()


def test_the_sheet_of_a_phone_leads_on_by_its_largest_button(phone: Filling) -> None:
    page = phone.page
    page.locator("mark[data-facts=training_people]").first.tap()
    field = page.locator(FIELD)
    field.wait_for()
    names = ("上一处", "下一处", "完成")
    back, on, end = (box_of(field.get_by_role("button", name=name)) for name in names)
    out = box_of(field.get_by_role("button", name="没有这个数"))
    assert back["right"] < on["x"] < on["right"] < end["x"]
    assert on["width"] > 2 * max(back["width"], end["width"])
    assert out["y"] - on["bottom"] >= 16
    assert min(one["height"] for one in (back, on, end, out)) >= FINGER
    figure = box_of(page.locator(".fact--here").first)
    assert 48 <= figure["y"] < figure["bottom"] < box_of(field)["y"] * 0.65


def test_a_phone_offers_other_words_where_it_was_touched(phone: Filling) -> None:
    paragraphs = phone.page.locator(".live-document > p[data-section]")
    buttons = paragraphs.locator(".copy--paragraph")
    seen = "all => all.filter((one) => getComputedStyle(one).opacity !== '0').length"
    assert buttons.evaluate_all(seen) == 0
    for paragraph in (paragraphs.nth(1), paragraphs.nth(3)):
        paragraph.dispatch_event("click")
        expect(paragraph.locator(".copy--paragraph")).to_have_css("opacity", "1")
        assert buttons.evaluate_all(seen) == 1


def test_a_wrong_number_is_not_repeated_at_length(filling: Filling) -> None:
    filling.type("insured", "一二三四五六七八九十" * 4)
    problem = filling.fact("insured").locator(".field-problem")
    expect(problem).to_contain_text("一二三四五六七八九十…”")
    assert len(problem.inner_text()) < 120


def test_a_phone_breaks_neither_a_period_of_the_title_nor_a_unit(phone: Filling) -> None:
    page = phone.page
    phone.type("org", "青禾县卫生健康局")
    phone.show_text()
    assert lines_of(page, ".doc-title [data-facts=period]") == 1
    assert lines_of(page, ".doc-table td:nth-child(2)") == 1


def lines_of(page: Page, selector: str) -> int:
    """Return on how many lines the words of an element stand, at most."""
    script = """(parts) => Math.max(...parts.map((part) => {
      const range = document.createRange();
      range.selectNodeContents(part);
      return new Set([...range.getClientRects()].map(({ top }) => Math.round(top))).size;
    }))"""
    found: int = page.locator(selector).evaluate_all(script)
    return found


def test_what_is_left_is_the_same_number_everywhere(filling: Filling) -> None:
    page = filling.page
    filling.type("org", "青禾县卫生健康局")
    page.locator(".live-status", has_text="草稿：").wait_for()
    told = page.locator(".outline-head .outline-done").inner_text().removeprefix("已填")
    done, total = map(int, told.split("/"))
    due = str(total - done)
    assert filling.status == f"草稿：{due}处空白"
    assert page.locator(".bar-due").inner_text() == due
    panel = filling.reviewed()
    assert f"还没有填（{due}处）" in panel.inner_text()
    panel.get_by_text("疾病预防控制（").click()
    panel.get_by_role("button", name="整节不写：疾病预防控制").click()
    expect(panel.get_by_text("疾病预防控制（")).to_have_count(0)
    filling.press("撤销这一步")
    expect(panel.get_by_text(f"还没有填（{due}处）")).to_be_visible()
    page.keyboard.press("Escape")
    filling.press("表格")
    expect(page.locator(".table-filters").get_by_role("button", name="未填")).to_contain_text(due)
