"""The face of the site: nothing moves for long, and not at all for who asked for no motion."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

PAGES = ("index", "archetypes/county-health-quarter", "fill/county-health-quarter", "review")
# the elements that move for longer than so many milliseconds, delays included
MOVING = """(limit) => {
  const inner = [undefined, "::before", "::after", "::placeholder"];
  const longest = (times) => Math.max(...times.split(", ").map((time) => parseFloat(time) * 1000));
  const motion = (style) => {
    const { transitionDuration, transitionDelay, animationName, animationDuration } = style;
    const animated = animationName === "none" ? 0 : longest(animationDuration);
    return Math.max(longest(transitionDuration) + longest(transitionDelay), animated);
  };
  const long = (node) => inner.some((part) => motion(getComputedStyle(node, part)) > limit);
  return [...document.querySelectorAll("*")].filter(long).map((node) => node.outerHTML);
}"""


@pytest.mark.parametrize(("wish", "limit"), [("no-preference", 150), ("reduce", 0)])
@pytest.mark.parametrize("width", [1400, 390])
def test_motion_is_short_or_none(
    browser: Browser, http: str, width: int, wish: str, limit: int
) -> None:
    size = {"width": width, "height": 900}
    context = browser.new_context(viewport=size, reduced_motion=wish)  # type: ignore[arg-type]
    page = context.new_page()
    found = {}
    for name in PAGES:
        page.goto(f"{http}/{name}.html", wait_until="load")
        found[name] = page.evaluate(MOVING, limit)
    context.close()
    assert found == {name: [] for name in PAGES}


SHIFTS = """window.shifts = [];
new PerformanceObserver((list) => {
  window.shifts.push(...list.getEntries().filter((one) => !one.hadRecentInput));
}).observe({ type: "layout-shift", buffered: true });"""
MOST = 0.02


@pytest.mark.parametrize("width", [1366, 390])
@pytest.mark.parametrize("name", PAGES)
def test_nothing_moves_while_a_page_loads(
    browser: Browser, http: str, name: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 800})
    page.add_init_script(SHIFTS)
    page.goto(f"{http}/{name}.html", wait_until="load")
    page.wait_for_timeout(1500)
    moved = page.evaluate("shifts.reduce((sum, one) => sum + one.value, 0)")
    page.close()
    assert moved <= MOST
