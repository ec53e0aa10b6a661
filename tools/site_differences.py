"""How two sites made of the same sources differ: in their bytes, or in what a reader gets."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html.parser import HTMLParser
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')  # names the host
DAILY = re.compile(r"sitemap\.xml(\.gz)?")  # has the day of the build
VOID = {"br", "hr", "img", "input", "link", "meta"}
UNSEEN = {"script", "style"}
SHOWN = 20  # characters


def different_files(ours: Path, theirs: Path) -> list[str]:
    """Return the names of the files that only one site has, or that have other bytes."""
    here, there = _files(ours), _files(theirs)
    return sorted(name for name in here.keys() | there.keys() if here.get(name) != there.get(name))


def _files(site: Path) -> dict[str, bytes]:
    found = (path for path in site.rglob("*.*") if path.is_file() and not DAILY.match(path.name))
    return {p.relative_to(site).as_posix(): GENERATOR.sub(b"", p.read_bytes()) for p in found}


class PageText(HTMLParser):
    """The words and the links of the text of a page, which is its `article`."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.words: list[str] = []
        self.links: list[str] = []
        self._open: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter an element; keep where a link leads."""
        if tag not in VOID:
            self._open.append(tag)
        if "article" in self._open:
            self.links += [value or "" for name, value in attrs if name == "href"]

    def handle_endtag(self, tag: str) -> None:
        """Leave an element, with those in it that were left open."""
        while tag in self._open and self._open.pop() != tag:
            pass

    def handle_data(self, data: str) -> None:
        """Keep what a reader sees; how it is spaced and cut into elements is not asked."""
        if "article" in self._open and not UNSEEN.intersection(self._open):
            self.words += data.split()


@dataclass(frozen=True)
class Difference:
    """What a page has in one site, and what the other site has in its place."""

    page: str
    ours: str
    theirs: str


def page_differences(ours: Path, theirs: Path) -> Iterator[Difference]:
    """Yield what differs in the texts of pages: a page that is missing, words, links."""
    here, there = _pages(ours), _pages(theirs)
    for name in sorted(here | there):
        if name in here and name in there:
            yield from _differences(name, _text(ours / name), _text(theirs / name))
        else:
            yield Difference(name, *("有" if name in pages else "没有" for pages in (here, there)))


def _differences(name: str, ours: PageText, theirs: PageText) -> Iterator[Difference]:
    mine, others = "".join(ours.words), "".join(theirs.words)
    if mine != others:
        pairs = enumerate(zip_longest(mine, others))
        start = next(index for index, (one, other) in pairs if one != other)
        yield Difference(name, *(text[start : start + SHOWN] for text in (mine, others)))
    for one, other in zip_longest(ours.links, theirs.links, fillvalue=""):
        if one != other:
            yield Difference(name, one, other)


def _pages(site: Path) -> set[str]:
    return {path.relative_to(site).as_posix() for path in site.rglob("*.html")}


def _text(path: Path) -> PageText:
    return PageText(path.read_text("utf-8"))
