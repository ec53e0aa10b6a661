"""Rolls facts forward to the next period: this period's figures become the last period's.

Mirrors browser/exchange/roll_forward.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.exchange.facts_file_writer import Facts, FactsFile, written_content, written_facts
from macros.figures.periods import Period, code
from macros.library.summary import summary_of
from macros.templating.expression_kinds import sides

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from macros.exchange.facts_file_writer import Written
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec


CARRY_OVER = "carry-over"  # the section that reports on the last period's plans
CARRIED_PLANS = "carried_plans"
OF_THE_PERIOD = ("as_of", "dismissed")  # marks that the figures of the next period do not have


def roll_forward(
    library: Library, office: Office, earlier: Office | None = None, *, reports_plans: bool = False
) -> FactsFile:
    """Return the office's facts for the next period.

    The figures of a series move from `now` to `last`; other figures and dates are emptied, because
    they belong to the period that is over.  Texts, choices and lists are carried over and named in
    `carried` until somebody confirms them; omitted sections, own headings and own content stay.
    With `earlier` the next period is compared with that file's, and takes its figures from there.
    With `reports_plans` the plans come back as a list to report on, in a section of its own.
    """
    specs = summary_of(library, office).specs
    facts: Facts = {}
    carried: list[str] = []
    for name, value in written_facts(office, library).items():
        spec = specs[name]
        if name == CARRIED_PLANS or (earlier and spec.traits.next_period == "moved"):
            continue
        kept = IN_NEXT_PERIOD[spec.traits.next_period](value, "last" in sides(spec, specs))
        if kept == "":
            continue
        facts[name] = kept  # [] too, which means that there is none
        if spec.traits.next_period == "kept":
            carried.append(name)
    facts |= _periods(office, earlier) | (_last_figures(library, earlier, specs) if earlier else {})
    without, headings = list(office.without), dict(office.headings)
    file = FactsFile(office.archetype, office.name, facts, without, carried, headings)
    file.content = _content(office)
    if reports_plans:
        _report_plans(file, library, office)
    return file


def _last_figures(library: Library, earlier: Office, specs: Mapping[str, FactSpec]) -> Facts:
    """Return the figures of an earlier period as those to compare with."""
    figures: Facts = {}
    for name, value in written_facts(earlier, library).items():
        spec = specs.get(name)
        if spec and spec.traits.next_period == "moved":
            moved = _moved(value, "last" in sides(spec, specs))
            figures |= {name: moved} if moved else {}
    return figures


def _report_plans(file: FactsFile, library: Library, office: Office) -> None:
    """Put the plans into the list of what is to be reported on, its section into the outline."""
    plans = written_facts(office, library).get("plans")
    rows = [row for row in plans if isinstance(row, dict)] if isinstance(plans, list) else []
    if not rows:
        return
    file.facts[CARRIED_PLANS] = [
        {key: row[key] for key in ("title", "figure") if row.get(key)} for row in rows
    ]
    summary = summary_of(library, office)
    if CARRY_OVER not in [line.use for line in summary.lines]:
        first, *others = [
            entry.model_dump(mode="json", exclude_defaults=True, exclude_none=True)
            for entry in summary.outline
        ]
        file.content = {**file.content, "outline": [first, {"use": CARRY_OVER}, *others]}
        file.without, file.headings = [], {}


def _content(office: Office) -> dict[str, Any]:
    """Return what the office brings of its own, without what was said of the period's figures."""
    content = written_content(office)
    marks = content.get("marks")
    if isinstance(marks, dict):
        kept = {key: value for key, value in marks.items() if key not in OF_THE_PERIOD}
        content = {**content, "marks": kept} if kept else _without(content, "marks")
    return content


def _without(content: dict[str, Any], left_out: str) -> dict[str, Any]:
    return {key: value for key, value in content.items() if key != left_out}


def _moved(value: Written, compares: bool) -> Written:  # noqa: FBT001 - as the others in the table
    now = value.get("now", "") if isinstance(value, dict) else value
    return {"last": now} if compares and isinstance(now, str) and now else ""


# What becomes of a fact, which may have a figure of the period before or not.
IN_NEXT_PERIOD: dict[str, Callable[[Written, bool], Written]] = {
    "kept": lambda value, _: value,
    "moved": _moved,
    "emptied": lambda *_: "",
}


def _periods(office: Office, earlier: Office | None) -> Facts:
    period = office.entries.get("period")
    if not isinstance(period, Period):
        return {}
    compared = earlier.entries.get("period") if earlier else period
    last = {"last_period": code(compared)} if isinstance(compared, Period) else {}
    return {"period": code(period.following), **last}
