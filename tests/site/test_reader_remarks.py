"""What the checks remark on for a reader: too many questions, an aim and an opening left open."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.facts.entries import Number
from macros.library.compose import compose
from macros.library.summary import summary_of
from macros.site.example_reader_checks import MOST, check_reader
from macros.source.report import Report
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from macros.facts.entries import Entries, Entry

OFFICE = LIBRARY.offices["qinghe-county-2013q1"]


def told(entries: Entries) -> list[str]:
    """Return the remarks on the example with other facts."""
    office, report = replace(OFFICE, entries=entries), Report()
    document = compose(LIBRARY, LIBRARY.archetypes[office.archetype], entries, office.choices)
    check_reader(office, document, summary_of(LIBRARY, office), report)
    return list(map(str, report.warnings))


def without(*names: str) -> Entries:
    return {name: entry for name, entry in OFFICE.entries.items() if name not in names}


def fallen(entry: Entry) -> Entry:
    """Return a figure that was three times as large last period."""
    if not isinstance(entry, dict) or "last" not in entry:
        return entry
    now = entry["now"]
    return {**entry, "last": Number(now.value * 3)} if isinstance(now, Number) else entry


def test_the_example_is_asked_little() -> None:
    assert told(OFFICE.entries) == []


def test_more_questions_than_are_read_are_too_many() -> None:
    worse = {name: fallen(entry) for name, entry in without("problems", "plans").items()}
    (found,) = [line for line in told(worse) if "读者会问" in line]
    assert int(found.split("读者会问")[1].split("个")[0]) > MOST
    assert "（提醒）" in found
    assert f"至多{MOST}个：用 summaries ask data/offices/{OFFICE.id}.yml 看全部" in found


def test_an_unanswered_aim_is_told() -> None:
    (found,) = told(without("goal_results"))
    assert "后面没有写结果" in found
    assert "在 marks 的 dismissed 里写" in found


def test_an_opening_without_a_figure_is_told() -> None:
    (found,) = told(without("headlines"))
    assert "开头没有报主要数据，建议报：" in found
