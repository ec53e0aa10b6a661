"""Rules between an office's facts: each has a bad example here, with its place."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.facts.consistency import check_consistency
from macros.facts.entries import Number
from macros.library.facts_file_reader import read_facts_file
from macros.library.loader import load
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml
from tests.support.project import SMALL
from tests.support.real import LIBRARY as REAL

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.facts.entries import Entry
    from macros.facts.offices import Office
    from macros.library.library import Library

LIBRARY = load(SMALL)[0]


def problems(facts: str, library: Library = LIBRARY, archetype: str = "water-quarter") -> list[str]:
    """Return what is wrong with an office that gives these facts; they start in line 3."""
    report = Report()
    node = parse_yaml(f"archetype: {archetype}\nfacts:\n{facts}", "f.yml", report)
    office = node and read_facts_file(node, "f", library, report)
    assert office
    assert not report.errors
    check_consistency(office, library.facts_of(library.archetypes[office.archetype]), report)
    return [str(problem).removeprefix("f.yml:") for problem in report.errors]


LAST = "  period: 2026Q1\n  last_period: 2025Q1\n"


@pytest.mark.parametrize(
    "facts",
    [
        pytest.param("  {}\n", id="nothing-given"),
        pytest.param(LAST + "  paid: {now: 2, last: 1}\n", id="compared"),
        pytest.param("  samples: {now: 5}\n  passed: {now: 5}\n", id="part-equals-whole"),
        pytest.param("  passed: {now: 5}\n", id="whole-not-given"),
        pytest.param("  started: 2026-03\n  ended: 2026-03-01\n", id="month-and-day"),
        pytest.param("  started: 2026-03-31\n  ended: 2026-03\n", id="day-and-month"),
        pytest.param("  started: 2026-03-01\n  ended: 2026-03-01\n", id="same-day"),
        pytest.param("  problems: [{title: 甲, figure: funds}]\n", id="cited-sum"),
        pytest.param("  problems: [{title: 甲, figure: pass_rate}]\n", id="cited-rate"),
    ],
)
def test_facts_that_agree(facts: str) -> None:
    assert problems(facts) == []


CITE = "应为：本范本的一个数或比率"


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        pytest.param(
            "  period: 2026\n",
            ["3:3  时段的种类与范本不符 · 应为：季度，如 2026Q1"],
            id="another-kind-of-period",
        ),
        pytest.param(
            "  period: 2026Q1\n  last_period: 2026Q2\n",
            ["4:3  比较时段不早于总结时段 · 应为：早于2026年第一季度的时段"],
            id="compared-with-the-future",
        ),
        pytest.param(
            "  period: 2026Q1\n  last_period: 2026Q1\n",
            ["4:3  比较时段不早于总结时段 · 应为：早于2026年第一季度的时段"],
            id="compared-with-itself",
        ),
        pytest.param(
            "  period: 2026Q1\n  last_period: 2025\n",
            ["4:3  比较时段与总结时段长短不同 · 应为：季度，如 2026Q1"],
            id="a-quarter-compared-with-a-year",
        ),
        pytest.param(
            "  paid: {now: 2, last: 1}\n",
            ["3:18  填了上期数，没有填比较时段 · 应为：填写“比较时段”"],
            id="compared-with-nothing",
        ),
        pytest.param(
            "  started: 2026-03-05\n  ended: 2026-03-04\n",
            ["4:3  “结束日期”早于“开始日期” · 应为：不早于2026年3月5日"],
            id="end-before-start",
        ),
        pytest.param(
            "  started: 2026-03-05\n  ended: 2026-02\n",
            ["4:3  “结束日期”早于“开始日期” · 应为：不早于2026年3月5日"],
            id="month-before-start",
        ),
        pytest.param(
            "  samples: {now: 2}\n  passed: {now: 3}\n",
            [
                "4:12  “合格水样”3份大于“水样”2份：部分不能大于整体 · 应为：不大于2份",
            ],
            id="part-above-whole",
        ),
        pytest.param(
            LAST + "  samples: {now: 5, last: 2}\n  passed: {now: 5, last: 3}\n",
            [
                "6:20  “合格水样”3份大于“水样”2份：部分不能大于整体 · 应为：不大于2份",
            ],
            id="part-above-whole-last-time",
        ),
        pytest.param(
            "  problems: [{title: 甲, figure: pas_rate}]\n",
            [f"3:25  “pas_rate”不是本范本能引用的指标 · {CITE} · 是否想写：pass_rate"],
            id="cited-unknown",
        ),
        pytest.param(
            "  problems: [{title: 甲, figure: org}]\n",
            [f"3:25  “org”不是本范本能引用的指标 · {CITE}"],
            id="cited-text",
        ),
        pytest.param(
            "  problems:\n    - {title: 甲}\n    - {title: 乙, figure: people}\n",
            [f"5:18  “people”不是本范本能引用的指标 · {CITE}"],
            id="cited-rough-number",
        ),
    ],
)
def test_facts_that_contradict_each_other(facts: str, expected: list[str]) -> None:
    assert problems(facts) == expected


def test_a_rate_out_of_range_is_said_where_it_is_no_part_that_is_too_large() -> None:
    facts = "  smi_confirmed: {now: 10}\n  smi_regular: {now: 15}\n"
    (found,) = problems(facts, REAL, "mental-health-half-year")
    assert "算得150%（15 ÷ 10 = 150%），超出合理范围 · 应为：0到100，核对分子和分母" in found


def larger(entry: Entry) -> Entry:
    """Return an entry with its numbers a thousand times as large."""
    if isinstance(entry, Number):
        return replace(entry, value=entry.value * 1000)
    if isinstance(entry, dict):
        return {side: larger(inner) for side, inner in entry.items()}
    return entry


def changed_offices(office: Office) -> Iterator[tuple[str, Office]]:
    """Yield an office with one fact after another larger, and left out."""
    for name, entry in office.entries.items():
        yield name, replace(office, entries={**office.entries, name: larger(entry)})
        others = {other: kept for other, kept in office.entries.items() if other != name}
        yield name, replace(office, entries=others)


@pytest.mark.parametrize(
    "example",
    [
        "qinghe-county-2013q1",
        "hengchuan-mch-2025",
        "lichuan-infection-2025",
        "yunxi-road-primary-2025-2026t2",
    ],
)
def test_what_a_changed_fact_bears_on_is_all_that_can_be_wrong(example: str) -> None:
    office, found = REAL.offices[example], 0
    asked = REAL.facts_of(REAL.archetypes[office.archetype])
    for name, other in changed_offices(office):
        whole, part = Report(), Report()
        check_consistency(other, asked, whole)
        check_consistency(other, asked, part, changed={name})
        assert part.errors == whole.errors
        found += bool(whole.errors)
    assert found
