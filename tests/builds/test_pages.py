"""The built site of the real project: what every page must have, read from its HTML."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from tests.support.built import built_site
from tests.support.real import ARCHETYPES, LIBRARY, examples

if TYPE_CHECKING:
    from pathlib import Path

LOADED = {"script": "src", "link": "href", "img": "src", "iframe": "src", "source": "src"}


class Page(HTMLParser):
    """The parts of a page that the tests ask about."""

    def __init__(self, html: str) -> None:
        """Read the whole page."""
        super().__init__()
        self.ids: list[str] = []
        self.loaded: list[str] = []
        self.paragraphs: list[str] = []
        self.titles: list[str] = []
        self._in_document = self._in_table = False
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep ids, what the page loads, and tooltips of marked stretches."""
        values = dict(attrs)
        if values.get("id"):
            self.ids.append(values["id"] or "")
        if LOADED.get(tag) in values:
            self.loaded.append(values[LOADED[tag]] or "")
        classes = values.get("class") or ""
        if tag == "table":
            self._in_table = "doc-table" in classes.split()
        is_text = self._in_document or self._in_table
        if tag == "span" and "fact" in classes.split() and is_text:
            self.titles.append(values.get("title") or "")
        self._in_document = (tag == "p" and classes.startswith("doc-")) or (
            self._in_document and tag != "p"
        )
        if tag == "p" and self._in_document:
            self.paragraphs.append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave a paragraph or a table of a document."""
        if tag == "p":
            self._in_document = False
        if tag == "table":
            self._in_table = False

    def handle_data(self, data: str) -> None:
        """Collect the text of documents."""
        if self._in_document:
            self.paragraphs[-1] += data


@pytest.fixture(scope="module")
def site() -> Path:
    return built_site()


def page(site: Path, archetype: str) -> Page:
    return Page((site / "archetypes" / f"{archetype}.html").read_text("utf-8"))


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_a_page_has_its_four_parts_and_a_section_for_each_snippet(
    site: Path, archetype: str
) -> None:
    ids = page(site, archetype).ids
    sections = [f"section-{entry.use}" for entry in LIBRARY.archetypes[archetype].entries]
    assert {"overview", "structure", "example", "facts", *sections} <= set(ids)
    assert sorted(ids) == sorted(set(ids)), "an id stands twice"


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_every_example_stands_on_its_page_word_for_word(site: Path, archetype: str) -> None:
    shown = page(site, archetype).paragraphs
    for example in examples(archetype):
        for block in example.document.blocks:
            assert block.type == "table" or block.number + block.text in shown


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_what_comes_from_data_is_marked_and_explained(site: Path, archetype: str) -> None:
    titles = page(site, archetype).titles
    assert len(titles) > 30
    assert all(titles)
    assert any(" = " in title for title in titles), "no figure shows its formula"


def test_no_page_loads_anything_from_elsewhere(site: Path) -> None:
    for path in site.rglob("*.html"):
        for url in Page(path.read_text("utf-8")).loaded:
            assert not re.match(r"(https?:)?//", url), f"{path.name} loads {url}"


def test_no_page_holds_a_macro_or_an_error(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert "Macro" not in re.sub(r"<code.*?</code>", "", html, flags=re.DOTALL), path.name
        assert "＿＿＿＿" not in html or path.parent.name == "maintaining", path.name


def test_home_leads_to_every_archetype(site: Path) -> None:
    html = (site / "index.html").read_text("utf-8")
    for archetype in ARCHETYPES:
        assert f'href="archetypes/{archetype}.html"' in html


def test_the_menu_calls_every_archetype_by_its_short_name(site: Path) -> None:
    html = (site / "index.html").read_text("utf-8")
    menu = html[html.index("md-nav--primary") : html.index("md-content")]
    for archetype in LIBRARY.archetypes.values():
        entry = rf'href="archetypes/{archetype.id}.html" class="md-nav__link">\s*<span[^>]*>\s*'
        assert re.search(entry + re.escape(archetype.short), menu), archetype.id


@pytest.mark.parametrize("name", ["sections/problems", "maintaining/hosting"])
def test_a_page_without_a_menu_entry_marks_its_folder_s_index(site: Path, name: str) -> None:
    html = (site / f"{name}.html").read_text("utf-8")
    assert html.count('href="index.html" class="md-nav__link md-nav__link--active"') == 1


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_the_outline_leads_to_every_section(site: Path, archetype: str) -> None:
    html = (site / "archetypes" / f"{archetype}.html").read_text("utf-8")
    outline = html[html.index('<ol class="outline"') :].split("</ol>")[0]
    for entry in LIBRARY.archetypes[archetype].entries:
        assert f'<a href="#section-{entry.use}">' in outline


def test_what_a_macro_makes_never_stands_in_a_paragraph(site: Path) -> None:
    for path in sorted((site / "fill").glob("*.html")):
        article = path.read_text("utf-8").split("<article")[1].split("</article>")[0]
        assert article.count("</p>") == len(re.findall(r"<p[ >]", article)), path.name


def test_the_themes_defects_are_mended(site: Path) -> None:
    for path in site.rglob("*.html"):
        html = path.read_text("utf-8")
        assert ' tabindex=""' not in html, path.name
        assert 'type="checkbox" id="__search" autocomplete' not in html, path.name
        assert 'role="dialog" aria-label="搜索"' in html, path.name
        assert "<noscript>" in html, path.name
        assert "跳转至" not in html, path.name
        assert ('for="__toc"' in html) <= ('id="__toc"' in html), path.name
