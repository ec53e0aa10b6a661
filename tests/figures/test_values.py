"""Values know their texts: units, 万 and 亿, rough numbers, choices, and where they came from."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.figures.values import MARK, Blank, Choice, Figure, Row, Series, Value, blank, facts_of


@pytest.mark.parametrize(
    ("written", "unit", "near", "over", "text"),
    [
        ("1518.20", "万元", "", "", "1518.20万元"),
        ("540", "人", "", "余", "540余人"),
        ("30", "万元", "近", "", "近30万元"),
        ("2", "万人次", "", "余", "2万余人次"),
        ("8000", "万平方米", "", "余", "8000余万平方米"),
        ("10", "亿元", "", "余", "10余亿元"),
        ("1.5", "亿元", "", "余", "1.5亿余元"),
        ("5", "", "", "", "5"),
        ("-0.00", "元", "", "", "0.00元"),
        ("42.90", "%", "", "", "42.90%"),
    ],
)
def test_a_figure_prints_as_one_writes_it(
    written: str, unit: str, near: str, over: str, text: str
) -> None:
    figure = Figure(number=Decimal(written), unit=unit, near=near, over=over)
    assert str(figure) == figure.text == text


@pytest.mark.parametrize(
    ("formula", "text"), [("", "100.00%"), ("1 ÷ 1 = 100%", "100%")], ids=["entered", "computed"]
)
def test_only_a_computed_percentage_loses_its_zeros(formula: str, text: str) -> None:
    assert Figure(number=Decimal("100.00"), unit="%", formula=formula).text == text


@pytest.mark.parametrize(
    ("written", "unit", "base", "base_unit", "operand"),
    [
        ("1518.20", "万元", "15182000", "元", "1518.20万"),
        ("1.5", "亿元", "150000000", "元", "1.5亿"),
        ("7", "例", "7", "例", "7"),
        ("-3", "家", "-3", "家", "(-3)"),
    ],
)
def test_a_figure_knows_its_amount_without_wan_and_yi(
    written: str, unit: str, base: str, base_unit: str, operand: str
) -> None:
    figure = Figure(number=Decimal(written), unit=unit)
    assert (figure.base, figure.base_unit, figure.operand) == (Decimal(base), base_unit, operand)


def test_a_blank_shows_the_unit_of_what_belongs_there() -> None:
    gap = blank(Value("甲", ("a",)), Value("乙", ("b", "a")), unit="份")
    assert (gap.text, gap.facts, gap.known) == (f"{MARK}份", ("a", "b"), False)


@pytest.mark.parametrize(
    ("value", "same", "other"),
    [
        pytest.param(Choice("县级", ("grade",)), True, False, id="chosen"),
        pytest.param(Blank(MARK, ("grade",)), False, False, id="not-chosen-yet"),
    ],
)
def test_a_choice_is_compared_with_an_option(value: object, same: object, other: object) -> None:
    assert (value == "县级") is same
    assert (value != "县级") is other


def test_two_choices_of_one_option_are_equal() -> None:
    assert Choice("县级", ("a",)) == Choice("县级", ("b",))
    assert len({Choice("县级", ("a",)), Choice("县级", ("b",))}) == 1


def test_a_series_prints_this_period() -> None:
    now = Figure(number=Decimal(7), unit="例", facts=("cases.now",))
    series = Series(now, Blank(MARK), Blank(MARK), "病例")
    assert (str(series), series.facts, series.known) == ("7例", ("cases.now",), True)
    assert not Series(Blank(MARK), now, now, "病例").known


def test_a_row_has_the_fields_of_its_list_only() -> None:
    row = Row({"name": Value("甲")})
    assert row["name"].text == "甲"
    with pytest.raises(KeyError):
        row["nmae"]


def test_sources_are_named_once_and_in_order() -> None:
    assert facts_of(Value("", ("b", "a")), Value("", ("a", "c"))) == ("b", "a", "c")
