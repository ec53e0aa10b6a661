"""Makes the files of an archetype's tables again: facts, sections, examples.

The archetype, the templates and the cases are somebody's own work and stay as they are.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.cli.common import fail
from macros.cli.new_common import latest_period
from macros.cli.new_examples import example_file
from macros.cli.new_sections import TableSections
from macros.cli.planned_changes import PlannedChanges
from macros.exchange.fact_table import COLUMNS
from macros.exchange.skeletons import TO_WRITE
from macros.exchange.table_wording import facts_text, section_file
from macros.source.atomic_write import exists
from macros.source.report import ProblemsFoundError, Report
from macros.source.yaml_reader import read_yaml, to_data

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.library.library import Library

TITLE = re.compile("^[+] ([^。{]+)。", re.MULTILINE)
OF_TABLE = {*COLUMNS, "series", "fields", "options"}  # the keys of a fact that the table says
Data = dict[str, Any]


def tables_again(
    root: Path, archetype: str, tables: list[Path], named: Mapping[str, str]
) -> tuple[PlannedChanges, TableSections]:
    """Return the changes that tables make of an archetype that is there, and what they plan.

    Sections that the archetype's file has got since then are given by id with their names.
    """
    return _Again(root, archetype, named).changed(tables)


@dataclass
class _Again:
    root: Path
    archetype: str
    named: Mapping[str, str]

    def changed(self, tables: list[Path]) -> tuple[PlannedChanges, TableSections]:
        own = self._own_sections()
        beside = [use for use in self._uses(self.archetype) if use not in own]
        made = TableSections(own, "数据", tables, self._before(own), beside)
        changes = PlannedChanges(self.root, unheeded=f"data/cases/{self.archetype}.yml")
        topic = str(self._read("archetypes", self.archetype).get("short", self.archetype))
        declared = self._declared(made.plan.declared)
        changes.write(self._facts_file, facts_text(self.archetype, topic, declared))
        for id_, name in own.items():
            self._section(changes, made, id_, name)
        with made.told_at_its_rows(changes):
            planned = changes.preview(without=self._of_old_facts())
            for name, known in zip(self._examples(), made.examples, strict=False):  # the first two
                called = str(self._read("offices", name).get("name", name))
                period = latest_period(planned.archetypes[self.archetype].periods[0])
                text = example_file(planned, self.archetype, (name, called), period, known)
                changes.write(f"data/offices/{name}.yml", text)
        return changes, made

    # --- what is there ---

    def _read(self, folder: str, name: str) -> Data:
        """Return a data file, whatever else may be wrong; nothing if there is none."""
        path = f"data/{folder}/{name}.yml"
        report = Report()
        node = read_yaml(self.root / path, path, report) if exists(self.root / path) else None
        if report.errors:
            raise ProblemsFoundError(report.errors)
        data = to_data(node) if node else {}
        return data if isinstance(data, dict) else {}

    def _uses(self, archetype: str) -> list[str]:
        return list(_used(self._read("archetypes", archetype)))

    def _own_sections(self) -> dict[str, str]:
        """Return the sections that only this archetype has, with their names."""
        others = (path.stem for path in (self.root / "data/archetypes").glob("*.yml"))
        shared = {use for name in others if name != self.archetype for use in self._uses(name)}
        own = [use for use in self._uses(self.archetype) if use not in shared]
        names = {use: self.named.get(use) or self._read("sections", use).get("name") for use in own}
        for use in (use for use, name in names.items() if not name):
            fail(Report(), "--new", f"“{use}”还没有名称", f"--new {use}=名称")
        return {use: str(name) for use, name in names.items()}

    def _examples(self) -> list[str]:
        return list(self._read("archetypes", self.archetype).get("examples", []))

    def _of_old_facts(self) -> list[str]:
        """Return the files that are written anew, and what the facts have been may be in."""
        examples = [f"data/offices/{name}.yml" for name in self._examples()]
        return [*examples, f"data/cases/{self.archetype}.yml"]

    @property
    def _facts_file(self) -> str:
        return f"data/facts/{self.archetype}.yml"

    def _before(self, own: Mapping[str, str]) -> Library:
        """Return the project as it is without the archetype and all that is its own."""
        files = [self._facts_file, f"data/archetypes/{self.archetype}.yml", *self._of_old_facts()]
        for use in own:
            files += [f"data/sections/{use}.yml", f"templates/sections/{use}.j2"]
        return PlannedChanges(self.root).preview(without=files)

    # --- what becomes of it ---

    def _declared(self, declared: Mapping[str, Data]) -> dict[str, Data]:
        """Return declarations with the keys that no column of the table has."""
        facts = self._read("facts", self.archetype).get("facts", {})
        kept = {name: fact for name, fact in facts.items() if isinstance(fact, dict)}
        return {
            name: data | {k: v for k, v in kept.get(name, {}).items() if k not in OF_TABLE}
            for name, data in declared.items()
        }

    def _section(self, changes: PlannedChanges, made: TableSections, id_: str, name: str) -> None:
        template = f"templates/sections/{id_}.j2"
        items = made.items(id_)
        if exists(self.root / template):
            text = (self.root / template).read_text("utf-8")
            old = self._read("sections", id_)
            items = _items(items, old.get("items", []), text)
            texts = _filled(made.texts[id_], old)
        else:
            changes.create(template, made.template(id_))
            texts = made.texts[id_]
        changes.write(f"data/sections/{id_}.yml", section_file(id_, name, items, texts))


def _used(data: Any) -> Iterator[str]:
    """Yield the sections that an outline names, however deep."""
    for entry in data.get("sections", []) if isinstance(data, dict) else []:
        if isinstance(entry, dict) and isinstance(entry.get("use"), str):
            yield entry["use"]
        yield from _used(entry)


def _items(planned: list[Any], old: list[Any], template: str) -> list[Any]:
    """Return the places of a template as somebody has rewritten it."""
    titles = TITLE.findall(template)
    names = [_name(item) for item in old]
    known = {_name(item): item for item in [*planned, *old]}
    kept = old if set(titles) <= set(names) else [known.get(title, title) for title in titles]
    return [_said(item, template) for item in kept]


def _name(item: Any) -> str:
    return str(item.get("name", "")) if isinstance(item, dict) else str(item)


def _said(item: Any, template: str) -> Any:
    """Return a place without a main figure that its template does not say any more."""
    main = item.get("main") if isinstance(item, dict) else None
    if not main or re.search(rf"\b{re.escape(main)}\b", template):
        return item
    left = {key: value for key, value in item.items() if key != "main"}
    return left if len(left) > 1 else left["name"]


def _filled(texts: Data, old: Mapping[str, Any]) -> Data:
    """Return texts in which what the table has not said is as somebody has written it."""
    return {
        key: _filled(text, old.get(key, {}))
        if isinstance(text, dict)
        else _kept(text, old.get(key))
        for key, text in texts.items()
    }


def _kept(text: Any, old: Any) -> Any:
    return old if old and TO_WRITE in str(text) else text
