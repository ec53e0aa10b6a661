"""Normalises the values of a facts file that a person has typed, as those of a sheet are.

Days that were typed without their year get that of the period.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.days_typed import with_year
from macros.facts.normalise import normalise
from macros.facts.own_content import read_content
from macros.figures.periods import parse_period
from macros.source.report import Report
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

    from macros.figures.periods import Period
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
    normalised = _Normaliser(_period(facts, specs))
    found = {
        name: (key, normalised.fact(value, specs[name]) if name in specs else value)
        for name, (key, value) in facts.entries.items()
    }
    (key, _), typed = node.entries["facts"], Mapping(facts.place, found)
    return Mapping(node.place, {**node.entries, "facts": (key, typed)})


def _period(facts: Mapping, specs: Dictionary[str, FactSpec]) -> Period | None:
    written = facts.get("period")
    if not isinstance(written, Scalar):
        return None
    return parse_period(normalise(written.value, specs["period"]))


class _Normaliser:
    def __init__(self, period: Period | None) -> None:
        self.period = period

    def fact(self, node: Node, spec: FactSpec) -> Node:
        """Return a fact with its values in their strict form."""
        if isinstance(node, Sequence):
            return Sequence(node.place, [self._record(item, spec) for item in node.items])
        if isinstance(node, Mapping):
            return self._fields(node, dict.fromkeys(node.entries, spec))
        return self._scalar(node, spec)

    def _record(self, node: Node, spec: FactSpec) -> Node:
        if isinstance(node, Mapping):
            return self._fields(node, spec.record)
        return self._scalar(node, spec.record.get(spec.short_field, spec))

    def _fields(self, node: Mapping, specs: Dictionary[str, FieldSpec]) -> Mapping:
        found = {
            name: (key, self._scalar(value, specs[name]) if name in specs else value)
            for name, (key, value) in node.entries.items()
        }
        return Mapping(node.place, found)

    def _scalar(self, node: Node, spec: FieldSpec) -> Node:
        # texts stay as they are written
        if not isinstance(node, Scalar) or not spec.traits.strict:
            return node
        tight = normalise(node.value, spec)
        return Scalar(node.place, with_year(tight, self.period) if spec.type == "date" else tight)
