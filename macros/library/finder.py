"""Finds what the library has by a maintainer's words: its name, other names, id, unit or hint.

A kind of entry is found as soon as a function yields its entries; the command says which kinds
there are.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from macros.library.fact_uses import uses_of_facts
from macros.library.library import OWN_FRAME

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from macros.library.library import Library

EXACT, NAMED, TOLD = range(3)  # how well an entry fits, the best first
MOST_SIMILAR = 5
LEAST_SIMILAR = 0.3
MOST_USERS = 5
BASICS = "标题、署名和日期"


@dataclass(frozen=True)
class Entry:
    """One thing that can be found: what it is called, where it is, what more is told."""

    kind: str
    id: str
    name: str
    place: str
    told: str = ""
    aliases: Sequence[str] = ()
    hint: str = ""

    @property
    def names(self) -> list[str]:
        """Everything that it is called, in small letters."""
        return [name.lower() for name in (self.id, self.name, *self.aliases) if name]


def find(words: Sequence[str], entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries that have every word, the best first."""
    wanted = [word.lower() for word in words]
    rated = [(rate, entry) for entry in entries if (rate := _rate(wanted, entry)) is not None]
    return [entry for _, entry in sorted(rated, key=lambda pair: pair[0])]


def _rate(words: Sequence[str], entry: Entry) -> int | None:
    names = " ".join(entry.names)
    told = f"{names} {entry.told} {entry.hint}".lower()
    if not all(word in told for word in words):
        return None
    if any("".join(words) == name for name in entry.names):
        return EXACT
    return NAMED if all(word in names for word in words) else TOLD


def unseen_names(words: Sequence[str], entry: Entry) -> list[str]:
    """Return the names with one of the words, where nothing else that is shown has it."""
    shown = f"{entry.id} {entry.name} {entry.told}".lower()
    wanted = [word.lower() for word in words if word.lower() not in shown]
    return [name for name in entry.aliases if any(word in name.lower() for word in wanted)]


def similar(words: Sequence[str], entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries whose names share most pairs of characters with the words."""
    wanted = _pairs("".join(words).lower())
    rated = [(max(_likeness(wanted, name) for name in e.names), e) for e in entries if e.names]
    found = sorted((pair for pair in rated if pair[0] > LEAST_SIMILAR), key=lambda pair: -pair[0])
    return [entry for _, entry in found[:MOST_SIMILAR]]


def _pairs(text: str) -> set[str]:
    return {a + b for a, b in pairwise(text)}


def _likeness(wanted: set[str], name: str) -> float:
    pairs = _pairs(name)
    both = len(wanted) + len(pairs)
    return 2 * len(wanted & pairs) / both if both else 0


# --- what can be found ------------------------------------------------------------------------


def facts(library: Library) -> Iterator[Entry]:
    """Yield the facts, each with its unit and the sections that use it."""
    uses = uses_of_facts(library)
    for name, spec in library.facts.items():
        users = _users(library, uses[name])
        other = f"又叫{'、'.join(spec.aliases)}" if spec.aliases else ""
        parts = (spec.traits.name, spec.unit, other, users and f"用于{users}")
        told = "，".join(filter(None, parts))
        yield Entry(
            "指标", name, spec.label, str(library.places[name]), told, spec.aliases, spec.hint
        )


def _users(library: Library, uses: Sequence[str]) -> str:
    """Return the sections that use a fact, or how many, where nearly all do."""
    if len(uses) > MOST_USERS:
        return f"{len(uses)}个片段"
    return "、".join(_section(library, use) for use in uses)


def _section(library: Library, use: str) -> str:
    return BASICS if use == OWN_FRAME else f"{library.sections[use].name}（{use}）"


def indicators(library: Library) -> Iterator[Entry]:
    """Yield the entries of the dictionary, each with its 口径 and the fact that takes from it."""
    dictionary = library.dictionary
    users = {spec.indicator: name for name, spec in library.facts.items() if spec.indicator}
    for id_, entry in dictionary.entries.items():
        use = f"指标{users[id_]}取自它" if id_ in users else "还没有指标取自它"
        told = "，".join(filter(None, (entry.unit, dictionary.basis(entry), use)))
        place = str(dictionary.nodes[id_].place)
        yield Entry("词条", id_, entry.name, place, told, entry.names[1:])


def sections(library: Library) -> Iterator[Entry]:
    """Yield the sections, each with what it says."""
    for name, section in library.sections.items():
        told = f"{section.role}，{section.summary}"
        place = f"data/sections/{name}.yml"
        yield Entry("片段", name, section.name, place, told, section.item_names)


def archetypes(library: Library) -> Iterator[Entry]:
    """Yield the archetypes, each with who writes it."""
    for name, archetype in library.archetypes.items():
        other = [archetype.short, *archetype.aliases, *archetype.covers]
        place = f"data/archetypes/{name}.yml"
        yield Entry("范本", name, archetype.title, place, archetype.writer, other)
