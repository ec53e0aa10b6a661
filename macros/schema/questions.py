"""The shape of the rules of what a demanding reader asks: when, and in which words."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from macros.source.model import GIVEN_ID, FactId, FieldError, Model, SlugId, Text, with_ids
from macros.source.strict_types import Integer  # noqa: TC001 - pydantic needs it

QuestionKind = Literal[
    "apart", "restandard", "fell", "none", "stopped", "share", "rank", "claim", "sample",
    "times", "target", "lacking", "unnamed",
]  # fmt: skip
AnswerPath = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*(\[0\]\.[a-z_]+)?$")]
GAP = re.compile(r"\{(\w+)\}")

# What a question of each kind can say, and the keys that its rule must have.
SAID: dict[str, tuple[str, ...]] = {
    "apart": ("amount", "by", "amount_growth", "by_growth", "unit", "before", "now", "growth"),
    "restandard": ("standard", "labels"),
    "fell": ("label", "before", "now", "growth"),
    "none": ("label", "now", "efforts"),
    "stopped": ("labels", "compared"),
    "share": ("label", "before", "now", "change"),
    "rank": ("label", "now", "source"),
    "claim": ("label", "claim"),
    "sample": ("label", "sample", "share", "total_label", "total", "estimate"),
    "times": ("label", "before", "now", "times", "compared"),
    "target": ("label", "target", "reached", "when"),
    "lacking": ("count",),
    "unnamed": ("titles",),
}
NEEDS: dict[str, tuple[str, ...]] = {
    "apart": ("at_least",),
    "fell": ("at_least", "base", "of"),
    "share": ("at_least", "base"),
    "times": ("base",),
    "claim": ("words", "unless"),
    "lacking": ("at_least", "rows", "fields", "words"),
    "unnamed": ("rows", "fields", "words"),
}
OPTIONAL = ("at_least", "base", "of", "rows", "fields", "words", "unless")


class QuestionExample(Model):
    """Facts as a file gives them, and what the rule asks of them; nothing where it is silent."""

    facts: dict[FactId, Any]
    asks: Text | None = None


class QuestionRule(Model):
    """When something is asked, in which words, where it is answered, with examples as tests."""

    id: Annotated[SlugId, GIVEN_ID]
    title: Text
    kind: QuestionKind
    ask: Text
    why: Text
    answer: AnswerPath | None = None
    at_least: Annotated[Integer, Field(ge=1)] | None = None
    base: Annotated[Integer, Field(ge=1)] | None = None
    of: Literal["found", "looking"] | None = None
    rows: FactId | None = None
    fields: Annotated[list[FactId], Field(min_length=1)] | None = None
    words: str | None = None
    unless: str | None = None
    examples: Annotated[list[QuestionExample], Field(min_length=2)]

    @model_validator(mode="after")
    def _can_be_applied(self) -> Self:
        needed = NEEDS.get(self.kind, ())
        for key in OPTIONAL:
            given = getattr(self, key) is not None
            if key in needed and not given:
                raise FieldError(f"{self.kind} 类的问题缺少“{key}”", "见维护说明“读者会问”", key)
            if given and key not in needed:
                raise FieldError(f"{self.kind} 类的问题不用“{key}”", "删去", key)
        for key in ("words", "unless"):
            _check_pattern(key, getattr(self, key) or "")
        self._check_ask()
        if all(example.asks for example in self.examples):
            raise FieldError(
                "没有一个不该问的例子", "加一个只有 facts、没有 asks 的例子", "examples"
            )
        return self

    def _check_ask(self) -> None:
        unknown = [gap for gap in GAP.findall(self.ask) if gap not in SAID[self.kind]]
        if unknown:
            options = "、".join(f"{{{name}}}" for name in SAID[self.kind])
            raise FieldError(f"这类问题里没有“{{{unknown[0]}}}”", options, "ask")


class QuestionsFile(Model):
    """The file of the questions, in the order in which they are asked."""

    questions: Annotated[dict[SlugId, QuestionRule], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_rules(cls, data: Any) -> Any:
        return with_ids(data, "questions", {})


def _check_pattern(key: str, pattern: str) -> None:
    try:
        re.compile(pattern)
    except re.error:
        raise FieldError(f"{key} 不是正确的正则表达式", "如 名列|第一", key) from None
