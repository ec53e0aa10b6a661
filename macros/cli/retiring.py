"""Plans what is deleted with a fact, a section or an archetype."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.cli.common import fail
from macros.cli.leaving import Leaving, refuse_mentions
from macros.cli.retired_names import remember
from macros.source.atomic_write import exists
from macros.source.report import Report
from macros.source.yaml_reader import Mapping, Scalar, Sequence, read_yaml

if TYPE_CHECKING:
    from macros.cli.planned_changes import PlannedChanges
    from macros.library.library import Library
    from macros.source.yaml_reader import Node

OWN_WORDS = ("skip", "order")


def plan_retirement(
    changes: PlannedChanges, library: Library, kind: str, old: str, instead: str
) -> list[str]:
    """Plan the retirement of a fact, a section or an archetype with all that goes with it."""
    return _Retirement(changes, library, kind, old, instead).run()


class _Retirement:
    def __init__(
        self, changes: PlannedChanges, library: Library, kind: str, old: str, instead: str
    ) -> None:
        self.changes, self.library, self.old = changes, library, old
        self.instead = instead or (_open_archetype(library) if kind == "archetype" else "")
        self.leaving = Leaving(library, **{f"{kind}s": {old}})
        self._check_instead(kind)

    def _check_instead(self, kind: str) -> None:
        known = self.library.sections if kind == "section" else self.library.archetypes
        if self.instead and (self.instead not in known or self.instead == self.old):
            fail(Report(), "--instead", f"没有“{self.instead}”，或者就是要取消的", "、".join(known))
        if kind == "archetype" and not self.instead:
            fail(Report(), "--instead", "没有写旧草稿改用哪个范本", "--instead 范本的 id")

    def run(self) -> list[str]:
        self.leaving.complete()
        refuse_mentions(self.leaving, self.changes.root)
        for archetype in self.leaving.archetypes:
            self._archetype(archetype)
        for section in self.leaving.sections:
            self._section(section)
        self._facts()
        remember(self.changes, self.leaving, {self.old: self.instead})
        gone = {"片段": self.leaving.sections, "指标": self.leaving.facts}
        told = {kind: "、".join(sorted(names - {self.old})) for kind, names in gone.items()}
        return [f"一并取消的{kind}：{names}" for kind, names in told.items() if names]

    # --- what is deleted ---

    def _archetype(self, archetype: str) -> None:
        for office in self.leaving.offices:
            self.changes.delete(f"data/offices/{office}.yml")
            self._delete_file(f"tests/golden/{office}.txt")
        self.changes.delete(f"data/archetypes/{archetype}.yml")
        self._delete_file(f"data/cases/{archetype}.yml")
        for folder in ("archetypes", "fill"):
            self._delete_file(f"docs/{folder}/{archetype}.md")

    def _delete_file(self, name: str) -> None:
        if exists(self.changes.root / name):
            self.changes.delete(name)

    def _section(self, section: str) -> None:
        self.changes.delete(f"data/sections/{section}.yml")
        self.changes.delete(f"templates/sections/{section}.j2")
        self._delete_file(f"docs/sections/{section}.md")
        for archetype, node in self.library.archetype_nodes.items():
            if archetype not in self.leaving.archetypes:
                self._uses(f"data/archetypes/{archetype}.yml", node.get("sections"), section)
        for id_, office in self.library.offices.items():
            if id_ not in self.leaving.offices:
                self._section_in_office(f"data/offices/{id_}.yml", office.node, section)

    def _uses(self, name: str, node: Node | None, section: str) -> None:
        """Delete the lines of an outline that use a section, and groups that had nothing else."""
        for line in node.items if isinstance(node, Sequence) else []:
            use = line.get("use") if isinstance(line, Mapping) else None
            inner = line.get("sections") if isinstance(line, Mapping) else None
            if _uses_only(inner, section) or (isinstance(use, Scalar) and use.value == section):
                if isinstance(node, Sequence):
                    self.changes.edit(name).delete_item(node, line)
            else:
                self._uses(name, inner, section)

    def _section_in_office(self, name: str, node: Mapping, section: str) -> None:
        without = node.get("without")
        for item in without.items if isinstance(without, Sequence) else []:
            if isinstance(item, Scalar) and item.value == section and isinstance(without, Sequence):
                self._delete_only(name, node, "without", without, item)
        self._uses(name, node.get("outline"), section)
        own = node.get("own")
        parts = [(node, key) for key in ("headings", *OWN_WORDS)]
        parts += [(own, key) for key in ("items", "texts")] if isinstance(own, Mapping) else []
        for above, key in parts:
            at = above.get(key)
            if isinstance(at, Mapping) and section in at.entries:
                if len(at.entries) == 1:
                    self.changes.edit(name).delete_entry(above, key)
                else:
                    self.changes.edit(name).delete_entry(at, section)

    def _delete_only(
        self, name: str, node: Mapping, key: str, items: Sequence, item: Scalar
    ) -> None:
        edits = self.changes.edit(name)
        if len(items.items) == 1:
            edits.delete_entry(node, key)
        else:
            edits.delete_item(items, item)

    def _facts(self) -> None:
        files: dict[str, list[str]] = {}
        for fact in self.leaving.facts:
            files.setdefault(self.library.places[fact].file, []).append(fact)
        for name, facts in files.items():
            node = read_yaml(self.changes.root / name, name, Report())
            declared = node.get("facts") if node else None
            if isinstance(declared, Mapping) and len(declared.entries) == len(facts):
                self.changes.delete(name)
            elif isinstance(declared, Mapping):
                for fact in facts:
                    self.changes.edit(name).delete_entry(declared, fact)
        for id_, office in self.library.offices.items():
            given = office.node.get("facts")
            if id_ not in self.leaving.offices and isinstance(given, Mapping):
                for fact in self.leaving.facts & given.entries.keys():
                    self.changes.edit(f"data/offices/{id_}.yml").delete_entry(given, fact)


def _open_archetype(library: Library) -> str:
    return next((a.id for a in library.archetypes.values() if a.open), "")


def _uses_only(node: Node | None, section: str) -> bool:
    """Tell whether a group has one line, which uses a section."""
    line = node.items[0] if isinstance(node, Sequence) and len(node.items) == 1 else None
    use = line.get("use") if isinstance(line, Mapping) else None
    return isinstance(use, Scalar) and use.value == section
