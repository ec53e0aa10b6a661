"""Finds terms in a text that have been replaced, except where the old one stands rightly.

An old term is right in a text on a time before the change, after words such as 原, in a title, in a
declared name, and in a sentence on an earlier year.  Words, patterns and exceptions are data, in
data/writing/terms.yml; tests/vectors/terms.json says what is found.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.schema.terms import Term, Terms

YEAR = re.compile("(?:19|20)[0-9]{2}(?=年)")
SENTENCE_END = re.compile("[。！？；\n]")
CLAUSE_END = re.compile("[，。！？；：、\n]")

Span = tuple[int, int]


@dataclass(frozen=True)
class ReplacedTerm:
    """An old term in a text: where it stands, in characters from the start."""

    term: Term
    start: int
    end: int


def replaced_terms(
    text: str, terms: Terms, last_day: str = "", names: Iterable[str] = ()
) -> list[ReplacedTerm]:
    """Return the replaced terms of a text in order.

    `last_day` is that of the time the text is about, as 2026-03-31; `names` are words declared as
    names, which stand as they are.
    """
    present = [(old, term) for old, term in terms.by_old if old in text]
    finder = _Finder(text, terms, names) if present else None
    found = (f for old, term in present if finder for f in finder.found(old, term, last_day))
    return sorted(found, key=lambda term: term.start)


class _Finder:
    def __init__(self, text: str, terms: Terms, names: Iterable[str]) -> None:
        self.text, self.terms = text, terms
        self.taken = [span for name in names for span in spans(name, text)]
        self.titles = [span for pair in terms.exceptions.brackets for span in between(pair, text)]
        self.earlier = pattern(f"(?:{terms.exceptions.before or '(?!)'})")

    def found(self, old: str, term: Term, last_day: str) -> Iterator[ReplacedTerm]:
        is_before = last_day and last_day < term.first_day
        for span in [] if is_before else spans(old, self.text):
            if not self._is_right(term, span):
                self.taken.append(span)
                yield ReplacedTerm(term, *span)

    def _is_right(self, term: Term, span: Span) -> bool:
        start, end = span
        longer = (s for word in (term.new, *term.unless) for s in spans(word, self.text))
        kept = [*self.taken, *longer, *([] if term.in_titles else self.titles)]
        return (
            any(first <= start and end <= last for first, last in kept)
            or not pattern(term.after).match(self.text, end)
            or self._lacks_neighbour(term, start)
            or self._is_said_to_be_old(start)
            or self._is_of_an_earlier_year(term, start)
        )

    def _lacks_neighbour(self, term: Term, at: int) -> bool:
        sentence = self.text[slice(*around(self.text, at, SENTENCE_END))]
        return bool(term.beside) and not any(word in sentence for word in term.beside)

    def _is_said_to_be_old(self, at: int) -> bool:
        first = max(around(self.text, at, CLAUSE_END)[0], at - self.terms.exceptions.reach)
        return bool(self.earlier.search(self.text[first:at]))

    def _is_of_an_earlier_year(self, term: Term, at: int) -> bool:
        first = around(self.text, at, SENTENCE_END)[0]
        years = YEAR.findall(self.text, first, at)
        return bool(years) and years[-1] < term.first_day[:4]


pattern = cache(re.compile)


def spans(word: str, text: str) -> list[Span]:
    """Return where a word stands in a text."""
    found = re.finditer(re.escape(word), text) if word else ()
    return [match.span() for match in found]


def between(pair: str, text: str) -> list[Span]:
    """Return where a text stands between two marks, the marks included."""
    first, last = map(re.escape, pair)
    return [match.span() for match in pattern(f"{first}[^{first}{last}\n]*{last}").finditer(text)]


def around(text: str, at: int, end: re.Pattern[str]) -> Span:
    """Return where the sentence, or the clause, that a place is in starts and ends."""
    before = [match.end() for match in end.finditer(text, 0, at)]
    after = end.search(text, at)
    return (before[-1] if before else 0), (after.start() if after else len(text))
