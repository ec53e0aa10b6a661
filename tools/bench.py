"""Measures build, search and live reload against stock Material and MkDocs: `make bench`.

Ours reads and checks data, templates, examples and cases, runs the macros, makes the pages and the
search index, and writes each example as text, Markdown and Word.  Stock Material checks nothing: of
the Markdown that our macros produce it makes pages and its index, cutting Chinese with jieba.  That
Markdown is not there for nothing: its text takes reading the data and running the macros, without
checks.  Stock is measured with its text; what the ratio would be without it is printed too.  Both
are built in turn; measured is the CPU time of each build with its child processes.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import yaml

from macros.library.library import validated
from macros.library.loader import load
from macros.site.generated_pages import generated_pages
from macros.site.page_checks import MACROS
from macros.site.raw_marks import RAW_END, RAW_START
from macros.site.reference_pages import ReferencePages
from tools.bench_projects import make_ours
from tools.bench_serving import measure_serving

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Response

ROOT = Path(__file__).resolve().parent.parent
CALL = re.compile(r"\{\{ (\w+)\((?:\"([\w-]+)\")?\) \}\}")
OWN_MARKUP = re.compile(rf"{RAW_START}\n|\n{RAW_END}")
INDEXES = ("assets/js/search-index.js", "search/search_index.json")  # ours, Material's
QUERY, LIST = ".md-search__input", ".md-search-result__list"
TIMEOUT = 300_000  # ms
STOCK: dict[str, Any] = {
    "site_name": "范本库",
    "theme": {"name": "material", "language": "zh"},
    "plugins": ["search"],
    "markdown_extensions": ["admonition", "attr_list", "md_in_html", "tables", "toc"],
}


@dataclass(frozen=True)
class BuildTime:
    """The time one build took, in seconds."""

    cpu: float
    wall: float


# --- stock Material's project ---


def make_stock(root: Path, ours: Path) -> float:
    """Write a stock project of the Markdown that our macros make of our pages.

    Return the CPU time that the text took.
    """
    start = time.process_time()
    pages = ReferencePages(validated(*load(ours)), ours)
    docs = ours / "docs"
    written = {p.relative_to(docs).as_posix(): p.read_text("utf-8") for p in docs.rglob("*.md")}
    for address, page in {**generated_pages(pages.library), **written}.items():
        text = re.sub(r"\A---\n.*?\n---\n", "", page, flags=re.DOTALL)
        text = CALL.sub(lambda call: render_call(pages, call), text)
        target = root / "docs" / address
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(OWN_MARKUP.sub("", text), "utf-8")
    (root / "mkdocs.yml").write_text(yaml.safe_dump(STOCK, allow_unicode=True), "utf-8")
    return time.process_time() - start


def render_call(pages: ReferencePages, call: re.Match[str]) -> str:
    """Return the output of a macro call on a page; a call shown as an example stays as it is."""
    if call[1] not in MACROS or (call[2] and call[2] not in pages.library.archetypes):
        return call[0]
    return str(getattr(pages, call[1])(*filter(None, [call[2]])))


# --- measuring ---


def build(project: Path, path: str = "") -> BuildTime:
    """Build a project's site; return the time it took."""
    before, start = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    command = [sys.executable, "-m", "mkdocs", "build", "--quiet"]
    env = {**os.environ, "PYTHONPATH": path, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=project, env=env, check=False, capture_output=True, text=True
    )
    if done.returncode:
        sys.exit(f"{project.name} cannot be built:\n{done.stderr}")
    after, wall = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter() - start
    return BuildTime(after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, wall)


def install_jieba(folder: Path) -> str:
    """Install jieba for stock Material; no lock file has it, as it is published as source only."""
    command = [sys.executable, "-m", "tools.run_uv", "pip", "install", "--quiet"]
    command += ["--target", str(folder), "jieba==0.42.1"]
    if subprocess.run(command, cwd=ROOT, check=False).returncode:
        print("jieba cannot be had here: stock Material leaves Chinese uncut, which is faster")
    return str(folder)


def index_sizes(project: Path) -> tuple[int, int]:
    """Return the bytes of the search index, raw and gzipped."""
    found = (project / "site" / name for name in INDEXES)
    data = next(path for path in found if path.exists()).read_bytes()
    return len(data), len(gzip.compress(data, 6))


