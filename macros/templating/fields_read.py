"""Which fields of lists' records a text reads; mirrors browser/templating/fields_read.js."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.templating.remembered import remembered
from macros.templating.render import expressions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.templating.compiler import Body, Json
    from macros.templating.render import Loops


@remembered
def fields_read(body: Body) -> Iterator[tuple[str, str]]:
    """Yield each list with a field that a body reads; no name of a field stands for the first."""
    for expression, loops in expressions_in(body, {}):
        yield from _in_expression(expression, loops)


def _in_expression(expression: Json, loops: Loops) -> Iterator[tuple[str, str]]:
    match expression:
        case [".", str(name), field] if name in loops:
            yield loops[name], field
        case ["()", "listed", str(rows)]:
            yield rows, ""
        case ["()", "listed" | "total" | "tally", str(rows), ["'", field], *_]:
            yield rows, field
        case [_, *parts]:
            for part in parts:
                yield from _in_expression(part, loops)
