"""The search index of the built site: cut into words, complete, free of repeats, small."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from macros.checks import check
from macros.library import sound
from macros.pages import Pages
from macros.search import NO_SEGMENTATION, PLUGIN, Segmenter, own_words
from tests.built import built_site
from tests.project import ROOT, Project

LIBRARY = sound(*check(ROOT))
ARCHETYPES = sorted(LIBRARY.archetypes)
INDEX = "search/search_index.json"


@pytest.fixture(scope="module")
def index() -> dict[str, Any]:
    data: dict[str, Any] = json.loads((built_site() / INDEX).read_text("utf-8"))
    return data


def page_of(archetype: str) -> str:
    return f"archetypes/{archetype}.html"


def entries(index: dict[str, Any], start: str) -> list[dict[str, str]]:
    """Return what the index has on the pages whose address starts so."""
    return [entry for entry in index["docs"] if entry["location"].startswith(start)]


def text(index: dict[str, Any], start: str) -> str:
    """Return all text the index has on those pages, as a reader sees it."""
    found = (entry["title"] + " " + entry["text"] for entry in entries(index, start))
    return re.sub(r"<[^>]*>|\u200b", "", " ".join(found))


def test_no_run_of_chinese_is_left_uncut(index: dict[str, Any]) -> None:
    for entry in index["docs"]:
        for run in re.findall("[\u4e00-\u9fff]{9,}", entry["title"] + entry["text"]):
            pytest.fail(f"{entry['location']} has {run}")


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_every_alias_and_section_is_in_the_index(index: dict[str, Any], archetype: str) -> None:
    kind = LIBRARY.archetypes[archetype]
    found = entries(index, page_of(archetype))
    page = found[0]
    for alias in kind.aliases:
        assert alias in page["text"].replace("\u200b", "")
        assert alias[:-1] in page["names"].split()
    places = {entry["location"].partition("#")[2] for entry in entries(index, page_of(archetype))}
    assert {f"section-{entry.use}" for entry in kind.entries} <= places


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_an_example_stands_in_the_index_once(index: dict[str, Any], archetype: str) -> None:
    found = text(index, page_of(archetype))
    first, *others = Pages(LIBRARY, ROOT).examples(LIBRARY.archetypes[archetype])
    long = [b.text for b in first.document.blocks if b.type == "paragraph" and len(b.text) > 60]
    assert all(found.count(paragraph) == 1 for paragraph in long)
    for other in others:
        repeated = [
            b.text for b in other.document.blocks if b.text not in long and len(b.text) > 60
        ]
        shown = [paragraph for paragraph in repeated if paragraph in found]
        assert len(shown) <= len(repeated) / 2, "a second example is in the index"


def test_every_annotation_and_mistake_stands_in_the_index_once(index: dict[str, Any]) -> None:
    found = text(index, "archetypes/") + text(index, "sections/")
    for section in LIBRARY.sections.values():
        if LIBRARY.users_of(section.id):
            assert found.count(section.annotation.content) == 1, section.id
            for mistake in section.annotation.mistakes:
                assert found.count(mistake.why) == 1, section.id


def test_the_index_is_small_and_the_same_for_files(index: dict[str, Any]) -> None:
    data = (built_site() / INDEX).read_bytes()
    assert len(data) < 70_000 * len(ARCHETYPES)
    assert "病媒".encode() in data
    script = (built_site() / "search" / "search_index.js").read_bytes()
    assert script == b"var __index = " + data
    assert index["config"]["separator"]


def test_the_projects_words_stay_whole_and_long_words_are_cut() -> None:
    segmenter = Segmenter(own_words(LIBRARY))
    assert list(segmenter.cut("新农合".encode())) == ["新农合"]
    assert list(segmenter.cut("创卫工作")) == ["创卫", "工作"]
    assert list(segmenter.cut("卫生行政部门")) == ["卫生", "行政", "部门"]
    assert (
        "".join(segmenter.cut("爱国卫生运动委员会办公室，第一。"))
        == "爱国卫生运动委员会办公室，第一。"
    )


@pytest.mark.parametrize(
    "spoilt",
    ["sys.modules['rjieba'] = None", f"import {PLUGIN} as plugin; del plugin.jieba"],
    ids=["no dictionary", "another Material"],
)
def test_without_segmentation_nothing_is_built(small: Project, spoilt: str) -> None:
    start = f"import sys; {spoilt}\nfrom mkdocs.__main__ import cli; cli(['build', '-d', 'out'])"
    done = small.run("-c", start)
    assert done.returncode != 0
    assert NO_SEGMENTATION in done.stderr
    assert "Traceback" not in done.stderr
    assert not (small.root / "out" / INDEX).exists()
