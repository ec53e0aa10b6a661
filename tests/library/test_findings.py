"""What a writer is asked to look at: keys, own words with typed numbers, personal data.

The vectors of tests/vectors/findings.json, which are written by hand, hold both languages to it.
"""

from __future__ import annotations

import json
from types import SimpleNamespace
from typing import Any

import pytest

from macros.library.finding_keys import finding_key
from macros.library.own_words import own_words
from macros.library.personal_data import personal_data
from macros.library.typed_numbers import TypedNumbers, numbers_in
from tests.support.project import ROOT

VECTORS = json.loads((ROOT / "tests/vectors/findings.json").read_text("utf-8"))


@pytest.mark.parametrize(("given", "key"), VECTORS["keys"])
def test_a_key_tells_a_value_without_holding_it(given: list[str], key: str) -> None:
    assert finding_key(*given) == key


@pytest.mark.parametrize(("text", "expected"), VECTORS["personal"]["found"])
def test_personal_data_is_found(text: str, expected: list[list[str]]) -> None:
    assert [[found.name, found.words] for found in personal_data(text)] == expected


@pytest.mark.parametrize("text", VECTORS["personal"]["not_found"])
def test_what_is_not_personal_is_not_found(text: str) -> None:
    assert list(personal_data(text)) == []


def test_own_words_and_their_numbers() -> None:
    given = VECTORS["words"]
    sections: Any = {use: SimpleNamespace(name=name) for use, name in given["sections"].items()}
    found = []
    for spot, text in own_words(given["content"], sections).items():
        numbers = numbers_in(text)
        key = TypedNumbers(spot, numbers).key if numbers else ""
        at = {"section": spot.section, "place": spot.place, "where": spot.where}
        found.append({**at, "numbers": list(numbers), "key": key})
    assert found == given["spots"]
