"""Summing the facts of several units, and what cannot be summed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exchange.facts_file_writer import as_yaml
from macros.exchange.merge import merge
from macros.library.facts_file_reader import read_facts_file
from macros.library.library import validated
from macros.library.loader import load
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml

if TYPE_CHECKING:
    from macros.exchange.merge import MergeResult
    from macros.facts.offices import Office
    from macros.library.library import Library
    from tests.support.project import Project


def unit(library: Library, name: str, facts: str, head: str) -> Office:
    report = Report()
    text = f"archetype: water-quarter\nname: {name}\n{head}facts:\n{facts}"
    node = parse_yaml(text, name, report)
    office = node and read_facts_file(node, name, library, report)
    assert office
    assert report.problems == []
    return office


def merged_units(small: Project, *facts: str, heads: tuple[str, ...] = ("", "", "")) -> MergeResult:
    library = validated(*load(small.root))
    given = zip("甲乙丙", facts, heads, strict=False)
    units = [unit(library, f"{name}镇", text, head) for name, text, head in given]
    return merge(library, "water-quarter", units)


def test_figures_are_added_side_by_side_with_their_formula(small: Project) -> None:
    result = merged_units(
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


def test_a_sum_that_render_refuses_is_written_and_listed(small: Project) -> None:
    result = merged_units(small, "  above: 600.5\n", "  above: 400\n")
    assert result.file.facts == {"above": "1000.5"}
    assert result.disagreements == []
    formula = "上级资金：甲镇600.5 + 乙镇400 = 1000.5"
    why = "“1000.5”超出合理范围 · 应为：0到1000（万元），见data/facts/common.yml:15:3的 range"
    assert result.out_of_range == [f"{formula}，{why}"]
    assert merged_units(small, "  above: 600\n", "  above: 400\n").out_of_range == []


def test_a_sum_that_lacks_a_unit_stays_blank_and_is_listed(small: Project) -> None:
    result = merged_units(small, "  above: 3\n", "  own: 4\n", "  above: 5\n  own: 6\n")
    assert result.file.facts == {}
    assert [str(line) for line in result.disagreements] == [
        "上级资金：有单位没有填，没有的请填0（乙镇）",
        "自筹资金：有单位没有填，没有的请填0（甲镇）",
    ]


def test_what_the_units_agree_on_is_kept_and_the_rest_listed(small: Project) -> None:
    same = "  period: 2026Q1\n  grade: 县级\n"
    result = merged_units(
        small,
        f"  org: 甲\n{same}  towns: [{{name: 东}}]\n",
        f"  org: 乙\n{same}  towns: [{{name: 西}}, {{name: 南}}]\n",
        f"  org: 乙\n{same}",
    )
    assert result.file.facts == {"period": "2026Q1", "grade": "县级"}
    assert [str(line) for line in result.disagreements] == [
        "单位：各单位不同（甲：甲，乙（乙镇）、乙（丙镇）：乙）",
        "乡镇：各单位不同（甲：1条，乙（乙镇）：2条，乙（丙镇）：未填）",
    ]


def test_round_figures_and_averages_are_not_added(small: Project) -> None:
    small.replace(
        "data/facts/common.yml", "label: 上级资金, type", "label: 上级资金, additive: false, type"
    )
    result = merged_units(small, "  people: 540余\n  above: 3\n", "  people: 20\n  above: 4\n")
    assert result.file.facts == {}
    assert [str(line) for line in result.disagreements] == [
        "上级资金：不能相加，各单位不同（甲镇：3，乙镇：4）",
        "参训人员：有概数，不能相加（甲镇：540余，乙镇：20）",
    ]


def test_exact_figures_are_added_where_round_ones_are_allowed(small: Project) -> None:
    result = merged_units(small, *["  people: 86\n"] * 3)
    assert result.file.facts == {"people": "258"}
    assert merged_units(small, *["  people: 近90\n"] * 3).file.facts == {}


def test_no_records_anywhere_is_no_gap(small: Project) -> None:
    assert merged_units(small, "  problems: []\n", "  problems: []\n").file.facts == {
        "problems": []
    }


def test_a_side_left_empty_is_as_good_as_none(small: Project) -> None:
    small.replace(
        "data/facts/common.yml", "label: 支出, type", "label: 支出, additive: false, type"
    )
    result = merged_units(small, "  paid: {now: 1, last: ''}\n", "  paid: {now: 1}\n")
    assert (result.file.facts, result.disagreements) == ({"paid": {"now": "1"}}, [])


def test_sections_left_out_and_own_headings_are_kept_when_common(small: Project) -> None:
    head = "without: [plans]\nheadings: {water: 用水, problems: 难处}\n"
    other = "without: [plans]\nheadings: {water: 用水}\n"
    result = merged_units(small, "  above: 1\n", "  above: 1\n", heads=(head, other))
    assert (result.file.without, result.file.headings) == (["plans"], {"water": "用水"})
    told = ["章节“章节problems”的标题：各单位不同（甲镇：难处，乙镇：未填）"]
    assert [str(line) for line in result.disagreements] == told
    listed = merged_units(
        small, "  above: 1\n", "  above: 1\n", heads=(head, head.replace("plans", ""))
    )
    assert listed.file.without == []
    assert "章节“章节plans”：各单位不同（甲镇：省略，乙镇：保留）" in map(str, listed.disagreements)


def test_what_a_unit_has_not_confirmed_is_not_confirmed_above(small: Project) -> None:
    facts = "  work: 水质\n  grade: 县级\n"
    result = merged_units(small, facts, facts, heads=("carried: [work]\n", ""))
    assert result.file.carried == ["work"]


def test_only_figures_say_whether_they_add_up(small: Project) -> None:
    small.replace(
        "data/facts/common.yml", "label: 工作, type", "label: 工作, additive: false, type"
    )
    _, report = load(small.root)
    assert "additive 只用于数" in str(report.errors[0])


# --- content of one's own ---------------------------------------------------------------------

OWN = """\
order: {{water: [备注]}}
own:
  facts:
    own_taps: {{label: 水龙头, type: count, unit: {unit}}}
    own_tested: {{label: 检修, type: count, unit: {unit}}}
    own_rate: {{label: 检修率, type: rate, numerator: own_tested, denominator: own_taps}}
  texts:
    water:
      备注: "{text}"
