"""What people type into a sheet, and what is made of it: the cases that the browser has too."""

from __future__ import annotations

import json

import pytest

from macros.facts.entries import EntryError, parse
from macros.facts.normalise import normalise
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


@pytest.mark.parametrize("typed", ["很多", "1,23", "1.2.3", "--1", "一百", "9" * 40])
def test_what_is_not_understood_is_refused(typed: str) -> None:
    with pytest.raises(EntryError, match="不是数"):
        parse(normalise(typed, SPECS["people"]), SPECS["people"])
