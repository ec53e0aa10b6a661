"""Finds typed words that name the period from which a draft was rolled forward: 首季, 3月, 上半年.

Mirrors browser/library/old_period.js.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.facts.own_content import words_by_key
from macros.figures.period_words import old_words
from macros.figures.periods import Period, parse_period
from macros.library.library import OWN_FRAME
from macros.library.plan_lists import QUOTED, REPORT
from macros.library.typed_numbers import FRAME_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.facts.offices import Office
    from macros.library.summary import Summary
    from macros.schema.archetypes import Section
    from macros.schema.facts_files import Content, OutlineEntry

UNTITLED = "自己加的段落"
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
        return f"period/{self.path}/{'、'.join(self.words)}"

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
    for key, text in words_by_key(office.content).items():
        where = label_of_words(key, office.content, summary.library.sections)
        yield _place_id(key), where, text
    for name, text in office.headings.items():
        yield f"headings/{name}", f"标题“{text}”", text
    for entry in _entries(office.content.outline):
        if entry.heading:
            name = entry.use or entry.own or entry.heading
            yield f"headings/{name}", f"标题“{entry.heading}”", entry.heading


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


def _entries(outline: list[OutlineEntry]) -> Iterator[OutlineEntry]:
    for entry in outline:
        yield entry
        yield from _entries(entry.sections)


def _place_id(key: str) -> str:
    """Return the section and the place of own words, which is empty for a section of one's own."""
    _, section, *place = key.split("/", 2)
    return f"{section}/{''.join(place)}"


def label_of_words(key: str, content: Content, sections: Mapping[str, Section]) -> str:
    """Return what a writer calls own words, by the key that words_by_key gives them."""
    kind, use, *rest = key.split("/", 2)
    if kind == "own.sections":
        return content.own.sections[use].name
    place = rest[0]
    if use == OWN_FRAME:
        return FRAME_NAMES.get(place, place)
    name = sections[use].name if use in sections else use
    if kind == "own.items":
        item = next(one for one in content.own.items[use] if one.id == place)
        place = item.title or UNTITLED
    return f"{name}·{place}"
