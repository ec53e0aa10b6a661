"""What is missing prints a blank and nothing is claimed of it; the rest of the text stands.

One fact at a time left out of the examples is tried by `summaries check --strict`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.facts.archetype_facts import inputs_of
from macros.library.compose import compose, compose_summary
from macros.library.summary import Summary
from macros.schema.facts_files import OutlineEntry
from macros.site.omission_checks import CLAIM
from tests.support.real import LIBRARY, OFFICES, each

if TYPE_CHECKING:
    from macros.document.document import Document
    from macros.facts.entries import Entries

ANY_CLAIM = re.compile("其余|尚有|还有[0-9]|没有纳入管理的|计划尚未完成")


def made(office: str, entries: Entries, *sections: str) -> Document:
    """Return an office's text with these facts; only the sections that are named, if any."""
    return compose_summary(summary(office, *sections), entries)


@cache
def summary(office: str, *sections: str) -> Summary:
    known = LIBRARY.offices[office]
    outline = [OutlineEntry(use=section) for section in sections]
    content = known.content.model_copy(update={"outline": outline} if outline else {})
    choices = replace(known.choices, content=content)
    return Summary(LIBRARY, LIBRARY.archetypes[known.archetype], choices)


@cache
def sections_with(office: str, name: str) -> list[str]:
    """Return the sections whose text depends on a fact."""
    asked = LIBRARY.facts_of(LIBRARY.archetypes[LIBRARY.offices[office].archetype])
    return [use for use, names in asked.sections.items() if name in inputs_of(asked.specs, names)]


def required(entries: Entries) -> Entries:
    """Return the facts without the project's optional ones."""
    optional = {name for name, spec in LIBRARY.facts.items() if not spec.required}
    return {name: entry for name, entry in entries.items() if name not in optional}


# --- nothing is claimed of what is missing ---


@pytest.mark.parametrize("office", each(OFFICES))
def test_nothing_is_claimed_of_a_figure_that_is_missing_where_nothing_optional_is(
    office: str,
) -> None:
    entries = required(LIBRARY.offices[office].entries)
    for name in entries:
        less = {key: kept for key, kept in entries.items() if key != name}
        sections = sections_with(office, name)
        text = made(office, less, *sections).as_text() if sections else ""
        assert not CLAIM.search(text), (name, text)


@pytest.mark.parametrize("archetype", sorted(LIBRARY.archetypes))
def test_a_summary_of_nothing_claims_nothing(archetype: str) -> None:
    text = compose(LIBRARY, LIBRARY.archetypes[archetype], {}).as_text()
    assert not ANY_CLAIM.search(text)


def test_the_claims_are_made_where_the_figures_are_known() -> None:
    texts = "".join(made(office, LIBRARY.offices[office].entries).as_text() for office in OFFICES)
    assert {"其余", "尚有"} <= set(ANY_CLAIM.findall(texts))


# --- lists ---


def test_a_list_that_is_not_given_is_a_blank_where_the_text_needs_it() -> None:
    entries = LIBRARY.offices["qinghe-county-2013q1"].entries
    assert made("qinghe-county-2013q1", entries | {"problems": [], "plans": []}).blanks == 0
    without = {n: e for n, e in entries.items() if n != "problems"}
    assert "problems[0].title" in {
        path
        for block in made("qinghe-county-2013q1", without).blocks
        for run in block.all_runs
        for path in run.facts
        if run.blank
    }
    basis = {n: e for n, e in entries.items() if n != "basis"}
    assert made("qinghe-county-2013q1", basis).blanks == 0
