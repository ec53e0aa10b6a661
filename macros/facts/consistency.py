"""Checks the facts of an office against each other: parts and wholes, dates, periods, citations."""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from macros.facts.context import build_context
from macros.facts.parts import exceeds, figure_of, parts_over_wholes
from macros.facts.quotients import computed_quotient, entered_quotient
from macros.facts.retired_facts import named_retired
from macros.facts.targets import FIGURE, has_targets, target_mistakes
from macros.figures.numerals import plain
from macros.figures.periods import Day, Period, expected_periods
from macros.figures.values import SIDES, Figure, Rows
from macros.source.report import Place, Report, nearest
from macros.source.yaml_reader import Mapping, Scalar, Sequence
from macros.templating.citations import citation
from macros.templating.own_expressions import ExpressionError
from macros.templating.own_text import read_own_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Dictionary
    from collections.abc import Set as AbstractSet

    from macros.facts.archetype_facts import ArchetypeFacts
    from macros.facts.context import Context
    from macros.facts.entries import Entry
    from macros.facts.offices import Office
    from macros.schema.vocabulary import FactSpec


def check_consistency(
    office: Office,
    asked: ArchetypeFacts,
    report: Report,
    declared: Dictionary[str, Place] | None = None,
    changed: AbstractSet[str] | None = None,
) -> None:
    """Report every contradiction between the office's facts, at the place of the later one.

    Whoever may change the declarations is told where they are: `declared`, by fact.  Where the
    facts had none before some have `changed`, only what these bear on is looked at.
    """
    _ConsistencyCheck(office, asked, report, declared or {}, changed).run()


