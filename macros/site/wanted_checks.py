"""Checks the kinds of summary that are wanted: who would write them, what serves meanwhile."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.source.report import nearest
from macros.source.yaml_reader import Mapping, Sequence

if TYPE_CHECKING:
    from macros.library.library import Library
    from macros.schema.kinds import Wanted
    from macros.source.report import Report


def check_wanted(library: Library, report: Report) -> None:
    """Report what a wanted kind names that is not there, and a kind that is there by now."""
    written = library.kinds_node and library.kinds_node.get("wanted")
    if isinstance(written, Sequence):
        for wanted, node in zip(library.kinds.wanted, written.items, strict=True):
            if isinstance(node, Mapping):
                _check(wanted, node, library, report)


def _check(wanted: Wanted, node: Mapping, library: Library, report: Report) -> None:
    offices = library.kinds.offices
    if wanted.office not in offices:
        what, guess = f"没有“{wanted.office}”这个单位类别", nearest(wanted.office, offices)
        report.error(node.place_of("office"), what, "、".join(offices), guess)
    for name in wanted.near:
        if name not in library.archetypes and not library.is_unread("data/archetypes/"):
            guess = nearest(name, library.archetypes)
            report.error(node.place_of("near"), f"没有“{name}”这个范本", "范本的 id", guess)
    for archetype in library.archetypes.values():
        if wanted.name in (archetype.title, archetype.short, *archetype.aliases):
            what = f"“{wanted.name}”已经有了：{archetype.id}"
            report.error(node.place_of("name"), what, "从 wanted 里删去")
