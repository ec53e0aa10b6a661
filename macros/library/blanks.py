"""Says what the blanks of a text wait for: facts that lack, or values that give no result."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.document.document import fact_of
from macros.facts.entries import Number
from macros.facts.paths import PATH, label_at
from macros.figures.numerals import plain
from macros.figures.values import printed_unit

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.document.document import Document
    from macros.facts.entries import Entries, Entry
    from macros.schema.vocabulary import FactSpec


def lacking_facts(document: Document, entries: Entries) -> list[str]:
    """Return the facts, or their sides, that blanks wait for and nobody has given, in order."""
    paths = (path for paths in _blanks(document) for path in paths)
    return list(dict.fromkeys(fact_of(path) for path in paths if _entry(entries, path) is None))


def impossible_values(
    document: Document, specs: Mapping[str, FactSpec], entries: Entries
) -> list[str]:
    """Return the values, of a blank together, that are all given and yet give no result."""
    found = (
        "、".join(_named(specs, path, _entry(entries, path)) for path in paths)
        for paths in _blanks(document)
        if paths and all(_entry(entries, path) is not None for path in paths)
    )
    return list(dict.fromkeys(found))


def _blanks(document: Document) -> Iterator[tuple[str, ...]]:
    runs = (run for block in document.blocks for run in block.all_runs if run.blank)
    return (run.facts for run in runs)


def _entry(entries: Entries, path: str) -> Entry | None:
    """Return what is entered at a path."""
    match = PATH.fullmatch(path)
    entry = entries.get(match["name"]) if match else None
    if match and match["row"] and isinstance(entry, list):
        row = int(match["row"])
        entry = entry[row] if row < len(entry) else None
    return entry.get(match["part"]) if match and isinstance(entry, dict) else entry


def _named(specs: Mapping[str, FactSpec], path: str, entry: Entry | None) -> str:
    match = PATH.fullmatch(path)
    spec = specs[fact_of(path)]
    field = spec.record[match["part"]] if match and match["row"] else spec
    if isinstance(entry, Number):
        value = f"{entry.near}{plain(entry.value)}{entry.over}{printed_unit(field.unit)}"
    else:
        value = f"“{entry}”"
    return f"“{label_at(specs, path)}”{value}"
