"""The home page: drafts to go on with, without a jump, and nothing of them where there are none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.filling import Filling
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

# Stores drafts, the last one saved first, in the database that the page for filling in has made.
STORE = """async (drafts) => {
  const done = (request) => new Promise((resolve) => { request.onsuccess = resolve; });
  const opening = indexedDB.open("summaries");
  await done(opening);
  const store = opening.result.transaction("drafts", "readwrite").objectStore("drafts");
  const rest = { revision: 1, deleted: false, state: { facts: { org: "某局", period: "" } } };
  for (const [index, draft] of drafts.entries()) {
    const saved = `2026-03-0${9 - index}T08:00:00Z`;
    await done(store.put({ ...rest, id: String(index), saved, ...draft }));
  }
  localStorage.setItem(`summaries.draft.${drafts[0].archetype}`, "0");
}"""
DRAFTS = [
    {
        "archetype": "county-health-quarter",
        "name": "甲",
        "progress": {"done": 38, "total": 52},
    },
    {"archetype": "school-hygiene-brief", "name": "已删", "deleted": True},
    {"archetype": "school-hygiene-brief", "name": "乙"},
    {"archetype": "no-such-kind", "name": "丙"},
    {"archetype": "county-health-quarter", "name": "丁"},
    {"archetype": "county-health-quarter", "name": "戊"},
]
SHIFT = """
window.shift = 0;
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) window.shift += entry.value;
}).observe({ type: "layout-shift", buffered: true });
"""
MOST_SHIFT = 0.02


@pytest.mark.parametrize("width", [1366, 390])
def test_the_last_drafts_lead_on_without_a_jump(browser: Browser, base: str, width: int) -> None:
    context = browser.new_context(viewport={"width": width, "height": 800})
    page = context.new_page()
    page.goto(f"{base}/fill/school-hygiene-brief.html", wait_until="load")
    page.wait_for_function("indexedDB.databases().then((all) => all.length)")
    page.evaluate(STORE, DRAFTS)
    page.add_init_script(SHIFT)
    page.goto(f"{base}/index.html", wait_until="load")
    drafts = page.locator("#drafts a")
    drafts.first.wait_for()
    names = page.locator(".draft-name").all_inner_texts()
    notes = page.locator(".draft-note").all_inner_texts()
    assert names == ["甲", "乙", "丁"]
    assert notes[0].startswith("已填38/52 · 3月9日")
    assert notes[1].startswith("已填1项 · ")
    assert page.evaluate("window.shift") <= MOST_SHIFT
    drafts.nth(1).click()
    page.wait_for_url("**/fill/school-hygiene-brief.html")
    page.locator("#fill").get_by_text("乙", exact=True).first.wait_for(state="attached")
    context.close()


def test_without_drafts_nothing_is_read_or_said_of_them(page: Page, base: str) -> None:
    page.add_init_script("indexedDB.open = () => { document.title = 'opened'; };")
    page.goto(f"{base}/index.html", wait_until="load")
    page.wait_for_timeout(200)
    assert not page.locator("#drafts").is_visible()
    assert page.title() == "卫生系统工作总结范本库"
    assert page.locator(".kind").count() == len(LIBRARY.archetypes)


def test_on_a_phone_the_menu_has_the_other_pages(browser: Browser, http: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 844})
    page.goto(f"{http}/index.html", wait_until="load")
    page.get_by_role("button", name="菜单").click()
    page.locator(".md-nav--primary").get_by_text("写作规范").click()
    page.wait_for_url("**/writing/standards.html")
    page.close()


def test_what_a_draft_lacks_is_counted_as_it_is_saved(page: Page, http: str) -> None:
    filling = Filling.at(page, http)
    filling.keep("org", "某县卫生局")
    page.wait_for_timeout(500)  # until the outline counts too, which it does later
    counted = page.locator(".outline-head .outline-done").inner_text().removeprefix("已填")
    page.goto(f"{http}/index.html", wait_until="load")
    page.locator("#drafts a").first.wait_for()
    assert page.locator(".draft-note").first.inner_text().startswith(f"已填{counted} · ")
