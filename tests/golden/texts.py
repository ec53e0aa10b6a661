"""Makes the texts and the names of places that were reviewed, and writes them anew."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.project import ROOT
from tests.support.real import LIBRARY, OFFICES, document

if TYPE_CHECKING:
    from macros.library.library import Library
    from macros.schema.archetypes import Section

FOLDER = ROOT / "tests" / "golden"
PLACES = FOLDER / "places.txt"


def texts() -> dict[str, str]:
    """Return every office's text by the name of its golden file."""
    return {f"{office}.txt": document(office).as_text() for office in OFFICES}


def places(library: Library = LIBRARY) -> str:
    """Return every name that places have or had, a line a section: none may be lost."""
    lines = ((name, _names(section)) for name, section in sorted(library.sections.items()))
    return "".join(f"{name}: {'、'.join(found)}\n" for name, found in lines)


def _names(section: Section) -> list[str]:
    former = [name for item in section.items for name in item.was]
    return [*section.item_names, *former, *section.retired]


def renamed(library: Library, recorded: str) -> list[str]:
    """Return the recorded places that a section no longer has, under this or an earlier name."""
    rows = (row.split(": ") for row in recorded.splitlines())
    names = ((section, name) for section, found in rows for name in found.split("、"))
    return [f"{section}: {name}" for section, name in names if _is_lost(library, section, name)]


def _is_lost(library: Library, section: str, name: str) -> bool:
    """Tell whether drafts that name a place would not find it; a section that is gone is theirs."""
    found = library.sections.get(section)
    return (
        found is not None
        and name not in found.retired
        and (found.place_named(name) not in found.item_names)
    )


def update() -> None:
    """Write the texts there are, and delete those of offices that are gone.

    A place that has lost its name keeps its line: the file is written when `was` names it.
    """
    for path in FOLDER.glob("*.txt"):
        if path != PLACES:
            path.unlink()
    for name, text in texts().items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
    if not PLACES.exists() or not renamed(LIBRARY, PLACES.read_text("utf-8")):
        PLACES.write_text(places(), "utf-8", newline="\n")
