"""What an office may write for each type of fact, and what is reported when it may not."""

from __future__ import annotations

import contextlib
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.facts.entries import MAX_TEXT, EntryError, Number, parse
from macros.facts.entry_reader import EntryReader
from macros.figures.periods import Day, Period
from macros.schema.fact_types import FACT_TYPES
from macros.schema.vocabulary import FactSpec
from macros.source.encoding import FORBIDDEN
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml


def spec(**keys: Any) -> FactSpec:
    """Return a fact as the vocabulary declares it, with a range that nothing is out of."""
    is_number = FACT_TYPES[keys["type"]].number
    numbers = {"range": ["-" + "9" * 15, "9" * 15]} if is_number else {}
    return FactSpec.model_validate(
        {"id": "x", "topic": "甲", "label": "甲", "hint": "乙", **numbers, **keys}
    )


COUNT = spec(type="count", unit="人", range=["0", "10000"])
AMOUNT = spec(type="amount", unit="万元", range=["-1000", "999999999999999"])
ROUGH = spec(type="count", unit="人", approx="true")
EXACT = spec(type="decimal", decimals="6")
RATE = spec(type="rate", numerator="a", denominator="b", unit="‰")
TEXT = spec(type="text")
CHOICE = spec(type="choice", options=["县级", "市级"])
DATE = spec(type="date")
TO_DAY = spec(type="date", to_day="true")
PERIOD = spec(type="period")


@pytest.mark.parametrize(
    ("written", "fact", "entry"),
    [
        pytest.param("0", COUNT, Number(Decimal(0)), id="zero"),
        pytest.param("10000", COUNT, Number(Decimal(10000)), id="highest"),
        pytest.param("-1000.00", AMOUNT, Number(Decimal("-1000.00")), id="negative"),
        pytest.param("999999999999999", AMOUNT, Number(Decimal(999999999999999)), id="15-digits"),
        pytest.param("0.000001", EXACT, Number(Decimal("0.000001")), id="6-decimals"),
        pytest.param("540余", ROUGH, Number(Decimal(540), over="余"), id="over"),
        pytest.param("近30", ROUGH, Number(Decimal(30), near="近"), id="near"),
        pytest.param("约30", ROUGH, Number(Decimal(30), near="约"), id="about"),
        pytest.param("540", ROUGH, Number(Decimal(540)), id="exact-after-all"),
        pytest.param("百余", ROUGH, "百余", id="in-words"),
        pytest.param("98.6", RATE, Number(Decimal("98.6")), id="rate"),
        pytest.param("0571", TEXT, "0571", id="area-code"),
        pytest.param("8:30", TEXT, "8:30", id="time"),
        pytest.param("440101199001011234", TEXT, "440101199001011234", id="18-digits"),
        pytest.param("{{ 7*7 }} {% raw %}", TEXT, "{{ 7*7 }} {% raw %}", id="jinja"),
        pytest.param("<script>", TEXT, "<script>", id="markup"),
        pytest.param("  甲 ", TEXT, "甲", id="white-space-around"),
        pytest.param("某县\n\n# 标题", TEXT, "某县# 标题", id="line-end-between-han"),
        pytest.param("first\nsecond", TEXT, "first second", id="line-end-between-words"),
        pytest.param("甲\nsecond", TEXT, "甲second", id="line-end-after-han"),
        pytest.param("first\n乙", TEXT, "first乙", id="line-end-before-han"),
        pytest.param(
            "甲\r\n乙\u2028丙\u2029丁\x85戊\r己", TEXT, "甲乙丙丁戊己", id="other-line-ends"
        ),
        pytest.param("甲" * MAX_TEXT, TEXT, "甲" * MAX_TEXT, id="longest"),
        pytest.param("县级", CHOICE, "县级", id="option"),
        pytest.param("2013-03-31", DATE, Day(2013, 3, 31), id="day"),
        pytest.param("2013-03", DATE, Day(2013, 3), id="month"),
        pytest.param("2026Q1", PERIOD, Period(2026, "quarter", 1), id="quarter"),
    ],
)
def test_an_entry_means_what_was_written(written: str, fact: FactSpec, entry: object) -> None:
    assert parse(written, fact) == entry


