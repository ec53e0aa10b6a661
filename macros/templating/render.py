"""Renders a compiled template to literal text and values; mirrors browser/templating/render.js.

Data is kept apart from literal text, so a value can never be taken for markup, a line break or a
heading.  What a text has made use of is noted: what it prints, and what its conditions read.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.figures.values import Blank, Choice, Figure, Series, Value
from macros.templating.language import CALLS, FILTERS, TABLE_WORD
from macros.templating.line_marks import ROW
from macros.templating.own_expressions import is_table
from macros.templating.remembered import remembered

if TYPE_CHECKING:
    from macros.templating.compiler import Body, Json
    from macros.templating.own_text import OwnLine

    Loops = dict[str, str]  # from the variable of a loop to its list


@dataclass(frozen=True)
class Table:
    """A table among the pieces of a text: the names of its facts."""

    facts: tuple[str, ...]


@dataclass(frozen=True)
class Words(Value):
    """Somebody's own words for a record of a list; `text` is as they were written."""

    lines: tuple[OwnLine, ...] = ()


Piece = str | Value | Table  # a stretch of literal text, a value, or a table of figures
Scope = Callable[[str], Any]  # looks a name up
TYPED_BLANK = re.compile("(＿+)")
# how a line of own words ends that needs no full stop
ENDED = re.compile(r"[。！？；：，、….!?;:,][”’）)]?\s*$")
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
                self._value(statement[1], scope)
            elif statement[0] == "if":
                self.run(self._branch(statement, scope), scope)
            elif statement[0] == "vary":
                self.run(self._wording(statement, scope), scope)
            else:
                self._loop(statement, scope)

    def _text(self, text: str) -> None:
        if self.pieces and isinstance(self.pieces[-1], str):
            self.pieces[-1] += text
        elif text:
            self.pieces.append(text)

    def _value(self, expression: Json, scope: Scope) -> None:
        """Print a value; what is only stated says its own date where it has one."""
        if is_table(expression):
            self.pieces.append(Table(tuple(expression[2:])))
            return
        value = printed(evaluate(expression, scope))
        if isinstance(value, Words):
            self._words(value, scope)
            return
        self.pieces.append(value)
        if isinstance(expression, str) and isinstance(value, Figure) and value.as_of:
            self.pieces.append(Value(value.as_of, value.facts))

    def _words(self, words: Words, scope: Scope) -> None:
        """Print own words, a paragraph a line; their text is a value, so that it has no marks."""
        for number, line in enumerate(words.lines):
            self._text("\n\n" if number else "")
            if line.mark == TABLE_WORD:
                self.pieces.append(Table(tuple(line.body)))
                continue
            mark = ROW if line.mark else ""  # text, as a record's words have no tables of words
            self.pieces += _typed_values(mark, words.facts)
            for part in line.body:
                if isinstance(part, str):
                    self.pieces += _typed_values(part, words.facts)
                else:
                    self._value(part[1], scope)
            self._text("" if _is_ended(line.body) else "。")

    def _branch(self, statement: Json, scope: Scope) -> Body:
        _, branches, otherwise = statement
        for condition, body in branches:
            if evaluate(condition, scope) is True:
                self.read.update(names_in(condition))
                return list(body)
        return list(otherwise)

    def _wording(self, statement: Json, scope: Scope) -> Body:
        """Return, of the wordings whose condition holds, the one not said for longest."""
        said: list[int] = scope("loop")["said"]
        holding = [wording for wording in statement[1] if evaluate(wording[0], scope) is True]
        if not holding:
            return []
        condition, body = min(holding, key=lambda wording: _last_turn(said, id(wording[1])))
        said.append(id(body))
        self.read.update(names_in(condition))
        return list(body)

    def _loop(self, statement: Json, scope: Scope) -> None:
        _, name, rows, body = statement
        records = list(evaluate(rows, scope))
        said: list[int] = []  # the wordings of variations, as the rows have said them
        if records:
            self.read.update(names_in(rows))
        for index, record in enumerate(records):
            state = {**loop_words(index, len(records)), "said": said}
            self.run(body, _within(scope, {name: record, "loop": state}))


