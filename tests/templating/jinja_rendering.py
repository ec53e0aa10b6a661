"""Renders a template with Jinja itself: what the project's own rendering must agree with.

In the syntax tree every printed expression is wrapped in a call that stores the value and prints a
placeholder, so a value can never be taken for markup, a line break or a heading.
"""

from __future__ import annotations

import re
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

from jinja2 import Template, nodes

from macros.figures.values import Value
from macros.templating.language import TABLE_WORD
from macros.templating.render import ENDED, Table, Words, evaluate
from macros.templating.variation import wordings

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from jinja2.sandbox import ImmutableSandboxedEnvironment

Piece = str | Value | Table  # a stretch of literal text, a value, or a table of figures
PRINTER = "_print"
CHOOSER, TURN, LOOP_WORDS = "_choose", "_turn", "_loop_words"
PLACEHOLDER = re.compile("\ue000([0-9]+)\ue001")


def compile_template(environment: ImmutableSandboxedEnvironment, tree: nodes.Template) -> Template:
    """Return a template ready to render; the printed expressions of `tree` are wrapped in place."""
    for output in tree.find_all(nodes.Output):
        output.nodes = [_wrapped(node) for node in output.nodes]
    for word in [node for node in tree.find_all(nodes.Getattr) if _is_loop_word(node)]:
        word.node = _loop_words(word)
    for number, scope in enumerate(list(tree.find_all(nodes.Scope))):
        scope.body = _chosen(scope, f"{TURN}{number}", number)
    code = environment.compile(tree)
    return Template.from_code(environment, code, environment.make_globals(None))


def _is_loop_word(node: nodes.Getattr) -> bool:
    """Tell whether it is a word of a loop that Jinja does not have."""
    return getattr(node.node, "name", "") == "loop" and node.attr in ("joint", "stop")


def _loop_words(node: nodes.Getattr) -> nodes.Expr:
    """Return a call that gives the words of the loop."""
    line = node.lineno
    words, loop = (nodes.Name(name, "load", lineno=line) for name in (LOOP_WORDS, "loop"))
    return nodes.Call(words, [loop], [], None, None, lineno=line)


def _words_of(loop: Any) -> SimpleNamespace:
    """Return the marks of a row, from what Jinja knows of it."""
    joint = "" if loop.first else "和" if loop.last else "、"
    return SimpleNamespace(joint=Value(joint), stop=Value("。" if loop.last else "；"))


def _chosen(scope: nodes.Scope, turn: str, number: int) -> list[nodes.Node]:
    """Return a variation as Jinja can run it: the number of a wording, then an if that asks it."""
    said, line = wordings(scope), scope.lineno
    tests = [wording.test for wording in said]
    loop, key = nodes.Name("loop", "load"), nodes.Const(number)
    chooser = nodes.Name(CHOOSER, "load")
    choice = nodes.Call(chooser, [loop, key, nodes.List(tests)], [], None, None)
    asked = [
        nodes.If(
            nodes.Compare(nodes.Name(turn, "load"), [nodes.Operand("eq", nodes.Const(at))]),
            wording.body,
            [],
            [],
        )
        for at, wording in enumerate(said)
    ]
    chosen = [nodes.Assign(nodes.Name(turn, "store"), choice), *asked]
    return [node.set_lineno(line) for node in chosen]


def _chooser() -> Callable[[Any, int, list[bool]], int]:
    """Return what chooses a wording: each loop has its own turns."""
    turns: dict[tuple[Any, int], list[int]] = {}

    def choose(loop: Any, number: int, holds: list[bool]) -> int:
        said = turns.setdefault((loop, number), [])
        holding = [at for at, held in enumerate(holds) if held is True]
        waiting = [at for at in holding if at not in said]
        chosen = (waiting or [at for at in said if at in holding] or [-1])[0]
        said[:] = [at for at in said if at != chosen] + [chosen]
        return chosen

    return choose


def _wrapped(node: nodes.Expr) -> nodes.Expr:
    if isinstance(node, nodes.TemplateData):
        return node
    line = node.lineno
    if isinstance(node, nodes.Call) and getattr(node.node, "name", "") == TABLE_WORD:
        names = [nodes.Const(argument.name, lineno=line) for argument in node.args]  # type: ignore[attr-defined]
        node = nodes.Call(
            nodes.Name(TABLE_WORD, "load", lineno=line), names, [], None, None, lineno=line
        )
    return nodes.Call(nodes.Name(PRINTER, "load", lineno=line), [node], [], None, None, lineno=line)


def render(template: Template, context: Mapping[str, Any]) -> list[Piece]:
    """Return the rendered template as literal text and values, in order."""
    values: list[Value | Table] = []

    def keep(value: Any) -> str:
        values.append(value if isinstance(value, Table) else _as_value(value))
        return f"\ue000{len(values) - 1}\ue001"

    def keep_value(value: Any) -> str:
        return _lines_of(value, context, keep) if isinstance(value, Words) else keep(value)

    text = template.render(
        {
            **context,
            PRINTER: keep_value,
            CHOOSER: _chooser(),
            LOOP_WORDS: _words_of,
            TABLE_WORD: lambda *names: Table(names),
        }
    )
    parts = PLACEHOLDER.split(text)
    pieces: list[Piece] = []
    for literal, index in zip(parts[::2], [*parts[1::2], None], strict=True):
        pieces += [literal] if literal else []
        pieces += [values[int(index)]] if index is not None else []
    return pieces


def _lines_of(words: Words, context: Mapping[str, Any], keep: Callable[[Any], str]) -> str:
    """Return own words as Jinja may print them, their expressions evaluated by the project."""
    lines = []
    for line in words.lines:
        parts = [Table(tuple(line.body))] if line.mark else line.body
        values = [Value(p, words.facts) if isinstance(p, str) else p for p in parts]
        values = [evaluate(v[1], context.__getitem__) if isinstance(v, list) else v for v in values]
        last = line.body[-1] if line.body and not line.mark else "。"
        ended = isinstance(last, str) and ENDED.search(last)
        lines.append("".join(map(keep, values)) + ("" if ended else "。"))
    return "\n\n".join(lines)


def _as_value(value: Any) -> Value:
    if isinstance(value, Value):
        return value
    if isinstance(value, int):
        return Value(str(value))
    now: Value = value.now  # a series prints this period
    return now
