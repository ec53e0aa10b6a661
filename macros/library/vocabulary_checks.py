"""Checks the vocabulary as a whole: references between facts, duplicate labels, unused facts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.retired_facts import named_retired
from macros.figures.values import POINTS
from macros.schema.vocabulary import DEEPEST, base_unit
from macros.source.report import nearest
from macros.templating.language import RESERVED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec
    from macros.source.report import Place, Report

SAME_UNIT = "单位相同，万、亿和“人次”的“次”不计；本来不同的，类型写比值（quotient），配自己的单位"
OWN = "own_"  # begins the ids of a writer's own facts, all of which are new


class VocabularyCheck:
    """Reports each mistake at the place where the fact is declared."""

    def __init__(
        self,
        facts: Mapping[str, FactSpec],
        places: Mapping[str, Place],
        report: Report,
        gone: Mapping[str, str] | None = None,
    ) -> None:
        """Take all facts, the places of those to check, the report; what old files may name."""
        self.facts, self.places, self.report, self.gone = facts, places, report, gone or {}

    def run(self) -> None:
        """Report references to unknown or unsuitable facts, and circles."""
        endless = self._endless_facts()
        for name, place in self.places.items():
            if name in self.facts:
                self._fact(self.facts[name])
            if name in endless:
                self.report.error(
                    place, f"“{name}”绕着圈引用自己，或者隔了太多层", "由直接填报的指标算出"
                )

    def _fact(self, spec: FactSpec) -> None:
        place = self.places[spec.id]
        if spec.id in RESERVED:
            expected = f"模板里它是函数或条件；换一个名字，如 {spec.id}_count"
            self.report.error(place, f"“{spec.id}”是保留的名字", expected)
        for other in spec.references:
            gone = named_retired(other, self.gone)
            if gone:
                self.report.warn(place, *gone)
            elif other not in self.facts:
                guess = nearest(other, self.facts)
                self.report.error(place, f"“{spec.id}”引用了没有的指标“{other}”", "", guess)
        for other in spec.sources:
            self._source(spec, other, place)
        if spec.traits.quotient and spec.unit in POINTS and not self._one_unit(spec.sources):
            self.report.error(place, f"“{spec.id}”的分子和分母单位不同", SAME_UNIT)

    def _source(self, spec: FactSpec, other: str, place: Place) -> None:
        source = self.facts.get(other)
        if not source:
            return
        if not source.traits.number or source.approx:
            self.report.error(place, f"“{other}”不能参与计算", "确切的数，不是概数、文字或比率")
        elif spec.sum_of and source.unit != spec.unit:
            self.report.error(place, f"“{other}”的单位与合计不同", spec.unit or "没有单位")

    def _one_unit(self, names: list[str]) -> bool:
        units = {_counted(self.facts[n].unit) for n in names if n in self.facts}
        return len(units) < 2  # noqa: PLR2004 - one or none

    def _endless_facts(self) -> set[str]:
        """Return the facts that do not lead down to entered ones, or only by too many sums."""
        endless = set(self.facts)
        for _ in range(DEEPEST + 1):
            endless = {n for n in endless if not endless.isdisjoint(self.facts[n].sources)}
        return endless

    def names(self) -> None:
        """Report names of facts, labels and others, that another fact has already."""
        seen: dict[str, str] = {}
        for spec in self.facts.values():
            for name in spec.names:
                first = seen.setdefault(name, spec.id)
                if first != spec.id:
                    self._called_alike(name, spec.id, first)
                    if not first.startswith(OWN):
                        self._called_alike(name, first, spec.id)

    def _called_alike(self, name: str, here: str, other: str) -> None:
        """Report a name at each of its facts: nobody knows which is the new one."""
        if here in self.places:
            what = f"已有指标：{self.facts[other].label}（{other}）"
            expected = f"“{name}”以外的名称，或直接用{other}"
            self.report.error(self.places[here], what, expected)


def _counted(unit: str) -> str:
    """Return what a unit counts: 人 for 万人, and for 人次, of which there are so many in 人."""
    base = base_unit(unit)
    return base.removesuffix("次") or base


def check_unused(library: Library, report: Report) -> None:
    """Report facts that no template and no example needs; the library must have no errors."""
    templates = [*library.templates.values(), *library.frame.values()]
    used = {fact for template in templates for fact in template.facts} | {"last_period"}
    used |= {source for name in used for source in library.facts[name].sources}
    used |= {source for name in used for source in library.facts[name].sources}
    cited = _cited(library)
    for name, spec in library.facts.items():
        if name not in used and not (spec.computed and name in cited):
            place = library.places[name]
            report.error(place, f"没有模板用到指标“{name}”", "在模板里使用它，或删去它")


def _cited(library: Library) -> set[str]:
    """Return the ids that example offices cite in lists."""
    rows = (
        row
        for office in library.offices.values()
        for entry in office.entries.values()
        for row in (entry if isinstance(entry, list) else [])
    )
    return {value for row in rows for value in row.values() if isinstance(value, str)}
