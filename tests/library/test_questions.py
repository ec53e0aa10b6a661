"""What readers ask: the shared vectors are fresh, answers hold, and every question has its sum."""

from __future__ import annotations

import pytest

from macros.library.asked_facts import AskedFacts
from macros.library.printing_place import place_printing
from macros.library.questions import Question, is_settled, questions, questions_of
from macros.library.summary import summary_of
from tests.support.real import LIBRARY
from tests.vectors.questions import FILE, dumped_vectors

OFFICES = list(LIBRARY.offices)


@pytest.mark.slow
def test_the_shared_vectors_are_fresh() -> None:
    is_fresh = FILE.read_text("utf-8") == dumped_vectors()
    assert is_fresh, "renew them: python -m tests.golden"


@pytest.mark.parametrize("name", OFFICES)
def test_each_question_of_an_example_has_its_sum(name: str) -> None:
    office = LIBRARY.offices[name]
    asked = questions_of(summary_of(LIBRARY, office), office.entries)
    assert all(one.sums and one.behind and "{" not in one.ask for one in asked)


def test_what_is_asked_of_a_printed_fact_is_answered_where_it_is_printed() -> None:
    office = LIBRARY.offices["qinghe-county-2013q1"]
    summary = summary_of(LIBRARY, office)
    first = questions_of(summary, office.entries)[0]
    assert (first.rule, first.path) == ("per-unit", "")
    assert place_printing(summary, first.subject) == ("insurance", "受益和报销")


def test_of_a_place_that_is_left_out_nothing_is_asked() -> None:
    office = LIBRARY.offices["qinghe-county-2013q1"]
    left = AskedFacts(
        LIBRARY.facts, office.entries, {"period", "last_period", "paid"}, LIBRARY.inputs
    )
    assert "per-unit" not in {one.rule for one in questions(LIBRARY.questions, left)}


@pytest.mark.parametrize(
    ("behind", "settled"), [("102 20", True), ("120 20", False), ("100", False), (None, False)]
)
def test_an_answer_holds_until_a_figure_has_changed_materially(
    behind: str | None, *, settled: bool
) -> None:
    question = Question("r", "a", "？", (), "100 20", "")
    assert is_settled(question, {"r/a": {"behind": behind, "aside": "已知"}}) is settled


def test_without_an_answer_a_question_is_open() -> None:
    assert not is_settled(Question("r", "a", "？", (), "100", ""), {"r/b": {"behind": "100"}})
