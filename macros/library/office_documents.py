"""The document of an office; an example's is composed once for the checks, pages and files."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.document.numbering import numbered
from macros.document.page_layout import DEFAULT_LAYOUT
from macros.library.compose import compose

if TYPE_CHECKING:
    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype


def document_of(library: Library, office: Office) -> Document:
    """Return the document that the office's facts make of its archetype; the library keeps it."""
    if office.id not in library.documents:
        library.documents[office.id] = composed(library, office)
    return library.documents[office.id]


def composed(library: Library, office: Office, layout: str = DEFAULT_LAYOUT) -> Document:
    """Return the document of the office's facts, numbered as a layout asks.

    It is a draft while facts are only carried over.
    """
    archetype = library.archetypes[office.archetype]
    document = compose(library, archetype, office.entries, office.without, office.headings)
    forms = library.layouts[layout].parameters.numbers
    return replace(document, blocks=numbered(document.blocks, forms), carried=office.carried)


def borrowed(library: Library, archetype: Archetype, document: Document) -> int:
    """Return how many blocks name an example's office; mirrors browser/preview/live_document.js."""
    names = [library.offices[example].name for example in archetype.examples]
    return sum(any(name and name in block.text for name in names) for block in document.blocks)
