"""Finds the words in a typed text that name a period which is over: 首季, 3月, 上半年, 2025年.

Mirrors browser/figures/period_words.js.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from macros.figures.periods import Period

TABLE = shared_table(__file__)  # browser/figures/period_words.js has the same


def old_words(text: str, old: Period, new: Period) -> list[str]:
    """Return the words in a text that name the old period and not the new one, each once."""
    names = set(_words(old)) - set(_words(new))
    if not names:
        return []
    longest_first = sorted(names | set(_words(new)), key=lambda word: (-len(word), word))
    found = re.findall(_pattern(longest_first), unicodedata.normalize("NFKC", text))
    return [word for word in dict.fromkeys(found) if word in names]


def _pattern(words: list[str]) -> str:
    """Return what matches any of the words; the digits at the head of one are all there are."""
    return "|".join(("(?<![0-9])" if word[0].isdigit() else "") + word for word in words)


def _words(period: Period) -> list[str]:
    months = [TABLE["month"].format(month=month) for _, month in period.months]
    years = {"year": period.year, "next": period.year + 1}
    forms = TABLE["years"]["term" if period.kind == "term" else "other"]
    named = TABLE["words"][period.kind][period.part - 1]
    return [*named, *months, *(form.format(**years) for form in forms)]
