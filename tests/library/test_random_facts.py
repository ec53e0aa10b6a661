"""Any facts, any of them missing: a text comes out, and its figures never contradict each other."""

from __future__ import annotations

import re
from collections import Counter
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from math import ceil, floor
from random import Random
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from macros.document.document import fact_of
from macros.facts.entries import Entries, Entry, Number
from macros.figures.periods import KINDS, Day, Period
from macros.figures.values import MARK, SIDES
from macros.library.compose import compose
from tests.support.real import ARCHETYPES, LIBRARY, OFFICES, document

if TYPE_CHECKING:
    from macros.document.document import Document, Run
    from macros.schema.archetypes import Archetype
    from macros.schema.vocabulary import FactSpec, FieldSpec

WORDS = ("某项工作", "某个单位", "某份文件", "一次活动")
NEVER = re.compile(
    r"None|Undefined|\bnan\b|\{\{|\}\}|\{%|macros\.|object at|\ue000|E[+-]"
    r"|(增长|下降|增加|减少|提高)(-|0%|0个|0(?![.0-9]))"
)
DOUBLED = re.compile("[，。、；：][，。、；：]|（）|“”")
NUMBER = re.compile(r"-?[0-9][0-9,]*(?:\.[0-9]+)?")
NO_FIGURE = re.compile(r"[0-9]{4}(—[0-9]{4}学)?年|/10万")  # a period, the unit of a rate
TERM = re.compile(r"([+−]?) ?\(?(-?[0-9.]+)([千万亿]?)\)?(?: × ([0-9.]+)(%|‰|/10万))?")
RESULT = re.compile(r"(-?[0-9]+(?:\.([0-9]+))?)(/10万|(?!千床日).|)")
AGES = re.compile("([0-9]+～)?[0-9]+(岁|个月)")
RELATION = re.compile(" [=<>] ")
SCALES = {"千": Fraction(10**3), "万": Fraction(10**4), "亿": Fraction(10**8), "": Fraction(1)}
PARTS_OF_ONE = {"%": Fraction(1, 100), "‰": Fraction(1, 1000), "/10万": Fraction(1, 10**5)}

LABELS = [spec.label for spec in LIBRARY.facts.values() if re.search("[0-9]", spec.label)]
IN_NAMES = re.compile("|".join(map(re.escape, LABELS)) or "(?!)")

archetypes = st.sampled_from(ARCHETYPES)
seeds = st.integers(0, 2**32)


# --- random facts ---


def some_facts(archetype: Archetype, random: Random, missing: float) -> Entries:
    """Return random entries for an archetype's facts, some of them missing."""
    specs = [LIBRARY.facts[name] for name in LIBRARY.facts_of(archetype).entered()]
    citable = [
        name
        for name in sorted(LIBRARY.facts_of(archetype).available)
        if LIBRARY.facts[name].citable
    ]
    entries = {
        spec.id: _fact(spec, random, citable) for spec in specs if random.random() >= missing
    }
    year = random.randrange(2000, 2030)
    last_year = random.random() < 0.5
    kind = random.choice(archetype.periods)
    part = random.randrange(1, len(KINDS[kind].names) + 1)
    entries["period"] = Period(year, kind, part)
    entries["last_period"] = Period(year - last_year, kind, 1)
    return {name: entry for name, entry in entries.items() if random.random() >= missing}


def _fact(spec: FactSpec, random: Random, citable: list[str]) -> Entry:
    if spec.type == "list":
        count = random.choice((spec.at_least, 1, 2, 5)) or 0
        return [_row(spec, random, citable) for _ in range(max(count, spec.at_least))]
    if spec.series:
        sides = [side for side in spec.series if random.random() < 0.7]
        now = _scalar(spec, random, citable)
        same = random.random() < 0.2
        return {"now": now} | {s: now if same else _scalar(spec, random, citable) for s in sides}
    return _scalar(spec, random, citable)


