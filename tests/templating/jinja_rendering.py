"""Renders a template with Jinja itself: what the project's own rendering must agree with.

In the syntax tree every printed expression is wrapped in a call that stores the value and prints a
placeholder, so a value can never be taken for markup, a line break or a heading.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from jinja2 import Template, nodes

from macros.figures.values import Value

if TYPE_CHECKING:
    from collections.abc import Mapping

    from jinja2.sandbox import ImmutableSandboxedEnvironment

Piece = str | Value  # a stretch of literal text, or a value
PRINTER = "_print"
PLACEHOLDER = re.compile("\ue000([0-9]+)\ue001")


def compile_template(environment: ImmutableSandboxedEnvironment, tree: nodes.Template) -> Template:
    """Return a template ready to render; the printed expressions of `tree` are wrapped in place."""
    for output in tree.find_all(nodes.Output):
        output.nodes = [_wrapped(node) for node in output.nodes]
    code = environment.compile(tree)
    return Template.from_code(environment, code, environment.make_globals(None))


def _wrapped(node: nodes.Expr) -> nodes.Expr:
    if isinstance(node, nodes.TemplateData):
        return node
    line = node.lineno
    return nodes.Call(nodes.Name(PRINTER, "load", lineno=line), [node], [], None, None, lineno=line)


def render(template: Template, context: Mapping[str, Any]) -> list[Piece]:
    """Return the rendered template as literal text and values, in order."""
    values: list[Value] = []

    def keep_value(value: Any) -> str:
        values.append(_as_value(value))
        return f"\ue000{len(values) - 1}\ue001"

    text = template.render({**context, PRINTER: keep_value})
    parts = PLACEHOLDER.split(text)
    pieces: list[Piece] = []
    for literal, index in zip(parts[::2], [*parts[1::2], None], strict=True):
        pieces += [literal] if literal else []
        pieces += [values[int(index)]] if index is not None else []
    return pieces


def _as_value(value: Any) -> Value:
    if isinstance(value, Value):
        return value
    if isinstance(value, int):
        return Value(str(value))
    now: Value = value.now  # a series prints this period
    return now
