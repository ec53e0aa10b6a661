"""The page where one fills in, on a phone: what a finger hits, menus that stay on the screen."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.filling import Filling

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator

FINGER = 44  # pixels
SMALL = """(least) => [...document.querySelectorAll(
  ".fill :is(button, select, textarea, input:not([type=checkbox]))"
)].filter((one) => one.offsetParent && !one.closest(".live-document"))
  .filter((one) => one.getBoundingClientRect().height < least)
  .map((one) => `${one.className} ${one.textContent}`)"""


@pytest.fixture(params=[390, 320])
def phone(request: pytest.FixtureRequest, browser: Browser, http: str) -> Iterator[Filling]:
    size = {"width": request.param, "height": 844}
    context = browser.new_context(viewport=size, has_touch=True)  # type: ignore[arg-type]
    yield Filling.at(context.new_page(), http)
    context.close()


# A tap as a browser reports it that does not itself look for what is near.
TAP = """(place, [x, y, pointerType]) => {
  const traits = { bubbles: true, clientX: x, clientY: y, pointerType };
  place.dispatchEvent(new PointerEvent("click", traits));
}"""


def tap(at: Locator, below: float, pointer: str = "touch") -> None:
    """Tap some pixels below an element, on its paragraph."""
    at.scroll_into_view_if_needed()
    box = at.bounding_box()
    assert box
    spot = [box["x"] + 20, box["y"] + box["height"] + below, pointer]
    at.locator("xpath=..").evaluate(TAP, spot)


def test_a_tap_beside_a_blank_opens_the_nearest(phone: Filling) -> None:
    blank = phone.page.locator("mark[data-facts='focus[0].name']")
    field = phone.page.locator(".paper-field")
    tap(phone.page.locator(".doc-title mark").first, -60)  # above all that could be meant
    tap(blank, 2, "mouse")
    phone.page.wait_for_timeout(300)
    expect(field).to_be_hidden()
    tap(blank, 2)
    expect(field).to_have_attribute("aria-label", "工作重点第1项·重点")


def test_whatever_is_pressed_is_as_large_as_a_finger(phone: Filling) -> None:
    panes = phone.page.locator(".fill-jump")
    for pane in ("提纲", "指标", "文稿"):
        panes.get_by_role("button", name=pane, exact=True).click()
        assert phone.page.evaluate(SMALL, FINGER) == [], pane


def test_the_menus_stay_on_the_screen(phone: Filling) -> None:
    page = phone.page
    width = page.evaluate("innerWidth")
    page.locator(".fill-more > summary", has_text="更多").click()
    page.locator(".live-layout > summary").click()
    page.locator(".fill-menu [role=group]").nth(3).wait_for()
    parts = ".fill-menu:visible, .fill-menu:visible :is(button, select, summary, p, label)"
    for part in page.locator(parts).all():
        box = part.bounding_box()
        if box:
            assert box["x"] >= 0, part
            assert box["x"] + box["width"] <= width, part
    edge = page.locator(".fill-menu:visible").bounding_box()
    layout = page.locator(".live-layout select").first.bounding_box()
    assert edge
    assert layout
    assert layout["x"] - edge["x"] > 8
