"""Loads the whole project: kinds, vocabulary, sections, templates, archetypes, offices, rules.

Loading reports every mistake of every file and never stops at the first; a library with errors must
not be used for anything but further checks.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from macros.document.page_layout import DEFAULT_LAYOUT, read_layouts
from macros.library.facts_file_reader import read_facts_file
from macros.library.library import Library
from macros.library.templates import load_template
from macros.schema.archetypes import Archetype, Section
from macros.schema.kinds import Kinds
from macros.schema.vocabulary import VocabularyFile
from macros.schema.writing_rules import MistakesFile, RulesFile
from macros.source.atomic_write import exists
from macros.source.encoding import read_text
from macros.source.model import load_model
from macros.source.report import Place, ProblemsFoundError, Report
from macros.source.yaml_reader import Mapping, parse_yaml
from macros.templating.environment import make_environment

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.facts.offices import Office
    from macros.library.templates import LoadedTemplate


FILE_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
LONGEST_NAME = 80
KINDS = "data/kinds.yml"
MISTAKES = "mistakes"  # the file in data/writing that holds mistakes, not rules


class _Loader:
    def __init__(self, root: Path, library: Library, report: Report) -> None:
        self.root, self.library, self.report = root, library, report

    def load(self) -> Library:
        self._kinds()
        self._facts()
        self._sections()
        self._archetypes()
        self._offices()
        self._writing()
        self._layouts()
        return self.library

    def _files(self, folder: str, pattern: str = "*.yml") -> Iterator[tuple[Path, str]]:
        base = self.root / folder
        if not base.is_dir():
            self.report.error(Place(folder), "没有这个文件夹", "项目的完整副本")
            self.library.unread.add(f"{folder}/")
            return
        for path in sorted(base.iterdir()):
            name = f"{folder}/{path.name}"
            if path.name.startswith("."):
                continue
            if not path.match(pattern):
                self.report.error(Place(name), "不该在这里的文件", f"只放 {pattern} 文件")
            elif len(path.stem) > LONGEST_NAME or not FILE_NAME.fullmatch(path.stem):
                self.report.error(
                    Place(name), "文件名不规范", "小写英文字母、数字和连接符，80个字符以内"
                )
            else:
                yield path, name

    def _yaml(self, path: Path, name: str) -> Mapping | None:
        text = read_text(path, name, self.report)
        return None if text is None else self.library.remember(_parsed, self.report, name, text)

    def _kinds(self) -> None:
        path = self.root / KINDS
        if not exists(path):
            self.report.error(Place(KINDS), "没有这个文件", "项目的完整副本")
        node = self._yaml(path, KINDS) if exists(path) else None
        kinds = node and load_model(Kinds, node, self.report)
        if kinds:
            self.library.kinds = kinds
        else:
            self.library.unread.add(KINDS)

    def _facts(self) -> None:
        for path, name in self._files("data/facts"):
            node = self._yaml(path, name)
            loaded = node and load_model(VocabularyFile, node, self.report)
            if not node or not loaded:
                self.library.unread.add(name)
                continue
            facts = node.get("facts")
            for fact, spec in loaded.facts.items():
                place = facts.place_of(fact) if isinstance(facts, Mapping) else node.place
                first = self.library.places.setdefault(fact, place)
                if first is not place:
                    self.report.error(place, f"指标“{fact}”重复声明", f"只在{first}声明")
                self.library.facts.setdefault(fact, spec)
        if not self.library.facts and not self.library.unread:
            self.report.error(Place("data/facts"), "一个指标也没有", "至少一个指标文件")
            self.library.unread.add("data/facts/")

    def _sections(self) -> None:
        for path, name in self._files("data/sections"):
            node = self._yaml(path, name)
            section = node and self.library.remember(_section, self.report, path.stem, node)
            if node and section:
                self.library.sections[path.stem] = section
                self.library.section_nodes[path.stem] = node
            else:
                self.library.unread.add(name)
        for stem, template in self._templates("templates/sections"):
            self.library.templates[stem] = template
        for stem, template in self._templates("templates/frame"):
            self.library.frame[stem] = template

    def _templates(self, folder: str) -> Iterator[tuple[str, LoadedTemplate]]:
        for path, name in self._files(folder, "*.j2"):
            template = self._template(path, name)
            if template:
                yield path.stem, template
            else:
                self.library.unread.add(name)

    def _template(self, path: Path, name: str) -> LoadedTemplate | None:
        source = read_text(path, name, self.report)
        if source is None:
            return None
        return self.library.remember(_template, self.report, name, source)

    def _archetypes(self) -> None:
        for path, name in self._files("data/archetypes"):
            node = self._yaml(path, name)
            archetype = node and self.library.remember(_archetype, self.report, path.stem, node)
            if node and archetype:
                self.library.archetypes[path.stem] = archetype
                self.library.archetype_nodes[path.stem] = node
            else:
                self.library.unread.add(name)

    def _offices(self) -> None:
        for path, name in self._files("data/offices"):
            node = self._yaml(path, name)
            office = node and self.library.remember(_office, self.report, path.stem, node)
            if office:
                self.library.offices[path.stem] = office
            else:
                self.library.unread.add(name)

    def _layouts(self) -> None:
        read = {path.stem: self._yaml(path, name) for path, name in self._files("data/layouts")}
        if DEFAULT_LAYOUT not in read and not self.library.is_unread("data/layouts"):
            place = Place(f"data/layouts/{DEFAULT_LAYOUT}.yml")
            self.report.error(place, "缺少默认的版式", "补上这个文件")
        nodes = {name: node for name, node in read.items() if node}
        self.library.layouts = read_layouts(nodes, self.report)

    def _writing(self) -> None:
        declared: dict[str, Place] = {}
        for path, name in self._files("data/writing"):
            node = self._yaml(path, name)
            if path.stem == MISTAKES:
                page = node and load_model(MistakesFile, node, self.report)
                self.library.mistakes = page.mistakes if page else {}
                continue
            loaded = node and load_model(RulesFile, node, self.report)
            if node and loaded:
                self._rules(loaded, node, declared)

    def _rules(self, loaded: RulesFile, node: Mapping, declared: dict[str, Place]) -> None:
        rules = node.get("rules")
        for name, rule in loaded.rules.items():
            place = rules.place_of(name) if isinstance(rules, Mapping) else node.place
            first = declared.setdefault(name, place)
            if first is not place:
                self.report.error(place, f"规则“{name}”重复", f"只在{first}写一次")
            self.library.rules.setdefault(name, rule)


def _section(_: Library, report: Report, stem: str, node: Mapping) -> Section | None:
    return load_model(Section, node, report, id=stem)


def _template(library: Library, report: Report, name: str, source: str) -> LoadedTemplate | None:
    # While facts are unread, an unknown name may be declared in a file with mistakes.
    facts = None if library.is_unread("data/facts/") else library.facts
    return load_template(source, name, facts, make_environment(), report)


def _archetype(_: Library, report: Report, stem: str, node: Mapping) -> Archetype | None:
    return load_model(Archetype, node, report, id=stem)


def _office(library: Library, report: Report, stem: str, node: Mapping) -> Office | None:
    return read_facts_file(node, stem, library, report)


def _parsed(_: Library, report: Report, name: str, text: str) -> Mapping | None:
    return parse_yaml(text, name, report)


def is_project(root: Path) -> bool:
    """Tell whether a folder is a project, that is, has archetypes or facts."""
    return exists(root / "data" / "archetypes") or exists(root / "data" / "facts")


def default_root() -> Path:
    """Return the current folder if it is a project, else the one that this module belongs to."""
    here, own = Path(), Path(__file__).parents[2]
    return own if is_project(own) and not is_project(here) else here


def load(root: Path, library: Library | None = None) -> tuple[Library, Report]:
    """Return the project under `root`, and the mistakes of each file by itself.

    Raises ProblemsFoundError when the folder is no project: one message then says it all.
    """
    report = Report()
    if not is_project(root):
        report.error(
            Place(str(root)), "这不是项目文件夹", "先 cd 到项目文件夹，或写 --root 项目文件夹"
        )
        raise ProblemsFoundError(report.errors)
    return _Loader(root, library or Library(), report).load(), report