def _row(spec: FactSpec, random: Random, citable: list[str]) -> dict[str, Entry]:
    given_fields = {
        name: field
        for name, field in spec.record.items()
        if (field.required or random.random() < 0.6) and (field.type != "figure" or citable)
    }
    return {name: _scalar(field, random, citable) for name, field in given_fields.items()}


def _scalar(spec: FieldSpec, random: Random, citable: list[str]) -> Entry:
    if spec.traits.number:
        return _number(spec, random)
    if spec.type == "date":
        day = random.choice((None, random.randrange(1, 29)))
        return Day(random.randrange(2000, 2030), random.randrange(1, 13), day)
    if spec.type == "choice":
        return random.choice(spec.options or [])
    return random.choice(citable if spec.type == "figure" else WORDS)


def _number(spec: FieldSpec, random: Random) -> Number:
    assert spec.range
    low, high = (edge.scaleb(spec.places) for edge in spec.range)
    drawn = Decimal(random.randint(int(low), int(high))).scaleb(-spec.places)
    edges = [edge for edge in (Decimal(0), Decimal(1), Decimal(2)) if low <= edge <= high]
    value = random.choice((drawn, drawn, *edges, *spec.range))
    rough = random.choice(("", "余")) if spec.approx else ""
    return Number(value, over=rough)


def made(name: str, seed: int, missing: float) -> tuple[Entries, Document]:
    """Return random facts and the text they make."""
    archetype = LIBRARY.archetypes[name]
    entries = some_facts(archetype, Random(seed), missing)  # noqa: S311 - nothing secret
    return entries, compose(LIBRARY, archetype, entries)


def runs_of(document: Document) -> list[Run]:
    return [run for block in document.blocks for run in block.runs]


# --- what holds for all of them ---


@settings(max_examples=150)
@given(archetypes, seeds, st.sampled_from([0.0, 0.1, 0.5, 0.9, 1.0]))
def test_any_facts_make_a_text(archetype: str, seed: int, missing: float) -> None:
    entries, draft = made(archetype, seed, missing)
    assert not NEVER.search(draft.as_text())
    assert not any(NEVER.search(run.formula) for run in runs_of(draft))
    assert draft.draft == bool(draft.unused or MARK in draft.as_text())
    assert {fact_of(path) for path in draft.unused} <= entries.keys()


@settings(max_examples=150)
@given(archetypes, seeds)
def test_a_text_without_gaps_has_no_doubled_marks(archetype: str, seed: int) -> None:
    text = made(archetype, seed, 0)[1].as_text()
    found = DOUBLED.search(text)
    assert not found, text[max(found.start() - 60, 0) : found.end() + 20]


@settings(max_examples=150)
@given(archetypes, seeds, st.sampled_from([0.0, 0.3]))
def test_no_heading_stands_without_text(archetype: str, seed: int, missing: float) -> None:
    blocks = made(archetype, seed, missing)[1].blocks
    for block, after in pairwise(blocks):
        if block.type == "heading":
            deeper = after.type == "heading" and after.level > block.level
            assert after.type == "paragraph" or deeper, block.text


# --- figures agree ---


def numbers_of(text: str) -> set[Fraction]:
    digits = NUMBER.findall(NO_FIGURE.sub("", text))
    return {Fraction(number.replace(",", "")) for number in digits}


def entered(entries: Entries) -> dict[str, Fraction]:
    """Return every number that was entered, by the path that a text gives as its source."""
    found: dict[str, Fraction] = {}

    def enter(path: str, entry: Entry) -> None:
        if isinstance(entry, Number):
            found[path] = Fraction(entry.value)
        elif isinstance(entry, dict):
            for side, inner in entry.items():
                enter(f"{path}.{side}", inner)
        elif isinstance(entry, list):
            for index, row in enumerate(entry):
                enter(f"{path}[{index}]", row)

    for name, entry in entries.items():
        enter(name, entry)
    return found


