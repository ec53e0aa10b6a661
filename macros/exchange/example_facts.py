"""Makes up the facts of a new example: plausible, consistent, and plainly to be rewritten.

The first of two has everything, and more than the period before; the other nothing that may be left
out, no period before, and one record in each list.
"""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from decimal import ROUND_DOWN, Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from macros.document.document import fact_of
from macros.exchange.facts_file_writer import FactsFile, as_yaml
from macros.figures.periods import code
from macros.figures.values import MULTIPLIERS
from macros.library.facts_file_reader import read_facts_file
from macros.library.office_documents import compose_office
from macros.library.summary import Summary
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml

if TYPE_CHECKING:
    from macros.exchange.facts_file_writer import Facts, Written
    from macros.figures.periods import Period
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec, FieldSpec

QUOTED = re.compile("如“([^“”]+)”")
PERIOD_WORDS = re.compile("年度?|半年度?|季度|学期|总结")  # in a title
FIRST_NUMBER, OTHER_NUMBER = Decimal(400), Decimal(230)
PART = Decimal("0.85")  # of its whole
SIDES = {"now": Decimal(1), "last": Decimal("0.9"), "plan": Decimal(1)}
SCALES = {"%": 100, "‰": 1000, "1/10万": 100_000}
SIGNED_DAY = 8  # of the month after the period
MANY = 2
WE = "我单位"  # whatever kind of office it is


def example_facts(
    library: Library, archetype: str, name: str, period: Period, *, full: bool
) -> Facts:
    """Return the facts of a new example, all of which its text uses."""
    summary = Summary(library, library.archetypes[archetype])
    made = _ExampleFacts(summary, period, name, full)
    facts = made.facts()
    for unused in _unused(library, FactsFile(archetype, name, facts)):
        facts |= made.companions(unused)
    return facts


def completed_facts(
    library: Library, archetype: str, name: str, period: Period, given: Facts
) -> Facts:
    """Return the facts that are given, and of those that are not only what the text must have."""
    summary = Summary(library, library.archetypes[archetype])
    facts = _ExampleFacts(summary, period, name, full=False).facts() | given
    unused = {fact_of(path) for path in _unused(library, FactsFile(archetype, name, facts))}
    return {fact: value for fact, value in facts.items() if fact in given or fact not in unused}


def _unused(library: Library, file: FactsFile) -> tuple[str, ...]:
    report = Report()
    node = parse_yaml(as_yaml(file), "", report)
    office = node and read_facts_file(node, "", library, report)
    return compose_office(library, office).unused if office else ()


