"""Tries every example with one fact left out, and with each list empty: the text must still stand.

It takes seconds, so only `summaries check --strict` does it.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.document.proofreading import proofread
from macros.facts.archetype_facts import inputs_of
from macros.figures.values import MARK
from macros.library.compose import compose_sections
from macros.library.renderings import Renderings
from macros.library.summary import Summary
from macros.schema.facts_files import OutlineEntry
from macros.source.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.document.document import Document
    from macros.facts.entries import Entries
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.source.report import Report

# What only a known figure may follow or precede: that there is a remainder, that some has failed.
REMAINDER = f"(其余|尚有|还有|仍有|不合格水样|没有纳入管理的){MARK}"
CLAIM = re.compile(f"{REMAINDER}|{MARK}[^，；。]*，计划尚未完成")


def check_omissions(library: Library, report: Report) -> None:
    """Remark on texts that fall apart without a fact; the library must have no errors."""
    for office in library.offices.values():
        _OmissionCheck(office, library, report).run()


class _OmissionCheck:
    def __init__(self, office: Office, library: Library, report: Report) -> None:
        self.office, self.library, self.report = office, library, report
        self.archetype = library.archetypes[office.archetype]
        asked = library.facts_of(self.archetype)
        self.inputs = {use: inputs_of(asked.specs, names) for use, names in asked.sections.items()}
        self.summaries: dict[tuple[str, ...], Summary] = {}  # by the sections that they have
        self.renderings = Renderings()

    def run(self) -> None:
        for name in self.office.entries.keys() & self.library.facts.keys():
            for entries in self._without(name):
                self._check(name, entries, "没有填", f"known({name})")
            if self._may_be_empty(name):
                self._check(name, {**self.office.entries, name: []}, "是空的", f"some({name})")

    def _without(self, name: str) -> Iterator[Entries]:
        """Yield the facts without one of them, one of its sides, one field of its first record."""
        entry = self.office.entries[name]
        others = {key: kept for key, kept in self.office.entries.items() if key != name}
        yield others
        sides = entry if isinstance(entry, dict) else {}
        for side in sides:
            yield {**others, name: {s: kept for s, kept in sides.items() if s != side}}
        first, *more = entry if isinstance(entry, list) and entry else [{}]
        for field in first:
            yield {**others, name: [{f: e for f, e in first.items() if f != field}, *more]}

    def _may_be_empty(self, name: str) -> bool:
        given = self.office.entries[name]
        return isinstance(given, list) and bool(given) and not self.library.facts[name].at_least

    def _check(self, name: str, entries: Entries, state: str, test: str) -> None:
        document = self._document(name, entries)
        wrong = [what for what, _ in proofread(document)] if document else []
        claim = CLAIM.search(document.as_text()) if document else None
        if claim:
            wrong.append(f"正文下了断语：“{claim[0]}”")
        if document and state == "是空的" and self._blanks(document) - self._before(name):
            wrong.append("正文有空白")
        for what in wrong:
            self._tell(f"“{self.library.facts[name].label}”（{name}）{state}时，{what}", test)

    def _tell(self, what: str, test: str) -> None:
        expected = f"用到它的句子放在 {{% if {test} %}} 里，句子缺了它也通"
        self.report.warn(Place(f"data/offices/{self.office.id}.yml"), what, expected)

    def _before(self, name: str) -> set[str]:
        """Return what blanks of those sections wait for with every fact of the example."""
        document = self._document(name, self.office.entries)
        return self._blanks(document) if document else set()

    def _blanks(self, document: Document) -> set[str]:
        """Return what blanks wait for although it was entered; what was not is the writer's."""
        return self.office.entries.keys() & set(document.blank_facts)

    def _document(self, name: str, entries: Entries) -> Document | None:
        """Return the sections of the library that the fact stands in, with these entries."""
        uses = tuple(use for use, inputs in self.inputs.items() if name in inputs)
        if not uses:
            return None
        if uses not in self.summaries:
            self.summaries[uses] = self._summary_of(uses)
            compose_sections(self.summaries[uses], self.office.entries)  # the first are kept
        return compose_sections(self.summaries[uses], entries)

    def _summary_of(self, uses: Iterable[str]) -> Summary:
        outline = [OutlineEntry(use=use) for use in uses]
        content = self.office.content.model_copy(update={"outline": outline})
        choices = replace(self.office.choices, content=content)
        return Summary(self.library, self.archetype, choices, self.renderings)
