"""核对 tells what is wrong in words that were typed, as the page that checks a text does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

import pytest
from playwright.sync_api import expect

from tests.browser.filling import OFFICE, Filling, draft_file
from tests.browser.test_accessibility import violations
from tests.support.real import said

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

TEXT = "领导高度重视,取得了显著成效。\n检测水样20份，合格18份，合格率92.0%。"
OWN = {"items": {"public-health-services": [{"id": "i1", "title": "义诊", "text": TEXT}]}}
RATE, ROSE = said(OFFICE, "{{ records_rate }} {{ change(records_rate) }}").split(" 提高")
CHANGED = f"""一季度，全县居民健康档案建档率达{RATE}，比去年同期下降{ROSE}。
在管高血压患者24180人，规范管理率99.31%；接诊群众46218人次。

|指标|本期|
|---|---|
|<b>规范管理的高血压患者</b>|{said(OFFICE, "{{ hypertension_standard|bare }}")}|"""
HEAD = "6个数：3个与本稿一致，2个本稿没有，1个升降与本稿相反。"
WORDS = re.compile("自己写的文字，(错误|提醒|提示)（")


def test_typed_words_are_checked_mended_and_set_aside(
    page: Page, http: str, tmp_path: Path
) -> None:
    filling = Filling.at(page, http)
    filling.import_file(draft_file(tmp_path, schema="2", own=OWN))
    page.locator(".live-document p", has_text="领导高度重视").wait_for()
    panel = filling.reviewed()
    kinds = panel.locator("h4", has_text=WORDS)
    expect(kinds).to_have_count(3)
    rate = panel.locator("li", has_text="“92.0%”：错误")
    rate.get_by_text("依据").click()
    assert "18" in rate.locator("details").inner_text()
    assert "等于没有写" in panel.locator("li", has_text="“高度重视”").inner_text()
    panel.get_by_role("button", name=re.compile("^改为“，”")).click()
    page.locator(".live-document p", has_text="领导高度重视，取得了").wait_for()
    expect(kinds).to_have_count(2)
    panel.locator("h4", has_text="自己写的文字，提示").get_by_role("button").click()
    page.locator("#dialog-answer").press("Enter")
    expect(kinds).to_have_count(1)
    panel.get_by_role("button", name=re.compile("^去看：.*“92.0%”")).click()
    page.locator("dialog textarea").fill("检测水样20份，合格18份，合格率90.0%。")
    filling.press("完成")
    expect(kinds).to_have_count(0)


def test_the_list_is_not_shown_without_its_rules(page: Page, http: str) -> None:
    page.route("**/rules.js", lambda route: route.abort())
    filling = Filling.at(page, http)
    filling.press("核对")
    assert "缺rules.js" in page.locator("dialog [role=alert]").inner_text()


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_a_text_is_held_against_the_figures_of_the_draft(
    browser: Browser, http: str, width: int, scheme: Literal["light", "dark"]
) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    filling = Filling.with_example(page, http)
    before = filling.text
    filling.menu("对照本稿数据核对一段文字")
    page.locator("#held-area").fill(CHANGED)
    filling.press("对照")
    head = page.locator(".held-head")
    expect(head).to_have_text(HEAD)
    marks = page.locator(".held-text mark")
    assert page.locator('mark[data-verdict="against"]').all_inner_texts() == [ROSE]
    assert page.locator('mark[data-verdict="none"]').all_inner_texts() == ["99.31%", "46218人次"]
    assert "<b>" in page.locator(".held-text").inner_text()
    assert marks.count() == int(HEAD.split("个", maxsplit=1)[0])
    lines = page.locator(".held-list button")
    assert "升降与本稿相反，本稿：" in lines.nth(0).inner_text()
    lines.nth(1).click()
    expect(page.locator("mark[aria-current]")).to_have_text("99.31%")
    assert violations(page) == []
    assert page.locator("dialog .dialog-body").evaluate("box => box.scrollWidth <= box.clientWidth")
    page.locator("#held-area").fill("没有写数。")
    filling.press("对照")
    expect(head).to_have_text("这段文字里没有数。")
    page.keyboard.press("Escape")
    filling.menu("对照本稿数据核对一段文字")
    assert page.locator("#held-area").input_value() == ""
    assert filling.text == before
    context.close()
