"""Checks across files: archetypes and their sections, duplicate names, complete examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.dictionary_checks import check_dictionary
from macros.library.library import FRAME, OWN_FRAME, Library
from macros.library.loader import load
from macros.library.term_checks import check_terms
from macros.library.vocabulary_checks import VocabularyCheck, check_unused
from macros.site.archetype_checks import check_archetype, places_of
from macros.site.case_checks import check_offices_of_cases
from macros.site.example_checks import check_examples
from macros.site.example_set_checks import check_names_in_templates, remark_on_examples
from macros.site.fact_checks import check_facts, remark_on_sides
from macros.site.former_name_checks import check_former_names
from macros.site.gap_checks import check_gaps
from macros.site.mark_checks import check_marks
from macros.site.page_checks import check_pages
from macros.site.place_checks import check_places
from macros.site.question_checks import check_questions
from macros.site.relation_checks import check_relations
from macros.site.schema_line_checks import check_schema_lines
from macros.site.wanted_checks import check_wanted
from macros.source.report import Place, Report

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Set as AbstractSet
    from pathlib import Path


def check(root: Path, library: Library | None = None) -> tuple[Library, Report]:
    """Return the project under `root` and everything that is wrong with it."""
    library, report = load(root, library)
    _Checker(library, report, root).run()
    return library, report


# What the checks of examples rely on: a mistake in it would show as many others.
READ_FIRST = ("data/", "templates/")
DISTINCT = "不同的说法"
COVERED = f"{DISTINCT}；有了专门的范本，从 covers 里删去"
UNFINISHED = "单位示例的正文还没有检查：改好上面的错误，再检查一次。"


INDEX = "index"  # the page of all sections, or of a folder


def _reserved_for(section: str) -> str:
    """Return what else the name of a section stands for, in words; empty where it may be used."""
    if section == INDEX:
        return "目录页"
    return "自拟内容" if section == OWN_FRAME or section.startswith("own-") else ""


class _Checker:
    def __init__(self, library: Library, report: Report, root: Path) -> None:
        self.library, self.report, self.root = library, report, root

    def run(self) -> None:
        VocabularyCheck(self.library.facts, self.library.places, self.report).run()
        check_dictionary(self.library, self.report)
        check_terms(self.library, self.root, self.report)
        check_facts(self.library, self.report)
        check_relations(self.library, self.report)
        check_marks(self.library, self.report)
        check_gaps(self.library, self.report)
        check_former_names(self.library, self.report)
        self._pairs()
        for archetype in self.library.archetypes.values():
            check_archetype(archetype, self.library, self.report)
        check_wanted(self.library, self.report)
        self._duplicate_names()
        check_places(self.library, self.report)
        check_schema_lines(self.root, self.report)
        check_pages(self.root, self.library, self.report)
        if any(problem.place.file.startswith(READ_FIRST) for problem in self.report.errors):
            self.report.unfinished = UNFINISHED
            return
        check_unused(self.library, self.report)
        names = [(o.name, o.node.place_of("name")) for o in self.library.offices.values() if o.name]
        self._report_duplicates("单位名称", names)
        check_names_in_templates(self.root, self.library, self.report)
        check_offices_of_cases(self.library, self.report)
        check_examples(self.library, self.report)
        if not self.report.errors:  # the texts of examples tell, once they are whole
            self.library.remark(remark_on_examples, self.report)
            check_questions(self.library, self.report)
            self.library.remark(remark_on_sides, self.report)

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
        for name in filter(_reserved_for, sections):
            place, expected = Place(f"data/sections/{name}.yml"), "把片段和它的模板改个名字"
            what = f"片段不能叫“{name}”，这个名字留给{_reserved_for(name)}"
            self.report.error(place, what, expected)
        if INDEX in self.library.archetypes:
            what = f"范本不能叫“{INDEX}”，这个名字留给目录页"
            self.report.error(Place(f"data/archetypes/{INDEX}.yml"), what, "改个名字")

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
        covered: set[Place] = set()
        for archetype, node in self.library.archetype_nodes.items():
            model = self.library.archetypes[archetype]
            names += [(model.title, node.place_of("title")), (model.short, node.place_of("short"))]
            names += zip(model.aliases, places_of(node.get("aliases")), strict=True)
            names += zip(model.covers, places_of(node.get("covers")), strict=True)
            covered.update(places_of(node.get("covers")))
        self._report_duplicates("标题或别名", names, covered)

    def _report_duplicates(
        self,
        kind: str,
        words: Iterable[tuple[str, Place]],
        covered: AbstractSet[Place] = frozenset(),
    ) -> None:
        places: dict[str, list[Place]] = {}
        for word, place in words:
            places.setdefault(word, []).append(place)
        for word, found in places.items():
            expected = COVERED if covered & set(found) else DISTINCT
            for place in found if len(found) > 1 else ():
                other = next(p for p in found if p is not place)
                self.report.error(place, f"{kind}“{word}”重复，{other}也用了", expected)
