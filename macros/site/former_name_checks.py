"""Checks names that are no longer used: each leads to one thing, and none is used again."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.library.loader import RETIRED
from macros.source.report import Place, Report

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from macros.library.library import Library

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
    _check_instead(library, report)


def _earlier(models: Mapping[str, Any], file: str) -> Iterator[tuple[str, Place]]:
    return ((old, Place(file.format(name))) for name, m in models.items() for old in m.was)


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
    """Report what is to be used instead of something retired and is not there."""
    retired = library.retired
    for name, section in retired.sections.items():
        if section.instead:
            _check_known(name, section.instead, library.sections, "片段", report)
    for name, archetype in retired.archetypes.items():
        _check_known(name, archetype.instead, library.archetypes, "范本", report)


def _check_known(
    name: str, instead: str, known: Collection[str], kind: str, report: Report
) -> None:
    if instead not in known:
        what = f"“{name}”写着改用“{instead}”，没有这个{kind}"
        report.error(Place(RETIRED), what, "、".join(known))
