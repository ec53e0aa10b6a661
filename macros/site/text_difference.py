"""Shows how a wanted fragment differs from what a text says instead, with 【】 around it."""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

CLAUSE = re.compile("[^，。；：\n　]+[，。；：]?")


def most_similar(fragment: str, text: str) -> str:
    """Return the clauses of a text that are most like a fragment."""
    return max(_stretches(text, len(fragment)), key=lambda s: _likeness(fragment, s), default="")


def with_differences(wanted: str, found: str) -> tuple[str, str]:
    """Return both texts with what only one of them has in brackets."""
    sides: tuple[list[str], list[str]] = ([], [])
    steps = SequenceMatcher(None, wanted, found, autojunk=False).get_opcodes()
    for step, start, end, other_start, other_end in steps:
        parts = (wanted[start:end], found[other_start:other_end])
        for side, part in zip(sides, parts, strict=True):
            side.append(f"【{part}】" if part and step != "equal" else part)
    return "".join(sides[0]), "".join(sides[1])


def _stretches(text: str, length: int) -> Iterator[str]:
    """Yield, from each clause on, as many as are needed for the length; none across lines."""
    for line in text.split("\n"):
        clauses = CLAUSE.findall(line)
        for index in range(len(clauses)):
            found = ""
            for clause in clauses[index:]:
                found += clause
                if len(found) >= length:
                    break
            yield found


def _likeness(fragment: str, stretch: str) -> float:
    return SequenceMatcher(None, fragment, stretch, autojunk=False).ratio()
