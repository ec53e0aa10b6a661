"""The search index: complete, free of repeats, small, and of plain text."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.site.outline import Outlines
from macros.site.search_index import search_index
from macros.site.written_pages import plain, written_pages
from tests.support.project import ROOT
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

    from macros.site.browser_data import Json

ARCHETYPES = sorted(LIBRARY.archetypes)
PER_ARCHETYPE = 7_000  # bytes of its page, with all example text that no other shares
PER_SECTION = 3_000


@cache
def index() -> dict[str, Json]:
    """Return the pages of the index by their addresses."""
    return {page["at"]: page for page in search_index(Outlines(LIBRARY), ROOT)}


def page_of(archetype: str) -> Json:
    return index()[f"archetypes/{archetype}.html"]


def size(folder: str) -> int:
    """Return the bytes of the pages in a folder."""
    pages = [page for at, page in index().items() if at.startswith(folder)]
    return len(json.dumps(pages, ensure_ascii=False, separators=(",", ":")).encode())


@pytest.mark.parametrize("id_", ARCHETYPES)
def test_an_archetype_has_all_its_names_and_sections(id_: str) -> None:
    kind, page = LIBRARY.archetypes[id_], page_of(id_)
    assert {kind.short, *kind.aliases} <= {*page["names"]}
    assert {*kind.covers, *kind.topics} == {*page["covers"]}
    assert [part["of"] for part in page["parts"]] == [entry.use for entry in kind.entries]
    for part in page["parts"]:
        assert part["at"] == f"section-{part['of']}"
        assert f"sections/{part['of']}.html" in index()


def test_the_example_of_a_section_stands_with_the_first_archetype_that_uses_it() -> None:
    told = Counter(
        part["of"] for id_ in ARCHETYPES for part in page_of(id_)["parts"] if "text" in part
    )
    assert {*told.values()} == {1}
    shown = {use.use for kind in LIBRARY.archetypes.values() for use in kind.entries}
    assert told.keys() <= shown
    assert len(told) > len(shown) * 0.8  # but for those that no first example has


def test_the_facts_of_a_section_stand_with_it_under_all_their_names() -> None:
    page = index()["sections/public-health-services.html"]
    rate = LIBRARY.facts["records_rate"]
    assert {*rate.names, *LIBRARY.facts["residents"].names} <= {*page["labels"]}


def test_every_annotation_and_mistake_stands_there_once() -> None:
    text = json.dumps([*index().values()], ensure_ascii=False)
    for section in LIBRARY.sections.values():
        written = json.dumps(section.annotation.content, ensure_ascii=False)[1:-1]
        assert text.count(written) == 1, section.id


def test_every_entry_of_a_registry_is_found_by_its_names() -> None:
    found = {part["at"]: part for part in index()["indicators.html"]["parts"]}
    for id_, entry in LIBRARY.dictionary.entries.items():
        assert found[f"indicator-{id_}"]["names"] == entry.names
    terms = {part["at"]: part for part in index()["writing/terms.html"]["parts"]}
    for id_, term in LIBRARY.terms.terms.items():
        assert terms[f"term-{id_}"]["names"] == term.old
        assert term.new in terms[f"term-{id_}"]["title"]


def test_only_the_pages_for_maintainers_are_aside() -> None:
    aside = {at for at, page in index().items() if page.get("aside")}
    assert aside == {at for at in index() if at.startswith("maintaining/")}
    assert aside


def test_who_finds_nothing_is_led_to_the_open_archetype_and_the_list() -> None:
    parts = [(at, part) for at, page in index().items() for part in page.get("parts", [])]
    advised = {at for at, page in index().items() if "advice" in page}
    advised |= {f"{at}#{part['at']}" for at, part in parts if "advice" in part}
    opened = {f"archetypes/{a.id}.html" for a in LIBRARY.archetypes.values() if a.open}
    assert opened
    assert advised == {*opened, "index.html#archetypes"}


def test_the_index_is_small() -> None:
    assert size("archetypes/") < PER_ARCHETYPE * len(ARCHETYPES)
    assert size("sections/") < PER_SECTION * len(LIBRARY.sections)


def test_no_page_shows_its_markup() -> None:
    for at, page in index().items():
        if not at.startswith("maintaining/"):  # these show markup
            for part in [page, *page.get("parts", [])]:
                text = part["title"] + part.get("text", "")
                assert "**" not in text, at
                assert "](" not in text, at
                assert "{{" not in text, at


@pytest.mark.parametrize(
    ("line", "shown"),
    [
        ("看[对照表](compare.md#x)，**再**看`a&lt;b`。", "看对照表，再看a<b。"),
        ("- 一项", "一项"),
        ("12. 一项", "一项"),
        ("> 引文", "引文"),
        ("!!! note", "note"),
        ("1.5倍 - 2倍", "1.5倍 - 2倍"),
        ("| 键 | 值 |", "键 值"),
        ("|---|:-:|", ""),
        ('<p class="x">段</p>', "段"),
        ("{{ cards() }}", ""),
    ],
)
def test_markdown_becomes_text(line: str, shown: str) -> None:
    assert " ".join(plain(line).split()) == shown


def test_a_written_page_has_a_part_for_each_heading_and_what_its_macros_make(
    tmp_path: Path,
) -> None:
    head = "---\nhide: [toc]\n---\n# 页 { #page }\n\n开头。\n"
    text = "\n## 节 { #part }\n\n```sh\n# 不是标题\n```\n\n{{ terms() }}\n"
    (tmp_path / "docs/writing").mkdir(parents=True)
    (tmp_path / "docs/writing/x.md").write_text(head + text, "utf-8")
    made = {"terms": [{"at": "term-x", "title": "旧称", "text": ""}]}
    (page,) = written_pages(tmp_path, made)
    assert page == {
        "at": "writing/x.html",
        "title": "页",
        "text": "开头。",
        "parts": [{"at": "part", "title": "节", "text": "# 不是标题"}, *made["terms"]],
    }
