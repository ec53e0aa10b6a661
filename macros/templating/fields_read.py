"""Which fields of lists' records a text reads; mirrors browser/templating/fields_read.js."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.templating.render import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.templating.compiler import Body, Json

    Loops = Mapping[str, str]  # from the variable of a loop to its list


def fields_read(body: Body, loops: Loops | None = None) -> Iterator[tuple[str, str]]:
    """Yield each list with a field that a body reads; no name of a field stands for the first."""
    known = loops or {}
    for statement in body:
        match statement:
            case ["=", expression]:
                yield from _in_expression(expression, known)
            case ["if", branches, otherwise]:
                for test, inner in branches:
                    yield from _in_expression(test, known)
                    yield from fields_read(inner, known)
                yield from fields_read(otherwise, known)
            case ["for", name, rows, inner]:
                yield from fields_read(inner, {**known, name: names_in(rows)[0]})


def _in_expression(expression: Json, loops: Loops) -> Iterator[tuple[str, str]]:
    match expression:
        case [".", str(name), field] if name in loops:
            yield loops[name], field
        case ["()", "listed", str(rows)]:
            yield rows, ""
        case ["()", _, str(rows), ["'", field]]:
            yield rows, field
        case [_, *parts]:
            for part in parts:
                yield from _in_expression(part, loops)
