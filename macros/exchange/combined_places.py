"""Gives a file that was put together the places of what it says in the files it was made of."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.exchange.roll_forward import same_facts
from macros.library.summary import summary_of
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections import abc
    from collections.abc import Iterator

    from macros.facts.offices import Office
    from macros.library.library import Library

Entry = tuple[Scalar, Node]  # a key and its value


def placed(node: Mapping, library: Library, base: Office, sheets: abc.Sequence[Office]) -> Mapping:
    """Return the tree of the combined file; what no sheet states is where the base has it."""
    whole, facts = _like(node, base.node), node.get("facts")
    if not isinstance(facts, Mapping) or not isinstance(whole, Mapping):
        return node
    stated = {
        (name, side): entry
        for office in (base, *sheets)
        for name, side, entry in _stated(library, base, office)
    }
    entries = {name: _fact(name, entry, stated) for name, entry in facts.entries.items()}
    found = Mapping(whole.place_of("facts"), entries)
    return Mapping(whole.place, {**whole.entries, "facts": (whole.entries["facts"][0], found)})


def _stated(library: Library, base: Office, office: Office) -> Iterator[tuple[str, str, Entry]]:
    """Yield what a file states: the fact under the base's name, its side, and the entry."""
    facts, ours = office.node.get("facts"), summary_of(library, base).specs
    entries = facts.entries if isinstance(facts, Mapping) else {}
    for name, (key, value) in same_facts(ours, office.content.own.facts, entries).items():
        yield name, "", (key, value)
        for side, entry in value.entries.items() if isinstance(value, Mapping) else ():
            yield name, side, entry


def _fact(name: str, entry: Entry, stated: abc.Mapping[tuple[str, str], Entry]) -> Entry:
    """Return a fact with its places; each of its sides may be from another sheet."""
    key, value = entry
    there = stated.get((name, ""))
    if not there:
        return entry
    if isinstance(value, Mapping):
        sides = {
            side: _at(inner, stated.get((name, side), there))
            for side, inner in value.entries.items()
        }
        return replace(key, place=there[0].place), Mapping(there[1].place, sides)
    return _at(entry, there)


def _at(entry: Entry, there: Entry) -> Entry:
    key, value = entry
    return replace(key, place=there[0].place), _like(value, there[1])


def _like(node: Node, source: Node) -> Node:
    """Return a tree with the places of a source; what the source lacks is where its parent is."""
    if isinstance(node, Scalar):
        return replace(node, place=source.place)
    if isinstance(node, Mapping):
        there = source.entries if isinstance(source, Mapping) else {}
        whole = (Scalar(source.place, ""), source)
        entries = {name: _at(entry, there.get(name, whole)) for name, entry in node.entries.items()}
        return Mapping(source.place, entries)
    rows = source.items if isinstance(source, Sequence) else []
    known = rows if len(rows) == len(node.items) else [source] * len(node.items)
    return Sequence(
        source.place, [_like(item, row) for item, row in zip(node.items, known, strict=True)]
    )
