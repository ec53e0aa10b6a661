"""Digits and Chinese numerals: what is printed is exact, and a numeral reads back as its number."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from math import floor

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from macros.figures.numerals import (
    chinese,
    grouped,
    plain,
    quotient,
    rounded,
    trimmed,
    whole_trimmed,
)

DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")}
UNITS = {"十": 10, "百": 100, "千": 1000}

numbers = st.decimals(min_value=-(10**15), max_value=10**15, places=6)


def half_up(exact: Fraction, decimals: int) -> Fraction:
    """Round half away from zero without the decimal module."""
    scaled = abs(exact) * 10**decimals
    number = Fraction(floor(scaled + Fraction(1, 2)), 10**decimals)
    return -number if exact < 0 else number


def read(numeral: str) -> int:
    """Return the number a Chinese numeral stands for, read from left to right."""
    total = block = 0
    digit = 0
    for character in numeral:
        if character in DIGITS:
            digit = DIGITS[character]
        elif character in UNITS:
            block += (digit or 1) * UNITS[character]
            digit = 0
        else:
            block += digit
            digit = 0
            total = total + block * 10**4 if character == "万" else (total + block) * 10**8
            block = 0
    return total + block + digit


@pytest.mark.parametrize(
    ("number", "numeral"),
    [
        (0, "零"),
        (10, "十"),
        (12, "十二"),
        (20, "二十"),
        (101, "一百零一"),
        (110, "一百一十"),
        (1010, "一千零一十"),
        (10005, "一万零五"),
        (100010, "十万零一十"),
        (110000, "十一万"),
        (101000000, "一亿零一百万"),
        (1000500000000, "一万零五亿"),
    ],
)
def test_a_number_is_said_as_one_reads_it(number: int, numeral: str) -> None:
    assert chinese(number) == numeral


@given(st.integers(0, 10**12 - 1))
def test_a_numeral_reads_back(number: int) -> None:
    assert read(chinese(number)) == number


@given(st.integers(0, 10**16 - 1))
def test_a_numeral_has_no_doubled_or_trailing_zero(number: int) -> None:
    numeral = chinese(number)
    assert "零零" not in numeral
    assert number == 0 or not numeral.endswith("零")


@pytest.mark.parametrize(
    ("number", "decimals", "text"),
    [
        ("2.675", 2, "2.68"),
        ("0.005", 2, "0.01"),
        ("-0.005", 2, "-0.01"),
        ("0.5", 0, "1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("2.4999999", 0, "2"),
        ("999999999999999.995", 2, "1000000000000000.00"),
        ("3", 2, "3.00"),
    ],
)
def test_halves_are_rounded_up(number: str, decimals: int, text: str) -> None:
    assert plain(rounded(Decimal(number), decimals)) == text


@given(numbers, numbers.filter(bool), st.integers(0, 6))
@example(Decimal(1), Decimal(3), 2)
@example(Decimal("0.000005"), Decimal(1), 5)
def test_a_quotient_is_rounded_once(a: Decimal, b: Decimal, decimals: int) -> None:
    assert Fraction(quotient(a, b, decimals)) == half_up(Fraction(a) / Fraction(b), decimals)


@pytest.mark.parametrize(
    ("number", "as_written", "short", "whole"),
    [
        ("1518.20", "1518.20", "1518.2", "1518.20"),
        ("100.00", "100.00", "100", "100"),
        ("85.50", "85.50", "85.5", "85.50"),
        ("100", "100", "100", "100"),
        ("-0", "0", "0", "0"),
        ("-0.00", "0.00", "0", "0"),
        ("0E+5", "0", "0", "0"),
        ("2.3E+5", "230000", "230000", "230000"),
    ],
)
def test_digits_have_neither_exponent_nor_minus_zero(
    number: str, as_written: str, short: str, whole: str
) -> None:
    value = Decimal(number)
    assert (plain(value), trimmed(value), whole_trimmed(value)) == (as_written, short, whole)


@pytest.mark.parametrize(
    ("digits", "text"),
    [("999", "999"), ("1000", "1,000"), ("-1234567.5678", "-1,234,567.5678"), ("0.5", "0.5")],
)
def test_thousands_are_set_apart_before_the_point_only(digits: str, text: str) -> None:
    assert grouped(digits) == text
