"""Checks which text, facts and functions a template may use.

These are the profile: text, facts, the functions and filters of `language`, if, for and vary.  The
check also makes sure that what may be missing is printed only where a condition proves it known.
"""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING, TypeGuard

from jinja2 import Environment, TemplateSyntaxError, nodes

from macros.source.encoding import place_in
from macros.source.report import Place, Report
from macros.templating.expression_kinds import implied, paths_of
from macros.templating.expressions import CheckedTemplate, Expressions
from macros.templating.language import KIND_NAMES, NUMBER, RESERVED, TABLE_WORD
from macros.templating.syntax_messages import place_of_long_number, syntax_problem
from macros.templating.variation import is_always, wordings

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from macros.schema.vocabulary import FactSpec

ALONE = re.compile(r"\s*\{\{(?:(?!\}\}).)*\}\}\s*")  # one expression in a line, nothing else
DIGITS = re.compile(r"[0-9０-９]+(?:[.．][0-9０-９]+)?[年％%]?|[％%]")
COUNT_WORDS = re.compile(
    "(?:[二两三四五六七八九十百千万]|[一二三四五六七八九十百千万]{2,4})(?:余|多)?"
    "[个项次名人条类处户所家支场批篇幅份轮期种]"
)
# What the literal text of a template must not contain, and what to write instead.
FORBIDDEN_TEXT = (
    (DIGITS, "数字一律来自指标"),
    (COUNT_WORDS, "数量来自指标，如 count(列表)|cn"),
    (re.compile(r"<[a-zA-Z/!][^<>\n]*>?"), "只写文字；字体、加粗由版式决定"),
    (re.compile("[,;:?!()\"']"), "全角标点"),
    (re.compile("[{}｛｝]+"), "空位用半角的双花括号：{{ 指标 }}"),
)
# What it had better not say, and what to write instead.
DOUBTFUL_TEXT = (
    (
        re.compile("同比|环比|比(?:上年|去年|上期)(?:同期)?"),
        "比较用 compared(x)、against(x) 写",
    ),
    (
        re.compile(
            "逐一|逐个|全面|全覆盖|深入|普遍|始终|一律|切实|不断|圆满|顺利|明显|显著|有效|认真|积极|大力"
            "|扎实|高度重视"
        ),
        "做到什么程度由数和事实说明",
    ),
)
MARK = re.compile(r"^[ \t]*[+#](?: |$)", re.MULTILINE)
TOO_DEEP = ("模板嵌套过深", "少嵌套几层 if、for")
TOO_LONG = ("模板里写了一个过长的数", "数字一律来自指标")


def check_template(
    source: str, name: str, specs: Mapping[str, FactSpec], environment: Environment, report: Report
) -> CheckedTemplate:
    """Return the checked template; its tree is None when mistakes have been reported."""
    checked, before = CheckedTemplate(name), len(report.errors)
    try:
        tree = environment.parse(source, name)
        _TemplateChecker(checked, specs, report, source).body(tree.body)
    except TemplateSyntaxError as error:
        report.error(*syntax_problem(error, source, name))
        return checked
    except ValueError:
        report.error(place_of_long_number(source, name), *TOO_LONG)
        return checked
    except RecursionError:
        report.error(Place(name), *TOO_DEEP)
        return checked
    _check_text(source, name, environment, specs, report)
    if len(report.errors) == before:
        checked.tree = tree
    return checked


def _check_text(
    source: str,
    name: str,
    environment: Environment,
    specs: Mapping[str, FactSpec],
    report: Report,
) -> None:
    """Check the literal text, token by token, as the syntax tree knows no columns."""
    index = 0
    for line, kind, token in environment.lex(source):
        index = max(source.find(token, index), index)  # the lexer drops space before a block
        if kind == "raw_begin":
            report.error(Place(name, line), "不支持的写法（raw）", "文字直接写")
            return
        for pattern, expected in FORBIDDEN_TEXT if kind == "data" else ():
            for found in pattern.finditer(token):
                if _is_named(found, token, specs):
                    continue
                place = place_in(source, name, index + found.start())
                report.error(place, f"正文里直接写了“{found[0]}”", expected)
        for pattern, expected in DOUBTFUL_TEXT if kind == "data" else ():
            for found in pattern.finditer(token):
                place = place_in(source, name, index + found.start())
                report.warn(place, f"正文里直接写了“{found[0]}”", expected)
        index += len(token)


def _is_named(found: re.Match[str], token: str, specs: Mapping[str, FactSpec]) -> bool:
    """Tell whether what was found is part of what a fact is called: 千人 in 千人口献血率."""
    start, end = found.span()
    return any(
        found[0] in label and label in token[max(0, end - len(label)) : start + len(label)]
        for label in (spec.label for spec in specs.values())
    )


def _is_table(part: nodes.Expr) -> TypeGuard[nodes.Call]:
    return isinstance(part, nodes.Call) and getattr(part.node, "name", "") == TABLE_WORD


def _printed_paths(statements: list[nodes.Node]) -> frozenset[str]:
    """Return the facts and fields that these statements print whenever they are reached."""
    outputs = (part for node in statements if isinstance(node, nodes.Output) for part in node.nodes)
    return frozenset(paths_of(outputs))


def _outputs(body: list[nodes.Node]) -> Iterator[nodes.Output]:
    """Yield what a body prints, at whatever depth."""
    for node in body:
        if isinstance(node, nodes.Output):
            yield node
        yield from node.find_all(nodes.Output)


def _has_marks(body: list[nodes.Node]) -> bool:
    """Tell whether the text of a body begins a place or a heading."""
    texts = (text for output in _outputs(body) for text in output.find_all(nodes.TemplateData))
    return any(MARK.search(text.data) for text in texts)


