"""读者会问: what readers will ask is answered, set aside, and asked again when figures change."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.filling import Filling, exported

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FIRST = "“享受待遇”增长54.87%，“报销金额”增长22.82%"
SUM = "(62.60 − 78.93) ÷ 78.93 = -20.69%"


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    """Return the page with the figures of an example, as those of another office."""
    return Filling.of_another_office(page, http)


def asked(filling: Filling, count: int) -> Locator:
    """Open the list of questions, and wait until there are so many."""
    filling.menu("读者会问")
    filling.page.locator("#questions", has_text=f"读者会问（{count}个）").wait_for()
    return filling.page.locator("dialog section", has=filling.page.locator("#questions"))


def of_first(section: Locator, name: str) -> Locator:
    """Return a button of the first question."""
    return section.get_by_role("button", name=re.compile(f"^{name}：{re.escape(FIRST)}"))


def test_a_question_has_its_sum_and_is_answered_with_the_keyboard(filling: Filling) -> None:
    page, section = filling.page, asked(filling, 2)
    assert page.evaluate("document.activeElement.id") == "questions"
    line = section.locator("li", has_text=FIRST).first
    line.locator("summary").press("Enter")
    assert SUM in line.inner_text()
    of_first(section, "答复").press("Enter")
    page.locator("#dialog-answer").press_sequentially("门诊统筹开始结算，小额人次增加。")
    page.locator("#dialog-answer").press("Enter")
    page.locator("#questions", has_text="读者会问（1个）").wait_for()
    page.locator("dialog summary", has_text="已答复、搁置（1个）").press("Enter")
    assert "答复：门诊统筹开始结算，小额人次增加。" in section.inner_text()
    page.keyboard.press("Escape")
    marks = exported(filling)["marks"]["answers"]
    behind = "1518.20万 1236.11万 242534 156600"
    words = "门诊统筹开始结算，小额人次增加。"
    assert marks == {"per-unit/paid": {"answer": words, "behind": behind}}


def test_what_was_set_aside_stays_so_until_a_figure_changes(filling: Filling) -> None:
    page, section = filling.page, asked(filling, 2)
    of_first(section, "搁置").click()
    page.locator("#dialog-answer").press_sequentially("已当面说明")
    page.locator("#dialog-answer").press("Enter")
    page.locator("#questions", has_text="读者会问（1个）").wait_for()
    page.keyboard.press("Escape")
    filling.saved()
    page.reload()
    page.locator(".live-status--ready").wait_for()
    asked(filling, 1)
    page.keyboard.press("Escape")
    filling.keep("benefit_visits.now", "243000")
    asked(filling, 1)
    page.keyboard.press("Escape")
    filling.keep("benefit_visits.now", "280000")
    section = asked(filling, 2)
    assert "享受待遇”增长78.80%" in section.inner_text()


def test_a_question_leads_to_its_place_and_can_be_asked_again(filling: Filling) -> None:
    page, section = filling.page, asked(filling, 2)
    of_first(section, "去写").click()
    page.locator("dialog textarea").first.wait_for()
    page.keyboard.press("Escape")
    page.get_by_role("button", name=re.compile("^返回核对（")).click()
    section = page.locator("dialog section", has=page.locator("#questions"))
    of_first(section, "搁置").click()
    page.locator("#dialog-answer").fill("不必")
    page.locator("#dialog-answer").press("Enter")
    page.locator("dialog summary", has_text="已答复、搁置").click()
    section.get_by_role("button", name=re.compile("^重新问")).click()
    page.locator("#questions", has_text="读者会问（2个）").wait_for()
    assert "已答复" not in section.inner_text()


def test_a_question_of_a_list_leads_to_its_field(filling: Filling) -> None:
    for index in range(5):
        filling.type(f"problems[{index}].detail", "村卫生室人手不足，随访跟不上")
    section = asked(filling, 3)
    section.get_by_role("button", name=re.compile("^去写：5个问题的原因")).click()
    filling.page.wait_for_function("document.activeElement.dataset.path === 'problems[0].detail'")
