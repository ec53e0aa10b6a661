"""The search index of the built site: plain text, complete, free of repeats, small."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from macros.library.library import validated
from macros.site.outline import Outlines
from macros.site.project_checks import check
from macros.site.search_index import strip_markup
from tests.support.built import built_site
from tests.support.project import ROOT

LIBRARY = validated(*check(ROOT))
ARCHETYPES = sorted(LIBRARY.archetypes)
INDEX = "search/search_index.json"
GROWING = ("archetypes/", "sections/")
FIXED = 150_000  # bytes of the pages that do not become more with the archetypes: 维护 most of all
WORKER = "assets/js/search-worker.js"


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((built_site() / INDEX).read_text("utf-8"))
    return data


def page_of(archetype: str) -> str:
    return f"archetypes/{archetype}.html"


def entries(index: dict[str, Any], start: str) -> list[dict[str, Any]]:
    """Return what the index has on the pages whose address starts so."""
    return [entry for entry in index["docs"] if entry["location"].startswith(start)]


def text(index: dict[str, Any], start: str) -> str:
    """Return all text the index has on those pages."""
    return " ".join(entry["title"] + " " + entry["text"] for entry in entries(index, start))


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_every_alias_and_section_is_in_the_index(index: dict[str, Any], archetype: str) -> None:
    kind = LIBRARY.archetypes[archetype]
    found = entries(index, page_of(archetype))
    assert {kind.title, kind.short, *kind.aliases, *kind.covers} <= {*found[0]["names"]}
    places = {entry["location"].partition("#")[2] for entry in entries(index, page_of(archetype))}
    assert {f"section-{entry.use}" for entry in kind.entries} <= places


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_an_example_stands_in_the_index_once(index: dict[str, Any], archetype: str) -> None:
    found, kind = text(index, page_of(archetype)), LIBRARY.archetypes[archetype]
    first, *others = Outlines(LIBRARY).examples(kind)
    uses = {entry.use for entry in kind.entries}  # further sections stand in the example's text
    blocks = [block for block in first.document.blocks if block.section in uses]
    long = [b.text for b in blocks if b.type == "paragraph" and len(b.text) > 60]
    assert all(found.count(paragraph) == 1 for paragraph in long)
    for other in others:
        repeated = [
            b.text for b in other.document.blocks if b.text not in long and len(b.text) > 60
        ]
        shown = [paragraph for paragraph in repeated if paragraph in found]
        assert len(shown) <= len(repeated) / 2, "a second example is in the index"


def test_who_finds_nothing_is_led_to_the_open_archetype_and_the_list(index: dict[str, Any]) -> None:
    advised = {entry["location"] for entry in index["docs"] if "advice" in entry}
    opened = {page_of(archetype.id) for archetype in LIBRARY.archetypes.values() if archetype.open}
    assert opened
    assert advised == {*opened, "index.html#archetypes"}


def test_every_annotation_and_mistake_stands_in_the_index_once(index: dict[str, Any]) -> None:
    found = text(index, "archetypes/") + text(index, "sections/")
    for section in LIBRARY.sections.values():
        if LIBRARY.users_of(section.id):
            assert found.count(section.annotation.content) == 1, section.id
            for mistake in section.annotation.mistakes:
                assert found.count(mistake.why) == 1, section.id


def test_the_index_is_small_and_the_same_for_files() -> None:
    data = (built_site() / INDEX).read_bytes()
    entries = json.loads(data)["docs"]
    growing = [entry for entry in entries if entry["location"].startswith(GROWING)]
    size = len(json.dumps(growing, ensure_ascii=False).encode())
    assert size < 30_000 * len(ARCHETYPES)
    assert len(data) - size < FIXED
    assert "病媒".encode() in data
    script = (built_site() / "search" / "search_index.js").read_bytes()
    assert script == b"var __index = " + data


def test_every_page_searches_with_our_own_worker() -> None:
    assert (built_site() / WORKER).exists()
    for page in built_site().rglob("*.html"):
        config = re.search(r'"search": "([^"]*)"', page.read_text("utf-8"))
        assert config
        assert config[1].endswith(WORKER), page


def test_a_list_of_facts_stands_behind_its_section(index: dict[str, Any]) -> None:
    lists = [e for e in entries(index, "archetypes/") if "#topic-" in e["location"]]
    assert lists
    for entry in lists:
        assert entry["title"].startswith("数据清单：")
        assert entry["boost"] < 1


def test_markup_becomes_text() -> None:
    assert strip_markup("\u200b农村\u200b改厕\u200b") == "农村改厕"
    assert (
        strip_markup("<dl><dt>内容</dt><dd>三项</dd></dl><b>误</b>错<br>字") == "内容 三项 误 错 字"
    )
    assert strip_markup("<p>第一段</p>\n<p>第二<code>a&lt;b</code>段</p>") == "第一段 第二a<b段"
