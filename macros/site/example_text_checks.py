"""Remarks on the text of an example: its length, its figures, its date, what grows from little.

They stop no build, but nothing goes into the project with one of them (`summaries check --strict`).
"""

from __future__ import annotations

import calendar
import re
from typing import TYPE_CHECKING

from macros.document.document import fact_of
from macros.facts.entries import Number
from macros.figures.periods import Day, Period
from macros.source.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document.document import Document, Run
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype
    from macros.source.report import Report

WITH_FIGURES = ("问题", "打算")  # the roles whose text must say how much
FEW = 20  # of so small a last period, a percentage says more than there is
FIGURE = re.compile("[0-9一二两三四五六七八九十百千万亿][个项次名人处家户件份篇轮期种类%]|[0-9]")
GROWTH = re.compile("(?:增长|下降)[0-9.]+%")
SPOKEN_YEAR = re.compile("今年|去年|明年|前年|今后一年")
AROUND = 10  # characters that a message quotes on either side


def check_example_text(
    office: Office, document: Document, library: Library, report: Report
) -> None:
    """Remark on what a reader of the example would stumble over."""
    archetype, place = library.archetypes[office.archetype], Place(f"data/offices/{office.id}.yml")
    _check_length(office, document, archetype, place, report)
    _check_figures(document, library, place, report)
    _check_years(document, place, report)
    _check_signed(office, document, library, report)
    for name in dict.fromkeys(_grown_from_few(office, document, library)):
        label = library.facts[name].label
        what = f"“{label}”的数很小，示例 {office.id} 写了增长百分之几"
        expected = "growth: false（只写差额）；就是要写百分比的，写明 growth: true"
        report.warn(library.places[name], what, expected)


def _check_length(
    office: Office, document: Document, archetype: Archetype, place: Place, report: Report
) -> None:
    period, length = office.entries.get("period"), document.length
    kind = period.kind if isinstance(period, Period) else archetype.periods[0]
    low, high = archetype.lengths[kind]
    if not low <= length <= high:
        by = f"少{low - length}字" if length < low else f"多{length - high}字"
        expected = f"{low}到{high}字；增减内容，或改 data/archetypes/{archetype.id}.yml 的 length"
        report.warn(place, f"示例正文{length}字，{by}", expected)


def _check_figures(document: Document, library: Library, place: Place, report: Report) -> None:
    """Remark on problems and plans without a single figure."""
    for role in WITH_FIGURES:
        named = {name for name, section in library.sections.items() if section.role == role}
        runs = [run for block in document.blocks if block.section in named for run in block.runs]
        if runs and not any(run.formula or FIGURE.search(run.text) for run in runs):
            report.warn(place, f"“{role}”一节一个数也没有", "引用正文里的数（figure），或写出目标")


def _check_years(document: Document, place: Place, report: Report) -> None:
    """Remark on 今年 and its like: the year that a text reports on is over when it is written."""
    for block in document.blocks:
        for found in SPOKEN_YEAR.finditer(block.text):
            around = block.text[max(found.start() - AROUND, 0) : found.end() + AROUND]
            what = f"正文写了“{found[0]}”，读者不知道是写的那一年还是报的那一年：{around}"
            report.warn(place, what, "写明年份")


def _check_signed(office: Office, document: Document, library: Library, report: Report) -> None:
    """Remark on a date before the period is over, unless the text says up to when it reports."""
    facts, period = library.frame["date"].facts, office.entries.get("period")
    told = any("as_of" in run.facts for block in document.blocks for run in block.runs)
    if not isinstance(period, Period) or told:
        return
    for name in facts:
        day = office.entries.get(name)
        if isinstance(day, Day) and _before_the_end(day, period):
            node = office.node.get("facts")
            place = getattr(node, "place_of", office.node.place_of)(name)
            what = f"“{library.facts[name].label}”是{day.text}，{period.text}还没有结束"
            report.warn(place, what, "时段结束以后的日期；提前写的，正文里写明数据截至哪一天")


def _before_the_end(day: Day, period: Period) -> bool:
    """Tell whether a day is before the period's end; a term ends some time in its last month."""
    last, month = period.months[-1], (day.year, day.month)
    if month != last or period.kind == "term":
        return month < last
    return day.day is not None and day.day < calendar.monthrange(*last)[1]


def _grown_from_few(office: Office, document: Document, library: Library) -> Iterator[str]:
    """Yield the counts whose growth is printed in % though they are few, and nobody said so."""
    for run in (run for block in document.blocks for run in block.all_runs):
        if GROWTH.search(run.text):
            yield from (name for name in _last_of(run) if _is_few(name, office, library))


def _last_of(run: Run) -> Iterator[str]:
    return (fact_of(path) for path in run.facts if path.endswith(".last"))


def _is_few(name: str, office: Office, library: Library) -> bool:
    spec, entry = library.facts.get(name), office.entries.get(name)
    if spec is None or not spec.traits.whole or "growth" in spec.model_fields_set:
        return False
    last = entry.get("last") if isinstance(entry, dict) else None
    return isinstance(last, Number) and last.value < FEW
