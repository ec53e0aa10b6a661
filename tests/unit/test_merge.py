"""Summing the facts of several units, and what cannot be summed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library import sound
from macros.loader import load
from macros.merge import merged
from macros.offices import read_office
from macros.report import Report
from macros.source import parse_yaml

if TYPE_CHECKING:
    from macros.library import Library
    from macros.merge import Merged
    from macros.offices import Office
    from tests.project import Project


def unit(library: Library, name: str, facts: str) -> Office:
    report = Report()
    text = f"archetype: water-quarter\nname: {name}\nfacts:\n{facts}"
    node = parse_yaml(text, name, report)
    office = node and read_office(node, name, library, report)
    assert office
    assert report.problems == []
    return office


def merge(small: Project, *facts: str) -> Merged:
    library = sound(*load(small.root))
    units = [unit(library, f"{'甲乙丙'[i]}镇", text) for i, text in enumerate(facts)]
    return merged(library, "water-quarter", units)


def test_figures_are_added_side_by_side_with_their_formula(small: Project) -> None:
    result = merge(
        small,
        "  paid: {now: 1.50, last: 1}\n  above: 3\n",
        "  paid: {now: 0, last: 2.25}\n  above: 4.5\n",
    )
    assert result.file.facts == {"paid": {"now": "1.50", "last": "3.25"}, "above": "7.5"}
    assert result.file.comments == {
        "paid": "支出（本期）：甲镇1.50 + 乙镇0 = 1.50\n支出（上期）：甲镇1 + 乙镇2.25 = 3.25",
        "above": "上级资金：甲镇3 + 乙镇4.5 = 7.5",
    }
    assert result.disagreements == []


def test_a_sum_that_lacks_a_unit_stays_blank_and_is_listed(small: Project) -> None:
    result = merge(small, "  above: 3\n", "  own: 4\n", "  above: 5\n  own: 6\n")
    assert result.file.facts == {}
    assert [str(line) for line in result.disagreements] == [
        "上级资金：有单位没有填，没有的请填0（乙镇）",
        "自筹资金：有单位没有填，没有的请填0（甲镇）",
    ]


def test_what_the_units_agree_on_is_kept_and_the_rest_listed(small: Project) -> None:
    same = "  period: 2026Q1\n  grade: 县级\n"
    result = merge(
        small,
        f"  org: 甲\n{same}  towns: [{{name: 东}}]\n",
        f"  org: 乙\n{same}  towns: [{{name: 西}}, {{name: 南}}]\n",
        f"  org: 乙\n{same}",
    )
    assert result.file.facts == {"period": "2026Q1", "grade": "县级"}
    assert [str(line) for line in result.disagreements] == [
        "单位：各单位不同（甲镇：甲，乙镇、丙镇：乙）",
        "乡镇：各单位不同（甲镇：1条，乙镇：2条，丙镇：未填）",
    ]


def test_round_figures_and_averages_are_not_added(small: Project) -> None:
    small.replace(
        "data/facts/common.yml", "label: 上级资金, type", "label: 上级资金, additive: false, type"
    )
    result = merge(small, "  people: 540余\n  above: 3\n", "  people: 20\n  above: 4\n")
    assert result.file.facts == {}
    assert [str(line) for line in result.disagreements] == [
        "上级资金：不能相加，各单位不同（甲镇：3，乙镇：4）",
        "参训人员：不能相加，各单位不同（甲镇：540余，乙镇：20）",
    ]


def test_only_figures_say_whether_they_add_up(small: Project) -> None:
    small.replace(
        "data/facts/common.yml", "label: 工作, type", "label: 工作, additive: false, type"
    )
    _, report = load(small.root)
    assert "additive 只用于数" in str(report.errors[0])
