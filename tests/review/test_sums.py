"""The clean texts of the review: the figures that follow from others in them are right."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from pathlib import Path

import pytest

HERE = Path(__file__).parent
SUMS: dict[str, list[tuple[str, str]]] = json.loads((HERE / "sums.json").read_text("utf-8"))
TEXTS = {path.stem: path.read_text("utf-8") for path in sorted((HERE / "clean").glob("*.txt"))}
NUMBER = re.compile(r"[0-9]+(?:\.[0-9]+)?")
SCALES = ("100", "10000")  # %, 万


def value(expression: str) -> Fraction:
    assert re.fullmatch(r"[0-9.+*/()-]+", expression)
    return Fraction(eval(NUMBER.sub(lambda n: f"Fraction('{n[0]}')", expression)))  # noqa: S307


def test_there_are_enough_texts() -> None:
    assert len(TEXTS) >= 30
    assert SUMS.keys() == TEXTS.keys()


@pytest.mark.parametrize("name", SUMS)
def test_what_follows_from_other_figures_is_right(name: str) -> None:
    text = TEXTS[name]
    for expression, printed in SUMS[name]:
        digits = len(printed.rstrip("%").partition(".")[2])
        exact = value(expression) * (100 if printed.endswith("%") else 1)
        assert abs(exact - Fraction(printed.rstrip("%"))) <= Fraction(1, 2 * 10**digits), expression
        for number in (printed, *NUMBER.findall(expression)):
            assert number in text or number in SCALES, (expression, number)
