"""Holds the templates and the examples to the terms that are in use now."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.document.replaced_terms import replaced_terms
from macros.figures.periods import Period
from macros.library.typed_words import typed_words
from macros.source.encoding import read_text
from macros.source.report import Place, Report

if TYPE_CHECKING:
    from pathlib import Path

    from macros.document.replaced_terms import ReplacedTerm
    from macros.facts.offices import Office
    from macros.library.library import Library

TEMPLATES = ("templates/sections", "templates/frame")
SYNTAX = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}", re.DOTALL)
ADVICE = "口径更新"  # what only advises: local assessments may still use the old term


def check_terms(library: Library, root: Path, report: Report) -> None:
    """Report replaced terms where the templates and the examples are written."""
    declared = (fact for fact in library.facts.values() if fact.indicator)
    names = "\n".join(name for fact in declared for name in (*fact.names, *fact.renamed))
    for folder in TEMPLATES:
        for path in sorted((root / folder).glob("*.j2")):
            name = f"{folder}/{path.name}"
            source = read_text(path, name, Report())  # what cannot be read is reported elsewhere
            library.remember(_check_template, report, name, source or "", names)
    for office in library.offices.values():
        library.remember(_check_office, report, office.id, office, names)


def _check_template(library: Library, report: Report, file: str, source: str, names: str) -> None:
    _TermCheck(library, names, report).template(source, file)


def _check_office(library: Library, report: Report, _: str, office: Office, names: str) -> None:
    _TermCheck(library, names, report).office(office)


class _TermCheck:
    def __init__(self, library: Library, names: str, report: Report) -> None:
        self.library, self.report, self.terms = library, report, library.terms
        self.names = names.splitlines()

    def template(self, source: str, name: str) -> None:
        text = SYNTAX.sub(_blanked, source)
        for found in replaced_terms(text, self.terms, names=self.names):
            before = text[: found.start]
            column = found.start - before.rfind("\n")
            self._report(found, text, Place(name, before.count("\n") + 1, column))

    def office(self, office: Office) -> None:
        period, org = office.entries.get("period"), office.entries.get("org")
        last = _last_day(period) if isinstance(period, Period) else ""
        names = [*self.names, office.name, *([org] if isinstance(org, str) else [])]
        specs, sections = self.library.specs_of(office), self.library.sections
        for _, place, text in typed_words(office, specs, sections):
            for found in replaced_terms(text, self.terms, last, names):
                self._report(found, text, place)

    def _report(self, found: ReplacedTerm, text: str, place: Place) -> None:
        term, old = found.term, text[found.start : found.end]
        since = f"{term.since_text}起" if term.since else ""
        what = f"“{old}”是{since}不用的说法（{term.kind}，{term.source}）"
        add = self.report.warn if term.kind == ADVICE else self.report.error
        add(place, what, term.new or term.why)


def _blanked(match: re.Match[str]) -> str:
    """Return what is no text of a template as spaces, with its line breaks."""
    return re.sub(r"[^\n]", " ", match[0])


def _last_day(period: Period) -> str:
    """Return the last day of a period, or one after it in the same month; it is only compared."""
    year, month = period.months[-1]
    return f"{year:04}-{month:02}-31"
