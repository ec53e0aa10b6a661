"""The smallest drafts in which the two languages once differed, or one of them stopped."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

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
CIRCLE = with_facts(
    "共{{ own_all }}。",
    own_part={**NUMBER, "sum_of": ["own_all", "own_all"]},
    own_all={**NUMBER, "sum_of": ["own_part", "own_part"]},
)
CHAIN = with_facts(
    "共{{ own_499 }}。",
    own_0=NUMBER,
    **{f"own_{n}": {**NUMBER, "sum_of": [f"own_{n - 1}"] * 2} for n in range(1, 500)},
)
FRAMED = {
    "own": {**with_facts("甲", own_a=NUMBER)["own"], "texts": {"frame": {"title": "{{ own_a }}"}}}
}
UNDATED = with_facts("{{ own_a }}", own_a={**NUMBER, "series": ["last"]})
UNDATED["own"]["texts"] = {"frame": {"title": "甲"}}
COMPARED = {"period": "2026Q1", "last_period": "2025Q1", "own_a": {"now": "2", "last": "1"}}
USUAL = LIBRARY.facts_of(ARCHETYPE).available
OTHER = next(n for n, spec in LIBRARY.facts.items() if n not in USUAL and spec.type == "date")
# the content, the facts, and what the text or a problem then says
CASES: dict[str, tuple[dict[str, Any], dict[str, Any], str]] = {
    "a heading of two lines": (sections("甲", " 医养\n结合 "), {}, "一、医养结合\n"),
    "bidirectional controls": (sections("甲\u202e乙\u202c"), {}, "　　甲乙\n"),
    "white space within them": (sections("甲\u202e \u202c"), {}, "　　甲\n"),
    "a table behind a mark": (sections("+ {{ table(period) }}"), {}, "　　{{ table(period) }}\n"),
    "a sum of sums": (SUMS, {"own_a": "1", "own_b": "2"}, "\nownall\t人\t4\n"),
    "sums in a circle": (CIRCLE, {}, "　　共＿＿＿＿人。"),
    "a figure that only the title names": (FRAMED, {"own_a": "2"}, "\nowna\t人\t2"),
    "a comparison whose period stands nowhere": (UNDATED, COMPARED, "\t本期\t上年同期\t"),
    "a long chain of sums": (CHAIN, {}, "　　共＿＿＿＿人。"),
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
    "a fact in words left out": (
        {"own": {"texts": {"plans": {"没有这一处": f"{{{{ {OTHER} }}}}"}}}},
        {OTHER: "x"},
        "读不懂“x”",
    ),
    "an entered quotient in 万": (
        COST,
        {"own_paid": "4838", "own_cost": "0.50"},
        "录入的0.50万元与算出的",
    ),
}


def test_they_read_the_same(tmp_path: Path) -> None:
    engines, found = engines_for(ARCHETYPE), {}
    for name, (raw, facts, expected) in CASES.items():
        made = ask(engines, ARCHETYPE, facts, Content.model_validate(raw))
        found[name] = expected in made["text"] or any(expected in p for p in made["problems"])
    assert found == dict.fromkeys(CASES, True)
    assert engines.differences(tmp_path) == []
