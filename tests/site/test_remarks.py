"""What the checks remark on: what reads badly, shows too little, or is asked for in vain."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.site.project_checks import UNFINISHED, check
from tests.support.command import Command
from tests.support.project import OFFICE

if TYPE_CHECKING:
    from tests.support.project import Project

FACTS = "data/facts/common.yml"
ARCHETYPE = "data/archetypes/water-quarter.yml"
WATER = "templates/sections/water.j2"
PLANS = "templates/sections/plans.j2"
ONE_EXAMPLE = (
    f"{ARCHETYPE}:19:1  （提醒）只有1个单位示例"
    " · 应为：两个：一个各项有增有减，一个情形很不相同（下降、为零、没有上期数等）"
)


def told(project: Project) -> list[str]:
    """Return all that the checks say of a project, but that it has one example."""
    report = check(project.root)[1]
    return [str(p) for p in (*report.errors, *report.warnings) if str(p) != ONE_EXAMPLE]


def test_one_example_is_too_few(small: Project) -> None:
    assert list(map(str, check(small.root)[1].warnings)) == [ONE_EXAMPLE]


@pytest.mark.parametrize(
    ("name", "old", "new", "said"),
    [
        pytest.param(
            FACTS,
            "unit: 份, range: [0, 1000], series: [last], hint: 按报告}",
            "range: [0, 1000], series: [last], hint: 按报告}",
            f"{FACTS}:12:24  “水样”没有写单位 · 应为：unit: 人；没有单位的写 unit: 无",
            id="no-unit",
        ),
        pytest.param(
            FACTS,
            "{label: 投入, type: amount, unit: 万元,",
            "{label: 投入, type: amount,",
            f"{FACTS}:29:25  “投入”没有写单位 · 应为：unit: 人；没有单位的写 unit: 无",
            id="no-unit-of-a-field",
        ),
        pytest.param(
            FACTS,
            "label: 自筹资金,",
            "label: 自筹万元,",
            f"{FACTS}:16:9  （提醒）名称以单位结尾，正文会写成“自筹万元12万元”"
            " · 应为：“自筹”一类不带单位的名称",
            id="label-ends-in-its-unit",
        ),
        pytest.param(
            FACTS,
            "range: [0, 1000], required: false, hint: 按账目}",
            "range: [1, 1000], required: false, hint: 按账目}",
            f"{FACTS}:29:84  （提醒）“投入”选填、又不能填零，hint 没有说何时不填"
            " · 应为：写上“没有就不填”，或 range 从0起",
            id="when-to-leave-it-out",
        ),
        pytest.param(
            FACTS,
            "label: 备注, type: text, required: false, hint: 可不填}",
            "label: 备注, type: text, required: false, hint: '可不填\"备注\"'}",
            f'{FACTS}:20:62  半角标点“"”写在汉字旁边 · 应为：全角标点 “”',
            id="half-width-quotes-in-a-hint",
        ),
        pytest.param(
            ARCHETYPE,
            "tips: [提示]",
            "tips: ['先收数,后动笔']",
            f"{ARCHETYPE}:18:12  半角标点“,”写在汉字旁边 · 应为：全角标点 ，",
            id="half-width-comma-in-a-tip",
        ),
        pytest.param(
            OFFICE,
            "title: 人手少",
            "title: 人手少(编制)",
            f"{OFFICE}:25:18  （提醒）半角标点“(”写在汉字旁边 · 应为：全角标点 （",
            id="half-width-in-an-example",
        ),
        pytest.param(
            PLANS,
            "继续做好",
            '继续做好"',
            f'{PLANS}:2:22  正文里直接写了“"” · 应为：全角标点',
            id="half-width-quote-in-a-template",
        ),
        pytest.param(
            PLANS,
            "继续做好",
            "继续认真做好",
            f"{PLANS}:2:20  （提醒）正文里直接写了“认真” · 应为：做到什么程度由数和事实说明",
            id="praise",
        ),
        pytest.param(
            PLANS,
            "继续做好",
            "某县水务站继续做好",
            f"{PLANS}:2:18  模板里写了示例单位的名称“某县水务站” · 应为：单位名称来自指标",
            id="name-of-an-office",
        ),
        pytest.param(
            OFFICE,
            "signed: 2026-04-02",
            "signed: 2026-03-30",
            f"{OFFICE}:10:3  （提醒）“成文日期”是2026年3月30日，2026年第一季度还没有结束"
            " · 应为：时段结束以后的日期；提前写的，正文里写明数据截至哪一天",
            id="signed-within-the-period",
        ),
        pytest.param(
            PLANS,
            "{{ count(towns)|cn }}乡镇的",
            "各乡镇的",
            f"{OFFICE}:1:1  （提醒）“打算”一节一个数也没有"
            " · 应为：引用正文里的数（figure），或写出目标",
            id="plans-without-a-figure",
        ),
        pytest.param(
            OFFICE,
            "title: 人手少",
            "title: 今年人手少",
            f"{OFFICE}:1:1  （提醒）正文写了“今年”，读者不知道是写的那一年还是报的那一年"
            "：今年人手少。 · 应为：写明年份",
            id="a-year-as-one-speaks",
        ),
        pytest.param(
            OFFICE,
            "title: 人手少",
            "title: 比去年人手少",
            f"{OFFICE}:1:1  （提醒）正文写了“去年”，读者不知道是写的那一年还是报的那一年"
            "：比去年人手少。 · 应为：写明年份",
            id="the-year-before-as-one-speaks",
        ),
    ],
)
def test_a_remark(small: Project, name: str, old: str, new: str, said: str) -> None:
    small.replace(name, old, new)
    assert said in told(small)


def test_a_zero_that_no_sentence_says_is_not_called_unused(small: Project) -> None:
    small.replace(WATER, "支出{{ paid }}", "{% if not zero(paid) %}支出{{ paid }}{% endif %}")
    small.replace(
        OFFICE, "paid: {now: 1518.20, last: 1236.11, plan: 1500}", "paid: {now: 0, plan: 5}"
    )
    (found,) = [line for line in told(small) if "本期是零" in line]
    assert "“支出”（paid）本期是零，文中没有写出来 · 应为：按目前填写的内容" in found
    assert "零也要写一句，如 {{ told(paid, '…', '没有…') }}" in found


def test_no_unit_may_be_meant(small: Project) -> None:
    small.replace(
        FACTS, "type: count, unit: 份, range: [0, 1000]", "type: count, unit: 无, range: [0, 9999]"
    )
    library = check(small.root)[0]
    assert told(small) == []
    assert library.facts["samples"].unit == ""


def test_a_last_period_that_no_text_reads_is_asked_for_in_vain(small: Project) -> None:
    small.replace(
        FACTS,
        "unit: 万元, range: [0, 1000], hint: 按账目}\n  funds",
        "unit: 万元, range: [0, 1000], series: [last], hint: 按账目}\n  funds",
    )
    small.replace(OFFICE, "  own: 15\n", "  own: {now: 15, last: 12}\n")
    said = f"{FACTS}:16:64  （提醒）“自筹资金”要填上期，没有一句写到它"
    assert told(small) == [f"{said} · 应为：模板里写 compared(own)，或从 series 里删去 last"]
    small.replace(
        WATER,
        "共筹资",
        "自筹{{ own }}{% if known(own.last) %}，{{ against(own) }}{% endif %}。共筹资",
    )
    assert told(small) == []


def test_growth_of_a_small_count_is_meant_or_left_out(small: Project) -> None:
    small.replace(
        WATER,
        "检测{{ samples }}，合格",
        "检测{{ samples }}{% if known(samples.last) %}，{{ growth(samples) }}{% endif %}，合格",
    )
    small.replace(OFFICE, "samples: {now: 214, last: 200}", "samples: {now: 12, last: 9}")
    small.replace(OFFICE, "passed: {now: 92, last: 90}", "passed: {now: 6, last: 5}")
    said = f"{FACTS}:12:3  （提醒）“水样”的数很小，示例 first 写了增长百分之几"
    assert f"{said} · 应为：growth: false（只写差额）；就是要写百分比的，写明 growth: true" in told(
        small
    )
    small.replace(FACTS, "label: 水样, type: count,", "label: 水样, type: count, growth: true,")
    assert not any("growth" in line for line in told(small))


def test_a_section_that_no_example_writes(small: Project) -> None:
    small.replace(OFFICE, "facts:\n", "without: [plans]\nfacts:\n")
    said = "data/sections/plans.yml:1:1  （提醒）没有示例写到这个片段 · 应为：至少一个示例有这一节"
    assert told(small) == [said]


def test_a_second_example_is_another_case(small: Project) -> None:
    small.replace(ARCHETYPE, "examples: [first]", "examples: [first, second]")
    small.write("data/offices/second.yml", small.read(OFFICE).replace("name: 某县", "name: 别县"))
    said = "data/offices/second.yml:1:1  （提醒）有6个数与示例 first 相同，共6个"
    assert [line.partition(" · ")[0] for line in told(small)] == [said]


def test_remarks_stop_only_what_is_to_be_taken_in(
    small: Project, capsys: pytest.CaptureFixture[str]
) -> None:
    command = Command(small, capsys)
    done = command("check")
    assert (done.status, done.err) == (0, f"{ONE_EXAMPLE}\n")
    assert done.out.endswith("另有1处提醒，不妨碍生成，收进项目之前逐条改掉。\n")
    strict = command("check", "--strict")
    assert (strict.status, strict.out) == (1, "")
    assert strict.err == f"{ONE_EXAMPLE}\n共1处提醒，收进项目之前逐条改掉。\n"


def test_a_rate_above_its_range_may_be_allowed_more(small: Project) -> None:
    small.replace(FACTS, "series: [last], part_of: samples, hint", "series: [last], hint")
    small.replace(OFFICE, "passed: {now: 92, last: 90}", "passed: {now: 230, last: 90}")
    (said,) = told(small)
    what = "“合格率”算得107.48%（230 ÷ 214 = 107.48%），超出合理范围"
    expected = f"0到100，核对分子和分母；本来就会超出的，用{FACTS}:14:3的 range 放宽"
    assert said == f"{OFFICE}:15:12  {what} · 应为：{expected}"


def test_each_fact_is_tried_left_out(small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    early = "的工作，{% if known(started) %}早日开工{% endif %}。"
    small.replace(PLANS, "的工作。", early)
    small.replace(FACTS, "    at_least: 1\n", "")
    command = Command(small, capsys)
    assert "没有填" not in command("check").err
    said = command("check", "--strict").err
    what = "“开始日期”（started）没有填时，正文标点重复：续做好两个乡镇的工作，。"
    expected = "应为：用到它的句子放在 {% if known(started) %} 里，句子缺了它也通"
    assert f"{OFFICE}:1:1  （提醒）{what} · {expected}\n" in said


def test_each_list_is_tried_empty(small: Project, capsys: pytest.CaptureFixture[str]) -> None:
    small.replace(FACTS, "    at_least: 1\n", "")
    before = "{% if many(towns) %}各乡镇{% endif %}，继续"
    small.replace(PLANS, "继续", before)
    said = Command(small, capsys)("check", "--strict").err
    assert "“乡镇”（towns）是空的时，正文标点重复：" not in said
    small.replace(PLANS, before, "在{{ period }}、{% if some(towns) %}各乡镇{% endif %}，继续")
    said = Command(small, capsys)("check", "--strict").err
    assert "“乡镇”（towns）是空的时，正文标点重复：" in said
    assert "应为：用到它的句子放在 {% if some(towns) %} 里，句子缺了它也通" in said


def test_a_mistake_in_a_page_hides_no_mistake_in_an_example(small: Project) -> None:
    small.replace("docs/index.md", "# ", "[x](nosuch.md)\n\n# ")
    small.replace(OFFICE, "name: 某县\n", "")
    report = check(small.root)[1]
    assert [problem.place.file for problem in report.errors] == [OFFICE, "docs/index.md"]
    assert report.unfinished == ""
    small.replace(FACTS, "type: text, hint: 全称}\n  work", "type: txt, hint: 全称}\n  work")
    assert check(small.root)[1].unfinished == UNFINISHED
