"""What the sections do not compare again: figures of the opening, and of the table after it."""

from __future__ import annotations

from dataclasses import replace

from macros.library.announced import stated_facts, tabled_facts
from macros.library.compose import compose_summary
from macros.library.summary import Summary, summary_of
from macros.schema.facts_files import Content
from tests.support.real import LIBRARY

OFFICE = LIBRARY.offices["zheling-county-2026h1"]
STAFF = "其中乡镇卫生院231人"


def summary(*, without: tuple[str, ...] = ()) -> Summary:
    """Return the example's summary with its table and all that it skips, without some sections."""
    others = (name for name in OFFICE.choices.without if name != "county-figures")
    left_out = (*others, *without)
    choices = replace(OFFICE.choices, without=left_out, content=Content())
    return Summary(LIBRARY, LIBRARY.archetypes[OFFICE.archetype], choices)


def text(of: Summary) -> str:
    return compose_summary(of, OFFICE.entries).as_text()


def test_what_the_table_shows_is_not_compared_again() -> None:
    assert f"{STAFF}；" in text(summary())


def test_it_is_compared_where_the_table_is_left_out() -> None:
    assert f"{STAFF}，减少23人；" in text(summary(without=("county-figures",)))


def test_a_table_under_a_heading_is_that_sections_own() -> None:
    announced = stated_facts(summary(), OFFICE.entries) | tabled_facts(summary())
    assert "town_staff" in announced
    assert "postnatal_rate" not in announced
    assert "产后访视率（190/216）\t%\t87.96\t92.95\t下降4.99个百分点" in text(summary())


def test_what_the_opening_states_is_known_apart() -> None:
    assert stated_facts(summary(), OFFICE.entries) == {"primary_rate", "record_true_rate"}
    quarter = LIBRARY.offices["lanxi-county-2026q1"]
    stated = stated_facts(summary_of(LIBRARY, quarter), quarter.entries)
    assert stated == {"hypertension_rate", "diabetes_rate", "stay_cost"}
