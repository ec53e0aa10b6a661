"""Reads the files of facts together: an id belongs to one fact, which the dictionary completes."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.library.dictionary_facts import FactCompleter
from macros.schema.vocabulary import VocabularyFile
from macros.source.model import load_model
from macros.source.yaml_reader import Mapping

if TYPE_CHECKING:
    from macros.library.library import Library
    from macros.schema.vocabulary import DeclaredFact
    from macros.source.report import Place, Report
    from macros.source.yaml_reader import Node


@dataclass
class ReadVocabulary:
    """The facts by id, with their places and as they are written; the files that are no use."""

    facts: dict[str, DeclaredFact] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    nodes: dict[str, Mapping] = field(default_factory=dict)
    unread: set[str] = field(default_factory=set)


def read_vocabulary(library: Library, report: Report, _: str, *files: Mapping) -> ReadVocabulary:
    """Return the facts of all files, and report every mistake in them."""
    read = ReadVocabulary()
    for node in FactCompleter(library.dictionary, report).completed(files):
        loaded = library.remember(_loaded, report, node.place.file, node)
        if loaded:
            _add(read, loaded, node, report)
        else:
            read.unread.add(node.place.file)
    return read


def _loaded(_: Library, report: Report, __: str, node: Mapping) -> VocabularyFile | None:
    return load_model(VocabularyFile, node, report)


def _add(read: ReadVocabulary, loaded: VocabularyFile, node: Mapping, report: Report) -> None:
    facts = node.get("facts")
    for fact, spec in loaded.facts.items():
        place = facts.place_of(fact) if isinstance(facts, Mapping) else node.place
        first = read.places.setdefault(fact, place)
        if first is not place:
            _declared_twice(fact, first, place, report)
        read.facts.setdefault(fact, spec)
        read.nodes.setdefault(fact, entry_of(facts, fact))


def _declared_twice(fact: str, first: Place, second: Place, report: Report) -> None:
    """Report both places: which of the two is the new one, only the maintainer knows."""
    expected = "代号在全部主题里不重复：后加的用已有的指标，或换个代号"
    for place, other in ((first, second), (second, first)):
        report.error(place, f"指标“{fact}”声明了两次，{other}也有", expected)


def entry_of(entries: Node | None, name: str) -> Mapping:
    """Return an entry as it is written in its file."""
    entry = entries.get(name) if isinstance(entries, Mapping) else None
    assert isinstance(entry, Mapping)  # noqa: S101 - narrows the type; the model has read it
    return entry
