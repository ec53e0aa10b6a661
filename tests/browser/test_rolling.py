"""The next period: what it is compared with, whose figures, and what became of the plans."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from tests.browser.filling import ARCHETYPE, Filling

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

PLAN = {
    "title": "补设备",
    "measures": "采购",
    "target": "配齐",
    "value": "40",
    "unit": "台",
    "due": "6月底前",
}
NOW: dict[str, Any] = {
    "org": "甲局",
    "period": "2026Q1",
    "goal": "首季见效",
    "paid": {"now": "20"},
    "plans": [PLAN],
}
YEAR_AGO = {"org": "甲局", "period": "2025Q2", "paid": {"now": "15"}}


def rolling(filling: Filling) -> Locator:
    """Open the dialog and return it."""
    filling.menu("写下一期")
    dialog = filling.page.locator("dialog", has_text="现在这份原样保留")
    dialog.wait_for()
    return dialog


def roll(dialog: Locator) -> Locator:
    """Roll forward, and return the dialog that says what is to be done."""
    dialog.get_by_role("button", name="新建草稿", exact=True).click()
    told = dialog.page.locator("dialog", has_text="下一期已建好")
    told.wait_for()
    return told


def test_the_whole_way_to_the_next_period(page: Page, place: str) -> None:
    filling = Filling.at(page, place)
    filling.fill_at_once(YEAR_AGO)
    filling.saved()
    filling.new_draft()
    filling.fill_at_once(NOW)
    filling.saved()
    assert filling.field("last_period").input_value() == "2025Q1"
    dialog = rolling(filling)
    assert dialog.get_by_label("上年同期").is_checked()
    assert "（2025年第二季度）" in dialog.inner_text()
    assert "不用其他时段的数代替" not in dialog.inner_text()
    told = roll(dialog)
    assert "与2025年第二季度比较，上期数取自" in told.inner_text()
    assert "工作目标：首季" in told.inner_text()
    told.get_by_role("button", name="关闭").click()
    assert filling.field("period").input_value() == "2026Q2"
    assert filling.field("last_period").input_value() == "2025Q2"
    assert filling.field("paid.last").input_value() == "15"
    assert "补设备＿＿＿＿（原定6月底前配齐40台）。" in filling.text
    filling.choose("last_plans[0].status", "完成")
    filling.type("last_plans[0].result", "装到各站")
    assert "补设备已经完成（原定6月底前配齐40台），装到各站。" in filling.text
    assert "工作目标写着“首季”，说的是上一期" in filling.reviewed().inner_text()


def test_without_a_draft_of_that_period_a_file_gives_the_figures(
    page: Page, place: str, tmp_path: Path
) -> None:
    filling = Filling.at(page, place)
    filling.fill_at_once(NOW)
    filling.saved()
    dialog = rolling(filling)
    assert "没有2025年第二季度的数据：上期数留空" in dialog.inner_text()
    for facts, what in (
        ({**YEAR_AGO, "org": "乙局"}, "是“乙局”的，这一份是“甲局”的"),
        ({**YEAR_AGO, "period": "2025Q3"}, "是2025年第三季度的，要比的是2025年第二季度"),
        (YEAR_AGO, ""),
    ):
        path = tmp_path / "ago.json"
        path.write_text(
            json.dumps({"schema": "1", "archetype": ARCHETYPE, "facts": facts}), "utf-8"
        )
        with page.expect_file_chooser() as chooser:
            dialog.get_by_role("button", name="从文件取…").click()
        chooser.value.set_files(path)
        if what:
            dialog.get_by_text(what).wait_for()
    dialog.locator("option", has_text="ago.json").wait_for(state="attached")
    dialog.locator("#roll-plans").uncheck()
    assert "上期数取自“ago.json”" in roll(dialog).inner_text()
    page.keyboard.press("Escape")
    assert filling.field("paid.last").input_value() == "15"
    assert filling.field("plans[0].title").input_value() == "补设备"
    assert "上期打算" not in filling.text


def test_own_words_are_confirmed_one_by_one(page: Page, place: str, tmp_path: Path) -> None:
    filling = Filling.at(page, place)
    own = {"sections": {"own-a": {"name": "义诊", "text": "办了义诊。"}}}
    outline = [{"use": "opening"}, {"own": "own-a"}, {"use": "plans"}]
    data = {"schema": "2", "archetype": ARCHETYPE, "outline": outline, "own": own}
    path = tmp_path / "own.json"
    path.write_text(json.dumps({**data, "facts": {"period": "2026Q1"}}), "utf-8")
    filling.import_file(path)
    page.locator(".live-document", has_text="办了义诊").wait_for()
    roll(rolling(filling))
    page.keyboard.press("Escape")
    page.locator(".live-status", has_text="1项沿用未核对").wait_for()
    filling.reviewed().get_by_role("button", name="沿用，核对无误：义诊").click()
    page.locator(".live-status", has_text="沿用未核对").wait_for(state="detached")
    assert filling.status.startswith("共")


def test_a_new_draft_is_of_the_period_that_has_ended_and_any_other_can_be_named(
    page: Page, place: str
) -> None:
    filling = Filling.at(page, place)
    first = filling.field("period").input_value()
    assert first
    filling.field("period").select_option("more")
    page.locator("dialog input").fill("去年一季度")
    filling.press("确定")
    page.wait_for_function(
        "() => document.querySelector('[data-path=period]').value.endsWith('Q1')"
    )
    named = filling.field("period").input_value()
    last = f"{int(named[:4]) - 1}Q1"
    assert filling.field("last_period").input_value() == last
    chosen = filling.field("last_period").locator(f"option[value='{last}']")
    assert "（上年同期）" in chosen.inner_text()
    filling.field("period").select_option("more")
    page.locator("dialog input").fill("明年")
    filling.press("确定")
    page.locator("dialog", has_text="读不懂这个时段").wait_for()
    assert filling.field("period").input_value() == named


def test_a_missing_script_is_told_where_a_period_is_named(page: Page, http: str) -> None:
    filling = Filling.at(page, http)
    before = filling.field("period").input_value()
    page.route("**/own.js", lambda route: route.abort())
    filling.field("period").select_option("more")
    page.locator("dialog", has_text="网站的文件不全（缺own.js）").wait_for()
    assert filling.field("period").input_value() == before
