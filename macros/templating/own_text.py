"""A reader's own text: plain words with figures between {{ and }}, a paragraph a line.

It is no Jinja: whatever stands outside double braces is text, single braces and `{%` with it.
Mirrors browser/templating/own_text.js; tests/vectors/own_text.json holds the two together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.templating.language import TABLE_WORD
from macros.templating.line_marks import MARKS
from macros.templating.own_expressions import ExpressionError, check, is_table, parse

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.schema.vocabulary import FactSpec
    from macros.templating.compiler import Body, Json

OPEN, CLOSE = "{{", "}}"
SPACE = " \t\u3000"
EXPRESSION = re.compile(r"(\{\{.*?\}\})")  # within one line; a text splits into words and these


def without_expressions(text: str) -> str:
    """Return the words of an own text as it is written, without its expressions."""
    return EXPRESSION.sub("", text)


@dataclass(frozen=True)
class OwnLine:
    """One line: its mark (item, heading, row, table or none), and its body or a table's facts."""

    mark: str
    body: Body


@dataclass(frozen=True)
class OwnMistake:
    """What is wrong in an own text, and where: the offset of a character."""

    index: int
    error: ExpressionError


@dataclass
class OwnText:
    """An own text read whole; what is wrong in it stands in it as it was written."""

    lines: list[OwnLine] = field(default_factory=list)
    mistakes: list[OwnMistake] = field(default_factory=list)


def read_own_text(text: str, specs: Mapping[str, FactSpec], *, marked: bool) -> OwnText:
    """Return the lines of an own text; only a section's are `marked` by `+ ` and `# `."""
    found, start = OwnText(), 0
    for written in text.split("\n"):
        line = written.strip(SPACE)
        indent = len(written) - len(written.lstrip(SPACE))
        if line:
            found.lines.append(_line(line, start + indent, specs, marked, found.mistakes))
        start += len(written) + 1
    return found


def _line(
    line: str,
    start: int,
    specs: Mapping[str, FactSpec],
    marked: bool,  # noqa: FBT001
    mistakes: list[OwnMistake],
) -> OwnLine:
    marks = (kind for head, kind in MARKS.items() if line.startswith(head))
    mark = next((kind for kind in marks if marked or kind == "row"), "")
    cut = 2 if mark else 0
    rest = line[cut:].lstrip(SPACE)
    body = _body(rest, start + len(line) - len(rest), specs, mistakes, alone=not mark)
    if len(body) == 1 and isinstance(body[0], list) and is_table(body[0][1]):
        return OwnLine(TABLE_WORD, body[0][1][2:])
    return OwnLine(mark, body)


def _body(
    line: str,
    start: int,
    specs: Mapping[str, FactSpec],
    mistakes: list[OwnMistake],
    *,
    alone: bool,
) -> Body:
    """Return the body of a line; `alone` when no mark stands before it."""
    body: Body = []
    at = 0
    while (opened := line.find(OPEN, at)) >= 0:
        closed = line.find(CLOSE, opened + len(OPEN))
        if closed < 0:
            error = ExpressionError("“{{”没有结束", "“{{ 指标 }}”，写在同一行")
            mistakes.append(OwnMistake(start + opened, error))
            break
        end = closed + len(CLOSE)
        try:
            whole = alone and not opened and end == len(line)
            expression = _expression(line[opened + len(OPEN) : closed], specs, alone=whole)
            body += [line[at:opened], ["=", expression]]
        except ExpressionError as error:
            mistakes.append(OwnMistake(start + opened, error))
            body.append(line[at:end])
        at = end
    return _joined([*body, line[at:]])


def _expression(written: str, specs: Mapping[str, FactSpec], *, alone: bool) -> Json:
    """Return what stands between braces; `alone` when nothing else stands in its line."""
    expression = parse(written)
    if is_table(expression) and not alone:
        raise ExpressionError("表格写在了句子里", "“{{ table(指标, 指标) }}”单独占一行")
    check(expression, specs)
    return expression


def _joined(body: Body) -> Body:
    """Return the body with neighbouring texts as one and without empty ones."""
    joined: Body = []
    for part in body:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part:
            joined.append(part)
    return joined
