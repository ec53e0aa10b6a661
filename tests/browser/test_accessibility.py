"""Axe finds nothing on any kind of page, wide or narrow, light or dark."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.project import ROOT

if TYPE_CHECKING:
    from playwright.sync_api import Browser

AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
PAGES = (
    *("index", "compare", "sections/index", "sections/problems"),
    *("writing/standards", "writing/mistakes", "maintaining/templates"),
    *("archetypes/county-health-quarter", "archetypes/school-hygiene-brief"),
    "fill/county-health-quarter",
)
VIOLATIONS = """async () => {
  const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  const options = { resultTypes: ["violations"], runOnly: { type: "tag", values: tags } };
  const { violations } = await axe.run(document, options);
  return violations.map((v) => `${v.id}: ${v.nodes[0].target.join(" ")}`);
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1400, 390])
def test_axe_finds_nothing(browser: Browser, http: str, width: int, scheme: str) -> None:
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    found: dict[str, list[str]] = {}
    for name in PAGES:
        page.goto(f"{http}/{name}.html", wait_until="load")
        page.wait_for_timeout(100)
        page.evaluate(AXE)
        found[name] = page.evaluate(VIOLATIONS)
    context.close()
    assert found == {name: [] for name in PAGES}


def test_the_narrow_menu_opens_by_keyboard(browser: Browser, http: str) -> None:
    page = browser.new_page(viewport={"width": 390, "height": 800})
    page.goto(f"{http}/index.html", wait_until="load")
    page.locator("button.md-header__button[aria-label='目录']").focus()
    page.keyboard.press("Enter")
    assert page.locator("#__drawer").is_checked()
    page.get_by_role("link", name="对照表").first.wait_for(state="visible")
    page.close()
