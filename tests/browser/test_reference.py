"""The comparison and the reference pages in a real Chromium."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.built import built_site
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

PAGES = (
    *("index", "compare", "sections/index", "sections/organisation", "sections/problems"),
    *("writing/standards", "writing/mistakes", "writing/terms", "writing/questions", "indicators"),
)
COLUMNS = "[data-archetype]:visible"


def opened(browser: Browser, name: str, width: int = 1300, *, script: bool = True) -> Page:
    size = {"width": width, "height": 900}
    page = browser.new_page(viewport=size, java_script_enabled=script)  # type: ignore[arg-type]
    page.set_default_timeout(5000)
    page.goto(f"{built_site().as_uri()}/{name}.html")
    return page


def reach(page: Page, selector: str) -> None:
    """Press Tab until the element has the focus, as a reader without a mouse does."""
    for _ in range(1000):
        page.keyboard.press("Tab")
        if page.locator(selector).first.evaluate("node => node === document.activeElement"):
            return
    pytest.fail(f"no Tab reaches {selector}")


@pytest.mark.parametrize("width", [1300, 390, 320])
@pytest.mark.parametrize(
    "name", [*PAGES, "404", "licenses", "maintaining/templates", "fill/school-hygiene-brief"]
)
def test_a_page_never_scrolls_sideways(browser: Browser, name: str, width: int) -> None:
    page = opened(browser, name, width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_comparison_works_by_keyboard_alone(browser: Browser) -> None:
    page = opened(browser, "compare")
    shown = page.locator(COLUMNS).evaluate_all("x => x.map((node) => node.dataset.archetype)")
    assert shown == ["county-hospital-year", "nursing-year"], "those that have most in common"
    reach(page, "article a[href='#outlines']")  # past the hundreds of links of the table
    page.keyboard.press("Enter")
    reach(page, "#compare label:nth-of-type(3) select")
    page.keyboard.press("End")
    assert page.locator(COLUMNS).count() == 3
    problems = page.locator(f"{COLUMNS} >> [data-section=problems] .outline-shared:visible")
    assert problems.count() == 3
    assert page.locator("#compare-status").inner_text().startswith("并排3种，共有的章节")
    page.close()


def test_choosing_all_shows_every_outline_and_no_marks(browser: Browser) -> None:
    page = opened(browser, "compare")
    page.locator("#compare select").first.select_option("")
    assert page.locator(COLUMNS).count() == len(LIBRARY.archetypes)
    assert page.locator(".outline-shared:visible").count() == 0
    page.close()


def test_the_table_can_be_scrolled_by_keyboard_and_keeps_its_first_column(browser: Browser) -> None:
    page = opened(browser, "compare", 390)
    reach(page, ".comparison")
    page.keyboard.press("ArrowRight")
    page.wait_for_function("document.querySelector('.comparison').scrollLeft > 0")
    first = page.locator(".comparison-table tbody th").first.bounding_box()
    box = page.locator(".comparison").bounding_box()
    assert first
    assert box
    assert abs(first["x"] - box["x"]) < 3
    page.close()


def test_without_scripts_all_is_there_and_no_dead_controls(browser: Browser) -> None:
    home = opened(browser, "index", script=False)
    assert home.locator(".kind:visible").count() == len(LIBRARY.archetypes)
    assert not home.locator("#drafts").is_visible()
    home.close()
    compare = opened(browser, "compare", script=False)
    assert compare.locator(COLUMNS).count() == len(LIBRARY.archetypes)
    assert not compare.locator("#compare").is_visible()
    compare.close()


def test_the_page_about_the_site_says_what_its_server_lacks(page: Page, http: str) -> None:
    page.goto(f"{http}/about.html")
    check = page.locator("#server-check")
    check.get_by_text("服务器的响应头有4项不对").wait_for()  # of the tests, it has no policy.txt
    rows = check.locator("tbody tr")
    assert rows.count() == 4
    assert "与这一版不符。按“部署”一页" in rows.nth(0).inner_text()
    assert "没有。按“部署”一页" in rows.nth(1).inner_text()


def test_the_page_about_the_site_says_that_a_folder_has_no_server(page: Page) -> None:
    page.goto(f"{built_site().as_uri()}/about.html")
    page.get_by_text("没有服务器，也就没有响应头").wait_for()
