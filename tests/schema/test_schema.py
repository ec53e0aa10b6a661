"""The shape of data files: what each kind of file must hold, and the place of what it lacks."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.schema.archetypes import Archetype, Section
from macros.schema.vocabulary import FactSpec, VocabularyFile
from macros.source.model import load_model
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml

SECTION = """\
name: 监测
role: 数据
summary: 摘要
items: [监测]
annotation:
  content: 内容
  motive: 动机
  form: 形式
  mistakes:
    - {wrong: 误, right: 正, why: 因}
"""
ARCHETYPE = """\
title: 水质季度总结
short: 水质季报
writer: 办公室
reader: 上级
period: quarter
length: [10, 2000]
when: 季后
form: detailed
aliases: [饮水季报]
sections:
  - {use: water}
  - heading: 打算
    sections: [{use: plans, optional: true}]
faults:
  - {wrong: 甲, mended: 乙}
tips: [提示]
examples: [first]
version: 1.0.0
history:
  - {version: 1.0.0, date: 2026-11-23, change: 首次发布}
office: 县局
topics: [改厕改水]
"""


def facts_file(fact: str) -> str:
    return f"topic: 通用\nfacts:\n  x: {fact}\n"


def fact(written: str) -> FactSpec:
    """Return the fact that a line of a vocabulary file declares."""
    report = Report()
    node = parse_yaml(facts_file(written), "f.yml", report)
    assert node
    loaded = load_model(VocabularyFile, node, report)
    assert loaded, report.errors
    return loaded.facts["x"]


def problems(model: type[VocabularyFile | Section | Archetype], text: str) -> list[str]:
    report = Report()
    node = parse_yaml(text, "f.yml", report)
    assert node, report.errors
    extra = {} if model is VocabularyFile else {"id": "water"}
    assert load_model(model, node, report, **extra) is None
    return [str(problem).removeprefix("f.yml:") for problem in report.errors]


# --- facts ---


def test_a_fact_has_its_defaults() -> None:
    paid = fact("{label: 支出, type: amount, unit: 万元, range: [0, 100], hint: 按账目}")
    assert (paid.id, paid.topic, paid.places, paid.required) == ("x", "通用", 2, True)
    assert paid.range == (Decimal(0), Decimal(100))
    assert (paid.series, paid.approx, paid.computed, paid.sources) == ([], False, False, [])


def test_a_count_has_no_decimals() -> None:
    assert fact("{label: 人, type: count, range: [0, 9], hint: 甲}").places == 0


def test_a_rate_is_a_percentage_unless_it_says_so() -> None:
    rate = fact("{label: 率, type: rate, numerator: a, denominator: b, hint: 计算}")
    assert (rate.unit, rate.range) == ("%", (Decimal(0), Decimal(100)))
    assert (rate.computed, rate.sources) == (True, ["a", "b"])
    other = fact("{label: 率, type: rate, unit: ‰, numerator: a, denominator: b, hint: 计算}")
    assert (other.unit, other.range) == ("‰", (Decimal(0), Decimal(1000)))


def test_a_rate_in_100000_rises_rather_than_improves() -> None:
    rate = fact("{label: 率, type: rate, unit: 1/10万, numerator: a, denominator: b, hint: 计算}")
    assert (rate.range, rate.better) == ((Decimal(0), Decimal(100000)), "lower")
    better = "unit: 1/10万, better: higher"
    rate = fact(f"{{label: 率, type: rate, {better}, numerator: a, denominator: b, hint: 计算}}")
    assert rate.better == "higher"


def test_a_quotient_has_any_unit_and_needs_no_range() -> None:
    stay = fact(
        "{label: 平均住院日, type: quotient, unit: 日, numerator: a, denominator: b, hint: 甲}"
    )
    widest = Decimal(999999999999999)
    assert (stay.unit, stay.range, stay.places) == ("日", (-widest, widest), 2)
    assert (stay.computed, stay.citable, stay.sources) == (True, True, ["a", "b"])


OPTIONAL = "{label: 钱, type: text, hint: 乙, required: false}"


@pytest.mark.parametrize(
    ("fields", "short"),
    [
        ("name: {label: 名, type: text, hint: 乙}", "name"),
        ("name: {label: 名, type: text, hint: 乙, required: false}", "name"),
        (f"a: {OPTIONAL}, name: {{label: 名, type: text, hint: 乙}}", "name"),
        ("a: {label: 名, type: text, hint: 乙}, b: {label: 钱, type: text, hint: 乙}", ""),
    ],
)
def test_a_record_is_short_where_one_field_is_needed(fields: str, short: str) -> None:
    assert fact(f"{{label: 乡镇, type: list, hint: 甲, fields: {{{fields}}}}}").short_field == short


def test_a_sum_needs_no_range() -> None:
    funds = fact("{label: 总资金, type: amount, unit: 元, sum_of: [a, b], hint: 计算}")
    assert (funds.computed, funds.sources) == (True, ["a", "b"])


COMPUTED = {
    "sum_of: [a, b], unit: 元, type: amount": "由各项相加",
    "numerator: a, denominator: b, type: rate": "由分子和分母算出",
    "numerator: a, denominator: b, unit: 日, type: quotient": "由分子和分母算出",
}


@pytest.mark.parametrize("written", COMPUTED)
def test_a_computed_fact_needs_no_hint(written: str) -> None:
    assert fact(f"{{label: 甲, {written}}}").hint == COMPUTED[written]
    assert fact(f"{{label: 甲, {written}, hint: 乙}}").hint == "乙"


def test_what_is_entered_needs_a_hint() -> None:
    told = problems(VocabularyFile, facts_file("{label: 甲, type: text}"))
    assert told == ["3:3  缺少“hint” · 应为：写上“hint: …”"]


def test_a_list_has_a_record() -> None:
    towns = fact(
        "{label: 乡镇, type: list, hint: 甲, fields: {name: {label: 名, type: text, hint: 乙}}}"
    )
    assert list(towns.record) == ["name"]
    assert fact("{label: 甲, type: text, hint: 乙}").record == {}


TYPES = "text、count、amount、decimal、rate、quotient、date、period、choice、list"
PAIR = "方括号里两个数，如 [0, 100]"
KEYS = (
    "label、hint、type、unit、decimals、range、options、required、approx、to_day、in_period、part_of、definition、source、"
    "series、aliases、growth、better、additive、apart_from、at_most、line、mean、not_before、numerator、denominator、sum_of、"
    "at_least、fields、was、indicator、unrelated、differs、largest_first、covered_by、folded、"
    "sought、sought_by、per、judged_by、stated_by、sample_of"
)
FIELDS = "应为：fields:，下面每行一个字段，如 name: {label: 名称, type: text, hint: 全称}"
DECIMAL = "应为：数，只写数字，如 12 或 12.5"
WHOLE = "应为：整数，只写数字，如 12"
FACT_ID = "应为：小写英文字母、数字和下划线，字母开头"
BAD_FACTS = [
    ("type: text, lable: 甲", f"38  不认识的键“lable” · 应为：{KEYS} · 是否想写：label"),
    ("type: txt", f"26  “type”的值“txt”不对 · 应为：{TYPES} · 是否想写：text"),
    ("unit: 人", "3  缺少“type” · 应为：写上“type: …”"),
    ("type: text, unit: [人]", "38  “unit”的值不对 · 应为：一段文字"),
    ("type: count", "3  count 类型缺少“range” · 应为：range: [0, 1000]"),
    ("type: text, range: [0, 1]", "3  text 类型不用“range”"),
    ("type: count, range: [1, 0]", "3  range 的下限应小于上限"),
    ("type: count, range: [1, 1]", "3  range 的下限应小于上限"),
    ("type: count, range: [0, x]", f"50  “range”的值“x”不对 · {DECIMAL}"),
    ("type: count, range: 5", f"39  “range”的值“5”不对 · 应为：{PAIR}"),
    ("type: count, range: [0, 1], decimals: 7", "54  “decimals”的值“7”不对 · 应为：不大于6"),
    ("type: count, range: [0, 1], decimals: -1", "54  “decimals”的值“-1”不对 · 应为：不小于0"),
    ("type: count, range: [0, 1], decimals: x", f"54  “decimals”的值“x”不对 · {WHOLE}"),
    ("type: choice", "3  choice 类型缺少“options” · 应为：options: [甲, 乙]"),
    ("type: choice, options: [a]", "40  “options”的值不对 · 应为：至少2项"),
    ("type: choice, options: [a, '']", "53  “options”的值不对 · 应为：不是空的"),
    ("type: text, options: [a, b]", "3  text 类型不用“options”"),
    ("type: rate", "3  rate 类型缺少“numerator” · 应为：numerator: 分子的指标"),
    ("type: rate, numerator: a", "3  rate 类型缺少“denominator” · 应为：denominator: 分母的指标"),
    ("type: text, numerator: a", "3  text 类型不用“numerator”"),
    (
        "type: list",
        f"3  list 类型缺少“fields” · {FIELDS}",
    ),
    (
        "type: count, range: [0, 1], decimals: 0",
        "3  count 是整数，不写“decimals” · 应为：删去，或改用 amount、decimal",
    ),
    ("type: text, fields: {}", "3  text 类型不用“fields”"),
    (
        "type: list, folded: [b], fields: {a: {label: 丙, type: text, hint: 丁}}",
        "3  folded 里的“b”不是可不填的栏 · 应为：fields 里 required: false 的栏",
    ),
    (
        "type: list, folded: [a], fields: {a: {label: 丙, type: text, hint: 丁}}",
        "3  folded 里的“a”不是可不填的栏 · 应为：fields 里 required: false 的栏",
    ),
    ("type: text, series: [last]", "3  series 只用于直接填报的数，概数、合计和比率不写"),
    ("type: text, series: [next]", "47  “series”的值“next”不对 · 应为：last、plan"),
    ("type: amount, sum_of: [a]", "40  “sum_of”的值不对 · 应为：至少2项"),
    ("type: amount, sum_of: a", "40  “sum_of”的值“a”不对 · 应为：列表，每行以“- ”开头"),
    ("type: text, required: maybe", "38  “required”的值“maybe”不对 · 应为：true 或 false"),
    *(
        (f"type: amount, range: [0, 1], decimals: {n}", f"55  “decimals”的值“{n}”不对 · {WHOLE}")
        for n in ("0_0", "1_0", "1.0", "+1", "01", "0x1", "1e0", "１", "9" * 16)
    ),
    *(
        (f"type: count, range: [0, {n}]", f"50  “range”的值“{n}”不对 · {DECIMAL}")
        for n in ("1_0", "1e3", ".5", "+1", "01", "nan", "inf", "１", "9" * 16)
    ),
    ("type: count, range: [0, []]", f"50  “range”的值不对 · {DECIMAL}"),
    ("type: count, range: [0]", f"39  “range”的值不对 · 应为：{PAIR}"),
    ("type: count, range: [0, 1, 2]", f"39  “range”的值不对 · 应为：{PAIR}"),
    ("type: amount, range: [0, 1], decimals: []", f"55  “decimals”的值不对 · {WHOLE}"),
    ("type: text, required: []", "38  “required”的值不对 · 应为：true 或 false"),
    ("type: text, id: y", f"38  不认识的键“id” · 应为：{KEYS}"),
    ("type: text, topic: 甲", f"38  不认识的键“topic” · 应为：{KEYS}"),
    ("type: text, part_of: A", f"38  “part_of”的值“A”不对 · {FACT_ID}"),
]


@pytest.mark.parametrize(("written", "expected"), BAD_FACTS)
def test_a_bad_fact_is_refused_at_its_place(written: str, expected: str) -> None:
    text = facts_file(f"{{label: 甲, hint: 乙, {written}}}")
    assert problems(VocabularyFile, text) == [f"3:{expected}"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("topic: 甲\n", "1:1  缺少“facts” · 应为：写上“facts: …”"),
        (facts_file("单位"), "3:3  “x”的值“单位”不对 · 应为：“键: 值”"),
        (facts_file("{label: '', hint: 乙, type: text}"), "3:7  “label”的值不对 · 应为：不是空的"),
        ("topic: 甲\nfacts: {}\n", "2:1  “facts”的值不对 · 应为：至少1项"),
        ("topic: 甲\nfacts: x\n", "2:1  “facts”的值“x”不对 · 应为：“键: 值”"),
        (
            "topic: 甲\nfacts:\n  Org: {label: 甲, type: text, hint: 乙}\n",
            f"3:3  名称“Org”不规范 · {FACT_ID}",
        ),
        (
            "topic: 甲\nfacts:\n  lab-able: {label: 甲, type: text, hint: 乙}\n",
            f"3:3  名称“lab-able”不规范 · {FACT_ID}",
        ),
        (
            facts_file(
                "{label: 甲, type: list, hint: 乙,"
                " fields: {a: {label: 丙, type: text, hint: 丁, series: [last]}}}"
            ),
            f"3:82  不认识的键“series” · 应为：{KEYS.partition('、series')[0]}",
        ),
    ],
)
def test_a_bad_facts_file_is_refused(text: str, expected: str) -> None:
    assert problems(VocabularyFile, text) == [expected]


# --- sections and archetypes ---


def changed(text: str, old: str, new: str) -> str:
    assert text.count(old) == 1
    return text.replace(old, new)


def test_a_whole_section_and_archetype_are_read() -> None:
    report = Report()
    for model, text in ((Section, SECTION), (Archetype, ARCHETYPE)):
        node = parse_yaml(text, "f.yml", report)
        assert node
        assert load_model(model, node, report, id="water")
    assert not report.errors


def test_the_entries_of_an_archetype_are_those_that_use_a_section() -> None:
    report = Report()
    node = parse_yaml(ARCHETYPE, "f.yml", report)
    archetype = node and load_model(Archetype, node, report, id="water")
    assert archetype
    assert [entry.use for entry in archetype.entries] == ["water", "plans"]


SECTION_KEYS = (
    "应为：name、heading、overview、role、summary、items、retired、aliases、annotation、was"
)
ROLES = "依据、做法、数据、成效、问题、打算"
PERIODS = "应为：year、half-year、quarter、term"
SLUG = "应为：小写英文字母、数字和连接符，字母开头"
VERSION = "应为：三段数字，如 1.0.0"
A_DATE = "应为：日期，如 2026-03-31"
KIND = "每项写 use（一个片段）或 heading 加 sections（一组片段）"


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("role: 数据", "role: 效果", f"2:1  “role”的值“效果”不对 · 应为：{ROLES}"),
        ("  motive: 动机\n", "", "5:1  缺少“motive” · 应为：写上“motive: …”"),
        (
            "\n    - {wrong: 误, right: 正, why: 因}\n",
            " []",
            "9:3  “mistakes”的值不对 · 应为：至少1项",
        ),
        ("right: 正, ", "", "10:7  缺少“right” · 应为：写上“right: …”"),
        ("name: 监测", "name: [监测]", "1:1  “name”的值不对 · 应为：一段文字"),
        (
            "name: 监测",
            "names: 监测",
            f"1:1  不认识的键“names” · {SECTION_KEYS} · 是否想写：name",
        ),
        ("name: 监测", "id: water\nname: 监测", f"1:1  不认识的键“id” · {SECTION_KEYS}"),
    ],
)
def test_a_bad_section_is_refused(old: str, new: str, expected: str) -> None:
    assert expected in problems(Section, changed(SECTION, old, new))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("period: quarter", "period: month", f"5:1  “period”的值“month”不对 · {PERIODS}"),
        ("topics: [改厕改水]", "topics: []", "22:1  “topics”的值不对 · 应为：至少1项"),
        ("form: detailed", "form: long", "8:1  “form”的值“long”不对 · 应为：brief、detailed"),
        ("period: quarter", "periods: [year, month]", "5:17  “periods”的值“month”不对"),
        ("period: quarter", "periods: []", "5:1  “periods”的值不对 · 应为：至少1项"),
        ("period: quarter", "periods: [year, year]", "5:1  同一种时段写了两次"),
        ("period: quarter\n", "", "1:1  缺少“period” · 应为：写上“period: …”"),
        ("length: [10, 2000]", "length: 2000", f"6:1  “length”的值“2000”不对 · 应为：{PAIR}"),
        ("[10, 2000]", "[x, 2000]", "6:10  “length”的值“x”不对 · 应为：整数"),
        ("[10, 2000]", "{quarter: [9, 9]}", "6:1  length 的下限不小于上限 · 应为：[下限, 上限]"),
        ("[10, 2000]", "{quarter: 9}", f"6:10  “quarter”的值“9”不对 · 应为：{PAIR}"),
        ("[10, 2000]", "{year: [1, 2]}", "6:1  “length”的时段与 periods 不一致 · 应为：quarter"),
        ("when: 季后", "when: {quarter: 季后, year: 年末}", "7:1  “when”的时段与 periods 不一致"),
        ("  - {use: water}", "  - {use: water, sections: [{use: b}]}", f"11:5  {KIND}"),
        ("  - {use: water}", "  - {heading: 甲}", f"11:5  {KIND}"),
        ("  - heading: 打算\n    sections", "  - sections", "12:5  一组片段缺少“heading”"),
        ("  - {use: water}", "  - {use: Water}", f"11:6  “use”的值“Water”不对 · {SLUG}"),
        ("aliases: [饮水季报]", "aliases: []", "9:1  “aliases”的值不对 · 应为：至少1项"),
        (
            "version: 1.0.0\nhistory",
            "version: 1.0\nhistory",
            f"18:1  “version”的值“1.0”不对 · {VERSION}",
        ),
        ("date: 2026-11-23", "date: 2026-13-01", f"20:22  “date”的值“2026-13-01”不对 · {A_DATE}"),
        ("date: 2026-11-23", "date: 昨天", f"20:22  “date”的值“昨天”不对 · {A_DATE}"),
        ("date: 2026-11-23", "date: 20261123", f"20:22  “date”的值“20261123”不对 · {A_DATE}"),
        ("date: 2026-11-23", "date: [1]", f"20:22  “date”的值不对 · {A_DATE}"),
        (
            "date: 2026-11-23",
            "date: 2026-11-23T00:00:00",
            f"20:22  “date”的值“2026-11-23T00:00:00”不对 · {A_DATE}",
        ),
        ("length: [10, 2000]", "length: [1_0, 20]", f"6:10  “length”的值“1_0”不对 · {WHOLE}"),
        ("title: 水质", "id: water\ntitle: 水质", "1:1  不认识的键“id” · 应为：title、short"),
        (
            "version: 1.0.0\nhistory",
            "version: １.0.0\nhistory",
            f"18:1  “version”的值“１.0.0”不对 · {VERSION}",
        ),
        ("tips: [提示]\n", "", "1:1  缺少“tips” · 应为：写上“tips: …”"),
        (
            "mended: 乙",
            "mend: 乙",
            "15:16  不认识的键“mend” · 应为：wrong、mended · 是否想写",
        ),
    ],
)
def test_a_bad_archetype_is_refused(old: str, new: str, expected: str) -> None:
    found = problems(Archetype, changed(ARCHETYPE, old, new))
    assert any(problem.startswith(expected) for problem in found)


def test_an_archetype_of_several_periods_says_what_differs_by_period() -> None:
    text = changed(ARCHETYPE, "period: quarter", "periods: [quarter, year]")
    text = changed(text, "[10, 2000]", "{year: [30, 40], quarter: [10, 20]}")
    node = parse_yaml(text, "f.yml", Report())
    archetype = node and load_model(Archetype, node, Report(), id="water")
    assert archetype
    assert archetype.lengths == {"quarter": (10, 20), "year": (30, 40)}
    assert archetype.length_words == ["季度：10～20字", "年度：30～40字"]
    assert (archetype.when_words, archetype.span) == (["季后"], "10～40字")
    assert archetype.period_words == "季度、年度"


def test_every_mistake_of_a_file_is_reported() -> None:
    text = changed(changed(SECTION, "role: 数据", "role: x"), "summary: 摘要\n", "")
    assert len(problems(Section, text)) == 2
