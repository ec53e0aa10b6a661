"""Axe finds nothing on any kind of page, wide or narrow, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.project import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
PAGES = (
    *("index", "compare", "review", "sections/index", "sections/problems"),
    *(
        "writing/standards",
        "writing/mistakes",
        "writing/terms",
        "writing/questions",
        "indicators",
        "maintaining/templates",
        "licenses",
    ),
    *("archetypes/county-health-quarter", "archetypes/school-hygiene-brief"),
    "fill/county-health-quarter",
)
ON_BODY = "document.activeElement === document.body"
SIDEWAYS = "node => [...node.querySelectorAll('*')].filter((inner) => inner.scrollLeft).length"
# what has not been seen yet has no place, and would lie over what stands below it
LAID_OUT = """() => {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync("* { content-visibility: visible !important; }");
  document.adoptedStyleSheets = [sheet];
}"""
VIOLATIONS = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const options = { resultTypes: ["violations"], runOnly: { type: "tag", values: tags } };
  const open = [...document.querySelectorAll("dialog[open]")].pop(); // the rest is out of reach
  const { violations } = await axe.run(open ?? document, options);
  return violations.map((v) => `${v.id}: ${v.nodes[0].target.join(" ")}`);
}"""


def violations(page: Page) -> list[str]:
    """Return what axe finds on a page."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(AXE)
    found: list[str] = page.evaluate(VIOLATIONS)
    return found


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_axe_finds_nothing(browser: Browser, http: str, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for name in PAGES:
        page.goto(f"{http}/{name}.html", wait_until="load")
        page.evaluate(LAID_OUT)
        page.wait_for_timeout(100)
        found[name] = violations(page)
    context.close()
    assert found == {name: [] for name in PAGES}


@pytest.mark.parametrize("width", [1400, 390])
@pytest.mark.parametrize("query", ["灭鼠", "安全生产"])
def test_axe_finds_nothing_in_the_open_search(
    browser: Browser, http: str, query: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
    page.goto(f"{http}/writing/standards.html", wait_until="load")
    page.keyboard.press("s")
    page.keyboard.insert_text(query)
    page.wait_for_selector(".md-search-result__item")
    page.wait_for_timeout(500)  # the theme's transition
    assert violations(page) == []
    page.close()


def focused_in(page: Page, selector: str) -> bool:
    found: bool = page.evaluate("x => document.activeElement.closest(x) !== null", selector)
    return found


def walk(page: Page, steps: int) -> list[bool]:
    """Press Tab; return for each focus whether it is in the menu or on the way round to it."""
    inside = []
    for _ in range(steps):
        page.keyboard.press("Tab")
        inside.append(focused_in(page, "#menu") or page.evaluate(ON_BODY))
    return inside


@pytest.mark.parametrize("width", [1400, 390])
def test_no_stop_for_tab_is_out_of_sight(browser: Browser, http: str, width: int) -> None:
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{http}/index.html", wait_until="load")
    page.get_by_role("textbox", name="搜索").focus()
    page.wait_for_function("() => document.querySelector('#__search').checked")  # in its own time
    page.keyboard.press("Escape")
    page.wait_for_function("() => !document.querySelector('#__search').checked")
    for _ in range(30):
        page.keyboard.press("Tab")
        assert not focused_in(page, ".md-search__output")
    page.close()


def test_the_narrow_menu_opens_and_closes_by_keyboard(browser: Browser, http: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{http}/archetypes/county-health-quarter.html", wait_until="load")
    button = page.get_by_role("button", name="菜单")
    assert button.get_attribute("aria-expanded") == "false"
    assert not any(walk(page, 8)), "the closed menu is a stop for Tab"
    button.focus()
    page.keyboard.press("Enter")
    assert page.locator("#__drawer").is_checked()
    assert focused_in(page, "#menu")
    assert button.get_attribute("aria-expanded") == "true"
    assert all(walk(page, 30)), "Tab leaves the open menu"
    assert page.get_by_role("link", name="写作规范").is_visible()
    assert page.locator("#menu").evaluate(SIDEWAYS) == 0
    page.keyboard.press("Escape")
    assert not page.locator("#__drawer").is_checked()
    assert button.evaluate("node => node === document.activeElement")
    page.close()


def test_the_contents_in_the_narrow_menu_lead_to_a_section(browser: Browser, http: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{http}/archetypes/county-health-quarter.html", wait_until="load")
    page.get_by_role("button", name="菜单").click()
    page.locator("#menu button.md-nav__link").focus()
    page.keyboard.press("Enter")
    assert focused_in(page, "#menu-contents")
    page.get_by_role("link", name="数据清单").focus()
    page.keyboard.press("Enter")
    page.wait_for_function("() => !document.querySelector('#__drawer').checked")
    assert page.evaluate("location.hash") == "#facts"
    assert page.locator("#facts").is_visible()
    assert page.locator("[inert]:not(#menu):not(#menu-contents):not(#menu *)").count() == 0
    page.close()
