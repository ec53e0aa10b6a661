"""Numbers a document's headings and items by their level, in the forms that a layout defines.

Templates contain no numbers.  A form is the first number of its level: 一、（一）1.（1） in the
standard (GB/T 9704-2012, 7.3.3).  Its last counter counts the level itself, those before it repeat
the levels above, as in 1.1.  Mirrors browser/document/numbering.js.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.figures.numerals import chinese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.document.document import Block

MAX_LEVEL = 4
MAX_CIRCLED = 20  # ⑳; greater numbers are written in brackets


def _circled(count: int) -> str:
    return chr(ord("①") + count - 1) if 0 < count <= MAX_CIRCLED else f"（{count}）"


COUNTERS: dict[str, Callable[[int], str]] = {"一": chinese, "1": str, "①": _circled}
COUNTER = re.compile(f"[{''.join(COUNTERS)}]")


def numbered(blocks: Iterable[Block], forms: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the blocks with a number on each that has a level; `forms` holds a form per level."""
    return tuple(_numbered(blocks, forms))


def _numbered(blocks: Iterable[Block], forms: tuple[str, ...]) -> Iterator[Block]:
    counts: list[int] = []  # one for each level down to that of the last block
    for block in blocks:
        if block.level:
            counts = [*counts, *[0] * MAX_LEVEL][: block.level]
            counts[-1] += 1
            yield replace(block, number=_number_text(forms[block.level - 1], counts))
        else:
            yield block


def _number_text(form: str, counts: list[int]) -> str:
    """Return the form with its counters replaced by the last of the counts."""
    left = iter(counts[-len(COUNTER.findall(form)) :])
    return COUNTER.sub(lambda found: COUNTERS[found[0]](next(left)), form)