"""
FACTS = "  own_taps: 10\n  own_tested: 4\n"


def own(unit: str = "个", text: str = "检修{{ own_tested }}。") -> str:
    return OWN.format(unit=unit, text=text)


def test_own_facts_are_summed_and_common_content_is_kept(small: Project) -> None:
    result = merged_units(small, FACTS, FACTS, heads=(own(), own()))
    assert result.disagreements == []
    assert result.file.facts == {"own_taps": "20", "own_tested": "8"}
    assert result.file.comments["own_taps"] == "水龙头：甲镇10 + 乙镇10 = 20"
    assert list(result.file.content["own"]["facts"]) == ["own_taps", "own_tested", "own_rate"]
    assert result.file.content["order"] == {"water": ["备注"]}
    library = validated(*load(small.root))
    report = Report()
    node = parse_yaml(as_yaml(result.file), "all.yml", report)
    assert node
    assert read_facts_file(node, "all", library, report), report.problems


def test_own_facts_of_another_unit_are_listed_and_never_summed(small: Project) -> None:
    result = merged_units(small, FACTS, FACTS, heads=(own(), own(unit="只")))
    assert result.file.facts == {}
    assert list(result.file.content["own"]["facts"]) == ["own_taps", "own_tested", "own_rate"]
    assert [str(line) for line in result.disagreements] == [
        "自加的指标own_taps：各单位不同，没有汇总（甲镇：水龙头（个），乙镇：水龙头（只））",
        "自加的指标own_tested：各单位不同，没有汇总（甲镇：检修（个），乙镇：检修（只））",
    ]


def test_content_in_which_units_differ_is_listed_and_left_out(small: Project) -> None:
    result = merged_units(
        small, FACTS, FACTS, "  above: 1\n", heads=(own(), own(text="另一句。"), "")
    )
    assert result.file.content == {}
    assert [str(line) for line in result.disagreements][:3] == [
        "顺序·章节water：各单位不同（甲镇、乙镇：第1种，丙镇：没有）",
        "自己写的文字·章节water·备注：各单位不同（甲镇：第1种，乙镇：第2种，丙镇：没有）",
        "自加的指标own_taps：各单位不同，没有汇总（甲镇、乙镇：水龙头（个），丙镇：没有）",
    ]


def test_facts_of_sections_that_only_some_units_have_are_listed(small: Project) -> None:
    outline = "outline: [{use: problems}]\n"
    result = merged_units(small, "  above: 1\n", "  above: 1\n", heads=("", outline))
    assert result.file.facts == {"above": "2"}
    (line,) = map(str, result.disagreements)
    assert line == "提纲：各单位不同（甲镇：没有，乙镇：第2种）"
