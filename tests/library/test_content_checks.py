"""What a facts file brings of its own is checked in both languages alike: the shared vectors."""

from __future__ import annotations

from tests.vectors import own_content


def test_the_vectors_are_what_python_says() -> None:
    assert own_content.FILE.read_text("utf-8") == own_content.dumped(), (
        "run: python -m tests.vectors.own_content"
    )
