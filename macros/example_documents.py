"""The document of each example office, composed once for the checks, the pages and the files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.compose import compose

if TYPE_CHECKING:
    from macros.document import Document
    from macros.library import Library, Office


def document_of(library: Library, office: Office) -> Document:
    """Return the document that the office's facts make of its archetype; the library keeps it."""
    if office.id not in library.documents:
        archetype = library.archetypes[office.archetype]
        document = compose(library, archetype, office.entries, office.without, office.headings)
        library.documents[office.id] = document
    return library.documents[office.id]
