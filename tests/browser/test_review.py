"""核对 lists beside the paper all that stands between a draft and a final text."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.filling import OFFICE, Filling, draft_file, facts_of
from tests.support.real import said

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

BAR = re.compile("^核对清单（")
AT_LINE = "document.activeElement.closest('.review-list > li') !== null"
OWN = {"items": {"public-health-services": [{"id": "i1", "title": "义诊", "text": "服务12人。"}]}}


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    """Return the page with the figures of an example, as those of another office."""
    return Filling.of_another_office(page, http)


def count(panel: Locator, heading: str) -> int:
    """Return the number that a heading of the list tells."""
    found = re.search(rf"{heading}（(\d+)处）", panel.inner_text())
    return int(found[1]) if found else 0


def set_aside(panel: Locator, reason: str) -> None:
    """Set aside the first warning, with the keyboard."""
    page = panel.page
    left = count(panel, "请核实") - 1
    panel.get_by_role("button", name=re.compile("^忽略")).first.press("Enter")
    page.locator("#dialog-answer").fill(reason)
    page.locator("#dialog-answer").press("Enter")
    page.locator("h3", has_text=f"请核实（{left}处）").wait_for()


def with_gaps(filling: Filling) -> None:
    """Leave two facts out, of which the text states one in two places."""
    filling.type("insured", "")
    filling.type("training_people", "")
    expect(filling.page.locator(".live-status")).to_contain_text("处空白")


def test_figures_that_are_the_examples_by_chance_are_set_aside(filling: Filling) -> None:
    page, panel = filling.page, filling.reviewed()
    before = count(panel, "请核实")
    set_aside(panel, "与报表一致")
    assert count(panel, "已忽略") == 1
    assert page.evaluate(AT_LINE)
    panel.locator("summary", has_text="已忽略").click()
    assert "（理由：与报表一致）" in panel.inner_text()
    panel.get_by_role("button", name=re.compile("^恢复提醒")).click()
    page.locator("h3", has_text=f"请核实（{before}处）").wait_for()
    for _ in range(3):
        set_aside(panel, "属实")
    panel.get_by_role("button", name=re.compile("^全部忽略：与示例相同的")).press("Enter")
    page.locator("#dialog-answer").press("Enter")
    page.locator("h3", has_text="请核实").wait_for(state="detached")
    assert count(panel, "已忽略") == before
    filling.press("撤销")  # the whole group, in one step
    page.locator("h3", has_text=f"请核实（{before - 3}处）").wait_for()
    filling.saved()
    page.reload()
    page.locator(".live-status--ready").wait_for()
    panel = filling.reviewed()
    assert (count(panel, "请核实"), count(panel, "已忽略")) == (before - 3, 3)
    with page.expect_download() as started:
        panel.get_by_role("button", name="下载Word（正式稿）").click()
    assert "草稿" not in started.value.suggested_filename


def test_what_is_proposed_is_taken_with_one_key(page: Page, http: str) -> None:
    filling = Filling.at(page, http)
    facts = {name: fact for name, fact in facts_of(OFFICE).items() if name != "headlines"}
    filling.fill_at_once({**facts, "org": "东山县卫生局"})
    page.locator(".live-status--ready").wait_for()
    panel = filling.reviewed()
    panel.get_by_role("button", name=re.compile("^采用建议")).press("Enter")
    page.locator(".review-list", has_text="开头没有报主要数据").wait_for(state="detached")
    panel.locator("summary", has_text="目标要多做多少").click()
    effort = panel.locator("li", has_text="健康档案核查属实率")
    effort.get_by_role("button", name=re.compile("^写进打算")).press("Enter")
    panel.get_by_role("button", name=re.compile("^不写进打算：健康档案核查属实率")).wait_for()
    assert page.evaluate("document.activeElement.textContent") == "不写进打算"
    text = filling.text
    headline = "居民健康档案建档率为{{ records_rate }}，{{ compared(records_rate, 'short') }}。"
    assert said(OFFICE, headline) in text
    words = (
        "将健康档案核查属实率由{{ record_true_rate }}提高到95%以上，按现有1640份测算要增加49份。"
    )
    assert said(OFFICE, words) in text


def test_setting_aside_is_undone_and_a_changed_value_asks_again(filling: Filling) -> None:
    page, panel = filling.page, filling.reviewed()
    before = count(panel, "请核实")
    set_aside(panel, "属实")
    filling.press("撤销")
    page.locator("h3", has_text=f"请核实（{before}处）").wait_for()
    assert count(panel, "已忽略") == 0
    panel.get_by_role("button", name="关闭核对").click()
    filling.type("insured", "13912345678")
    assert "里“13912345678”：提醒，像是手机号" in filling.reviewed().inner_text()


def test_a_line_leads_to_its_blank_on_the_paper_while_the_list_stays(filling: Filling) -> None:
    page = filling.page
    with_gaps(filling)
    panel = filling.reviewed()
    assert panel.locator(".review-head").inner_text() == f"还是{filling.status}。"
    line = panel.get_by_role("button", name="去填：参保人数")
    line.click()
    page.wait_for_function("() => document.activeElement.dataset.path === 'insured'")
    assert page.locator(".paper-field").is_visible()
    assert line.get_attribute("aria-current") == "true"
    page.locator(".review-groups").evaluate("list => { list.scrollTop = 30; }")
    page.keyboard.type("378001")
    line.wait_for(state="detached")
    assert page.evaluate("document.activeElement.dataset.path") == "insured"
    assert page.locator(".review-groups").evaluate("list => list.scrollTop") == 30
    assert panel.locator(".review-head").inner_text() == "还是草稿：1处空白。"
    assert page.locator(".live-status").get_attribute("aria-live") == "off", "it is told twice"
    page.keyboard.press("Enter")  # leads to the next blank, and the list follows
    page.locator(".review-text[aria-current]", has_text="培训人数").wait_for()
    page.keyboard.type("526")
    page.keyboard.press("Enter")
    panel.get_by_role("button", name="下载Word（正式稿）").wait_for()
    assert not page.locator(".review-bar").is_visible()


def test_the_keyboard_opens_the_list_leads_back_and_closes_it(filling: Filling) -> None:
    page = filling.page
    with_gaps(filling)
    page.keyboard.press("Alt+KeyK")
    page.wait_for_function("() => document.activeElement.textContent === '核对'")
    panel = page.locator(".fill-review")
    assert not page.locator(".fill-form").is_visible()
    panel.get_by_role("button", name="去填：培训人数").press("Enter")
    page.wait_for_function("() => document.activeElement.dataset.path === 'training_people'")
    page.keyboard.type("526")
    page.keyboard.press("Alt+KeyK")
    page.wait_for_function(f"() => {AT_LINE}")
    assert page.evaluate("document.activeElement.textContent") == "参保人数"
    page.keyboard.press("Escape")
    assert not panel.is_visible()
    assert page.locator(".fill-form").is_visible()
    assert page.evaluate("document.activeElement.title") == "Alt+K"
    assert page.locator(".live-status").get_attribute("aria-live") == "polite"


def test_what_stands_only_in_the_form_leads_there_and_back(filling: Filling) -> None:
    page = filling.page
    filling.type("rank_source", "")
    page.locator(".live-status", has_text="项填了没有用到").wait_for()
    panel = filling.reviewed()
    left = sum(count(panel, heading) for heading in ("还没有填", "要改", "请核实"))
    panel.get_by_role("button", name=re.compile("^去改：填了")).first.click()
    page.wait_for_function("() => document.activeElement.closest('.fill-form') !== null")
    assert not panel.is_visible()
    back = page.get_by_role("button", name=BAR)
    assert back.inner_text() == f"核对清单（还有{left}处）"
    back.press("Enter")
    assert page.evaluate(AT_LINE)
    assert not page.locator(".review-bar").is_visible()
    panel.get_by_role("button", name=re.compile("^去改：填了")).first.click()
    page.get_by_role("button", name="不再返回核对").click()
    assert page.locator(".review-bar").count() == 0
    assert page.locator(".fill-form").is_visible()


def test_on_a_phone_the_list_is_a_pane_with_a_way_back(browser: Browser, http: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    filling = Filling.of_another_office(page, http)
    with_gaps(filling)
    filling.press("核对")
    strip = page.get_by_role("button", name="下一条：培训人数")
    strip.wait_for()
    assert filling.page.locator(".live-document").is_visible(), "the text stays in sight"
    strip.click()
    page.wait_for_function("() => document.activeElement.dataset.path === 'training_people'")
    page.keyboard.type("526")
    page.get_by_role("button", name="完成").click()
    page.get_by_role("button", name="下一条：参保人数").click()
    page.wait_for_function("() => document.activeElement.dataset.path === 'insured'")
    panel = filling.reviewed()
    panel.get_by_role("button", name="去填：参保人数").click()
    page.wait_for_function("() => document.activeElement.dataset.path === 'insured'")
    assert not panel.is_visible()
    page.get_by_role("button", name="完成").click()
    back = page.get_by_role("button", name=BAR)
    back.click()
    assert panel.is_visible()
    assert not back.is_visible()
    panel.get_by_role("button", name="关闭核对").click()
    assert page.locator(".fill-text").is_visible()
    assert page.locator(".review-bar").count() == 0
    page.close()


def test_a_line_leads_to_own_words_and_back(page: Page, http: str, tmp_path: Path) -> None:
    filling = Filling.at(page, http)
    filling.import_file(draft_file(tmp_path, schema="2", own=OWN))
    page.locator(".live-document p", has_text="服务12人。").wait_for()
    panel = filling.reviewed()
    line = panel.get_by_role("button", name=re.compile("^去看：.*义诊”里有手写的数字：12"))
    line.click()
    page.locator("dialog textarea").fill("服务群众。")
    filling.press("完成")
    line.wait_for(state="detached")
    assert page.evaluate(AT_LINE), "the focus is lost with the line"


def test_words_without_a_place_are_copied_and_dropped(
    page: Page, http: str, tmp_path: Path
) -> None:
    page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    filling = Filling.at(page, http)
    facts = {**facts_of(OFFICE), "org": "东山县卫生局"}
    marks = {"unplaced": [{"section": "gone", "text": "原来的话"}], "later": {"x": "5"}}
    filling.import_file(draft_file(tmp_path, schema="2", marks=marks, facts=facts))
    page.locator(".live-status", has_text="1段手改文字无处可放").wait_for()
    panel = filling.reviewed()
    assert panel.get_by_role("button", name="下载草稿").is_visible()
    panel.get_by_role("button", name=re.compile("^复制：")).click()
    page.locator(".toast", has_text="已复制").wait_for()
    assert page.evaluate("navigator.clipboard.readText()") == "原来的话"
    panel.get_by_role("button", name=re.compile("^已另处理，删去")).click()
    page.locator(".review-head", has_text="已填完整").wait_for()
    page.locator(".live-status--ready").wait_for()
    with page.expect_download() as started:
        filling.menu("导出文件")
    marks = json.loads(started.value.path().read_text("utf-8"))["marks"]
    assert marks == {"later": {"x": "5"}}


def test_a_final_text_is_output_at_the_end_of_its_review_only(filling: Filling) -> None:
    page = filling.page
    filling.press("核对并下载Word")
    released = page.get_by_role("button", name="核对无误，输出正式稿")
    released.wait_for()
    expect(page.get_by_role("button", name="复制全文", exact=True)).to_have_count(0)
    filling.press("撤销")  # a draft again: nothing final is offered
    page.get_by_role("button", name="下载草稿").wait_for()
    filling.press("重做")
    with page.expect_download() as started:
        released.click()
    assert "草稿" not in started.value.suggested_filename
    assert not page.locator(".fill-review").is_visible()
    panel = filling.reviewed()
    assert panel.get_by_role("button", name="下载Word（正式稿）").is_visible()


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
    filling.layout()
    page.locator("#appendix").check()
    told = page.locator("dialog", has_text="没有附上主要指标表").last
    for act in (None, "下载纯文本"):
        if act:
            filling.output(act)
        assert "缺check.js" in told.locator("[role=alert]").inner_text()
        told.get_by_role("button", name="关闭").click()
    page.unroute("**/check.js")
    with page.expect_download() as started:
        filling.output("下载纯文本")
    assert "附件：主要指标表" in started.value.path().read_text("utf-8")
