"""The shape of the writing rules and of the common mistakes."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from macros.schema.archetypes import Mistake
from macros.source.model import GIVEN_ID, GIVEN_TOPIC, Model, SlugId, Text, with_ids

WritingTopic = Literal["版面", "结构层次", "标点", "数字"]
Standard = Literal["GB/T 9704—2012", "GB/T 15834—2011", "GB/T 15835—2011"]
Strength = Literal["规定", "一般", "推荐", "实务"]
MistakeKind = Literal["照抄改写", "数字", "比较", "序号和称呼", "内容"]


class Rule(Mistake):
    """One rule of writing with its source: the standard, the clause, and how strictly it binds."""

    id: Annotated[SlugId, GIVEN_ID]
    topic: Annotated[WritingTopic, GIVEN_TOPIC]
    rule: Text
    strength: Strength
    standard: Standard | None = None
    clause: Annotated[str, StringConstraints(pattern=r"^[0-9]+(\.[0-9]+)*$")] | None = None
    derived: bool = False

    @model_validator(mode="after")
    def _strength_has_its_source(self) -> Self:
        if (self.strength == "实务") == (self.standard is not None):
            raise ValueError("规定、一般、推荐要写出自哪个标准（standard），实务不写")
        if self.clause and not self.standard:
            raise ValueError("有条号（clause）就要写标准（standard）")
        return self


class RulesFile(Model):
    """The rules of one topic of writing."""

    topic: WritingTopic
    rules: Annotated[dict[SlugId, Rule], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_rules(cls, data: Any) -> Any:
        """Add to each rule its id, which is its key, and the topic of the file."""
        topic = data.get("topic") if isinstance(data, dict) else None
        return with_ids(data, "rules", {"topic": topic or "版面"})


class CommonMistake(Mistake):
    """A mistake that real writers make, and how the site guards against it."""

    id: Annotated[SlugId, GIVEN_ID]
    title: Text
    kind: MistakeKind
    guard: Text


class MistakesFile(Model):
    """The file of common mistakes."""

    mistakes: Annotated[dict[SlugId, CommonMistake], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_mistakes(cls, data: Any) -> Any:
        return with_ids(data, "mistakes", {})
