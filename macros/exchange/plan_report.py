"""Makes the plans of a period that is over a list to report on in the next.

Mirrors browser/exchange/plan_report.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.facts.context import context_of
from macros.figures.arithmetic import raised
from macros.figures.targets import aimed
from macros.figures.values import Rows, Value
from macros.library.plan_lists import BEFORE, PLANS, SECTION

if TYPE_CHECKING:
    from macros.facts.entries import Entry
    from macros.facts.offices import Office
    from macros.figures.values import Row, Series
    from macros.library.summary import Summary
    from macros.schema.facts_files import OutlineEntry


def plans_to_report(summary: Summary, office: Office) -> list[dict[str, str]]:
    """Return each plan with its aim as it stood; what became of it is to be answered."""
    entered = office.entries.get(PLANS)
    rows = context_of(summary.specs, office.entries)(PLANS) if isinstance(entered, list) else None
    if not isinstance(entered, list) or not isinstance(rows, Rows):
        return []
    return [_record(*pair) for pair in zip(entered, rows.rows, strict=True)]


def _record(plan: dict[str, Entry], row: Row) -> dict[str, str]:
    cited = plan.get("figure")
    record = {
        "title": _text(row["title"]),
        "target": "；".join(filter(None, (_aim(row), _text(row["left"])))),
        "figure": cited if isinstance(cited, str) else "",
    }
    return {name: text for name, text in record.items() if text}


def _aim(row: Row) -> str:
    """Return what a plan said it would reach, as templates/sections/plans.j2 puts it."""
    due, target = _text(row["due"]), _text(row["target"])
    figure, value, to = row["figure"], row["value"], row["to"]
    if figure.known and to.known:
        return f"{due}{aimed(figure, to)}"
    if figure.known and value.known:
        return f"{due}将{raised(figure, value)}"
    if target:
        return due + target + _text(value) + _text(row["unit"])
    return f"{due}完成" if due else ""


def _text(value: Value | Series) -> str:
    return value.text if isinstance(value, Value) and value.known else ""


# --- the outline ------------------------------------------------------------------------------


def has_report(summary: Summary) -> bool:
    """Tell whether the summary has the section that reports on plans."""
    return any(line.use == SECTION for line in summary.lines)


def outline_with_report(summary: Summary) -> list[dict[str, Any]]:
    """Return the summary's outline with the section that reports on plans."""
    outline = [_written(entry) for entry in summary.outline]
    uses = [entry.get("use") for entry in outline]
    at = uses.index(BEFORE) if BEFORE in uses else len(outline)
    return [*outline[:at], {"use": SECTION}, *outline[at:]]


def _written(entry: OutlineEntry) -> dict[str, Any]:
    inner = [_written(one) for one in entry.sections]
    parts = {"use": entry.use, "own": entry.own, "heading": entry.heading, "sections": inner}
    return {key: part for key, part in parts.items() if part}
