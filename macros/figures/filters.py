"""Filters: write one value in another form, such as 24.25万人次 or 3月31日."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.figures.arithmetic import now, unit_of
from macros.figures.numerals import chinese, grouped, rounded, trimmed
from macros.figures.values import (
    MARK,
    MULTIPLIERS,
    Blank,
    DayValue,
    Figure,
    PeriodValue,
    Rough,
    Rows,
    Value,
    blank,
    facts_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.figures.arithmetic import Number

SCALED_DECIMALS = 2
THOUSAND, THOUSAND_DIGITS = "千", 3
CHINESE_LIMIT = 10**16  # chinese() takes numbers below this


# --- numbers ----------------------------------------------------------------------------------


def _with_figure(x: Number, to_text: Callable[[Figure], str]) -> Value:
    figure = now(x)
    if not figure:
        return blank(x, unit=unit_of(x))
    return Value(to_text(figure), figure.facts, figure.formula)


def bare(x: Number) -> Value:
    """Return the number without its unit: 570余, 百余."""
    if isinstance(x, Rough):
        return Value(x.words, x.facts)
    if not now(x):
        return blank(x)
    return _with_figure(x, lambda f: f.text.removesuffix(f.base_unit))


def thousands(x: Number) -> Value:
    """Return the figure with a comma every three digits: 242,534人次."""
    return _with_figure(x, lambda f: f.with_digits(grouped(f.digits)))


def wan(x: Number) -> Value:
    """Return the figure in 万, at most two decimals: 24.25万人次; below 1万 it stays as it is."""
    return _in_scale(x, "万")


def yi(x: Number) -> Value:
    """Return the figure in 亿, at most two decimals: 1.52亿元; below 1亿 it stays as it is."""
    return _in_scale(x, "亿")


def _in_scale(x: Number, scale: str) -> Value:
    def to_text(figure: Figure) -> str:
        number = figure.base.scaleb(-MULTIPLIERS[scale])
        if abs(number) < 1:
            return figure.text
        digits = trimmed(rounded(number, SCALED_DECIMALS))
        return figure.near + digits + scale + figure.over + figure.base_unit

    return _with_figure(x, to_text)


def ones(x: Number) -> Value:
    """Return a figure counted in thousands as ones: 12640日 of 12.64千日; others stay the same."""
    figure = now(x)
    if not figure or not figure.unit.startswith(THOUSAND):
        return _with_figure(x, lambda f: f.text)
    digits = trimmed(figure.number.scaleb(THOUSAND_DIGITS))
    text = figure.near + digits + figure.over + figure.unit.removeprefix(THOUSAND)
    return Value(text, figure.facts, f"{figure.operand}{THOUSAND} = {digits}")


def cn(x: Number | int) -> Value:
    """Return a whole number as a Chinese numeral: 五项, 两个; other figures stay as they are."""
    if isinstance(x, int):
        return Value(chinese(x))

    def to_text(figure: Figure) -> str:
        number, unit = figure.base, figure.base_unit
        whole = number == number.to_integral_value() and 0 <= number < CHINESE_LIMIT
        if not whole or figure.is_rate:
            return figure.text
        numeral = chinese(int(number))
        return ("两" if numeral == "二" and unit else numeral) + unit

    return _with_figure(x, to_text)


# --- dates and periods ------------------------------------------------------------------------


def month(x: Value) -> Value:
    """Return the month of a date: 3月; with its year when that is not the period's."""
    return Value(x.year_text + x.day.month_text, x.facts) if isinstance(x, DayValue) else blank(x)


def monthday(x: Value) -> Value:
    """Return month and day of a date: 3月31日; with its year when that is not the period's."""
    if not isinstance(x, DayValue):
        return blank(x)
    return Value(x.year_text + x.day.monthday_text, x.facts)


def span(start: Value, end: Value) -> Value:
    """Return the days from start to end: 9月20日至30日, 9月28日至10月3日.

    One day when both are the same; with years when a day is outside the period's year.
    """
    if not isinstance(start, DayValue) or not isinstance(end, DayValue):
        return blank(start, end)
    same = start.same_year and end.same_year
    first = start.day.monthday_text if same else start.day.text
    text = first if start.day == end.day else f"{first}至{start.day.to(end.day)}"
    return Value(text, facts_of(start, end))


def year(x: Value) -> Value:
    """Return the year of a date or a period: 2013年."""
    if isinstance(x, DayValue):
        return Value(f"{x.day.year}年", x.facts)
    return Value(f"{x.period.year}年", x.facts) if isinstance(x, PeriodValue) else blank(x)


def this(x: Value) -> Value:
    """Return what a text calls the period it reports on: 本季度."""
    return Value(x.period.this, x.facts) if isinstance(x, PeriodValue) else blank(x)


def next_(x: Value) -> Value:
    """Return the name of the period that follows: 第二季度, 2027年."""
    return Value(x.period.next, x.facts) if isinstance(x, PeriodValue) else blank(x)


# --- lists and labels -------------------------------------------------------------------------


def enumerated(texts: list[str]) -> str:
    """Return texts as a list in a sentence: 甲、乙和丙.

    Where one has a 和 of its own, 以及 stands before the last: 采集和检测以及供应.
    """
    last = "以及" if any("和" in text for text in texts) else "和"
    return last.join(filter(None, ("、".join(texts[:-1]), texts[-1])))


def listed(rows: Rows, name: str | None = None) -> Value:
    """Return one field of every record, joined: 甲、乙和丙; a blank when any is missing."""
    values = [row[name or rows.first] for row in rows]
    if not values or not rows.known:
        return Blank(MARK, facts_of(*values) or (rows.path,))
    joined = enumerated([value.text for value in values])
    complete = all(value.known for value in values)
    return Value(joined, (rows.path,)) if complete else Blank(joined, (rows.path,))
