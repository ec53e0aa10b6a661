"""What the sections do not compare again: figures of the opening, and of the table after it."""

from __future__ import annotations

from dataclasses import replace

from macros.library.announced import announced_facts, stated_facts
from macros.library.compose import compose_summary
from macros.library.summary import Summary, summary_of
from tests.support.real import LIBRARY

OFFICE = LIBRARY.offices["zheling-county-2026h1"]
STAFF = "全县在岗卫生人员742人"


def summary(*, without: tuple[str, ...] = ()) -> Summary:
    """Return the example's summary without some sections."""
    left_out = (*OFFICE.choices.without, *without)
    choices = replace(OFFICE.choices, without=left_out)
    return Summary(LIBRARY, LIBRARY.archetypes[OFFICE.archetype], choices)


def text(of: Summary) -> str:
    return compose_summary(of, OFFICE.entries).as_text()


def test_what_the_table_shows_is_not_compared_again() -> None:
    assert f"{STAFF}，其中" in text(summary())


def test_it_is_compared_where_the_table_is_left_out() -> None:
    assert f"{STAFF}，比上年同期减少26人" in text(summary(without=("county-figures",)))


def test_a_table_under_a_heading_is_that_sections_own() -> None:
    announced = announced_facts(summary_of(LIBRARY, OFFICE), OFFICE.entries)
    assert "health_staff" in announced
    assert "postnatal_rate" not in announced


def test_what_the_opening_states_is_known_apart() -> None:
    assert stated_facts(summary(), OFFICE.entries) == {"primary_rate", "disease_cases"}
