"""Runs the examples of what readers ask: each asks what it says, or nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.question_examples import examples_of

if TYPE_CHECKING:
    from macros.library.library import Library
    from macros.library.question_examples import PutExample
    from macros.source.report import Report

MEND = "改这条规则，或改例子"


def check_questions(library: Library, report: Report) -> None:
    """Report every example of which something else is asked than it says."""
    for rule in library.questions:
        library.check(_check_rule, report, rule)


def _check_rule(library: Library, report: Report, rule: str) -> None:
    for example in examples_of(library, library.questions[rule], report):
        _check(rule, example, report)


def _check(rule: str, example: PutExample, report: Report) -> None:
    asked = [one.ask for one in example.questions]
    expected = [example.asks] if example.asks else []
    if asked == expected:
        return
    key = "asks" if example.asks else "facts"
    place = example.node.place_of(key)
    found = f"问的是：{'；'.join(asked)}" if asked else "什么也没有问"
    report.error(place, f"“{rule}”对这个例子{found}", MEND)
