"""Word files with their table of figures, and Markdown: the same in both languages."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from macros.document.page_layout import Parameter
from macros.exchange.facts_file_writer import written_facts
from macros.library.office_documents import compose_office
from macros.output.appendix import with_appendix
from macros.output.formats import as_markdown
from macros.output.word import docx, shell
from macros.site.browser_data import browser_data, library_data
from tests.differential.engine import SEED, Engines, Json, how_many, python_checks
from tests.differential.random_facts import facts
from tests.support import real
from tests.support.project import ROOT
from tests.support.real import ARCHETYPES, OFFICES

if TYPE_CHECKING:
    from pathlib import Path

    from macros.facts.offices import Office

EACH = how_many(200) // len(ARCHETYPES) + 1
USUAL = real.LIBRARY.layouts["gbt9704"]
OTHER_NUMBERS = {
    f"heading{level}_number": Parameter[str](value=form, clause="内部通知", strength="实务")
    for level, form in enumerate(("第一章　", "一.1　", "1.1.1　", "①"), 1)
}
OWN = USUAL.model_copy(
    update={"id": "own", "parameters": USUAL.parameters.model_copy(update=OTHER_NUMBERS)}
)
LIBRARY = replace(real.LIBRARY, layouts={**real.LIBRARY.layouts, OWN.id: OWN})


def files(office: Office, layout: str, *, sealed: bool = False) -> Json:
    """Return the checksum of the Word file, and the Markdown without a draft's first line."""
    document = with_appendix(compose_office(LIBRARY, office, layout), LIBRARY, office)
    parts = shell(LIBRARY.layouts[layout], ROOT / "templates" / "word")
    word = hashlib.sha256(docx(replace(document, sealed=sealed), parts)).hexdigest()
    text = as_markdown(document).removeprefix(f"> {document.draft_line}\n\n")
    return {"word": word, "markdown": text, "draft": document.draft}


def engines_with(layout: str, *, sealed: bool) -> Engines:
    engines = Engines()
    engines.number(LIBRARY.layouts[layout].parameters.numbers)
    engines.lay_out(shell(LIBRARY.layouts[layout], ROOT / "templates" / "word"), sealed=sealed)
    for name in ARCHETYPES:
        archetype = LIBRARY.archetypes[name]
        engines.define(
            name, browser_data(LIBRARY, archetype), library_data(LIBRARY, archetype.form)
        )
    return engines


@pytest.mark.parametrize("sealed", [False, True])
@pytest.mark.parametrize("layout", sorted(LIBRARY.layouts))
def test_the_example_offices(layout: str, *, sealed: bool, tmp_path: Path) -> None:
    engines = engines_with(layout, sealed=sealed)
    for name in OFFICES:
        office = LIBRARY.offices[name]
        written = written_facts(office, LIBRARY)
        made = files(office, layout, sealed=sealed)
        choices = {"without": list(office.without), "headings": office.headings}
        content = office.content.model_dump(mode="json", exclude_defaults=True)
        engines.ask(office.archetype, written, made, **choices, content=content)
    assert engines.differences(tmp_path) == []


def test_random_offices(tmp_path: Path) -> None:
    engines, random = engines_with("gbt9704", sealed=False), Random(SEED)
    for name in ARCHETYPES:
        archetype = LIBRARY.archetypes[name]
        asked = LIBRARY.facts_of(archetype)
        names, entered = asked.available, asked.accepted
        specs = {fact: spec for fact, spec in LIBRARY.facts.items() if fact in names}
        for _ in range(EACH):
            given = facts(random, specs, entered, random.choice((0.5, 1)))
            office = python_checks(LIBRARY, archetype, given)[0]
            engines.ask(name, given, files(office, "gbt9704"))
    assert engines.differences(tmp_path) == [], f"seed {SEED}"


def test_titles_and_signatures_of_every_length(tmp_path: Path) -> None:
    name = "𠮷野县第12实验小学（东校区）健康促进与school爱国卫生工作领导小组、办公室𪚥"
    engines = engines_with("gbt9704", sealed=False)
    archetype = LIBRARY.archetypes[ARCHETYPES[0]]
    for length in range(12, len(name)):
        given = {"org": name[:length], "work": name[-length // 2 :], "signed": "2026-01-12"}
        office = python_checks(LIBRARY, archetype, given)[0]
        engines.ask(archetype.id, given, files(office, "gbt9704"))
    assert engines.differences(tmp_path) == []
