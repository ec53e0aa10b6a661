"""The shared vectors of entered and computed facts are up to date."""

from __future__ import annotations

from tests.vectors.facts import FILE, dumped


def test_the_vectors_are_what_python_says() -> None:
    assert FILE.read_text("utf-8") == dumped(), "run: python -m tests.vectors.facts"
