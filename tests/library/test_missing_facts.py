"""A figure that nobody has given prints its blank; the text claims nothing of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.figures.values import MARK
from macros.library.compose import compose
from tests.support.real import LIBRARY, OFFICES

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.facts.entries import Entries

# What only a known figure may follow or precede: that there is a remainder, that some has failed.
REMAINDER = f"(其余|尚有|还有|仍有|不合格水样|没有纳入管理的){MARK}"
CLAIM = re.compile(f"{REMAINDER}|{MARK}[^，；。]*，计划尚未完成")
ANY_CLAIM = re.compile("其余|尚有|还有[0-9]|没有纳入管理的|计划尚未完成")


def text_of(office: str, entries: Entries) -> str:
    archetype = LIBRARY.archetypes[LIBRARY.offices[office].archetype]
    return compose(LIBRARY, archetype, entries, LIBRARY.offices[office].choices).as_text()


def with_one_missing(entries: Entries) -> Iterator[Entries]:
    """Yield the facts of an office without one fact, one side, one field of a list's first row."""
    for name, entry in entries.items():
        yield {key: kept for key, kept in entries.items() if key != name}
        if isinstance(entry, dict):
            for side in entry:
                yield entries | {name: {s: e for s, e in entry.items() if s != side}}
        elif isinstance(entry, list) and entry:
            first, *others = entry
            for field in first:
                less = {f: e for f, e in first.items() if f != field}
                yield entries | {name: [less, *others]}


def required(entries: Entries) -> Entries:
    return {name: entry for name, entry in entries.items() if LIBRARY.facts[name].required}


@pytest.mark.parametrize("office", OFFICES)
def test_nothing_is_claimed_of_a_figure_that_is_missing(office: str) -> None:
    entries = LIBRARY.offices[office].entries
    for less in (required(entries), *with_one_missing(entries)):
        found = CLAIM.search(text_of(office, less))
        assert not found, (entries.keys() - less.keys(), found)


@pytest.mark.parametrize("archetype", sorted(LIBRARY.archetypes))
def test_a_summary_of_nothing_claims_nothing(archetype: str) -> None:
    text = compose(LIBRARY, LIBRARY.archetypes[archetype], {}).as_text()
    assert not ANY_CLAIM.search(text)


def test_the_claims_are_made_where_the_figures_are_known() -> None:
    texts = "".join(text_of(office, LIBRARY.offices[office].entries) for office in OFFICES)
    assert {"其余", "尚有"} <= set(ANY_CLAIM.findall(texts))
