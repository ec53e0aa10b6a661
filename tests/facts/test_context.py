"""What a template sees of an office's entries: sides, rates, sums, lists, and blanks."""

from __future__ import annotations

import pytest

from macros.facts.context import Context, build_context
from macros.facts.entry_reader import EntryReader
from macros.figures.filters import monthday
from macros.figures.values import MARK, Choice, DayValue, Figure, PeriodValue, Rows, Series, Value
from macros.library.loader import load
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml
from tests.support.project import SMALL

SPECS = load(SMALL)[0].facts


def seen(text: str) -> Context:
    """Return the context of facts written as in an office's file."""
    report = Report()
    node = parse_yaml(text, "f.yml", report)
    assert node
    entries = EntryReader(SPECS, SPECS, report).read(node)
    assert not report.errors
    return build_context(SPECS, entries, SPECS)


EMPTY = seen("org: ")


def series(context: Context, name: str) -> Series:
    value = context[name]
    assert isinstance(value, Series)
    return value


def value(context: Context, name: str) -> Value:
    found = context[name]
    assert isinstance(found, Value)
    return found


def rows(context: Context, name: str) -> Rows:
    found = context[name]
    assert isinstance(found, Rows)
    return found


@pytest.mark.parametrize(
    ("text", "name", "kind", "shown"),
    [
        ("org: 某站", "org", Value, "某站"),
        ("period: 2026Q1", "period", PeriodValue, "2026年第一季度"),
        ("signed: 2026-04-02", "signed", DayValue, "2026年4月2日"),
        ("grade: 县级", "grade", Choice, "县级"),
        ("people: 540余", "people", Figure, "540余人"),
        ("own: 151.20", "own", Figure, "151.20万元"),
    ],
)
def test_an_entry_becomes_a_value_of_its_type(
    text: str, name: str, kind: type[Value], shown: str
) -> None:
    found = value(seen(text), name)
    assert type(found) is kind
    assert (found.text, found.facts, found.known) == (shown, (name,), True)


@pytest.mark.parametrize(
    ("period", "shown"), [("2026Q1", "4月2日"), ("2027", "2026年4月2日"), ("", "4月2日")]
)
def test_a_date_of_another_year_says_its_year(period: str, shown: str) -> None:
    written = f"signed: 2026-04-02\nperiod: {period}\n"
    assert monthday(value(seen(written), "signed")).text == shown


@pytest.mark.parametrize(
    ("name", "shown"),
    [("org", MARK), ("own", f"{MARK}万元"), ("people", f"{MARK}人"), ("grade", MARK)],
)
def test_what_nobody_gave_is_a_blank_with_its_unit(name: str, shown: str) -> None:
    found = value(EMPTY, name)
    assert (found.text, found.facts, found.known) == (shown, (name,), False)


def test_a_series_has_its_sides_each_with_its_path() -> None:
    paid = series(seen("paid: {now: 1518.20, plan: 1500}"), "paid")
    assert (paid.now.text, paid.now.facts) == ("1518.20万元", ("paid.now",))
    assert (paid.last.text, paid.last.facts) == (f"{MARK}万元", ("paid.last",))
    assert (paid.plan.text, paid.label) == ("1500万元", "支出")


@pytest.mark.parametrize(
    ("period", "earlier", "name"),
    [
        ("2026Q1", "2025Q1", "上年同期"),
        ("2026Q1", "2025Q4", "上季度"),
        ("2026Q1", "", "上期"),
        ("", "2025Q1", "上期"),
    ],
)
def test_every_series_knows_what_it_is_compared_with(period: str, earlier: str, name: str) -> None:
    context = seen(f"period: {period}\nlast_period: {earlier}\n")
    assert series(context, "paid").compared_with == name
    assert series(context, "pass_rate").compared_with == name


def test_a_rate_has_the_sides_that_both_of_its_facts_have() -> None:
    rate = series(seen("passed: {now: 92, last: 90}\nsamples: {now: 214}"), "pass_rate")
    assert rate.now.text == "42.99%"
    assert rate.now.formula == "92 ÷ 214 = 42.99%"
    assert rate.now.facts == ("passed.now", "samples.now")
    assert (rate.last.text, rate.last.known) == (f"{MARK}%", False)
    assert rate.last.facts == ("passed.last", "samples.last")


def test_a_rate_over_zero_is_a_blank() -> None:
    rate = series(seen("passed: {now: 0}\nsamples: {now: 0}"), "pass_rate")
    assert (rate.text, rate.known) == (f"{MARK}%", False)


def test_a_sum_adds_its_parts() -> None:
    funds = value(seen("above: 25\nown: 15.50"), "funds")
    assert (funds.text, funds.facts) == ("40.50万元", ("above", "own"))
    assert funds.formula == "25万 + 15.50万 = 40.50万"


def test_a_sum_without_a_part_is_a_blank_that_knows_its_parts() -> None:
    funds = value(seen("above: 25"), "funds")
    assert (funds.text, funds.facts, funds.known) == (f"{MARK}万元", ("above", "own"), False)


def test_a_list_has_its_records() -> None:
    towns = rows(seen("towns: [{name: 东镇, cost: 3.5}, {name: 西镇}]"), "towns")
    assert [row["name"].text for row in towns] == ["东镇", "西镇"]
    assert [row["cost"].text for row in towns] == ["3.5万元", f"{MARK}万元"]
    assert [row["cost"].facts for row in towns] == [("towns[0].cost",), ("towns[1].cost",)]
    assert (len(towns), towns.known, towns.path) == (2, True, "towns")


def test_an_empty_list_is_known_and_a_missing_one_shows_a_row_of_blanks() -> None:
    empty, missing = rows(seen("problems: []"), "problems"), rows(EMPTY, "problems")
    assert (len(empty), empty.known) == (0, True)
    assert (len(missing), missing.known) == (1, False)
    assert [row["title"].text for row in missing] == [MARK]


@pytest.mark.parametrize(
    ("figure", "shown"),
    [("pass_rate", "42.99%"), ("samples", "214份"), ("own", "15万元"), ("funds", f"{MARK}万元")],
)
def test_a_cited_figure_is_the_fact_itself(figure: str, shown: str) -> None:
    context = seen(
        "passed: {now: 92}\nsamples: {now: 214}\nown: 15\n"
        f"problems: [{{title: 甲, figure: {figure}}}]\n"
    )
    (row,) = rows(context, "problems")
    assert row["figure"].text == shown
    assert row["figure"] == context[figure]


def test_a_row_without_a_citation_has_a_blank_there() -> None:
    (row,) = rows(seen("problems: [{title: 甲}]"), "problems")
    assert (row["figure"].known, row["figure"].facts) == (False, ("problems[0].figure",))


def test_only_what_is_asked_for_and_what_it_needs_is_built() -> None:
    assert set(build_context(SPECS, {}, ["pass_rate"])) == {"pass_rate", "passed", "samples"}
