"""Keeps what bodies were first rendered to: with other facts only what they change is made again.

Mirrors what the composer in browser/library/compose.js remembers.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.document.paragraphs import Part
    from macros.facts.entries import Entries, Entry
    from macros.templating.compiler import Body

# the facts whose change the opening states, and those that an overview shows with them
Told = tuple[frozenset[str], frozenset[str]]
EVERYWHERE = ("period", "last_period", "as_of")  # every figure is worded by them


@dataclass(frozen=True)
class Rendering:
    """What a body was rendered to, and what that was made from."""

    body: Body  # held, so that no other gets its id
    parts: list[Part]
    read: frozenset[str]  # by its conditions and loops
    entries: dict[str, Entry | None]  # of the facts that it asked for
    told: Told


class Renderings:
    """What the bodies of a summary were first rendered to.

    They may be shared by summaries that have the same own facts, dates and archetype.
    """

    def __init__(self) -> None:
        """Start with none."""
        self._kept: dict[int, Rendering] = {}

    def found(self, body: Body, entries: Entries, told: Told) -> Rendering | None:
        """Return the rendering of a body, if these facts make the same of it."""
        kept = self._kept.get(id(body))
        fresh = kept and kept.told == told and _same(kept.entries, entries)
        return kept if fresh else None

    def keep(self, rendering: Rendering) -> None:
        """Keep a rendering, if it is the first of its body."""
        self._kept.setdefault(id(rendering.body), rendering)


def entries_of(asked: Iterable[str], entries: Entries) -> dict[str, Entry | None]:
    """Return what is entered for the facts that were asked for."""
    return {name: entries.get(name) for name in (*asked, *EVERYWHERE)}


def _same(kept: dict[str, Entry | None], entries: Entries) -> bool:
    """Tell whether the same is entered; as it is written, since 1 and 1.0 print differently."""
    pairs = ((entry, entries.get(name)) for name, entry in kept.items())
    return all(one is other or repr(one) == repr(other) for one, other in pairs)
