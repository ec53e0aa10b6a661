"""Figures in words: what is printed is the exact value rounded half up, and it never misleads."""

from __future__ import annotations

import re
from decimal import Decimal
from fractions import Fraction
from math import floor
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume, example, given
from hypothesis import strategies as st

from macros.figures import arithmetic, comparisons, conditions, filters
from macros.figures.values import LARGEST_SHARE, MARK, Blank, Figure, Row, Rows, Series, Value

if TYPE_CHECKING:
    from collections.abc import Callable

UNITS = ("例", "人次", "元", "万元", "万人", "亿元", "")
SCALES = {"万": 10**4, "亿": 10**8}
NUMBER = re.compile(r"-?[0-9]+(?:\.[0-9]+)?")

amounts = st.decimals(min_value=0, max_value=10**9, places=2) | st.integers(0, 10**15).map(Decimal)
signed = amounts.flatmap(lambda number: st.sampled_from([number, -number]))
units = st.sampled_from(UNITS)


def figure(number: Decimal, unit: str = "例", path: str = "x") -> Figure:
    return Figure(number=number, unit=unit, label=path.partition(".")[0], facts=(path,))


def series(
    now: Decimal | None, last: Decimal | None, unit: str = "例", plan: Decimal | None = None
) -> Series:
    values = [
        Blank(MARK + unit, (f"x.{name}",)) if side is None else figure(side, unit, f"x.{name}")
        for name, side in (("now", now), ("last", last), ("plan", plan))
    ]
    return Series(values[0], values[1], values[2], "x", "上年同期")


def percentage(number: Decimal, path: str) -> Figure:
    facts, formula = (path,), f"甲 ÷ 乙 = {number}%"
    return Figure(number=number, unit="%", label="率", facts=facts, formula=formula)


def rates(now: Decimal, last: Decimal) -> Series:
    return Series(percentage(now, "now"), percentage(last, "last"), Blank(MARK), "率", "上年同期")


def half_up(exact: Fraction, decimals: int = 2) -> Fraction:
    """Round half away from zero without the decimal module."""
    number = Fraction(floor(abs(exact) * 10**decimals + Fraction(1, 2)), 10**decimals)
    return -number if exact < 0 else number


def amount(value: Figure) -> Fraction:
    """Return a figure's exact amount, 万 and 亿 multiplied out."""
    return Fraction(value.number) * SCALES.get(value.unit[:1], 1)


def printed(text: str) -> Fraction:
    """Return the one number of a text."""
    (number,) = NUMBER.findall(text)
    return Fraction(number)


def states(text: str, exact: Fraction, decimals: int = 2, whole: int = 100) -> bool:
    """Tell whether a text states a value rounded half up, and never something as nothing or all."""
    step = Fraction(1, 10**decimals)
    if "不足" in text:
        return 0 < exact < printed(text) == step
    if "以上" in text:
        return printed(text) == whole - step < exact < whole
    nothing_or_all = {0, whole} & {printed(text)} - {exact}
    return printed(text) == half_up(exact, decimals) and (not nothing_or_all or exact > whole)


# --- the printed number is the exact one, rounded half up ---


@given(amounts, amounts.filter(bool), units, units)
@example(Decimal("2.675"), Decimal(100), "", "")
@example(Decimal("0.005"), Decimal(100), "", "")
@example(Decimal("0.004"), Decimal(100), "", "")
@example(Decimal(199999), Decimal(200000), "", "")
def test_a_share_is_exact(a: Decimal, b: Decimal, one: str, other: str) -> None:
    part, whole = figure(a, one), figure(b, other)
    text = arithmetic.share(part, whole).text
    if amount(part) > LARGEST_SHARE * amount(whole):
        assert text == f"{MARK}%"
    else:
        assert states(text, 100 * amount(part) / amount(whole))


@given(amounts, amounts.filter(bool), units, st.integers(0, 4), st.sampled_from(["%", "‰", "元"]))
def test_a_rate_is_exact(a: Decimal, b: Decimal, unit: str, decimals: int, of: str) -> None:
    value = arithmetic.rate("率", figure(a, unit), figure(b), of, decimals)
    scale = {"%": 100, "‰": 1000}.get(of, 1)
    exact = amount(figure(a, unit)) / Fraction(b) * scale
    assert states(value.text, exact, decimals, scale if scale > 1 else -1)


@given(amounts, amounts.filter(bool), units)
def test_completion_is_exact(now: Decimal, plan: Decimal, unit: str) -> None:
    text = arithmetic.completion(series(now, None, unit, plan)).text
    assert states(text, 100 * Fraction(now) / Fraction(plan))


