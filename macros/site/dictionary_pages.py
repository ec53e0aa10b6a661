"""The macros of the pages from registries: the dictionary of indicators, and replaced terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import PurePath
from typing import TYPE_CHECKING, get_args

from macros.schema.indicators import Indicator
from macros.schema.terms import TermKind
from macros.site.archetype_pages import Pages

if TYPE_CHECKING:
    from macros.schema.indicators import Quantity
    from macros.schema.terms import Term

TERM_KIND_IDS = {"法定更名": "renamed", "口径更新": "redefined", "规范称谓": "proper"}


@dataclass
class Line:
    """A line of work: its entries, under an id that is the name of its file."""

    id: str
    topic: str
    indicators: list[Indicator] = field(default_factory=list)
    quantities: list[Quantity] = field(default_factory=list)


class DictionaryPages(Pages):
    """Adds the macros of the registries."""

    def dictionary(self) -> str:
        """Return the search field and the indicators, with formula and source, by line of work."""
        lines = self._lines()
        parts = [self._html("dictionary_search", lines=lines)]
        for line in lines:
            entries = self._html("dictionary", line=line, dictionary=self.library.dictionary)
            parts.append(f"## {line.topic} {{ #line-{line.id} }}\n\n{entries}")
        return "\n\n".join(parts)

    def terms(self) -> str:
        """Return the terms that have been replaced, by kind."""
        kinds: dict[str, list[Term]] = {kind: [] for kind in get_args(TermKind)}
        for term in self.library.terms.terms.values():
            kinds[term.kind].append(term)
        return "\n\n".join(
            f"## {kind} {{ #{TERM_KIND_IDS[kind]} }}\n\n{self._html('terms', terms=terms)}"
            for kind, terms in kinds.items()
            if terms
        )

    def _lines(self) -> list[Line]:
        """Return the lines of work in the order of their files."""
        lines: dict[str, Line] = {}
        for id_, entry in self.library.dictionary.entries.items():
            name = PurePath(self.library.dictionary.nodes[id_].place.file).stem
            line = lines.setdefault(name, Line(name, entry.topic))
            if isinstance(entry, Indicator):
                line.indicators.append(entry)
            else:
                line.quantities.append(entry)
        return list(lines.values())
