"""The home page says what each kind of summary needs, and shows a page that was really computed."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.library.library import validated
from macros.site.effort import Effort, effort_of
from macros.site.project_checks import check
from macros.site.reference_pages import ReferencePages
from macros.site.specimen import MOST_NOTES, SHOWN, specimen
from tests.support.project import ROOT
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from tests.support.project import Project

PAGES = ReferencePages(LIBRARY, ROOT)


def text_of(html: str) -> str:
    return re.sub(r"<[^>]+>|\n", "", html)


def test_every_kind_leads_to_its_pages_under_who_writes_it() -> None:
    html = PAGES.kinds()
    groups = re.split(r"<h3[^>]*>", html)[1:]
    assert [group.split("<")[0] for group in groups] == [
        office for office in LIBRARY.kinds.offices if f">{office}</h3>" in html
    ]
    for archetype in LIBRARY.archetypes.values():
        group = next(group for group in groups if group.startswith(archetype.office))
        assert f'href="archetypes/{archetype.id}.html">{archetype.short}<' in group
        assert f'href="fill/{archetype.id}.html"' in group


def test_a_kind_says_what_its_facts_are() -> None:
    archetype = LIBRARY.archetypes["county-health-quarter"]
    specs = [LIBRARY.facts[name] for name in LIBRARY.facts_of(archetype).entered()]
    effort = effort_of(LIBRARY, archetype)
    required = [spec for spec in specs if spec.required]
    assert effort.figures + effort.words + effort.lists == len(required)
    assert effort.earlier == sum("last" in spec.series for spec in required)
    assert f"{effort.figures}个数、{effort.earlier}个上期数" in PAGES.kinds()


@pytest.mark.parametrize(
    ("effort", "time", "needs"),
    [
        (Effort(0, 0, 1, 0), "约5分钟", "1项文字"),
        (Effort(28, 12, 14, 10), "约45分钟", "28个数、12个上期数、14项文字、10项清单"),
        (Effort(40, 0, 26, 13), "约1小时", "40个数、26项文字、13项清单"),
        (Effort(100, 20, 30, 15), "约1个半小时", "100个数、20个上期数、30项文字、15项清单"),
    ],
)
def test_an_effort_is_told_in_words(effort: Effort, time: str, needs: str) -> None:
    assert effort.time == time
    assert effort.needs == needs


def test_the_picture_is_of_an_example_with_every_role_and_its_formulas() -> None:
    shown = specimen(LIBRARY)
    assert shown
    whole = LIBRARY.documents[shown.office.id].as_text()
    assert len(shown.passages) == len(SHOWN)
    for passage in shown.passages:
        assert passage.paragraph.text in whole
        assert "".join(piece.text for piece in passage.pieces) == passage.paragraph.text
        assert 0 < len(passage.notes) <= MOST_NOTES
        for note in passage.notes:
            assert note.figure in {
                piece.text.rstrip("，；、。") for piece in passage.pieces if piece.computed
            }
            assert f"<b>{note.figure}</b> {note.formula}" in PAGES.specimen()
    assert shown.title.text in text_of(PAGES.specimen())


def test_what_data_say_never_becomes_markup(small: Project) -> None:
    bad = "<img src=x onerror=alert(1)>"
    small.replace("data/archetypes/water-quarter.yml", "short: ", f"short: '{bad}' # ")
    small.replace("mkdocs.yml", "水质季报: archetypes/", f"'{bad}': archetypes/")
    pages = ReferencePages(validated(*check(small.root)), small.root)
    assert "<img" not in pages.kinds() + pages.specimen()


def test_without_a_kind_there_is_no_picture() -> None:
    none = replace(LIBRARY, archetypes={})
    assert specimen(none) is None
    assert ReferencePages(none, ROOT).specimen() == ""
