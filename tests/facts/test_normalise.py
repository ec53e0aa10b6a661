"""What people type into a sheet, and what is made of it: the cases that the browser has too."""

from __future__ import annotations

import json

import pytest

from macros.facts.days_typed import with_year
from macros.facts.entries import EntryError, parse
from macros.facts.normalise import normalise
from macros.figures.numerals import of_chinese
from macros.figures.periods import parse_period
from macros.schema.fact_types import FACT_TYPES
from macros.schema.vocabulary import FactSpec
from tests.support.project import ROOT

TYPED = json.loads((ROOT / "tests" / "facts" / "typed.json").read_text("utf-8"))
RANGE = {"range": ("-999999999999999", "999999999999999")}
SPECS = {
    name: FactSpec(id=name, topic="—", **slot, **(RANGE if FACT_TYPES[slot["type"]].number else {}))
    for name, slot in TYPED["slots"].items()
}


@pytest.mark.parametrize(("slot", "typed", "read"), TYPED["cases"])
def test_what_is_typed_is_understood_or_stays(slot: str, typed: str, read: str) -> None:
    assert normalise(typed, SPECS[slot]) == read
    assert normalise(read, SPECS[slot]) == read


@pytest.mark.parametrize("typed", ["很多", "1,23", "1.2.3", "--1", "一百五", "9" * 40])
def test_what_is_not_understood_is_refused(typed: str) -> None:
    with pytest.raises(EntryError, match="不是数"):
        parse(normalise(typed, SPECS["people"]), SPECS["people"])


@pytest.mark.parametrize(("numeral", "digits"), TYPED["numerals"])
def test_a_numeral_is_read_only_in_full(numeral: str, digits: str | None) -> None:
    assert of_chinese(numeral) == digits


def test_an_endless_numeral_is_refused() -> None:
    assert of_chinese("万" * 100_000) is None


@pytest.mark.parametrize(("typed", "period", "read"), TYPED["days"])
def test_a_day_without_its_year_is_in_the_year_of_the_period(
    typed: str, period: str, read: str
) -> None:
    assert with_year(typed, parse_period(period)) == read