def _is_ended(body: Body) -> bool:
    """Tell whether a line of own words ends with a mark."""
    return not body or (isinstance(body[-1], str) and bool(ENDED.search(body[-1])))


def loop_words(index: int, count: int) -> dict[str, Any]:
    """Return what a loop says of a row; `joint` goes before what it lists, `stop` after it."""
    first, last = not index, index == count - 1
    joint = "" if first else "和" if last else "、"
    marks = {"joint": Value(joint), "stop": Value("。" if last else "；")}
    return {"index": index + 1, "first": first, "last": last, **marks}


def _last_turn(said: list[int], wording: int) -> int:
    """Return when a wording was said last, counted from 1; 0 when it has not been said yet."""
    return max((turn for turn, one in enumerate(said, start=1) if one == wording), default=0)


def _typed_values(text: str, facts: tuple[str, ...]) -> list[Value]:
    """Return what somebody has typed, as values; a blank among it is one."""
    parts = enumerate(TYPED_BLANK.split(text))
    return [Blank(part, facts) if at % 2 else Value(part, facts) for at, part in parts if part]


def _within(scope: Scope, names: dict[str, Any]) -> Scope:
    return lambda wanted: names[wanted] if wanted in names else scope(wanted)


def evaluate(expression: Json, scope: Scope) -> Any:
    """Return what an expression comes to: a value, a list's rows, or whether a condition holds."""
    if isinstance(expression, str):
        return scope(expression)
    kind, first, *others = expression
    if kind == "'":
        return first
    if kind == "()":
        return WORDS[first](*[evaluate(argument, scope) for argument in others])
    value = evaluate(first, scope)
    return _attribute(value, others[0]) if kind == "." else _condition(kind, value, others, scope)


def _condition(kind: str, value: Any, others: list[Json], scope: Scope) -> Any:
    """Return whether not, and, or, == or != holds; the second of two is only asked if need be."""
    match kind:
        case "not":
            return not value
        case "and":
            return value and evaluate(others[0], scope)
        case "or":
            return value or evaluate(others[0], scope)
    return _is_option(value, evaluate(others[0], scope), kind)


def _attribute(value: Any, name: str) -> Any:
    return getattr(value, name) if isinstance(value, Series) else value[name]


def _is_option(value: Any, option: str, operator: str) -> bool:
    """Compare a choice with an option; one nobody has made is neither the option nor another."""
    return isinstance(value, Choice) and (value.text == option) == (operator == "==")


def names_in(expression: Json) -> list[str]:
    """Return the names an expression looks up, loop variables with them, in order."""
    if isinstance(expression, str):
        return [expression]
    kind, *parts = expression
    if kind == "'":
        return []
    inner = parts[:1] if kind == "." else parts[1:] if kind == "()" else parts
    return [name for part in inner for name in names_in(part)]


@remembered
def facts_in(body: Body) -> Iterator[str]:
    """Yield the names that a body looks up, loop variables with them, in order."""
    for expression, _ in expressions_in(body, {}):
        yield from names_in(expression)


def expressions_in(body: Body, loops: Loops) -> Iterator[tuple[Json, Loops]]:
    """Yield every expression of a body, with the lists of the loops it stands in, by variable."""
    for statement in body:
        match statement:
            case ["=", expression]:
                yield expression, loops
            case ["if" | "vary", branches, otherwise]:
                for test, inner in branches:
                    yield test, loops
                    yield from expressions_in(inner, loops)
                yield from expressions_in(otherwise, loops)
            case ["for", name, rows, inner]:
                yield rows, loops
                yield from expressions_in(inner, {**loops, name: names_in(rows)[0]})


def printed(value: Any) -> Value:
    """Return what a value prints: a series this period's, the index of a loop its digits."""
    if isinstance(value, Series):
        return value.now
    return value if isinstance(value, Value) else Value(str(value))
