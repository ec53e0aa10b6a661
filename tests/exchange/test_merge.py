"""Summing the facts of several units, and what cannot be summed."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest

from macros.exchange.facts_file_writer import as_yaml, yaml_entry
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


MOST_SECONDS = 30


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
    told = [str(line) for line in result.disagreements]
    assert told[-1] == (
        "自加的指标“检修率”（%）：各单位的算法不同，按甲镇的算法重新计算（"
        "甲镇：“检修”（个）、“水龙头”（个），乙镇：“检修”（只）、“水龙头”（只））"
    )
    assert told[:-1] == [
        "自己写的文字·章节water·备注：各单位不同（甲镇：第1种，乙镇：第2种）",
        "自加的指标“水龙头”（个）：不是每个单位都有，没有汇总（甲镇：10，乙镇：没有这项指标）",
        "自加的指标“检修”（个）：不是每个单位都有，没有汇总（甲镇：4，乙镇：没有这项指标）",
        "自加的指标“水龙头”（只）：不是每个单位都有，没有汇总（甲镇：没有这项指标，乙镇：10）",
        "自加的指标“检修”（只）：不是每个单位都有，没有汇总（甲镇：没有这项指标，乙镇：4）",
    ]


def test_content_in_which_units_differ_is_listed_and_left_out(small: Project) -> None:
    result = merged_units(
        small, FACTS, FACTS, "  above: 1\n", heads=(own(), own(text="另一句。"), "")
    )
    assert result.file.content == {}
    assert [str(line) for line in result.disagreements][:3] == [
        "顺序·章节water：各单位不同（甲镇、乙镇：第1种，丙镇：没有）",
        "自己写的文字·章节water·备注：各单位不同（甲镇：第1种，乙镇：第2种，丙镇：没有）",
        "自加的指标“水龙头”（个）：不是每个单位都有，没有汇总（甲镇、乙镇：10，丙镇：没有这项指标）",
    ]


def test_facts_of_sections_that_only_some_units_have_are_listed(small: Project) -> None:
    outline = "outline: [{use: problems}]\n"
    result = merged_units(small, "  above: 1\n", "  above: 1\n", heads=("", outline))
    assert result.file.facts == {"above": "2"}
    (line,) = map(str, result.disagreements)
    assert line == "提纲：各单位不同（甲镇：没有，乙镇：第2种）"


# --- own facts by what they are ---------------------------------------------------------------

OTHER = """\
own:
  facts:
    own_x: {label: 水龙头, type: count, unit: 个}
    own_taps: {label: 检修, type: count, unit: 个}
    own_r: {label: 检修率, type: rate, numerator: own_taps, denominator: own_x}
  items:
    water:
      - {id: i1, text: "检修率{{ own_r }}。"}
marks:
  as_of: {own_taps: 2026-03-25}
