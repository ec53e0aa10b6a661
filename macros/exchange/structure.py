"""The structure of a facts file: what an office hands down, and what a collection sheet carries.

It is a facts file without figures: outline, places left out or moved, content of its own.  In a
sheet it stands as JSON in cells of its own.  Mirrors browser/exchange/structure.js.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from macros.exchange.facts_file_writer import FactsFile, file_data, written_content
from macros.exchange.sheet_layout import PIECE

if TYPE_CHECKING:
    from macros.facts.offices import Office

PARTS = ("outline", "skip", "order", "own")
MARK = "emphasis"  # the only mark that belongs to the structure
# Spaces, because cells are read without those at their ends; `_x`, because spreadsheet programs
# read _x0041_ as A; what XML has no place for.
ESCAPED = re.compile(r"\s|_(?=x)|[\x7f-\x9f\ufeff\ufffe\uffff]")


def structure_of(file: FactsFile) -> FactsFile:
    """Return the file without figures, and without what was decided about them."""
    content = {key: part for key, part in file.content.items() if key in PARTS}
    emphasis = file.content.get("marks", {}).get(MARK)
    if emphasis:
        content["marks"] = {MARK: emphasis}
    return FactsFile(
        file.archetype,
        file.name,
        without=file.without,
        headings=file.headings,
        content=content,
    )


def structure_of_office(office: Office) -> FactsFile:
    """Return the structure of a file that was read."""
    file = FactsFile(office.archetype, without=list(office.without), headings=office.headings)
    file.content = written_content(office)
    return structure_of(file)


def has_structure(file: FactsFile) -> bool:
    """Tell whether a file differs from its archetype in anything but figures."""
    return bool(structure_key(file))


def structure_key(file: FactsFile) -> str:
    """Return a text that is the same for structures that are; empty for the archetype's own."""
    found = structure_of(file)
    data = {"without": sorted(found.without), "headings": found.headings, **found.content}
    filled = _filled(data)
    return json.dumps(filled, sort_keys=True) if filled else ""


def _filled(data: Any) -> Any:
    """Return data without what is empty in it."""
    if isinstance(data, dict):
        inner = {key: _filled(value) for key, value in data.items()}
        return {key: value for key, value in inner.items() if value}
    return [_filled(item) for item in data] if isinstance(data, list) else data


def pieces(file: FactsFile) -> list[str]:
    """Return the structure as JSON, in pieces that a cell can hold."""
    whole = json.dumps(file_data(structure_of(file)), ensure_ascii=False, separators=(",", ":"))
    text = ESCAPED.sub(lambda found: f"\\u{ord(found[0]):04x}", whole)
    return [text[start : start + PIECE] for start in range(0, len(text), PIECE)]