def spread(values: list[float]) -> str:
    """Return the median and, in brackets, the range."""
    return f"{statistics.median(values):.2f} ({min(values):.2f} to {max(values):.2f})"


def measure_builds(count: int, runs: int, folder: Path, path: str) -> Path:
    """Build ours and stock in turn and print the measurements; return our project."""
    ours = make_ours(folder / f"ours-{count}", count)
    stock = folder / f"stock-{count}"
    text = make_stock(stock, ours)
    pairs = [(build(ours), build(stock, path)) for _ in range(runs)]
    mine, theirs = ([cost.cpu for cost in costs] for costs in zip(*pairs, strict=True))
    ratios, given = (
        [one / (other + more) for one, other in zip(mine, theirs, strict=True)]
        for more in (text, 0)
    )
    (raw, packed), (raw_stock, packed_stock) = index_sizes(ours), index_sizes(stock)
    print(f"{count} archetypes, {runs} runs, load {os.getloadavg()[0]:.1f}")
    print(f"  build CPU s   ours {spread(mine)}, stock {spread(theirs)}, its text {text:.2f}")
    print(f"  ratio         {spread(ratios)}; if its text cost nothing {spread(given)}")
    print(f"  index bytes   ours {raw:,}, stock {raw_stock:,}, ratio {raw / raw_stock:.3f}")
    print(f"  index gzipped ours {packed:,}, stock {packed_stock:,}", flush=True)
    return ours


# --- in the browser ---


def search_times(browser: Browser, address: str) -> Iterator[float]:
    """Yield the milliseconds to the first result on a cold page, then those of later queries."""
    page = browser.new_context().new_page()
    start = time.perf_counter()
    page.goto(address, wait_until="commit")
    page.set_default_timeout(TIMEOUT)
    page.locator(QUERY).click()  # waits until it is visible
    page.keyboard.insert_text("病媒生物")
    page.wait_for_selector(f"{LIST} > li")
    yield (time.perf_counter() - start) * 1000
    for text in ("灭鼠", "健康档案", "门前三包", "手足口", "农村改厕"):
        yield page.evaluate(
            """async ([text, query, results]) => {
              const list = document.querySelector(results);
              list.replaceChildren();
              const input = document.querySelector(query), start = performance.now();
              input.value = text;
              await new Promise((resolve) => {
                new MutationObserver(resolve).observe(list, { childList: true });
                input.dispatchEvent(new InputEvent("input"));
              });
              return performance.now() - start;
            }""",
            [text, QUERY, LIST],
        )
    page.context.close()


def first_view(browser: Browser, address: str) -> int:
    """Return the gzipped size in bytes of everything that a cold view of a page loads."""
    page = browser.new_context().new_page()
    loaded: list[Response] = []
    page.on("response", lambda response: loaded.append(response))  # noqa: PLW0108 - it is marked
    page.goto(address, wait_until="networkidle")
    total = sum(len(gzip.compress(response.body(), 6)) for response in loaded if response.ok)
    page.context.close()
    return total


def measure_browser(project: Path, runs: int) -> None:
    """Print the times of the search and the sizes of pages."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - slow to load

    from tests.browser.serving import served  # noqa: PLC0415
    from tools.install_browser import find_browser  # noqa: PLC0415

    with served(project / "site") as http, sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        for base in (http, (project / "site").as_uri()):
            home = f"{base}/index.html"
            found = [list(search_times(browser, home)) for _ in range(runs)]
            first, later = [f[0] for f in found], [ms for f in found for ms in f[1:]]
            print(f"  {base[:4]}: first answer ms {spread(first)}, later {spread(later)}")
        page = next((project / "site").glob("archetypes/*.html")).relative_to(project / "site")
        print(f"  first view gzipped: home {first_view(browser, f'{http}/index.html'):,}", end=", ")
        print(f"archetype {first_view(browser, f'{http}/{page}'):,}", flush=True)
        browser.close()


def main() -> None:
    """Measure for each of the requested numbers of archetypes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[7, 19, 100])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="bench-") as name:
        folder = Path(name)
        path = install_jieba(folder / "jieba")
        for count in options.counts:
            ours = measure_builds(count, options.runs, folder, path)
            measure_browser(ours, options.runs)
            measure_serving(ours, options.runs)


if __name__ == "__main__":
    main()
