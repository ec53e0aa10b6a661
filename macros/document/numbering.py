"""Numbers a document's headings and items by their level, in the forms that a layout asks for.

Templates never type a number.  A form is how the first number of its level reads: 一、（一）1.（1）
in the standard (GB/T 9704-2012, 7.3.3).  Its last counter is the level's own; one before it, as in
1.1, repeats the level above.  Mirrors browser/document/numbering.js.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.figures.numerals import chinese

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from macros.document.document import Block

DEEPEST = 4
MOST_CIRCLED = 20  # ⑳; what comes after stands in brackets


def _circled(count: int) -> str:
    return chr(ord("①") + count - 1) if 0 < count <= MOST_CIRCLED else f"（{count}）"


COUNTERS: dict[str, Callable[[int], str]] = {"一": chinese, "1": str, "①": _circled}
COUNTER = re.compile(f"[{''.join(COUNTERS)}]")


def numbered(blocks: Iterable[Block], forms: tuple[str, ...]) -> tuple[Block, ...]:
    """Return the blocks, those that have a level with their numbers; `forms` has one per level."""
    return tuple(_numbered(blocks, forms))


def _numbered(blocks: Iterable[Block], forms: tuple[str, ...]) -> Iterator[Block]:
    counts: list[int] = []  # of the levels down to the last block's
    for block in blocks:
        if block.level:
            counts = [*counts, *[0] * DEEPEST][: block.level]
            counts[-1] += 1
            yield replace(block, number=_written(forms[block.level - 1], counts))
        else:
            yield block


def _written(form: str, counts: list[int]) -> str:
    """Return a number in its form: as many of the counts as it has counters, the last ones."""
    left = iter(counts[-len(COUNTER.findall(form)) :])
    return COUNTER.sub(lambda found: COUNTERS[found[0]](next(left)), form)
