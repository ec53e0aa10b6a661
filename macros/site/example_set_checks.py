"""Checks the examples together: there are enough, they differ, and every section is written."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.source.encoding import place_in, read_text
from macros.source.report import Place

if TYPE_CHECKING:
    from pathlib import Path

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.source.report import Report

CHINESE = re.compile("[一-龥]")  # other names could be a word of the template's own
FEWEST = 2
MOST_ALIKE = 4  # one figure in so many may be the same in two examples
ANOTHER_CASE = "两个：一个各项有增有减，一个情形很不相同（下降、为零、没有上期数等）"


def check_names_in_templates(root: Path, library: Library, report: Report) -> None:
    """Report templates that name an example."""
    named = {str(n) for o in library.offices.values() for n in (o.name, o.entries.get("org")) if n}
    names = sorted(name for name in named if CHINESE.search(name))
    for folder, templates in (("frame", library.frame), ("sections", library.templates)):
        for template in templates:
            _check_names(root, f"templates/{folder}/{template}.j2", names, report)


def remark_on_examples(library: Library, report: Report) -> None:
    """Remark on examples that show too little."""
    for archetype in library.archetypes.values():
        _check_number(archetype, library, report)
        _check_difference(archetype, library, report)
    _check_sections(library, report)


def _check_number(archetype: Archetype, library: Library, report: Report) -> None:
    count = len(archetype.examples)
    if count < FEWEST:
        place = library.archetype_nodes[archetype.id].place_of("examples")
        report.warn(place, f"只有{count}个单位示例", ANOTHER_CASE)


def _check_difference(archetype: Archetype, library: Library, report: Report) -> None:
    """Remark on an example with many of the figures that the first one has."""
    first, *others = (library.offices[name] for name in archetype.examples)
    for office in others:
        same, all_ = _figures_alike(first, office, library)
        if same * MOST_ALIKE > all_:
            place = Place(f"data/offices/{office.id}.yml")
            report.warn(place, f"有{same}个数与示例 {first.id} 相同，共{all_}个", ANOTHER_CASE)


def _figures_alike(first: Office, other: Office, library: Library) -> tuple[int, int]:
    """Return how many figures two examples share, and how many both have."""
    both = first.entries.keys() & other.entries.keys() & library.facts.keys()
    numbers = [name for name in both if library.facts[name].traits.number]
    return sum(first.entries[n] == other.entries[n] for n in numbers), len(numbers)


def _check_sections(library: Library, report: Report) -> None:
    """Remark on sections that stand in the text of no example."""
    written = {block.section for made in library.documents.values() for block in made.blocks}
    for name in library.sections.keys() - written:
        report.warn(
            Place(f"data/sections/{name}.yml"), "没有示例写到这个片段", "至少一个示例有这一节"
        )


def _check_names(root: Path, file: str, names: list[str], report: Report) -> None:
    source = read_text(root / file, file, report) or ""
    for name in names:
        if name in source:
            place = place_in(source, file, source.index(name))
            report.error(place, f"模板里写了示例单位的名称“{name}”", "单位名称来自指标")
