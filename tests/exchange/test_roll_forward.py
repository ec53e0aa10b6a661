"""Rolling a facts file forward to the next period."""

from __future__ import annotations

import json
import time
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.exchange.comparison import misfit, usual_base
from macros.exchange.facts_file_writer import as_json, as_yaml, written_content, written_facts
from macros.exchange.roll_forward import NextPeriod, roll_forward
from macros.facts.own_content import words_by_key
from macros.figures.periods import Period, code, parse_period
from macros.library.facts_file_reader import read_facts_file
from macros.library.office_documents import compose_office
from macros.library.old_period import words_of_old_period
from macros.library.plan_lists import REPORT
from macros.library.summary import summary_of
from macros.source.report import Report
from macros.source.yaml_reader import Mapping, Scalar, Sequence, parse_yaml
from macros.templating.expression_kinds import sides
from tests.support.real import LIBRARY, OFFICES

if TYPE_CHECKING:
    from macros.facts.offices import Office

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
    assert set(file.carried) == (texts - {REPORT}) | set(words_by_key(office.content))


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
    file = roll_forward(LIBRARY, office, NextPeriod(reports=False))
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
    marks = {"emphasis": {"own_signed": "重点"}, "rolled_from": "2026Q3"}
    assert file.content == {**before, "marks": marks}
    as_of_only = OWN.replace(", emphasis: {own_signed: 重点}", "")
    node = parse_yaml(as_of_only, "f.yml", report)
    office = node and read_facts_file(node, "f", LIBRARY, report)
    assert office
    assert roll_forward(LIBRARY, office).content["marks"] == {"rolled_from": "2026Q3"}


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


# --- own words, and the words of the period before --------------------------------------------

WORDED = """\
schema: 2
archetype: general
name: 甲所
outline: [{use: opening, heading: 一季度情况}, {own: own-a}, {use: plans}]
own:
  sections: {own-a: {name: 义诊, text: "3月起义诊，完成{{ period }}的任务。"}}
  items: {plans: [{id: i1, title: 首季的事, text: 已办}]}
  texts: {plans: {各项打算: 接着办。}}
carried: [own.sections/own-a, own.texts/plans/各项打算, own.texts/plans/没有, org]
facts:
  org: 甲所
  period: 2026Q1
  goal: 上半年见效，1月起步
  problems: [{title: 慢, detail: 第一季度人手少}]
  plans: [{title: 办完, measures: 抓紧, target: 3月底前办完}]
"""


def read(text: str) -> Office:
    report = Report()
    node = parse_yaml(text, "f.yml", report)
    office = node and read_facts_file(node, "f", LIBRARY, report)
    assert office, report.problems
    return office


def test_own_words_are_to_be_confirmed_and_only_those_that_exist() -> None:
    office = read(WORDED)
    assert office.carried == ("own.sections/own-a", "own.texts/plans/各项打算", "org")
    assert compose_office(LIBRARY, office).draft
    file = roll_forward(LIBRARY, office)
    own = ["own.texts/plans/各项打算", "own.items/plans/i1", "own.sections/own-a"]
    assert file.carried == ["org", "goal", "problems", *own]
    assert read(as_json(file)).carried == tuple(file.carried)


def test_words_that_name_the_period_before_are_found_until_they_are_changed_or_set_aside() -> None:
    rolled = roll_forward(LIBRARY, read(WORDED))
    office = read(as_yaml(rolled))
    found = words_of_old_period(summary_of(LIBRARY, office), office)
    assert [str(one) for one in found] == [
        "工作目标“1月”",
        "存在问题第1个·原因与影响“第一季度”",
        "提纲“一季度”",
        "义诊“3月”",
        "下一步打算·首季的事“首季”",
    ]
    rolled.content["marks"]["dismissed"] = {found[0].key: "每年如此"}
    office = read(as_yaml(rolled).replace("第一季度人手少", "人手少"))
    left = words_of_old_period(summary_of(LIBRARY, office), office)
    assert [one.path for one in left] == ["/", "own-a/", "plans/i1"]
    office = read(WORDED)  # it was not rolled forward, and may speak of its own period
    assert words_of_old_period(summary_of(LIBRARY, office), office) == []


# --- the period compared with -----------------------------------------------------------------

NOW = """\
archetype: county-health-quarter
facts:
  org: 甲局
  period: 2026Q1
  last_period: 2025Q1
  paid: {now: 20, last: 10, plan: 30}
  goal: 见效
"""
YEAR_AGO = """\
schema: 2
archetype: county-health-quarter
own:
  facts:
    own_other: {label: 义诊, type: count, unit: 场, series: [last]}
    own_strange: {label: 没有的, type: count, unit: 场, series: [last]}
facts:
  org: 甲局
  period: 2025Q2
  paid: {now: 15, last: 5}
  benefit_visits: {now: 300}
  own_other: {now: 7}
  own_strange: {now: 8}
"""


def test_figures_of_another_period_do_not_become_the_last() -> None:
    file = roll_forward(LIBRARY, read(NOW), NextPeriod("year-before"))
    assert (file.facts["period"], file.facts["last_period"]) == ("2026Q2", "2025Q2")
    assert "paid" not in file.facts
    assert file.facts["goal"] == "见效"
    file = roll_forward(LIBRARY, read(NOW), NextPeriod("previous"))
    assert (file.facts["last_period"], file.facts["paid"]) == ("2026Q1", {"last": "20"})


