"""Random drafts with content of their own: the same document, text and Word file in both languages.

`make fuzz COUNT=20000` tries as many.
"""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING

import pytest

from macros.document.numbering import numbered
from macros.facts.offices import Choices
from macros.library.compose import compose
from macros.library.summary import Summary
from macros.output.appendix import with_appendix
from macros.output.formats import as_markdown
from macros.output.word import docx, shell
from macros.schema.archetypes import Entry
from macros.site.browser_data import browser_data
from tests.differential.engine import SEEDS, Engines, Json, python_checks
from tests.differential.random_content import ContentWriter
from tests.differential.random_facts import facts
from tests.support import real
from tests.support.project import ROOT
from tests.support.real import ARCHETYPES

if TYPE_CHECKING:
    from pathlib import Path

    from pydantic import BaseModel

    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.schema.archetypes import Archetype, Section
    from macros.schema.facts_files import Content

COUNT = int(os.environ.get("COUNT", "0"))
EACH = COUNT // (len(SEEDS) * len(ARCHETYPES)) + 1 if COUNT else 50
LAYOUT = real.LIBRARY.layouts["gbt9704"]
SHELL = shell(LAYOUT, ROOT / "templates" / "word")


def with_earlier_names(section: Section) -> Section:
    """Return a section whose places all had another name before."""
    items = [item.model_copy(update={"was": [f"旧{item.name}"]}) for item in section.items]
    return section.model_copy(update={"items": items})


SECTIONS = {name: with_earlier_names(section) for name, section in real.LIBRARY.sections.items()}
LIBRARY = replace(real.LIBRARY, sections=SECTIONS)


def whole_data(archetype: Archetype) -> Json:
    """Return an archetype for the browser with every section and fact of the library."""
    every = [Entry(use=name) for name in LIBRARY.sections]
    whole = archetype.model_copy(update={"id": f"whole-{archetype.id}", "sections": every})
    sections = browser_data(LIBRARY, whole)["sections"]
    specs = {name: dumped(spec) for name, spec in LIBRARY.facts.items()}
    return {**browser_data(LIBRARY, archetype), "sections": sections, "facts": specs}


def dumped(model: BaseModel) -> Json:
    """Return what differs from a model's defaults, as drafts and the page's data have it."""
    return model.model_dump(mode="json", exclude_defaults=True)


def answer(archetype: Archetype, given: Json, content: Content) -> Json:
    """Return what Python makes of a draft, as render_lines.js gives it."""
    office, problems = python_checks(LIBRARY, archetype, given, Choices(content=content))
    document = compose(LIBRARY, archetype, office.entries, office.choices)
    document = replace(document, blocks=numbered(document.blocks, LAYOUT.parameters.numbers))
    return {"document": document.as_json(), "problems": problems, **files(office, document)}


def files(office: Office, document: Document) -> Json:
    """Return a document's formats, with its table of figures, without a draft's first line."""
    whole = with_appendix(document, LIBRARY, office)
    head = whole.draft_line
    return {
        "word": hashlib.sha256(docx(whole, SHELL)).hexdigest(),
        "markdown": as_markdown(whole).removeprefix(f"> {head}\n\n"),
        "text": whole.as_text().removeprefix(f"{head}\n\n").removesuffix("\n"),
    }


@pytest.mark.parametrize("seed", SEEDS)
@pytest.mark.parametrize("name", ARCHETYPES)
def test_random_content(name: str, seed: str, tmp_path: Path) -> None:
    random, archetype, engines = (
        Random(f"{name} {SEEDS[seed]}"),
        LIBRARY.archetypes[name],
        Engines(),
    )
    engines.number(LAYOUT.parameters.numbers)
    engines.lay_out(SHELL, sealed=False)
    engines.define(name, whole_data(archetype))
    for _ in range(EACH):
        content = ContentWriter(random, LIBRARY, archetype).content()
        asked = Summary(LIBRARY, archetype, Choices(content=content)).facts
        known = {fact: asked.specs[fact] for fact in asked.specs if fact in asked.available}
        given = facts(random, known, asked.accepted, random.choice((0.3, 0.9, 1)))
        expected = answer(archetype, given, content)
        engines.ask(name, given, expected, content=dumped(content))
    assert engines.differences(tmp_path) == [], f"seed {SEEDS[seed]}"
