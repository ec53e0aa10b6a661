"""The words a template may use: each function and filter with what it takes and what it gives.

The profile checks templates against this table before anything is rendered, so that growth of
a rate (which must be 百分点) or a sum over no field is a mistake with a line, not a wrong text.
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
class Word:
    """A function or filter: what Python calls, the kinds of its arguments, the kind it gives."""

    call: Callable[..., Any]
    takes: tuple[Kinds, ...]
    gives: str
    optional: int = 0
    needs: str = ""  # the side of its first argument without which it prints a blank


FILTERS: dict[str, Word] = {
    "bare": Word(filters.bare, (NUMBER | {"approx"},), "phrase"),
    "thousands": Word(filters.thousands, (NUMBER,), "phrase"),
    "wan": Word(filters.wan, (NUMBER,), "phrase"),
    "yi": Word(filters.yi, (NUMBER,), "phrase"),
    "cn": Word(filters.cn, (COUNTED,), "phrase"),
    "month": Word(filters.month, (DATE,), "phrase"),
    "monthday": Word(filters.monthday, (DATE,), "phrase"),
    "year": Word(filters.year, (DATE | PERIOD,), "phrase"),
    "this": Word(filters.this, (PERIOD,), "phrase"),
    "next": Word(filters.next_, (PERIOD,), "phrase"),
    "listed": Word(filters.listed, (ROWS, FIELD), "phrase", optional=1),
}

FUNCTIONS: dict[str, Word] = {
    "change": Word(comparisons.change, (SERIES,), "phrase", needs="last"),
    "growth": Word(comparisons.growth, (GROWING,), "phrase", needs="last"),
    "compared": Word(comparisons.compared, (SERIES,), "phrase", needs="last"),
    "against": Word(comparisons.against, (SERIES,), "phrase", needs="last"),
    "before": Word(comparisons.before, (SERIES,), "phrase", needs="last"),
    "share": Word(arithmetic.share, (NUMBER, NUMBER), "rate"),
    "completion": Word(arithmetic.completion, (GROWING,), "rate", needs="plan"),
    "per": Word(arithmetic.per, (NUMBER, NUMBER), "number"),
    "rest": Word(arithmetic.rest, (NUMBER, NUMBER), "number"),
    "plus": Word(arithmetic.plus, (NUMBER, NUMBER), "number"),
    "raised": Word(arithmetic.raised, (NUMBER, NUMBER), "phrase"),
    "total": Word(arithmetic.total, (ROWS, FIELD), "number"),
    "count": Word(arithmetic.count, (ROWS,), "number"),
    "named": Word(arithmetic.named, (NUMBER,), "phrase"),
    "stated": Word(comparisons.stated, (NUMBER,), "phrase"),
    "span": Word(filters.span, (DATE, DATE), "phrase"),
}

CONDITIONS: dict[str, Word] = {
    "known": Word(conditions.known, (PRINTED,), "flag"),
    "some": Word(conditions.some, (ROWS,), "flag"),
    "many": Word(conditions.many, (ROWS,), "flag"),
    "rises": Word(conditions.rises, (SERIES,), "flag", needs="last"),
    "falls": Word(conditions.falls, (SERIES,), "flag", needs="last"),
    "level": Word(conditions.level, (SERIES,), "flag", needs="last"),
    "reached": Word(conditions.reached, (SERIES,), "flag", needs="plan"),
    "exceeded": Word(conditions.exceeded, (SERIES,), "flag", needs="plan"),
    "zero": Word(conditions.zero, (NUMBER,), "flag"),
    "equal": Word(conditions.equal, (NUMBER, NUMBER), "flag"),
}

CALLS = FUNCTIONS | CONDITIONS
FLAGS = frozenset({"detailed"})
LOOP = {"first": "flag", "last": "flag", "index": "index"}
SIDES = ("now", "last", "plan")
RESERVED = frozenset(CALLS) | FLAGS | {"loop", "items", "keys", "values", "get", "copy", "update"}
# How what the profile does not have is written, and what to write instead.
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
