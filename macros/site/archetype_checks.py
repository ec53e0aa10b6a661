"""Checks an archetype against the rest: its kinds, its sections and their roles, its examples."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.loader import KINDS
from macros.source.report import nearest
from macros.source.yaml_reader import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.source.report import Place, Report
    from macros.source.yaml_reader import Node

# What reports the work comes first; in an open archetype it is the writer's.
NEEDED_ROLES = (("数据", "成效"), ("问题",), ("打算",))


def check_archetype(archetype: Archetype, library: Library, report: Report) -> None:
    """Report whatever an archetype names that is not there, and what it lacks."""
    _ArchetypeCheck(archetype, library, report).run()


class _ArchetypeCheck:
    def __init__(self, archetype: Archetype, library: Library, report: Report) -> None:
        self.archetype, self.library, self.report = archetype, library, report
        self.source = library.archetype_nodes[archetype.id]
        self.uses = [entry.use for entry in archetype.entries]

    def run(self) -> None:
        for written in _uses(self.source.get("sections")):
            self._use(written)
        self._kinds()
        self._roles()
        for example, place in self._named("examples", self.archetype.examples):
            self._example(example, place)
        self._version()

    def _named(self, key: str, names: list[str]) -> Iterator[tuple[str, Place]]:
        """Yield the names of a list with their places."""
        yield from zip(names, places_of(self.source.get(key)), strict=True)

    def _use(self, written: Scalar) -> None:
        name, place = written.value, written.place
        unread = self.library.is_unread(f"data/sections/{name}.yml")
        if name not in self.library.sections and not unread:
            guess = nearest(name, self.library.sections)
            self.report.error(place, f"没有“{name}”这个片段", "data/sections 里的文件名", guess)
        if self.uses.count(name) > 1:
            self.report.error(place, f"片段“{name}”用了两次", "每个片段在一个范本里只用一次")

    def _kinds(self) -> None:
        kinds = self.library.kinds
        if self.library.is_unread(KINDS):
            return
        place = self.source.place_of("office")
        self._kind("单位类别", self.archetype.office, kinds.offices, place)
        for topic, place in self._named("topics", self.archetype.topics):
            self._kind("主题", topic, kinds.topics, place)

    def _kind(self, what: str, name: str, known: list[str], place: Place) -> None:
        if name not in known:
            expected = f"{'、'.join(known)}；新的先写进 {KINDS}"
            self.report.error(place, f"没有“{name}”这个{what}", expected, nearest(name, known))

    def _roles(self) -> None:
        """Report the roles that no section of the archetype has; each is needed."""
        sections = self.library.sections
        if self.library.is_unread("data/sections/") or not sections.keys() >= set(self.uses):
            return
        roles = {sections[use].role for use in self.uses if use}
        for needed in NEEDED_ROLES[1:] if self.archetype.open else NEEDED_ROLES:
            if roles.isdisjoint(needed):
                what = f"没有“{'”或“'.join(needed)}”一类的章节"
                place = self.source.place_of("sections")
                self.report.error(place, what, "写总结要有数据或成效、问题和打算")

    def _example(self, example: str, place: Place) -> None:
        if self.library.is_unread(f"data/offices/{example}.yml"):
            return
        if self.archetype.examples.count(example) > 1:
            self.report.error(place, f"单位示例“{example}”写了两次", "每个示例只写一次")
        office = self.library.offices.get(example)
        if not office or office.archetype != self.archetype.id:
            guess = nearest(example, self.library.offices)
            self.report.error(place, no_example(example), "data/offices 里的文件名", guess)

    def _version(self) -> None:
        last = self.archetype.history[-1].version
        if last != self.archetype.version:
            place = self.source.place_of("version")
            self.report.error(place, "version 与 history 最后一条不一致", last)


def no_example(example: str) -> str:
    """Return what is wrong where an archetype names an example that is not there."""
    return f"没有“{example}”这个单位示例"


def places_of(node: Node | None) -> list[Place]:
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
