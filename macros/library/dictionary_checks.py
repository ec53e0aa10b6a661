"""Checks the dictionary: its references and names, and the facts declared by its entries."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.dictionary_files import DOCUMENTS, INDICATORS
from macros.schema.indicators import ID, Indicator
from macros.schema.vocabulary import DeclaredFact, base_unit
from macros.source.report import nearest

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.library.library import Library
    from macros.schema.indicators import Quantity
    from macros.source.report import Place, Report


def check_dictionary(library: Library, report: Report) -> None:
    """Report entries that refer to nothing or share a name, and facts that contradict theirs."""
    check = _DictionaryCheck(library, report)
    check.names()
    if not library.is_unread(f"{INDICATORS}/"):
        for indicator in check.dictionary.indicators.values():
            check.references(indicator)
    for fact in library.facts.values():
        check.fact(fact)


class _DictionaryCheck:
    def __init__(self, library: Library, report: Report) -> None:
        self.library, self.report = library, report
        self.dictionary = library.dictionary
        self.owners: dict[str, Quantity] = {}  # the entry that has each name

    def names(self) -> None:
        """Report a name, present or former, that two entries have."""
        for entry in self.dictionary.entries.values():
            for name in entry.names:
                first = self.owners.setdefault(name, entry)
                if first is not entry:
                    what = f"“{name}”已是词条“{first.id}”的名称"
                    self.report.error(self._place(entry.id, "name"), what, "不同的名称")

    def references(self, indicator: Indicator) -> None:
        """Report what an indicator names that is not there."""
        documents = self.dictionary.documents
        if indicator.document not in documents and not self.library.is_unread(DOCUMENTS):
            self._missing(indicator, "document", indicator.document, documents, DOCUMENTS)
        for key, part in indicator.parts.items():
            if ID.fullmatch(part) and part not in self.dictionary.entries:
                where = f"{INDICATORS} 里的词条，或用中文写出来"
                self._missing(indicator, key, part, self.dictionary.entries, where)
        new, known = indicator.replaced_by, self.dictionary.indicators
        if new and new not in known:
            self._missing(indicator, "replaced_by", new, known, f"{INDICATORS} 里的指标")
        elif new and indicator.id in self._successors(indicator):
            place = self._place(indicator.id, "replaced_by")
            self.report.error(place, f"“{indicator.id}”绕着圈换名", "换成现在用的那一个")

    def _successors(self, indicator: Indicator) -> list[str]:
        found: list[str] = []
        new = indicator.replaced_by
        while new and new not in found:
            found.append(new)
            entry = self.dictionary.indicators.get(new)
            new = entry.replaced_by if entry else None
        return found

    def _missing(
        self, entry: Quantity, key: str, name: str, known: Mapping[str, object], where: str
    ) -> None:
        what = f"词条“{entry.id}”的 {key} 指向没有的“{name}”"
        self.report.error(self._place(entry.id, key), what, where, nearest(name, known))

    def _place(self, id_: str, key: str) -> Place:
        return self.dictionary.nodes[id_].place_of(key)

    # --- facts ---

    def fact(self, fact: DeclaredFact) -> None:
        """Report a fact that contradicts its entry, or that has the name of another."""
        entry = self.dictionary.entries.get(fact.indicator or "")
        owner = self.owners.get(fact.label)
        place = self.library.places[fact.id]
        if owner and owner is not entry:
            what = f"“{fact.label}”是指标词典里“{owner.id}”的名称"
            self.report.error(place, what, f"写上 indicator: {owner.id}，或换一个名称")
        if entry and not fact.differs:
            for what, expected in self._contradictions(fact, entry):
                self.report.error(place, what, f"{expected}；口径确实不同的，用 differs 写明")

    def _contradictions(self, fact: DeclaredFact, entry: Quantity) -> Iterator[tuple[str, str]]:
        if base_unit(fact.unit) != base_unit(entry.unit):
            yield f"“{fact.id}”的单位是“{fact.unit}”，与词条不同", entry.unit
        if not isinstance(entry, Indicator):
            return
        if entry.better and fact.better != entry.better:
            yield f"“{fact.id}”的 better 与词条不同", entry.better
        if fact.type == "quotient" and entry.scale:
            what = f"“{fact.id}”是两数相除，词条里还要乘以{entry.scale}"
            yield f"{what}，印出来的数会差{entry.scale}倍", "删去 indicator，或不声明成指标"
        if fact.traits.quotient:
            for key, part in entry.parts.items():
                yield from self._other_part(fact, key, part)

    def _other_part(self, fact: DeclaredFact, key: str, part: str) -> Iterator[tuple[str, str]]:
        """Yield that a part of the formula is a fact of another entry than the dictionary has."""
        source = self.library.facts.get(getattr(fact, key) or "")
        if part in self.dictionary.entries and source and source.indicator != part:
            name = self.dictionary.part(part)
            what = f"“{fact.id}”的 {key} 是“{source.label}”，词条里是“{name}”"
            yield what, f"写了 indicator: {part} 的指标"
