"""The expressions of a reader's own text: `fact`, `fact.last`, `fact|wan`, `share(a, b)`.

They are read without Jinja, into the same form as a template's, and checked against the same table
of words.  A mistake says what is wrong in words that browser/templating/own_expressions.js has too.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.schema.vocabulary import base_unit
from macros.templating.expression_kinds import Kind, fact_kind, sides
from macros.templating.language import (
    FILTERS,
    FUNCTIONS,
    KIND_NAMES,
    NUMBER,
    PRINTED,
    TABLE_WORD,
    WORD,
    quoted_kind,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.schema.vocabulary import FactSpec
    from macros.templating.compiler import Json
    from macros.templating.language import Function, Kinds

NAME = r"[A-Za-z_][A-Za-z0-9_]*"
GAP = r"[ \t]*"
OPERAND = re.compile(rf"({NAME})(?:{GAP}\.{GAP}({NAME}))?")
QUOTED = re.compile(rf"'({NAME}|{WORD.pattern})'")
CALL = re.compile(rf"({NAME}){GAP}\((.*)\)")
FILTER = re.compile(rf"{GAP}({NAME}){GAP}(?:\((.*)\))?")
FORMS = "指标、指标.last、指标|过滤器、函数(指标, 指标)"


class ExpressionError(ValueError):
    """What is wrong with an expression, what was expected, and the names it could have meant."""

    def __init__(
        self, what: str, expected: str = "", known: tuple[str, ...] = (), fact: str = ""
    ) -> None:
        """Keep the message; the nearest name may be looked for in `known`; `fact` is unknown."""
        super().__init__(what)
        self.what, self.expected, self.known, self.fact = what, expected, known, fact


def parse(written: str) -> Json:
    """Return a written expression in the form of compiler.py; ExpressionError when it is none."""
    text = written.strip(" \t")
    if not text:
        raise ExpressionError("双花括号里是空的", FORMS)
    call = CALL.fullmatch(text)
    if call:
        return ["()", call[1], *_arguments(call[2])]
    inner, bar, rest = text.partition("|")
    filtered = FILTER.fullmatch(rest) if bar else None
    if filtered:
        more = [] if filtered[2] is None else _arguments(filtered[2])
        return ["()", filtered[1], _operand(inner.rstrip(" \t")), *more]
    return _operand(text)


def _arguments(written: str) -> list[Json]:
    parts = [part.strip(" \t") for part in written.split(",")]
    return [_argument(part) for part in parts] if parts != [""] else []


def _argument(written: str) -> Json:
    if "(" in written or "|" in written:
        raise ExpressionError("函数里面又写了函数", "一个“{{ }}”里只写一个函数或过滤器")
    quoted = QUOTED.fullmatch(written)
    return ["'", quoted[1]] if quoted else _operand(written)


def _operand(written: str) -> Json:
    found = OPERAND.fullmatch(written)
    if not found:
        raise ExpressionError(f"读不懂“{written}”", FORMS)
    return [".", found[1], found[2]] if found[2] else found[1]


# --- what it may say --------------------------------------------------------------------------


def check(expression: Json, specs: Mapping[str, FactSpec]) -> None:
    """Raise ExpressionError when an expression cannot be printed with these facts."""
    if is_table(expression):
        _check_table(expression[2:], specs)
        return
    kind = kind_of(expression, specs)
    if kind.name not in PRINTED:
        raise ExpressionError(f"{KIND_NAMES[kind.name]}不能直接输出", "listed、count 等")


def is_table(expression: Json) -> bool:
    """Tell whether an expression is a table of facts, which a line has for itself."""
    return isinstance(expression, list) and expression[:2] == ["()", TABLE_WORD]


def _check_table(arguments: list[Json], specs: Mapping[str, FactSpec]) -> None:
    if not arguments:
        raise ExpressionError("表格里没有指标", "table(指标, 指标)")
    for argument in arguments:
        kind = kind_of(argument, specs)
        if not isinstance(argument, str) or kind.name not in NUMBER:
            raise ExpressionError(f"{KIND_NAMES[kind.name]}不能放进表格", "直接写指标的名字")


def kind_of(expression: Json, specs: Mapping[str, FactSpec]) -> Kind:
    """Return the kind of an expression; ExpressionError when it says what it may not."""
    if isinstance(expression, str):
        return _fact(expression, specs)
    match expression:
        case ["'", field]:
            return Kind("field", path=field)
        case [".", name, side]:
            return _side(name, side, specs)
    return _called(expression[1], expression[2:], specs)


def _fact(name: str, specs: Mapping[str, FactSpec]) -> Kind:
    if name not in specs:
        raise ExpressionError(f"没有“{name}”这个指标", "", (name, *specs), name)
    return fact_kind(specs[name], specs)


def _side(name: str, side: str, specs: Mapping[str, FactSpec]) -> Kind:
    kind = _fact(name, specs)
    allowed = sides(specs[name], specs)
    if side not in allowed or len(allowed) == 1:
        expected = "、".join(allowed) if len(allowed) > 1 else "直接用它的名字"
        raise ExpressionError(f"“{name}”没有“.{side}”", expected)
    return Kind("rate" if kind.name == "rate" else "number", kind.spec, f"{name}.{side}")


def _called(name: str, arguments: list[Json], specs: Mapping[str, FactSpec]) -> Kind:
    words = FUNCTIONS | FILTERS
    function = words.get(name)
    if function is None:
        what = "表格要单独占一行" if name == TABLE_WORD else f"没有“{name}”这个函数或过滤器"
        raise ExpressionError(what, "", (name, *words))
    if not function.fewest <= len(arguments) <= len(function.takes):
        raise ExpressionError(f"“{name}”的参数个数不对", function.number_of_arguments)
    kinds = [
        _argument_kind(argument, takes, specs)
        for argument, takes in zip(arguments, function.takes, strict=False)
    ]
    for kind, takes in zip(kinds, function.takes, strict=False):
        if kind.name not in takes:
            expected = "、".join(KIND_NAMES[k] for k in KIND_NAMES if k in takes)
            raise ExpressionError(f"“{name}”不能用于{KIND_NAMES[kind.name]}", expected)
    _check_field(name, kinds)
    if function.one_unit:
        _check_units(name, kinds)
    for kind in kinds:
        if kind.name in NUMBER:
            _check_side(function, kind, specs)
    return Kind(function.gives)


def _argument_kind(argument: Json, takes: Kinds, specs: Mapping[str, FactSpec]) -> Kind:
    kind = kind_of(argument, specs)
    quoted = kind.name == "field"
    return Kind(quoted_kind(kind.path, takes), path=kind.path) if quoted else kind


def _check_field(name: str, kinds: list[Kind]) -> None:
    rows, *others = kinds
    field = others[0].path if others and others[0].name == "field" else ""
    record = getattr(rows.spec, "record", {})
    if field and field not in record:
        raise ExpressionError(f"列表没有“{field}”这个字段", "、".join(record))
    if field and name == "total" and not record[field].traits.number:
        raise ExpressionError(f"“{field}”不是数，不能求和")
    if field and record[field].type == "words":
        raise ExpressionError(f"“{field}”是自己的话，不能列举")
    if field and name == "tally" and others[1].path not in (options := record[field].options or []):
        raise ExpressionError(f"“{field}”没有“{others[1].path}”这一项", "、".join(options))


def _check_units(name: str, kinds: list[Kind]) -> None:
    units = [kind.spec.unit for kind in kinds if kind.spec]
    if all(units) and len({base_unit(unit) for unit in units}) > 1:
        what = f"“{name}”的两个数单位不同：{units[0]}和{units[1]}"
        raise ExpressionError(what, "单位相同的数，万和亿不计")


def _check_side(function: Function, kind: Kind, specs: Mapping[str, FactSpec]) -> None:
    side = function.needs or function.tells
    if side and ("." in kind.path or side not in sides(kind.spec, specs)):
        raise ExpressionError(f"“{kind.path}”没有 {side}", f"在指标里声明 series: [{side}]")
