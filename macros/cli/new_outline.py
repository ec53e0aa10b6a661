"""The outline of a new archetype: which sections it has, in what order."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.cli.common import fail
from macros.library.usual_order import in_usual_order
from macros.source.report import Report, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.library.library import Library

ALWAYS = ("opening", "problems", "plans")  # where the library has them


def sections_of(library: Library, used: Iterable[str], new: Iterable[str]) -> list[str]:
    """Return the sections of a new archetype, in the order that archetypes usually have."""
    for use in used:
        if use not in library.sections:
            guess = nearest(use, library.sections)
            expected = "summaries find 词，能查片段；新的写 --new ID=名称"
            fail(Report(), "--use", f"没有“{use}”这个片段", expected, guess)
    always = [use for use in ALWAYS if use in library.sections]
    return in_usual_order(library, dict.fromkeys([*always, *used, *new]))


def outline(library: Library, uses: Iterable[str]) -> str:
    """Return the lines of an outline."""
    return "\n".join(_entry(library, use) for use in uses)


def _entry(library: Library, use: str) -> str:
    """Return the line of a section; one that others mostly let be left out may be."""
    entries = [one for known in library.archetypes.values() for one in known.entries]
    section = library.sections.get(use)
    headed = section and not section.heading and use not in ALWAYS
    heading = f", heading: {section.name}" if section and headed else ""
    found = [entry.optional for entry in entries if entry.use == use]
    optional = ", optional: true" if 2 * sum(found) >= len(found) > 0 else ""
    return f"  - {{use: {use}{heading}{optional}}}"
