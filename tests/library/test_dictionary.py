"""The dictionary of indicators: what is refused in it, and what facts have from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.library.loader import load
from macros.site.project_checks import check
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from tests.support.project import Project

DOCUMENTS = """\
# The documents.
documents:
  norm: {title: 《规范》, publisher: 某部, year: 2017, seen: 原文}
  copy: {title: 《指标》, number: 甲〔2020〕1号, seen: 转引, unsure: [年份]}
"""
WATER = "data/indicators/water.yml"
ENTRIES = """\
# Indicators of water.
topic: 饮水
quantities:
  tested: {name: 检测水样数, unit: 份, aliases: [检测份数]}
  passing: {name: 合格水样数, unit: 份}
indicators:
  pass-share:
    name: 水样合格率
    former: [水样达标率]
    numerator: passing
    denominator: tested
    unit: "%"
    better: higher
    document: norm
    note: 按份计算
    replaced_by: new-share
  new-share:
    name: 水样规范合格率
    aliases: [规范合格率]
    numerator: 规范检测合格的水样数
    denominator: tested
    unit: "%"
    document: copy
    since: 2023
"""
FACTS = "data/facts/common.yml"
SAMPLES = "{label: 水样, type: count, unit: 份,"
PASSED = "{label: 合格水样, type: count, unit: 份,"
KEYS = (
    "应为：name、aliases、former、unit、note、numerator、denominator、scale、"
    "method、better、document、code、replaced_by、since、unsure"
)
INDICATORS = "应为：data/indicators 里的指标"
RATE = "{label: 合格率, type: rate, numerator: passed, denominator: samples, hint: 计算}"


@pytest.fixture
def project(small: Project) -> Project:
    """Return the miniature project with a dictionary from which three of its facts are."""
    small.write("data/documents.yml", DOCUMENTS)
    small.write(WATER, ENTRIES)
    small.replace(FACTS, SAMPLES, SAMPLES.replace("{", "{indicator: tested, "))
    small.replace(FACTS, PASSED, PASSED.replace("{", "{indicator: passing, "))
    small.replace(FACTS, RATE, "{indicator: pass-share, type: rate, hint: 计算}")
    return small


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in check(project.root)[1].errors]


def test_a_fact_has_from_its_entry_what_it_does_not_say(project: Project) -> None:
    assert problems(project) == []
    rate = load(project.root)[0].facts["pass_rate"]
    assert (rate.label, rate.unit, rate.better) == ("水样合格率", "%", "higher")
    assert (rate.numerator, rate.denominator) == ("passed", "samples")
    assert rate.definition == "合格水样数 ÷ 检测水样数；按份计算"
    assert rate.source == "《规范》，某部，2017年"


def test_a_fact_is_known_by_all_names_of_its_entry(project: Project) -> None:
    facts = load(project.root)[0].facts
    assert facts["samples"].names == ["水样", "检测水样数", "检测份数"]
    assert facts["pass_rate"].names == ["水样合格率", "水样达标率"]
    assert facts["pass_rate"].renamed == ["水样规范合格率", "规范合格率"]


def test_names_of_a_successor_that_is_a_fact_itself_are_left_to_it(project: Project) -> None:
    formula = "numerator: passed, denominator: samples"
    new = f"  new_rate: {{indicator: new-share, type: rate, {formula}, hint: 甲}}\n"
    project.replace(FACTS, "  above:", new + "  above:")
    facts = load(project.root)[0].facts
    assert facts["pass_rate"].renamed == facts["new_rate"].renamed == []
    assert facts["new_rate"].names == ["水样规范合格率", "规范合格率"]
    assert facts["new_rate"].source == "《指标》，甲〔2020〕1号；待核：公式、出处"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "    numerator: passing",
            "    numerator: pasing",
            "10:5  词条“pass-share”的 numerator 指向没有的“pasing” · "
            "应为：data/indicators 里的词条，或用中文写出来 · 是否想写：passing",
            id="numerator",
        ),
        pytest.param(
            "replaced_by: new-share",
            "replaced_by: newer",
            f"16:5  词条“pass-share”的 replaced_by 指向没有的“newer” · {INDICATORS}",
            id="successor",
        ),
        pytest.param(
            "replaced_by: new-share",
            "replaced_by: tested",
            f"16:5  词条“pass-share”的 replaced_by 指向没有的“tested” · {INDICATORS}",
            id="successor-that-is-a-quantity",
        ),
        pytest.param(
            "document: norm",
            "document: nrm",
            "14:5  词条“pass-share”的 document 指向没有的“nrm” · "
            "应为：data/documents.yml · 是否想写：norm",
            id="document",
        ),
        pytest.param(
            "    since: 2023",
            "    since: 2023\n    replaced_by: pass-share",
            "25:5  “new-share”绕着圈换名 · 应为：换成现在用的那一个",
            id="circle",
        ),
        pytest.param(
            "aliases: [规范合格率]",
            "aliases: [水样达标率]",
            "18:5  “水样达标率”已是词条“pass-share”的名称 · 应为：不同的名称",
            id="name-twice",
        ),
        pytest.param(
            '    denominator: tested\n    unit: "%"\n    better',
            '    unit: "%"\n    better',
            "7:3  numerator 和 denominator 只写了一个 · 应为：两个都写，或都不写",
            id="half-a-formula",
        ),
        pytest.param(
            "    since: 2023",
            "    since: 2023年",
            "24:5  “since”的值“2023年”不对 · 应为：整数，只写数字，如 12",
            id="year",
        ),
        pytest.param(
            "    since: 2023",
            "    method: 核算",
            "17:3  没有写怎样算，或者写了两种 · "
            "应为：分子和分母，或 method，都不知道的写 unsure: [公式]",
            id="two-formulas",
        ),
        pytest.param(
            "    since: 2023",
            "    scale: 100",
            "24:5  单位%已经说明乘以多少 · 应为：不写 scale",
            id="scale-of-a-percentage",
        ),
        pytest.param(
            "    since: 2023",
            "    numer: 甲",
            f"24:5  不认识的键“numer” · {KEYS} · 是否想写：numerator",
            id="key",
        ),
    ],
)
def test_a_mistake_in_the_dictionary_is_reported_at_its_place(
    project: Project, old: str, new: str, expected: str
) -> None:
    project.replace(WATER, old, new)
    assert f"{WATER}:{expected}" in problems(project)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        pytest.param(
            "indicator: pass-share",
            "indicator: pass-shar",
            "14:26  指标词典里没有“pass-shar” · "
            "应为：data/indicators 里的词条，或删去这一行 · 是否想写：pass-share",
            id="refers-to-nothing",
        ),
        pytest.param(
            "indicator: tested, label: 水样, type: count, unit: 份",
            "indicator: tested, label: 水样, type: count, unit: 人",
            "12:3  “samples”的单位是“人”，与词条不同 · 应为：份；口径确实不同的，用 differs 写明",
            id="unit",
        ),
        pytest.param(
            "indicator: pass-share,",
            "indicator: pass-share, better: lower,",
            "14:3  “pass_rate”的 better 与词条不同 · 应为：higher；口径确实不同的，用 differs 写明",
            id="direction",
        ),
        pytest.param(
            "indicator: pass-share,",
            "indicator: pass-share, denominator: passed,",
            "14:3  “pass_rate”的 denominator 是“合格水样”，词条里是“检测水样数” · "
            "应为：写了 indicator: tested 的指标；口径确实不同的，用 differs 写明",
            id="formula",
        ),
        pytest.param(
            "indicator: passing,",
            "indicator: tested,",
            "13:23  词条“tested”已由指标“samples”引用 · 应为：一个词条只给一个指标用",
            id="entry-twice",
        ),
        pytest.param(
            "label: 自筹资金",
            "label: 检测份数",
            "16:3  “检测份数”是指标词典里“tested”的名称 · "
            "应为：写上 indicator: tested，或换一个名称",
            id="name-of-an-entry",
        ),
        pytest.param(
            "label: 自筹资金",
            "differs: 不同, label: 自筹资金",
            "16:9  differs 只和 indicator 一起写 · 应为：indicator: 词条",
            id="differs-from-nothing",
        ),
    ],
)
def test_a_fact_that_contradicts_its_entry_is_reported(
    project: Project, old: str, new: str, expected: str
) -> None:
    project.replace(FACTS, old, new)
    assert f"{FACTS}:{expected}" in problems(project)


def test_a_quotient_that_its_entry_multiplies_is_reported(project: Project) -> None:
    project.replace(
        WATER,
        '    unit: "%"\n    better: higher',
        "    unit: 份\n    scale: 100\n    better: higher",
    )
    project.replace(
        FACTS, "indicator: pass-share, type: rate", "indicator: pass-share, type: quotient"
    )
    said = "“pass_rate”是两数相除，词条里还要乘以100，印出来的数会差100倍"
    assert any(said in problem for problem in problems(project))


def test_a_fact_may_say_in_what_it_differs(project: Project) -> None:
    differs = "indicator: pass-share, differs: 以合格数作分母, denominator: passed,"
    project.replace(FACTS, "indicator: pass-share,", differs)
    assert problems(project) == []
    definition = load(project.root)[0].facts["pass_rate"].definition
    assert definition.startswith("以合格数作分母；官方口径：合格水样数 ÷ ")


def test_while_a_file_is_unread_nothing_is_called_missing(project: Project) -> None:
    project.write("data/documents.yml", "documents: [")
    assert not [problem for problem in problems(project) if "指向没有的" in problem]


def test_an_entry_that_stands_twice_is_refused(project: Project) -> None:
    project.write("data/indicators/other.yml", ENTRIES.replace("topic: 饮水", "topic: 供水"))
    what = "词条“pass-share”重复 · 应为：只在data/indicators/other.yml:7:3写一次"
    assert f"{WATER}:7:3  {what}" in problems(project)


# --- the real dictionary ---


def test_what_nobody_has_checked_is_marked() -> None:
    dictionary = LIBRARY.dictionary
    for entry in dictionary.indicators.values():
        document = dictionary.documents[entry.document]
        seen_formula = document.seen in ("原文", "转载") and dictionary.formula(entry)
        assert seen_formula or "公式" in dictionary.unsure(entry), entry.id


def test_terms_and_dictionary_agree_on_renamed_indicators() -> None:
    dictionary = LIBRARY.dictionary
    by_name = {name: entry for entry in dictionary.indicators.values() for name in entry.names}
    renamed = [entry for entry in dictionary.indicators.values() if entry.replaced_by]
    assert len(renamed) == 5
    for entry in renamed:
        new = dictionary.indicators[entry.replaced_by or ""]
        assert [t.new for t in LIBRARY.terms.terms.values() if entry.name in t.old] == [new.name]
        assert by_name[new.name] is new


def test_both_names_of_a_renamed_indicator_find_its_fact() -> None:
    fact = LIBRARY.facts["hypertension_rate"]
    assert (fact.label, fact.renamed) == ("高血压患者规范管理率", ["高血压患者基层规范管理服务率"])
