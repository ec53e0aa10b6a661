"""Sums the facts files of several units into those of the office above them.

Figures are added where adding means something; whatever else the units agree on is kept.  What
they do not agree on, and what a unit has left out, stays blank and is listed: a sum that silently
lacks a township is a wrong figure.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.entries import SIDES, Entry, Number
from macros.facts_file import SIDE_NAMES, FactsFile, written_facts
from macros.numerals import plain
from macros.vocabulary import NUMBERS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.facts_file import Written
    from macros.library import Library
    from macros.offices import Office
    from macros.vocabulary import FactSpec


@dataclass(frozen=True)
class Disagreement:
    """A fact that could not be merged: what it is, why, and what each unit gave."""

    label: str
    why: str
    given: tuple[str, ...]

    def __str__(self) -> str:
        """Return the line for the list."""
        return f"{self.label}：{self.why}（{'，'.join(self.given)}）"


@dataclass(frozen=True)
class Merged:
    """The facts of the office above, each sum with its formula, and what could not be merged."""

    file: FactsFile
    disagreements: list[Disagreement]


def merged(library: Library, archetype: str, units: Sequence[Office]) -> Merged:
    """Return the merged facts of at least one unit, all of them of one archetype."""
    return _Merger(library, archetype, units).run()


class _Merger:
    def __init__(self, library: Library, archetype: str, units: Sequence[Office]) -> None:
        self.library, self.units = library, units
        self.names = [unit.name or unit.id for unit in units]
        self.written = [written_facts(unit, library) for unit in units]
        self.file = FactsFile(archetype)
        self.disagreements: list[Disagreement] = []

    def run(self) -> Merged:
        for name in self.library.facts_of(self.library.archetypes[self.file.archetype]):
            spec = self.library.facts[name]
            if any(name in facts for facts in self.written):
                added = spec.type in NUMBERS and spec.additive and not spec.approx
                self._keep(name, self._sums(spec) if added else self._agreed(spec))
        return Merged(self.file, self.disagreements)

    def _keep(self, name: str, value: Written) -> None:
        if value:
            self.file.facts[name] = value

    # --- figures that add up ---

    def _sums(self, spec: FactSpec) -> Written:
        if not spec.series:
            return self._sum(spec, "")
        sums = {side: self._sum(spec, side) for side in ("now", *spec.series)}
        return {side: total for side, total in sums.items() if total}

    def _sum(self, spec: FactSpec, side: str) -> str:
        numbers = [_number(unit.entries.get(spec.id), side) for unit in self.units]
        given = [number for number in numbers if number]
        if not given:
            return ""
        label = f"{spec.label}（{SIDE_NAMES[side]}）" if side in SIDES else spec.label
        if len(given) < len(numbers):
            lacking = [who for who, n in zip(self.names, numbers, strict=True) if not n]
            self._disagree(label, "有单位没有填，没有的请填0", lacking)
            return ""
        total = plain(sum((n.value for n in given[1:]), given[0].value))
        self._explain(spec.id, f"{label}：{self._formula(given)} = {total}")
        return total

    def _formula(self, numbers: list[Number]) -> str:
        pairs = zip(self.names, numbers, strict=True)
        return " + ".join(f"{who}{plain(number.value)}" for who, number in pairs)

    def _explain(self, name: str, line: str) -> None:
        lines = filter(None, (self.file.comments.get(name), line))
        self.file.comments[name] = "\n".join(lines)

    # --- what the units agree on ---

    def _agreed(self, spec: FactSpec) -> Written:
        values = [facts.get(spec.id, "") for facts in self.written]
        if all(value == values[0] for value in values):
            return values[0]
        why = "不能相加，各单位不同" if spec.type in NUMBERS else "各单位不同"
        givers: dict[str, list[str]] = {}
        for who, value in zip(self.names, values, strict=True):
            givers.setdefault(_shown(value), []).append(who)
        self._disagree(spec.label, why, [f"{'、'.join(who)}：{v}" for v, who in givers.items()])
        return ""

    def _disagree(self, label: str, why: str, given: list[str]) -> None:
        self.disagreements.append(Disagreement(label, why, tuple(given)))


def _number(entry: Entry | None, side: str) -> Number | None:
    value = entry.get(side) if side and isinstance(entry, dict) else entry
    return value if isinstance(value, Number) else None


def _shown(value: Written) -> str:
    if isinstance(value, dict):
        return "、".join(f"{SIDE_NAMES[side]}{text}" for side, text in value.items())
    if isinstance(value, list):
        return f"{len(value)}条"
    return value or "未填"
