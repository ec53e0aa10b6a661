"""Warns of personal data in what the writer of a facts file has typed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.finding_keys import finding_key
from macros.library.personal_data import personal_data
from macros.library.typed_words import typed_words

if TYPE_CHECKING:
    from macros.facts.offices import Office
    from macros.library.summary import Summary
    from macros.source.report import Report


def check_personal_data(office: Office, summary: Summary, report: Report) -> None:
    """Warn of personal data that the writer has not set aside, unless it is reported as wrong."""
    wrong = {problem.place for problem in report.errors}
    for where, place, text in typed_words(office, summary.specs, summary.library.sections):
        for found in personal_data(text) if place not in wrong else ():
            key = finding_key("person", where, found.words)
            if key not in office.content.marks.dismissed:
                what = f"像是{found.name}“{found.words}”"
                expected = f"不写个人信息；要写的，在 marks 的 dismissed 里写“{key}: 理由”"
                report.warn(place, what, expected)
