"""Finds what is wrong with a record's target: what a figure is changed by, or what it is to reach.

Mirrors browser/facts/targets.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.figures.arithmetic import now
from macros.figures.numerals import plain
from macros.figures.values import WHOLE, Figure, printed_unit
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.figures.values import Row
    from macros.schema.vocabulary import FactSpec, FieldSpec

TABLE = shared_table(__file__)  # browser/facts/targets.js has the same
FIGURE, STEP, AIM = (str(TABLE[key]) for key in ("figure", "step", "aim"))  # fields of a record


@dataclass(frozen=True)
class TargetMistake:
    """What is wrong with a target: the field to be mended, what is wrong, what was expected."""

    field: str
    what: str
    expected: str


def has_targets(spec: FactSpec) -> bool:
    """Tell whether the records of a list set targets."""
    return all(name in spec.record for name in (FIGURE, STEP, AIM))


def target_mistakes(
    spec: FactSpec, row: Row, cited: str | None, specs: Mapping[str, FactSpec]
) -> Iterator[TargetMistake]:
    """Yield what is wrong with a record's target; `cited` is the figure as it was entered."""
    given = [(name, value) for name in (AIM, STEP) if isinstance(value := row[name], Figure)]
    figure = now(row[FIGURE])
    if cited is None:
        yield from (_uncited(spec, *one) for one in given if _needs_figure(*one))
    elif figure:
        whole = cited in specs and specs[cited].traits.whole
        for name, value in given:
            yield from _impossible(_Target(spec.record[name], name, figure, value), whole=whole)
        if len(given) > 1:
            yield from _contradicting(spec, figure, *(value for _, value in given))


# --- without a figure -------------------------------------------------------------------------


def _needs_figure(name: str, value: Figure) -> bool:
    return name == AIM or value.number < 0


def _uncited(spec: FactSpec, name: str, value: Figure) -> TargetMistake:
    label, figure = spec.record[name].label, spec.record[FIGURE].label
    what = f"“{label}”是{value.text}，没有选“{figure}”"
    return TargetMistake(name, what, f"选“{figure}”；没有对应指标的，“{label}”不填或填大于零的数")


# --- of a figure ------------------------------------------------------------------------------


@dataclass(frozen=True)
class _Target:
    spec: FieldSpec
    name: str
    figure: Figure
    value: Figure

    @property
    def aim(self) -> Decimal:
        """Return what the figure is to reach."""
        number = self.value.number
        return self.figure.number + number if self.name == STEP else number

    def mistake(self, why: str, edge: Decimal | None = None, how: str = "") -> TargetMistake:
        """Return a mistake; `edge` is the last number that the figure may reach."""
        figure = self.figure
        aim = plain(self.aim) + printed_unit(figure.unit)
        what = (
            f"“{self.spec.label}”是{self.value.text}：{figure.label}由{figure.text}到{aim}，{why}"
        )
        if edge is None:
            return TargetMistake(self.name, what, how)
        last = edge - figure.number if self.name == STEP else edge
        return TargetMistake(self.name, what, f"{how}{plain(last)}")


def _impossible(target: _Target, *, whole: bool) -> Iterator[TargetMistake]:
    aim, reached, unit = target.aim, target.figure.number, target.figure.unit
    most = WHOLE.get(unit)
    if most is not None and aim > most >= reached:
        yield target.mistake(f"超过{most}{printed_unit(unit)}", Decimal(most), "不大于")
    elif aim < 0 <= reached:
        yield target.mistake("小于零", Decimal(0), "不小于")
    elif whole and aim != aim.to_integral_value():
        yield target.mistake("不是整数", how="整数")


def _contradicting(
    spec: FactSpec, figure: Figure, aim: Figure, step: Figure
) -> Iterator[TargetMistake]:
    reached = figure.number + step.number
    if reached != aim.number:
        names = f"“{spec.record[AIM].label}”{aim.text}", f"“{spec.record[STEP].label}”{step.text}"
        sum_text = f"{figure.operand} + {step.operand} = {plain(reached)}"
        yield TargetMistake(AIM, f"{names[0]}与{names[1]}对不上：{sum_text}", "两个只填一个")