@given(amounts, amounts.filter(lambda heads: heads >= 1), units)
def test_an_amount_per_head_is_exact(a: Decimal, b: Decimal, unit: str) -> None:
    total = figure(a, unit)
    each = arithmetic.per(total, figure(b, "人")).text
    assert states(each, amount(total) / Fraction(b), whole=-1)


@given(signed, signed, units)
@example(Decimal("0.3"), Decimal("0.1"), "吨")
def test_a_change_is_exact(now: Decimal, last: Decimal, unit: str) -> None:
    assume(now != last)
    text = comparisons.change(series(now, last, unit)).text
    assert printed(text) == abs(Fraction(now) - Fraction(last))


@given(amounts, amounts.filter(bool))
@example(Decimal(100005), Decimal(100000))
@example(Decimal(100004), Decimal(100000))
@example(Decimal(1), Decimal(163905))
def test_a_growth_is_exact(now: Decimal, last: Decimal) -> None:
    exact = 100 * (Fraction(now) - Fraction(last)) / Fraction(last)
    text = comparisons.growth(series(now, last)).text
    if now == last:
        assert text == "持平"
    elif now - last >= 10 * last:  # 1000 % says only that there was next to nothing before
        assert text == comparisons.change(series(now, last)).text
    elif not half_up(exact):
        assert text == "基本持平"
    else:
        assert states(text, abs(exact), whole=100 if exact < 0 else -1)


@given(amounts, amounts, units, units)
def test_a_remainder_and_its_part_make_the_whole(
    a: Decimal, b: Decimal, one: str, other: str
) -> None:
    whole, part = figure(a, one), figure(b, other)
    left = arithmetic.rest(whole, part)
    if amount(whole) < amount(part):
        assert left.text == MARK + one
    else:
        assert isinstance(left, Figure)
        assert amount(left) + amount(part) == amount(whole)


@given(signed, signed, units)
def test_a_sum_of_two_is_exact(a: Decimal, b: Decimal, unit: str) -> None:
    value = arithmetic.plus(figure(a, unit), figure(b, unit))
    if a >= 0 > a + b:
        assert value.text == MARK + unit
    else:
        assert printed(value.text) == Fraction(a) + Fraction(b)


@given(st.lists(amounts, max_size=6))
def test_a_total_is_the_exact_sum_of_its_rows(numbers: list[Decimal]) -> None:
    rows = Rows(
        tuple(Row({"cost": figure(number, "万元")}) for number in numbers),
        label="表",
        unit="项",
        path="rows",
        first="cost",
        units={"cost": "万元"},
    )
    assert printed(arithmetic.total(rows, "cost").text) == sum(map(Fraction, numbers))
    assert printed(arithmetic.count(rows).text) == len(numbers)


@given(amounts, units, st.sampled_from(["万", "亿"]))
def test_a_scaled_figure_is_exact(number: Decimal, unit: str, scale: str) -> None:
    value = figure(number, unit)
    text = (filters.wan if scale == "万" else filters.yi)(value).text
    if amount(value) < SCALES[scale]:
        assert text == value.text
    else:
        assert scale in text
        assert printed(text) == half_up(amount(value) / SCALES[scale])


@given(amounts, units)
def test_thousands_change_nothing_but_commas(number: Decimal, unit: str) -> None:
    value = figure(number, unit)
    assert filters.thousands(value).text.replace(",", "") == value.text


def test_thousands_of_a_unit_are_written_as_ones() -> None:
    assert filters.ones(figure(Decimal("12.64"), "千日")).text == "12640日"
    assert filters.ones(figure(Decimal("12.64"), "万元")).text == "12.64万元"


# --- words and signs ---

COMPARISONS = [comparisons.change, comparisons.growth, comparisons.compared, comparisons.against]
sides = st.none() | signed
wrong = re.compile(r"-|nan|None|E\+|增长0%|下降0%|增加0(?![.0-9])|减少0(?![.0-9])|约")


@pytest.mark.parametrize("compare", COMPARISONS)
@given(sides, sides, units)
@example(Decimal(0), Decimal(0), "例")
@example(Decimal(0), Decimal(5), "例")
@example(Decimal(5), Decimal(0), "例")
@example(Decimal(-5), Decimal(3), "例")
def test_a_comparison_never_misleads(
    compare: Callable[[Series], Value], now: Decimal | None, last: Decimal | None, unit: str
) -> None:
    value = compare(series(now, last, unit))
    assert not wrong.search(value.text)
    assert value.known is (now is not None and last is not None)
    assert set(value.facts) == {"x.now", "x.last"}


