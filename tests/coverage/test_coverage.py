"""Seven summaries from outside are said, statement by statement, and each is final."""

from __future__ import annotations

import pytest

from tests.coverage import FOLDER, NAMES, document, statements

RENEW = "review the change, then run: python -m tests.coverage"


@pytest.mark.parametrize("name", NAMES)
def test_a_summary_is_final(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    made = document(name)
    assert not made.draft, made.draft_line
    assert not made.borrowed
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("name", NAMES)
def test_every_statement_is_in_the_text(name: str) -> None:
    text = document(name).as_text()
    said = [(what, words) for what, says in statements(name).items() for words in says]
    assert [(what, words) for what, words in said if words not in text] == []


@pytest.mark.parametrize("name", NAMES)
def test_a_text_is_as_it_was_reviewed(name: str) -> None:
    assert document(name).as_text() == (FOLDER / f"{name}.txt").read_text("utf-8"), RENEW
