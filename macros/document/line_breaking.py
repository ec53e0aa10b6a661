"""Line breaks of titles, the leading sentence of a paragraph, indents of signature and date.

Widths are in half-width characters: a Chinese character counts 2.

Mirrors browser/document/line_breaking.js.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator

    from macros.document.document import Block, Document, Run

EDGE = 4  # between the longer of signature and date and the right edge
DATE_INDENT = 4  # from the start of the signature to that of the date
SEALED_EDGE = 8  # between the date and the right edge, where there is a seal
SIGNATURE_MARGIN = 2  # spare width that keeps a signature on one line
LEAD_LEVEL = 2  # of headings numbered （一）
# What a line break must not divide: a number and its unit, punctuation and its neighbour.
INSEPARABLE = re.compile(r"[（《〈“‘〔【]*[!-~]*[\s\S][）》〉”’〕】、，。；：！？％·—～]*")


def right_indents(document: Document, characters: int) -> dict[str, int]:
    """Return the distance of signature and date from the right edge (7.3.5.2).

    `characters` is the number of full-width characters on a line.  The date begins two characters
    right of the signature, and the longer of both ends two characters from the edge, or less where
    the signature would not fit on a line otherwise.  If it never fits, both end two characters off.
    """
    widths = _end_widths(document)
    if not widths:
        return {}
    signature, date = widths
    if signature > 2 * characters:
        return {"signature": EDGE, "date": EDGE}
    edge = min(EDGE, 2 * characters - signature)
    over = signature - date - DATE_INDENT
    return {"signature": edge + max(-over, 0), "date": edge + max(over, 0)}


def sealed_width(document: Document, characters: int) -> int:
    """Return the width, at the right end of a line, in which signature and date are centred.

    With a seal the date ends four characters from the edge and the signature is centred above it
    (7.3.5.1); the width grows where the signature would cross the edge.  The result is 0 without a
    seal, and when the signature does not fit on a line of `characters` full-width characters.
    """
    widths = _end_widths(document)
    if not widths or not document.sealed:
        return 0
    signature, date = widths
    room = max(date + 2 * SEALED_EDGE, signature + SIGNATURE_MARGIN)
    return 0 if room > 2 * characters else room


def _end_widths(document: Document) -> tuple[int, int] | None:
    ends = [block for block in document.blocks if block.type in ("signature", "date")]
    widths = {block.type: text_width(block.text) for block in ends}
    signature, date = widths.get("signature"), widths.get("date")
    return None if signature is None or date is None else (signature, date)


def lead_end(block: Block) -> int:
    """Return the end of the leading sentence of a paragraph numbered （一） (7.3.3), or 0.

    The sentence is a literal text, so it stands in the first run; it leads only where more follows.
    """
    first = block.runs[0] if block.runs else None
    if block.type != "paragraph" or block.level != LEAD_LEVEL or not first or first.facts:
        return 0
    end = first.text.find("。") + 1
    return end if end < len(block.text) else 0


def title_breaks(runs: tuple[Run, ...], characters: int) -> list[int]:
    """Return the offsets at which a title breaks into lines, without dividing words (7.3.1).

    Its words are office, period and subject.  The lines, of at most `characters` full-width
    characters, are as few and as even as possible; a word longer than a line is divided likewise.
    """
    room = 2 * characters
    pieces = [piece for word in _words(runs) for piece in _word_pieces(word, room)]
    return list(accumulate(len(line) for line in _balanced_lines(pieces, room)))[:-1]


def _word_pieces(word: str, room: int) -> list[str]:
    return [word] if text_width(word) <= room else _balanced_lines(INSEPARABLE.findall(word), room)


def split_runs(runs: tuple[Run, ...], places: Collection[int]) -> Iterator[tuple[int, Run]]:
    """Yield the runs, split at the given offsets, each with the offset at which it begins."""
    start = 0
    for run in runs:
        end = start + len(run.text)
        inside = [place for place in places if start < place < end]
        for at, following in pairwise([start, *inside, end]):
            text = run.text[at - start : following - start]
            yield at, replace(run, text=text) if inside else run
        start = end


def _words(runs: tuple[Run, ...]) -> list[str]:
    """Return the words of a title, each of which begins with a fact."""
    words = [""]
    for run in runs:
        if run.facts:
            words.append("")
        words[-1] += run.text
    return words


def _balanced_lines(parts: list[str], room: int) -> list[str]:
    """Return the parts in as few lines as possible, the widest of them as narrow as possible."""
    full = _filled_lines(parts, room)
    if len(full) <= 1:
        return full
    narrowest = min(text_width("".join(parts)) // len(full), room)  # the average width of a line
    attempts = (_filled_lines(parts, limit) for limit in range(narrowest, room + 1))
    return next(lines for lines in attempts if len(lines) == len(full))


def _filled_lines(parts: list[str], limit: int) -> list[str]:
    """Return the parts in lines filled from the last to the first, which is the shortest."""
    lines: list[str] = []
    for part in reversed(parts):
        if lines and text_width(part + lines[-1]) <= limit:
            lines[-1] = part + lines[-1]
        else:
            lines.append(part)
    return lines[::-1]


def text_width(text: str) -> int:
    """Return the width of a text in half-width characters."""
    return sum(1 if character < "\x7f" else 2 for character in text)