def test_a_number_keeps_its_zeros() -> None:
    value = parse("1518.20", AMOUNT)
    assert isinstance(value, Number)
    assert str(value.value) == "1518.20"


PLAIN_DIGITS = "阿拉伯数字写的整数，如 12"
ANY_DIGITS = "阿拉伯数字，如 12 或 12.5"
LONG = "9" * 5000
TOO_LONG = "至多15位的数；证件号、账号不是数，不能填在这里"
A_DAY = "存在的日期，如 2026-03-31，或月份，如 2026-03"


@pytest.mark.parametrize(
    ("written", "fact", "what", "expected"),
    [
        ("1,000", COUNT, "“1,000”不是数", "不带千分位逗号，如 1234"),
        ("1_000", COUNT, "“1_000”不是数", PLAIN_DIGITS),
        ("1e3", COUNT, "“1e3”不是数", PLAIN_DIGITS),
        ("0x1F", COUNT, "“0x1F”不是数", PLAIN_DIGITS),
        (".nan", COUNT, "“.nan”不是数", "只写数字，单位由指标决定"),
        (".inf", COUNT, "“.inf”不是数", "只写数字，单位由指标决定"),
        ("nan", COUNT, "“nan”不是数", PLAIN_DIGITS),
        ("十二", COUNT, "“十二”不是数", PLAIN_DIGITS),
        ("yes", COUNT, "“yes”不是数", PLAIN_DIGITS),
        ("8:30", COUNT, "“8:30”不是数", PLAIN_DIGITS),
        ("+5", COUNT, "“+5”不是数", PLAIN_DIGITS),
        ("5.", COUNT, "“5.”不是数", PLAIN_DIGITS),
        (".5", COUNT, "“.5”不是数", PLAIN_DIGITS),
        ("- 5", COUNT, "“- 5”不是数", PLAIN_DIGITS),
        ("0571", COUNT, "“0571”不是数", "不以0开头；区号、编号不是数，不能填在这里"),
        ("12人", COUNT, "“12人”不是数", "只写数字，单位由指标决定"),
        ("98.6%", COUNT, "“98.6%”的单位不是“人”", "以“人”为单位的数，只写数字"),
        ("近30万元", COUNT, "“近30万元”的单位不是“人”", "以“人”为单位的数，只写数字"),
        ("１２", COUNT, "“１２”不是数", "半角数字，如 12"),
        ("－5", COUNT, "“－5”不是数", "半角数字，如 12"),
        ("—", COUNT, "“—”不是数", "没有就留空，是零就写 0"),
        ("无", AMOUNT, "“无”不是数", "没有就留空，是零就写 0"),
        ("440101199001011234", COUNT, "“440101199001011234”不是数", TOO_LONG),
        (LONG, COUNT, f"“{'9' * 20}……”（共5000个字符）不是数", TOO_LONG),
        ("1234567890123456.5", EXACT, "“1234567890123456.5”不是数", ANY_DIGITS),
        ("540余", COUNT, "“540余”是概数", "确切的数（这个指标要参与计算）"),
        ("百余", COUNT, "“百余”是概数", "确切的数（这个指标要参与计算）"),
        ("1001", RATE, "“1001”超出合理范围", "0到1000（‰）"),
        ("50多", COUNT, "“50多”是概数", "确切的数（这个指标要参与计算）"),
        ("50多", ROUGH, "“50多”是概数", "写成“50余”，或填确切的数"),
        ("540+", ROUGH, "“540+”是概数", "写成“540余”，或填确切的数"),
        ("50人左右", ROUGH, "“50人左右”是概数", "写成“约50”，或填确切的数"),
        ("50左右", ROUGH, "“50左右”是概数", "写成“约50”，或填确切的数"),
        ("约30余", ROUGH, "“约30余”重复表示概数", "“约”和“余”只用一个"),
        ("近30余", ROUGH, "“近30余”重复表示概数", "“近”和“余”只用一个"),
        ("12.5", COUNT, "“12.5”有1位小数", "整数"),
        ("1.234", AMOUNT, "“1.234”有3位小数", "至多2位小数"),
        ("10001", COUNT, "“10001”超出合理范围", "0到10000（人）"),
        ("-1", COUNT, "“-1”超出合理范围", "0到10000（人）"),
        ("乡级", CHOICE, "“乡级”不在选项中", "县级、市级"),
        ("2025-02-30", DATE, "读不懂“2025-02-30”", A_DAY),
        ("2025-13-01", DATE, "读不懂“2025-13-01”", A_DAY),
        ("2025年3月", DATE, "读不懂“2025年3月”", A_DAY),
        ("2026-03", TO_DAY, "“2026-03”只写到月", "写到日，如 2026-03-31"),
        ("3月", TO_DAY, "读不懂“3月”", "存在的日期，如 2026-03-31"),
        ("2026Q5", PERIOD, "读不懂“2026Q5”", "2026Q1、2026H1、2026 或 2025-2026T2"),
        ("做了工作。", TEXT, "文字以“。”结尾", "不带末尾标点，标点由正文加"),
        ("甲、", TEXT, "文字以“、”结尾", "不带末尾标点，标点由正文加"),
        ("。甲", TEXT, "文字以“。”开头", "不带开头的标点，标点由正文加"),
        ("按照《》", TEXT, "文字里有空的“《》”", "在里面写上内容，或删去它"),
        ("null", TEXT, "“null”是空值", "没有就留空"),
        ("一、甲", TEXT, "文字以序数“一、”开头", "不带序数，序数由正文加"),
        ("（十二）甲", TEXT, "文字以序数“（十二）”开头", "不带序数，序数由正文加"),
        ("1.甲", TEXT, "文字以序数“1.”开头", "不带序数，序数由正文加"),
        ("③甲", TEXT, "文字以序数“③”开头", "不带序数，序数由正文加"),
        ("甲" * 2001, TEXT, "文字有2001个字", "至多2000个字"),
    ],
)
def test_what_cannot_be_meant_is_refused(
    written: str, fact: FactSpec, what: str, expected: str
) -> None:
    with pytest.raises(EntryError) as refusal:
        parse(written, fact)
    assert (refusal.value.what, refusal.value.expected) == (what, expected)


