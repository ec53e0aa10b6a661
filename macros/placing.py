"""Where words stand on their lines: the title's breaks, a paragraph's lead, signature and date.

Mirrors browser/engine/layout.js.  Widths are in half characters.
"""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from macros.document import Block, Document, Run

AT_THE_EDGE = 4  # two characters
SEALED = 8  # four characters
AROUND = 2  # what a signature has around it, so that it never breaks
LED = 2  # the level of （一）


def right_indents(document: Document, characters: int) -> dict[str, int]:
    """Return how far from the right edge signature and date end (7.3.5.2).

    The date begins two characters right of the signature; the longer of both ends two characters
    from the edge.  Beside a signature longer than a line of so many characters, the date does too.
    """
    widths = _end_widths(document)
    if not widths:
        return {}
    signature, date = widths
    if signature + AT_THE_EDGE > 2 * characters:
        return {"signature": AT_THE_EDGE, "date": AT_THE_EDGE}
    over = signature - date
    return {"signature": AT_THE_EDGE + max(4 - over, 0), "date": max(over, AT_THE_EDGE)}


def seal_room(document: Document, characters: int) -> int:
    """Return how much of the line's end signature and date stand in the middle of, under a seal.

    The date ends four characters from the edge, the signature is centred over it (7.3.5.1); one
    that would cross the edge moves both in.  0 without a seal, and when the signature is too long.
    """
    widths = _end_widths(document)
    if not widths or not document.sealed:
        return 0
    signature, date = widths
    room = max(date + 2 * SEALED, signature + AROUND)
    return 0 if room > 2 * characters else room


def _end_widths(document: Document) -> tuple[int, int] | None:
    widths = {block.type: _width(block.text) for block in document.blocks}
    signature, date = widths.get("signature"), widths.get("date")
    return None if signature is None or date is None else (signature, date)


def lead_end(block: Block) -> int:
    """Return where the sentence that heads a paragraph （一） ends (7.3.3); 0 when there is none.

    It is written in full, so it stands in the first run, and the paragraph goes on after it.
    """
    if block.type != "paragraph" or block.level != LED or not block.runs or block.runs[0].facts:
        return 0
    end = block.runs[0].text.find("。") + 1
    return end if end < len(block.text) else 0


def title_breaks(runs: tuple[Run, ...], characters: int) -> list[int]:
    """Return the runs before which a title breaks, so that its words stay whole (7.3.1).

    It is made of unit, period and work, and breaks only between them: as few words as can be are
    cut, in as few lines of so many characters, as even as possible.
    """
    starts = [index for index, run in enumerate(runs) if index and run.facts]
    choices = [
        [start for place, start in enumerate(starts) if choice >> place & 1]
        for choice in range(1 << len(starts))
    ]

    def cost(breaks: list[int]) -> tuple[int, int, int]:
        edges = [0, *breaks, len(runs)]
        lines = [
            _width("".join(run.text for run in runs[start:end])) for start, end in pairwise(edges)
        ]
        cuts = sum(max(line - 1, 0) // (2 * characters) for line in lines)
        return cuts, len(breaks), max(lines)

    return min(choices, key=cost)


def _width(text: str) -> int:
    return sum(1 if character < "\x7f" else 2 for character in text)
