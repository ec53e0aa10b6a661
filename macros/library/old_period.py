"""Finds typed words that name the period from which a draft was rolled forward: 首季, 3月, 上半年.

Mirrors browser/library/old_period.js.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.figures.period_words import old_words
from macros.figures.periods import Period, parse_period
from macros.library.finding_keys import finding_key
from macros.library.own_words import own_words
from macros.library.plan_lists import QUOTED, REPORT
from macros.source.yaml_reader import to_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.facts.offices import Office
    from macros.library.summary import Summary

EXPRESSION = re.compile(r"\{\{.*?\}\}")  # within one line


@dataclass(frozen=True)
class OldWords:
    """Words that name the period before, and where: the path of a fact, or section/place."""

    path: str
    where: str
    words: tuple[str, ...]

    @property
    def key(self) -> str:
        """What a writer sets them aside by."""
        return finding_key("period", self.path, "、".join(self.words))

    def __str__(self) -> str:
        """Return what is printed of them."""
        return self.where + "".join(f"“{word}”" for word in self.words)


def words_of_old_period(summary: Summary, office: Office) -> list[OldWords]:
    """Return the words of the period before in what was typed; those set aside are left out."""
    old = parse_period(office.content.marks.rolled_from)
    new = office.entries.get("period")
    if old is None or not isinstance(new, Period):
        return []
    found = (
        OldWords(path, where, tuple(old_words(EXPRESSION.sub("", text), old, new)))
        for path, where, text in _typed(summary, office)
    )
    aside = office.content.marks.dismissed
    return [words for words in found if words.words and words.key not in aside]


def _typed(summary: Summary, office: Office) -> Iterator[tuple[str, str, str]]:
    """Yield what was typed: its path or key, what a writer calls that, and the text."""
    yield from _facts(summary, office)
    for name, text in office.headings.items():
        yield f"heading/{name}", f"标题“{text}”", text
    entries = office.node.entries
    content: dict[str, Any] = {
        key: to_data(entries[key][1]) for key in ("outline", "own") if key in entries
    }
    for spot, text in own_words(content, summary.library.sections).items():
        yield f"{spot.section}/{spot.place}", spot.where, text


def _facts(summary: Summary, office: Office) -> Iterator[tuple[str, str, str]]:
    for name, entry in office.entries.items():
        spec = summary.specs[name]
        if isinstance(entry, str) and spec.type == "text":
            yield name, spec.label, entry
        for index, record in enumerate(entry if isinstance(entry, list) else []):
            for part, field in spec.record.items():
                text = record.get(part)
                is_quoted = name == REPORT and part in QUOTED
                if isinstance(text, str) and field.type == "text" and not is_quoted:
                    where = f"{spec.label}第{index + 1}{spec.unit or '条'}·{field.label}"
                    yield f"{name}[{index}].{part}", where, text
