"""The expressions of a template: each has a kind, which decides where it may stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import nodes

from macros.schema.vocabulary import base_unit
from macros.source.report import Place, Report, nearest
from macros.templating.expression_kinds import Kind, fact_kind, field_kind, nonzero, sides
from macros.templating.language import (
    CALLS,
    FILTERS,
    FLAGS,
    KIND_NAMES,
    LOOP,
    NUMBER,
    REFUSED,
    Function,
    quoted_kind,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.schema.vocabulary import FactSpec
    from macros.templating.language import Kinds


WITH_UNIT = ("number", "series", "approx")


@dataclass
class CheckedTemplate:
    """A template that has been checked; `tree` is None when it has mistakes."""

    name: str
    tree: nodes.Template | None = None


class Expressions:
    """Finds the kind of every expression, and refuses what the profile does not have.

    `scope` holds the loop variables, `proven` the paths that a condition has proved to be given,
    `printed` those that are printed wherever this place of the template is.
    """

    def __init__(
        self, checked: CheckedTemplate, specs: Mapping[str, FactSpec], report: Report, source: str
    ) -> None:
        """Keep what is checked, the vocabulary, and where mistakes are reported."""
        self.checked, self.specs, self.report, self.source = checked, specs, report, source
        self.scope: dict[str, FactSpec] = {}
        self.proven: frozenset[str] = frozenset()
        self.printed: frozenset[str] = frozenset()

    def condition(self, node: nodes.Node) -> None:
        if isinstance(node, (nodes.And, nodes.Or)):
            self.condition(node.left)
            self.condition(node.right)
        elif isinstance(node, nodes.Not):
            self.condition(node.node)
        elif isinstance(node, nodes.Compare):
            self.comparison(node)
        else:
            kind = self.expression(node)
            if kind and kind.name != "flag":
                self.refuse(node, "if 后面不是条件", "known(x)、some(x)、rises(x) 等")

    def comparison(self, node: nodes.Compare) -> None:
        kind = self.expression(node.expr)
        operand = node.ops[0]
        option = operand.expr.value if isinstance(operand.expr, nodes.Const) else None
        if len(node.ops) > 1 or operand.op not in ("eq", "ne") or not isinstance(option, str):
            self.refuse(node, "比较只能是“选项 == '某项'”", "数的大小用 rises、reached 等")
        elif kind and (kind.name != "choice" or not kind.spec):
            self.refuse(node, f"{KIND_NAMES[kind.name]}不能用 == 比较", "选项")
        elif kind and kind.spec and option not in (kind.spec.options or []):
            options = kind.spec.options or []
            self.refuse(node, f"没有“{option}”这一项", "、".join(options), nearest(option, options))
        elif kind and not kind.optional and kind.path not in self.printed:
            what = f"“{kind.path}”只在条件里比较，没有选时文中没有空白"
            expected = f"在条件外面或 {{% else %}} 里也输出 {{{{ {kind.path} }}}}"
            self.refuse(node.expr, what, expected)

    def expression(self, node: nodes.Node) -> Kind | None:
        """Return the expression's kind, or None after reporting why it is refused."""
        visit = getattr(self, f"of_{type(node).__name__.lower()}", None)
        if visit:
            kind: Kind | None = visit(node)
            return kind
        self.refuse_node(node)
        return None

    def of_name(self, node: nodes.Name) -> Kind | None:
        if node.name in self.scope:
            return Kind("row", path=node.name)
        if node.name in FLAGS:
            return Kind("flag")
        spec = self.specs.get(node.name)
        if spec is None:
            names = [*self.specs, *self.scope, *CALLS, *FLAGS]
            self.refuse(node, f"没有“{node.name}”这个指标", guess=nearest(node.name, names))
            return None
        return fact_kind(spec, self.specs)

    def of_const(self, node: nodes.Const) -> Kind | None:
        if isinstance(node.value, str):
            return Kind("field", path=node.value)
        self.refuse(node, f"模板里直接写了“{node.value}”", "数字一律来自指标")
        return None

    def of_getattr(self, node: nodes.Getattr) -> Kind | None:
        if isinstance(node.node, nodes.Name) and node.node.name == "loop" and self.scope:
            if node.attr in LOOP:
                return Kind(LOOP[node.attr])
            self.refuse(node, f"不支持 loop.{node.attr}", "、".join(LOOP))
            return None
        kind = self.expression(node.node)
        if not kind:
            return None
        return self.field_of(node, kind) if kind.name == "row" else self.side_of(node, kind)

    def field_of(self, node: nodes.Getattr, kind: Kind) -> Kind | None:
        rows = self.scope[kind.path]
        spec = rows.record.get(node.attr)
        if spec is None:
            expected, guess = "、".join(rows.record), nearest(node.attr, rows.record)
            self.refuse(node, f"“{rows.label}”没有“{node.attr}”", expected, guess)
            return None
        return field_kind(spec, f"{kind.path}.{node.attr}")

    def side_of(self, node: nodes.Getattr, kind: Kind) -> Kind | None:
        allowed = sides(kind.spec, self.specs) if kind.name in ("series", "rate") else []
        # A fact with one side is printed by its name alone.
        if node.attr not in allowed or len(allowed) == 1:
            expected = "、".join(allowed[1:] and allowed) or "直接用它的名字"
            self.refuse(node, f"“{kind.path}”没有“.{node.attr}”", expected)
            return None
        name = "rate" if kind.name == "rate" else "number"
        return Kind(name, None, f"{kind.path}.{node.attr}", node.attr != "now")

    def of_call(self, node: nodes.Call) -> Kind | None:
        name = node.node.name if isinstance(node.node, nodes.Name) else ""
        function = CALLS.get(name)
        if function is None:
            shown = name or "这个调用"
            self.refuse(node, f"没有“{shown}”这个函数", guess=nearest(name, CALLS))
            return None
        return self.call_kind(node, name, function, list(node.args))

    def of_filter(self, node: nodes.Filter) -> Kind | None:
        function = FILTERS.get(node.name)
        if function is None or node.node is None:
            self.refuse(node, f"没有“{node.name}”这个过滤器", "、".join(FILTERS))
            return None
        return self.call_kind(node, node.name, function, [node.node, *node.args])

    def call_kind(
        self,
        node: nodes.Call | nodes.Filter,
        name: str,
        function: Function,
        arguments: list[nodes.Expr],
    ) -> Kind | None:
        if node.kwargs or node.dyn_args or node.dyn_kwargs:
            self.refuse(node, f"“{name}”的参数写法不支持", "只按顺序写参数")
            return None
        if not function.fewest <= len(arguments) <= len(function.takes):
            self.refuse(node, f"“{name}”的参数个数不对", function.number_of_arguments)
            return None
        kinds = [
            self.argument(argument, takes)
            for argument, takes in zip(arguments, function.takes, strict=False)
        ]
        for argument, kind, takes in zip(arguments, kinds, function.takes, strict=False):
            if kind and kind.name not in takes:
                lacks_side = kind.name == "number" and "series" in takes
                remedy = self.missing_side(kind, function) if lacks_side else ""
                expected = remedy or _kind_names(takes)
                self.refuse(argument, f"“{name}”不能用于{KIND_NAMES[kind.name]}", expected)
                return None
        if any(kind is None for kind in kinds):
            return None
        present = [kind for kind in kinds if kind]
        self.check_field(node, name, present)
        self.check_units(node, name, arguments, present)
        return self.result_kind(node, name, arguments, present)

    def argument(self, node: nodes.Expr, takes: Kinds) -> Kind | None:
        kind = self.expression(node)
        quoted = kind and kind.name == "field"
        return Kind(quoted_kind(kind.path, takes), path=kind.path) if kind and quoted else kind

    def check_field(self, node: nodes.Node, name: str, kinds: list[Kind]) -> None:
        if len(kinds) == 1 or kinds[1].name != "field":
            return
        record, field = self.specs[kinds[0].path].record, kinds[1].path
        if field not in record:
            self.refuse(
                node, f"列表没有“{field}”这个字段", "、".join(record), nearest(field, record)
            )
        elif name == "total" and not record[field].traits.number:
            self.refuse(node, f"“{field}”不是数，不能求和")
        elif record[field].type == "words":
            self.refuse(node, f"“{field}”是自己的话，不能列举")
        elif name == "tally" and kinds[2].path not in (options := record[field].options or []):
            self.refuse(node, f"“{field}”没有“{kinds[2].path}”这一项", "、".join(options))

    def check_units(
        self, node: nodes.Node, name: str, arguments: list[nodes.Expr], kinds: list[Kind]
    ) -> None:
        pairs = zip(arguments, kinds, strict=True)
        units = [self.unit_of(a, kind) for a, kind in pairs if kind.name in NUMBER]
        if (
            (CALLS | FILTERS)[name].one_unit
            and all(units)
            and len({base_unit(unit) for unit in units}) > 1
        ):
            what = f"“{name}”的两个数单位不同：{units[0]}和{units[1]}"
            self.refuse(node, what, "单位相同的数，万和亿不计")

    def result_kind(
        self, node: nodes.Node, name: str, arguments: list[nodes.Expr], kinds: list[Kind]
    ) -> Kind:
        function = CALLS.get(name) or FILTERS[name]
        if function.gives == "flag":
            return Kind("flag")
        for argument, kind in zip(arguments, kinds, strict=True):
            self.require_known(argument, kind)
        first = kinds[0]
        known = first.path in self.proven
        if name == "listed" and not known and not self.specs[first.path].at_least:
            self.refuse(node, f"“{first.path}”可能是空的", f"放在 {{% if some({first.path}) %}} 里")
        for kind in kinds:
            if kind.name in NUMBER - {"ref"}:
                self.require_side(node, function, kind)
        if function.whole:
            self.require_nonzero(arguments[function.whole], kinds[function.whole])
        return Kind(function.gives)

    def require_side(self, node: nodes.Node, function: Function, kind: Kind) -> None:
        """Refuse a figure that has not the side of which a function tells."""
        side = function.needs or function.tells
        if side and side not in sides(kind.spec, self.specs):
            expected = self.missing_side(kind, function)
            self.refuse(node, f"“{kind.path}”没有 {side}", expected)
        elif function.needs:
            path = f"{kind.path}.{side}"
            self.require_known(node, Kind("number", None, path, optional=True))

    def missing_side(self, kind: Kind, function: Function) -> str:
        """Return what to declare so that a figure has the side that a function needs."""
        name, _, side = kind.path.partition(".")
        spec, needed = self.specs.get(name), function.needs or function.tells
        if not needed or spec is None:
            return ""
        if side:
            return f"{name}，不带“.{side}”"
        names = "、".join(spec.sources or [kind.path])
        return f"在 data/facts 里给 {names} 写上 series: [{needed}]"

    def unit_of(self, node: nodes.Node, kind: Kind) -> str:
        """Return the unit that a figure is printed with; empty when it has none."""
        if isinstance(node, nodes.Call) and node.args and isinstance(node.args[0], nodes.Name):
            counted = getattr(node.node, "name", "") == "count"
            kind = Kind("number", self.specs.get(node.args[0].name)) if counted else kind
        spec = kind.spec or self.specs.get(kind.path.partition(".")[0])
        return spec.unit if spec and kind.name in WITH_UNIT else ""

    # --- what may be missing ---

    def require_known(self, node: nodes.Node, kind: Kind) -> None:
        if kind.optional and kind.path not in self.proven:
            test = "some" if kind.name == "rows" else "known"
            self.refuse(node, f"“{kind.path}”可能没有", f"放在 {{% if {test}({kind.path}) %}} 里")

    def require_nonzero(self, node: nodes.Node, kind: Kind) -> None:
        spec = kind.spec or self.specs.get(kind.path.partition(".")[0])
        least = spec.range[0] if spec and spec.range else 0
        if kind.path and least <= 0 and nonzero(kind.path) not in self.proven:
            expected = f"放在 {{% if not zero({kind.path}) %}} 里"
            self.refuse(node, f"“{kind.path}”可能是零", expected)

    def refuse_node(self, node: nodes.Node) -> None:
        """Report syntax that the profile does not have."""
        written, expected = REFUSED.get(type(node).__name__, ("这里", "指标、函数、过滤器"))
        self.refuse(node, f"模板里不用“{written}”", expected)

    def refuse(self, node: nodes.Node, what: str, expected: str = "", guess: str = "") -> None:
        """Report a node; its column is where its name stands in its line."""
        lines = self.source.split("\n")
        line = lines[node.lineno - 1] if node.lineno <= len(lines) else ""
        callee = node.node if isinstance(node, nodes.Call) else node
        name = getattr(callee, "attr", None) or getattr(callee, "name", None) or "{"
        place = Place(self.checked.name, node.lineno, max(line.find(name), 0) + 1)
        self.report.error(place, what, expected, guess)


def _kind_names(kinds: Iterable[str]) -> str:
    return "、".join(name for kind, name in KIND_NAMES.items() if kind in kinds)
