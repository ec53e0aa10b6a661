"""Normalises the values of a facts file that a person has typed, as those of a sheet are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.normalise import normalise
from macros.facts.own_content import read_content
from macros.source.report import Report
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec, FieldSpec


def normalise_facts(node: Mapping, library: Library) -> Mapping:
    """Return a facts file with its numbers, dates and periods normalised.

    Only for files named on the command line: the project's own must be strict as they stand.
    """
    facts = node.get("facts")
    if not isinstance(facts, Mapping):
        return node
    content = read_content(node, Report())  # what is wrong in it is reported later
    specs = {**library.facts, **(content.own.facts if content else {})}
    found = {
        name: (key, _fact(value, specs[name]) if name in specs else value)
        for name, (key, value) in facts.entries.items()
    }
    (key, _), typed = node.entries["facts"], Mapping(facts.place, found)
    return Mapping(node.place, {**node.entries, "facts": (key, typed)})


def _fact(node: Node, spec: FactSpec) -> Node:
    if isinstance(node, Sequence):
        return Sequence(node.place, [_record(item, spec) for item in node.items])
    if isinstance(node, Mapping):
        return _fields(node, dict.fromkeys(node.entries, spec))
    return _scalar(node, spec)


def _record(node: Node, spec: FactSpec) -> Node:
    if isinstance(node, Mapping):
        return _fields(node, spec.record)
    return _scalar(node, spec.record.get(spec.short_field, spec))


def _fields(node: Mapping, specs: Dictionary[str, FieldSpec]) -> Mapping:
    found = {
        name: (key, _scalar(value, specs[name]) if name in specs else value)
        for name, (key, value) in node.entries.items()
    }
    return Mapping(node.place, found)


def _scalar(node: Node, spec: FieldSpec) -> Node:
    if not isinstance(node, Scalar) or not spec.traits.strict:  # texts stay as they are written
        return node
    return Scalar(node.place, normalise(node.value, spec))
