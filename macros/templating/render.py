"""Renders a compiled template to literal text and values; mirrors browser/templating/render.js.

Data is kept apart from literal text, so a value can never be taken for markup, a line break or a
heading.  What a text has made use of is noted: what it prints, and what its conditions read.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from macros.figures.values import Choice, Series, Value
from macros.templating.language import CALLS, FILTERS

if TYPE_CHECKING:
    from macros.templating.compiler import Body, Json

Piece = str | Value  # a stretch of literal text, or a value
Scope = Callable[[str], Any]  # looks a name up
WORDS = {name: word.call for name, word in (CALLS | FILTERS).items()}


def render(body: Body, scope: Scope, read: set[str] | None = None) -> list[Piece]:
    """Return the rendered body, neighbouring literal texts as one piece.

    The names that a condition which holds has read are added to `read`, and the lists of loops.
    """
    renderer = _Renderer(set() if read is None else read)
    renderer.run(body, scope)
    return renderer.pieces


class _Renderer:
    def __init__(self, read: set[str]) -> None:
        self.pieces: list[Piece] = []
        self.read = read

    def run(self, body: Body, scope: Scope) -> None:
        for statement in body:
            if isinstance(statement, str):
                self._text(statement)
            elif statement[0] == "=":
                self.pieces.append(printed(evaluate(statement[1], scope)))
            elif statement[0] == "if":
                self.run(self._branch(statement, scope), scope)
            else:
                self._loop(statement, scope)

    def _text(self, text: str) -> None:
        if self.pieces and isinstance(self.pieces[-1], str):
            self.pieces[-1] += text
        elif text:
            self.pieces.append(text)

    def _branch(self, statement: Json, scope: Scope) -> Body:
        _, branches, otherwise = statement
        for condition, body in branches:
            if evaluate(condition, scope) is True:
                self.read.update(names_in(condition))
                return list(body)
        return list(otherwise)

    def _loop(self, statement: Json, scope: Scope) -> None:
        _, name, rows, body = statement
        records = list(evaluate(rows, scope))
        if records:
            self.read.update(names_in(rows))
        for index, record in enumerate(records):
            state = {"index": index + 1, "first": not index, "last": index == len(records) - 1}
            inner = {name: record, "loop": state}
            self.run(body, lambda wanted, inner=inner: inner.get(wanted) or scope(wanted))


def evaluate(expression: Json, scope: Scope) -> Any:
    """Return what an expression comes to: a value, a list's rows, or whether a condition holds."""
    if isinstance(expression, str):
        return scope(expression)
    match expression:
        case ["()", name, *arguments]:
            return WORDS[name](*[evaluate(argument, scope) for argument in arguments])
        case [".", inner, attribute]:
            return _attribute(evaluate(inner, scope), attribute)
        case ["'", text]:
            return text
        case ["not", inner]:
            return not evaluate(inner, scope)
        case ["and", left, right]:
            return evaluate(left, scope) and evaluate(right, scope)
        case ["or", left, right]:
            return evaluate(left, scope) or evaluate(right, scope)
        case [operator, value, option]:
            return _is_option(evaluate(value, scope), evaluate(option, scope), operator)
    raise ValueError(f"not in the profile: {expression}")


def _attribute(value: Any, name: str) -> Any:
    return getattr(value, name) if isinstance(value, Series) else value[name]


def _is_option(value: Any, option: str, operator: str) -> bool:
    """Compare a choice with an option; one nobody has made is neither the option nor another."""
    return isinstance(value, Choice) and (value.text == option) == (operator == "==")


def names_in(expression: Json) -> set[str]:
    """Return the names an expression looks up, loop variables with them."""
    if isinstance(expression, str):
        return {expression}
    kind, *parts = expression
    if kind == "'":
        return set()
    inner = parts[:1] if kind == "." else parts[1:] if kind == "()" else parts
    return {name for part in inner for name in names_in(part)}


def printed(value: Any) -> Value:
    """Return what a value prints: a series this period's, the index of a loop its digits."""
    if isinstance(value, Series):
        return value.now
    return value if isinstance(value, Value) else Value(str(value))
