"""Lists all that was typed in an office's file: values of facts, headings, own words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.own_content import key_place
from macros.library.own_words import words_of_office
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections import abc
    from collections.abc import Iterator

    from macros.facts.offices import Office
    from macros.schema.archetypes import Section
    from macros.schema.vocabulary import FactSpec
    from macros.source.report import Place

    Specs = abc.Mapping[str, FactSpec]
    Sections = abc.Mapping[str, Section]


def typed_words(
    office: Office, specs: Specs, sections: Sections
) -> Iterator[tuple[str, Place, str]]:
    """Yield all that was typed: where it is, as keys of findings say it, its place and itself."""
    facts = office.node.get("facts")
    for name, (_, node) in facts.entries.items() if isinstance(facts, Mapping) else ():
        spec = specs.get(name)
        yield from _values(node, name, spec.short_field if spec else "")
    for name, text in office.headings.items():
        yield f"heading/{name}", key_place(office.node, "headings", name), text
    for spot, text in words_of_office(office, sections).items():
        yield spot.path, key_place(office.node, *spot.keys), text


def _values(node: Node, path: str, short: str) -> Iterator[tuple[str, Place, str]]:
    """Yield the values of a fact; `short` is the field of a record that is written as one value."""
    if isinstance(node, Scalar):
        yield path, node.place, node.value
    elif isinstance(node, Mapping):
        for key, (_, value) in node.entries.items():
            yield from _values(value, f"{path}.{key}", "")
    elif isinstance(node, Sequence):
        for index, item in enumerate(node.items):
            at = f"{path}[{index}]"
            yield from _values(item, f"{at}.{short}" if isinstance(item, Scalar) else at, "")
