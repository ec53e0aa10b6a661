"""The shape of cases: facts of an example, changed, and what the text then says and does not."""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import Field, model_validator

from macros.source.model import FactId, FieldError, Model, SlugId, Text


class Case(Model):
    """One case: an example's facts with changes; one that is left empty is not known."""

    office: SlugId
    facts: dict[FactId, Any] = Field(default_factory=dict)
    without: list[SlugId] | None = None
    whole: bool = False
    has: list[Text] = Field(default_factory=list)
    lacks: list[Text] = Field(default_factory=list)

    @model_validator(mode="after")
    def _expects_something(self) -> Self:
        if not self.has and not self.lacks:
            raise FieldError("没有写正文应当有什么、不应当有什么", "has: [一段文字]，或 lacks: […]")
        return self


class CasesFile(Model):
    """The cases of one archetype, each with its name."""

    cases: Annotated[dict[Text, Case], Field(min_length=1)]