@pytest.mark.parametrize("compare", COMPARISONS)
@given(signed, signed)
def test_the_word_agrees_with_the_figures(
    compare: Callable[[Series], Value], now: Decimal, last: Decimal
) -> None:
    x = series(now, last)
    text = compare(x).text
    assert conditions.rises(x) is (now > last)
    assert conditions.falls(x) is (now < last)
    assert conditions.level(x) is (now == last)
    if "基本持平" in text:
        assert now != last
        return
    assert bool(re.search("增加|增长", text)) is (now > last)
    assert bool(re.search("减少|下降", text)) is (now < last)
    assert ("持平" in text) is (now == last)


@given(st.integers(0, 10000), st.integers(0, 10000))
def test_rates_differ_by_points_never_by_per_cent(now: int, last: int) -> None:
    x = rates(Decimal(now).scaleb(-2), Decimal(last).scaleb(-2))
    for compare in (
        comparisons.change,
        comparisons.compared,
        comparisons.against,
        comparisons.stated,
        comparisons.measured,
    ):
        text = compare(x).text.removeprefix("率为").removeprefix(x.text)
        assert "%" not in text
        assert ("个百分点" in text) is (now != last)
    if now != last:
        assert printed(comparisons.change(x).text) == Fraction(abs(now - last), 100)
        assert ("提高" in comparisons.change(x).text) is (now > last)


@given(signed, signed.filter(bool), st.integers(0, 9999).map(Decimal))
def test_a_plan_raises_or_lowers_by_what_it_says(
    now: Decimal, step: Decimal, rate: Decimal
) -> None:
    aim = arithmetic.plus(figure(now), figure(step, ""))
    text = arithmetic.raised(figure(now), figure(step, "")).text
    if aim.known:
        assert ("增加到" in text) is (step > 0)
        assert text.endswith(aim.text)
    share = percentage(rate.scaleb(-2), "rate")
    text = arithmetic.raised(share, figure(step, "")).text
    assert text == MARK or ("提高到" in text) is (step > 0)


# --- one figure is one figure wherever it stands ---


@given(amounts, amounts.filter(bool), amounts)
def test_quotients_agree_wherever_they_are_printed(
    now: Decimal, plan: Decimal, last: Decimal
) -> None:
    x = series(now, last, "万元", plan)
    done = arithmetic.completion(x).text
    if now <= plan * LARGEST_SHARE:
        assert arithmetic.share(figure(now, "万元"), figure(plan, "万元")).text == done
    assert arithmetic.rate("率", x.now, x.plan, "%", 2).text == done
    assert comparisons.stated(x).text.endswith(f"为计划的{done}")
    assert conditions.reached(x) is (now >= plan)
    assert conditions.exceeded(x) is (now > plan)


@given(amounts, amounts)
def test_a_stated_figure_compares_as_compared_does(now: Decimal, last: Decimal) -> None:
    x = series(now, last)
    beside = f"{x.compared_with}没有" if now > 0 == last else comparisons.compared(x).text
    told = comparisons.before(x).text if last else ""
    none = f"没有x，{told}".rstrip("，")
    assert comparisons.stated(x).text == (f"x{x.text}，{beside}" if now else none)
    assert comparisons.measured(x).text == f"{x.text}，{beside if now else told}".rstrip("，")
    assert comparisons.compared(x).text.startswith(comparisons.against(x).text)


@given(st.none() | amounts, st.none() | amounts, units, units)
def test_a_missing_side_is_a_blank_with_its_sources(
    a: Decimal | None, b: Decimal | None, one: str, other: str
) -> None:
    x: Value = Blank(MARK + one, ("a",)) if a is None else figure(a, one, "a")
    y: Value = Blank(MARK + other, ("b",)) if b is None else figure(b, other, "b")
    for combine in (
        arithmetic.share,
        arithmetic.per,
        arithmetic.rest,
        arithmetic.plus,
        arithmetic.raised,
    ):
        value = combine(x, y)
        assert value.text
        assert "None" not in value.text
        assert set(value.facts) == {"a", "b"}
        if a is None or b is None:
            assert value.text.startswith(MARK)
            assert not value.known
    given_both = a is not None and b is not None
    assert conditions.equal(x, y) is (given_both and amount_of(x) == amount_of(y))


def amount_of(value: Value) -> Fraction | None:
    return amount(value) if isinstance(value, Figure) else None


@pytest.mark.parametrize("number", ["0", "0.00", "-0"])
def test_zero_is_zero_however_it_is_written(number: str) -> None:
    assert conditions.zero(figure(Decimal(number)))
    assert conditions.level(series(Decimal(number), Decimal(0)))
