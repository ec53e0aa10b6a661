"""The shape of the terms that have been replaced, and of where an old one still stands rightly."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from macros.schema.rule_patterns import check_pattern
from macros.source.model import GIVEN_ID, FieldError, Model, SlugId, Text, with_ids
from macros.source.strict_types import Integer  # noqa: TC001 - pydantic needs it

TermKind = Literal["法定更名", "口径更新", "规范称谓"]
Since = Annotated[str, StringConstraints(pattern=r"^[0-9]{4}(-[0-9]{2}){0,2}$")]
Pair = Annotated[str, StringConstraints(pattern=r"^\S\S$")]


class Term(Model):
    """A term that has been replaced; `old` are the words to look for."""

    id: Annotated[SlugId, GIVEN_ID]
    old: Annotated[list[Text], Field(min_length=1)]
    new: str
    since: Since | None = None
    kind: TermKind
    source: Text
    why: str = ""
    after: str = ""  # a pattern of what has to follow the old words
    beside: list[Text] = Field(default_factory=list)  # of which the sentence has to hold one
    unless: list[Text] = Field(default_factory=list)  # longer words that hold the old ones rightly
    in_titles: bool = False  # what has been replaced is itself a title
    unsure: list[Literal["年份", "出处"]] = Field(default_factory=list)

    @model_validator(mode="after")
    def _can_be_applied(self) -> Self:
        check_pattern("after", self.after)
        if not self.new and not self.why:
            raise FieldError("没有新的说法，又没有写为什么", "写上“why: …”", "new")
        if self.new in self.old:
            raise FieldError("新旧说法相同", "不同的说法", "new")
        return self

    @property
    def first_day(self) -> str:
        """Return the day since when the new term is used, as 2022-02-01; empty if nobody knows."""
        return f"{self.since}-01-01"[: len("2022-02-01")] if self.since else ""

    @property
    def since_text(self) -> str:
        """Return since when the new term is used, as 2022年2月; empty if nobody knows."""
        parts = zip((self.since or "").split("-"), "年月日", strict=False)
        return "".join(f"{int(number)}{unit}" for number, unit in parts if number)


class TermExceptions(Model):
    """Where the old words of any term stand rightly."""

    before: str = ""  # a pattern of words shortly before, such as 原
    reach: Annotated[Integer, Field(ge=0, le=30)] = 0  # how many characters are shortly before
    brackets: list[Pair] = Field(default_factory=list)  # titles

    @model_validator(mode="after")
    def _is_a_pattern(self) -> Self:
        check_pattern("before", self.before)
        return self


class Terms(Model):
    """The file of terms that have been replaced."""

    exceptions: TermExceptions = Field(default_factory=TermExceptions)
    terms: Annotated[dict[SlugId, Term], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_terms(cls, data: Any) -> Any:
        return with_ids(data, "terms", {})

    @cached_property
    def by_old(self) -> list[tuple[str, Term]]:
        """The words to look for with their terms, the longest first."""
        pairs = [(old, term) for term in self.terms.values() for old in term.old]
        return sorted(pairs, key=lambda pair: -len(pair[0]))


NO_TERMS = Terms.model_construct(exceptions=TermExceptions(), terms={})  # while there is no file