def check_figures(document: Document, entries: Entries) -> Counter[str]:
    """Check every number of a document against what was entered; return how many were checked."""
    known = entered(entries)
    checked: Counter[str] = Counter()
    for run in runs_of(document):
        shown = numbers_of(without_names(run.text))
        allowed = {known[path] for path in run.facts if path in known}
        for part in filter(None, run.formula.split("；")):
            result = abs(check_formula(part))
            allowed |= {result, *operands(part), *(as_a_plan_says(result) if " × " in part else ())}
            checked["computed"] += 1
        if allowed:
            assert shown <= allowed, (run.text, run.formula)
            checked["entered"] += len(shown)
    return checked


def without_names(text: str) -> str:
    """Return a text without names that have digits (400毫升献血), and ages, as 0～6岁儿童 has."""
    return AGES.sub("", IN_NAMES.sub("", text))


def check_formula(formula: str) -> Fraction:
    """Check that a formula's result is its left side, rounded half up; return the result.

    What rounding would make nothing or all is said to lie below or above the result.
    """
    left, right = RELATION.split(formula)
    match = RESULT.match(right)
    assert match, formula
    result, places, unit = Fraction(match[1]), len(match[2] or ""), match[3]
    exact = amount(left) / (PARTS_OF_ONE | SCALES).get(unit, Fraction(1))
    if " = " not in formula:
        above = exact - result if " > " in formula else result - exact
        assert 0 < above < Fraction(1, 10**places), formula
        return result
    if "÷" not in left:
        assert exact == result, formula
    assert any(half_up(exact, digits) == result for digits in range(places, 7)), formula
    return result


def as_a_plan_says(needed: Fraction) -> set[Fraction]:
    """Return what a plan says that a target takes: enough, and many in tenths of 万."""
    return {Fraction(ceil(needed)) if needed < 10**4 else Fraction(ceil(needed / 10**3), 10)}


def operands(formula: str) -> set[Fraction]:
    terms = TERM.findall(RELATION.split(formula)[0])
    return {Fraction(digits) for _, *found, _ in terms for digits in (found[0], found[2]) if digits}


def amount(expression: str) -> Fraction:
    """Return what one side of a formula comes to, exactly."""
    if "÷" in expression:
        above, below = expression.split(" ÷ ")
        return amount(above) / amount(below)
    return sum(
        Fraction(-1 if sign == "−" else 1)
        * Fraction(digits)
        * SCALES[scale]
        * (Fraction(share) * PARTS_OF_ONE[unit] if share else 1)
        for sign, digits, scale, share, unit in TERM.findall(expression)
    ) + Fraction(0)


def half_up(exact: Fraction, places: int) -> Fraction:
    number = Fraction(floor(abs(exact) * 10**places + Fraction(1, 2)), 10**places)
    return -number if exact < 0 else number


@settings(max_examples=150)
@given(archetypes, seeds, st.sampled_from([0.0, 0.3]))
def test_every_figure_is_what_was_entered_or_follows_from_it(
    archetype: str, seed: int, missing: float
) -> None:
    entries, draft = made(archetype, seed, missing)
    check_figures(draft, entries)


def test_every_figure_of_the_examples_is_checked() -> None:
    checked: Counter[str] = Counter()
    for office in OFFICES:
        checked += check_figures(document(office), LIBRARY.offices[office].entries)
    assert checked["entered"] > 300
    assert checked["computed"] > 100


@settings(max_examples=150)
@given(archetypes, seeds, st.sampled_from([0.0, 0.3]))
def test_two_places_never_disagree(archetype: str, seed: int, missing: float) -> None:
    results: dict[tuple[str, str], str] = {}
    for run in runs_of(made(archetype, seed, missing)[1]):
        for part in filter(None, run.formula.split("；")):
            left, right = RELATION.split(part)
            unit = right.lstrip("-0123456789.")  # 1 ÷ 2 may be 50% here and 0.50次 there
            assert results.setdefault((left, unit), right) == right


def test_every_side_of_a_series_is_drawn() -> None:
    sides = {
        side
        for archetype in LIBRARY.archetypes.values()
        for entry in some_facts(archetype, Random(1), 0).values()  # noqa: S311 - nothing secret
        if isinstance(entry, dict)
        for side in entry
    }
    assert sides == set(SIDES)
