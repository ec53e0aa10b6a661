"""读者会问: what readers will ask is answered, set aside, and asked again when figures change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.filling import OFFICE, Filling, exported, facts_of
from tests.support.real import said

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FIRST = said(OFFICE, "“享受待遇”{{ growth(benefit_visits) }}，“报销金额”{{ growth(paid) }}")
SUM = "(63.13 − 76.08) ÷ 76.08 = -17.02%"
BEHIND = said(
    OFFICE,
    "{{ paid|bare }} {{ paid.last|bare }} {{ benefit_visits|bare }} {{ benefit_visits.last|bare }}",
)
VISITS = said(OFFICE, "享受待遇{{ benefit_visits }}")


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    """Return the page with the figures of an example, as those of another office."""
    return Filling.of_another_office(page, http)


def asked(filling: Filling, count: int) -> Locator:
    """Open the list of questions, and wait until there are so many."""
    filling.menu("读者会问")
    return told(filling.page, count)


def told(page: Page, count: int) -> Locator:
    """Wait until there are so many questions, and return the panel with them."""
    page.locator("h3", has_text=f"读者会问（{count}个）").wait_for()
    return page.locator(".fill-review")


def of_first(panel: Locator, name: str) -> Locator:
    """Return a button of the first question."""
    return panel.get_by_role("button", name=re.compile(f"^{name}：{re.escape(FIRST)}"))


def test_a_question_has_its_sum_and_is_answered_with_the_keyboard(filling: Filling) -> None:
    page, panel = filling.page, asked(filling, 2)
    assert page.evaluate("document.activeElement.textContent") == "读者会问（2个）"
    line = panel.locator("li", has_text=FIRST).first
    line.locator("summary").press("Enter")
    assert SUM in line.inner_text()
    of_first(panel, "答复").press("Enter")
    page.locator("#dialog-answer").press_sequentially("门诊统筹开始结算，小额人次增加。")
    page.locator("#dialog-answer").press("Enter")
    told(page, 1)
    panel.locator("summary", has_text="已答复、搁置（1个）").press("Enter")
    assert "答复：门诊统筹开始结算，小额人次增加。" in panel.inner_text()
    marks = exported(filling)["marks"]["answers"]
    words = "门诊统筹开始结算，小额人次增加。"
    assert marks == {"per-unit/paid": {"answer": words, "behind": BEHIND}}


def test_what_was_set_aside_stays_so_until_a_figure_changes(filling: Filling) -> None:
    page, panel = filling.page, asked(filling, 2)
    of_first(panel, "搁置").click()
    page.locator("#dialog-answer").press_sequentially("已当面说明")
    page.locator("#dialog-answer").press("Enter")
    told(page, 1)
    filling.saved()
    page.reload()
    page.locator(".live-status--ready").wait_for()
    filling.keep("benefit_visits.now", "232000")
    panel = asked(filling, 1)
    panel.get_by_role("button", name="关闭核对").click()
    filling.keep("benefit_visits.now", "280000")
    panel = asked(filling, 2)
    assert "享受待遇”增长76.83%" in panel.inner_text()


def test_a_question_leads_to_its_place_and_can_be_asked_again(filling: Filling) -> None:
    page, panel = filling.page, asked(filling, 2)
    of_first(panel, "去写").click()
    assert VISITS in page.locator(".block--here").inner_text()
    page.keyboard.press("Enter")  # puts the paragraph in other words
    page.locator("dialog textarea").first.wait_for()
    page.keyboard.press("Escape")
    of_first(panel, "搁置").click()
    page.locator("#dialog-answer").fill("不必")
    page.locator("#dialog-answer").press("Enter")
    told(page, 1)
    panel.locator("summary", has_text="已答复、搁置").click()
    panel.get_by_role("button", name=re.compile("^重新问")).click()
    told(page, 2)
    assert "已答复" not in panel.inner_text()


def test_a_question_is_marked_at_its_place_until_it_is_answered(filling: Filling) -> None:
    page, panel = filling.page, asked(filling, 2)
    panel.get_by_role("button", name="关闭核对").click()
    place = page.locator(".live-document > p", has_text=VISITS)
    mark = place.get_by_role("button", name=re.compile(f"^读者会问：{re.escape(FIRST)}"))
    filling.type("paid.now", "1464.70")  # the paragraph is rendered again
    expect(place.locator(".ask-mark")).to_have_count(1)
    filling.type("paid.now", facts_of(OFFICE)["paid"]["now"])
    mark.click()
    page.wait_for_function("() => document.activeElement.ariaCurrent === 'true'")
    assert page.evaluate("document.activeElement.textContent").startswith(FIRST)
    of_first(panel, "搁置").click()
    page.locator("#dialog-answer").fill("不必")
    page.locator("#dialog-answer").press("Enter")
    told(page, 1)
    expect(place.locator(".ask-mark")).to_have_count(0)


def test_a_question_of_a_list_leads_to_its_field(filling: Filling) -> None:
    for index in range(5):
        filling.type(f"problems[{index}].detail", "村卫生室人手不足，随访跟不上")
    panel = asked(filling, 3)
    panel.get_by_role("button", name=re.compile("^去写：5个问题的原因")).click()
    there = "document.activeElement.dataset.path === 'problems[0].detail'"
    filling.page.wait_for_function(f"() => {there}")
