"""Rolling a facts file forward to the next period."""

from __future__ import annotations

import json
from dataclasses import replace

import pytest

from macros.exchange.facts_file_writer import as_json, as_yaml, written_content, written_facts
from macros.exchange.roll_forward import roll_forward
from macros.figures.periods import Period, code, parse_period
from macros.library.facts_file_reader import read_facts_file
from macros.library.office_documents import compose_office
from macros.source.report import Report
from macros.source.yaml_reader import Mapping, Scalar, Sequence, parse_yaml
from macros.templating.expression_kinds import sides
from tests.support.real import LIBRARY, OFFICES

COMPARED = {name for name, spec in LIBRARY.facts.items() if "last" in sides(spec, LIBRARY.facts)}


@pytest.mark.parametrize("name", OFFICES)
def test_this_periods_figures_become_the_last_ones(name: str) -> None:
    office = LIBRARY.offices[name]
    before, after = written_facts(office, LIBRARY), roll_forward(LIBRARY, office).facts
    for fact, spec in LIBRARY.specs_of(office).items():
        old, new = before.get(fact), after.get(fact)
        if isinstance(old, dict):
            kept = "now" in old and "last" in spec.series
            assert new == ({"last": old["now"]} if kept else None)
        elif spec.type in ("count", "amount", "decimal", "date"):
            assert new is None


@pytest.mark.parametrize("name", OFFICES)
def test_the_period_moves_on_and_what_is_carried_is_named(name: str) -> None:
    office = LIBRARY.offices[name]
    file = roll_forward(LIBRARY, office)
    period = office.entries["period"]
    assert isinstance(period, Period)
    assert file.facts["period"] == code(period.following)
    assert file.facts["last_period"] == code(period)
    specs = LIBRARY.specs_of(office)
    texts = {fact for fact in file.facts if specs[fact].type in ("text", "choice", "list")}
    assert set(file.carried) == texts


@pytest.mark.parametrize("written", ["2026", "2026H1", "2026H2", "2026Q4", "2025-2026T2"])
def test_a_period_is_written_as_it_is_read(written: str) -> None:
    period = parse_period(written)
    assert period
    assert code(period) == written


def test_a_list_that_says_there_is_none_is_carried_over() -> None:
    office = LIBRARY.offices[OFFICES[0]]
    name = next(n for n in written_facts(office, LIBRARY) if LIBRARY.facts[n].type == "list")
    facts = office.node.entries["facts"]
    assert isinstance(facts[1], Mapping)
    emptied = {**facts[1].entries, name: (facts[0], Sequence(facts[0].place, []))}
    entries = {**office.node.entries, "facts": (facts[0], Mapping(facts[0].place, emptied))}
    file = roll_forward(LIBRARY, replace(office, node=Mapping(office.node.place, entries)))
    assert file.facts[name] == []
    assert name in file.carried


def test_own_headings_and_left_out_sections_stay() -> None:
    office = replace(LIBRARY.offices[OFFICES[0]], headings={"plans": "下步安排"}, without=("x",))
    file = roll_forward(LIBRARY, office)
    assert (file.headings, file.without) == ({"plans": "下步安排"}, ["x"])
    assert "plans: 下步安排" in as_yaml(file)
    assert json.loads(as_json(file))["headings"] == file.headings


OWN = """\
schema: 2
archetype: county-health-quarter
skip: {public-health-services: [核查健康档案]}
own:
  facts:
    own_signed: {label: 医养签约老人, type: count, unit: 人, series: [last, plan]}
    own_who: {label: 牵头单位, type: text}
    own_day: {label: 启动日期, type: date}
marks: {as_of: {own_signed: 2026-09-25}, emphasis: {own_signed: 重点}}
facts:
  period: 2026Q3
  own_signed: {now: 1287, last: 1065, plan: 1500}
  own_who: 老龄办
  own_day: 2026-09-01
"""


def test_own_facts_roll_like_others_and_own_content_stays_but_for_its_dates() -> None:
    report = Report()
    node = parse_yaml(OWN, "f.yml", report)
    office = node and read_facts_file(node, "f", LIBRARY, report)
    assert office, report.problems
    file = roll_forward(LIBRARY, office)
    assert file.facts["own_signed"] == {"last": "1287"}
    assert file.facts["own_who"] == "老龄办"
    assert "own_day" not in file.facts
    assert file.carried == ["own_who"]
    before = written_content(office)
    assert file.content == {**before, "marks": {"emphasis": {"own_signed": "重点"}}}
    as_of_only = OWN.replace(", emphasis: {own_signed: 重点}", "")
    node = parse_yaml(as_of_only, "f.yml", report)
    office = node and read_facts_file(node, "f", LIBRARY, report)
    assert office
    assert "marks" not in roll_forward(LIBRARY, office).content


def test_an_entered_rate_becomes_that_of_the_period_before() -> None:
    office = LIBRARY.offices[OFFICES[0]]
    accepted = LIBRARY.facts_of(LIBRARY.archetypes[office.archetype]).accepted
    rate = next(n for n in accepted if LIBRARY.facts[n].type == "rate" and n in COMPARED)
    facts = office.node.entries["facts"]
    assert isinstance(facts[1], Mapping)
    given = {**facts[1].entries, rate: (facts[0], Scalar(facts[0].place, "98.6"))}
    entries = {**office.node.entries, "facts": (facts[0], Mapping(facts[0].place, given))}
    file = roll_forward(LIBRARY, replace(office, node=Mapping(office.node.place, entries)))
    assert file.facts[rate] == {"last": "98.6"}
    assert rate not in file.carried


def test_the_figures_come_from_the_period_that_is_compared_with() -> None:
    office = LIBRARY.offices["qinghe-county-2013q1"]
    earlier = LIBRARY.offices["lanxi-county-2026q1"]
    file = roll_forward(LIBRARY, office, earlier)
    period = earlier.entries["period"]
    assert isinstance(period, Period)
    assert file.facts["last_period"] == code(period)
    theirs = written_facts(earlier, LIBRARY)
    moved = {name: fact for name, fact in file.facts.items() if isinstance(fact, dict)}
    assert moved
    for name, fact in moved.items():
        figures = theirs[name]
        assert isinstance(figures, dict)
        assert fact == {"last": figures["now"]}


def test_plans_come_back_to_be_reported_on() -> None:
    office = LIBRARY.offices["qinghe-county-2013q1"]
    file = roll_forward(LIBRARY, office, reports_plans=True)
    plans = written_facts(office, LIBRARY)["plans"]
    rows = file.facts["carried_plans"]
    assert isinstance(rows, list)
    assert isinstance(plans, list)
    assert [row["title"] for row in rows] == [row["title"] for row in plans]
    assert [entry.get("use") for entry in file.content["outline"]][:2] == ["opening", "carry-over"]
    assert (file.without, file.headings) == ([], {})
    report = Report()
    node = parse_yaml(as_yaml(file), "next.yml", report)
    again = node and read_facts_file(node, "next", LIBRARY, report)
    assert again
    assert not report.errors
    text = compose_office(LIBRARY, again).as_text()
    assert "上期打算落实情况" in text
    assert "＿＿" in text
