"""Puts several filled sheets of one summary together again, each with some of its figures.

Two sheets that state one figure differently are a mistake: nobody but a person can tell which is
right.  Mirrors browser/exchange/combine.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.exchange.facts_file_writer import FactsFile, written_content, written_facts
from macros.exchange.roll_forward import same_facts
from macros.exchange.structure import structure_key, structure_of_office
from macros.figures.periods import Period
from macros.figures.values import SIDE_NAMES
from macros.library.summary import summary_of
from macros.source.yaml_reader import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.exchange.facts_file_writer import Facts
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.source.report import Place, Report

ONE_VALUE = "两处填得一样，或者删去其中一处"
SAME_PERIOD = "同一时段的收集表；草稿的时段写错了的，先改草稿"
SAME_STRUCTURE = "从同一份草稿分出的收集表；结构改过的，写 --into 草稿"


def combined(
    library: Library, sheets: Sequence[Office], into: Office | None, report: Report
) -> FactsFile:
    """Return one file with the figures of all, in the file `into` if there is one; report why not.

    A figure in the sheets replaces the one that the file has.
    """
    base = into or _first_with_structure(sheets)
    _check_structures(sheets, None if into else base, report)
    _check_periods(sheets, into, report)
    file = FactsFile(base.archetype, base.name, without=list(base.without), headings=base.headings)
    file.content = written_content(base) if into else structure_of_office(base).content
    if into:
        file.facts, file.carried = written_facts(into, library), list(into.carried)
    found: dict[tuple[str, str], tuple[Any, Place]] = {}
    for sheet in sheets:
        for fact, side, value, place in _given(library, base, sheet, report):
            first, at = found.setdefault((fact, side), (value, place))
            if first == value:
                _put(file.facts, fact, side, value)
            else:
                label = _label(library, base, fact, side)
                what = f"“{label}”是{_shown(value)}，与“{at}”的{_shown(first)}不同"
                report.error(place, what, ONE_VALUE)
    return file


def replaced(library: Library, into: Office, file: FactsFile) -> list[str]:
    """Return what the sheets state otherwise than the file they were put into."""
    before, lines = _parts(written_facts(into, library)), []
    for key, value in _parts(file.facts).items():
        if key in before and before[key] != value:
            label = _label(library, into, *key)
            lines.append(f"{label}：{_shown(before[key])} → {_shown(value)}")
    return lines


def _first_with_structure(sheets: Sequence[Office]) -> Office:
    with_one = (sheet for sheet in sheets if structure_key(structure_of_office(sheet)))
    return next(with_one, sheets[0])


def _check_structures(sheets: Sequence[Office], base: Office | None, report: Report) -> None:
    """Report sheets that come from another structure than the one they are put together in."""
    for sheet in sheets if base else ():
        key = structure_key(structure_of_office(sheet))
        if base and key and key != structure_key(structure_of_office(base)):
            other = base.node.place.file
            what = f"提纲或自加的内容与“{other}”的不同"
            report.error(sheet.node.place, what, SAME_STRUCTURE)


def _check_periods(sheets: Sequence[Office], into: Office | None, report: Report) -> None:
    """Report sheets of another period than the file: their figures would replace its own."""
    ours = into.entries.get("period") if into else None
    for sheet in sheets if ours else ():
        theirs, facts = sheet.entries.get("period"), sheet.node.get("facts")
        if isinstance(ours, Period) and isinstance(theirs, Period) and ours != theirs:
            place = facts.place_of("period") if isinstance(facts, Mapping) else sheet.node.place
            what = f"收集表写的是{theirs.text}，草稿写的是{ours.text}"
            report.error(place, what, SAME_PERIOD)


def _given(
    library: Library, base: Office, sheet: Office, report: Report
) -> Iterator[tuple[str, str, Any, Place]]:
    """Yield what a sheet states, under the base's names: fact, side, value and its place."""
    ours, theirs = summary_of(library, base), summary_of(library, sheet)
    facts, node = written_facts(sheet, library), sheet.node.get("facts")
    for name, fact in facts.items():
        place = node.place_of(name) if isinstance(node, Mapping) else sheet.node.place
        known = same_facts(ours.specs, sheet.content.own.facts, {name: fact})
        if not known or next(iter(known)) not in ours.facts.accepted:
            what = f"“{theirs.specs[name].label}”在这份总结里没有地方"
            report.error(place, what, "提纲里有这一项，或者删去这一行")
        for (own_name, side), value in _parts(known).items():
            yield own_name, side, value, place


def _parts(facts: Facts) -> dict[tuple[str, str], Any]:
    """Return what can differ: each side of a figure, a list or a text as a whole."""
    parts: dict[tuple[str, str], Any] = {}
    for name, fact in facts.items():
        sides = fact if isinstance(fact, dict) else {"": fact}
        parts |= {(name, side): value for side, value in sides.items() if value != ""}
    return parts


def _put(facts: Facts, fact: str, side: str, value: Any) -> None:
    before = facts.get(fact)
    if side:
        facts[fact] = {**(before if isinstance(before, dict) else {}), side: value}
    else:
        facts[fact] = value


def _label(library: Library, base: Office, fact: str, side: str) -> str:
    label = summary_of(library, base).specs[fact].label
    return f"{label}（{SIDE_NAMES[side]}）" if side in SIDE_NAMES else label


def _shown(value: Any) -> str:
    return f"{len(value)}条" if isinstance(value, list) else f"“{value}”"
