"""Reads the files of the dictionary: the documents it cites, and its entries by line of work."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.dictionary import Dictionary
from macros.schema.indicators import DocumentsFile, IndicatorsFile
from macros.source.atomic_write import exists
from macros.source.model import load_model
from macros.source.yaml_reader import Mapping

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from macros.source.report import Report

    Read = Callable[[Path, str], Mapping | None]

DOCUMENTS = "data/documents.yml"
INDICATORS = "data/indicators"


def read_dictionary(
    root: Path, files: Iterable[tuple[Path, str]], read: Read, report: Report, unread: set[str]
) -> Dictionary:
    """Return the dictionary of a project; bad files are reported and named in `unread`."""
    dictionary = Dictionary()
    documents = root / DOCUMENTS
    node = read(documents, DOCUMENTS) if exists(documents) else None
    loaded = node and load_model(DocumentsFile, node, report)
    if loaded:
        dictionary.documents = dict(loaded.documents)
    elif exists(documents):
        unread.add(DOCUMENTS)
    for path, name in files:
        _read_entries(name, read(path, name), dictionary, report, unread)
    return dictionary


def _read_entries(
    name: str, node: Mapping | None, dictionary: Dictionary, report: Report, unread: set[str]
) -> None:
    loaded = node and load_model(IndicatorsFile, node, report)
    if not node or not loaded:
        unread.add(name)
        return
    for key, entries in (("quantities", loaded.quantities), ("indicators", loaded.indicators)):
        written = node.get(key)
        for id_, entry in entries.items():
            found = written.get(id_) if isinstance(written, Mapping) else None
            place = written.place_of(id_) if isinstance(written, Mapping) else node.place
            first = dictionary.nodes.get(id_)
            if first:
                report.error(place, f"词条“{id_}”重复", f"只在{first.place}写一次")
            elif isinstance(found, Mapping):
                dictionary.entries[id_] = entry
                dictionary.nodes[id_] = Mapping(place, found.entries)
