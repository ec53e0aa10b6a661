"""The language of templates: each function, filter and condition, what it takes and gives.

Templates are checked against this table before anything is rendered, so that growth of a rate in %
(a rate changes by 百分点) or the sum of a missing field is an error at its line, not a wrong text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.figures import arithmetic, comparisons, conditions, filters

if TYPE_CHECKING:
    from collections.abc import Callable

Kinds = frozenset[str]

# Kinds of expressions: number (one figure), series, ref (a fact cited by an office), approx (概数),
# rate (a series or figure in %), text, date, period, choice, rows, row, phrase, flag, index, field.
NUMBER: Kinds = frozenset({"number", "series", "rate", "ref"})
SERIES: Kinds = frozenset({"series", "rate", "ref"})
GROWING: Kinds = frozenset({"series"})
ROWS: Kinds = frozenset({"rows"})
FIELD: Kinds = frozenset({"field"})
DATE: Kinds = frozenset({"date"})
PERIOD: Kinds = frozenset({"period"})
PRINTED: Kinds = NUMBER | {"approx", "text", "date", "period", "choice", "phrase"}
COUNTED: Kinds = NUMBER | {"index"}

KIND_NAMES = {
    "number": "数",
    "series": "分期的数",
    "rate": "比率",
    "ref": "引用的指标",
    "approx": "概数",
    "text": "文字",
    "date": "日期",
    "period": "时段",
    "choice": "选项",
    "rows": "列表",
    "row": "列表的一条",
    "phrase": "算出的文字",
    "flag": "是否",
    "index": "序号",
    "field": "字段名（带引号）",
}


@dataclass(frozen=True)
class Function:
    """A function, filter or condition: what Python calls, the kinds it takes, the kind it gives."""

    call: Callable[..., Any]
    takes: tuple[Kinds, ...]
    gives: str
    optional: int = 0
    needs: str = ""  # the side of the first argument without which the result is a blank


FILTERS: dict[str, Function] = {
    "bare": Function(filters.bare, (NUMBER | {"approx"},), "phrase"),
    "thousands": Function(filters.thousands, (NUMBER,), "phrase"),
    "wan": Function(filters.wan, (NUMBER,), "phrase"),
    "yi": Function(filters.yi, (NUMBER,), "phrase"),
    "cn": Function(filters.cn, (COUNTED,), "phrase"),
    "month": Function(filters.month, (DATE,), "phrase"),
    "monthday": Function(filters.monthday, (DATE,), "phrase"),
    "year": Function(filters.year, (DATE | PERIOD,), "phrase"),
    "this": Function(filters.this, (PERIOD,), "phrase"),
    "next": Function(filters.next_, (PERIOD,), "phrase"),
    "listed": Function(filters.listed, (ROWS, FIELD), "phrase", optional=1),
}

FUNCTIONS: dict[str, Function] = {
    "change": Function(comparisons.change, (SERIES,), "phrase", needs="last"),
    "growth": Function(comparisons.growth, (GROWING,), "phrase", needs="last"),
    "compared": Function(comparisons.compared, (SERIES,), "phrase", needs="last"),
    "against": Function(comparisons.against, (SERIES,), "phrase", needs="last"),
    "before": Function(comparisons.before, (SERIES,), "phrase", needs="last"),
    "share": Function(arithmetic.share, (NUMBER, NUMBER), "rate"),
    "completion": Function(arithmetic.completion, (GROWING,), "rate", needs="plan"),
    "per": Function(arithmetic.per, (NUMBER, NUMBER), "number"),
    "rest": Function(arithmetic.rest, (NUMBER, NUMBER), "number"),
    "plus": Function(arithmetic.plus, (NUMBER, NUMBER), "number"),
    "raised": Function(arithmetic.raised, (NUMBER, NUMBER), "phrase"),
    "total": Function(arithmetic.total, (ROWS, FIELD), "number"),
    "count": Function(arithmetic.count, (ROWS,), "number"),
    "named": Function(arithmetic.named, (NUMBER,), "phrase"),
    "stated": Function(comparisons.stated, (NUMBER,), "phrase"),
    "span": Function(filters.span, (DATE, DATE), "phrase"),
}

CONDITIONS: dict[str, Function] = {
    "known": Function(conditions.known, (PRINTED,), "flag"),
    "some": Function(conditions.some, (ROWS,), "flag"),
    "many": Function(conditions.many, (ROWS,), "flag"),
    "rises": Function(conditions.rises, (SERIES,), "flag", needs="last"),
    "falls": Function(conditions.falls, (SERIES,), "flag", needs="last"),
    "level": Function(conditions.level, (SERIES,), "flag", needs="last"),
    "reached": Function(conditions.reached, (SERIES,), "flag", needs="plan"),
    "exceeded": Function(conditions.exceeded, (SERIES,), "flag", needs="plan"),
    "zero": Function(conditions.zero, (NUMBER,), "flag"),
    "equal": Function(conditions.equal, (NUMBER, NUMBER), "flag"),
}

CALLS = FUNCTIONS | CONDITIONS
FLAGS = frozenset({"detailed"})
LOOP = {"first": "flag", "last": "flag", "index": "index"}
RESERVED = frozenset(CALLS) | FLAGS | {"loop", "items", "keys", "values", "get", "copy", "update"}
# Jinja syntax that the profile does not have: how it is written, and what to write instead.
REFUSED = {
    "Add": ("+", "plus(a, b)"),
    "Sub": ("-", "rest(整体, 部分)"),
    "Mul": ("*", "乘积作为一个指标填写"),
    "Div": ("/", "share(部分, 整体)、per(总量, 人数)"),
    "Mod": ("%", "指标、函数、过滤器"),
    "Concat": ("~", "两个空位挨着写：{{ a }}{{ b }}"),
    "Compare": ("> < ==", "在 {% if %} 里用 rises、reached 等"),
    "CondExpr": ("… if …", "{% if 条件 %}…{% endif %}"),
    "Test": ("is", "known(x)、some(x) 等"),
    "List": ("[…]", "指标、函数、过滤器"),
    "Dict": ("{…}", "指标、函数、过滤器"),
    "Getitem": ("x[…]", "{% for 名字 in 列表 %}，或“指标.字段”"),
    "Assign": ("{% set %}", "直接用指标，重复的文字写两遍"),
    "AssignBlock": ("{% set %}", "直接用指标，重复的文字写两遍"),
    "Include": ("{% include %}", "在范本里用另一个片段"),
    "Extends": ("{% extends %}", "只用 if 和 for"),
    "Import": ("{% import %}", "只用 if 和 for"),
    "FromImport": ("{% from %}", "只用 if 和 for"),
    "Macro": ("{% macro %}", "只用 if 和 for"),
    "Block": ("{% block %}", "只用 if 和 for"),
    "CallBlock": ("{% call %}", "只用 if 和 for"),
    "FilterBlock": ("{% filter %}", "过滤器写在空位里：{{ x|bare }}"),
    "With": ("{% with %}", "只用 if 和 for"),
}
