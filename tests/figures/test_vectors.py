"""The shared vectors hold, cover every word of the templates, and random.json is up to date."""

from __future__ import annotations

import json
from typing import Any

import pytest

from macros.templating.language import CALLS, FILTERS
from tests.vectors.make import FOLDER, SPOKEN, answer, dumped, random_vectors

FILES = {name: (FOLDER / f"{name}.json").read_text("utf-8") for name in ("figures", "random")}
VECTORS: dict[str, list[dict[str, Any]]] = {name: json.loads(text) for name, text in FILES.items()}


@pytest.mark.parametrize("call", sorted(SPOKEN))
@pytest.mark.parametrize("name", VECTORS)
def test_a_call_gives_what_its_vectors_say(name: str, call: str) -> None:
    vectors = [vector for vector in VECTORS[name] if vector["call"] == call]
    assert vectors
    for vector in vectors:
        assert answer(call, vector["args"]) == vector


def test_every_word_of_the_templates_has_vectors() -> None:
    assert FILTERS.keys() | CALLS.keys() <= {vector["call"] for vector in VECTORS["figures"]}


@pytest.mark.parametrize("call", [name for name, word in (CALLS).items() if word.gives == "flag"])
def test_every_condition_is_seen_true_and_false(call: str) -> None:
    flags = {vector["flag"] for vector in VECTORS["figures"] if vector["call"] == call}
    assert flags == {True, False}


def test_no_vector_stands_twice() -> None:
    lines = FILES["figures"].splitlines()
    assert len({line.rstrip(",") for line in lines}) == len(lines)


@pytest.mark.slow
def test_random_vectors_are_up_to_date() -> None:
    made = dumped(list(random_vectors()))
    assert FILES["random"] == made, "run: python -m tests.vectors.make"