def test_the_figures_come_from_the_file_of_the_period_compared_with() -> None:
    own = "own: {facts: {own_mine: {label: 义诊, type: count, unit: 场, series: [last]}}}\n"
    office = read("schema: 2\n" + NOW.replace("facts:\n", own + "facts:\n", 1))
    file = roll_forward(LIBRARY, office, NextPeriod("year-before", read(YEAR_AGO)))
    assert file.facts["paid"] == {"last": "15"}
    assert file.facts["benefit_visits"] == {"last": "300"}  # which the present file does not have
    assert file.facts["own_mine"] == {"last": "7"}  # known by label, unit and type
    assert "own_strange" not in file.facts
    assert read(as_json(file)).entries["last_period"] == parse_period("2025Q2")


def test_a_file_is_of_the_same_kind_unit_and_period() -> None:
    office, wanted = read(NOW), parse_period("2025Q2")
    assert wanted
    assert usual_base(office) == "year-before"
    assert usual_base(read(NOW.replace("2025Q1", "2025Q4"))) == "previous"
    assert misfit(office, read(YEAR_AGO), wanted) is None
    for old, new, what in (
        ("archetype: county-health-quarter", "archetype: general", "不是这个范本的"),
        ("甲局", "乙局", "是“乙局”的，这一份是“甲局”的"),
        ("2025Q2", "2025Q3", "是2025年第三季度的，要比的是2025年第二季度"),
        ("  period: 2025Q2\n", "", "没有填总结时段"),
    ):
        text = YEAR_AGO if new != "archetype: general" else "archetype: x\nfacts: {org: 甲局}\n"
        text = text.replace("archetype: x", old).replace(old, new)
        found = misfit(office, read(text), wanted)
        assert found
        assert found[0] == what


# --- plans come back --------------------------------------------------------------------------

PLANNED = """\
archetype: county-health-quarter
headings: {capacity: 能力}
without: [investment]
facts:
  org: 甲局
  period: 2026Q1
  paid: {now: 20}
  plans: []
"""


def planned(*plans: str) -> Office:
    rows = "".join(f"\n    - {plan}" for plan in plans)
    return read(PLANNED.replace(" []", rows))


def test_plans_come_back_with_their_aims_as_they_stood() -> None:
    office = planned(
        "{title: 甲, measures: 一, figure: paid, value: 5, due: 9月底前}",
        "{title: 乙, measures: 一, figure: benefit_visits, value: 5, due: 9月底前}",
        "{title: 丙, measures: 一, target: 达到, value: 18, unit: 个, left: 余下的3月底前办完}",
        "{title: 丁, measures: 一, due: 9月底前}",
        "{title: 戊, measures: 一}",
    )
    file = roll_forward(LIBRARY, office)
    label = LIBRARY.facts["paid"].label
    assert file.facts[REPORT] == [
        {"title": "甲", "target": f"9月底前将{label}由20万元增加到25万元", "figure": "paid"},
        {"title": "乙", "target": "9月底前完成", "figure": "benefit_visits"},
        {"title": "丙", "target": "达到18个；余下的3月底前办完"},
        {"title": "丁", "target": "9月底前完成"},
        {"title": "戊"},
    ]
    assert "plans" not in file.facts
    assert not {"plans", REPORT} & set(file.carried)
    outline = file.content["outline"]
    uses = [entry.get("use") for entry in outline]
    assert uses[uses.index("carry-over") + 1] == "problems"
    assert {"use": "capacity", "heading": "能力"} in outline
    assert "investment" not in str(outline)
    text = compose_office(LIBRARY, read(as_json(file))).as_text()
    assert "丙＿＿＿＿（原定达到18个；余下的3月底前办完）。" in text


def test_a_report_answers_each_plan_and_is_not_carried_on() -> None:
    file = roll_forward(LIBRARY, planned("{title: 丙, measures: 一, target: 建成}"))
    rows = file.facts[REPORT]
    assert isinstance(rows, list)
    rows[0]["status"] = "未完成"
    office = read(as_json(file))
    assert "丙没有完成（原定建成）。" in compose_office(LIBRARY, office).as_text()
    again = roll_forward(LIBRARY, office)
    assert REPORT not in again.facts
    assert again.content["outline"] == file.content["outline"]


def test_plans_that_do_not_come_back_are_carried_over() -> None:
    file = roll_forward(LIBRARY, planned("{title: 丙, measures: 一}"), NextPeriod(reports=False))
    assert file.facts["plans"] == [{"title": "丙", "measures": "一"}]
    assert "plans" in file.carried
    assert "outline" not in file.content
    assert REPORT not in roll_forward(LIBRARY, read(PLANNED)).facts


def test_five_hundred_plans_come_back() -> None:
    plans = (f"{{title: 第{n}件, measures: 一, figure: paid, value: 5}}" for n in range(500))
    begun = time.process_time()
    file = roll_forward(LIBRARY, planned(*plans))
    assert len(file.facts[REPORT]) == 500
    assert time.process_time() - begun < 5


def test_a_file_without_a_period_has_no_next_one() -> None:
    file = roll_forward(LIBRARY, read(NOW.replace("  period: 2026Q1\n", "")))
    assert "period" not in file.facts
    assert "marks" not in file.content
