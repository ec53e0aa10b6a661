"""What a reader will miss: headline figures, an answer to the aim, a target that asks for less."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from macros.facts.entries import Number
from macros.library.advice import advice, efforts
from macros.library.compose import compose
from macros.library.summary import summary_of
from tests.support.real import LIBRARY, said

if TYPE_CHECKING:
    from macros.library.unlikely import Unlikely

COUNTY = "qinghe-county-2013q1"


def _number(written: str) -> Number:
    return Number(Decimal(written))


def told(office_id: str, dismissed: dict[str, str] | None = None, **changed: Any) -> list[Unlikely]:
    """Return the advice on an example with other facts; None leaves a fact out."""
    office = LIBRARY.offices[office_id]
    if dismissed:
        marks = office.content.marks.model_copy(update={"dismissed": dismissed})
        content = office.content.model_copy(update={"marks": marks})
        office = replace(office, content=content)
    entries = {name: value for name, value in (office.entries | changed).items() if value}
    document = compose(LIBRARY, LIBRARY.archetypes[office.archetype], entries, office.choices)
    return advice(summary_of(LIBRARY, office), entries, document.blocks)


def test_headlines_are_proposed_by_the_rules_until_there_are_some() -> None:
    (found,) = told(COUNTY, headlines=None)
    assert found.what.startswith(
        "开头没有报主要数据，建议报：居民健康档案建档率（升降最大的比率）、"
    )
    assert told(COUNTY, headlines=None, dismissed={found.key: "不报"}) == []


def test_more_than_three_headlines_are_too_many() -> None:
    cited = [{"figure": name} for name in ("records_rate", "stay_cost", "paid", "hospitals_warned")]
    (found,) = told(COUNTY, headlines=cited)
    assert "有4个" in found.what


def test_an_aim_is_to_be_answered() -> None:
    (found,) = told(COUNTY, goal_results=None)
    assert (found.kind, found.path) == ("goal", "goal_results")
    assert "达到全省平均水平" in found.what


def with_plan(figure: str, field: str, number: str) -> list[str]:
    """Return the paths of the advice on one plan."""
    plan = {"title": "甲", "measures": "乙", "figure": figure, field: _number(number)}
    return [one.path for one in told(COUNTY, plans=[plan])]


@pytest.mark.parametrize(
    ("figure", "field", "number"),
    [("records_rate", "to", "50"), ("records_rate", "value", "-3"), ("stay_cost", "to", "1300")],
)
def test_a_target_of_a_level_that_was_reached_is_told(figure: str, field: str, number: str) -> None:
    assert with_plan(figure, field, number) == [f"plans[0].{field}"]


@pytest.mark.parametrize(
    ("figure", "number"),
    [
        ("records_rate", said(COUNTY, "{{ records_rate|bare }}")),
        ("stay_cost", "1200"),
        ("hospitals_warned", "1"),
    ],
)
def test_other_targets_are_not(figure: str, number: str) -> None:
    assert with_plan(figure, "to", number) == []


def test_what_targets_take_is_counted_as_their_numerators_are() -> None:
    office = LIBRARY.offices[COUNTY]
    assert efforts(summary_of(LIBRARY, office), office.entries)[0] == (
        "居民健康档案建档率由51.83%提高到57%以上，按现有43.8万人测算要增加约2.3万人"
    )
