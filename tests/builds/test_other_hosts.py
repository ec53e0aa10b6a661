"""The same project under ProperDocs, which carries on MkDocs: every page says the same."""

from __future__ import annotations

import subprocess
import sys
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from tests.support.built import built_site
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path


class PageText(HTMLParser):
    """Collects the text of a page, without scripts, a line for each piece."""

    def __init__(self, html: str) -> None:
        """Parse the page."""
        super().__init__()
        self.lines: list[str] = []
        self._hidden = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a script, whose text no reader sees; keep where a link leads."""
        self._hidden = tag == "script"
        self.lines += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:  # noqa: ARG002
        """Leave a script."""
        self._hidden = False

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees."""
        if not self._hidden and data.strip():
            self.lines.append(" ".join(data.split()))


def pages(site: Path) -> dict[str, list[str]]:
    """Return the text of each page by its address."""
    found = sorted(site.rglob("*.html"))
    return {
        path.relative_to(site).as_posix(): PageText(path.read_text("utf-8")).lines for path in found
    }


def files(site: Path) -> dict[str, bytes]:
    """Return what is no page, but for the map of the site, which has the day of the build."""
    return {
        path.relative_to(site).as_posix(): path.read_bytes()
        for path in sorted(site.rglob("*.*"))
        if path.is_file() and path.suffix != ".html" and not path.name.startswith("sitemap.")
    }


def test_properdocs_writes_the_same_site(tmp_path: Path) -> None:
    target = tmp_path / "site"
    command = ["-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(target)]
    run = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    ours, theirs = pages(built_site()), pages(target)
    assert theirs.keys() == ours.keys()
    assert {name for name in ours if ours[name] != theirs[name]} == set()
    assert files(target) == files(built_site())
