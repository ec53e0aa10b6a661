"""Rolls facts forward to the next period: figures become those that the next is compared with.

Mirrors browser/exchange/roll_forward.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, TypeVar

from macros.exchange.comparison import Base, compared_period, period_of
from macros.exchange.facts_file_writer import Facts, FactsFile, written_content, written_facts
from macros.exchange.plan_report import has_report, outline_with_report, plans_to_report
from macros.facts.own_content import identity, words_by_key
from macros.figures.periods import code
from macros.library.plan_lists import PLANS, REPORT, SECTION
from macros.library.summary import summary_of
from macros.templating.expression_kinds import sides

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from macros.exchange.facts_file_writer import Written
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec


Given = TypeVar("Given")


@dataclass(frozen=True)
class NextPeriod:
    """How the next period begins.

    `source` is the file with the figures of the period that it is compared with, where that is not
    the one that has ended; without it there are none.  `reports` tells whether the plans come back
    as a list to report on.
    """

    base: Base = "previous"
    source: Office | None = None
    reports: bool = True


def roll_forward(library: Library, office: Office, begins: NextPeriod | None = None) -> FactsFile:
    """Return the office's facts for the next period.

    The figures of the period compared with become `last`; other figures and dates are emptied,
    because they belong to the period that is over.  Texts, choices, lists and own words are
    carried over and named in `carried` until somebody confirms them; omitted sections and own
    headings stay.
    """
    return _Rolling(library, office, begins or NextPeriod()).file()


class _Rolling:
    def __init__(self, library: Library, office: Office, begins: NextPeriod) -> None:
        self.library, self.office, self.begins = library, office, begins
        self.summary = summary_of(library, office)
        self.ended = period_of(office)
        self.carried: list[str] = []

    def file(self) -> FactsFile:
        """Return the file for the next period."""
        office = self.office
        file = FactsFile(office.archetype, office.name, self._facts(), list(office.without))
        file.headings, file.content = dict(office.headings), self._content()
        self._report_on_plans(file)
        file.carried = [*self.carried, *words_by_key(office.content)]
        return file

    def _facts(self) -> Facts:
        facts: Facts = {}
        written = written_facts(self.office, self.library)
        figures = self._figures()
        for name in [*written, *(name for name in figures if name not in written)]:
            becomes = self.summary.specs[name].traits.next_period
            kept = IN_NEXT_PERIOD[becomes](written.get(name, ""), figures.get(name, ""))
            if kept == "" or name == REPORT:
                continue
            facts[name] = kept  # [] too, which means that there is none
            if becomes == "kept":
                self.carried.append(name)
        return facts | self._periods()

    def _figures(self) -> dict[str, Written]:
        """Return the figures of the period compared with, of facts that have such a figure."""
        source, specs = self._source(), self.summary.specs
        if source is None:
            return {}
        known = set(self.summary.facts.accepted)
        figures = same_facts(specs, source.content.own.facts, written_facts(source, self.library))
        return {
            name: value
            for name, value in figures.items()
            if name in known and "last" in sides(specs[name], specs)
        }

    def _source(self) -> Office | None:
        if self.begins.source or not self.ended:
            return self.begins.source or self.office
        is_own = compared_period(self.ended, self.begins.base) == self.ended
        return self.office if is_own else None

    def _periods(self) -> Facts:
        if not self.ended:
            return {}
        last = compared_period(self.ended, self.begins.base)
        return {"period": code(self.ended.following), "last_period": code(last)}

    def _content(self) -> dict[str, Any]:
        """Return what the office brings of its own, without the dates of the period's figures."""
        content = written_content(self.office)
        marks = {key: mark for key, mark in content.pop("marks", {}).items() if key != "as_of"}
        if self.ended:
            marks["rolled_from"] = code(self.ended)
        return {**content, "marks": marks} if marks else content

    def _report_on_plans(self, file: FactsFile) -> None:
        """Move the plans to the list that reports on them, in a section that is added for it."""
        if not self.begins.reports or SECTION not in self.library.sections:
            return
        plans = plans_to_report(self.summary, self.office)
        if not plans:
            return
        file.facts.pop(PLANS, None)
        file.facts[REPORT] = plans
        self.carried = [name for name in self.carried if name != PLANS]
        if not has_report(self.summary):
            file.content["outline"] = outline_with_report(self.summary)
            file.without, file.headings = [], {}


def same_facts(
    ours: Mapping[str, FactSpec], theirs: Mapping[str, FactSpec], facts: Mapping[str, Given]
) -> dict[str, Given]:
    """Return another file's facts under our names: an own fact is known by label, unit and type."""
    own = {identity(spec): name for name, spec in ours.items() if name.startswith("own_")}
    named: dict[str, Given] = {}
    for name, value in facts.items():
        spec = theirs.get(name)
        known_as = own.get(identity(spec), "") if spec else name
        if known_as in ours:
            named[known_as] = value
    return named


def _moved(figures: Written) -> Written:
    now = figures.get("now", "") if isinstance(figures, dict) else figures
    return {"last": now} if isinstance(now, str) and now else ""


# What becomes of a fact, by what is written of it and its figure of the period compared with.
IN_NEXT_PERIOD: dict[str, Callable[[Written, Written], Written]] = {
    "kept": lambda written, _: written,
    "moved": lambda _, figures: _moved(figures),
    "emptied": lambda *_: "",
}
