"""The checks of templates: every construct that is allowed, and what is reported of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.library.loader import load
from macros.schema.vocabulary import FieldSpec
from macros.source.report import Report
from macros.templating.environment import make_environment
from macros.templating.language import CALLS, FILTERS
from macros.templating.template_checks import check_template
from tests.support.project import SMALL

if TYPE_CHECKING:
    from macros.templating.expressions import CheckedTemplate

SPECS = dict(load(SMALL)[0].facts)
WORDS = FieldSpec(label="自己的话", type="words", required=False, hint="—")
MET = FieldSpec(label="做到没有", type="choice", options=["做到", "没有做到"], hint="—")
FIELDS = {**SPECS["problems"].record, "text": WORDS, "met": MET}
SPECS["problems"] = SPECS["problems"].model_copy(update={"fields": FIELDS})


def read(source: str) -> tuple[CheckedTemplate, list[str]]:
    report = Report()
    reading = check_template(source, "t.j2", SPECS, make_environment(), report)
    assert (reading.tree is None) == bool(report.errors)
    return reading, [str(problem).removeprefix("t.j2:") for problem in report.errors]


ALLOWED = [
    pytest.param("只有文字。", id="text"),
    pytest.param("{# 1个注释，数字也行 #}甲", id="comment"),
    pytest.param("{{ org }}{{ period }}{{ signed }}{{ grade }}", id="facts"),
    pytest.param("{{ paid }}{{ paid.now }}{{ people }}{{ pass_rate }}{{ funds }}", id="numbers"),
    pytest.param("{% if known(paid.last) %}{{ paid.last }}{% endif %}", id="a-side-that-is-known"),
    pytest.param("{% if known(remark) %}{{ remark }}{% endif %}", id="optional-and-known"),
    pytest.param(
        "{% if not known(remark) %}甲{% else %}{{ remark }}{% endif %}", id="known-by-else"
    ),
    pytest.param(
        "{% if known(started) and known(ended) %}{{ ended }}{% endif %}", id="known-by-and"
    ),
    pytest.param(
        "{% if known(remark) %}{% if detailed %}{{ remark }}{% endif %}{% endif %}",
        id="known-outside",
    ),
    pytest.param(
        "{% if not known(started) or not known(ended) %}甲{% else %}{{ ended }}{% endif %}",
        id="known-by-not-or",
    ),
    pytest.param(
        "{% if not known(remark) %}甲{% elif detailed %}{{ remark }}{% endif %}", id="known-by-elif"
    ),
    pytest.param("{% if rises(paid) %}{{ compared(paid) }}{% endif %}", id="known-by-rises"),
    pytest.param(
        "{% if reached(paid) %}{{ completion(paid) }}{% endif %}",
        id="known-by-reached",
    ),
    pytest.param("{% if reached(paid) %}{{ paced(paid, signed) }}{% endif %}", id="a-pace"),
    pytest.param("{% if falls(paid) %}{{ growth(paid) }}{% endif %}", id="known-by-falls"),
    pytest.param(
        "{% if known(paid.last) %}{{ against(paid) }}，{{ before(paid) }}{% endif %}", id="before"
    ),
    pytest.param("{{ paid }}{{ then_before(paid, 'short') }}", id="then-before"),
    pytest.param("{% if exceeded(paid) %}{{ paid.plan|bare }}{% endif %}", id="known-by-exceeded"),
    pytest.param("{% if level(pass_rate) %}{{ change(pass_rate) }}{% endif %}", id="rate-compared"),
    pytest.param(
        "{% if detailed %}甲{% elif zero(paid) %}乙{% else %}丙{% endif %}", id="branches"
    ),
    pytest.param("{{ grade }}{% if grade == '县级' %}甲{% endif %}", id="option"),
    pytest.param(
        "{% if detailed %}{% if grade != '市级' or not detailed %}甲{% endif %}{% endif %}"
        "{{ grade }}",
        id="not-an-option",
    ),
    pytest.param(
        "{% if grade == '县级' %}甲{% elif known(grade) %}乙{% else %}{{ grade }}{% endif %}",
        id="an-option-else-a-blank",
    ),
    pytest.param("{% for t in towns %}{{ t.name }}{% endfor %}", id="loop"),
    pytest.param(
        "{% for t in towns %}{{ loop.index }}{{ loop.index|cn }}{% if loop.first or loop.last %}甲"
        "{% endif %}{% endfor %}",
        id="loop-words",
    ),
    pytest.param(
        "{% for t in towns %}{{ loop.joint }}{{ t.name }}{{ loop.stop }}{% endfor %}",
        id="loop-marks",
    ),
    pytest.param(
        "{% for t in towns %}{% if known(t.cost) %}{{ t.cost }}{% endif %}{% endfor %}",
        id="optional-field-known",
    ),
    pytest.param(
        "{{ changed(paid, 'short') }}"
        "{% for p in problems %}{% if known(p.figure) %}{{ stated(p.figure) }}{% endif %}"
        "{% endfor %}",
        id="cited-figure",
    ),
    pytest.param(
        "{% for p in problems %}{% if known(p.figure) %}{{ compared(p.figure) }}{% endif %}"
        "{% endfor %}",
        id="cited-figure-compared",
    ),
    pytest.param(
        "{% for t in towns %}{% for p in problems %}甲{% endfor %}{% endfor %}", id="loops"
    ),
    pytest.param("{{ towns|listed }}{{ towns|listed('name') }}", id="list-that-is-never-empty"),
    pytest.param("{% if some(problems) %}{{ problems|listed }}{% endif %}", id="list-with-records"),
    pytest.param("{% if many(problems) %}{{ problems|listed }}{% endif %}", id="list-with-many"),
    pytest.param("{% if not given(problems) %}{{ org }}{% endif %}", id="list-not-given"),
    pytest.param("{{ tally(problems, 'met', '做到') }}", id="of-one-option"),
    pytest.param("{% if cites(problems, paid) %}甲{% endif %}", id="cited-in-a-list"),
    pytest.param("{{ roughly(paid, paid) }}", id="a-part-in-words"),
    pytest.param("{{ total(towns, 'cost') }}{{ count(towns)|cn }}", id="over-a-list"),
    pytest.param(
        "{{ share(passed, samples)|bare }}{{ rest(samples, passed)|thousands }}", id="chain"
    ),
    pytest.param("{{ per(paid, samples) }}{{ plus(samples, passed) }}", id="two-figures"),
    pytest.param("{{ raised(pass_rate, own) }}{{ named(paid) }}", id="plan"),
    pytest.param(
        "{{ aimed(pass_rate, own) }}{{ brought(pass_rate, own, 'short') }}"
        "{{ effort(pass_rate, own) }}{{ shortfall(pass_rate) }}{{ samples|ones }}",
        id="target",
    ),
    pytest.param(
        "{% if equal(samples, passed) %}{{ samples|wan }}{{ paid|yi }}{% endif %}",
        id="equal",
    ),
    pytest.param(
        "{{ signed|year }}{{ signed|month }}{{ signed|monthday }}{{ span(signed, signed) }}",
        id="date",
    ),
    pytest.param("{{ period|this }}{{ period|next }}{{ period|year }}", id="period"),
    pytest.param("甲。\n{{ table(paid, pass_rate) }}\n乙。", id="table"),
    pytest.param("{% if known(funds) %}\n  {{ table(funds) }}\n{% endif %}", id="table-in-if"),
    pytest.param(
        "{% for p in problems %}{% if known(p.text) %}\n{{ p.text }}\n{% endif %}{% endfor %}",
        id="own-words",
    ),
    pytest.param(
        "{% if known(paid.last) %}{{ compared(paid, 'short') }}{{ against(paid, 'short') }}"
        "{{ before(paid, 'short') }}{% endif %}{{ stated(paid, 'short') }}"
        "{{ raised(pass_rate, own, 'short') }}",
        id="short-forms",
    ),
    pytest.param(
        "{{ then_compared(paid) }}{{ then_against(pass_rate, 'short') }}"
        "{{ then_trends(paid, pass_rate) }}"
        "{{ rated(pass_rate, '合格率') }}{{ rated(share(passed, samples), '合格率', 'short') }}",
        id="what-follows-a-figure",
    ),
    pytest.param(
        "{{ told(samples, '检测水样', '没有检测水样') }}{{ planned(paid, '支出', '没有支出') }}",
        id="zero-in-words",
    ),
    pytest.param(
        "{% if zero(samples) %}甲{% else %}{{ outcome(passed, samples, '合格', '不合格') }}"
        "{% if partly(passed, samples) and several(passed) %}乙{% endif %}{% endif %}",
        id="part-of-a-whole",
    ),
    pytest.param(
        "{% if several(samples) %}{{ outcome(passed, samples, '合格', '不合格', '合格率') }}"
        "{% endif %}",
        id="part-of-several",
    ),
    pytest.param(
        "{% for t in towns %}{% vary %}甲{{ t.name }}{% or known(t.cost) %}{{ t.name }}乙{% or %}"
        "丙{{ t.name }}{% if known(t.cost) %}丁{% endif %}{% endvary %}{% endfor %}",
        id="vary",
    ),
    pytest.param(
        "{% for t in towns %}{{ t.name }}{% vary known(t.cost) %}花费{{ t.cost }}{% or %}"
        "{{ org }}{% if known(t.cost) %}用{{ t.cost }}{% endif %}{% endvary %}{% endfor %}",
        id="vary-known",
    ),
    pytest.param(
        "{% for t in towns %}{% vary %}{{ t.name }}，{% or %}{% endvary %}甲"
        "{% vary %}{% or %}。{{ t.name }}{% endvary %}{% endfor %}",
        id="vary-in-turn",
    ),
    pytest.param("{% if announced(paid) %}甲{% endif %}", id="announced"),
    pytest.param("| 甲 | 乙\n| {{ measured(paid) }} | {{ org }}", id="rows-of-words"),
    pytest.param("{% if looked_less(paid) %}甲{% endif %}", id="looked-less"),
    pytest.param("一个县，一是甲，第一，万一，百姓", id="words-that-look-like-numbers"),
]


@pytest.mark.parametrize("source", ALLOWED)
def test_what_a_template_may_say(source: str) -> None:
    assert read(source)[1] == []


def test_every_word_is_allowed_somewhere() -> None:
    said = "".join(str(case.values[0]) for case in ALLOWED)
    assert all(f"{name}(" in said for name in CALLS)
    assert all(f"|{name}" in said for name in FILTERS)


NO_DIGIT = "应为：数字一律来自指标"
NO_MARKUP = "应为：只写文字；字体、加粗由版式决定"
NO_UNIT = "应为：数连同单位一起输出，后面不再写单位"
NO_COUNT = "应为：数量来自指标，如 count(列表)|cn"
LISTS = "应为：known(x)、some(x)、rises(x) 等"
COMPARE = "比较只能是“选项 == '某项'” · 应为：数的大小用 rises、reached 等"
FOR = "for 只能写成 {% for 名字 in 列表 %}"
SEE = "应为：见“模板写法”"
EMPTY = "Expected an expression, got 'end of print statement'"
KNOWN = "应为：放在 {{% if known({0}) %}} 里"
SOME = "应为：放在 {% if some(problems) %} 里"
NUMBERS = "应为：数、分期的数、比率、引用的指标"
KNOWABLE = f"{NUMBERS}、概数、文字、自己的话、日期、时段、选项、算出的文字"
IN_SENTENCE = "表格写在了句子里 · 应为：“{{ … }}”单独占一行"
UNCHOSEN = (
    "1:7  “grade”只在条件里比较，没有选时文中没有空白"
    " · 应为：在条件外面或 {% else %} 里也输出 {{ grade }}"
)
NO_CELL = "不能放进表格 · 应为：直接写指标的名字"
COMPARED = "应为：分期的数、比率、引用的指标"
ADD_LAST = "应为：在 data/facts 里给 own 写上 series: [last]"

REFUSED = [
    # text
    ("共3项", "1:2  正文里直接写了“3” · " + NO_DIGIT),
    ("甲\n乙\n共３项", "3:2  正文里直接写了“３” · " + NO_DIGIT),
    ("增长百分之五，即%", "1:9  正文里直接写了“%” · " + NO_DIGIT),
    ("{{ org }}开展二十个项目", "1:12  正文里直接写了“二十个” · " + NO_COUNT),
    ("分三项推进", "1:2  正文里直接写了“三项” · " + NO_COUNT),
    ("近百余名", "1:2  正文里直接写了“百余名” · " + NO_COUNT),
    ("{# 2026年 #}{{ org }}2026年", "1:21  正文里直接写了“2026年” · " + NO_DIGIT),
    ("甲1.5%", "1:2  正文里直接写了“1.5%” · " + NO_DIGIT),
    ("{{ org }}甲,乙", "1:11  正文里直接写了“,” · 应为：全角标点"),
    ("{{ org }}（{{ period }})", "1:23  正文里直接写了“)” · 应为：全角标点"),
    ("很<b>好", "1:2  正文里直接写了“<b>” · " + NO_MARKUP),
    ("{{ samples }}份合格", "1:4  单位“份”写了两次 · " + NO_UNIT),
    (
        "{% if known(samples.last) %}{{ samples.last }}份{% endif %}",
        "1:21  单位“份”写了两次 · " + NO_UNIT,
    ),
    ("{{ people }}人", "1:4  单位“人”写了两次 · " + NO_UNIT),
    ("{{ count(towns) }}个乡镇", "1:4  单位“个”写了两次 · " + NO_UNIT),
    (
        "{% for t in towns %}{% if known(t.cost) %}{{ t.cost }}万元{% endif %}{% endfor %}",
        "1:35  单位“万元”写了两次 · " + NO_UNIT,
    ),
    ("{ org", "1:1  正文里直接写了“{” · 应为：空位用半角的双花括号：{{ 指标 }}"),
    ("｛｛ org", "1:1  正文里直接写了“｛｛” · 应为：空位用半角的双花括号：{{ 指标 }}"),
    (
        "{{ rest(paid, samples) }}",
        "1:4  “rest”的两个数单位不同：万元和份 · 应为：单位相同的数，万和亿不计",
    ),
    (
        "{% if equal(paid, samples) %}甲{% endif %}",
        "1:7  “equal”的两个数单位不同：万元和份 · 应为：单位相同的数，万和亿不计",
    ),
    ("{% raw %}{{ org }}{% endraw %}", "1:1  不支持的写法（raw） · 应为：文字直接写"),
    # syntax
    ("甲\n{{ }}", f"2:1  模板语法不对：“}}}}”之前是空的（{EMPTY}） · {SEE}"),
    (f"{{{{ {'9' * 5000} }}}}", "1:4  模板里写了一个过长的数 · 应为：数字一律来自指标"),
    # statements
    ("{% set a = org %}", "1:1  模板里不用“{% set %}” · 应为：直接用指标，重复的文字写两遍"),
    ("甲{% include '../data/x' %}", "1:2  模板里不用“{% include %}” · 应为：在范本里用另一个片段"),
    ("{% include 'nosuch.j2' %}", "1:1  模板里不用“{% include %}” · 应为：在范本里用另一个片段"),
    ("{% extends 'a' %}", "1:1  模板里不用“{% extends %}” · 应为：只用 if 和 for"),
    ("{% import 'a' as b %}", "1:1  模板里不用“{% import %}” · 应为：只用 if 和 for"),
    ("{% macro m() %}{% endmacro %}", "1:4  模板里不用“{% macro %}” · 应为：只用 if 和 for"),
    ("{% block b %}{% endblock %}", "1:4  模板里不用“{% block %}” · 应为：只用 if 和 for"),
    ("{% call org() %}{% endcall %}", "1:1  模板里不用“{% call %}” · 应为：只用 if 和 for"),
    (
        "{% filter bare %}{% endfilter %}",
        "1:1  模板里不用“{% filter %}” · 应为：过滤器写在空位里：{{ x|bare }}",
    ),
    ("{% with %}{% endwith %}", "1:1  模板里不用“{% with %}” · 应为：只用 if 和 for"),
    # expressions
    ("{{ 5 }}", "1:1  模板里直接写了“5” · " + NO_DIGIT),
    ("{{ 'a' }}", "1:1  字段名（带引号）不能直接输出"),
    ("{{ org + 1 }}", "1:1  模板里不用“+” · 应为：plus(a, b)"),
    ("{{ paid - paid }}", "1:1  模板里不用“-” · 应为：rest(整体, 部分)"),
    ("{{ org ~ org }}", "1:1  模板里不用“~” · 应为：两个空位挨着写：{{ a }}{{ b }}"),
    ("{{ 'a' * 9 }}", "1:1  模板里不用“*” · 应为：乘积作为一个指标填写"),
    ("{{ paid > own }}", "1:1  模板里不用“> < ==” · 应为：在 {% if %} 里用 rises、reached 等"),
    ("{{ [org] }}", "1:1  模板里不用“[…]” · 应为：指标、函数、过滤器"),
    ("{{ {'a': org} }}", "1:1  模板里不用“{…}” · 应为：指标、函数、过滤器"),
    ("{{ org if detailed }}", "1:1  模板里不用“… if …” · 应为：{% if 条件 %}…{% endif %}"),
    ("{{ towns[0] }}", "1:1  模板里不用“x[…]” · 应为：{% for 名字 in 列表 %}，或“指标.字段”"),
    ("{{ org is defined }}", "1:11  模板里不用“is” · 应为：known(x)、some(x) 等"),
    # names
    ("{{ ogr }}", "1:4  没有“ogr”这个指标 · 是否想写：org"),
    ("{{ nothing_like_it }}", "1:4  没有“nothing_like_it”这个指标"),
    ("甲\n　　{{ nothing.more }}", "2:6  没有“nothing”这个指标"),
    ("{{ config }}", "1:4  没有“config”这个指标"),
    ("{{ environment }}", "1:4  没有“environment”这个指标"),
    ("{{ cycler.__init__.__globals__.os.popen('id').read() }}", "1:47  没有“这个调用”这个函数"),
    ("{{ ''.__class__ }}", "1:7  “”没有“.__class__” · 应为：直接用它的名字"),
    ("{{ org.__class__ }}", "1:8  “org”没有“.__class__” · 应为：直接用它的名字"),
    ("{{ range(9) }}", "1:4  没有“range”这个函数 · 是否想写：change"),
    ("{{ comparde(paid) }}", "1:4  没有“comparde”这个函数 · 是否想写：compared"),
    ("{{ org|upper }}", f"1:8  没有“upper”这个过滤器 · 应为：{'、'.join(FILTERS)}"),
    ("{{ org|attr('x') }}", f"1:8  没有“attr”这个过滤器 · 应为：{'、'.join(FILTERS)}"),
    # sides, fields
    ("{{ paid.next }}", "1:9  “paid”没有“.next” · 应为：now、last、plan"),
    ("{{ own.last }}", "1:8  “own”没有“.last” · 应为：直接用它的名字"),
    ("{{ share(passed, samples).now }}", "1:27  “”没有“.now” · 应为：直接用它的名字"),
    ("{{ pass_rate.plan }}", "1:14  “pass_rate”没有“.plan” · 应为：now、last"),
    (
        "{% for t in towns %}{{ t.nmae }}{% endfor %}",
        "1:26  “乡镇”没有“nmae” · 应为：name、cost · 是否想写：name",
    ),
    (
        "{{ total(towns, 'cots') }}",
        "1:4  列表没有“cots”这个字段 · 应为：name、cost · 是否想写：cost",
    ),
    ("{{ total(towns, 'name') }}", "1:4  “name”不是数，不能求和"),
    (
        "{{ towns|listed('nmae') }}",
        "1:10  列表没有“nmae”这个字段 · 应为：name、cost · 是否想写：name",
    ),
    # arguments
    ("{{ growth(pass_rate) }}", "1:11  “growth”不能用于比率 · 应为：分期的数"),
    ("{{ change(own) }}", f"1:11  “change”不能用于数 · {ADD_LAST}"),
    ("{{ change(paid.now) }}", "1:16  “change”不能用于数 · 应为：paid，不带“.now”"),
    (
        "{{ change(pass_rate.now) }}",
        "1:4  “pass_rate.now”没有 last · 应为：pass_rate，不带“.now”",
    ),
    ("{{ share(people, samples) }}", f"1:10  “share”不能用于概数 · {NUMBERS}"),
    ("{{ rest(org, paid) }}", f"1:9  “rest”不能用于文字 · {NUMBERS}"),
    ("{{ signed|this }}", "1:4  “this”不能用于日期 · 应为：时段"),
    ("{{ period|month }}", "1:4  “month”不能用于时段 · 应为：日期"),
    ("{{ org|listed }}", "1:4  “listed”不能用于文字 · 应为：列表"),
    ("{{ total(towns, org) }}", "1:17  “total”不能用于文字 · 应为：字段名（带引号）"),
    (
        "{% if known(towns) %}甲{% endif %}",
        f"1:13  “known”不能用于列表 · {KNOWABLE}",
    ),
    (
        "{{ completion(passed) }}",
        "1:4  “passed”没有 plan · 应为：在 data/facts 里给 passed 写上 series: [plan]",
    ),
    ("{{ completion(pass_rate) }}", "1:15  “completion”不能用于比率 · 应为：分期的数"),
    ("{{ share(passed) }}", "1:4  “share”的参数个数不对 · 应为：2个"),
    ("{{ towns|listed('name', 'cost') }}", "1:10  “listed”的参数个数不对 · 应为：1或2个"),
    (
        "{{ share(part=passed, whole=samples) }}",
        "1:4  “share”的参数写法不支持 · 应为：只按顺序写参数",
    ),
    ("{{ share(*towns) }}", "1:4  “share”的参数写法不支持 · 应为：只按顺序写参数"),
    # a choice that nobody has made leaves a blank
    ("{% if grade == '县级' %}甲{% else %}乙{% endif %}", UNCHOSEN),
    ("{% if grade != '县级' %}{{ grade }}{% endif %}", UNCHOSEN),
    ("{% if grade == '县级' %}甲{% endif %}{% if detailed %}{{ grade }}{% endif %}", UNCHOSEN),
    # what has a line for itself
    ("甲{{ table(paid) }}", f"1:5  {IN_SENTENCE}"),
    ("{% if detailed %}{{ table(paid) }}{% endif %}", f"1:21  {IN_SENTENCE}"),
    ("{{ table(paid) }}{{ org }}", f"1:4  {IN_SENTENCE}"),
    ("{{ table(\npaid) }}", f"1:4  {IN_SENTENCE}"),
    ("{{ table() }}", "1:4  表格里没有指标 · 应为：table(指标, 指标)"),
    ("{{ table(paid=paid) }}", "1:4  表格里没有指标 · 应为：table(指标, 指标)"),
    ("{{ table(paid.now) }}", "1:15  数不能放进表格 · 应为：直接写指标的名字"),
    ("{{ table(org, people) }}", f"1:10  文字{NO_CELL}", f"1:15  概数{NO_CELL}"),
    ("{{ table(nothing) }}", "1:10  没有“nothing”这个指标"),
    ("{{ table(remark) }}", f"1:10  文字{NO_CELL}"),
    ("{{ share(table(paid), paid) }}", "1:10  没有“table”这个函数 · 是否想写：total"),
    (
        "{% for p in problems %}\n{{ table(paid) }}\n{% endfor %}",
        "2:4  循环里不写表格 · 应为：表格写在循环外面",
    ),
    (
        "{% for p in problems %}{% if known(p.text) %}甲{{ p.text }}{% endif %}{% endfor %}",
        "1:38  自己的话写在了句子里 · 应为：“{{ … }}”单独占一行",
    ),
    (
        "{% if some(problems) %}{{ problems|listed('text') }}{% endif %}",
        "1:36  “text”是自己的话，不能列举",
    ),
    # what may be missing
    ("{{ remark }}", "1:4  “remark”可能没有 · " + KNOWN.format("remark")),
    ("{{ paid.last }}", "1:9  “paid.last”可能没有 · " + KNOWN.format("paid.last")),
    ("{{ compared(paid) }}", "1:4  “paid.last”可能没有 · " + KNOWN.format("paid.last")),
    ("{{ started|month }}", "1:4  “started”可能没有 · " + KNOWN.format("started")),
    (
        "{% for t in towns %}{{ t.cost }}{% endfor %}",
        "1:26  “t.cost”可能没有 · " + KNOWN.format("t.cost"),
    ),
    (
        "{% if known(remark) %}甲{% else %}{{ remark }}{% endif %}",
        "1:13  “remark”可能没有 · " + KNOWN.format("remark"),
    ),
    (
        "{% if known(remark) or detailed %}{{ remark }}{% endif %}",
        "1:13  “remark”可能没有 · " + KNOWN.format("remark"),
    ),
    (
        "{% if known(remark) %}甲{% endif %}\n{{ remark }}",
        "2:4  “remark”可能没有 · " + KNOWN.format("remark"),
    ),
    (
        "{% if given(problems) %}{{ problems|listed }}{% endif %}",
        f"1:37  “problems”可能是空的 · {SOME}",
    ),
    ("{{ problems|listed }}", f"1:13  “problems”可能是空的 · {SOME}"),
    # output
    ("{{ towns }}", "1:4  列表不能直接输出"),
    ("{% for t in towns %}{{ t }}{% endfor %}", "1:8  列表的一条不能直接输出"),
    ("{{ detailed }}", "1:4  是否不能直接输出"),
    ("{{ rises(paid) }}", "1:4  是否不能直接输出"),
    # conditions
    ("{% if paid %}甲{% endif %}", f"1:7  if 后面不是条件 · {LISTS}"),
    ("{% if towns|listed %}甲{% endif %}", f"1:13  if 后面不是条件 · {LISTS}"),
    ("{% if paid > own %}甲{% endif %}", f"1:1  {COMPARE}"),
    ("{% if grade == paid %}甲{% endif %}", f"1:1  {COMPARE}"),
    ("{% if grade == '县级' == '县级' %}甲{% endif %}", f"1:1  {COMPARE}"),
    ("{% if grade in ['县级'] %}甲{% endif %}", f"1:1  {COMPARE}"),
    ("{% if org == '甲' %}甲{% endif %}", "1:1  文字不能用 == 比较 · 应为：选项"),
    (
        "{% if grade == '县' %}甲{% endif %}",
        "1:1  没有“县”这一项 · 应为：县级、市级 · 是否想写：县级",
    ),
    # loops
    ("{% for t in org %}甲{% endfor %}", "1:1  for 后面不是列表"),
    ("{% for t in range(9) %}甲{% endfor %}", "1:13  没有“range”这个函数 · 是否想写：change"),
    ("{% for i in range(10**9) %}甲{% endfor %}", "1:13  没有“range”这个函数 · 是否想写：change"),
    ("{% for t in towns if detailed %}甲{% endfor %}", f"1:1  {FOR}"),
    ("{% for t in towns recursive %}甲{% endfor %}", f"1:1  {FOR}"),
    ("{% for t in towns %}甲{% else %}乙{% endfor %}", f"1:1  {FOR}"),
    ("{% for a, b in towns %}甲{% endfor %}", f"1:1  {FOR}"),
    ("{% for org in towns %}甲{% endfor %}", "1:1  循环变量“org”与已有的名字相同"),
    ("{% for share in towns %}甲{% endfor %}", "1:1  循环变量“share”与已有的名字相同"),
    ("{% for detailed in towns %}甲{% endfor %}", "1:1  循环变量“detailed”与已有的名字相同"),
    ("{% for loop in towns %}甲{% endfor %}", "1:1  循环变量“loop”与已有的名字相同"),
    ("{% for _print in towns %}甲{% endfor %}", "1:1  循环变量“_print”与已有的名字相同"),
    (
        "{% for t in towns %}{% for t in problems %}甲{% endfor %}{% endfor %}",
        "1:1  循环变量“t”与已有的名字相同",
    ),
    (
        "{% for t in towns %}{{ loop.length }}{% endfor %}",
        "1:29  不支持 loop.length · 应为：first、last、index、joint、stop",
    ),
    ("{{ loop.index }}", "1:4  没有“loop”这个指标"),
    ("{% for t in towns %}甲{% endfor %}{{ t.name }}", "1:8  没有“t”这个指标"),
    # quoted words
    (
        "{{ outcome(passed, samples, '合格', '不合格') }}",
        "1:20  “samples”可能是零 · 应为：放在 {% if not zero(samples) %} 里",
    ),
    (
        "{{ told(samples, '检测', '没有3份') }}",
        "1:1  “told”不能用于字段名（带引号） · 应为：汉字（带引号）",
    ),
    (
        "{{ stated(paid, '短') }}",
        "1:1  “stated”不能用于字段名（带引号） · 应为：'short'",
    ),
    ("{{ told(samples, '检测') }}", "1:4  “told”的参数个数不对 · 应为：3个"),
    (
        "{{ then_compared(own) }}",
        "1:18  “then_compared”不能用于数 · 应为：在 data/facts 里给 own 写上 series: [last]",
    ),
    (
        "{{ planned(samples, '检测', '没有检测') }}",
        "1:4  “samples”没有 plan · 应为：在 data/facts 里给 samples 写上 series: [plan]",
    ),
    (
        "{% if partly(paid, samples) %}甲{% endif %}",
        "1:7  “partly”的两个数单位不同：万元和份 · 应为：单位相同的数，万和亿不计",
    ),
    # variation
    (
        "{% vary %}甲{% or %}乙{% endvary %}",
        "1:1  vary 写在了循环外面 · 应为：写在 {% for … %} 里",
    ),
    (
        "{% for t in towns %}{% vary %}甲{% endvary %}{% endfor %}",
        "1:1  vary 里只有一种说法 · 应为：用 {% or %} 隔开，再写一种",
    ),
    (
        "{% for t in towns %}{% vary detailed %}甲{% or level(paid) %}乙{% endvary %}{% endfor %}",
        "1:1  每一种说法都有条件 · 应为：至少有一种说法没有条件",
    ),
    (
        "{% for t in towns %}{% vary %}甲\n+ 乙。{% or %}丙{% endvary %}{% endfor %}",
        "1:1  说法里写了标题 · 应为：标题写在 vary 外面",
    ),
    (
        "{% for t in towns %}{% vary %}{{ t.name }}\n{% or %}乙{% endvary %}{% endfor %}",
        "2:1  这种说法没有写到“t.name” · 应为：每种说法写到的内容一样",
    ),
    (
        (
            "{% for t in towns %}{% vary %}{{ t.name }}{% or %}甲{% endvary %}"
            "{% vary %}乙{% or %}丙{% endvary %}{% endfor %}"
        ),
        "1:1  这种说法没有写到“t.name” · 应为：每种说法写到的内容一样",
    ),
    (
        "{% for t in towns %}{% vary %}{{ t.cost }}{% or %}乙{{ t.cost }}{% endvary %}{% endfor %}",
        "1:36  “t.cost”可能没有 · 应为：放在 {% if known(t.cost) %} 里",
    ),
    (
        "{% for t in towns %}{% vary t.name %}甲{% or %}乙{% endvary %}{% endfor %}",
        "1:31  if 后面不是条件 · 应为：known(x)、some(x)、rises(x) 等",
    ),
    # depth
    (
        "{% if detailed %}" * 1000 + "{% endif %}" * 1000,
        "1:1  模板嵌套过深 · 应为：少嵌套几层 if、for",
    ),
    ("{{ paid" + "|bare" * 1000 + " }}", "1:1  模板嵌套过深 · 应为：少嵌套几层 if、for"),
]


@pytest.mark.parametrize(("source", "expected"), [(s, e) for s, *e in REFUSED])
def test_what_a_template_may_not_say(source: str, expected: list[str]) -> None:
    assert read(source)[1] == expected


@pytest.mark.parametrize("words", ["同比", "环比", "比上年", "比上年同期", "比上期", "比去年同期"])
def test_comparing_in_words_is_remarked_on(words: str) -> None:
    report = Report()
    source = f"甲\n支出{{{{ paid }}}}，{words}增加。{{{{ org }}}}"
    reading = check_template(source, "t.j2", SPECS, make_environment(), report)
    said = f"t.j2:2:14  （提醒）正文里直接写了“{words}” · 应为：比较用 compared(x)、against(x) 写"
    assert list(map(str, report.problems)) == [said]
    assert reading.tree is not None


def test_what_a_fact_is_called_is_no_number(monkeypatch: pytest.MonkeyPatch) -> None:
    rate = SPECS["pass_rate"].model_copy(update={"label": "千人口献血率"})
    monkeypatch.setitem(SPECS, "pass_rate", rate)
    assert read("甲，千人口献血率{{ pass_rate }}")[1] == []
    told = ["1:2  正文里直接写了“千人” · " + NO_COUNT]
    assert read("近千人口献血，千人口献血率{{ pass_rate }}")[1] == told


def test_every_mistake_of_a_template_is_reported() -> None:
    problems = read("{{ ogr }}\n共3项\n{{ paid.next }}\n")[1]
    assert [problem.partition("  ")[0] for problem in problems] == ["1:4", "2:2", "3:9"]
