"""核对 tells what is wrong in words that were typed, as the page that checks a text does."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from playwright.sync_api import expect

from tests.browser.filling import Filling, draft_file

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

TEXT = "领导高度重视,取得了显著成效。\n检测水样20份，合格18份，合格率92.0%。"
OWN = {"items": {"public-health-services": [{"id": "i1", "title": "义诊", "text": TEXT}]}}
WORDS = re.compile("自己写的文字，(错误|提醒|提示)（")


def test_typed_words_are_checked_mended_and_set_aside(
    page: Page, http: str, tmp_path: Path
) -> None:
    filling = Filling.at(page, http)
    with page.expect_file_chooser() as choosing:
        filling.menu("导入文件")
    choosing.value.set_files(draft_file(tmp_path, schema="2", own=OWN))
    filling.press("导入")
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
