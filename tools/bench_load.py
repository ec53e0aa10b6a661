"""Measures how pages load: the longest task, which keeps a reader waiting, and what moves.

Run by `make bench-load`.  Each kind of page is opened three times with the processor throttled to a
quarter, in a browser of its own: first with nothing known of the site, then again.  An empty page
shows what the browser itself takes.
"""

from __future__ import annotations

import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from playwright.sync_api import sync_playwright

from tools.install_browser import find_browser

if TYPE_CHECKING:
    from playwright.sync_api import Page, ViewportSize

SITE = Path(__file__).resolve().parent.parent / "site"
KINDS = (
    *("index.html", "archetypes/*.html", "fill/*.html", "review.html", "compare.html"),
    *("indicators.html", "scope.html", "about.html", "sections/*.html", "writing/*.html"),
    *("maintaining/*.html",),
)
SIZES: tuple[ViewportSize, ...] = ({"width": 1366, "height": 768}, {"width": 390, "height": 844})
LOADS, THROTTLE = 3, 4
START = 3000  # milliseconds in which a browser that has just been started loads pages of its own
REST = 3000  # milliseconds after which a page is at rest
WATCH = """window.tasks = [0];
window.moved = 0;
const watch = (type, act) => {
  const observer = new PerformanceObserver((list) => { list.getEntries().forEach(act); });
  observer.observe({ type, buffered: true });
};
watch("longtask", ({ duration }) => { window.tasks.push(duration); });
watch("layout-shift", ({ value, hadRecentInput }) => {
  if (!hadRecentInput) window.moved += value;
});"""
EMPTY = '<!doctype html><html lang="zh"><title>空</title><p>空</p></html>'


def main() -> int:
    """Print the measurements of the largest page of each kind; the site must have been built."""
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.html"
        empty.write_text(EMPTY, "utf-8")
        pages = [max(SITE.glob(kind), key=lambda path: path.stat().st_size) for kind in KINDS]
        for size in SIZES:
            print(f"{size['width']} px wide: longest task in ms, and layout shift, of each load")
            for path in [empty, *pages]:
                browser = playwright.chromium.launch(
                    executable_path=find_browser(), args=["--no-sandbox"]
                )
                page = browser.new_page(viewport=size)
                print(f"  {path.name}: {', '.join(_loads(page, path))}")
                browser.close()
    return 0


def _loads(page: Page, path: Path) -> list[str]:
    page.wait_for_timeout(START)
    session = page.context.new_cdp_session(page)
    session.send("Emulation.setCPUThrottlingRate", {"rate": THROTTLE})
    page.add_init_script(WATCH)
    found = []
    for _ in range(LOADS):
        page.goto(path.as_uri())
        page.wait_for_timeout(REST)
        task, moved = page.evaluate("[Math.max(...window.tasks), window.moved]")
        found.append(f"{task:.0f} ({moved:.3f})")
    return found


if __name__ == "__main__":
    sys.exit(main())
