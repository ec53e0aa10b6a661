"""Reads the files of the dictionary: the documents it cites, and its entries by line of work."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.library.dictionary import Dictionary
from macros.schema.indicators import DocumentsFile, IndicatorsFile
from macros.source.model import load_model
from macros.source.yaml_reader import Mapping

if TYPE_CHECKING:
    from macros.library.library import Library
    from macros.source.report import Report

DOCUMENTS = "data/documents.yml"
INDICATORS = "data/indicators"


@dataclass
class ReadDictionary:
    """The dictionary, and the files that are no use."""

    dictionary: Dictionary = field(default_factory=Dictionary)
    unread: set[str] = field(default_factory=set)


def read_dictionary(_: Library, report: Report, __: str, *files: Mapping) -> ReadDictionary:
    """Return the dictionary of a project, and report every mistake in its files."""
    read = ReadDictionary()
    for node in files:
        add = _add_documents if node.place.file == DOCUMENTS else _add_entries
        if not add(node, read.dictionary, report):
            read.unread.add(node.place.file)
    return read


def _add_documents(node: Mapping, dictionary: Dictionary, report: Report) -> bool:
    """Add what the file says; return whether that could be done."""
    loaded = load_model(DocumentsFile, node, report)
    if loaded:
        dictionary.documents = dict(loaded.documents)
    return loaded is not None


def _add_entries(node: Mapping, dictionary: Dictionary, report: Report) -> bool:
    """Add what the file says; return whether that could be done."""
    loaded = load_model(IndicatorsFile, node, report)
    if not loaded:
        return False
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
    return True
