"""The order in which archetypes usually have their sections, for one that is new."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.library.library import Library

LAST = ("问题", "打算")  # the roles of what comes at the end, whatever stands there on average
OWN_WORK = 0.35  # where the sections on an office's own work end, which what is new is about


def in_usual_order(library: Library, sections: Iterable[str]) -> list[str]:
    """Return sections by where they stand, on average, in the archetypes that have them.

    What no archetype has yet stands before what reports how the work was done, in the order given.
    """
    places: dict[str, list[float]] = {}
    for archetype in library.archetypes.values():
        uses = [entry.use for entry in archetype.entries]
        for index, use in enumerate(uses):
            places.setdefault(str(use), []).append(index / len(uses))

    def place(name: str) -> tuple[bool, float]:
        known = library.sections.get(name)
        found = places.get(name, [OWN_WORK])
        return bool(known and known.role in LAST), sum(found) / len(found)

    return sorted(sections, key=place)
