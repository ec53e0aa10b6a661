"""Sums the facts files of several units into those of the office above them.

Figures are added where adding makes sense; other values are kept where the units agree.  Where
they differ, where a unit has left a figure out, or where it is approximate (570余), the value stays
blank and is listed: a sum that silently lacks a township is wrong.  What the units' files bring of
their own is merged by merge_content.py.  A sum out of the range that the
vocabulary allows, which was meant for smaller units, is written all the same, and listed too.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.exchange.facts_file_writer import FactsFile, written_facts
from macros.exchange.merge_content import (
    described,
    differently_computed,
    merged_content,
    own_facts,
    unshared_facts,
)
from macros.exchange.own_fact_names import with_common_names
from macros.facts.entries import Entry, EntryError, Number, parse
from macros.facts.offices import Choices
from macros.figures.numerals import plain
from macros.figures.values import SIDE_NAMES, SIDES
from macros.library.summary import Summary, summary_of
from macros.schema.facts_files import Content

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from typing import Any

    from macros.exchange.facts_file_writer import Written
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.schema.vocabulary import FactSpec


@dataclass(frozen=True)
class Disagreement:
    """A fact that could not be merged: what it is, why, and what each unit gave."""

    label: str
    why: str
    given: tuple[str, ...]

    def __str__(self) -> str:
        """Return the line that is printed."""
        return f"{self.label}：{self.why}（{'，'.join(self.given)}）"


@dataclass(frozen=True)
class MergeResult:
    """The facts of the office above, each sum with its formula, and what a person must check."""

    file: FactsFile
    disagreements: list[Disagreement]
    out_of_range: list[str]  # sums that `render` will refuse


def merge(library: Library, archetype: str, units: Sequence[Office]) -> MergeResult:
    """Return the merged facts of the units, at least one, all of one archetype."""
    return _Merger(library, archetype, units).run()


class _Merger:
    def __init__(self, library: Library, archetype: str, units: Sequence[Office]) -> None:
        self.library, self.names = library, _names(units)
        self.units = with_common_names(units, library)
        self.written = [written_facts(unit, library) for unit in self.units]
        self.file = FactsFile(archetype)
        self.disagreements: list[Disagreement] = []
        self.out_of_range: list[str] = []

    def run(self) -> MergeResult:
        archetype = self.library.archetypes[self.file.archetype]
        unshared = self._content()
        choices = Choices(content=Content.model_validate(self.file.content, by_name=False))
        summary = Summary(self.library, archetype, choices)
        asked = summary.facts.accepted
        for name in asked:
            spec = summary.specs[name]
            if name not in unshared and any(name in facts for facts in self.written):
                self._keep(name, self._sums(spec) if _adds(spec) else self._agreed(spec))
        self._list_unasked({*asked, *unshared})
        self._outline(archetype)
        return MergeResult(self.file, self.disagreements, self.out_of_range)

    # --- what the units' files bring of their own ---

    def _content(self) -> set[str]:
        """Merge the units' own content; return the own facts that not all have, never summed."""
        declared, shared = own_facts(self.units)
        self.file.content = merged_content(self.library, self.units, declared, self._same)
        unshared = unshared_facts(self.units, shared)
        for name, spec in unshared.items():
            values = [self._given(name, place) for place in range(len(self.units))]
            self._list_values(f"自加的指标{described(spec)}", "不是每个单位都有，没有汇总", values)
        for spec in differently_computed(self.units, shared):
            first = self.names[0]
            why = f"各单位的算法不同，按{first}的算法重新计算"
            self._list_values(f"自加的指标{described(spec)}", why, self._sources(spec.id))
        return {*unshared}

    def _given(self, name: str, unit: int) -> str:
        """Return what a unit has given of an own fact."""
        if name not in self.units[unit].content.own.facts:
            return "没有这项指标"
        return _shown(_filled(self.written[unit].get(name, "")))

    def _sources(self, name: str) -> list[str]:
        """Return what each unit computes an own fact from."""
        found = []
        for unit in self.units:
            specs = summary_of(self.library, unit).specs
            found.append("、".join(described(specs[source]) for source in specs[name].sources))
        return found

    def _same(self, label: str, values: Sequence[Any]) -> Any:
        """Return the part of their own content that all units have; else list who has which."""
        if all(value == values[0] for value in values):
            return values[0]
        kinds = [value for index, value in enumerate(values) if value not in values[:index]]
        words = {index: f"第{index + 1}种" for index in range(len(kinds))}
        shown = ["没有" if not value else words[kinds.index(value)] for value in values]
        self._list_values(label, "各单位不同", shown)
        return None

    def _list_unasked(self, asked: set[str]) -> None:
        """List the facts that units have given for content which the merged file has not."""
        for name in dict.fromkeys(name for facts in self.written for name in facts):
            if name not in asked:
                pairs = zip(self.names, self.written, strict=True)
                given = [who for who, facts in pairs if name in facts]
                label = self.library.facts[name].label
                self._disagree(label, "汇总文件的提纲没有用到它", given)

    def _keep(self, name: str, value: Written) -> None:
        if value or value == []:  # [] means that there is none
            self.file.facts[name] = value
            if any(name in unit.carried for unit in self.units):
                self.file.carried.append(name)

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
            without_figure = [who for who, n in zip(self.names, numbers, strict=True) if not n]
            self._disagree(label, "有单位没有填，没有的请填0", without_figure)
            return ""
        if any(number.near or number.over for number in given):
            pairs = zip(self.names, map(_text, given), strict=True)
            self._disagree(label, "有概数，不能相加", [f"{who}：{text}" for who, text in pairs])
            return ""
        total = plain(sum((n.value for n in given[1:]), given[0].value))
        formula = f"{label}：{self._formula(given)} = {total}"
        self._explain(spec.id, formula)
        self._check_range(spec, total, formula)
        return total

    def _check_range(self, spec: FactSpec, total: str, formula: str) -> None:
        try:
            parse(total, spec)
        except EntryError as error:
            declared = self.library.places[spec.id]
            why = f"{error.what} · 应为：{error.expected}，见{declared}的 range"
            self.out_of_range.append(f"{formula}，{why}")

    def _formula(self, numbers: list[Number]) -> str:
        pairs = zip(self.names, numbers, strict=True)
        return " + ".join(f"{who}{plain(number.value)}" for who, number in pairs)

    def _explain(self, name: str, line: str) -> None:
        lines = filter(None, (self.file.comments.get(name), line))
        self.file.comments[name] = "\n".join(lines)

    # --- what the units agree on ---

    def _agreed(self, spec: FactSpec) -> Written:
        numbers = spec.traits.number or spec.traits.quotient
        why = "不能相加，各单位不同" if numbers else "各单位不同"
        values = [_filled(facts.get(spec.id, "")) for facts in self.written]
        return self._common(spec.label, why, values)

    def _outline(self, archetype: Archetype) -> None:
        """Keep the omitted sections and the own headings on which all units agree."""
        for section in archetype.heading_keys:
            known = self.library.sections.get(section)
            label = f"章节“{known.name if known else section}”"
            left_out = ["省略" if section in unit.without else "保留" for unit in self.units]
            if self._common(label, "各单位不同", left_out) == "省略":
                self.file.without.append(section)
            headings = [unit.headings.get(section, "") for unit in self.units]
            heading = self._common(f"{label}的标题", "各单位不同", headings)
            if isinstance(heading, str) and heading:
                self.file.headings[section] = heading

    def _common(self, label: str, why: str, values: Sequence[Written]) -> Written:
        """Return the value that all units have; if they differ, list their values."""
        if all(value == values[0] for value in values):
            return values[0]
        self._list_values(label, why, map(_shown, values))
        return ""

    def _list_values(self, label: str, why: str, values: Iterable[str]) -> None:
        """List which units gave which value."""
        givers: dict[str, list[str]] = {}
        for who, value in zip(self.names, values, strict=True):
            givers.setdefault(value, []).append(who)
        self._disagree(label, why, [f"{'、'.join(who)}：{v}" for v, who in givers.items()])

    def _disagree(self, label: str, why: str, given: list[str]) -> None:
        self.disagreements.append(Disagreement(label, why, tuple(given)))


