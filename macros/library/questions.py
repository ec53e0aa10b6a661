"""What a demanding reader will ask of a summary, with the sum behind it and where to answer.

Mirrors browser/library/questions.js; data/writing/questions.yml has the rules.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.library import question_changes as changes
from macros.library import question_levels as levels
from macros.library import question_words as words
from macros.library.asked_facts import AskedFacts
from macros.library.material_change import is_alike
from macros.schema.questions import GAP

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from macros.facts.entries import Entries
    from macros.library.question_sums import Found
    from macros.library.summary import Summary
    from macros.schema.questions import QuestionRule

FINDERS: dict[str, Callable[[QuestionRule, AskedFacts], Iterator[Found]]] = {
    "apart": changes.apart,
    "restandard": changes.restandard,
    "fell": changes.fell,
    "none": levels.none,
    "stopped": changes.stopped,
    "share": levels.shares,
    "rank": levels.rank,
    "sample": levels.sample,
    "times": changes.times,
    "target": levels.target,
    "claim": words.claim,
    "lacking": words.lacking,
    "unnamed": words.unnamed,
}


@dataclass(frozen=True)
class Question:
    """A question, the sums behind it, and where it is answered: at a path, or where it is printed.

    `behind` are the numbers from which it follows, and digests of words.
    """

    rule: str
    subject: str
    ask: str
    sums: tuple[str, ...]
    behind: str
    path: str

    @property
    def key(self) -> str:
        """What its answer is kept under."""
        return f"{self.rule}/{self.subject}"


def questions_of(summary: Summary, entries: Entries) -> list[Question]:
    """Return the questions of a summary, the most important first."""
    asked = AskedFacts(summary.specs, entries, summary.printed_facts, summary.facts.inputs)
    return questions(summary.library.questions, asked)


def questions(rules: Mapping[str, QuestionRule], asked: AskedFacts) -> list[Question]:
    """Return what is asked: of each fact once, and not of what the text itself explains."""
    found: list[Question] = []
    seen = set(asked.told)
    for rule in rules.values():
        for one in FINDERS[rule.kind](rule, asked):
            if seen.isdisjoint(one.names):
                seen.update(one.names)
                found.append(_question(rule, one))
    return found


def _question(rule: QuestionRule, found: Found) -> Question:
    ask = GAP.sub(lambda gap: found.words[gap[1]], rule.ask)
    path = rule.answer or found.path
    return Question(rule.id, found.subject, ask, found.sums, " ".join(found.behind), path)


def is_settled(question: Question, answers: Mapping[str, object]) -> bool:
    """Tell whether what was answered still holds: no figure has changed materially since."""
    answer = answers.get(question.key)
    behind = answer.get("behind") if isinstance(answer, dict) else None
    return isinstance(behind, str) and is_alike(behind, question.behind)
