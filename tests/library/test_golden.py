"""Every office's text is, letter for letter, the one that was reviewed."""

from __future__ import annotations

import pytest

from tests.golden import FOLDER, texts

TEXTS = texts()
RENEW = "review the change, then run: python -m tests.golden"


def test_every_office_has_a_golden_text_and_no_other_is_there() -> None:
    found = {path.name for path in FOLDER.glob("*.txt")}
    assert found == TEXTS.keys(), RENEW


@pytest.mark.parametrize("name", TEXTS)
def test_a_text_is_as_it_was_reviewed(name: str) -> None:
    path = FOLDER / name
    assert path.is_file(), f"{name} is missing; {RENEW}"
    assert TEXTS[name] == path.read_text("utf-8"), RENEW