def _names(units: Sequence[Office]) -> list[str]:
    """Return distinct names of the units: the organisation, with the file where that is not enough.

    A draft's own name says little, because the page gives all drafts the same one.
    """
    names = [str(unit.entries.get("org") or unit.name or unit.id) for unit in units]
    paths = [unit.node.place.file for unit in units]
    files = [PurePath(path).name for path in paths]
    if len(set(files)) < len(files):
        files = paths
    counts = Counter(names)
    return [
        name if counts[name] == 1 else f"{name}（{file}）"
        for name, file in zip(names, files, strict=True)
    ]


def _adds(spec: FactSpec) -> bool:
    return spec.traits.number and spec.additive


def _number(entry: Entry | None, side: str) -> Number | None:
    value = entry.get(side) if side and isinstance(entry, dict) else entry
    return value if isinstance(value, Number) else None


def _text(number: Number) -> str:
    return f"{number.near}{plain(number.value)}{number.over}"


def _filled(value: Written) -> Written:
    """Return the value without its empty sides."""
    if not isinstance(value, dict):
        return value
    return {side: text for side, text in value.items() if text} or ""


def _shown(value: Written) -> str:
    if isinstance(value, dict):
        return "、".join(f"{SIDE_NAMES[side]}{text}" for side, text in value.items())
    if isinstance(value, list):
        return f"{len(value)}条" if value else "没有"
    return value or "未填"
