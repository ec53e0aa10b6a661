"""Checks a template against the profile: what it may say, of which facts, of which kinds.

The profile is text, facts, the functions and filters of `language`, if and for.  The walk also
reads off the facts a section needs, and sees that what may be missing is printed only where it
is known.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.encoding import place_in
from macros.expressions import Expressions, Reading
from macros.kinds import implied
from macros.language import FILTERS, KIND_NAMES, RESERVED
from macros.report import Place, Report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.vocabulary import FactSpec

DIGIT = re.compile(r"[0-9０-９％%]")
COUNTED = re.compile(
    "(?:[二两三四五六七八九十百千万]|[一二三四五六七八九十百千万]{2,4})(?:余|多)?"
    "[个项次名人条类处户所家支场批篇幅份轮期种]"
)
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
    for line, kind, _ in environment.lex(source):
        if kind == "raw_begin":
            report.error(Place(name, line), "不支持的写法（raw）", "文字直接写")
    if len(report.errors) == before:
        reading.tree = tree
    return reading


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
                self.refuse(statement, f"不支持的写法（{type(statement).__name__}）")

    def on_output(self, node: nodes.Output) -> None:
        for part in node.nodes:
            if isinstance(part, nodes.TemplateData):
                self.literal(part)
                continue
            kind = self.expression(part)
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

    # --- text ---

    def literal(self, node: nodes.TemplateData) -> None:
        digit = DIGIT.search(node.data)
        if digit:
            self.refuse_text(node, digit, "数字一律来自指标")
        counted = COUNTED.search(node.data)
        if counted:
            self.refuse_text(node, counted, "数量来自指标，如 count(列表)|cn")

    def refuse_text(self, node: nodes.TemplateData, found: re.Match[str], expected: str) -> None:
        """Report a piece of literal text; the syntax tree has no columns, so it is looked up."""
        lines = self.source.split("\n")
        start = sum(len(line) + 1 for line in lines[: node.lineno - 1])
        context = node.data[found.start() :].split("\n")[0][:12]
        index = max(self.source.find(context, start), 0)
        place = place_in(self.source, self.reading.name, index)
        self.report.error(place, f"正文里直接写了“{found[0]}”", expected)
