"""Replaced terms: what is found in a text and what is left, by vectors both languages share."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest

from macros.document.replaced_terms import replaced_terms
from macros.schema.terms import Terms
from tests.support.real import LIBRARY
from tests.vectors.make import FOLDER

DATA: dict[str, Any] = json.loads((FOLDER / "terms.json").read_text("utf-8"))
TERMS = Terms.model_validate(
    {
        "exceptions": DATA["exceptions"],
        "terms": {id_: {**term, "<id>": id_} for id_, term in DATA["terms"].items()},
    },
    by_name=False,
)
ONLY_IN_PYTHON = re.compile(r"\(\?P|\(\?<|\(\?[aiLmsux]|\\[AZ]|\\[dwsb]")


@pytest.mark.parametrize("vector", DATA["vectors"], ids=lambda vector: vector["text"] or "empty")
def test_a_text_holds_what_its_vector_says(vector: dict[str, Any]) -> None:
    last_day, names = vector.get("last_day", ""), vector.get("names", [])
    found = replaced_terms(vector["text"], TERMS, last_day, names)
    assert [[one.term.id, one.start, one.end] for one in found] == vector["found"]


@pytest.mark.parametrize("term", LIBRARY.terms.terms.values(), ids=lambda term: str(term.id))
def test_each_old_word_is_found_and_the_new_one_is_not(term: Any) -> None:
    follower = {"as-of": "2026年"}.get(term.id, "")
    for old in term.old:
        text = f"{''.join(term.beside)}{old}{follower}"
        assert term.id in [found.term.id for found in replaced_terms(text, LIBRARY.terms)]
    assert replaced_terms(f"{''.join(term.beside)}{term.new}{follower}", LIBRARY.terms) == []
    for longer in term.unless:
        assert replaced_terms(longer, LIBRARY.terms) == []


def test_patterns_mean_the_same_in_javascript() -> None:
    patterns = [term.after for term in LIBRARY.terms.terms.values()]
    for pattern in (LIBRARY.terms.exceptions.before, *patterns):
        assert not ONLY_IN_PYTHON.search(pattern), pattern
