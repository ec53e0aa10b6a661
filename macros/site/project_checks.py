"""Checks across files: archetypes and their sections, duplicate names, complete examples."""

from __future__ import annotations

from copy import deepcopy
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from macros.document.page_layout import DEFAULT_LAYOUT
from macros.document.proofreading import proofread
from macros.facts.consistency import check_consistency
from macros.facts.context import context_of
from macros.facts.paths import label_at
from macros.figures.periods import Period
from macros.library.library import FRAME, OWN_FRAME, Library
from macros.library.loader import load
from macros.library.office_documents import example_document
from macros.library.summary import Summary
from macros.library.unused import lacking_facts, reason_unused
from macros.library.vocabulary_checks import VocabularyCheck, check_unused
from macros.site.archetype_checks import check_archetype, places_of
from macros.site.gap_checks import check_gaps
from macros.site.page_checks import check_pages
from macros.site.place_checks import check_places
from macros.source.report import Place, Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.schema.archetypes import Archetype


def check(root: Path, library: Library | None = None) -> tuple[Library, Report]:
    """Return the project under `root` and everything that is wrong with it."""
    library, report = load(root, library)
    _Checker(library, report, root).run()
    return library, report


def _is_reserved(section: str) -> bool:
    """Tell whether a file's own content uses the name of a section for something else."""
    return section == OWN_FRAME or section.startswith("own-")


class _Checker:
    def __init__(self, library: Library, report: Report, root: Path) -> None:
        self.library, self.report, self.root = library, report, root

    def run(self) -> None:
        VocabularyCheck(self.library.facts, self.library.places, self.report).run()
        check_gaps(self.library, self.report)
        self._pairs()
        for archetype in self.library.archetypes.values():
            check_archetype(archetype, self.library, self.report)
        self._duplicate_names()
        check_places(self.library, self.report)
        check_pages(self.root, self.library, self.report)
        if self.report.errors:
            return  # the checks below need files without errors
        check_unused(self.library, self.report)
        names = [(o.name, o.node.place_of("name")) for o in self.library.offices.values() if o.name]
        self._report_duplicates("单位名称", names)
        for office in self.library.offices:
            self.library.check(_check_office, self.report, office)

    # --- files that belong together ---

    def _pairs(self) -> None:
        """Report sections without a template or an archetype, and templates without a section."""
        sections, templates = self.library.sections, self.library.templates
        self._report_missing(FRAME, self.library.frame, "templates/frame/{}.j2", "缺少模板")
        self._report_missing(sections, templates, "templates/sections/{}.j2", "片段没有模板")
        self._report_missing(templates, sections, "data/sections/{}.yml", "模板没有对应的片段")
        used = {e.use for a in self.library.archetypes.values() for e in a.entries}
        if not self.library.is_unread("data/archetypes/") and used <= sections.keys():
            self._report_missing(sections, used, "data/sections/{}.yml", "没有范本用到这个片段")
        for name in filter(_is_reserved, sections):
            place, expected = Place(f"data/sections/{name}.yml"), "把片段和它的模板改个名字"
            self.report.error(place, f"片段不能叫“{name}”，这个名字留给自拟内容", expected)

    def _report_missing(
        self, names: Iterable[str], known: Iterable[str | None], where: str, what: str
    ) -> None:
        files = [where.format(name) for name in names if name not in set(known)]
        for file in files:
            if file not in self.library.unread:
                self.report.error(Place(file), what, "补上，或删去对应的文件")

    def _duplicate_names(self) -> None:
        """Report a title or alias that two archetypes have, at each of its places."""
        names: list[tuple[str, Place]] = []
        for archetype, node in self.library.archetype_nodes.items():
            model = self.library.archetypes[archetype]
            names += [(model.title, node.place_of("title")), (model.short, node.place_of("short"))]
            names += zip(model.aliases, places_of(node.get("aliases")), strict=True)
            names += zip(model.covers, places_of(node.get("covers")), strict=True)
        self._report_duplicates("标题或别名", names)

    def _report_duplicates(self, kind: str, words: Iterable[tuple[str, Place]]) -> None:
        places: dict[str, list[Place]] = {}
        for word, place in words:
            places.setdefault(word, []).append(place)
        for word, found in places.items():
            for place in found if len(found) > 1 else ():
                other = next(p for p in found if p is not place)
                self.report.error(place, f"{kind}“{word}”重复，{other}也用了", "不同的说法")

    # --- offices ---

    def office(self, office: Office) -> None:
        """Report what is wrong with an example office and its text."""
        place = Place(f"data/offices/{office.id}.yml")
        archetype = self.library.archetypes[office.archetype]
        asked = Summary(self.library, archetype, office.choices).facts
        if office.id not in archetype.examples:
            expected = f"写进 data/archetypes/{archetype.id}.yml 的 examples"
            self.report.error(place, "没有范本用到这个单位示例", expected)
        for key in ("name", "note"):
            if not getattr(office, key):
                self.report.error(place, f"缺少“{key}”", f"写上“{key}: …”")
        before = len(self.report.errors)
        check_consistency(office, asked, self.report)
        if len(self.report.errors) == before and DEFAULT_LAYOUT in self.library.layouts:
            self._text(office, archetype, place)

    def _text(self, office: Office, archetype: Archetype, place: Place) -> None:
        document = example_document(self.library, office)
        if document.draft:
            self._draft(office, document, place)
            return
        for what, expected in proofread(document):
            self.report.error(place, what, expected)
        self._length(office, archetype, document.length, place)

    def _length(self, office: Office, archetype: Archetype, length: int, place: Place) -> None:
        period = office.entries.get("period")
        kind = period.kind if isinstance(period, Period) else archetype.periods[0]
        low, high = archetype.lengths[kind]
        if not low <= length <= high:
            self.report.warn(place, f"示例正文{length}字", f"{low}到{high}字")

    def _draft(self, office: Office, document: Document, place: Place) -> None:
        """Report why an example's text is not final: facts that lack, or that no sentence uses."""
        summary = Summary(self.library, self.library.archetypes[office.archetype], office.choices)
        facts = office.node.place_of("facts")
        lacking = lacking_facts(document, office.entries)
        for name in lacking:
            label = summary.specs[name].label
            self.report.error(facts, f"示例缺少“{label}”（{name}）", "示例要填全")
        scope = context_of(summary.specs, office.entries)
        for path in document.unused:
            label, reason = label_at(summary.specs, path), reason_unused(summary, path, scope)
            self.report.error(facts, f"示例填了“{label}”（{path}），文中没有用到", reason)
        if not lacking and document.blanks:
            gaps = [b.whole_text for b in document.blocks if any(r.blank for r in b.all_runs)]
            what = f"示例正文有空白：{gaps[0][:40]}"
            self.report.error(place, what, "分母不为零，选填的都有判断")


def _check_office(library: Library, report: Report, name: str) -> None:
    office = library.offices[name]
    # The check takes wrong citations out of the records: out of these, not those of the library.
    own = replace(office, entries=deepcopy(office.entries))
    _Checker(library, report, Path()).office(own)