@given(st.decimals(0, 10**14, places=6).map(lambda number: f"{number:f}"))
def test_every_number_prints_as_it_was_written(written: str) -> None:
    number = parse(written, EXACT)
    assert isinstance(number, Number)
    assert f"{number.value:f}" == written


@given(st.text().filter(lambda text: not FORBIDDEN.search(text)))
def test_any_string_is_refused_or_read_as_one_line(written: str) -> None:
    for fact in (COUNT, AMOUNT, ROUGH, TEXT, CHOICE, DATE, PERIOD):
        entry: object = None
        with contextlib.suppress(EntryError):
            entry = parse(written, fact)
        assert not isinstance(entry, str) or len(entry.splitlines()) <= 1


# --- a whole file ---

SERIES = spec(id="paid", label="支出", type="amount", unit="万元", series=["last", "plan"])
CITED = {"type": "figure", "label": "佐证", "hint": "丙", "required": "false"}
NAME = {"type": "text", "label": "名称", "hint": "丙"}
ROWS = spec(
    id="problems", label="问题", type="list", at_least="1", fields={"title": NAME, "figure": CITED}
)
NAMES = spec(id="basis", label="依据", type="list", fields={"name": NAME})
TOTAL = spec(id="funds", label="总资金", type="amount", sum_of=["above", "own"])
OTHER = spec(id="other", label="别的", type="text")
SHARE = spec(id="share", label="占比", type="rate", numerator="paid", denominator="paid")
EVERY = {fact.id: fact for fact in (SERIES, ROWS, NAMES, TOTAL, OTHER, SHARE)}
HERE = {name: fact for name, fact in EVERY.items() if name not in ("funds", "other")}


ONE = Number(Decimal(1))
FIELDS = "应为：title、figure"
NO_COMMA = "应为：数里不写逗号："
NO_MARK = "应为：不带末尾标点，标点由正文加"


def read(text: str) -> tuple[dict[str, Any], list[str]]:
    report = Report()
    node = parse_yaml(text, "f.yml", report)
    assert node
    entries = EntryReader(HERE, EVERY, report).read(node)
    return entries, [str(problem).removeprefix("f.yml:") for problem in report.errors]


