"""The page on scope: what is there, by which documents, and what is wanted; checks hold it true."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.site.project_checks import check
from macros.site.reference_pages import ReferencePages
from tests.support.project import ROOT
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from tests.support.project import Project

HTML = ReferencePages(LIBRARY, ROOT).scope_tables()


def test_every_archetype_stands_there_with_writer_and_reader() -> None:
    for archetype in LIBRARY.archetypes.values():
        assert f'href="archetypes/{archetype.id}.html">{archetype.short}<' in HTML
        assert f"{archetype.writer}写，报{archetype.reader}" in HTML


def test_the_documents_of_its_indicators_stand_beside_an_archetype() -> None:
    row = HTML.split('archetypes/nursing-year.html"')[1].split("</tr>")[0]
    assert LIBRARY.dictionary.documents["nursing-2020"].title in row


def test_what_is_wanted_leads_to_what_serves_meanwhile() -> None:
    wanted = HTML.split('id="wanted"')[-1]
    for kind in LIBRARY.kinds.wanted:
        row = wanted.split(f">{kind.name}<")[1].split("</tr>")[0]
        assert kind.brings in row
        assert all(f"archetypes/{name}.html" in row for name in kind.near)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"office": "血站"}, "没有“血站”这个单位类别"),
        ({"near": "[water-quartr]"}, "没有“water-quartr”这个范本 · 应为：范本的 id"),
        ({"name": "饮水季报"}, "“饮水季报”已经有了：water-quarter"),
    ],
)
def test_a_wanted_kind_names_only_what_is_there(
    small: Project, change: dict[str, str], said: str
) -> None:
    kinds = small.read("data/kinds.yml")
    entry = {
        "name": "没有的总结",
        "office": "县局",
        "brings": "口径",
        "near": "[water-quarter]",
    } | change
    lines = "".join(f"    {key}: {value}\n" for key, value in entry.items())
    small.write("data/kinds.yml", f"{kinds}wanted:\n  -\n{lines}")
    assert any(said in str(problem) for problem in check(small.root)[1].errors)
