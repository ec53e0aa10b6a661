"""Every archetype with random offices: the same document and problems in both languages."""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from macros.exchange.facts_file_writer import written_facts
from macros.library.advice import advice
from macros.library.summary import summary_of
from macros.site.browser_data import browser_data, library_data
from tests.differential.engine import SEED, Engines, how_many, python_advises, python_says
from tests.differential.random_facts import facts
from tests.support.real import ARCHETYPES, LIBRARY, OFFICES, document

if TYPE_CHECKING:
    from pathlib import Path

EACH = how_many(500) // len(ARCHETYPES) + 1


def test_the_example_offices(tmp_path: Path) -> None:
    engines = Engines()
    engines.number(LIBRARY.layouts["gbt9704"].parameters.numbers)
    for name in ARCHETYPES:
        archetype = LIBRARY.archetypes[name]
        engines.define(
            name, browser_data(LIBRARY, archetype), library_data(LIBRARY, archetype.form)
        )
    for name in OFFICES:
        office = LIBRARY.offices[name]
        composed = document(name)
        found = advice(summary_of(LIBRARY, office), office.entries, composed.blocks)
        advised = [[one.key, one.path, one.what] for one in found]
        expected = {"document": composed.as_json(), "problems": [], "advice": advised}
        written = written_facts(office, LIBRARY)
        engines.ask(
            office.archetype,
            written,
            expected,
            without=list(office.without),
            headings=office.headings,
            content=office.content.model_dump(mode="json", exclude_defaults=True),
        )
    assert engines.differences(tmp_path) == []


@pytest.mark.parametrize("name", ARCHETYPES)
def test_random_offices(name: str, tmp_path: Path) -> None:
    random = Random(f"{name} {SEED}")
    archetype = LIBRARY.archetypes[name]
    accepted = LIBRARY.facts_of(archetype).accepted
    names = LIBRARY.facts_of(archetype).available
    specs = {fact: spec for fact, spec in LIBRARY.facts.items() if fact in names}
    optional = [entry.use for entry in archetype.entries if entry.optional and entry.use]
    engines = Engines()
    engines.define(name, browser_data(LIBRARY, archetype))
    for _ in range(EACH):
        given = facts(random, specs, accepted, random.choice((0.3, 0.9, 1)))
        without = [use for use in optional if random.random() < 0.3]
        said, problems = python_says(LIBRARY, archetype, given, without=without)
        advised = python_advises(LIBRARY, archetype, given, without=without)
        expected = {"document": said, "problems": problems, **advised}
        engines.ask(name, given, expected, without=without)
    assert engines.differences(tmp_path) == [], f"seed {SEED}"