class _ConsistencyCheck:
    def __init__(
        self,
        office: Office,
        asked: ArchetypeFacts,
        report: Report,
        declared: Dictionary[str, Place],
        changed: AbstractSet[str] | None,
    ) -> None:
        self.office, self.report = office, report
        self.archetype, self.specs = asked.archetype, asked.specs
        self.names = asked.available if changed is None else touched_by(changed, asked)
        self.declared, self.gone = declared, asked.gone
        node = office.node.get("facts")
        self.node = node if isinstance(node, Mapping) else office.node
        self.shown = {name: self.specs[name] for name in asked.available}
        self._cited()
        self.context: Context = build_context(self.specs, office.entries, self._compared())

    def _compared(self) -> Iterator[str]:
        """Yield the facts whose values are compared with others, and their wholes."""
        for name in self.names:
            spec, entry = self.specs[name], self.office.entries.get(name)
            planned = isinstance(entry, dict) and "plan" in entry
            in_record = any(field.part_of for field in spec.record.values())
            if spec.computed or spec.part_of or planned or in_record or has_targets(spec):
                yield from {name, *spec.part_of} & self.shown.keys()

    def run(self) -> None:
        self._periods()
        for name in sorted(self.names):
            spec = self.specs[name]
            self._words(spec)
            self._order_of_days(spec)
            self._part_of(spec)
            self._plan(spec)
            self._targets(spec)
            if spec.traits.quotient:
                self._rate_in_range(spec)
                self._rate_as_entered(spec)

    def _place(self, name: str, side: str = "") -> Place:
        inner = self.node.get(name)
        if side and isinstance(inner, Mapping):
            return inner.place_of(side)
        return self.node.place_of(name)

    # --- cited figures ---

    def _cited(self) -> None:
        """Report and remove citations of anything but a figure of this archetype."""
        for name in self.names:
            for index, field, row in self._written(self.specs[name], "figure"):
                self._check_citation(name, index, field, row)

    def _written(self, spec: FactSpec, kind: str) -> Iterator[tuple[int, str, dict[str, Entry]]]:
        """Yield where the records of a list have a field of a type: row, name, the record."""
        entry = self.office.entries.get(spec.id)
        if not isinstance(entry, list):
            return
        fields = [name for name, field in spec.record.items() if field.type == kind]
        for index, row in enumerate(entry):
            yield from ((index, name, row) for name in fields if isinstance(row.get(name), str))

    def _check_citation(self, name: str, index: int, field: str, row: dict[str, Entry]) -> None:
        try:
            citation(str(row[field]), self.shown)
        except ExpressionError as error:
            if error.fact not in self.gone:
                del row[field]
            self._expression_error(error, self._item(name, index).place_of(field))

    def _expression_error(self, error: ExpressionError, place: Place) -> None:
        gone = named_retired(error.fact, self.gone)
        if gone:
            self.report.warn(place, *gone)
            return
        guess = nearest(error.known[0], error.known[1:]) if error.known else ""
        self.report.error(place, error.what, error.expected, guess)

    def _item(self, name: str, index: int) -> Mapping:
        """Return a record of a list as it is written."""
        rows = self.node.get(name)
        item = rows.items[index] if isinstance(rows, Sequence) else self.node
        return item if isinstance(item, Mapping) else self.node

    # --- own words of records ---

    def _words(self, spec: FactSpec) -> None:
        """Report what is wrong in the own words of a list's records."""
        for index, field, row in self._written(spec, "words"):
            text = read_own_text(str(row[field]), self.shown, marked=False)
            written = self._item(spec.id, index).get(field)
            for mistake in text.mistakes:
                at = isinstance(written, Scalar) and written.place_of(mistake.index)
                self._expression_error(mistake.error, at or self.node.place)

    # --- periods and days ---

    def _periods(self) -> None:
        period, earlier = (self.office.entries.get(n) for n in ("period", "last_period"))
        if isinstance(period, Period) and period.kind not in self.archetype.periods:
            allowed = expected_periods(self.archetype.periods)
            self.report.error(self._place("period"), "时段的种类与范本不符", allowed)
        if isinstance(period, Period) and isinstance(earlier, Period):
            place = self._place("last_period")
            if earlier.kind != period.kind:
                same = expected_periods([period.kind])
                self.report.error(place, "比较时段与总结时段长短不同", same)
            elif earlier >= period:
                self.report.error(place, "比较时段不早于总结时段", f"早于{period.text}的时段")
        compares = [
            n for n, e in self.office.entries.items() if isinstance(e, dict) and "last" in e
        ]
        if compares and earlier is None:
            place = self._place(compares[0], "last")
            self.report.error(place, "填了上期数，没有填比较时段", "填写“比较时段”")

    def _order_of_days(self, spec: FactSpec) -> None:
        this = self.office.entries.get(spec.id)
        first = self.office.entries.get(spec.not_before or "")
        if isinstance(this, Day) and isinstance(first, Day) and is_earlier(this, first):
            label = self.specs[spec.not_before or ""].label
            place = self._place(spec.id)
            self.report.error(place, f"“{spec.label}”早于“{label}”", f"不早于{first.text}")

    # --- figures ---

    def _part_of(self, spec: FactSpec) -> None:
        for found in parts_over_wholes(spec, self.specs, self.context):
            item = self._item(spec.id, found.index) if found.index is not None else None
            place = item.place_of(found.key) if item else self._place(spec.id, found.key)
            self.report.error(place, found.what, found.expected)

    def _plan(self, spec: FactSpec) -> None:
        plan = self._figure(spec.id, "plan")
        if plan and plan.number == 0:
            place = self._place(spec.id, "plan")
            self.report.error(place, f"“{spec.label}”的计划为零", "大于零的数；没有计划就不填")

    def _targets(self, spec: FactSpec) -> None:
        """Report targets that contradict the figure that they are set for."""
        rows, entry = self.context.get(spec.id), self.office.entries.get(spec.id)
        if not has_targets(spec) or not isinstance(rows, Rows) or not isinstance(entry, list):
            return
        for index, row in enumerate(rows.rows):
            item = self._item(spec.id, index)
            cited = item.get(FIGURE)
            written = cited.value if isinstance(cited, Scalar) and cited.value else None
            for found in target_mistakes(spec, row, written, self.specs):
                self.report.error(item.place_of(found.field), found.what, found.expected)

    def _rate_in_range(self, spec: FactSpec) -> None:
        if spec.range is None:
            return
        low, high = spec.range
        part, whole = spec.numerator or "", spec.denominator or ""
        in_whole = part in self.specs and whole in self.specs[part].part_of
        for side in SIDES:
            figure = self._figure(spec.id, side)
            if in_whole and exceeds(self.context, part, whole, side):
                continue  # already reported as a part that exceeds its whole
            if figure and not low <= figure.number <= high:
                place = self._place(part, side)
                what = f"“{spec.label}”算得{figure.text}（{figure.formula}）"
                expected = f"{low}到{high}，核对分子和分母{self._may_widen(spec)}"
                self.report.error(place, f"{what}，超出合理范围", expected)

    def _may_widen(self, spec: FactSpec) -> str:
        """Return where a rate may be allowed more, for whoever may do so."""
        declared = self.declared.get(spec.id)
        return f"；本来就会超出的，用{declared}的 range 放宽" if declared else ""

    def _rate_as_entered(self, spec: FactSpec) -> None:
        """Report a rate that was entered besides its counts, and is not what these give."""
        for side in SIDES:
            entered = entered_quotient(spec, self.office.entries.get(spec.id), side)
            above, below = (self._figure(source, side) for source in spec.sources)
            if not entered or not above or not below:
                continue
            places = len(plain(entered.number).partition(".")[2])
            computed = computed_quotient(spec, above, below, places)
            if isinstance(computed, Figure) and computed.number != entered.number:
                what = f"“{spec.label}”录入的{entered.text}与算出的{computed.text}不一致"
                expected = f"{computed.formula}；核对分子和分母，或删去录入的数"
                self.report.error(self._place(spec.id, side), what, expected)

    def _figure(self, name: str, side: str) -> Figure | None:
        return figure_of(self.context.get(name), side)


def touched_by(changed: AbstractSet[str], asked: ArchetypeFacts) -> set[str]:
    """Return the facts that are made of changed ones or compared with such; lists may cite any."""

    def is_touched(spec: FactSpec) -> bool:
        compared = (spec.id, *spec.part_of, *filter(None, [spec.not_before]))
        inputs = (asked.inputs.get(name, (name,)) for name in compared)
        return bool(spec.record) or not changed.isdisjoint(chain(compared, *inputs))

    return {name for name in asked.available if is_touched(asked.specs[name])}


def is_earlier(a: Day, b: Day) -> bool:
    """Tell whether a is before b; a month is only compared by its month."""
    if a.day is None or b.day is None:
        return (a.year, a.month) < (b.year, b.month)
    return (a.year, a.month, a.day) < (b.year, b.month, b.day)
