"""核对 lists all that stands between a draft and a final text, and leads there and back."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from tests.browser.filling import OFFICE, Filling, draft_file, facts_of

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

BAR = re.compile("^返回核对（")
OWN = {"items": {"public-health-services": [{"id": "i1", "title": "义诊", "text": "服务12人。"}]}}


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    """Return the page with the figures of an example, as those of another office."""
    return Filling.of_another_office(page, http)


def reviewed(filling: Filling) -> Locator:
    """Open the list and return its dialog."""
    filling.press("核对")
    dialog = filling.page.locator("dialog", has=filling.page.locator(".review-head"))
    dialog.wait_for()
    return dialog


def count(dialog: Locator, heading: str) -> int:
    """Return the number that a heading of the list tells."""
    found = re.search(rf"{heading}（(\d+)处）", dialog.inner_text())
    return int(found[1]) if found else 0


def set_aside(dialog: Locator, reason: str) -> None:
    """Set aside the first warning, with the keyboard."""
    page = dialog.page
    left = count(dialog, "请核实") - 1
    dialog.get_by_role("button", name=re.compile("^忽略")).first.press("Enter")
    page.locator("#dialog-answer").fill(reason)
    page.locator("#dialog-answer").press("Enter")
    page.locator("h3", has_text=f"请核实（{left}处）").wait_for()


def test_figures_that_are_the_examples_by_chance_are_set_aside(filling: Filling) -> None:
    page, dialog = filling.page, reviewed(filling)
    before = count(dialog, "请核实")
    set_aside(dialog, "与报表一致")
    assert count(dialog, "已忽略") == 1
    assert page.evaluate("document.activeElement.closest('.review-list > li') !== null")
    dialog.locator("summary", has_text="已忽略").click()
    assert "（理由：与报表一致）" in dialog.inner_text()
    dialog.get_by_role("button", name=re.compile("^恢复提醒")).click()
    page.locator("h3", has_text=f"请核实（{before}处）").wait_for()
    for _ in range(3):
        set_aside(dialog, "属实")
    dialog.get_by_role("button", name=re.compile("^全部忽略：与示例相同的")).press("Enter")
    page.locator("#dialog-answer").press("Enter")
    page.locator("h3", has_text="请核实").wait_for(state="detached")
    assert count(dialog, "已忽略") == before
    page.keyboard.press("Escape")
    filling.press("撤销")  # the whole group, in one step
    dialog = reviewed(filling)
    assert count(dialog, "请核实") == before - 3
    page.keyboard.press("Escape")
    filling.saved()
    page.reload()
    page.locator(".live-status--ready").wait_for()
    dialog = reviewed(filling)
    assert (count(dialog, "请核实"), count(dialog, "已忽略")) == (before - 3, 3)
    with page.expect_download() as started:
        dialog.get_by_role("button", name="下载Word", exact=True).click()
    assert "草稿" not in started.value.suggested_filename


def test_what_is_proposed_is_taken_with_one_key(page: Page, http: str) -> None:
    filling = Filling.at(page, http)
    facts = {name: fact for name, fact in facts_of(OFFICE).items() if name != "headlines"}
    filling.fill_at_once({**facts, "org": "某县卫生局"})
    page.locator(".live-status--ready").wait_for()
    dialog = reviewed(filling)
    dialog.get_by_role("button", name=re.compile("^采用建议")).press("Enter")
    page.locator(".review-list", has_text="开头没有报主要数据").wait_for(state="detached")
    dialog.locator("summary", has_text="目标要多做多少").click()
    effort = dialog.locator("li", has_text="健康档案核查属实率")
    effort.get_by_role("button", name=re.compile("^写进打算")).press("Enter")
    dialog.get_by_role("button", name=re.compile("^不写进打算：健康档案核查属实率")).wait_for()
    page.keyboard.press("Escape")
    text = filling.page.locator(".live-text").inner_text()
    assert "居民健康档案建档率为53.20%，比上年同期提高8.25个百分点；" in text
    assert "健康档案核查属实率达到95%以上，即增加49份。" in text


def test_setting_aside_is_undone_and_a_changed_value_asks_again(filling: Filling) -> None:
    page, dialog = filling.page, reviewed(filling)
    before = count(dialog, "请核实")
    set_aside(dialog, "属实")
    page.keyboard.press("Escape")
    filling.press("撤销")
    dialog = reviewed(filling)
    assert count(dialog, "请核实") == before
    assert count(dialog, "已忽略") == 0
    page.keyboard.press("Escape")
    filling.type("insured", "13912345678")
    dialog = reviewed(filling)
    assert "里像是有手机号“13912345678”" in dialog.inner_text()


def test_a_line_leads_to_its_field_and_back(filling: Filling) -> None:
    page = filling.page
    filling.type("insured", "")
    filling.type("training_people", "")
    page.locator(".live-status", has_text="处空白").wait_for()
    dialog = reviewed(filling)
    assert dialog.locator(".review-head").inner_text() == f"还是{filling.status}。"
    left = sum(count(dialog, heading) for heading in ("还没有填", "要改", "请核实"))
    dialog.get_by_role("button", name="去填：参保人数").click()
    assert page.evaluate("document.activeElement.dataset.path") == "insured"
    back = page.get_by_role("button", name=BAR)
    assert back.inner_text() == f"返回核对（还有{left}处）"
    page.keyboard.type("378001")
    page.keyboard.press("Tab")
    page.locator(".live-status", has_text="草稿：1处空白").wait_for()
    assert back.inner_text() == f"返回核对（还有{left - 2}处）"
    back.press("Enter")
    assert page.evaluate("document.activeElement.closest('.review-list > li') !== null")
    assert page.locator(".review-bar").count() == 0
    dialog.get_by_role("button", name="去填：").first.click()
    page.get_by_role("button", name="不再返回核对").click()
    assert page.locator(".review-bar").count() == 0


def test_a_line_leads_to_own_words_and_back(page: Page, http: str, tmp_path: Path) -> None:
    filling = Filling.at(page, http)
    with page.expect_file_chooser() as choosing:
        filling.menu("导入文件")
    choosing.value.set_files(draft_file(tmp_path, schema="2", own=OWN))
    filling.press("导入")
    page.locator(".live-document p", has_text="服务12人。").wait_for()
    dialog = reviewed(filling)
    dialog.get_by_role("button", name=re.compile("^去看：.*义诊”里有手写的数字：12")).click()
    page.locator("dialog textarea").fill("服务群众。")
    filling.press("完成")
    page.get_by_role("button", name=BAR).click()
    assert "手写的数字" not in page.locator("dialog").inner_text()


def test_words_without_a_place_are_copied_and_dropped(
    page: Page, http: str, tmp_path: Path
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    filling = Filling.at(page, http)
    facts = {**facts_of(OFFICE), "org": "某县卫生局"}
    marks = {"unplaced": [{"section": "gone", "text": "原来的话"}], "later": {"x": "5"}}
    with page.expect_file_chooser() as choosing:
        filling.menu("导入文件")
    choosing.value.set_files(draft_file(tmp_path, schema="2", marks=marks, facts=facts))
    filling.press("导入")
    page.locator(".live-status", has_text="1段手改文字无处可放").wait_for()
    dialog = reviewed(filling)
    dialog.get_by_role("button", name=re.compile("^复制：")).click()
    page.locator("dialog [role=status]", has_text="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "原来的话"
    page.keyboard.press("Escape")
    dialog.get_by_role("button", name=re.compile("^已另处理，删去")).click()
    page.locator(".review-head", has_text="已填完整").wait_for()
    page.keyboard.press("Escape")
    page.locator(".live-status--ready").wait_for()
    with page.expect_download() as started:
        filling.menu("导出文件")
    marks = json.loads(started.value.path().read_text("utf-8"))["marks"]
    assert marks == {"later": {"x": "5"}}


def test_a_site_without_the_script_says_so(page: Page, http: str) -> None:
    page.route("**/check.js", lambda route: route.abort())
    filling = Filling.at(page, http)
    filling.press("核对")
    assert "缺check.js" in page.locator("dialog [role=alert]").inner_text()


def test_a_table_that_cannot_be_attached_is_told_before_a_text_lacks_it(
    page: Page, http: str
) -> None:
    page.route("**/check.js", lambda route: route.abort())
    filling = Filling.at(page, http)
    filling.menu("用示例填写")
    page.locator(".live-status", has_text="项沿用未核对").wait_for()
    page.locator(".live-layout > summary").click()
    page.locator("#appendix").check()
    told = page.locator("dialog", has_text="没有附上主要指标表").last
    for act in (None, "下载纯文本"):
        if act:
            filling.press(act)
        assert "缺check.js" in told.locator("[role=alert]").inner_text()
        told.get_by_role("button", name="关闭").click()
    page.unroute("**/check.js")
    with page.expect_download() as started:
        filling.output("下载纯文本")
    assert "附件：主要指标表" in started.value.path().read_text("utf-8")
