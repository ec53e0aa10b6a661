"""Warns of personal data in what the writer of a facts file has typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.own_content import key_place
from macros.library.finding_keys import finding_key
from macros.library.own_words import words_of_office
from macros.library.personal_data import personal_data
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.facts.offices import Office
    from macros.library.summary import Summary
    from macros.source.report import Place, Report


def check_personal_data(office: Office, summary: Summary, report: Report) -> None:
    """Warn of personal data that the writer has not set aside."""
    for where, place, text in _typed(office, summary):
        for found in personal_data(text):
            key = finding_key("person", where, found.words)
            if key not in office.content.marks.dismissed:
                what = f"像是{found.name}“{found.words}”"
                expected = f"不写个人信息；要写的，在 marks 的 dismissed 里写“{key}: 理由”"
                report.warn(place, what, expected)


def _typed(office: Office, summary: Summary) -> Iterator[tuple[str, Place, str]]:
    """Yield all that was typed: where it is, as keys of findings say it, its place and itself."""
    facts = office.node.get("facts")
    for name, (_, node) in facts.entries.items() if isinstance(facts, Mapping) else ():
        spec = summary.specs.get(name)
        yield from _values(node, name, spec.short_field if spec else "")
    for name, text in office.headings.items():
        yield f"heading/{name}", key_place(office.node, "headings", name), text
    for spot, text in words_of_office(office, summary.library.sections).items():
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
