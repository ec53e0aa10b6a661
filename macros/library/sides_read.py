"""Finds which last periods and plans are read: by a template, or in the text of an example."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.figures.values import SIDES
from macros.templating.language import CALLS, TABLE_WORD

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.library.library import Library
    from macros.templating.compiler import Body, Json

Side = tuple[str, str]  # a fact and a side of it
# The words that read sides without needing them: a table's columns, all that is known of a figure.
ALSO_READ = {
    TABLE_WORD: ("last",),
    "stated": ("last", "plan"),
    "measured": ("last",),
    "rated": ("last",),
    "changed": ("last",),
}


def sides_read(library: Library) -> set[Side]:
    """Return every side that a template reads, and those in the examples composed so far."""
    templates = [*library.templates.values(), *library.frame.values()]
    bodies = (form.body for template in templates for form in template.forms.values())
    named = {side for body in bodies for side in _in_body(body)}
    return _with_sources(named | set(_in_examples(library)), library)


def _in_examples(library: Library) -> Iterator[Side]:
    for document in library.documents.values():
        for block in document.blocks:
            for run in block.all_runs:
                for path in run.facts:
                    name, _, side = path.partition(".")
                    yield name, side


def _in_body(body: Body) -> Iterator[Side]:
    """Yield the sides that a compiled body reads, whichever branch is taken."""
    for statement in body:
        match statement:
            case ["=", expression]:
                yield from _in_expression(expression)
            case ["if" | "vary", branches, otherwise]:
                for test, inner in branches:
                    yield from _in_expression(test)
                    yield from _in_body(inner)
                yield from _in_body(otherwise)
            case ["for", _, _, inner]:
                yield from _in_body(inner)


def _in_expression(expression: Json) -> Iterator[Side]:
    match expression:
        case [".", str() as name, side] if side in SIDES:
            yield name, side
        case ["()", word, *arguments]:
            sides = (*ALSO_READ.get(word, ()), *_needed(word))
            yield from ((name, s) for name in arguments if isinstance(name, str) for s in sides)
            yield from _in_all(arguments)
        case [_, *parts]:
            yield from _in_all(parts)


def _in_all(expressions: Iterable[Json]) -> Iterator[Side]:
    for expression in expressions:
        yield from _in_expression(expression)


def _needed(word: str) -> tuple[str, ...]:
    function = CALLS.get(word)
    side = function.needs or function.tells if function else ""
    return (side,) if side else ()


def _with_sources(read: set[Side], library: Library) -> set[Side]:
    """Return the sides with those of the facts that computed ones are made of."""
    waiting, found = list(read), set(read)
    while waiting:
        name, side = waiting.pop()
        sources = library.facts[name].sources if name in library.facts else []
        new = {(source, side) for source in sources} - found
        found |= new
        waiting += new
    return found
