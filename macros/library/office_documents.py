"""The numbered document of an office, and how many names of example offices stand in one."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.document.numbering import numbered
from macros.document.page_layout import DEFAULT_LAYOUT
from macros.library.compose import compose_summary
from macros.library.summary import summary_of
from macros.source.report import Report

if TYPE_CHECKING:
    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.library.summary import Summary
    from macros.schema.archetypes import Archetype


def example_document(library: Library, office: Office) -> Document:
    """Return an example's document, which checks, pages and files share; composed only once."""
    if office.id not in library.documents:
        library.documents[office.id] = library.remember(_example, Report(), office.id)
    return library.documents[office.id]


def _example(library: Library, _: Report, office: str) -> Document:
    return compose_office(library, library.offices[office])


def compose_office(
    library: Library,
    office: Office,
    layout: str = DEFAULT_LAYOUT,
    summary: Summary | None = None,
) -> Document:
    """Return the document of an office's facts, with numbers in the style of a layout.

    `summary` is the office's, where it is there already.

    It is a draft while facts carried over from the last period are unconfirmed, and while there are
    words without a place.
    """
    document = compose_summary(summary or summary_of(library, office), office.entries)
    forms = library.layouts[layout].parameters.numbers
    unplaced = len(office.content.marks.unplaced)
    blocks = numbered(document.blocks, forms)
    return replace(document, blocks=blocks, carried=office.carried, unplaced=unplaced)


def count_borrowed_names(library: Library, archetype: Archetype, document: Document) -> int:
    """Return how many blocks contain the name of an example office of the archetype.

    Mirrors browser/preview/live_document.js.
    """
    names = [library.offices[example].name for example in archetype.examples]
    return sum(any(name and name in block.text for name in names) for block in document.blocks)
