"""What a facts file says of its own figures, from the file to the text: quotients, rates, dates."""

from __future__ import annotations

from time import process_time
from typing import TYPE_CHECKING

import pytest

from macros.facts.consistency import check_consistency
from macros.library.compose import compose
from macros.library.facts_file_reader import read_facts_file
from macros.library.loader import load
from macros.library.summary import Summary
from macros.output.appendix import figure_lines
from macros.schema.vocabulary import DEEPEST
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml
from tests.support.project import SMALL

if TYPE_CHECKING:
    from macros.document.document import Document
    from macros.facts.offices import Office

LIBRARY = load(SMALL)[0]
STAY = """own:
  facts:
    own_days: {label: 住院天数, type: count, unit: 日, series: [last]}
    own_people: {label: 出院人数, type: count, unit: 人, series: [last]}
    own_stay: {label: 平均住院日, type: quotient, numerator: own_days, denominator: own_people,
      unit: 日, decimals: 1, better: lower}
    own_deaths: {label: 死亡人数, type: count, unit: 例}
    own_mortality: {label: 死亡率, type: rate, numerator: own_deaths, denominator: own_people,
      unit: 1/10万}
  sections:
    own-stay:
      name: 住院
      text: |
        平均住院日{{ own_stay }}，{{ compared(own_stay) }}。
        {{ table(own_stay, own_mortality) }}
outline: [{use: water}, {use: problems}, {own: own-stay}]
"""
FACTS = """facts:
  period: 2026Q3
  last_period: 2025Q3
  own_days: {now: 612, last: 700}
  own_people: {now: 80, last: 87}
"""
DATED = "marks: {as_of: {own_stay: 2026-09-25}}\n"


def read(text: str) -> tuple[Office, list[str]]:
    """Return the office of a facts file, and what is wrong with it."""
    report = Report()
    node = parse_yaml(f"archetype: water-quarter\n{text}", "f.yml", report)
    office = node and read_facts_file(node, "f", LIBRARY, report)
    assert office
    archetype = LIBRARY.archetypes[office.archetype]
    check_consistency(office, Summary(LIBRARY, archetype, office.choices).facts, report)
    return office, [str(problem).removeprefix("f.yml:") for problem in report.errors]


def read_problems(text: str) -> list[str]:
    """Return what is wrong with a facts file that may not be one."""
    report = Report()
    node = parse_yaml(f"archetype: water-quarter\n{text}", "f.yml", report)
    assert node
    read_facts_file(node, "f", LIBRARY, report)
    return [str(problem) for problem in report.errors]


def written(text: str) -> Document:
    """Return the document of a facts file in which nothing is wrong."""
    office, problems = read(text)
    assert problems == []
    archetype = LIBRARY.archetypes[office.archetype]
    return compose(LIBRARY, archetype, office.entries, office.choices)


def test_a_quotient_of_ones_own_is_computed_compared_and_put_in_a_table() -> None:
    text = written(STAY + FACTS).as_text()
    assert "平均住院日7.7日，比上年同期下降0.3日，降幅3.75%。" in text
    assert "平均住院日\t日\t7.7\t8.0\t下降0.3" in text


def test_a_figure_with_its_own_date_says_it_where_it_is_only_stated() -> None:
    text = written(STAY + DATED + FACTS).as_text()
    assert "平均住院日7.7日（截至9月25日），比上年同期下降0.3日" in text
    assert "平均住院日（截至9月25日）\t日\t7.7" in text


def test_a_rate_whose_counts_are_not_known_is_entered() -> None:
    office, problems = read(STAY + FACTS + "  own_mortality: 12.1\n")
    assert problems == []
    archetype = LIBRARY.archetypes[office.archetype]
    text = compose(LIBRARY, archetype, office.entries, office.choices).as_text()
    assert "死亡率\t1/10万\t12.1\t—\t—" in text
    lines = {line.label: line for line in figure_lines(LIBRARY, office)}
    mortality = lines["死亡率"]
    assert (mortality.unit, mortality.without_unit(mortality.now)) == ("1/10万", "12.1")


@pytest.mark.parametrize(
    ("facts", "problem"),
    [
        (
            "  own_deaths: 1\n  own_mortality: 12.1\n",
            "“死亡率”录入的12.1/10万与算出的1250/10万不一致",
        ),
        ("  own_stay: {now: 7.65}\n", "“平均住院日”：“7.65”有2位小数 · 应为：至多1位小数"),
        ("  funds: 3\n", "“总资金”由系统计算，不填"),
    ],
)
def test_a_wrong_rate_is_said_where_it_was_entered(facts: str, problem: str) -> None:
    (found,) = read(STAY + FACTS + facts)[1]
    assert problem in found


def test_an_entered_rate_that_no_sentence_uses_is_named() -> None:
    office, _ = read(STAY.replace(", own_mortality", "") + FACTS + "  own_mortality: 12.1\n")
    archetype = LIBRARY.archetypes[office.archetype]
    unused = compose(LIBRARY, archetype, office.entries, office.choices).unused
    assert "own_mortality" in unused
    assert "own_stay" not in unused


def test_a_problem_cites_what_a_text_would_compute() -> None:
    cited = "  problems: [{title: 天数偏多, figure: 'share(own_people, own_days)'}]\n"
    text = written(STAY + FACTS + cited).as_text()
    assert "天数偏多：出院人数占住院天数的比重为13.07%。" in text


def test_a_long_chain_of_sums_is_refused_where_it_is_too_long() -> None:
    lines = [f"    own_{n}: {{label: 数{n}, type: count, unit: 个" for n in range(500)]
    sums = [f"{line}, sum_of: [own_{n - 1}, own_{n - 1}]}}" for n, line in enumerate(lines) if n]
    text = "\n".join(["own:", "  facts:", f"{lines[0]}}}", *sums, "facts: {own_0: 1}\n"])
    begun = process_time()
    problems = read_problems(text)
    assert process_time() - begun < 5  # seconds; sums of sums double at each step
    assert len(problems) == 500 - DEEPEST - 1
    assert "“own_499”绕着圈引用自己，或者隔了太多层" in problems[-1]


@pytest.mark.parametrize(
    ("own", "problem"),
    [
        ("{label: 支出, type: text}", "已有指标：支出（paid）"),
        ("{label: 甲, type: text, aliases: [水样]}", "已有指标：水样（samples）"),
        ("{label: 甲, type: quotient, numerator: paid, denominator: samples}", "缺少“unit”"),
        (
            "{label: 甲, type: quotient, unit: 元, numerator: people, denominator: paid}",
            "“people”不能参与计算",
        ),
        (
            "{label: 甲, type: quotient, unit: 元, numerator: own_a, denominator: paid}",
            "“own_a”绕着圈引用自己",
        ),
    ],
)
def test_a_fact_of_ones_own_that_cannot_be(own: str, problem: str) -> None:
    problems = read_problems(f"own: {{facts: {{own_a: {own}}}}}\nfacts: {{org: 某站}}\n")
    assert any(problem in found for found in problems)
