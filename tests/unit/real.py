"""The real project, checked and loaded once for the tests that read it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.checks import check
from macros.compose import compose
from macros.library import sound
from tests.project import ROOT

if TYPE_CHECKING:
    from macros.document import Document

LIBRARY = sound(*check(ROOT))
ARCHETYPES = sorted(LIBRARY.archetypes)
OFFICES = sorted(LIBRARY.offices)


def document(office: str) -> Document:
    """Return the text of an example office."""
    found = LIBRARY.offices[office]
    archetype = LIBRARY.archetypes[found.archetype]
    return compose(LIBRARY, archetype, found.entries, found.without, found.headings)


def without_own_headings(office: str) -> Document:
    """Return the text that an example office's facts alone give."""
    found = LIBRARY.offices[office]
    return compose(LIBRARY, LIBRARY.archetypes[found.archetype], found.entries, found.without)
