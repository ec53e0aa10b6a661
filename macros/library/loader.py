"""Loads the whole project: vocabulary, sections with templates, archetypes, offices, writing rules.

Loading reports every mistake of every file and never stops at the first; a library that comes with
errors is good for showing them and for nothing else.
"""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from macros.document.page_layout import DEFAULT_LAYOUT, read_layouts
from macros.facts.offices import read_office
from macros.library.library import Library, LoadedTemplate, TemplateForm
from macros.schema.archetypes import Archetype, Form, Section
from macros.schema.vocabulary import VocabularyFile
from macros.schema.writing_rules import MistakesFile, RulesFile
from macros.source.atomic_write import exists
from macros.source.encoding import read_text
from macros.source.model import load_model
from macros.source.report import Place, ProblemsFoundError, Report
from macros.source.yaml_reader import Mapping, read_yaml
from macros.templating.compiler import compile_tree
from macros.templating.form_branches import names_in, tree_for_form
from macros.templating.language import FLAGS
from macros.templating.profile import TOO_DEEP, check_template
from macros.templating.render import compile_template, make_environment

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from jinja2 import nodes
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from macros.templating.expressions import CheckedTemplate

FILE_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
COMMENT = re.compile(r"\{#[^\n]*[^\s#\n][^\n]*#\}\n")
LONGEST_NAME = 80
MISTAKES = "mistakes"  # the file in data/writing that holds mistakes, not rules


class _Loader:
    def __init__(self, root: Path, report: Report) -> None:
        self.root, self.report = root, report
        self.library = Library()
        self.environment: ImmutableSandboxedEnvironment = make_environment()

    def load(self) -> Library:
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

    def _facts(self) -> None:
        for path, name in self._files("data/facts"):
            node = read_yaml(path, name, self.report)
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
            node = read_yaml(path, name, self.report)
            section = node and load_model(Section, node, self.report, id=path.stem)
            if section:
                self.library.sections[path.stem] = section
            else:
                self.library.unread.add(name)
        for stem, template in self._templates("templates/sections"):
            self.library.templates[stem] = template
        for stem, template in self._templates("templates/frame"):
            self.library.frame[stem] = template

    def _templates(self, folder: str) -> Iterator[tuple[str, LoadedTemplate]]:
        for path, name in self._files(folder, "*.j2"):
            source = read_text(path, name, self.report)
            template = None if source is None else self._template(source, name)
            if template:
                yield path.stem, template
            else:
                self.library.unread.add(name)

    def _template(self, source: str, name: str) -> LoadedTemplate | None:
        if not source.strip():
            self.report.error(Place(name), "空文件", "模板正文")
            return None
        if not COMMENT.match(source):
            expected = "{# 用一句话写这个模板做什么。 #}，单独一行"
            self.report.error(Place(name), "第一行不是注释", expected)
        if self.library.lost("data/facts/"):
            return None  # its facts may be the ones that could not be read
        facts, environment = self.library.facts, self.environment
        return self._compiled(check_template(source, name, facts, environment, self.report))

    def _compiled(self, reading: CheckedTemplate) -> LoadedTemplate | None:
        if reading.tree is None:
            return None
        try:
            return loaded_template(reading.tree, self.library.facts, self.environment)
        except (RecursionError, SyntaxError):  # Python has limits of its own: 20 loops, 100 blocks
            self.report.error(Place(reading.name), *TOO_DEEP)
            return None

    def _archetypes(self) -> None:
        for path, name in self._files("data/archetypes"):
            node = read_yaml(path, name, self.report)
            archetype = node and load_model(Archetype, node, self.report, id=path.stem)
            if node and archetype:
                self.library.archetypes[path.stem] = archetype
                self.library.sources[path.stem] = node
            else:
                self.library.unread.add(name)

    def _offices(self) -> None:
        for path, name in self._files("data/offices"):
            node = read_yaml(path, name, self.report)
            office = node and read_office(node, path.stem, self.library, self.report)
            if office:
                self.library.offices[path.stem] = office
            else:
                self.library.unread.add(name)

    def _layouts(self) -> None:
        read = {
            path.stem: read_yaml(path, name, self.report)
            for path, name in self._files("data/layouts")
        }
        if DEFAULT_LAYOUT not in read and not self.library.lost("data/layouts"):
            place = Place(f"data/layouts/{DEFAULT_LAYOUT}.yml")
            self.report.error(place, "缺少默认的版式", "补上这个文件")
        nodes = {name: node for name, node in read.items() if node}
        self.library.layouts = read_layouts(nodes, self.report)

    def _writing(self) -> None:
        declared: dict[str, Place] = {}
        for path, name in self._files("data/writing"):
            node = read_yaml(path, name, self.report)
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


def loaded_template(
    tree: nodes.Template, facts: Collection[str], environment: ImmutableSandboxedEnvironment
) -> LoadedTemplate:
    """Return a template that has passed the profile, compiled for each form."""

    def compiled(form: Form) -> TemplateForm:
        own = tree_for_form(tree, form)
        names, body = names_in(own, facts), compile_tree(own)
        return TemplateForm(names, compile_template(environment, own), body)

    first, *others = get_args(Form)
    forms: dict[Form, TemplateForm] = dict.fromkeys(get_args(Form), compiled(first))
    if names_in(tree, FLAGS):
        forms |= {form: compiled(form) for form in others}
    return LoadedTemplate(names_in(tree, facts), forms)


def is_project(root: Path) -> bool:
    """Tell whether a folder is a project: it has archetypes or facts."""
    return exists(root / "data" / "archetypes") or exists(root / "data" / "facts")


def home() -> Path:
    """Return the present folder if it is a project, else the one this module is part of, if any."""
    here, own = Path(), Path(__file__).parents[2]
    return own if is_project(own) and not is_project(here) else here


def load(root: Path) -> tuple[Library, Report]:
    """Return the project under `root` and what is wrong with its files taken one by one.

    A folder that is no project at all raises ProblemsFoundError: one line says all there is to say.
    """
    report = Report()
    if not is_project(root):
        report.error(
            Place(str(root)), "这不是项目文件夹", "先 cd 到项目文件夹，或写 --root 项目文件夹"
        )
        raise ProblemsFoundError(report.errors)
    return _Loader(root, report).load(), report
