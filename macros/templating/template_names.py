"""Finds the facts that a template names, by its tokens, so that they can be renamed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from jinja2 import Environment

if TYPE_CHECKING:
    from collections.abc import Iterator

PART = "."  # of what stands before: a side, a field, a filter
FILTER = "|"


def places_of_name(source: str, name: str) -> Iterator[int]:
    """Yield where in a template a fact is named: not a side, a filter, a function or a text."""
    tokens, index = [], 0
    for _, kind, text in Environment(autoescape=True, keep_trailing_newline=True).lex(source):
        if kind != "whitespace":
            tokens.append((index, kind, text))
        index += len(text)
    for before, (at, kind, text), after in zip(
        [(0, "", ""), *tokens], tokens, [*tokens[1:], (0, "", "")], strict=False
    ):
        called = after[2] == "("
        if kind == "name" and text == name and before[2] not in (PART, FILTER) and not called:
            yield at
