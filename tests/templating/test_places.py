"""A template and its places say the same, and Jinja itself says it too."""

from __future__ import annotations

from dataclasses import dataclass
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from macros.document.figure_table import FigureRow
from macros.document.paragraphs import parts_of
from macros.facts.context import build_context
from macros.figures.values import MARK, Blank
from macros.source.report import Report
from macros.templating.compiler import Body, compile_tree
from macros.templating.environment import make_environment
from macros.templating.form_branches import tree_for_form
from macros.templating.places import split, without_title
from macros.templating.render import render
from macros.templating.title_checks import check_ends, check_titles
from tests.differential.random_templates import Writer
from tests.library.test_random_facts import some_facts
from tests.support.real import ARCHETYPES, LIBRARY
from tests.templating import jinja_rendering

ENVIRONMENT = make_environment()
TITLED = ("\n+ 标题。\n", "+ 题目。", "\n\n+ 又一题。正文", "\n\n段落。\n\n", "\n")


@dataclass
class TitledWriter(Writer):
    """Writes templates with more titles, some of them within conditions."""

    def _statement(self, depth: int) -> str:
        if self.random.random() < 0.4:
            return self.random.choice(TITLED)
        return super()._statement(depth)


def body_of(source: str) -> Body:
    return compile_tree(tree_for_form(ENVIRONMENT.parse(source), "detailed"))


def sound(source: str) -> bool:
    """Tell whether the checks let the titles of a template pass."""
    report = Report()
    check_titles(source, "t.j2", report)
    check_ends(source, "t.j2", body_of(source), report)
    return not report.errors


def rows(names: tuple[str, ...]) -> list[FigureRow]:
    return [FigureRow(name, "", "", Blank(MARK), compares=False) for name in names]


def titles(source: str) -> list[str]:
    return [place.title for place in split(body_of(source))]


@settings(max_examples=400)
@given(st.integers(0, 2**32), st.sampled_from(ARCHETYPES), st.sampled_from([0.0, 0.5]))
def test_the_places_say_what_the_template_says(seed: int, name: str, missing: float) -> None:
    random, archetype = Random(seed), LIBRARY.archetypes[name]  # noqa: S311 - nothing secret
    specs = LIBRARY.facts
    source = TitledWriter.over(random, specs).body()
    entries = some_facts(archetype, random, missing)
    context = build_context(specs, entries, specs)
    body = body_of(source)
    whole = render(body, context.__getitem__)
    tree = tree_for_form(ENVIRONMENT.parse(source), "detailed")
    assert jinja_rendering.render(jinja_rendering.compile_template(ENVIRONMENT, tree), context) == (
        whole
    )
    if sound(source):
        places = [parts_of(render(place.body, context.__getitem__), rows) for place in split(body)]
        assert [part for parts in places for part in parts] == parts_of(whole, rows), source


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("+ 甲。一\n+ 乙。二\n", ["甲", "乙"]),
        ("引言。\n\n又一段。\n\n+ 甲。一\n\n后一段。\n", ["", "", "甲"]),
        ("{% if known(a) %}\n+ 甲。一\n{% endif %}\n+ 乙。二\n", ["甲", "乙"]),
        ("{% if known(a) %}\n+ 甲。一\n{% else %}\n+ 乙。二\n{% endif %}\n", ["甲", "乙"]),
        ("引言。\n\n{% for p in ps %}\n+ {{ p.t }}。{{ p.d }}。\n\n{% endfor %}\n结语。", [""] * 3),
        ("{% if known(a) %}\n\n+ 甲。一\n{% endif %}\n+ 乙。二", ["甲", "乙"]),
        ("# 小节\n正文。\n\n# 又一节\n正文。\n", ["", ""]),
        ("", []),
    ],
)
def test_places(source: str, expected: list[str]) -> None:
    assert titles(source) == expected


@pytest.mark.parametrize(
    ("source", "joined"),
    [
        ("+ 甲。一\n+ 乙。二\n\n+ 丙。三", [False, True, False]),
        ("+ 甲。一\n{% if known(a) %}\n\n+ 乙。二\n{% endif %}\n+ 丙。三", [False, True, True]),
    ],
)
def test_a_place_goes_on_with_the_paragraph_unless_an_empty_line_precedes(
    source: str, joined: list[bool]
) -> None:
    assert [place.joined for place in split(body_of(source))] == joined


def test_the_brief_form_prints_no_title() -> None:
    (place,) = split(body_of("{% if known(a) %}\n+ 甲。{{ a }}\n{% endif %}"))
    assert without_title(place).body == [["if", [[["()", "known", "a"], [["=", "a"], "\n"]]], []]]
