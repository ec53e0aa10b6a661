"""Reads what a facts file brings of its own: outline, places, own facts and words, marks."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.schema.facts_files import CONTENT_KEYS, Content
from macros.schema.vocabulary import REFERENCES
from macros.source.model import load_model
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

    from macros.schema.vocabulary import FactSpec
    from macros.source.report import Place, Report

REPLACED = {"without": "在 outline 里不写这一节", "headings": "在 outline 里写 heading"}


def read_content(node: Mapping, report: Report) -> Content | None:
    """Return the content of a facts file, or None after reporting every mistake in its shape."""
    kept = {key: entry for key, entry in node.entries.items() if key in CONTENT_KEYS}
    if "outline" in kept:
        for key, expected in REPLACED.items():
            if key in node.entries:
                what = f"写了 outline，就不写“{key}”"
                report.error(node.place_of(key), what, expected)
    return load_model(Content, Mapping(node.place, kept), report)


def words_by_key(content: Content) -> dict[str, str]:
    """Return the words of one's own by the key that `carried` names them by.

    Mirrors browser/drafts/words_by_key.js.
    """
    own = content.own
    texts = {
        f"own.texts/{use}/{place}": text
        for use, places in own.texts.items()
        for place, text in places.items()
    }
    items = {
        f"own.items/{use}/{item.id}": f"{item.title}\n{item.text}"
        for use, listed in own.items.items()
        for item in listed
    }
    sections = {f"own.sections/{name}": f"{s.name}\n{s.text}" for name, s in own.sections.items()}
    return {**texts, **items, **sections}


def identity(spec: FactSpec) -> tuple[str, str, str]:
    """Return what an own fact is known by in another file, whose names are its own."""
    return spec.label, spec.unit, spec.type


def with_references(declared: Dictionary[str, Any], names: Dictionary[str, str]) -> dict[str, Any]:
    """Return what is declared of a fact, with the facts that it refers to under new names."""
    changed = {key: _renamed(declared[key], names) for key in REFERENCES if key in declared}
    return {**declared, **changed}


def _renamed(value: Any, names: Dictionary[str, str]) -> Any:
    if isinstance(value, list):
        return [_renamed(item, names) for item in value]
    return names.get(value, value)


def node_at(node: Node | None, *keys: str | int) -> Node | None:
    """Return the node that keys and indices lead to, if there is one."""
    for key in keys:
        if isinstance(node, Mapping) and isinstance(key, str):
            node = node.get(key)
        elif isinstance(node, Sequence) and isinstance(key, int) and key < len(node.items):
            node = node.items[key]
        else:
            return None
    return node


def key_place(node: Mapping, *keys: str) -> Place:
    """Return where the last of the keys stands, or the deepest there is above it."""
    place: Place = node.place
    at: Node | None = node
    for key in keys:
        if not isinstance(at, Mapping) or key not in at.entries:
            return place
        place, at = at.place_of(key), at.get(key)
    return place


def with_data(node: Mapping, data: dict[str, Any], place: Place) -> Mapping:
    """Return a mapping with data added to what it holds; all that is new stands at one place."""
    added = {}
    for key, value in data.items():
        before = node.get(key)
        new: Node = _node(value, place)
        if isinstance(before, Mapping) and isinstance(value, dict):
            new = with_data(before, value, place)
        elif isinstance(before, Sequence) and isinstance(new, Sequence):
            new = Sequence(before.place, [*before.items, *new.items])
        added[key] = (Scalar(place, key), new)
    return Mapping(node.place, {**node.entries, **added})


def _node(data: Any, place: Place) -> Node:
    if isinstance(data, dict):
        return with_data(Mapping(place, {}), data, place)
    if isinstance(data, list):
        return Sequence(place, [_node(item, place) for item in data])
    return Scalar(place, data)
