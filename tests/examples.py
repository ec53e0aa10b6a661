"""The real library and what its examples say, for tests that run over whatever it holds."""

from __future__ import annotations

from functools import cache

from macros.library.library import sound
from macros.site.outline import Example, Outlines
from macros.site.project_checks import check
from tests.project import ROOT

LIBRARY = sound(*check(ROOT))
ARCHETYPES = sorted(LIBRARY.archetypes)


@cache
def examples(archetype: str) -> list[Example]:
    """Return the examples of an archetype."""
    return Outlines(LIBRARY).examples(LIBRARY.archetypes[archetype])
