"""Periods and days: which spellings are read, and how a text names a period and its neighbours."""

from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.figures.periods import (
    FIRST_YEAR,
    KINDS,
    LAST_YEAR,
    Day,
    Period,
    parse_day,
    parse_period,
)

periods = st.sampled_from(list(KINDS)).flatmap(
    lambda kind: st.builds(
        Period, st.integers(1950, 2198), st.just(kind), st.integers(1, len(KINDS[kind].names))
    )
)


@pytest.mark.parametrize(
    ("written", "text", "this", "after"),
    [
        ("2026", "2026年", "本年度", "2027年"),
        ("2026H1", "2026年上半年", "上半年", "下半年"),
        ("2026H2", "2026年下半年", "下半年", "2027年上半年"),
        ("2026Q1", "2026年第一季度", "本季度", "第二季度"),
        ("2026Q4", "2026年第四季度", "本季度", "2027年第一季度"),
        ("2025-2026T1", "2025—2026学年第一学期", "本学期", "第二学期"),
        ("2025-2026T2", "2025—2026学年第二学期", "本学期", "2026—2027学年第一学期"),
    ],
)
def test_a_period_has_its_names(written: str, text: str, this: str, after: str) -> None:
    period = parse_period(written)
    assert period
    assert (period.text, period.this, period.next) == (text, this, after)


@pytest.mark.parametrize(
    "written",
    [
        "",
        "26",
        "2026Q5",
        "2026Q0",
        "2026H3",
        "2026T1",
        "2025-2026",
        "2025-2027T1",
        "2025-2026T3",
        "2025-2026Q1",
        "２０２６",
        "2026q1",
        " 2026",
        "2026年",
    ],
)
def test_anything_else_is_not_a_period(written: str) -> None:
    assert parse_period(written) is None


@pytest.mark.parametrize(
    ("period", "earlier", "name"),
    [
        ("2026", "2025", "上年"),
        ("2026", "2023", "2023年"),
        ("2026H1", "2025H1", "上年同期"),
        ("2026H2", "2026H1", "上半年"),
        ("2026H1", "2025H2", "上年下半年"),
        ("2026Q1", "2025Q1", "上年同期"),
        ("2026Q2", "2026Q1", "上季度"),
        ("2026Q1", "2025Q4", "上季度"),
        ("2026Q4", "2026Q2", "2026年第二季度"),
        ("2025-2026T2", "2025-2026T1", "上学期"),
        ("2025-2026T1", "2024-2025T1", "上学年同期"),
        ("2026Q1", "2025", "2025年"),
    ],
)
def test_a_period_calls_an_earlier_one_by_name(period: str, earlier: str, name: str) -> None:
    this, other = parse_period(period), parse_period(earlier)
    assert this
    assert this.base(other) == name


def test_a_period_without_an_earlier_one_says_so_plainly() -> None:
    assert Period(2026, "quarter", 1).base(None) == "上期"


@given(periods)
def test_the_period_before_the_next_one_is_this_one(period: Period) -> None:
    after = period.following
    assert after > period
    assert after.base(period) in ("上年", "上半年", "上年下半年", "上季度", "上学期")


@given(periods)
def test_a_period_a_year_ago_is_named_by_that_year(period: Period) -> None:
    earlier = Period(period.year - 1, period.kind, period.part)
    expected = {"year": "上年", "term": "上学年同期"}.get(period.kind, "上年同期")
    assert period.base(earlier) == expected


@pytest.mark.parametrize(
    ("written", "text", "month", "monthday"),
    [
        ("2013-03-31", "2013年3月31日", "3月", "3月31日"),
        ("2013-03", "2013年3月", "3月", "3月"),
        ("2024-02-29", "2024年2月29日", "2月", "2月29日"),
        ("2013-12-05", "2013年12月5日", "12月", "12月5日"),
    ],
)
def test_a_day_has_its_texts(written: str, text: str, month: str, monthday: str) -> None:
    day = parse_day(written)
    assert day
    assert (day.text, day.month_text, day.monthday_text) == (text, month, monthday)


@pytest.mark.parametrize(
    ("period", "inside", "outside"),
    [
        ("2026Q2", ("2026-01-01", "2026-12-31"), ("2025-12-31", "2027-01")),
        ("2025-2026T1", ("2025-08-25", "2026-07-31"), ("2025-07-31", "2026-08-01")),
    ],
)
def test_a_day_is_in_the_year_of_a_period(
    period: str, inside: tuple[str, ...], outside: tuple[str, ...]
) -> None:
    this = parse_period(period)
    assert this
    for written, expected in ((inside, True), (outside, False)):
        days = [parse_day(day) for day in written]
        assert [day and this.within_year(day) for day in days] == [expected, expected]


@pytest.mark.parametrize(
    "written",
    ["2025-13-01", "2025-02-29", "2025-00", "2025-4-1", "2025-04-31", "2025", "２０２５-01"],
)
def test_a_day_that_does_not_exist_is_not_read(written: str) -> None:
    assert parse_day(written) is None


@given(st.dates(dt.date(FIRST_YEAR, 1, 1), dt.date(LAST_YEAR, 12, 31)))
def test_every_day_of_the_calendar_is_read(date: dt.date) -> None:
    assert parse_day(date.isoformat()) == Day(date.year, date.month, date.day)


@pytest.mark.parametrize("year", [FIRST_YEAR - 1, LAST_YEAR + 1])
def test_years_too_far_away_are_slips(year: int) -> None:
    assert parse_day(f"{year}-06-30") is None
    assert parse_period(f"{year}") is None
