"""Loads the whole project: kinds, vocabulary, sections, templates, archetypes, offices, rules.

Loading reports every mistake of every file and never stops at the first; a library with errors must
not be used for anything but further checks.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from macros.document.page_layout import DEFAULT_LAYOUT, read_layouts
from macros.library.dictionary_files import DOCUMENTS, INDICATORS, read_dictionary
from macros.library.facts_file_reader import read_facts_file
from macros.library.library import Library
from macros.library.templates import load_template
from macros.library.vocabulary_files import entry_of, read_vocabulary
from macros.schema.archetypes import Archetype, Section
from macros.schema.cases import CasesFile
from macros.schema.kinds import Kinds
from macros.schema.questions import QuestionsFile
from macros.schema.retired import Retired
from macros.schema.terms import NO_TERMS, Terms
from macros.schema.writing_rules import MistakesFile, RulesFile
from macros.source.atomic_write import exists
from macros.source.encoding import read_text
from macros.source.model import Model, load_model
from macros.source.report import Place, ProblemsFoundError, Report, nearest
from macros.source.yaml_reader import Mapping, parse_yaml
from macros.templating.environment import make_environment

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.facts.offices import Office
    from macros.library.templates import LoadedTemplate


Loaded = TypeVar("Loaded", bound=Model)

FILE_NAME = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LONGEST_NAME = 80
KINDS = "data/kinds.yml"
RETIRED = "data/retired.yml"  # there once something has been retired
CASES = "data/cases"
RULES = "data/writing/rules"
MISTAKES = "mistakes"  # the file in data/writing that holds mistakes
TERMS = "terms"  # the one that holds terms that have been replaced
QUESTIONS = "questions"  # the one that holds what a demanding reader asks


class _Loader:
    def __init__(self, root: Path, library: Library, report: Report) -> None:
        self.root, self.library, self.report = root, library, report

    def load(self) -> Library:
        self._kinds()
        self._retired()
        self._dictionary()
        self._facts()
        self._sections()
        self._archetypes()
        self._offices()
        self._cases()
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
            if path.name.startswith(".") or name == RULES:
                continue
            if not path.match(pattern):
                self.report.error(Place(name), "不该在这里的文件", f"只放 {pattern} 文件")
            elif len(path.stem) > LONGEST_NAME or not FILE_NAME.fullmatch(path.stem):
                expected = "小写英文字母、数字和连接符，字母开头，80个字符以内"
                self.report.error(Place(name), "文件名不规范", expected)
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
        kinds = node and self._model(Kinds, node)
        if kinds:
            self.library.kinds, self.library.kinds_node = kinds, node
        else:
            self.library.unread.add(KINDS)

    def _retired(self) -> None:
        path = self.root / RETIRED
        node = self._yaml(path, RETIRED) if exists(path) else None
        retired = node and self._model(Retired, node)
        if retired:
            self.library.retired = retired

    def _dictionary(self) -> None:
        documents = self.root / DOCUMENTS
        paths = [(documents, DOCUMENTS)] if exists(documents) else []
        if exists(self.root / INDICATORS):
            paths += self._files(INDICATORS)
        nodes = self._nodes(paths)
        read = self.library.remember(read_dictionary, self.report, INDICATORS, *nodes)
        self.library.dictionary = read.dictionary
        self.library.unread |= read.unread

    def _facts(self) -> None:
        nodes = self._nodes(self._files("data/facts"))
        read = self.library.remember(read_vocabulary, self.report, "data/facts", *nodes)
        self.library.facts, self.library.places = dict(read.facts), dict(read.places)
        self.library.fact_nodes = dict(read.nodes)
        self.library.unread |= read.unread
        if not self.library.facts and not self.library.unread:
            self.report.error(Place("data/facts"), "一个指标也没有", "至少一个指标文件")
            self.library.unread.add("data/facts/")

    def _nodes(self, paths: Iterable[tuple[Path, str]]) -> list[Mapping]:
        """Return the trees of files; those that cannot be read are remembered as unread."""
        read = {name: self._yaml(path, name) for path, name in paths}
        self.library.unread.update(name for name, node in read.items() if not node)
        return [node for node in read.values() if node]

    def _model(self, model: type[Loaded], node: Mapping) -> Loaded | None:
        return self.library.remember(_modelled, self.report, node.place.file, node, model)

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

    def _cases(self) -> None:
        """Read the cases, which no archetype must have."""
        for path, name in self._files(CASES) if exists(self.root / CASES) else ():
            node = self._yaml(path, name)
            cases = node and self._model(CasesFile, node)
            if node and cases:
                self.library.cases[path.stem] = cases
                self.library.case_nodes[path.stem] = node
                self._check_of_archetype(path.stem, Place(name))

    def _check_of_archetype(self, name: str, place: Place) -> None:
        known = self.library.archetypes
        if name not in known and not self.library.is_unread(f"data/archetypes/{name}.yml"):
            what, expected = f"没有“{name}”这个范本", "文件名是范本的 id"
            self.report.error(place, what, expected, nearest(name, known))

    def _layouts(self) -> None:
        read = {path.stem: self._yaml(path, name) for path, name in self._files("data/layouts")}
        if DEFAULT_LAYOUT not in read and not self.library.is_unread("data/layouts"):
            place = Place(f"data/layouts/{DEFAULT_LAYOUT}.yml")
            self.report.error(place, "缺少默认的版式", "补上这个文件")
        nodes = {name: node for name, node in read.items() if node}
        self.library.layouts = read_layouts(nodes, self.report)

    def _writing(self) -> None:
        readers = {MISTAKES: self._mistakes, TERMS: self._terms, QUESTIONS: self._questions}
        for path, name in self._files("data/writing"):
            if read := readers.get(path.stem):
                read(self._yaml(path, name))
            else:
                self.report.error(Place(name), "不该在这里的文件", f"写作规范放在 {RULES}")
        self._rule_files()

    def _mistakes(self, node: Mapping | None) -> None:
        page = node and self._model(MistakesFile, node)
        self.library.mistakes = page.mistakes if page else {}

    def _terms(self, node: Mapping | None) -> None:
        self.library.terms = (node and self._model(Terms, node)) or NO_TERMS

    def _rule_files(self) -> None:
        declared: dict[str, Place] = {}
        for path, name in self._files(RULES):
            node = self._yaml(path, name)
            loaded = node and self._model(RulesFile, node)
            if node and loaded:
                self._rules(loaded, node, declared)

    def _questions(self, node: Mapping | None) -> None:
        loaded = node and self._model(QuestionsFile, node)
        if node and loaded:
            self.library.questions = dict(loaded.questions)
            written = node.get("questions")
            self.library.question_nodes = {n: entry_of(written, n) for n in loaded.questions}

    def _rules(self, loaded: RulesFile, node: Mapping, declared: dict[str, Place]) -> None:
        rules = node.get("rules")
        for name, rule in loaded.rules.items():
            place = rules.place_of(name) if isinstance(rules, Mapping) else node.place
            first = declared.setdefault(name, place)
            if first is not place:
                self.report.error(place, f"规则“{name}”重复", f"只在{first}写一次")
            self.library.rules.setdefault(name, rule)


def _modelled(
    _: Library, report: Report, __: str, node: Mapping, model: type[Loaded]
) -> Loaded | None:
    return load_model(model, node, report)


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
