"""Finds typed words that name the period from which a draft was rolled forward: 首季, 3月, 上半年.

Mirrors browser/library/old_period.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.paths import label_at
from macros.figures.period_words import old_words
from macros.figures.periods import Period, parse_period
from macros.library.found_words import FoundWords
from macros.library.own_words import words_of_office
from macros.library.plan_lists import QUOTED, REPORT
from macros.templating.own_text import without_expressions

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.facts.offices import Office
    from macros.library.summary import Summary


class OldWords(FoundWords):
    """Words that name the period before."""

    kind = "period"


def words_of_old_period(summary: Summary, office: Office) -> list[OldWords]:
    """Return the words of the period before in what was typed; those set aside are left out."""
    old = parse_period(office.content.marks.rolled_from)
    new = office.entries.get("period")
    if old is None or not isinstance(new, Period):
        return []
    found = (
        OldWords(path, where, tuple(old_words(without_expressions(text), old, new)))
        for path, where, text in _typed(summary, office)
    )
    aside = office.content.marks.dismissed
    return [words for words in found if words.words and words.key not in aside]


def _typed(summary: Summary, office: Office) -> Iterator[tuple[str, str, str]]:
    """Yield what was typed: its path or key, what a writer calls that, and the text."""
    yield from _facts(summary, office)
    for name, text in office.headings.items():
        yield f"heading/{name}", f"标题“{text}”", text
    for spot, text in words_of_office(office, summary.library.sections).items():
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
                    path = f"{name}[{index}].{part}"
                    yield path, label_at(summary.specs, path), text
