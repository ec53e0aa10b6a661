"""Checks a template against the profile: what it may say, of which facts, of which kinds.

The profile is text, facts, the functions and filters of `language`, if and for.  The walk also
sees that what may be missing is printed only where it is known.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.source.encoding import place_in
from macros.source.report import Place, Report
from macros.templating.expression_kinds import implied
from macros.templating.expressions import Expressions, Reading
from macros.templating.language import FILTERS, KIND_NAMES, RESERVED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.schema.vocabulary import FactSpec

DIGITS = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?[年％%]?|[％%]")
COUNTED = re.compile(
    "(?:[二两三四五六七八九十百千万]|[一二三四五六七八九十百千万]{2,4})(?:余|多)?"
    "[个项次名人条类处户所家支场批篇幅份轮期种]"
)
# What the literal text of a template may not hold, and what to write instead.
NOT_TEXT = (
    (DIGITS, "数字一律来自指标"),
    (COUNTED, "数量来自指标，如 count(列表)|cn"),
    (re.compile(r"<[a-zA-Z/!][^<>\n]*>?"), "只写文字；字体、加粗由版式决定"),
    (re.compile("[,;:?!()]"), "全角标点"),
    (re.compile("[{}｛｝]+"), "空位用半角的双花括号：{{ 指标 }}"),
)
COMPARED = re.compile("同比|环比|比(?:上年|去年|上期)(?:同期)?")
TOO_DEEP = ("模板嵌套过深", "少嵌套几层 if、for")
SYNTAX = {
    "end of print statement": "“}}”的位置不对",
    "end of template": "有块没有结束（endif、endfor）",
    "unexpected '}'": "括号不配对",
    "Unexpected end of template": "有块没有结束（endif、endfor）",
    "Encountered unknown tag": "用了不支持的标签",
}


def read_template(
    source: str, name: str, specs: Mapping[str, FactSpec], environment: Environment, report: Report
) -> Reading:
    """Return the template read; its tree is None when it has mistakes, which are reported."""
    reading, before = Reading(name), len(report.errors)
    try:
        tree = environment.parse(source, name)
        _Walker(reading, specs, report, source).template(tree)
    except TemplateSyntaxError as error:
        report.error(Place(name, error.lineno), _syntax(error), "见“模板写法”")
        return reading
    except RecursionError:
        report.error(Place(name), *TOO_DEEP)
        return reading
    _check_text(source, name, environment, report)
    if len(report.errors) == before:
        reading.tree = tree
    return reading


def _check_text(source: str, name: str, environment: Environment, report: Report) -> None:
    """Look at the literal text, token by token: the syntax tree knows no columns."""
    index = 0
    for line, kind, token in environment.lex(source):
        index = max(source.find(token, index), index)  # the lexer drops space before a block
        if kind == "raw_begin":
            report.error(Place(name, line), "不支持的写法（raw）", "文字直接写")
            return
        for pattern, expected in NOT_TEXT if kind == "data" else ():
            for found in pattern.finditer(token):
                place = place_in(source, name, index + found.start())
                report.error(place, f"正文里直接写了“{found[0]}”", expected)
        for found in COMPARED.finditer(token) if kind == "data" else ():
            place = place_in(source, name, index + found.start())
            report.warn(place, f"正文里直接写了“{found[0]}”", "比较用 compared(x)、against(x) 写")
        index += len(token)


def _syntax(error: TemplateSyntaxError) -> str:
    said = error.message or ""
    unknown = re.search(r"No (filter|test) named '([^']+)'", said)
    if unknown:
        return f"没有“{unknown[2]}”这个过滤器；可用：{'、'.join(FILTERS)}"
    return next((zh for en, zh in SYNTAX.items() if en in said), f"模板语法不对（{said}）")


class _Walker(Expressions):
    """One walk over a tree; statements and text are looked at here."""

    def template(self, tree: nodes.Template) -> None:
        self.body(tree.body)

    def body(self, statements: list[nodes.Node]) -> None:
        for statement in statements:
            visit = getattr(self, f"on_{type(statement).__name__.lower()}", None)
            if visit:
                visit(statement)
            else:
                self.refuse_kind(statement)

    def on_output(self, node: nodes.Output) -> None:
        for part, after in zip_longest(node.nodes, node.nodes[1:]):
            if isinstance(part, nodes.TemplateData):
                continue
            kind = self.expression(part)
            unit = self.unit(part, kind) if kind else ""
            if unit and isinstance(after, nodes.TemplateData) and after.data.startswith(unit):
                self.refuse(part, f"单位“{unit}”写了两次", "数连同单位一起输出，后面不再写单位")
            if kind and kind.name in ("rows", "row", "flag", "field"):
                self.refuse(part, f"{KIND_NAMES[kind.name]}不能直接输出")
            elif kind:
                self.need(part, kind)

    def on_if(self, node: nodes.If) -> None:
        self.condition(node.test)
        self.within(node.body, implied(node.test, truth=True))
        passed = implied(node.test, truth=False)
        for branch in node.elif_:
            self.condition(branch.test)
            self.within(branch.body, passed | implied(branch.test, truth=True))
            passed |= implied(branch.test, truth=False)
        self.within(node.else_, passed)

    def within(self, body: list[nodes.Node], sure: frozenset[str]) -> None:
        outer, self.sure = self.sure, self.sure | sure
        self.body(body)
        self.sure = outer

    def on_for(self, node: nodes.For) -> None:
        if node.recursive or node.test or node.else_ or not isinstance(node.target, nodes.Name):
            self.refuse(node, "for 只能写成 {% for 名字 in 列表 %}")
            return
        kind = self.expression(node.iter)
        spec = self.specs.get(kind.path) if kind and kind.name == "rows" else None
        if spec is None:
            if kind:
                self.refuse(node, "for 后面不是列表")
            return
        name = node.target.name
        if name in (*self.specs, *RESERVED, *self.scope) or name.startswith("_"):
            self.refuse(node, f"循环变量“{name}”与已有的名字相同")
            return
        self.scope[name] = spec
        self.within(node.body, frozenset({kind.path if kind else ""}))
        del self.scope[name]
