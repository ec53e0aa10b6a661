"""Measures filling in: from a key to the new text, the script's size, the memory.

Run by `make bench-fill`.  The example of the largest kind of summary stands on the page, with
a hundred facts of the writer's own, and the fields of all its sections.  Keys are pressed in the
field on the text of the figure that most others follow from.  Each run measures twice at full speed
and twice with the processor throttled to a quarter: what equal measurements differ by is the noise.
"""

from __future__ import annotations

import gzip
import json
import statistics
import sys
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING, Any

from playwright.sync_api import Page, sync_playwright

from tools.install_browser import find_browser

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
OWN_FACTS = 100
KEYSTROKES, MEMORY_KEYSTROKES, THROTTLE = 200, 2000, 4
PAUSE = 120  # milliseconds; few type faster
FLAGS = ["--no-sandbox", "--js-flags=--expose-gc", "--enable-precise-memory-info"]
DATA = "document.getElementById('fill-data').textContent"
OPEN_SECTIONS = """() => {
  for (const section of document.querySelectorAll(".outline-section")) section.click();
}"""
# Opens the field of the figure that most others follow from.
OPEN_FIELD = """() => {
  const named = [...document.querySelectorAll(".live-document [data-facts]")]
    .flatMap(({ dataset }) => dataset.facts.split(" "));
  const times = (path) => named.filter((other) => other === path).length;
  const typed = [...document.querySelectorAll(".live-document [data-facts]:not([data-formula])")]
    .filter(({ dataset }) => dataset.facts.endsWith(".now") && !dataset.facts.includes(" "));
  typed.sort((a, b) => times(b.dataset.facts) - times(a.dataset.facts))[0].click();
}"""
# From the key, which the browser then turns into a character, to the layout of the field with it,
# and to that of the new text, which on a slow machine follows once the character has been painted.
LISTEN = """() => {
  window.times = { character: [], text: [] };
  let [begun, last] = [0, 0];
  window.addEventListener("keydown", () => {
    if (last) window.times.text.push(last);
    [begun, last] = [performance.now(), 0];
  }, true);
  window.addEventListener("input", () => {
    document.body.offsetHeight;
    window.times.character.push(performance.now() - begun);
  });
  const changed = () => {
    document.body.offsetHeight;
    last = performance.now() - begun;
  };
  const all = { childList: true, subtree: true, characterData: true };
  new MutationObserver(changed).observe(document.querySelector(".live-document"), all);
}"""
TAKE_TIMES = """() => {
  const { times } = window;
  window.times = { character: [], text: [] };
  return times;
}"""
COUNTS = """() => [
  document.querySelectorAll(".fill-form [data-path]").length,
  document.querySelector(".live-document").textContent.length,
]"""


def main() -> int:
    """Print the measurements; the site must have been built."""
    script = (ROOT / "docs/assets/js/fill.js").read_bytes()
    print(f"fill.js {len(gzip.compress(script, 9))} bytes gzipped")
    with sync_playwright() as playwright, TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=FLAGS)
        page = browser.new_page(viewport={"width": 1366, "height": 768})
        name = _open_largest(page, Path(folder))
        page.evaluate(OPEN_SECTIONS)
        fields, characters = page.evaluate(COUNTS)
        print(f"{name}: {fields} fields, {characters} characters")
        page.evaluate(OPEN_FIELD)
        page.locator(".paper-field input").first.wait_for()
        page.evaluate(LISTEN)
        _print_times(page)
        _print_memory(page)
        browser.close()
    return 0


def _open_largest(page: Page, folder: Path) -> str:
    """Open the kind of summary with the most facts, with its example and facts of one's own."""
    kinds = {}
    for path in sorted((ROOT / "site/fill").glob("*.html")):
        page.goto(path.as_uri())
        kinds[path] = json.loads(page.evaluate(DATA))
    path, archetype = max(kinds.items(), key=lambda kind: len(kind[1]["facts"]))
    draft = folder / "draft.json"
    draft.write_text(json.dumps(_with_own_facts(archetype), ensure_ascii=False), "utf-8")
    page.goto(path.as_uri())
    page.locator(".fill-form").wait_for(state="attached")
    page.locator(".fill-more > summary", has_text="更多").click()
    with page.expect_file_chooser() as chooser:
        page.get_by_role("button", name="导入文件").click()
    chooser.value.set_files([draft])
    page.locator("dialog").get_by_role("button", name="导入", exact=True).click()
    page.locator(".doc-paragraph", has_text=f"第{OWN_FACTS}项").first.wait_for()
    return str(archetype["short"])


def _with_own_facts(archetype: dict[str, Any]) -> dict[str, Any]:
    """Return the example's draft with own facts, ten in a paragraph of the last section."""
    numbers = range(1, OWN_FACTS + 1)
    traits = {"type": "count", "unit": "项", "series": ["last"]}
    facts = {f"own_{n}": {"label": f"自定指标{n}", **traits} for n in numbers}
    items = [
        {
            "id": f"own-{n}",
            "title": f"自定工作{n}",
            "text": "".join(map(_sentence, range(n, n + 10))),
        }
        for n in numbers[::10]
    ]
    example = archetype["examples"][0]
    return {
        "schema": "2",
        "archetype": archetype["id"],
        "name": "测速",
        "facts": {**example["facts"], **{name: {"now": "12", "last": "11"} for name in facts}},
        "own": {"facts": facts, "items": {_last_section(archetype): items}},
    }


def _sentence(number: int) -> str:
    fact = f"own_{number}"
    return f"第{number}项{{{{ {fact} }}}}，{{{{ compared({fact}) }}}}。"


def _last_section(archetype: dict[str, Any]) -> str:
    *_, last = archetype["sections"]
    return str(last)


def _keys() -> Iterator[str]:
    """Yield keys that type numbers of up to four digits, and take them away again."""
    while True:
        yield from ("1", "2", "3", "4", *["Backspace"] * 4)


def _press(page: Page, count: int, pause: int) -> dict[str, list[float]]:
    for key, _ in zip(_keys(), range(count), strict=False):
        page.keyboard.press(key)
        if pause:
            page.wait_for_timeout(pause)
    return dict(page.evaluate(TAKE_TIMES))


def _print_times(page: Page) -> None:
    session = page.context.new_cdp_session(page)
    _press(page, KEYSTROKES, 0)  # warm up
    for rate in (1, THROTTLE, 1, THROTTLE):
        session.send("Emulation.setCPUThrottlingRate", {"rate": rate})
        for part, times in _press(page, KEYSTROKES, PAUSE).items():
            middle, worst = statistics.median(times), sorted(times)[int(len(times) * 0.99)]
            print(f"key to {part}, throttled {rate}x: median {middle:.1f} ms, p99 {worst:.1f} ms")
    session.send("Emulation.setCPUThrottlingRate", {"rate": 1})


def _print_memory(page: Page) -> None:
    used: list[float] = []
    for _ in range(3):
        _press(page, MEMORY_KEYSTROKES, 0)
        page.evaluate("gc()")
        used.append(page.evaluate("performance.memory.usedJSHeapSize") / 1e6)
    shown = ", ".join(f"{megabytes:.1f}" for megabytes in used)
    print(f"heap after each {MEMORY_KEYSTROKES} keys: {shown} MB")


if __name__ == "__main__":
    sys.exit(main())
