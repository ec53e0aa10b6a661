"""The dictionary of official indicators: its entries by id, and what is said of one in words."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from macros.schema.indicators import Indicator

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.schema.indicators import Quantity, SourceDocument
    from macros.source.yaml_reader import Mapping

QUOTED = ("转引", "仅名称")  # of these documents nobody has seen the formulas themselves


@dataclass
class Dictionary:
    """All entries by id, indicators and the quantities they are computed from."""

    entries: dict[str, Quantity] = field(default_factory=dict)
    documents: dict[str, SourceDocument] = field(default_factory=dict)
    nodes: dict[str, Mapping] = field(default_factory=dict)  # the entries as written

    @property
    def indicators(self) -> dict[str, Indicator]:
        """Return the entries that are indicators, not mere quantities."""
        return {id_: e for id_, e in self.entries.items() if isinstance(e, Indicator)}

    def part(self, written: str) -> str:
        """Return a numerator or denominator in words; it is written as an id or as words."""
        entry = self.entries.get(written)
        return entry.name if entry else written

    def formula(self, entry: Quantity) -> str:
        """Return how an indicator is computed, in words; empty where nobody knows."""
        if not isinstance(entry, Indicator):
            return ""
        if not entry.numerator or not entry.denominator:
            return entry.method
        factor = f" × {entry.times}" if entry.scale else ""
        return f"{self.part(entry.numerator)} ÷ {self.part(entry.denominator)}{factor}"

    def basis(self, entry: Quantity) -> str:
        """Return 口径: the formula, and what is to be minded about it."""
        return "；".join(filter(None, (self.formula(entry), entry.note)))

    def origin(self, entry: Quantity) -> str:
        """Return document, publisher and year, and what is still to be confirmed."""
        if not isinstance(entry, Indicator) or entry.document not in self.documents:
            return ""
        document = self.documents[entry.document]
        year = f"{document.year}年" if document.year else ""
        known = (document.title, document.number, document.publisher, year)
        unsure = self.unsure(entry)
        return "，".join(filter(None, known)) + (f"；待核：{'、'.join(unsure)}" if unsure else "")

    def unsure(self, entry: Indicator) -> list[str]:
        """Return what of an indicator has still to be confirmed."""
        document = self.documents[entry.document]
        quoted = ["公式"] if document.seen in QUOTED else []
        cited = ["出处"] if document.unsure else []
        return list(dict.fromkeys([*entry.unsure, *quoted, *cited]))

    def renamings(self, id_: str) -> Iterator[Indicator]:
        """Yield the indicators that have replaced one, and those that it has replaced."""
        entry, seen = self.indicators.get(id_), {id_}
        while entry and entry.replaced_by and entry.replaced_by not in seen:
            seen.add(entry.replaced_by)
            entry = self.indicators.get(entry.replaced_by)
            if entry:
                yield entry
        yield from self.replaced.get(id_, ())

    @cached_property
    def replaced(self) -> dict[str, list[Indicator]]:
        """The indicators that each has replaced; ask for it once all entries are loaded."""
        found: dict[str, list[Indicator]] = {}
        for entry in self.indicators.values():
            found.setdefault(entry.replaced_by or "", []).append(entry)
        found.pop("", None)
        return found
