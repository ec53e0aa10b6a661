"""Asks of each example of a rule what the rule asks: its tests, and what its page shows."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.facts.entry_reader import EntryReader
from macros.figures.values import Rows, Series
from macros.library.asked_facts import AskedFacts
from macros.library.questions import Question, questions
from macros.source.yaml_reader import Mapping, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.figures.values import Fact
    from macros.library.library import Library
    from macros.schema.questions import QuestionRule
    from macros.source.report import Report

PERIODS = ("period", "last_period")


@dataclass(frozen=True)
class PutExample:
    """An example of a rule with what is asked of it, and what should be."""

    node: Mapping
    asks: str | None
    asked: AskedFacts
    questions: list[Question]

    @property
    def lines(self) -> Iterator[str]:
        """Yield what the example's office has entered, as a reader sees it."""
        for name in self.asked.entries:
            if name not in PERIODS:
                yield _line(self.asked.specs[name].label, self.asked.fact(name))


def examples_of(library: Library, rule: QuestionRule, report: Report) -> Iterator[PutExample]:
    """Yield the examples of a rule; mistakes in their facts are reported."""
    nodes = library.question_nodes[rule.id].get("examples")
    pairs = zip(nodes.items if isinstance(nodes, Sequence) else (), rule.examples, strict=True)
    for node, example in pairs:
        facts = node.get("facts") if isinstance(node, Mapping) else None
        if isinstance(node, Mapping) and isinstance(facts, Mapping):
            reader = EntryReader(library.facts, library.facts, report, library.places)
            asked = AskedFacts(library.facts, reader.read(facts), library.facts, library.inputs)
            yield PutExample(node, example.asks, asked, questions({rule.id: rule}, asked))


def _line(label: str, fact: Fact | None) -> str:
    if isinstance(fact, Series):
        last = f"，{fact.compared_with}{fact.last}" if fact.last.known else ""
        return f"{label}：本期{fact.now}{last}"
    if isinstance(fact, Rows):
        return f"{label}：" + "；".join(_record(fact, index) for index in range(len(fact)))
    return f"{label}：{fact}"


def _record(fact: Rows, index: int) -> str:
    row = fact.rows[index]
    return "，".join(str(value) for value in row.values if value.known)
