"""Every rule of the theme's style sheet that matches something in a page is in the site's own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.builds.test_theme_styles import full

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = (
    "index.html",
    "archetypes/county-health-quarter.html",
    "fill/county-health-quarter.html",
    "review.html",
    "sections/index.html",
    "indicators.html",
    "writing/standards.html",
    "maintaining/templates.html",
    "licenses.html",
    "404.html",
)
# The selectors of the sheet whose elements are in the page, whatever state these are in.
MISSING = r"""(css) => {
  const parted = (text) => text.split(/,(?![^(]*\))/).map((part) => part.trim());
  const rulesOf = ({ cssRules }) => [...cssRules ?? []]
    .flatMap((rule) => rule.selectorText ? [rule] : rulesOf(rule));
  const selectors = (sheet) => rulesOf(sheet).flatMap((rule) => parted(rule.selectorText));
  const bare = (selector) => selector
    .replace(/::?(?!is|has|not|where)[\w-]+(\([^()]*\))?/g, "")
    .replace(/(^|[\s>+~])(?=$|[\s>+~])/g, "$1*");
  const occurs = (selector) => {
    try { return document.querySelector(bare(selector)); } catch { return false; }
  };
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  const kept = new Set([...document.styleSheets].flatMap(selectors));
  const asked = selectors(sheet).filter(occurs);
  return { asked: asked.length, missing: asked.filter((selector) => !kept.has(selector)) };
}"""


@pytest.mark.parametrize("address", PAGES)
def test_what_the_theme_says_of_a_page_is_kept(page: Page, http: str, address: str) -> None:
    page.goto(f"{http}/{address}", wait_until="load")
    found = page.evaluate(MISSING, full())
    assert found["asked"] > 100
    assert found["missing"] == []


def test_a_rule_that_is_not_kept_is_found(page: Page, http: str) -> None:
    page.goto(f"{http}/index.html", wait_until="load")
    found = page.evaluate(MISSING, ".md-main .md-grid .md-content::before, .absent { color: red }")
    assert found == {"asked": 1, "missing": [".md-main .md-grid .md-content::before"]}
