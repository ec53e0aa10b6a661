"""The smallest drafts in which the two languages once differed, or one of them stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from macros.schema.facts_files import Content
from tests.differential.drafts import LIBRARY, ask, engines_for

if TYPE_CHECKING:
    from pathlib import Path

ARCHETYPE = LIBRARY.archetypes["county-health-quarter"]
NUMBER = {"type": "count", "unit": "人"}


def sections(text: str, heading: str = "医养结合") -> dict[str, Any]:
    """Return an outline of one section of one's own, and that section."""
    own = {"name": heading, "text": text}
    return {"outline": [{"own": "own-care"}], "own": {"sections": {"own-care": own}}}


def with_facts(text: str, **facts: dict[str, Any]) -> dict[str, Any]:
    """Return a section of one's own with facts of one's own."""
    found = sections(text)
    labelled = {name: {"label": name.replace("_", ""), **fact} for name, fact in facts.items()}
    found["own"]["facts"] = labelled
    return found


SUMS = with_facts(
    "{{ table(own_all) }}",
    own_a=NUMBER,
    own_b=NUMBER,
    own_both={**NUMBER, "sum_of": ["own_a", "own_b"]},
    own_all={**NUMBER, "sum_of": ["own_both", "own_a"]},
)
COST = with_facts(
    "{{ own_cost }}",
    own_paid={"type": "amount", "unit": "元"},
    own_cost={
        "type": "quotient",
        "unit": "万元",
        "numerator": "own_paid",
        "denominator": "own_paid",
    },
)
CASES = {
    "a heading of two lines": (sections("甲", " 医养\n结合 "), {}, "一、医养结合\n"),
    "bidirectional controls": (sections("甲\u202e乙\u202c"), {}, "　　甲乙\n"),
    "white space within them": (sections("甲\u202e \u202c"), {}, "　　甲\n"),
    "a table behind a mark": (sections("+ {{ table(period) }}"), {}, "　　{{ table(period) }}\n"),
    "a sum of sums": (SUMS, {"own_a": "1", "own_b": "2"}, "\nownall\t人\t4\n"),
    "many spaces": (sections("{{ org" + " " * 90_000 + "x | }}"), {}, "x | }}\n"),
    "a chain of items": (
        {"own": {"items": {"plans": [{"id": "a", "after": "b"}, {"id": "b", "text": "乙"}]}}},
        {},
        "乙",
    ),
    "the same id twice": (
        {
            "own": {"items": {"plans": [{"id": "a", "text": "甲"}] * 2}},
            "order": {"plans": ["a"]},
        },
        {},
        "甲\n　　甲\n",
    ),
}


def differences(raw: dict[str, Any], facts: dict[str, Any], path: Path) -> tuple[Any, Any]:
    """Return what Python makes of a draft, and how Node's answer differs."""
    engines = engines_for(ARCHETYPE)
    made = ask(engines, ARCHETYPE, facts, Content.model_validate(raw))
    return made, engines.differences(path)


@pytest.mark.parametrize("name", CASES)
def test_a_draft_reads_the_same(name: str, tmp_path: Path) -> None:
    raw, facts, expected = CASES[name]
    made, different = differences(raw, facts, tmp_path)
    assert expected in made["text"]
    assert different == []


def test_a_fact_that_is_asked_for_only_in_words_left_out_is_checked(tmp_path: Path) -> None:
    usual = LIBRARY.facts_of(ARCHETYPE).available
    others = (spec for name, spec in LIBRARY.facts.items() if name not in usual)
    name = next(spec.id for spec in others if spec.type == "date")
    unused = {"own": {"texts": {"plans": {"没有这一处": f"{{{{ {name} }}}}"}}}}
    made, different = differences(unused, {name: "x"}, tmp_path)
    assert any("读不懂“x”" in problem for problem in made["problems"])
    assert different == []


def test_an_entered_quotient_in_wan_is_compared_by_its_own_decimals(tmp_path: Path) -> None:
    facts = {"own_paid": "4838", "own_cost": "0.50"}
    made, different = differences(COST, facts, tmp_path)
    assert any("录入的0.50万元与算出的" in problem for problem in made["problems"])
    assert different == []