@pytest.mark.parametrize(
    ("text", "entries"),
    [
        ("paid: {now: 1, last: 2}", {"paid": {"now": ONE, "last": Number(Decimal(2))}}),
        ("paid: {now: 1, plan: }", {"paid": {"now": ONE}}),
        ("paid: {now: }", {}),
        ("basis: [甲, 乙]", {"basis": [{"name": "甲"}, {"name": "乙"}]}),
        ("basis: [{name: 甲}]", {"basis": [{"name": "甲"}]}),
        ("basis: []", {"basis": []}),
        ("basis: ", {}),
        ("basis: [甲, '']", {"basis": [{"name": "甲"}]}),
        ("problems: [{title: 甲}]", {"problems": [{"title": "甲"}]}),
        ("problems: [{title: 甲, figure: x}]", {"problems": [{"title": "甲", "figure": "x"}]}),
        ("problems: [{title: '  '}]", {"problems": [{}]}),
        ("problems: [{figure: paid}]", {"problems": [{"figure": "paid"}]}),
        ("problems: [甲]", {"problems": [{"title": "甲"}]}),
        ("problems: []", {"problems": []}),
        ("share: 1", {"share": ONE}),
        ("share: {now: 1, plan: 1}", {"share": {"now": ONE, "plan": ONE}}),
    ],
)
def test_a_facts_file_is_read(text: str, entries: dict[str, Any]) -> None:
    assert read(text) == (entries, [])


@pytest.mark.parametrize(
    ("text", "problem"),
    [
        (
            "piad: 1",
            "1:1  没有“piad”这个指标 · 应为：命令 summaries facts 列出的指标 · 是否想写：paid",
        ),
        ("paid: {now: 1,186, last: 2}", f"1:15  “1,186”里有逗号 · {NO_COMMA}1186"),
        (
            "paid: {now: 1, last: -2,186.5}",
            "1:25  “-2,186.5”里有逗号 · 应为：数里不写逗号：-2186.5",
        ),
        ("funds: 1", "1:1  “总资金”由系统计算，不填 · 应为：只填"),
        ("other: x", "1:1  这个范本不用“别的”（other） · 应为：删去这一行"),
        ("paid: 5", "1:7  “支出”要分期填写 · 应为：{now: …、last: …、plan: …}"),
        ("paid: {now: x}", "1:13  “支出”：“x”不是数 · 应为：阿拉伯数字，如 12 或 12.5"),
        ("paid: {now: [1]}", "1:13  “支出”应是一个值 · 应为：写在同一行"),
        ("paid: {lst: 1}", "1:8  “支出”没有“lst” · 应为：now、last、plan · 是否想写：last"),
        ("basis: 甲", "1:8  “依据”应是列表 · 应为：每行以“- ”开头；没有就写 []"),
        ("basis: [[甲]]", "1:9  “依据”的每条应是“键: 值” · 应为：name"),
        ("problems: [[甲]]", "1:12  “问题”的每条应是“键: 值” · 应为：title、figure"),
        ("share: {next: 1}", "1:9  “占比”没有“next” · 应为：now、last、plan"),
        ("share: [1]", "1:8  “占比”应是一个值 · 应为：写在同一行"),
        ("problems: [{title: 甲, proof: x}]", f"1:23  “问题”没有“proof” · {FIELDS}"),
        ("problems: [{title: 甲。}]", f"1:20  “名称”：文字以“。”结尾 · {NO_MARK}"),
    ],
)
def test_a_mistake_in_a_facts_file_has_its_place(text: str, problem: str) -> None:
    assert read(text)[1] == [problem]


def test_a_very_long_echo_is_cut() -> None:
    said = f"没有“{'x' * 20}……”（共301个字符）这个指标"
    assert read(f"{'x' * 301}: 1")[1][0].startswith(f"1:1  {said} · ")
    with pytest.raises(EntryError, match=f"^“{'9' * 300}”不是数$"):
        parse("9" * 300, COUNT)


def test_every_mistake_is_reported_and_what_is_right_is_kept() -> None:
    entries, problems = read("basis: [甲]\npaid: 5\npiad: 1\n")
    assert entries == {"basis": [{"name": "甲"}]}
    assert len(problems) == 2