class _TemplateChecker(Expressions):
    """One walk over a syntax tree: statements here, expressions in the base class."""

    beside: Sequence[nodes.Scope] = ()  # the variations of the body that is being checked

    def body(self, statements: list[nodes.Node]) -> None:
        outer, self.printed = self.printed, self.printed | _printed_paths(statements)
        around = self.beside
        self.beside = [node for node in statements if isinstance(node, nodes.Scope)]
        self._statements(statements)
        self.printed, self.beside = outer, around

    def _statements(self, statements: list[nodes.Node]) -> None:
        for statement in statements:
            visit = getattr(self, f"on_{type(statement).__name__.lower()}", None)
            if visit:
                visit(statement)
            else:
                self.refuse_node(statement)

    def on_output(self, node: nodes.Output) -> None:
        for part, after in zip_longest(node.nodes, node.nodes[1:]):
            if isinstance(part, nodes.TemplateData):
                continue
            if _is_table(part):
                self.table(part)
                continue
            kind = self.expression(part)
            unit = self.unit_of(part, kind) if kind else ""
            if unit and isinstance(after, nodes.TemplateData) and after.data.startswith(unit):
                self.refuse(part, f"单位“{unit}”写了两次", "数连同单位一起输出，后面不再写单位")
            if kind and kind.name in ("rows", "row", "flag", "field"):
                self.refuse(part, f"{KIND_NAMES[kind.name]}不能直接输出")
            elif kind:
                self.require_known(part, kind)
                if kind.name == "words":
                    self.require_line(part, "自己的话")

    def table(self, node: nodes.Call) -> None:
        """Check a table: alone on its line, outside loops, of facts that it can show."""
        if self.scope:
            self.refuse(node, "循环里不写表格", "表格写在循环外面")
        if not node.args or node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.refuse(node, "表格里没有指标", "table(指标, 指标)")
        self.require_line(node, "表格")
        for argument in node.args:
            kind = self.expression(argument)
            if kind and (not isinstance(argument, nodes.Name) or kind.name not in NUMBER):
                self.refuse(argument, f"{KIND_NAMES[kind.name]}不能放进表格", "直接写指标的名字")
            elif kind:
                self.require_known(argument, kind)

    def require_line(self, node: nodes.Node, what: str) -> None:
        """Refuse a table or own words that share their line with anything else."""
        line = self.source.split("\n")[node.lineno - 1]
        if not ALONE.fullmatch(line):
            self.refuse(node, f"{what}写在了句子里", "“{{ … }}”单独占一行")

    def on_if(self, node: nodes.If) -> None:
        outer, self.printed = self.printed, self.printed | _printed_paths(node.else_)
        for branch in (node, *node.elif_):
            self.condition(branch.test)
        self.printed = outer
        self.guarded_body(node.body, implied(node.test, truth=True))
        passed = implied(node.test, truth=False)
        for branch in node.elif_:
            self.guarded_body(branch.body, passed | implied(branch.test, truth=True))
            passed |= implied(branch.test, truth=False)
        self.guarded_body(node.else_, passed)

    def guarded_body(self, body: list[nodes.Node], proven: frozenset[str]) -> None:
        outer, self.proven = self.proven, self.proven | proven
        self.body(body)
        self.proven = outer

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
        self.guarded_body(node.body, frozenset({kind.path if kind else ""}))
        del self.scope[name]

    def on_scope(self, node: nodes.Scope) -> None:
        """Check a variation: in a loop, two wordings or more, of which one may always be said."""
        said = wordings(node)
        if not self.scope:
            self.refuse(node, "vary 写在了循环外面", "写在 {% for … %} 里")
        if len(said) == 1:
            self.refuse(node, "vary 里只有一种说法", "用 {% or %} 隔开，再写一种")
        if not any(is_always(wording.test) for wording in said):
            self.refuse(node, "每一种说法都有条件", "至少有一种说法没有条件")
        self._check_alike(node)
        for wording in said:
            self._wording(wording)

    def _wording(self, wording: nodes.If) -> None:
        if _has_marks(wording.body):
            self.refuse(wording, "说法里写了标题", "标题写在 vary 外面")
        if not is_always(wording.test):
            self.condition(wording.test)
        self.guarded_body(wording.body, implied(wording.test, truth=True))

    def _check_alike(self, node: nodes.Scope) -> None:
        """Refuse a wording that leaves out a field of the row that another one prints."""
        fields = self._fields_of(node)
        for index, printed in enumerate(fields):
            for path in sorted(frozenset().union(*fields) - printed - self.printed):
                if not any(self._complements(node, other, path) for other in self.beside):
                    wording = wordings(node)[index]
                    self.refuse(wording, f"这种说法没有写到“{path}”", "每种说法写到的内容一样")

    def _complements(self, node: nodes.Scope, other: nodes.Scope, path: str) -> bool:
        """Tell whether two variations side by side print a field in turn: the one or the other."""
        tests = [[wording.test for wording in wordings(one)] for one in (node, other)]
        pairs = zip(self._fields_of(node), self._fields_of(other), strict=False)
        return tests[0] == tests[1] and all((path in a) != (path in b) for a, b in pairs)

    def _fields_of(self, node: nodes.Scope) -> list[frozenset[str]]:
        return [self._fields_printed(wording.body) for wording in wordings(node)]

    def _fields_printed(self, body: list[nodes.Node]) -> frozenset[str]:
        read = (field for output in _outputs(body) for field in output.find_all(nodes.Getattr))
        return frozenset(path for path in paths_of(read) if path.partition(".")[0] in self.scope)
