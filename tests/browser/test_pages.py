"""The built site in a real Chromium, over http and from a double-clicked file."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.serving import opened
from tests.support.project import Project

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser

PAGES = ("index", "archetypes/county-health-quarter", "archetypes/school-hygiene-brief")
WIDTHS = (1400, 390, 320)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_opens_without_errors_or_requests_to_elsewhere(
    browser: Browser, base: str, name: str
) -> None:
    page, wrong = opened(browser, f"{base}/{name}.html")
    assert page.locator("h1").inner_text().strip("¶ \n")
    assert not wrong
    page.close()


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_never_scrolls_sideways(browser: Browser, http: str, name: str, width: int) -> None:
    page, _ = opened(browser, f"{http}/{name}.html", width)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.close()


def test_the_annotation_stands_beside_the_text_or_under_it(browser: Browser, http: str) -> None:
    for width, beside in ((1400, True), (390, False)):
        page, _ = opened(browser, f"{http}/archetypes/county-health-quarter.html", width)
        text = page.locator(".section-text").first.bounding_box()
        note = page.locator(".annotation").first.bounding_box()
        assert text is not None
        assert note is not None
        assert (note["y"] < text["y"] + text["height"]) == beside
        page.close()


def test_home_leads_to_a_page_whose_text_can_be_copied(browser: Browser, http: str) -> None:
    page, _ = opened(browser, f"{http}/index.html")
    page.locator(".kind-name").first.click()
    page.wait_for_selector("#example")
    text = page.locator(".example .document").first.text_content() or ""  # not laid out yet
    assert "一、" in text
    assert "＿＿＿＿" not in text
    page.close()


NAUGHTY = (
    "<img src=x onerror=alert(1)>",
    "'\"><svg onload=alert(1)>",
    "[点我](javascript:alert(1))",
    "{{ 7*7 }}{% raw %}",
    "</p></div><h1>大</h1>",
    "&lt;b&gt; &#x41; \\*甲*_乙_ `丙` ~~丁~~ |戊|",
    "𠮷😀é ﷽",
)


def test_naughty_values_are_shown_as_they_are(browser: Browser, tmp_path: Path) -> None:
    small = Project.copy(tmp_path / "project")
    office = "data/offices/first.yml"
    rows = "".join(f"    - {{title: {quoted(value)}}}\n" for value in NAUGHTY)
    small.replace(office, "    - {title: 人手少}\n", rows)
    done = small.build()
    assert done.returncode == 0, done.stderr
    site = small.root / "site"
    page, wrong = opened(browser, f"{site.as_uri()}/archetypes/water-quarter.html")
    page.wait_for_timeout(200)
    text = page.locator(".example .document").first.evaluate("node => node.textContent")
    for value in NAUGHTY:
        assert value in text
    assert not wrong
    page.close()


def quoted(value: str) -> str:
    """Return a YAML string in single quotes."""
    return "'" + value.replace("'", "''") + "'"
