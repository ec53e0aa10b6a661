"""Completes the declarations of facts that name an entry of the dictionary.

What such a fact does not say itself – label, unit, direction, formula, 口径 – comes from the entry.
It is added to the file as read, at the place of `indicator`, so that a mistake is reported there.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.schema.fact_types import FACT_TYPES
from macros.schema.indicators import Indicator
from macros.schema.vocabulary import RENAMED
from macros.source.report import nearest
from macros.source.yaml_reader import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.library.dictionary import Dictionary
    from macros.schema.indicators import Quantity
    from macros.source.report import Report
    from macros.source.yaml_reader import Node

KEY = "indicator"


class FactCompleter:
    """Completes all files of facts together: a formula leads from entries to other facts."""

    def __init__(self, dictionary: Dictionary, report: Report) -> None:
        """Take the dictionary with all its entries."""
        self.dictionary, self.report = dictionary, report
        self.facts: dict[str, str] = {}  # the fact that each entry is declared as

    def completed(self, files: Iterable[Mapping]) -> list[Mapping]:
        """Return the files with what their facts have from the dictionary."""
        read = list(files)
        for name, _, entry in (found for file in read for found in _references(file)):
            first = self.facts.setdefault(entry.value, name)
            if first != name:
                what = f"词条“{entry.value}”已由指标“{first}”引用"
                self.report.error(entry.place, what, "一个词条只给一个指标用")
        return [self._file(file) for file in read]

    def _file(self, file: Mapping) -> Mapping:
        facts = file.get("facts")
        references = list(_references(file))
        if not isinstance(facts, Mapping) or not references:
            return file
        entries = dict(facts.entries)
        for name, fact, reference in references:
            entries[name] = (entries[name][0], self._fact(fact, reference))
        changed = Mapping(facts.place, entries)
        return Mapping(file.place, {**file.entries, "facts": (file.entries["facts"][0], changed)})

    def _fact(self, fact: Mapping, reference: Scalar) -> Mapping:
        entry = self.dictionary.entries.get(reference.value)
        if not entry:
            guess = nearest(reference.value, self.dictionary.entries)
            what = f"指标词典里没有“{reference.value}”"
            self.report.error(
                reference.place, what, "data/indicators 里的词条，或删去这一行", guess
            )
        given = self._given(fact, entry) if entry else {"label": reference.value}
        added: dict[str, tuple[Scalar, Node]] = {
            key: _pair(key, Scalar(reference.place, value)) for key, value in given.items() if value
        }
        names = self._names(fact, entry, reference) if entry else {}
        return Mapping(fact.place, {**added, **fact.entries, **names})

    def _given(self, fact: Mapping, entry: Quantity) -> dict[str, str]:
        """Return what the entry says of a fact."""
        differs = _text(fact, "differs")
        basis = self.dictionary.basis(entry)
        shown = f"{differs}；官方口径：{basis}" if differs else basis
        given = {"label": entry.name, "unit": entry.unit, "definition": shown}
        given["source"] = self.dictionary.origin(entry) if basis else ""
        if not isinstance(entry, Indicator):
            return given
        given["better"] = entry.better or ""
        traits = FACT_TYPES.get(_text(fact, "type"))
        if traits and traits.quotient:
            given |= {key: self.facts.get(part, "") for key, part in entry.parts.items()}
        return given

    def _names(
        self, fact: Mapping, entry: Quantity, reference: Scalar
    ) -> dict[str, tuple[Scalar, Node]]:
        """Return the fact's other names, and those of the indicators before and after it."""
        own = fact.get("aliases")
        written = own.items if isinstance(own, Sequence) else []
        texts = (node.value for node in written if isinstance(node, Scalar))
        said = {_text(fact, "label") or entry.name, *texts}
        added = [Scalar(reference.place, name) for name in entry.names if name not in said]
        others = (e for e in self.dictionary.renamings(entry.id) if e.id not in self.facts)
        renamed = [Scalar(reference.place, name) for other in others for name in other.names]
        lists: dict[str, list[Node]] = {"aliases": [*written, *added], RENAMED: [*renamed]}
        place = own.place if own else reference.place
        return {key: _pair(key, Sequence(place, names)) for key, names in lists.items() if names}


def _references(file: Mapping) -> Iterator[tuple[str, Mapping, Scalar]]:
    """Yield each fact that names an entry: its id, the fact, and the reference."""
    facts = file.get("facts")
    for name, (_, fact) in facts.entries.items() if isinstance(facts, Mapping) else ():
        reference = fact.get(KEY) if isinstance(fact, Mapping) else None
        if isinstance(fact, Mapping) and isinstance(reference, Scalar):
            yield name, fact, reference


def _pair(key: str, node: Node) -> tuple[Scalar, Node]:
    return Scalar(node.place, key), node


def _text(node: Mapping, key: str) -> str:
    found = node.get(key)
    return found.value if isinstance(found, Scalar) else ""
