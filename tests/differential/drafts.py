"""Drafts with content of their own, as Python composes them and as Node is asked for them."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.document.numbering import numbered
from macros.facts.offices import Choices
from macros.library.compose import compose
from macros.output.appendix import with_appendix
from macros.output.formats import as_markdown
from macros.output.word import docx, shell
from macros.schema.archetypes import Entry
from macros.site.browser_data import browser_data
from tests.differential.engine import Engines, Json, python_checks
from tests.support import real
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pydantic import BaseModel

    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.schema.archetypes import Archetype, Section
    from macros.schema.facts_files import Content

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


def engines_for(archetype: Archetype) -> Engines:
    """Return engines that are to be asked for drafts of an archetype."""
    engines = Engines()
    engines.number(LAYOUT.parameters.numbers)
    engines.lay_out(SHELL, sealed=False)
    engines.define(archetype.id, whole_data(archetype))
    return engines


def ask(engines: Engines, archetype: Archetype, given: Json, content: Content) -> Json:
    """Ask Node for a draft, and return what Python makes of it."""
    expected = answer(archetype, given, content)
    engines.ask(archetype.id, given, expected, content=dumped(content))
    return expected
