"""Reads the facts file of an office: an example, or what a clerk has filled in."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.facts.entries import Entries, EntryError, EntryReader, parse_text
from macros.source.report import Report, nearest
from macros.source.yaml_reader import Mapping, Scalar, Sequence, to_data

if TYPE_CHECKING:
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype

OFFICE_KEYS = ("archetype", "name", "note", "without", "headings", "carried", "facts")
# What a draft of the browser's has besides, which a summary is not made from here.
DRAFT_KEYS = ("schema", "version", "title", "edits")


@dataclass(frozen=True)
class Office:
    """The facts of one office for one period, and which optional sections it leaves out."""

    id: str
    archetype: str
    name: str
    note: str
    without: tuple[str, ...]
    entries: Entries
    node: Mapping
    headings: dict[str, str] = field(default_factory=dict)  # own headings, by section or group
    carried: tuple[str, ...] = ()  # what was rolled forward and nobody has confirmed


def read_office(node: Mapping, stem: str, library: Library, report: Report) -> Office | None:
    """Return the office a facts file describes, or None after reporting why it cannot be read."""
    for key in node.entries:
        if key not in (*OFFICE_KEYS, *DRAFT_KEYS):
            guess = nearest(key, OFFICE_KEYS)
            report.error(node.place_of(key), f"不认识的键“{key}”", "、".join(OFFICE_KEYS), guess)
    archetype, facts = node.get("archetype"), node.get("facts")
    wanted = archetype.value if isinstance(archetype, Scalar) else ""
    known = library.archetypes.get(wanted)
    if library.lost(f"data/archetypes/{wanted}.yml"):
        return None
    if not known:
        place, guess = node.place_of("archetype"), nearest(wanted, library.archetypes)
        options = "、".join(library.archetypes)
        report.error(
            place, f"没有“{wanted}”这个范本" if wanted else "缺少“archetype”", options, guess
        )
        return None
    if not isinstance(facts, Mapping):
        report.error(node.place_of("facts"), "缺少“facts”", "“facts:”，下面每行一个指标")
        return None
    if not library.whole(known):
        return None  # which facts it uses is not known, and why has been reported
    entries = _entries(facts, known, library, report)
    without = _without(node, known, report)
    name, note = (_text(node, key) for key in ("name", "note"))
    headings = _headings(node, known, report)
    carried = _carried(node, library.facts_of(known, without))
    return Office(stem, known.id, name, note, without, entries, node, headings, carried)


def _entries(facts: Mapping, archetype: Archetype, library: Library, report: Report) -> Entries:
    names = library.facts_of(archetype)
    specs = {name: library.facts[name] for name in names}
    return EntryReader(specs, library.facts, report, library.places).read(facts)


def _without(node: Mapping, archetype: Archetype, report: Report) -> tuple[str, ...]:
    listed = node.get("without")
    optional = [entry.use for entry in archetype.entries if entry.optional]
    if listed is None:
        return ()
    if not isinstance(listed, Sequence):
        report.error(node.place_of("without"), "“without”应是列表", "[片段, …]")
        return ()
    for item in listed.items:
        if to_data(item) not in optional:
            options = "、".join(x for x in optional if x) or "（没有可省略的章节）"
            report.error(item.place, f"“{to_data(item)}”不是可省略的章节", options)
    return tuple(str(to_data(item)) for item in listed.items)


def _headings(node: Mapping, archetype: Archetype, report: Report) -> dict[str, str]:
    given = node.get("headings")
    if not isinstance(given, Mapping):
        return {}
    headings: dict[str, str] = {}
    for name in given.entries:
        if name not in archetype.heading_keys:
            guess = nearest(name, archetype.heading_keys)
            report.error(given.place_of(name), f"这个范本没有“{name}”这一节", "", guess)
        try:
            headings[name] = parse_text(_text(given, name))
        except EntryError as error:
            report.error(given.place_of(name), f"标题{error.what}", error.expected)
    return {name: text for name, text in headings.items() if text}


def _carried(node: Mapping, entered: list[str]) -> tuple[str, ...]:
    """Return the facts nobody has confirmed, of those that the text asks for."""
    listed = node.get("carried")
    items = listed.items if isinstance(listed, Sequence) else []
    names = (item.value.partition("[")[0] for item in items if isinstance(item, Scalar))
    return tuple(dict.fromkeys(name for name in names if name in entered))  # works[0] is of works


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.value if isinstance(value, Scalar) else ""
