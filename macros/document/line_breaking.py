"""Where words stand on their lines: the title's breaks, a paragraph's lead, signature and date.

Mirrors browser/document/line_breaking.js.  Widths are in half characters.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from macros.document.document import Block, Document, Run

AT_THE_EDGE = 4  # two characters
INDENTED = 4  # how far right of the signature the date begins
SEALED = 8  # four characters
AROUND = 2  # what a signature has around it, so that it never breaks
LED = 2  # the level of （一）
# What no line may end in the middle of: a number with its unit, a mark and its neighbour.
INSEPARABLE = re.compile(r"[（《〈“‘〔【]*[!-~]*[\s\S][）》〉”’〕】、，。；：！？％·—～]*")


def right_indents(document: Document, characters: int) -> dict[str, int]:
    """Return how far from the right edge signature and date end (7.3.5.2).

    The date begins two characters right of the signature; the longer of both ends two characters
    from the edge, but nearer to it where only that keeps a signature on its line of so many
    characters.  Beside a signature longer than a line, the date ends there too.
    """
    widths = _end_widths(document)
    if not widths:
        return {}
    signature, date = widths
    if signature > 2 * characters:
        return {"signature": AT_THE_EDGE, "date": AT_THE_EDGE}
    edge = min(AT_THE_EDGE, 2 * characters - signature)
    over = signature - date - INDENTED
    return {"signature": edge + max(-over, 0), "date": edge + max(over, 0)}


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
    ends = [block for block in document.blocks if block.type in ("signature", "date")]
    widths = {block.type: _width(block.text) for block in ends}
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
    """Return where in its text a title breaks, so that its words stay whole (7.3.1).

    It is made of unit, period and work, and breaks only between them, in as few lines of so many
    characters, as even as possible; a word longer than a line is itself broken like that before.
    """
    room = 2 * characters
    pieces = [piece for word in _words(runs) for piece in _broken(word, room)]
    return list(accumulate(len(line) for line in _evenly(pieces, room)))[:-1]


def _broken(word: str, room: int) -> list[str]:
    return [word] if _width(word) <= room else _evenly(INSEPARABLE.findall(word), room)


def cut(runs: tuple[Run, ...], places: Collection[int]) -> Iterator[tuple[int, Run]]:
    """Yield the runs, cut at places in their text, in order, and where each piece begins."""
    start = 0
    for run in runs:
        end = start + len(run.text)
        inside = [place for place in places if start < place < end]
        for at, following in pairwise([start, *inside, end]):
            text = run.text[at - start : following - start]
            yield at, replace(run, text=text) if inside else run
        start = end


def _words(runs: tuple[Run, ...]) -> list[str]:
    """Return the words of a title: each begins with a fact."""
    words = [""]
    for run in runs:
        if run.facts:
            words.append("")
        words[-1] += run.text
    return words


def _evenly(parts: list[str], room: int) -> list[str]:
    """Return the parts in as few lines as the room allows, the widest as narrow as can be."""
    full = _filled(parts, room)
    if len(full) <= 1:
        return full
    least = min(_width("".join(parts)) // len(full), room)  # on average a line is as wide
    tried = (_filled(parts, limit) for limit in range(least, room + 1))
    return next(lines for lines in tried if len(lines) == len(full))


def _filled(parts: list[str], limit: int) -> list[str]:
    """Return the parts in lines filled from the last one up: the first stays the shortest."""
    lines: list[str] = []
    for part in reversed(parts):
        if lines and _width(part + lines[-1]) <= limit:
            lines[-1] = part + lines[-1]
        else:
            lines.append(part)
    return lines[::-1]


def _width(text: str) -> int:
    return sum(1 if character < "\x7f" else 2 for character in text)
