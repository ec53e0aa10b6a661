"""The frame around every page: colours, menu, contents, header, tables and what is folded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

ARCHETYPE = "archetypes/county-health-quarter.html"
TABLES = "indicators.html"
SCHEME = "() => document.body.dataset.mdColorScheme"
OPEN_LINK = """() => {
  const inside = document.querySelector('.md-content details:not([open]) > :not(summary)');
  inside.id = 'inside';
  location.hash = '#inside';
}"""
IN_SIGHT = """(link) => {
  const [own, box] = [link, link.closest('.md-sidebar__scrollwrap')]
    .map((node) => node.getBoundingClientRect());
  return own.top >= box.top && own.bottom <= box.bottom;
}"""
BELOW = "(node) => node.getBoundingClientRect().bottom"


def scroll(page: Page, top: int) -> None:
    """Scroll as a reader does, and let the page take notice."""
    page.evaluate("(top) => window.scrollTo(0, top)", top)
    page.wait_for_timeout(100)


def shows(page: Page, scheme: str) -> None:
    """Wait until the page has a scheme."""
    page.wait_for_function(f"() => document.body.dataset.mdColorScheme === '{scheme}'")


def test_colours_follow_the_system_until_one_chooses(browser: Browser, base: str) -> None:
    context = browser.new_context(color_scheme="dark")
    page = context.new_page()
    page.goto(f"{base}/index.html")
    shows(page, "slate")
    page.emulate_media(color_scheme="light")
    shows(page, "default")
    bar = page.locator("meta[name=theme-color]").get_attribute("content")
    page.get_by_title("切换到深色").click()
    shows(page, "slate")
    assert page.locator("meta[name=theme-color]").get_attribute("content") != bar
    page.reload()
    assert page.evaluate(SCHEME) == "slate"
    assert page.get_by_title("切换到浅色").is_visible()
    assert not page.get_by_title("切换到深色").is_visible()
    context.close()


def test_the_keyboard_switches_the_colours(page: Page, http: str) -> None:
    page.goto(f"{http}/index.html")
    page.locator("#__palette_0").focus()
    page.keyboard.press("Enter")
    shows(page, "slate")
    assert page.evaluate("document.activeElement.id") == "__palette_1"
    page.keyboard.press("Enter")
    shows(page, "default")


def test_what_was_chosen_is_drawn_from_the_start(page: Page, http: str) -> None:
    page.goto(f"{http}/index.html")
    page.get_by_title("切换到深色").click()
    page.route("**/summaries.*.js", lambda route: route.abort())
    page.goto(f"{http}/{TABLES}")
    assert page.evaluate(SCHEME) == "slate"


def test_colours_switch_where_the_browser_denies_storage(page: Page, http: str) -> None:
    page.add_init_script(
        "Object.defineProperty(window, 'localStorage', { get() { throw new Error('denied'); } });"
    )
    page.goto(f"{http}/index.html")
    page.get_by_title("切换到深色").click()
    shows(page, "slate")


def test_the_table_of_contents_follows_the_reader(page: Page, http: str) -> None:
    page.set_viewport_size({"width": 1400, "height": 500})
    page.goto(f"{http}/{ARCHETYPE}", wait_until="load")
    contents = page.locator(".md-sidebar--secondary")
    active = contents.locator(".md-nav__link--active")
    assert contents.locator(".md-nav__link--passed").count() == 0
    page.locator("#facts").evaluate("(node) => node.scrollIntoView()")
    page.wait_for_timeout(300)
    assert active.count() == 1
    assert active.get_attribute("href") == "#facts"
    assert active.evaluate(IN_SIGHT)
    assert contents.locator(".md-nav__link--passed").count() > 3
    scroll(page, 0)
    page.wait_for_timeout(200)
    assert contents.locator(".md-nav__link--passed").count() == 0


def test_the_end_of_the_page_is_the_last_entry(page: Page, http: str) -> None:
    page.goto(f"{http}/writing/terms.html", wait_until="load")
    scroll(page, 10**6)
    links = page.locator(".md-sidebar--secondary .md-nav__link[href]")
    page.wait_for_function(
        "() => [...document.querySelectorAll('.md-sidebar--secondary .md-nav__link[href]')].at(-1)"
        ".classList.contains('md-nav__link--active')"
    )
    assert "md-nav__link--passed" in (links.first.get_attribute("class") or "")


def test_the_button_to_the_top_shows_while_one_scrolls_up(page: Page, http: str) -> None:
    page.goto(f"{http}/{ARCHETYPE}", wait_until="load")
    button = page.locator(".md-top")
    assert not button.is_visible()
    scroll(page, 3000)
    assert not button.is_visible()
    scroll(page, 2500)
    assert button.is_visible()
    button.click()
    page.wait_for_function("() => window.scrollY === 0")
    assert not button.is_visible()


def test_the_header_says_the_page_once_its_heading_is_out_of_sight(page: Page, http: str) -> None:
    page.goto(f"{http}/{ARCHETYPE}", wait_until="load")
    title = page.locator("[data-md-component=header-title]")
    assert "--active" not in (title.get_attribute("class") or "")
    scroll(page, 1000)
    page.wait_for_selector(".md-header__title--active")
    scroll(page, 0)
    page.wait_for_selector(".md-header__title:not(.md-header__title--active)")


def test_a_link_into_something_folded_opens_it(page: Page, http: str) -> None:
    page.goto(f"{http}/{ARCHETYPE}", wait_until="load")
    page.evaluate(OPEN_LINK)
    page.wait_for_function("() => document.querySelector('#inside').closest('details').open")


@pytest.mark.parametrize("width", [1400, 390])
def test_a_wide_table_scrolls_in_a_box_that_the_keyboard_reaches(
    page: Page, base: str, width: int
) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{base}/{TABLES}", wait_until="load")
    tables = page.locator(".md-content table:not([class])")
    boxes = page.locator(".md-typeset__scrollwrap > .md-typeset__table > table")
    assert 0 < tables.count() == boxes.count()
    box = page.locator(".md-typeset__scrollwrap").first
    assert box.get_attribute("tabindex") == "0"
    assert page.evaluate("document.documentElement.scrollWidth") <= width


def test_wide_code_is_a_stop_for_the_keyboard(page: Page, http: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{http}/maintaining/templates.html", wait_until="load")
    stops = page.locator("pre > code").evaluate_all(
        "(all) => all.map((code) => [code.scrollWidth > code.clientWidth, code.tabIndex === 0])"
    )
    assert any(wide for wide, _ in stops)
    assert all(reached for wide, reached in stops if wide)


def test_menus_end_where_the_window_or_the_page_does(page: Page, http: str) -> None:
    page.set_viewport_size({"width": 1400, "height": 400})
    page.goto(f"{http}/{ARCHETYPE}", wait_until="load")
    for side in ("primary", "secondary"):
        menu = page.locator(f".md-sidebar--{side} .md-sidebar__scrollwrap")
        assert menu.evaluate("(node) => node.scrollHeight > node.clientHeight"), side
        assert menu.evaluate(BELOW) <= 400
    assert page.locator(".md-sidebar--primary .md-nav__link--active[href]").evaluate(IN_SIGHT)
    scroll(page, 10**6)
    footer = page.locator(".md-footer").evaluate("(node) => node.getBoundingClientRect().top")
    assert page.locator(".md-sidebar--secondary .md-sidebar__scrollwrap").evaluate(BELOW) <= footer


def test_the_page_stands_still_behind_the_search_of_a_phone(page: Page, http: str) -> None:
    page.set_viewport_size({"width": 390, "height": 800})
    page.goto(f"{http}/{ARCHETYPE}", wait_until="load")
    page.get_by_role("button", name="搜索").click()
    page.mouse.move(200, 600)
    page.mouse.wheel(0, 500)
    page.wait_for_timeout(200)
    assert page.evaluate("window.scrollY") == 0
    page.keyboard.press("Escape")
    page.mouse.wheel(0, 500)
    page.wait_for_function("() => window.scrollY > 0")


def test_a_link_reached_by_the_keyboard_is_outlined(page: Page, http: str) -> None:
    page.goto(f"{http}/writing/standards.html", wait_until="load")
    link = page.locator(".md-sidebar--primary a.md-nav__link").first
    link.focus()
    page.keyboard.press("Tab")
    assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") != "none"


def test_without_script_the_page_says_so_to_its_styles(browser: Browser, http: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{http}/{ARCHETYPE}")
    assert page.locator("html.no-js").count() == 1
    assert page.locator(".md-sidebar--primary").is_visible()
    assert page.locator(".md-search").is_hidden()
    context.close()
    scripted = browser.new_page()
    scripted.goto(f"{http}/{ARCHETYPE}")
    assert scripted.locator("html.js:not(.no-js)").count() == 1
    scripted.close()
