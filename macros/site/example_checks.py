"""Checks the example offices: their facts, and the text that these make."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.document.document import fact_of
from macros.document.page_layout import DEFAULT_LAYOUT
from macros.document.proofreading import proofread
from macros.facts.consistency import check_consistency
from macros.facts.context import context_of
from macros.facts.paths import label_at
from macros.figures.conditions import zero
from macros.library.blanks import impossible_values, lacking_facts
from macros.library.office_documents import example_document
from macros.library.summary import Summary
from macros.library.unused import reason_unused
from macros.site.case_checks import check_cases
from macros.site.example_reader_checks import check_reader
from macros.site.example_text_checks import check_example_text
from macros.source.report import Place
from macros.source.yaml_reader import Mapping

if TYPE_CHECKING:
    from macros.document.document import Document
    from macros.facts.entries import Entry
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.source.report import Report
    from macros.templating.render import Scope


def check_examples(library: Library, report: Report) -> None:
    """Report what is wrong with each example; the library must have no errors."""
    for office in library.offices:
        library.check(_check_example, report, office)


def _check_example(library: Library, report: Report, name: str) -> None:
    office = library.offices[name]
    # The check takes wrong citations out of the records: out of these, not those of the library.
    own = replace(office, entries={key: _copied(e) for key, e in office.entries.items()})
    before = len(report.errors)
    _ExampleCheck(own, library, report).run()
    if len(report.errors) == before:  # else its cases would show the same mistakes again
        check_cases(office, library, report)


def _copied(entry: Entry) -> Entry:
    return [dict(record) for record in entry] if isinstance(entry, list) else entry


class _ExampleCheck:
    def __init__(self, office: Office, library: Library, report: Report) -> None:
        self.office, self.library, self.report = office, library, report
        self.archetype = library.archetypes[office.archetype]
        self.summary = Summary(library, self.archetype, office.choices)
        self.place = Place(f"data/offices/{office.id}.yml")

    def run(self) -> None:
        if self.office.id not in self.archetype.examples:
            expected = f"写进 data/archetypes/{self.archetype.id}.yml 的 examples"
            self.report.error(self.place, "没有范本用到这个单位示例", expected)
        for key in ("name", "note"):
            if not getattr(self.office, key):
                self.report.error(self.place, f"缺少“{key}”", f"写上“{key}: …”")
        before = len(self.report.errors)
        check_consistency(self.office, self.summary.facts, self.report, self.library.places)
        if len(self.report.errors) == before and DEFAULT_LAYOUT in self.library.layouts:
            self._text()

    def _text(self) -> None:
        document = example_document(self.library, self.office)
        if document.draft:
            self._draft(document)
            return
        for what, expected in proofread(document):
            self.report.error(self.place, what, expected)
        check_example_text(self.office, document, self.library, self.report)
        check_reader(self.office, document, self.summary, self.report)

    def _unused(self, path: str, scope: Scope) -> tuple[str, str]:
        """Return that no sentence uses a fact, and what to do; of a zero that none says it."""
        label, reason = label_at(self.summary.specs, path), reason_unused(self.summary, path, scope)
        spec = self.summary.specs.get(path)
        if spec and spec.traits.number and zero(scope(path)):
            what = f"“{label}”（{path}）本期是零，文中没有写出来"
            return what, f"{reason}；零也要写一句，如 {{{{ told({path}, '…', '没有…') }}}}"
        return f"示例填了“{label}”（{path}），文中没有用到", reason

    def _draft(self, document: Document) -> None:
        """Report why an example's text is not final: facts that lack, or that no sentence uses."""
        written, specs = self.office.node.get("facts"), self.summary.specs
        facts = self.office.node.place_of("facts")
        lacking = lacking_facts(document, self.office.entries)
        for name in lacking:
            what = f"示例缺少“{specs[name].label}”（{name}）"
            self.report.error(facts, what, "示例要填全")
        impossible = impossible_values(document, specs, self.office.entries)
        for values in impossible:
            self.report.error(facts, f"{values}算不出结果", "改其中的数，分母不为零")
        scope = context_of(specs, self.office.entries)
        for path in document.unused:
            name = fact_of(path)
            place = written.place_of(name) if isinstance(written, Mapping) else facts
            self.report.error(place, *self._unused(path, scope))
        if not lacking and not impossible and document.blanks:
            gaps = [b.whole_text for b in document.blocks if any(r.blank for r in b.all_runs)]
            what = f"示例正文有空白：{gaps[0][:40]}"
            self.report.error(self.place, what, "分母不为零，选填的都有判断")
