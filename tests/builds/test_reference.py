"""The reference pages of the built site: they are there, and every link and anchor resolves."""

from __future__ import annotations

from functools import cache
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

import pytest

from tests.support.built import built_site
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

SECTIONS = sorted(LIBRARY.sections)
OTHERS = (
    *("index", "sections/index", "compare", "indicators"),
    *("writing/standards", "writing/mistakes", "writing/terms", "writing/questions"),
)
PAGES = (*OTHERS, *(f"sections/{section}" for section in SECTIONS))


class Links(HTMLParser):
    """The links, loaded files, ids and headings of a page."""

    def __init__(self, html: str) -> None:
        """Read the whole page."""
        super().__init__()
        self.links: list[str] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep where the page leads and where it can be led to."""
        values = dict(attrs)
        if tag in ("a", "link", "script"):
            self.links.append(values.get("href") or values.get("src") or "")
        if values.get("id"):
            self.ids.append(values["id"] or "")


@cache
def read(path: Path) -> Links:
    return Links(path.read_text("utf-8"))


@pytest.mark.parametrize("name", PAGES)
def test_every_link_and_anchor_of_a_page_resolves(name: str) -> None:
    page = built_site() / f"{name}.html"
    for link in filter(None, read(page).links):
        parts = urlsplit(link)
        assert not parts.netloc, link
        target = (page.parent / unquote(parts.path)).resolve() if parts.path else page
        target = target / "index.html" if target.is_dir() else target
        assert target.is_file(), f"{name} leads to {link}"
        if parts.fragment and target.suffix == ".html":
            assert unquote(parts.fragment) in read(target).ids, f"{name} leads to {link}"


@pytest.mark.parametrize("name", PAGES)
def test_no_id_stands_twice(name: str) -> None:
    ids = read(built_site() / f"{name}.html").ids
    assert sorted(ids) == sorted(set(ids))


@pytest.mark.parametrize("name", PAGES)
def test_a_page_has_one_title_that_is_text(name: str) -> None:
    html = (built_site() / f"{name}.html").read_text("utf-8")
    assert html.count("<h1") == 1
    assert "<h1></h1>" not in html


def test_the_index_leads_to_every_section() -> None:
    links = read(built_site() / "sections" / "index.html").links
    assert {f"{section}.html" for section in SECTIONS} <= set(links)


def test_the_table_leads_to_every_section_of_every_archetype() -> None:
    links = set(read(built_site() / "compare.html").links)
    for archetype in LIBRARY.archetypes.values():
        for entry in archetype.entries:
            assert f"archetypes/{archetype.id}.html#section-{entry.use}" in links


def test_every_rule_and_mistake_has_an_address() -> None:
    rules = read(built_site() / "writing" / "standards.html").ids
    mistakes = read(built_site() / "writing" / "mistakes.html").ids
    assert {f"rule-{name}" for name in LIBRARY.rules} <= set(rules)
    assert {f"mistake-{name}" for name in LIBRARY.mistakes} <= set(mistakes)
