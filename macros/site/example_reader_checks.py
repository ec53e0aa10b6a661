"""Remarks on what a demanding reader would ask of an example, and would miss in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.advice import advice
from macros.library.questions import questions_of
from macros.source.report import Place

if TYPE_CHECKING:
    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.library.summary import Summary
    from macros.source.report import Report

MOST = 5  # questions: more would not be read


def check_reader(office: Office, document: Document, summary: Summary, report: Report) -> None:
    """Remark on questions where they are too many, and on each piece of advice."""
    place = Place(f"data/offices/{office.id}.yml")
    asked = [one.ask for one in questions_of(summary, office.entries)]
    if len(asked) > MOST:
        what = f"读者会问{len(asked)}个问题，如“{asked[0]}”"
        expected = f"至多{MOST}个：用 summaries ask {place.file} 看全部，示例里先回答"
        report.warn(place, what, expected)
    for missed in advice(summary, office.entries, document.blocks):
        expected = f"示例里改好；确实不写的，在 marks 的 dismissed 里写 {missed.key}: 原因"
        report.warn(place, missed.what, expected)
