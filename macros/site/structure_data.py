"""What each kind of summary has to speak of, as plain JSON: drafts are held against it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.site.browser_data import Json, headings, write_script

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.library.library import Library
    from macros.schema.archetypes import Entry

SPOKEN = {"做法", "成效", "数据"}  # roles of sections; problems and plans have their own rules
NAMES = {"id", "title", "short", "aliases", "periods"}


def write_structures(library: Library, site: Path) -> None:
    """Write a classic script with them."""
    write_script(site, "structures.js", "summariesStructures", structures_data(library))


def structures_data(library: Library) -> list[Json]:
    """Return of each archetype its names, its headings, and the parts that none may lack."""
    return [
        {
            **archetype.model_dump(include=NAMES),
            "headings": headings(library, archetype.sections),
            "parts": [_part(library, entry) for entry in _required(library, archetype.sections)],
        }
        for archetype in library.archetypes_in_order()
    ]


def _required(library: Library, entries: list[Entry]) -> Iterator[Entry]:
    for entry in entries:
        if entry.optional:
            continue
        if entry.use and library.sections[entry.use].role in SPOKEN:
            yield entry
        yield from _required(library, entry.sections)


def _part(library: Library, entry: Entry) -> Json:
    section = library.sections[entry.use or ""]
    words = [section.name, *section.item_names]
    return {"name": entry.heading or section.name, "words": words, "aliases": section.aliases}
