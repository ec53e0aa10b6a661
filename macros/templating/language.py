"""The language of templates: each function, filter and condition, what it takes and gives.

Templates are checked against this table before anything is rendered, so that growth of a rate in %
(a rate changes by 百分点) or the sum of a missing field is an error at its line, not a wrong text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.figures import arithmetic, comparisons, conditions, filters, targets, trends, wordings
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Callable

Kinds = frozenset[str]
TABLE = shared_table(__file__)  # browser/templating/own_expressions.js reads it too


@dataclass(frozen=True)
class Function:
    """A function, filter or condition: what Python calls, the kinds it takes, the kind it gives."""

    call: Callable[..., Any]
    takes: tuple[Kinds, ...]
    gives: str
    optional: int = 0
    needs: str = ""  # the side of the first argument without which the result is a blank
    tells: str = ""  # the side that the result tells of where it is known
    whole: int = 0  # which argument must not be zero
    one_unit: bool = False  # whether its figures must have one unit, 万 and 亿 aside

    @property
    def fewest(self) -> int:
        """Return how many arguments it takes at least."""
        return len(self.takes) - self.optional

    @property
    def number_of_arguments(self) -> str:
        """Return how many arguments it takes, as a message says it: 1或2个, 2到6个."""
        most = f"{len(self.takes)}个"
        between = "到" if self.optional > 1 else "或"
        return f"{self.fewest}{between}{most}" if self.optional else most


def _kinds(group: str) -> Kinds:
    """Return the kinds of expressions that a group of the table holds."""
    return frozenset(TABLE["groups"][group])


def _functions(group: str, calls: dict[str, Callable[..., Any]]) -> dict[str, Function]:
    """Return the functions of a group of the table, each with what Python calls for it."""
    return {
        name: Function(calls[name], tuple(map(_kinds, row["takes"])), **_traits(row))
        for name, row in TABLE[group].items()
    }


def quoted_kind(text: str, takes: Kinds) -> str:
    """Return the kind of a quoted text where these are taken: a field, unless it is another."""
    if "form" in takes and text == SHORT_FORM:
        return "form"
    return "word" if "word" in takes and WORD.fullmatch(text) else "field"


def _traits(row: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in row.items() if key != "takes"}


KIND_NAMES: dict[str, str] = TABLE["kinds"]
WORD = re.compile("[\u4e00-\u9fff]+")
SHORT_FORM = "short"
TABLE_WORD = "table"  # {{ table(a, b) }} is no function: it stands alone on its line
NUMBER, PRINTED = _kinds("figure"), _kinds("printed")
FILTERS = _functions(
    "filters",
    {
        "bare": filters.bare,
        "thousands": filters.thousands,
        "wan": filters.wan,
        "yi": filters.yi,
        "ones": filters.ones,
        "cn": filters.cn,
        "month": filters.month,
        "monthday": filters.monthday,
        "year": filters.year,
        "this": filters.this,
        "next": filters.next_,
        "listed": filters.listed,
    },
)
FUNCTIONS = _functions(
    "functions",
    {
        "change": comparisons.change,
        "paced": comparisons.paced,
        "growth": comparisons.growth,
        "compared": comparisons.compared,
        "against": comparisons.against,
        "before": comparisons.before,
        "then_compared": wordings.then_compared,
        "then_against": wordings.then_against,
        "then_before": wordings.then_before,
        "then_trends": trends.then_trends,
        "roughly": arithmetic.roughly,
        "share": arithmetic.share,
        "completion": arithmetic.completion,
        "per": arithmetic.per,
        "rest": arithmetic.rest,
        "plus": arithmetic.plus,
        "raised": arithmetic.raised,
        "aimed": targets.aimed,
        "brought": targets.brought,
        "effort": targets.effort,
        "shortfall": targets.shortfall,
        "total": arithmetic.total,
        "count": arithmetic.count,
        "tally": arithmetic.tally,
        "named": arithmetic.named,
        "stated": comparisons.stated,
        "measured": comparisons.measured,
        "changed": comparisons.changed,
        "told": wordings.told,
        "planned": wordings.planned,
        "outcome": wordings.outcome,
        "rated": wordings.rated,
        "span": filters.span,
    },
)
CONDITIONS = _functions(
    "conditions",
    {
        "known": conditions.known,
        "some": conditions.some,
        "given": conditions.given,
        "many": conditions.many,
        "cites": conditions.cites,
        "rises": conditions.rises,
        "falls": conditions.falls,
        "level": conditions.level,
        "looked_less": conditions.looked_less,
        "announced": conditions.announced,
        "reached": conditions.reached,
        "exceeded": conditions.exceeded,
        "zero": conditions.zero,
        "several": conditions.several,
        "partly": conditions.partly,
        "equal": conditions.equal,
    },
)

CALLS = FUNCTIONS | CONDITIONS
FLAGS = frozenset({"detailed"})
LOOP = {"first": "flag", "last": "flag", "index": "index", "joint": "phrase", "stop": "phrase"}
RESERVED = (
    frozenset(CALLS)
    | FLAGS
    | {TABLE_WORD, "loop", "items", "keys", "values", "get", "copy", "update"}
)
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
