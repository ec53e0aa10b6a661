"""What is missing prints a blank and nothing is claimed of it; the rest of the text stands."""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.facts.archetype_facts import inputs_of
from macros.figures.values import MARK
from macros.library.compose import compose, compose_summary
from macros.library.summary import Summary
from macros.schema.facts_files import OutlineEntry
from tests.support.real import LIBRARY, OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document.document import Document
    from macros.facts.entries import Entries, Entry

# What only a known figure may follow or precede: that there is a remainder, that some has failed.
REMAINDER = f"(其余|尚有|还有|仍有|不合格水样|没有纳入管理的){MARK}"
CLAIM = re.compile(f"{REMAINDER}|{MARK}[^，；。]*，计划尚未完成")
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


def lessened(entry: Entry) -> Iterator[Entry | None]:
    """Yield what is left of an entry without itself, one side, one field of its first row."""
    yield None
    if isinstance(entry, dict):
        yield from ({s: e for s, e in entry.items() if s != side} for side in entry)
    elif isinstance(entry, list) and entry:
        first, *others = entry
        yield from ([{f: e for f, e in first.items() if f != name}, *others] for name in first)


def with_one_missing(entries: Entries) -> Iterator[tuple[str, Entries]]:
    """Yield the facts without one of them, or a part of one, and which that is."""
    for name, entry in entries.items():
        others = {key: kept for key, kept in entries.items() if key != name}
        for left in lessened(entry):
            yield name, others if left is None else others | {name: left}


def required(entries: Entries) -> Entries:
    """Return the facts without the project's optional ones."""
    optional = {name for name, spec in LIBRARY.facts.items() if not spec.required}
    return {name: entry for name, entry in entries.items() if name not in optional}


# --- nothing is claimed of what is missing ---


@pytest.mark.parametrize("office", OFFICES)
def test_nothing_is_claimed_of_a_figure_that_is_missing(office: str) -> None:
    entries = LIBRARY.offices[office].entries
    for given in (entries, required(entries)):
        for name, less in with_one_missing(given):
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
