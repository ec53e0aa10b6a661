"""The macros of the reference pages: what they hold for the real project, what they escape."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.facts.archetype_facts import inputs_of
from macros.library.data_files import DATA_FILES
from macros.library.library import validated
from macros.schema.fact_types import FACT_TYPES
from macros.schema.writing_rules import MistakeKind, RuleStrength, WritingTopic
from macros.site.key_tables import REPEATED
from macros.site.project_checks import check
from macros.site.reference_pages import KIND_IDS, STRENGTH_IDS, TOPIC_IDS, ReferencePages
from tests.support.project import ROOT
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from tests.support.project import Project

PAGES = ReferencePages(LIBRARY, ROOT)


def small_pages(small: Project) -> ReferencePages:
    return ReferencePages(validated(*check(small.root)), small.root)


@pytest.mark.parametrize("section", sorted(LIBRARY.sections))
def test_a_section_page_shows_its_annotation_its_texts_and_its_facts(section: str) -> None:
    page = PAGES.section_page(section)
    found = LIBRARY.sections[section]
    assert str(found.annotation.content).split("“")[0] in page
    for archetype in LIBRARY.users_of(section):
        assert f'href="../archetypes/{archetype.id}.html#section-{section}"' in page
        assert f"{{ #in-{archetype.id} }}" in page
    for fact in inputs_of(LIBRARY.facts, LIBRARY.templates[section].facts):
        assert f'<th scope="row">{LIBRARY.facts[fact].label}' in page


def test_the_index_has_every_section_once_under_its_role() -> None:
    html = PAGES.section_index()
    for section in LIBRARY.sections.values():
        assert html.count(f'href="{section.id}.html"') == 1
        before = html[: html.index(f'href="{section.id}.html"')]
        assert before.rindex(f"## {section.role} ") == before.rindex("## ")


def test_an_unknown_section_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="没有“nosuch”这个片段"):
        PAGES.section_page("nosuch")


def test_the_table_has_a_cell_for_every_section_and_archetype() -> None:
    html = PAGES.comparison()
    rows = re.findall(r"<tr><th scope=\"row\">.*?</tr>", html, re.DOTALL)
    assert len(rows) == len(LIBRARY.sections)
    assert all(row.count("<td") == len(LIBRARY.archetypes) for row in rows)
    roles = {section.role for section in LIBRARY.sections.values()}
    assert html.count("<table") == len(roles)
    for archetype in LIBRARY.archetypes.values():
        for entry in archetype.entries:
            assert f'href="archetypes/{archetype.id}.html#section-{entry.use}"' in html


def test_rules_and_mistakes_stand_under_an_id_of_their_own() -> None:
    rules, mistakes = PAGES.standards(), PAGES.mistakes()
    assert all(f'id="rule-{name}"' in rules for name in LIBRARY.rules)
    assert all(f'id="mistake-{name}"' in mistakes for name in LIBRARY.mistakes)


def test_every_key_of_every_data_file_is_in_a_table() -> None:
    tables = PAGES.keys()
    for files in DATA_FILES:
        start = tables.index(f"## {files.title} {{ #{files.name} }}")
        end = tables.find("\n## ", start)
        told = tables[start : end if end > 0 else None]
        models = {"": files.schema(), **files.schema()["$defs"]}
        for name in models.keys() - ({} if files.model else REPEATED):
            for key in models[name]["properties"]:
                assert f"| `{key}` |" in told, (files.name, name)
    for name, traits in FACT_TYPES.items():
        assert f"{name}（{traits.name}）" in tables


def test_every_closed_list_has_its_ids() -> None:
    for ids, options in (
        (TOPIC_IDS, WritingTopic),
        (KIND_IDS, MistakeKind),
        (STRENGTH_IDS, RuleStrength),
    ):
        assert set(ids) == set(options.__args__)  # type: ignore[attr-defined]


def test_what_data_say_never_becomes_markup(small: Project) -> None:
    bad = "<img src=x onerror=alert(1)>"
    small.replace("data/writing/rules/layout.yml", "wrong: 16开", f"wrong: '{bad}'")
    small.replace("data/writing/mistakes.yml", "guard: 由系统计算", f"guard: '{bad}'")
    small.replace("data/sections/water.yml", "summary: ", f"summary: '{bad}' # ")
    small.replace("data/archetypes/water-quarter.yml", "short: ", f"short: '{bad}' # ")
    small.replace("mkdocs.yml", "水质季报: archetypes/", f"'{bad}': archetypes/")
    pages = small_pages(small)
    made = [pages.standards(), pages.mistakes(), pages.section_page("water"), pages.comparison()]
    for html in (*made, pages.section_index()):
        assert "<img" not in html


def test_a_section_that_no_example_writes_has_its_page(small: Project) -> None:
    small.replace("data/offices/first.yml", "facts:\n", "without: [plans]\nfacts:\n")
    assert "没有示例写到这一节" in small_pages(small).section_page("plans")
