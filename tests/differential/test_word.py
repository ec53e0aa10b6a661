"""Word files with their table of figures: the same bytes in both languages."""

from __future__ import annotations

import hashlib
from random import Random
from typing import TYPE_CHECKING

import pytest

from macros.appendix import with_appendix
from macros.browser_data import browser_data
from macros.facts_file import written_facts
from macros.office_documents import composed
from macros.word import docx, shell
from tests.differential.engine import SEEDS, Engines, python_checks
from tests.differential.random_facts import facts
from tests.project import ROOT
from tests.unit.real import ARCHETYPES, LIBRARY, OFFICES

if TYPE_CHECKING:
    from pathlib import Path

    from macros.offices import Office

EACH = 30  # of seven archetypes: 210 offices


def checksum(office: Office, layout: str) -> str:
    document = with_appendix(composed(LIBRARY, office), LIBRARY, office)
    parts = shell(LIBRARY.layouts[layout], ROOT / "templates" / "word")
    return hashlib.sha256(docx(document, parts)).hexdigest()


def engines_with(layout: str) -> Engines:
    engines = Engines()
    engines.lay_out(shell(LIBRARY.layouts[layout], ROOT / "templates" / "word"))
    for name in ARCHETYPES:
        engines.define(name, browser_data(LIBRARY, LIBRARY.archetypes[name]))
    return engines


@pytest.mark.parametrize("layout", sorted(LIBRARY.layouts))
def test_the_example_offices(layout: str, tmp_path: Path) -> None:
    engines = engines_with(layout)
    for name in OFFICES:
        office = LIBRARY.offices[name]
        written = written_facts(office, LIBRARY)
        word = {"word": checksum(office, layout)}
        engines.ask(
            office.archetype, written, word, without=list(office.without), headings=office.headings
        )
    assert engines.differences(tmp_path) == []


@pytest.mark.parametrize("seed", SEEDS)
def test_random_offices(seed: str, tmp_path: Path) -> None:
    engines, random = engines_with("gbt9704"), Random(SEEDS[seed])
    for name in ARCHETYPES:
        archetype = LIBRARY.archetypes[name]
        names = LIBRARY.names_of(archetype)
        specs = {fact: spec for fact, spec in LIBRARY.facts.items() if fact in names}
        for _ in range(EACH):
            given = facts(random, specs, LIBRARY.facts_of(archetype), random.choice((0.5, 1)))
            office = python_checks(LIBRARY, archetype, given)[0]
            engines.ask(name, given, {"word": checksum(office, "gbt9704")})
    assert engines.differences(tmp_path) == [], f"seed {SEEDS[seed]}"
