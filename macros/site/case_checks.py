"""Runs the cases of each archetype: facts of an example with changes, and fragments of the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.document.proofreading import proofread
from macros.facts.consistency import check_consistency
from macros.library.facts_file_reader import read_changed
from macros.library.office_documents import compose_office
from macros.library.renderings import Renderings
from macros.library.summary import Summary, summary_of
from macros.site.archetype_checks import places_of
from macros.site.text_difference import most_similar, with_differences
from macros.source.report import Report, nearest
from macros.source.yaml_reader import Mapping, Scalar

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.cases import Case
    from macros.source.report import Place, Problem
    from macros.source.yaml_reader import Node

MEND = "改模板；改得对的，改这条案例"


def check_offices_of_cases(library: Library, report: Report) -> None:
    """Report the cases that are of no example of their archetype."""
    for archetype in library.cases:
        known = library.archetypes[archetype].examples
        for written in _cases(archetype, library):
            office = written.case.office
            if office not in known:
                what = f"这个范本没有“{office}”这个单位示例"
                place, guess = written.node.place_of("office"), nearest(office, known)
                report.error(place, what, "、".join(known), guess)


def check_cases(example: Office, library: Library, report: Report) -> None:
    """Report every fragment that the text of a case lacks, or has and must not have."""
    archetype = library.archetypes[example.archetype]
    summary = Summary(library, archetype, example.choices, Renderings())
    for written in _cases(example.archetype, library):
        if written.case.office == example.id:
            _CaseCheck(written, example, summary, report).run()


def _cases(archetype: str, library: Library) -> Iterator[WrittenCase]:
    if archetype not in library.cases:
        return
    nodes = library.case_nodes[archetype].get("cases")
    for name, case in library.cases[archetype].cases.items():
        node = nodes.get(name) if isinstance(nodes, Mapping) else None
        if isinstance(node, Mapping):
            yield WrittenCase(archetype, name, case, node)


@dataclass(frozen=True)
class WrittenCase:
    """A case with the archetype it is of, its name, and how it is written."""

    archetype: str
    name: str
    case: Case
    node: Mapping


class _CaseCheck:
    def __init__(
        self, written: WrittenCase, example: Office, summary: Summary, report: Report
    ) -> None:
        self.name, self.case, self.node = written.name, written.case, written.node
        self.example = _with_every_place(example) if self.case.whole else example
        self.summary = summary
        self.library, self.report = summary.library, report

    def run(self) -> None:
        document = self._document()
        if document is None:
            return
        text = "\n".join(block.whole_text for block in document.blocks)
        for fragment, place in self._fragments("has", self.case.has):
            if not _find(fragment, text):
                self._missing(fragment, text, place)
        for fragment, place in self._fragments("lacks", self.case.lacks):
            found = _find(fragment, text)
            if found:
                self._tell(place, f"正文里写了“{_around(found, text)}”")
        for what, _ in proofread(document) if not document.draft else ():
            self._tell(self.node.place, what)

    def _fragments(self, key: str, fragments: list[str]) -> list[tuple[str, Place]]:
        return list(zip(fragments, places_of(self.node.get(key)), strict=True))

    def _missing(self, fragment: str, text: str, place: Place) -> None:
        similar = most_similar(fragment, text)
        wanted, found = with_differences(fragment, similar)
        self._tell(place, f"正文里没有“{wanted}”，最接近的是“{found}”")

    def _tell(self, place: Place, what: str) -> None:
        self.report.error(place, f"案例“{self.name}”：{what}", MEND)

    # --- the text ---

    def _document(self) -> Document | None:
        """Return the text that the case's facts make; None after reporting what they have wrong."""
        changed = self._changed(self.example)
        if changed is None:
            return None
        return compose_office(self.library, changed, summary=self._summary_of(changed))

    def _summary_of(self, changed: Office) -> Summary:
        """Return the example's summary where the case changes facts only."""
        same = changed.choices == self.summary.choices
        return self.summary if same else summary_of(self.library, changed)

    def _changed(self, example: Office) -> Office | None:
        report = Report()
        node = replace(example.node, entries={**example.node.entries, **self._changes(example)})
        office = read_changed(node, self.summary, example, report)
        if office:
            asked, changed = self._summary_of(office).facts, _changed_facts(example, office)
            check_consistency(office, asked, report, self.library.places, changed)
        for problem in report.errors:
            self._refused(problem)
        return None if report.errors else office

    def _refused(self, problem: Problem) -> None:
        """Tell what is wrong with the facts in the case, even where the example has the line."""
        inside = problem.place.file == self.node.place.file
        place = problem.place if inside else self.node.place
        what = f"案例“{self.name}”：{problem.what}"
        self.report.error(place, what, problem.expected, problem.nearest)

    def _changes(self, example: Office) -> dict[str, tuple[Scalar, Node]]:
        """Return what the case has instead of the example's own."""
        own, changed = example.node.get("facts"), self.node.get("facts")
        changes = changed.entries if isinstance(changed, Mapping) else {}
        entries = {**(own.entries if isinstance(own, Mapping) else {}), **changes}
        known = {name: (key, node) for name, (key, node) in entries.items() if not _is_empty(node)}
        facts = Mapping(own.place if own else self.node.place, known)
        found: dict[str, tuple[Scalar, Node]] = {"facts": (example.node.entries["facts"][0], facts)}
        if "without" in self.node.entries:
            found["without"] = self.node.entries["without"]
        return found


def _with_every_place(example: Office) -> Office:
    """Return an example that leaves out no place of its sections."""
    return replace(example, content=example.content.model_copy(update={"skip": {}}))


def _changed_facts(before: Office, after: Office) -> set[str]:
    """Return the facts that are not the same; as they are written, since 1 and 1.0 differ."""
    both = before.entries.keys() | after.entries.keys()
    return {n for n in both if repr(before.entries.get(n)) != repr(after.entries.get(n))}


def _is_empty(node: Node) -> bool:
    return isinstance(node, Scalar) and not node.value


def _find(fragment: str, text: str) -> re.Match[str] | None:
    """Return where a fragment stands; a figure is not found within a longer one."""
    before = "(?<![0-9.])" if fragment[:1].isdigit() else ""
    after = r"(?![0-9]|\.[0-9])" if fragment[-1:].isdigit() else ""
    return re.search(before + re.escape(fragment) + after, text)


def _around(found: re.Match[str], text: str) -> str:
    """Return the clauses in which something was found, with it marked."""
    start = max(text.rfind(mark, 0, found.start()) for mark in "。；\n") + 1
    ends = [at for mark in "。；\n" if (at := text.find(mark, found.end())) >= 0]
    end = min(ends, default=len(text))
    return f"{text[start : found.start()]}【{found[0]}】{text[found.end() : end]}".strip("　 ")
