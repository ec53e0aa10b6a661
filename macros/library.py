"""Loads the whole project: vocabulary, sections with templates, archetypes, offices, writing rules.

Loading reports every mistake of every file and never stops at the first; a library that comes with
errors is good for showing them and for nothing else.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.compiler import Body, compile_tree
from macros.entries import Entries, Entry, EntryReader
from macros.profile import TOO_DEEP, Reading, read_template
from macros.render import compile_template, make_environment
from macros.report import Place, ProblemsFoundError, Report, nearest
from macros.schema import (
    Archetype,
    CommonMistake,
    FactsFile,
    FactSpec,
    MistakesFile,
    Rule,
    RulesFile,
    Section,
    load_model,
)
from macros.source import Mapping, Scalar, Sequence, plain, read_text, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from jinja2 import Template
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    from macros.document import Document

FRAME = ("title", "signature", "date")
OFFICE_KEYS = ("archetype", "name", "note", "without", "headings", "carried", "facts")
# What a draft of the browser's has besides, which a summary is not made from here.
DRAFT_KEYS = ("schema", "version", "title", "edits")
FILE_NAME = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
LONGEST_NAME = 80
MISTAKES = "mistakes"  # the file in data/writing that holds mistakes, not rules


@dataclass(frozen=True)
class LoadedTemplate:
    """A template that passed the profile: what it needs, how it renders here and in the browser."""

    name: str
    facts: tuple[str, ...]
    code: Template
    body: Body


@dataclass(frozen=True)
class Office:
    """The facts of one office for one period, and which optional sections it leaves out."""

    id: str
    archetype: str
    name: str
    note: str
    without: tuple[str, ...]
    entries: Entries
    node: Mapping
    headings: dict[str, str] = field(default_factory=dict)  # own headings, by section
    carried: tuple[str, ...] = ()  # what was rolled forward and nobody has confirmed


@dataclass
class Library:
    """Everything the project knows, by id."""

    facts: dict[str, FactSpec] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    templates: dict[str, LoadedTemplate] = field(default_factory=dict)
    frame: dict[str, LoadedTemplate] = field(default_factory=dict)
    archetypes: dict[str, Archetype] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    mistakes: dict[str, CommonMistake] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)  # where each fact is declared
    documents: dict[str, Document] = field(default_factory=dict)  # of the offices, as composed
    unread: set[str] = field(default_factory=set)  # files with mistakes; not missing, but unknown
    _names: dict[str, set[str]] = field(default_factory=dict, init=False, repr=False)

    def facts_of(self, archetype: Archetype, without: Iterable[str] = ()) -> list[str]:
        """Return the facts an office enters for an archetype, in the order the text needs them."""
        used = [e.use for e in archetype.entries if e.use and e.use not in set(without)]
        templates = [self.frame[name] for name in FRAME if name in self.frame]
        templates += [self.templates[name] for name in used if name in self.templates]
        named = [fact for template in templates for fact in template.facts]
        return self.entered(named)

    def entered(self, names: list[str]) -> list[str]:
        """Return the facts an office enters so that all of `names` can be shown, in order."""
        return list(dict.fromkeys(self._entered(names)))

    def _entered(self, names: list[str], above: tuple[str, ...] = ()) -> Iterator[str]:
        """Yield what `names` are entered as; the check reports unknown and circular sources."""
        for name in names:
            spec = self.facts.get(name)
            if spec is None or name in above:
                continue
            yield from self._entered(spec.sources, (*above, name)) if spec.computed else [name]
            if name == "period":
                yield "last_period"

    def names_of(self, archetype: Archetype) -> set[str]:
        """Return every fact an archetype may show: entered, and computed from those."""
        if archetype.id not in self._names:
            self._names[archetype.id] = self._names_of(archetype)
        return self._names[archetype.id]

    def _names_of(self, archetype: Archetype) -> set[str]:
        entered = set(self.facts_of(archetype))
        computed = {n for n, spec in self.facts.items() if spec.computed}
        return entered | {n for n in computed if entered.issuperset(self._entered([n]))}

    def missing(
        self, archetype: Archetype, entries: Entries, without: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """Return the required facts that are not given, in the order the text needs them."""
        specs = (self.facts[name] for name in self.facts_of(archetype, without))
        return tuple(s.id for s in specs if s.required and not _given(entries.get(s.id)))

    def lost(self, start: str) -> bool:
        """Tell whether a file whose name starts so could not be read."""
        return any(name.startswith(start) for name in self.unread)

    def whole(self, archetype: Archetype) -> bool:
        """Tell whether every template of an archetype has been read."""
        used = {entry.use for entry in archetype.entries}
        return used <= self.templates.keys() and set(FRAME) <= self.frame.keys()

    def users_of(self, section: str) -> list[Archetype]:
        """Return the archetypes that use a section."""
        return [a for a in self.archetypes.values() if section in [e.use for e in a.entries]]


def _given(entry: Entry | None) -> bool:
    return "now" in entry if isinstance(entry, dict) else entry is not None


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
            loaded = node and load_model(FactsFile, node, self.report)
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
        if self.library.lost("data/facts/"):
            return None  # its facts may be the ones that could not be read
        facts, environment = self.library.facts, self.environment
        return self._compiled(read_template(source, name, facts, environment, self.report))

    def _compiled(self, reading: Reading) -> LoadedTemplate | None:
        if reading.tree is None:
            return None
        body = compile_tree(reading.tree)
        try:
            code = compile_template(self.environment, reading.tree)
        except (RecursionError, SyntaxError):  # Python has limits of its own: 20 loops, 100 blocks
            self.report.error(Place(reading.name), *TOO_DEEP)
            return None
        return LoadedTemplate(reading.name, tuple(reading.facts), code, body)

    def _archetypes(self) -> None:
        for path, name in self._files("data/archetypes"):
            node = read_yaml(path, name, self.report)
            archetype = node and load_model(Archetype, node, self.report, id=path.stem)
            if archetype:
                self.library.archetypes[path.stem] = archetype
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


def load(root: Path) -> tuple[Library, Report]:
    """Return the project under `root` and what is wrong with its files taken one by one."""
    report = Report()
    return _Loader(root, report).load(), report


def read_office(node: Mapping, stem: str, library: Library, report: Report) -> Office | None:
    """Return the office a facts file describes, or None after reporting why it cannot be read."""
    for key in node.entries:
        if key not in (*OFFICE_KEYS, *DRAFT_KEYS):
            guess = nearest(key, OFFICE_KEYS)
            report.error(node.place_of(key), f"不认识的键“{key}”", "、".join(OFFICE_KEYS), guess)
    archetype, facts = node.get("archetype"), node.get("facts")
    wanted = archetype.value if isinstance(archetype, Scalar) else ""
    known = library.archetypes.get(wanted)
    if library.lost(f"data/archetypes/{wanted}.yml"):
        return None
    if not known:
        place, guess = node.place_of("archetype"), nearest(wanted, library.archetypes)
        options = "、".join(library.archetypes)
        report.error(
            place, f"没有“{wanted}”这个范本" if wanted else "缺少“archetype”", options, guess
        )
        return None
    if not isinstance(facts, Mapping):
        report.error(node.place_of("facts"), "缺少“facts”", "“facts:”，下面每行一个指标")
        return None
    if not library.whole(known):
        return None  # which facts it uses is not known, and why has been reported
    entries = _entries(facts, known, library, report)
    without = _without(node, known, report)
    name, note = (_text(node, key) for key in ("name", "note"))
    headings, carried = _headings(node, known, report), _carried(node)
    return Office(stem, known.id, name, note, without, entries, node, headings, carried)


def _entries(facts: Mapping, archetype: Archetype, library: Library, report: Report) -> Entries:
    names = library.facts_of(archetype)
    reader = EntryReader({name: library.facts[name] for name in names}, library.facts, report)
    return reader.read(facts)


def _without(node: Mapping, archetype: Archetype, report: Report) -> tuple[str, ...]:
    listed = node.get("without")
    optional = [entry.use for entry in archetype.entries if entry.optional]
    if listed is None:
        return ()
    if not isinstance(listed, Sequence):
        report.error(node.place_of("without"), "“without”应是列表", "[片段, …]")
        return ()
    for item in listed.items:
        if plain(item) not in optional:
            options = "、".join(x for x in optional if x) or "（没有可省略的章节）"
            report.error(item.place, f"“{plain(item)}”不是可省略的章节", options)
    return tuple(str(plain(item)) for item in listed.items)


def _headings(node: Mapping, archetype: Archetype, report: Report) -> dict[str, str]:
    given = node.get("headings")
    if not isinstance(given, Mapping):
        return {}
    used = [entry.use for entry in archetype.entries if entry.use]
    for section in given.entries:
        if section not in used:
            guess = nearest(section, used)
            report.error(given.place_of(section), f"这个范本没有“{section}”这一节", "", guess)
    return {name: _text(given, name) for name in given.entries if _text(given, name)}


def _carried(node: Mapping) -> tuple[str, ...]:
    listed = node.get("carried")
    items = listed.items if isinstance(listed, Sequence) else []
    return tuple(item.value for item in items if isinstance(item, Scalar))


def _text(node: Mapping, key: str) -> str:
    value = node.get(key)
    return value.value if isinstance(value, Scalar) else ""


def sound(library: Library, report: Report) -> Library:
    """Return the library; raise ProblemsFoundError when the report holds errors."""
    if report.errors:
        raise ProblemsFoundError(report.errors)
    return library
