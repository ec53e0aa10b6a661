"""Words that name a period which is over: the shared vectors of tests/vectors/period_words.json."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.figures.period_words import old_words
from macros.figures.periods import parse_period
from tests.support.project import ROOT

CASES = json.loads((ROOT / "tests/vectors/period_words.json").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES)
def test_words_of_a_period_that_is_over(case: dict[str, Any]) -> None:
    old, new = parse_period(case["old"]), parse_period(case["new"])
    assert old
    assert new
    assert old.following == new
    assert new.preceding == old
    assert old_words(case["text"], old, new) == case["words"]
