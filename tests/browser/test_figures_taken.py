"""Figures of a pasted text into a new draft, and into one that is there; nothing is lost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.test_accessibility import violations
from tests.support.project import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

TEXT = (ROOT / "tests" / "golden" / "lanxi-county-2026q1.txt").read_text("utf-8")
FILL = "fill/county-health-quarter.html"


def panel_of(page: Page, base: str, text: str) -> Locator:
    """Return the panel with the figures of a text, once they are found."""
    page.goto(f"{base}/review.html")
    page.locator("#draft").fill(text)
    page.get_by_role("button", name="把数字填进表单").click()
    page.locator(".figures-list").wait_for()
    return page.locator(".figures")


def row(panel: Locator, label: str) -> Locator:
    """Return the row of a fact."""
    return panel.locator("tr", has=panel.page.locator("th", has_text=label)).first


def filled_in(panel: Locator) -> None:
    """Fill in what is chosen, and wait until it is saved."""
    panel.get_by_role("button", name="填进草稿").click()
    panel.locator(".figures-status a").wait_for()


def test_a_text_becomes_a_new_draft(page: Page, base: str) -> None:
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    panel = panel_of(page, base, TEXT)
    assert panel.locator("#figures-kind").input_value() == "county-health-quarter"
    assert "86人，为期1天" in row(panel, "培训人数").inner_text()
    assert row(panel, "培训人数").locator("input[type=text]").input_value() == "86"
    assert violations(page) == []
    row(panel, "培训天数").locator("input[type=checkbox]").uncheck()
    filled_in(panel)
    assert row(panel, "培训人数").locator("td").nth(1).inner_text() == "相同"
    panel.locator(".figures-status a").click()
    page.locator(".fill-text .fact", has_text="18.62万人").wait_for()
    text = page.locator(".fill-text").inner_text()
    assert "2026年第一季度" in text
    assert "86人，为期＿＿＿＿天" in text
    assert "比上年同期减少0.13万人" in text
    assert errors == []


def test_an_open_draft_keeps_what_it_has_and_can_be_brought_back(page: Page, http: str) -> None:
    panel = panel_of(page, http, TEXT)
    filled_in(panel)
    panel = panel_of(page, http, TEXT.replace("86人，为期", "97人，为期"))
    choice = panel.locator("#figures-draft")
    choice.select_option(index=1)
    people = row(panel, "培训人数")
    assert people.locator("td").nth(1).inner_text() == "86"
    assert row(panel, "培训天数").locator("td").nth(1).inner_text() == "相同"
    assert row(panel, "培训天数").locator("input[type=checkbox]").is_disabled()
    assert "（1项）" in panel.locator(".proof-main").inner_text()
    writer = page.context.new_page()
    writer.goto(f"{http}/{FILL}")
    writer.locator(".fill-text .fact", has_text="86人").wait_for()
    page.bring_to_front()
    filled_in(panel)
    writer.locator(".fill-text .fact", has_text="97人").wait_for()
    panel.get_by_role("button", name="撤销").click()
    writer.locator(".fill-text .fact", has_text="86人").wait_for()
    assert "恢复原来的内容" in panel.locator(".figures-status").inner_text()


def test_a_text_of_last_year_gives_the_earlier_values(page: Page, http: str) -> None:
    panel = panel_of(page, http, TEXT)
    filled_in(panel)
    panel = panel_of(page, http, TEXT.replace("2026年", "2025年").replace("1042人次", "800人次"))
    panel.locator("#figures-draft").select_option(index=1)
    assert "填到“上期”一栏" in panel.locator(".figures-fit").inner_text()
    labels = panel.locator("tbody th[scope=row]").all_inner_texts()
    assert labels
    assert all("（上期）" in label for label in labels if "单位" not in label)
