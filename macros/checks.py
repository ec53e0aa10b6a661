"""Checks across files: references, duplicates, what nothing uses, whole examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.consistency import check_office
from macros.language import RESERVED
from macros.library import FRAME, Library
from macros.loader import load
from macros.office_documents import document_of
from macros.page_sources import check_pages
from macros.report import Place, Report, nearest
from macros.vocabulary import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from pathlib import Path

    from macros.offices import Office
    from macros.schema import Archetype, Entry
    from macros.vocabulary import FactSpec

NEEDED_ROLES = ("问题", "打算")


def check(root: Path) -> tuple[Library, Report]:
    """Return the project under `root` and everything that is wrong with it."""
    library, report = load(root)
    _Checker(library, report, root).run()
    return library, report


class _Checker:
    def __init__(self, library: Library, report: Report, root: Path) -> None:
        self.library, self.report, self.root = library, report, root

    def run(self) -> None:
        for spec in self.library.facts.values():
            self._fact(spec)
        self._pairs()
        for archetype in self.library.archetypes.values():
            self._archetype(archetype)
        self._duplicates("标题", lambda a: [a.title, a.short])
        self._duplicates("别名", lambda a: [*a.aliases, a.title])
        self._labels()
        check_pages(self.root, self.library, self.report)
        if self.report.errors:
            return  # what follows needs sound parts
        self._unused_facts()
        for office in self.library.offices.values():
            self._office(office)

    # --- vocabulary ---

    def _fact(self, spec: FactSpec) -> None:
        place = self.library.places[spec.id]
        if spec.id in RESERVED:
            self.report.error(place, f"“{spec.id}”是保留的名字", "换一个名字")
        for other in (*spec.sources, *spec.part_of, spec.not_before):
            if other and other not in self.library.facts:
                guess = nearest(other, self.library.facts)
                self.report.error(place, f"“{spec.id}”引用了没有的指标“{other}”", "", guess)
        if self._circular(spec.id, ()):
            self.report.error(place, f"“{spec.id}”绕着圈引用自己", "由直接填报的指标算出")
        for other in spec.sources:
            self._source(spec, other, place)

    def _source(self, spec: FactSpec, other: str, place: Place) -> None:
        source = self.library.facts.get(other)
        if not source:
            return
        if source.type not in NUMBERS or source.approx:
            self.report.error(place, f"“{other}”不能参与计算", "确切的数，不是概数、文字或比率")
        elif spec.sum_of and source.unit != spec.unit:
            self.report.error(place, f"“{other}”的单位与合计不同", spec.unit or "没有单位")

    def _circular(self, name: str, above: tuple[str, ...]) -> bool:
        spec = self.library.facts.get(name)
        if not spec or name in above:
            return name in above
        return any(self._circular(source, (*above, name)) for source in spec.sources)

    def _labels(self) -> None:
        seen: dict[str, str] = {}
        for spec in self.library.facts.values():
            first = seen.setdefault(spec.label, spec.id)
            if first != spec.id:
                place = self.library.places[spec.id]
                self.report.error(place, f"“{spec.label}”与“{first}”的名称相同", "不同的名称")

    def _unused_facts(self) -> None:
        templates = [*self.library.templates.values(), *self.library.frame.values()]
        used = {fact for template in templates for fact in template.facts} | {"last_period"}
        used |= {source for name in used for source in self.library.facts[name].sources}
        used |= {source for name in used for source in self.library.facts[name].sources}
        cited = self._cited()
        for name, spec in self.library.facts.items():
            if name not in used and not (spec.computed and name in cited):
                place = self.library.places[name]
                self.report.error(place, f"没有模板用到指标“{name}”", "在模板里使用它，或删去它")

    def _cited(self) -> set[str]:
        """Return the ids that example offices cite in lists."""
        rows = (
            row
            for office in self.library.offices.values()
            for entry in office.entries.values()
            for row in (entry if isinstance(entry, list) else [])
        )
        return {value for row in rows for value in row.values() if isinstance(value, str)}

    # --- sections and archetypes ---

    def _pairs(self) -> None:
        """Each section has one template, each template one section, and an archetype uses them."""
        sections, templates = self.library.sections, self.library.templates
        self._each(FRAME, self.library.frame, "templates/frame/{}.j2", "缺少模板")
        self._each(sections, templates, "templates/sections/{}.j2", "片段没有模板")
        self._each(templates, sections, "data/sections/{}.yml", "模板没有对应的片段")
        used = {e.use for a in self.library.archetypes.values() for e in a.entries}
        if not self.library.lost("data/archetypes/"):
            self._each(sections, used, "data/sections/{}.yml", "没有范本用到这个片段")

    def _each(
        self, names: Iterable[str], known: Iterable[str | None], where: str, what: str
    ) -> None:
        files = [where.format(name) for name in names if name not in set(known)]
        for file in files:
            if file not in self.library.unread:
                self.report.error(Place(file), what, "补上，或删去对应的文件")

    def _archetype(self, archetype: Archetype) -> None:
        place = _place_of(archetype)
        for entry in archetype.entries:
            self._use(entry, archetype, place)
        roles = {
            self.library.sections[e.use].role
            for e in archetype.entries
            if e.use in self.library.sections
        }
        for role in NEEDED_ROLES:
            if role not in roles and not self.library.lost("data/sections/"):
                self.report.error(place, f"没有“{role}”一类的章节", "写总结要有问题和打算")
        for example in archetype.examples:
            office = self.library.offices.get(example)
            if self.library.lost(f"data/offices/{example}.yml"):
                continue
            if not office or office.archetype != archetype.id:
                guess = nearest(example, self.library.offices)
                self.report.error(
                    place, f"没有“{example}”这个单位示例", "data/offices 里的文件名", guess
                )
        if archetype.history[-1].version != archetype.version:
            self.report.error(
                place, "version 与 history 最后一条不一致", archetype.history[-1].version
            )
        if archetype.length[0] >= archetype.length[1]:
            self.report.error(place, "length 的下限不小于上限", "[下限, 上限]")

    def _use(self, entry: Entry, archetype: Archetype, place: Place) -> None:
        name = entry.use or ""
        if name not in self.library.sections and not self.library.lost(f"data/sections/{name}.yml"):
            guess = nearest(name, self.library.sections)
            self.report.error(place, f"没有“{name}”这个片段", "data/sections 里的文件名", guess)
        if [e.use for e in archetype.entries].count(name) > 1:
            self.report.error(place, f"片段“{name}”用了两次", "每个片段在一个范本里只用一次")

    def _duplicates(self, kind: str, words: Callable[[Archetype], list[str]]) -> None:
        seen: dict[str, str] = {}
        for archetype in self.library.archetypes.values():
            for word in words(archetype):
                first = seen.setdefault(word, archetype.id)
                if first != archetype.id or words(archetype).count(word) > 1:
                    what = f"{kind}“{word}”重复，“{first}”已用"
                    self.report.error(_place_of(archetype), what, "不同的说法")

    # --- offices ---

    def _office(self, office: Office) -> None:
        place = Place(f"data/offices/{office.id}.yml")
        archetype = self.library.archetypes[office.archetype]
        if office.id not in archetype.examples:
            expected = f"写进 data/archetypes/{archetype.id}.yml 的 examples"
            self.report.error(place, "没有范本用到这个单位示例", expected)
        for key in ("name", "note"):
            if not getattr(office, key):
                self.report.error(place, f"缺少“{key}”", f"写上“{key}: …”")
        before = len(self.report.errors)
        for name in self.library.missing(archetype, office.entries, office.without):
            label = self.library.facts[name].label
            self.report.error(
                office.node.place_of("facts"), f"示例缺少“{label}”（{name}）", "示例要填全"
            )
        check_office(self.library, office, self.report)
        if len(self.report.errors) == before:
            self._text(office, archetype, place)

    def _text(self, office: Office, archetype: Archetype, place: Place) -> None:
        document = document_of(self.library, office)
        if document.draft:
            gaps = [block.text for block in document.blocks if any(r.blank for r in block.runs)]
            self.report.error(
                place, f"示例正文有空白：{gaps[0][:40]}", "分母不为零，选填的都有判断"
            )
        low, high = archetype.length
        if not low <= document.length <= high:
            self.report.warn(place, f"示例正文{document.length}字", f"{low}到{high}字")


def _place_of(archetype: Archetype) -> Place:
    return Place(f"data/archetypes/{archetype.id}.yml")
