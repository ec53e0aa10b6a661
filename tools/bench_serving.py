"""Measures how soon an edit is seen in the browser: `make bench-serving`.

`make bench` compares it with MkDocs' own live reload, which takes long.
"""

from __future__ import annotations

import argparse
import os
import shutil
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection, HTTPException
from pathlib import Path
from typing import TYPE_CHECKING

from tools.bench_projects import make_ours

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).resolve().parent.parent
LONGEST = 1200  # seconds: a thousand kinds take long
LOOK = 0.02  # seconds between requests
OURS = ["-m", "tools.serving"]
MKDOCS = ["-m", "mkdocs", "serve", "--livereload", "--quiet", "--dev-addr"]
MARKS = "甲乙丙丁戊己庚辛壬癸"
EACH = "子丑寅卯"  # for each edit another: a page may show what an earlier one has added


@dataclass(frozen=True)
class Edit:
    """An edit: after `before` in a file stands a text, which is then seen on a page."""

    what: str
    file: str
    before: str
    page: str


@dataclass(frozen=True)
class Server:
    """A server of a project."""

    port: int
    pid: int

    @property
    def cpu(self) -> float:
        """Return the seconds of CPU time it has used; zero where the system does not tell."""
        stat = Path(f"/proc/{self.pid}/stat")
        if not stat.exists():
            return 0
        user, system = stat.read_text("utf-8").rpartition(") ")[2].split()[11:13]
        return (int(user) + int(system)) / os.sysconf("SC_CLK_TCK")


EDITS = [
    Edit(
        "an office's file",
        "data/offices/qinghe-county-2013q1.yml",
        "  org: ",
        "archetypes/county-health-quarter.html",
    ),
    Edit(
        "a section's template",
        "templates/sections/public-health-services.j2",
        "累计为",
        "archetypes/county-health-quarter.html",
    ),
    Edit(
        "a fact's label",
        "data/facts/public-health.yml",
        "label: ",
        "archetypes/county-health-quarter.html",
    ),
    Edit("a page", "docs/index.md", "。", "index.html"),
]


def measure_ours(project: Path, runs: int) -> None:
    """Print for each edit the seconds from saving to seeing, and of them the server's CPU time.

    Where others use the machine too, the CPU time is nearer to what somebody alone would wait.
    """
    with serving(project, OURS) as ours:
        for edit in EDITS:
            waits, works = [], []
            for run in range(runs):
                before = ours.cpu
                waits.append(seconds(project, ours.port, edit, run))
                works.append(ours.cpu - before)
            shown = ", CPU ".join(
                f"{statistics.median(found):.2f} ({min(found):.2f} to {max(found):.2f})"
                for found in (waits, works)
            )
            load = os.getloadavg()[0]
            print(f"  {edit.what} seen after s: {shown}; load {load:.1f}", flush=True)


def measure_serving(project: Path, runs: int) -> None:
    """Print for each edit the seconds from saving to seeing, ours and MkDocs', and their ratio."""
    stock = shutil.copytree(project, project.with_name(f"{project.name}-stock"))
    with serving(project, OURS) as ours, serving(stock, MKDOCS) as theirs:
        for edit in EDITS:
            pairs = [
                (seconds(project, ours.port, edit, run), seconds(stock, theirs.port, edit, run))
                for run in range(runs)
            ]
            mine, other = ([pair[side] for pair in pairs] for side in (0, 1))
            ratio = statistics.median(a / b for a, b in pairs)
            print(
                f"  {edit.what} seen after s: ours {statistics.median(mine):.2f}"
                f" ({min(mine):.2f} to {max(mine):.2f}), MkDocs {statistics.median(other):.2f},"
                f" ratio {ratio:.3f}",
                flush=True,
            )


@contextmanager
def serving(project: Path, command: list[str]) -> Iterator[Server]:
    """Serve a project; wait until its home page has come and return the server."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    where = f"127.0.0.1:{port}" if "mkdocs" in command else str(port)
    env = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"}
    process = subprocess.Popen(
        [sys.executable, *command, where], cwd=project, env=env, stdout=subprocess.DEVNULL
    )
    wait_for(port, "index.html", "</html>")
    time.sleep(1)  # the rest of the site is made meanwhile, or not: as when somebody writes
    yield Server(port, process.pid)
    process.terminate()
    process.wait()


def seconds(project: Path, port: int, edit: Edit, run: int) -> float:
    """Save an edit and return the time until it is seen."""
    path = project / edit.file
    mark = f"新{MARKS[run % len(MARKS)]}{EACH[EDITS.index(edit)]}"
    text = path.read_text("utf-8")
    path.write_text(text.replace(edit.before, edit.before + mark, 1), "utf-8")
    start = time.perf_counter()
    wait_for(port, edit.page, mark)
    return time.perf_counter() - start


def wait_for(port: int, page: str, text: str) -> None:
    """Wait until a page has a text."""
    end = time.monotonic() + LONGEST
    while time.monotonic() < end:
        if text in get(port, page):
            return
        time.sleep(LOOK)
    sys.exit(f"{page} has no {text}")


def get(port: int, page: str) -> str:
    """Return a page, or nothing while there is no server yet."""
    connection = HTTPConnection("127.0.0.1", port, timeout=LONGEST)
    try:
        connection.request("GET", f"/{page}")
        return connection.getresponse().read().decode("utf-8", "replace")
    except (OSError, HTTPException):
        return ""
    finally:
        connection.close()


def main() -> None:
    """Measure for each of the requested numbers of archetypes."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("counts", nargs="*", type=int, default=[7, 19, 100])
    parser.add_argument("--runs", type=int, default=3)
    options = parser.parse_args()
    for count in options.counts:
        with tempfile.TemporaryDirectory(prefix="bench-") as folder:
            print(f"{count} archetypes, {options.runs} runs", flush=True)
            measure_ours(make_ours(Path(folder) / "ours", count), options.runs)


if __name__ == "__main__":
    main()
