"""Measures writing Word files against other libraries, and a folder of township files.

In the browser against the docx package, in Python against python-docx and docxtpl, with the same
text in one run.  Run by `make bench-word`; FILES sets how many township files are rendered.
"""

from __future__ import annotations

import io
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import TYPE_CHECKING

import docx as python_docx
from docxtpl import DocxTemplate
from playwright.sync_api import sync_playwright

from macros.library.library import validated
from macros.library.loader import load
from macros.library.office_documents import example_document
from macros.output.word import docx, shell
from tools.install_browser import find_browser

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.document.document import Document
    from macros.document.page_layout import Layout

ROOT = Path(__file__).resolve().parent.parent
OFFICE = "yingliu-health-centre-2025h2"  # the longest of the examples
RUNS = 30
IN_BROWSER = """async ([blocks, shell, runs]) => {
  const ours = [], theirs = [];
  for (let i = 0; i < runs; i += 1) {
    const begun = performance.now();
    new Blob([summariesWord.docx(blocks, { draft: false, sealed: false }, shell)]);
    const between = performance.now();
    await byPackage(blocks);
    ours.push(between - begun);
    theirs.push(performance.now() - between);
  }
  return [ours, theirs];
}"""


def main() -> int:
    """Print the figures."""
    library = validated(*load(ROOT))
    document, layout = (
        example_document(library, library.offices[OFFICE]),
        library.layouts["gbt9704"],
    )
    print(f"{OFFICE}: {document.length} characters, {len(document.blocks)} blocks, {RUNS} runs")
    _measure_browser(document, layout)
    _measure_python(document, layout)
    _measure_folder(int(os.environ.get("FILES", "10000")))
    return 0


def _print_times(name: str, times: list[float]) -> float:
    middle = statistics.median(times)
    print(f"{name}: median {middle:.2f} ms, fastest {min(times):.2f}, slowest {max(times):.2f}")
    return middle


def _measure_browser(document: Document, layout: Layout) -> None:
    blocks = document.as_json()["blocks"]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        bundle = Path(folder) / "docx_package.js"
        source = str(ROOT / "browser" / "bench" / "docx_package.js")
        esbuild = [shutil.which("npx") or "npx", "esbuild", source, "--bundle", "--format=iife"]
        subprocess.run([*esbuild, "--minify", f"--outfile={bundle}"], check=True, cwd=ROOT)
        browser = playwright.chromium.launch(executable_path=find_browser(), args=["--no-sandbox"])
        page = browser.new_page()
        page.add_script_tag(path=ROOT / "docs" / "assets" / "js" / "word.js")
        page.add_script_tag(path=bundle)
        parts = shell(layout, ROOT / "templates" / "word")
        ours, theirs = page.evaluate(IN_BROWSER, [blocks, parts, RUNS])
        browser.close()
    fast, slow = _print_times("browser, ours", ours), _print_times("browser, docx package", theirs)
    print(f"docx package / ours: {slow / fast:.0f}")


def _measure_python(document: Document, layout: Layout) -> None:
    parts = shell(layout, ROOT / "templates" / "word")
    template = _template()
    writers: dict[str, Callable[[], object]] = {
        "Python, ours": lambda: docx(document, parts),
        "python-docx": lambda: _by_python_docx(document),
        "docxtpl": lambda: _by_docxtpl(document, template),
    }
    times: dict[str, list[float]] = {name: [] for name in writers}
    for _ in range(RUNS):
        for name, write in writers.items():
            begun = time.perf_counter()
            write()
            times[name].append((time.perf_counter() - begun) * 1000)
    middles = {name: _print_times(name, found) for name, found in times.items()}
    ours = middles["Python, ours"]
    for name in ("python-docx", "docxtpl"):
        print(f"{name} / ours: {middles[name] / ours:.0f}")


def _by_python_docx(document: Document) -> bytes:
    made = python_docx.Document()
    for block in document.blocks:
        text = block.number + block.text
        if block.type in ("title", "heading"):
            made.add_heading(text, block.level)
        else:
            made.add_paragraph(text)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _template() -> bytes:
    made = python_docx.Document()
    for text in ("{{ title }}", "{%p for line in lines %}", "{{ line }}", "{%p endfor %}"):
        made.add_paragraph(text)
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


def _by_docxtpl(document: Document, template: bytes) -> bytes:
    made = DocxTemplate(io.BytesIO(template))
    lines = [block.number + block.text for block in document.blocks[1:]]
    made.render({"title": document.title, "lines": lines})
    content = io.BytesIO()
    made.save(content)
    return content.getvalue()


# --- a folder of facts files ------------------------------------------------------------------


def _measure_folder(count: int) -> None:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "units"
        folder.mkdir()
        office = (ROOT / "data" / "offices" / "qinghe-county-2013q1.yml").read_text("utf-8")
        for index in range(count):
            (folder / f"{index:05}.yml").write_text(office, "utf-8")
        for jobs in (1, 2):
            _render_folder(folder, Path(name) / f"out{jobs}", count, jobs)


def _render_folder(folder: Path, target: Path, count: int, jobs: int) -> None:
    code = (
        "import json, resource, sys; from macros.cli.main import main; status = main(sys.argv[1:]);"
        "peak = [resource.getrusage(who).ru_maxrss // 1024 for who in"
        " (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)];"
        "print(json.dumps([status, *peak]))"
    )
    options = ["--all", str(folder), "-o", str(target), "--format", "docx", "--jobs", str(jobs)]
    begun = time.perf_counter()
    run = subprocess.run(
        [sys.executable, "-c", code, "render", *options],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    seconds = time.perf_counter() - begun
    status, own, child = json.loads(run.stdout.splitlines()[-1])
    if status:
        raise RuntimeError(run.stderr)
    speed, peak = count / seconds, max(own, child)
    print(f"{count} files, {jobs} process(es): {speed:.0f} documents/s, {peak} MB at most")


if __name__ == "__main__":
    sys.exit(main())
