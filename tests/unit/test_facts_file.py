"""Facts files as they are written: what is read back is what was given."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.facts_file import FactsFile, as_json, as_yaml, empty, written_facts
from macros.offices import Office, read_office
from macros.report import Report
from macros.source import Mapping, parse_yaml, plain
from tests.unit.real import ARCHETYPES, LIBRARY, OFFICES


def read(text: str) -> Office:
    report = Report()
    node = parse_yaml(text, "facts.yml", report)
    office = node and read_office(node, "facts", LIBRARY, report)
    assert report.problems == []
    assert office
    return office


@pytest.mark.parametrize("name", OFFICES)
@pytest.mark.parametrize("write", [as_yaml, as_json])
def test_an_office_written_and_read_again_is_the_same(name: str, write: type[str]) -> None:
    office = LIBRARY.offices[name]
    file = FactsFile(office.archetype, office.name, written_facts(office, LIBRARY))
    assert read(write(file)).entries == office.entries


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1, max_size=80))
def test_any_text_is_written_as_it_is(text: str) -> None:
    file = FactsFile("x", facts={"org": text, "works": [{"name": text}], "paid": {"now": text}})
    for write in (as_yaml, as_json):
        report = Report()
        node = parse_yaml(write(file), "facts.yml", report)
        facts = node and node.get("facts")
        assert isinstance(facts, Mapping)
        assert plain(facts) == file.facts
        assert not report.errors


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_an_empty_sheet_asks_for_every_fact_and_gives_none(archetype: str) -> None:
    file = empty(LIBRARY, archetype)
    assert list(file.facts) == LIBRARY.facts_of(LIBRARY.archetypes[archetype])
    text = as_yaml(file)
    assert read(text).entries == {}
    for name in file.facts:
        assert f"# {LIBRARY.facts[name].label}" in text


def test_a_comment_says_unit_decimals_and_sides() -> None:
    lines = as_yaml(empty(LIBRARY, "county-health-quarter")).splitlines()
    at = lines.index("  paid: {now: '', last: ''}")
    assert lines[at - 2].startswith("  # 报销金额（万元，至多2位小数）：")
    assert lines[at - 1] == "  # now 本期、last 上期"


def test_what_is_carried_counts_by_facts_and_only_where_the_text_asks_for_it() -> None:
    carried = ["focus[0]", "focus[2]", "org", "bids", "nothing"]
    file = FactsFile("county-health-quarter", facts={}, without=["investment"], carried=carried)
    assert read(as_json(file)).carried == ("focus", "org")


def test_json_says_which_schema_it_has() -> None:
    data = json.loads(as_json(FactsFile("x", "某局", {"org": "某局"}, ["a"], ["org"])))
    assert data == {
        "schema": "1",
        "archetype": "x",
        "name": "某局",
        "without": ["a"],
        "headings": {},
        "carried": ["org"],
        "facts": {"org": "某局"},
    }
