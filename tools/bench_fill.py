"""Measures the page where an archetype is filled in: a keystroke, the script's size, the memory.

Run by `make bench-fill`.  A keystroke is timed from the event to the new layout, after a pause as
in typing.  Each run measures twice at full speed and twice with the processor throttled to a
quarter; the difference between equal measurements is the noise of the machine.
"""

from __future__ import annotations

import gzip
import statistics
import sys
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, CDPSession, Page, sync_playwright

from tools.install_browser import find_browser

ROOT = Path(__file__).resolve().parent.parent
PAGE = "fill/county-health-quarter.html"
PAGES = ("index.html", "archetypes/county-health-quarter.html", PAGE)
LOADS = 3
TASKS = """window.tasks = [];
new PerformanceObserver((list) => {
  window.tasks.push(...list.getEntries().map((entry) => entry.duration));
}).observe({ type: "longtask", buffered: true });"""
KEYSTROKES, MEMORY_KEYSTROKES, THROTTLE = 400, 10_000, 4
PAUSE = 30  # milliseconds; nobody types faster
TYPE = """async ([keys, start, between]) => {
  const control = document.querySelector('.fill-form [data-path="paid.now"]');
  const times = [];
  for (let i = 0; i < keys; i += 1) {
    if (between > 0) await new Promise((done) => setTimeout(done, between));
    control.value = String(1000 + (start + i) % 5000);
    const begun = performance.now();
    control.dispatchEvent(new Event("input", { bubbles: true }));
    document.body.offsetHeight;
    times.push(performance.now() - begun);
  }
  return times;
}"""
COUNTS = """() => [
  document.querySelectorAll(".fill-form [data-path]").length,
  document.querySelector(".live-document").textContent.length,
]"""


def main() -> int:
    """Print the measurements; the site must have been built."""
    print(f"fill.js {_gzipped('docs/assets/js/fill.js')} bytes gzipped")
    with sync_playwright() as playwright:
        flags = ["--no-sandbox", "--js-flags=--expose-gc", "--enable-precise-memory-info"]
        browser = playwright.chromium.launch(executable_path=find_browser(), args=flags)
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        page.goto((ROOT / "site" / PAGE).as_uri())
        page.locator(".fill-more > summary", has_text="更多").click()
        page.locator(".fill-menu button", has_text="用示例填写").first.click()
        page.wait_for_timeout(500)
        for section in page.locator(".outline-section").all():  # each is made when it is opened
            section.click()
        fields, characters = page.evaluate(COUNTS)
        print(f"{fields} fields, {characters} characters")
        _print_times(page, page.context.new_cdp_session(page))
        _print_memory(page)
        for name in PAGES:
            _print_longest_task(browser, name)
        browser.close()
    return 0


def _gzipped(name: str) -> int:
    return len(gzip.compress((ROOT / name).read_bytes(), 9))


def _print_times(page: Page, session: CDPSession) -> None:
    page.evaluate(TYPE, [KEYSTROKES, 0, 0])  # warm up
    for rate in (1, THROTTLE, 1, THROTTLE):
        session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        times: list[float] = sorted(page.evaluate(TYPE, [KEYSTROKES, 0, PAUSE]))
        middle, worst = statistics.median(times), times[int(len(times) * 0.99)]
        print(f"keystroke to layout, throttled {rate}x: median {middle:.1f} ms, p99 {worst:.1f} ms")
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def _print_longest_task(browser: Browser, name: str) -> None:
    page = browser.new_page(viewport={"width": 1366, "height": 768})
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    page.add_init_script(TASKS)
    longest = []
    for _ in range(LOADS):
        page.goto((ROOT / "site" / name).as_uri())
        page.wait_for_timeout(2000)
        longest.append(page.evaluate("Math.max(0, ...window.tasks)"))
    page.close()
    shown = ", ".join(f"{task:.0f}" for task in sorted(longest))
    print(f"{name}: longest task on load, throttled {THROTTLE}x: {shown} ms")


def _print_memory(page: Page) -> None:
    used: list[Any] = []
    for _ in range(3):
        page.evaluate(TYPE, [MEMORY_KEYSTROKES, 0, 0])
        page.wait_for_timeout(500)
        page.evaluate("gc()")
        used.append(page.evaluate("performance.memory.usedJSHeapSize") / 1e6)
    shown = ", ".join(f"{megabytes:.1f}" for megabytes in used)
    print(f"heap after each {MEMORY_KEYSTROKES} keystrokes: {shown} MB")


if __name__ == "__main__":
    sys.exit(main())
