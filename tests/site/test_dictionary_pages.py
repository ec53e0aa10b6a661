"""The pages of the dictionary and of replaced terms: all entries, their sources, what is unsure."""

from __future__ import annotations

import re
from html import unescape

from macros.site.explanations import Explanations
from macros.site.reference_pages import ReferencePages
from tests.support.project import ROOT
from tests.support.real import LIBRARY

PAGES = ReferencePages(LIBRARY, ROOT)
DICTIONARY = LIBRARY.dictionary


def rows(html: str) -> dict[str, str]:
    """Return the text of each row of the tables, by its id."""
    found = re.findall(r'<tr id="([^"]+)"[^>]*>(.*?)</tr>', html, re.DOTALL)
    return {id_: unescape(re.sub(r"<[^>]*>", "", row)) for id_, row in found}


def test_the_dictionary_shows_each_entry_with_names_formula_and_source() -> None:
    shown = rows(PAGES.dictionary())
    assert shown.keys() == {f"indicator-{id_}" for id_ in DICTIONARY.entries}
    for id_, entry in DICTIONARY.indicators.items():
        row = shown[f"indicator-{id_}"]
        title = DICTIONARY.documents[entry.document].title
        for words in (*entry.names, DICTIONARY.formula(entry), title):
            assert words in row


def test_what_is_unsure_is_shown_so_and_nothing_else() -> None:
    shown = rows(PAGES.dictionary())
    for id_, entry in DICTIONARY.indicators.items():
        unsure = DICTIONARY.unsure(entry)
        assert ("待核" in shown[f"indicator-{id_}"]) is bool(unsure)
        assert "、".join(unsure) in shown[f"indicator-{id_}"]
    assert any(not DICTIONARY.unsure(entry) for entry in DICTIONARY.indicators.values())


def test_old_and_new_name_lead_to_each_other() -> None:
    html = PAGES.dictionary()
    for entry in DICTIONARY.indicators.values():
        if entry.replaced_by:
            assert f'href="#indicator-{entry.replaced_by}"' in html
            assert f'href="#indicator-{entry.id}"' in html


def test_the_lines_of_work_stand_once_and_can_be_chosen() -> None:
    html = PAGES.dictionary()
    lines = re.findall(r"\{ #line-([a-z-]+) \}", html)
    assert len(lines) == len(set(lines))
    assert lines == re.findall(r'<option value="([a-z-]+)">', html)
    assert re.search(r'<form[^>]*id="dictionary-search"[^>]* hidden>', html)


def test_every_term_stands_under_its_kind_with_its_source() -> None:
    html = PAGES.terms()
    shown = rows(html)
    assert shown.keys() == {f"term-{id_}" for id_ in LIBRARY.terms.terms}
    for id_, term in LIBRARY.terms.terms.items():
        before = html[: html.index(f'id="term-{id_}"')]
        assert re.findall(r"^## (\S+)", before, re.MULTILINE)[-1] == term.kind
        for words in (*term.old, term.new, term.source, term.since_text, *term.unless):
            assert words in shown[f"term-{id_}"]
        assert ("待核" in shown[f"term-{id_}"]) is bool(term.unsure)


def test_a_figure_that_facts_of_the_dictionary_make_says_its_basis() -> None:
    explanations = Explanations(LIBRARY)
    office = LIBRARY.offices["qinghe-county-2013q1"]
    both = ("hypertension_standard.now", "hypertension_managed.now")
    said = explanations.explain(office, both, "1 ÷ 2 = 50%")
    assert said.split(" · ")[1] == "1 ÷ 2 = 50%"
    assert "口径：按规范要求管理的高血压患者数 ÷ 年内已管理高血压患者数" in said
    assert "待核：公式" in said
    assert explanations.basis([*both, "hypertension_managed.last"]) == explanations.basis(both)
    assert explanations.basis(["hypertension_standard.now"]) == ""
    assert explanations.basis([*both, "records.now"]) == ""
