"""Checks across files: archetypes and their sections, duplicate names, complete examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.document.page_layout import DEFAULT_LAYOUT
from macros.document.proofreading import proofread
from macros.facts.consistency import check_consistency
from macros.facts.context import context_of
from macros.library.library import FRAME, Library
from macros.library.loader import load
from macros.library.office_documents import example_document
from macros.library.summary import Summary
from macros.library.unused import reason_unused
from macros.library.vocabulary_checks import VocabularyCheck, check_unused
from macros.site.page_checks import check_pages
from macros.source.report import Place, Report, nearest
from macros.source.yaml_reader import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.schema.archetypes import Archetype
    from macros.source.yaml_reader import Node

NEEDED_ROLES = (("数据", "成效"), ("问题",), ("打算",))


def check(root: Path) -> tuple[Library, Report]:
    """Return the project under `root` and everything that is wrong with it."""
    library, report = load(root)
    _Checker(library, report, root).run()
    return library, report


class _Checker:
    def __init__(self, library: Library, report: Report, root: Path) -> None:
        self.library, self.report, self.root = library, report, root

    def run(self) -> None:
        VocabularyCheck(self.library.facts, self.library.places, self.report).run()
        self._pairs()
        for archetype in self.library.archetypes.values():
            self._archetype(archetype)
        self._duplicate_names()
        check_pages(self.root, self.library, self.report)
        if self.report.errors:
            return  # the checks below need files without errors
        check_unused(self.library, self.report)
        names = [(o.name, o.node.place_of("name")) for o in self.library.offices.values() if o.name]
        self._report_duplicates("单位名称", names)
        for office in self.library.offices.values():
            self._office(office)

    # --- sections and archetypes ---

    def _pairs(self) -> None:
        """Report sections without a template or an archetype, and templates without a section."""
        sections, templates = self.library.sections, self.library.templates
        self._report_missing(FRAME, self.library.frame, "templates/frame/{}.j2", "缺少模板")
        self._report_missing(sections, templates, "templates/sections/{}.j2", "片段没有模板")
        self._report_missing(templates, sections, "data/sections/{}.yml", "模板没有对应的片段")
        used = {e.use for a in self.library.archetypes.values() for e in a.entries}
        if not self.library.is_unread("data/archetypes/") and used <= sections.keys():
            self._report_missing(sections, used, "data/sections/{}.yml", "没有范本用到这个片段")

    def _report_missing(
        self, names: Iterable[str], known: Iterable[str | None], where: str, what: str
    ) -> None:
        files = [where.format(name) for name in names if name not in set(known)]
        for file in files:
            if file not in self.library.unread:
                self.report.error(Place(file), what, "补上，或删去对应的文件")

    def _archetype(self, archetype: Archetype) -> None:
        source = self.library.archetype_nodes[archetype.id]
        uses = [e.use for e in archetype.entries]
        for node in _uses(source.get("sections")):
            self._use(node, uses)
        roles = {
            self.library.sections[e.use].role
            for e in archetype.entries
            if e.use in self.library.sections
        }
        roles_known = not self.library.is_unread(
            "data/sections/"
        ) and self.library.sections.keys() >= set(uses)
        for needed in NEEDED_ROLES if roles_known else ():
            if roles.isdisjoint(needed):
                what = f"没有“{'”或“'.join(needed)}”一类的章节"
                self.report.error(
                    source.place_of("sections"), what, "写总结要有数据或成效、问题和打算"
                )
        examples = _places(source.get("examples"))
        for example, place in zip(archetype.examples, examples, strict=True):
            office = self.library.offices.get(example)
            if self.library.is_unread(f"data/offices/{example}.yml"):
                continue
            if not office or office.archetype != archetype.id:
                guess = nearest(example, self.library.offices)
                self.report.error(
                    place, f"没有“{example}”这个单位示例", "data/offices 里的文件名", guess
                )
        if archetype.history[-1].version != archetype.version:
            self.report.error(
                source.place_of("version"),
                "version 与 history 最后一条不一致",
                archetype.history[-1].version,
            )
        if archetype.length[0] >= archetype.length[1]:
            self.report.error(source.place_of("length"), "length 的下限不小于上限", "[下限, 上限]")

    def _use(self, written: Scalar, uses: list[str | None]) -> None:
        name, place = written.value, written.place
        unread = self.library.is_unread(f"data/sections/{name}.yml")
        if name not in self.library.sections and not unread:
            guess = nearest(name, self.library.sections)
            self.report.error(place, f"没有“{name}”这个片段", "data/sections 里的文件名", guess)
        if uses.count(name) > 1:
            self.report.error(place, f"片段“{name}”用了两次", "每个片段在一个范本里只用一次")

    def _duplicate_names(self) -> None:
        """Report a title or alias that two archetypes have, at each of its places."""
        names: list[tuple[str, Place]] = []
        for archetype, node in self.library.archetype_nodes.items():
            model = self.library.archetypes[archetype]
            names += [(model.title, node.place_of("title")), (model.short, node.place_of("short"))]
            names += zip(model.aliases, _places(node.get("aliases")), strict=True)
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

    def _office(self, office: Office) -> None:
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
        low, high = archetype.length
        if not low <= document.length <= high:
            self.report.warn(place, f"示例正文{document.length}字", f"{low}到{high}字")

    def _draft(self, office: Office, document: Document, place: Place) -> None:
        """Report why an example's text is not final: facts that lack, or that no sentence uses."""
        summary = Summary(self.library, self.library.archetypes[office.archetype], office.choices)
        facts = office.node.place_of("facts")
        lacking = [name for name in document.blank_facts if name not in office.entries]
        for name in lacking:
            label = summary.specs[name].label
            self.report.error(facts, f"示例缺少“{label}”（{name}）", "示例要填全")
        scope = context_of(summary.specs, office.entries)
        for name in document.unused:
            label, reason = summary.specs[name].label, reason_unused(summary, name, scope)
            self.report.error(facts, f"示例填了“{label}”（{name}），文中没有用到", reason)
        if not lacking and document.blanks:
            gaps = [b.whole_text for b in document.blocks if any(r.blank for r in b.all_runs)]
            what = f"示例正文有空白：{gaps[0][:40]}"
            self.report.error(place, what, "分母不为零，选填的都有判断")


def _places(node: Node | None) -> list[Place]:
    """Return where each item of a list stands."""
    return [item.place for item in node.items] if isinstance(node, Sequence) else []


def _uses(node: Node | None) -> Iterator[Scalar]:
    """Yield each `use` of an outline, groups included."""
    for entry in node.items if isinstance(node, Sequence) else []:
        used = entry.get("use") if isinstance(entry, Mapping) else None
        if isinstance(used, Scalar):
            yield used
        elif isinstance(entry, Mapping):
            yield from _uses(entry.get("sections"))