"""
FIRST = OTHER.replace("own_taps", "own_tested").replace("own_x", "own_taps")
FIRST = FIRST.replace("own_r:", "own_rate:").replace("own_r ", "own_rate ")


def test_own_facts_of_other_ids_are_the_same_by_label_unit_and_type(small: Project) -> None:
    problems = "  problems: [{title: 漏水, figure: %s}]\n"
    result = merged_units(
        small,
        f"  own_taps: 10\n  own_tested: 4\n{problems % 'own_tested'}",
        f"  own_taps: 6\n  own_x: 9\n{problems % 'own_taps'}",
        heads=(FIRST, f"carried: [own_taps]\n{OTHER}"),
    )
    assert result.disagreements == []
    assert result.file.facts == {
        "problems": [{"title": "漏水", "figure": "own_tested"}],
        "own_taps": "19",
        "own_tested": "10",
    }
    assert result.file.carried == ["own_tested"]
    assert result.file.content["own"]["items"]["water"][0]["text"] == "检修率{{ own_rate }}。"
    assert result.file.content["marks"] == {"as_of": {"own_tested": "2026-03-25"}}
    again = unit(validated(*load(small.root)), "全县", "  above: 1\n", _content(result))
    assert again.content.own.facts["own_rate"].numerator == "own_tested"


def _content(result: MergeResult) -> str:
    return "".join(yaml_entry(key, value) for key, value in result.file.content.items())


def _taps(**labels: str) -> str:
    facts = "".join(
        f'    {name}: {{label: "{label}", type: count, unit: 个}}\n'
        for name, label in labels.items()
    )
    return f"own:\n  facts:\n{facts}"


def test_a_name_that_is_taken_after_renaming_gives_way(small: Project) -> None:
    result = merged_units(
        small,
        "  own_a: 1\n",
        "  own_a: 20\n  own_b: 300\n",
        heads=(_taps(own_a="水龙头"), _taps(own_a="水泵", own_b="水龙头")),
    )
    assert result.file.facts == {"own_a": "301"}
    assert [str(line) for line in result.disagreements] == [
        "自加的指标“水泵”（个）：不是每个单位都有，没有汇总（甲镇：没有这项指标，乙镇：20）"
    ]


@pytest.mark.parametrize("label", ["=cmd()", "长" * 200, "<b>甲</b>", "水 龙头（新）", "'own_a'"])
def test_a_label_is_what_it_says(small: Project, label: str) -> None:
    heads = (_taps(own_a=label), _taps(own_b=label))
    result = merged_units(small, "  own_a: 1\n", "  own_b: 2\n", heads=heads)
    assert (result.file.facts, result.disagreements) == ({"own_a": "3"}, [])


def test_width_and_spaces_make_no_other_label_unless_one_unit_tells_them_apart(
    small: Project,
) -> None:
    one, other = "水龙头(个)", "水龙头 （个）"
    figures = ("  own_a: 1\n", "  own_b: 2\n")
    result = merged_units(small, *figures, heads=(_taps(own_a=one), _taps(own_b=other)))
    assert (result.file.facts, result.disagreements) == ({"own_a": "3"}, [])
    both = _taps(own_b=other, own_c=one)
    result = merged_units(
        small, figures[0], f"{figures[1]}  own_c: 4\n", heads=(_taps(own_a=one), both)
    )
    assert result.file.facts == {"own_a": "5"}
    assert len(result.disagreements) == 1


def test_what_a_kept_own_fact_refers_to_is_declared_with_it(small: Project) -> None:
    first = """\
own:
  facts:
    own_all: {label: 住户, type: count, unit: 户}
    own_new: {label: 新户, type: count, unit: 户, part_of: own_all}
"""
    second = "own:\n  facts:\n    own_n: {label: 新户, type: count, unit: 户}\n"
    result = merged_units(
        small, "  own_all: 9\n  own_new: 1\n", "  own_n: 2\n", heads=(first, second)
    )
    assert result.file.facts == {"own_new": "3"}
    assert list(result.file.content["own"]["facts"]) == ["own_all", "own_new"]
    unit(validated(*load(small.root)), "全县", "  own_new: 3\n", _content(result))


def test_own_facts_are_renamed_in_the_own_words_of_records(small: Project) -> None:
    small.replace(
        "data/facts/common.yml",
        "      title: {label: 问题, type: text, hint: 一句话}\n",
        "      title: {label: 问题, type: text, hint: 一句话}\n"
        "      text: {label: 自己的话, type: words, required: false, hint: 一行一段}\n",
    )
    row = "  problems: [{title: 漏水, text: '换{{ %s }}，own_b不改。'}]\n"
    result = merged_units(
        small,
        f"  own_a: 1\n{row % 'own_a'}",
        f"  own_b: 2\n{row % 'own_b'}",
        heads=(_taps(own_a="水龙头"), _taps(own_b="水龙头")),
    )
    assert result.disagreements == []
    assert result.file.facts["problems"] == [
        {"title": "漏水", "text": "换{{ own_a }}，own_b不改。"}
    ]


@pytest.mark.slow
def test_a_thousand_own_facts_are_merged_in_reasonable_time(small: Project) -> None:
    count = 1000
    heads = [_taps(**{f"own_{k}_{i}": f"指标{i}" for i in range(count)}) for k in "ab"]
    figures = ["".join(f"  own_{k}_{i}: {i}\n" for i in range(count)) for k in "ab"]
    before = time.process_time()
    result = merged_units(small, *figures, heads=(heads[0], heads[1]))
    assert time.process_time() - before < MOST_SECONDS
    assert result.disagreements == []
    assert result.file.facts["own_a_999"] == "1998"
