"""Checks names that are no longer used: each leads to one thing, and none is used again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.library.loader import RETIRED
from macros.source.report import Place, Report

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype

FREE = "没有用过的名字"


def check_former_names(library: Library, report: Report) -> None:
    """Report earlier and retired names that are in use, or that two things had."""
    retired = library.retired
    facts = ((old, library.places[n]) for n, spec in library.facts.items() for old in spec.was)
    _check("指标", facts, library.facts, retired.facts, report)
    sections = _earlier(library.sections, "data/sections/{}.yml")
    _check("片段", sections, library.sections, retired.sections, report)
    archetypes = _earlier(library.archetypes, "data/archetypes/{}.yml")
    _check("范本", archetypes, library.archetypes, retired.archetypes, report)
    for archetype in library.archetypes.values():  # each has headings of its own
        _check("片段组", _groups(archetype), archetype.groups, (), report)
    _check_instead(library, report)


def _earlier(models: Mapping[str, Any], file: str) -> Iterator[tuple[str, Place]]:
    return ((old, Place(file.format(name))) for name, m in models.items() for old in m.was)


def _groups(archetype: Archetype) -> Iterator[tuple[str, Place]]:
    file = f"data/archetypes/{archetype.id}.yml"
    return ((old, Place(file)) for group in archetype.groups.values() for old in group.was)


def _check(
    kind: str,
    earlier: Iterator[tuple[str, Place]],
    known: Collection[str],
    retired: Collection[str],
    report: Report,
) -> None:
    seen: dict[str, Place] = {}
    for old, place in [*((name, Place(RETIRED)) for name in retired), *earlier]:
        first = seen.setdefault(old, place)
        if old in known:
            report.error(place, f"旧名字“{old}”现在是一个{kind}的 id", FREE)
        elif first is not place:
            report.error(place, f"旧名字“{old}”重复，{first}也用了", "一个旧名字只指一个")


def _check_instead(library: Library, report: Report) -> None:
    """Report what is to be used instead of something retired and leads to nothing."""
    for name, section in library.retired.sections.items():
        if section.instead and not library.present_section(name):
            _report_instead(name, section.instead, library.sections, report)
    for name, archetype in library.retired.archetypes.items():
        if name not in library.archetype_names:
            _report_instead(name, archetype.instead, library.archetypes, report)


def _report_instead(name: str, instead: str, known: Collection[str], report: Report) -> None:
    what = f"“{name}”写着改用“{instead}”，没有它"
    report.error(Place(RETIRED), what, "、".join(known))