@dataclass(frozen=True)
class _ExampleFacts:
    """The facts of one example: of a summary, for a period, of an office with a name."""

    summary: Summary
    period: Period
    name: str
    full: bool  # whether what may be left out is there too

    def facts(self) -> Facts:
        """Return every fact that the example gives."""
        given = [self.summary.specs[name] for name in self.summary.facts.entered()]
        kept = [spec for spec in given if spec.required or (self.full and not self._lacks(spec))]
        return {spec.id: self._fact(spec) for spec in kept}

    def _lacks(self, spec: FactSpec) -> bool:
        """Tell whether the records of a list must name facts, and there are none to be named."""
        figures = [field for field in spec.record.values() if field.type == "figure"]
        return any(field.required for field in figures) and not self._cited

    def companions(self, unused: str) -> Facts:
        """Return what stands with a fact in a section: one that only then is written about."""
        sections = self.summary.facts.sections.values()
        together = {name for named in sections if unused in named for name in named}
        entered = [n for n in self.summary.facts.entered() if n in together]
        return {name: self._fact(self.summary.specs[name]) for name in entered}

    @cached_property
    def _given(self) -> dict[str, str]:
        earlier = {"last_period": code(self.period.year_before)} if self.full else {}
        work = PERIOD_WORDS.sub("", self.summary.archetype.title) or "工作"
        named = {"org": self.name, "we": WE, "work": work}
        return {**named, "period": code(self.period), **earlier}

    def _fact(self, spec: FactSpec) -> Written:
        if spec.id in self._given:
            return self._given[spec.id]
        if spec.traits.records:
            return [self._row(spec, number) for number in range(MANY if self.full else 1)]
        if spec.series:
            sides = ("now", *(spec.series if self.full else ()))
            return {side: self._number(spec, side) for side in sides}
        return self._value(spec)

    def _value(self, spec: FieldSpec) -> str:
        if spec.type == "date":
            return self._day(spec)
        if spec.type == "choice":
            return (spec.options or [""])[0]
        return self._number(spec, "now") if spec.traits.number else _words(spec)

    # --- numbers ---

    def _number(self, spec: FieldSpec, side: str) -> str:
        return f"{self._amount(spec, side):f}"

    def _amount(self, spec: FieldSpec, side: str) -> Decimal:
        """Return a number within its range, smaller than what it is a part of."""
        low, high = spec.range or (Decimal(0), FIRST_NUMBER)
        known = getattr(spec, "id", "") in self.summary.specs
        limits = list(self._limits(spec, side)) if known else []
        first = FIRST_NUMBER if self.full else OTHER_NUMBER
        wanted = min(limits) if limits else min(first, high * PART) * SIDES[side]
        step = Decimal(1).scaleb(-spec.places)
        return max(low, min(high, wanted)).quantize(step, ROUND_DOWN).normalize() + 0

    def _limits(self, spec: FieldSpec, side: str) -> list[Decimal]:
        """Return the most that the wholes and denominators of a fact allow, in its own unit."""
        specs, name = self.summary.specs, getattr(spec, "id", "")
        shares = dict.fromkeys(getattr(spec, "part_of", ()), PART)
        shares |= {q.denominator: _usual(q) for q in specs.values() if q.numerator == name}
        shown = {whole for whole in shares if whole in self.summary.shown}
        found = [self._base(whole, side) * shares[whole] for whole in shown]
        return [limit.scaleb(-MULTIPLIERS.get(spec.unit[:1], 0)) for limit in found]

    def _base(self, name: str, side: str) -> Decimal:
        spec = self.summary.specs[name]
        if spec.sum_of:
            return sum((self._base(one, side) for one in spec.sum_of), Decimal(0))
        return self._amount(spec, side).scaleb(MULTIPLIERS.get(spec.unit[:1], 0))

    # --- days, words, records ---

    @cached_property
    def _cited(self) -> list[str]:
        """The facts that a record may name."""
        return [name for name, spec in self.summary.shown.items() if spec.citable]

    def _day(self, spec: FieldSpec) -> str:
        """Return the last day of the period, for a signature a day after it, else one within it."""
        year, month = self.period.months[-1]
        last = calendar.monthrange(year, month)[1]
        if getattr(spec, "id", "") == "signed":
            year, month = (year + 1, 1) if month == 12 else (year, month + 1)  # noqa: PLR2004
            return f"{year}-{month:02}-{SIGNED_DAY:02}"
        return f"{year}-{month:02}-{last}"

    def _row(self, spec: FactSpec, number: int) -> dict[str, str]:
        fields = spec.record.items()
        kept = {n: f for n, f in fields if f.required or f.type == "figure"} or dict([*fields][:1])
        row = {name: self._field(field, number) for name, field in kept.items()}
        return {name: value for name, value in row.items() if value}

    def _field(self, field: FieldSpec, number: int) -> str:
        if field.type == "figure":
            return self._cited[number % len(self._cited)] if self._cited else ""
        value = self._value(field)
        return f"另一个{value}" if number and field.type == "text" else value


def _usual(quotient: FactSpec) -> Decimal:
    """Return what part of its denominator a numerator is, so that the quotient is in its range."""
    scale = Decimal(SCALES.get(quotient.unit, 1))
    low, high = quotient.range or (Decimal(0), scale)
    return (low + (high - low) * PART) / scale


def _words(spec: FieldSpec) -> str:
    """Return the example that the hint of a text gives, else what it is called."""
    quoted = QUOTED.search(spec.hint)
    return quoted[1] if quoted else spec.label
