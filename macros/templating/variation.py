"""Rows of like items said in turn: `{% vary %}one wording{% or %}another{% endvary %}`.

Jinja reads it here.  In a syntax tree it is a Scope around an If, whose branches are the wordings;
Jinja itself makes no other Scope of what the profile has.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from jinja2 import nodes
from jinja2.ext import Extension

if TYPE_CHECKING:
    from jinja2.parser import Parser

OPENING, NEXT, CLOSING = "vary", "or", "endvary"
ALWAYS = True  # what stands in a tree where a wording has no condition


class Variation(Extension):
    """Lets Jinja read wordings, each with a condition or none."""

    tags = {OPENING}  # noqa: RUF012 - as Jinja declares it

    def parse(self, parser: Parser) -> nodes.Node:
        """Return the wordings as the branches of an If in a Scope."""
        line = parser.stream.current.lineno
        branches: list[nodes.If] = []
        while not branches or parser.stream.current.value == NEXT:
            branches.append(_wording(parser))
        next(parser.stream)
        return variation(branches, line)


def _wording(parser: Parser) -> nodes.If:
    """Return the wording after the tag that the parser stands at; without a condition, of True."""
    line = next(parser.stream).lineno
    ends = parser.stream.current.type == "block_end"
    test = always(line) if ends else parser.parse_expression()
    body = parser.parse_statements((f"name:{NEXT}", f"name:{CLOSING}"))
    return nodes.If(test, body, [], [], lineno=line)


def wordings(node: nodes.Scope) -> list[nodes.If]:
    """Return the wordings of a variation, each as a branch without others."""
    first = cast("nodes.If", node.body[0])  # as `variation` makes it
    return [first, *first.elif_]


def variation(branches: list[nodes.If], line: int) -> nodes.Scope:
    """Return a variation of these wordings, none of which has other branches yet."""
    first, *others = branches
    first.elif_ = others
    return nodes.Scope([first], lineno=line)


def always(line: int) -> nodes.Const:
    """Return the condition of a wording that has none."""
    return nodes.Const(ALWAYS, lineno=line)


def is_always(test: nodes.Node) -> bool:
    """Tell whether a wording has no condition."""
    return isinstance(test, nodes.Const) and test.value is True
