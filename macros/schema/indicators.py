"""The shape of the dictionary: official indicators, their parts, the documents they are in."""

from __future__ import annotations

import re
from typing import Annotated, Any, Literal, Self

from pydantic import Field, model_validator

from macros.source.model import GIVEN_ID, GIVEN_TOPIC, FieldError, Model, SlugId, Text, with_ids
from macros.source.strict_types import Integer

Seen = Literal["原文", "转载", "转引", "仅名称"]
Unsure = Literal["名称", "公式", "单位", "出处", "年份"]
UnsureDocument = Literal["名称", "发布机关", "年份"]
Year = Annotated[Integer, Field(ge=1949, le=2100)]
ID = re.compile(r"[a-z][a-z0-9-]*")  # what is meant as the id of an entry, not as words
SCALES = {"%": 100, "‰": 1000, "1/10万": 100_000}  # what the unit says of the formula


class SourceDocument(Model):
    """A document that is cited, and how far the project has seen it."""

    id: Annotated[SlugId, GIVEN_ID]
    title: Text
    number: str = ""
    publisher: str = ""
    year: Year | None = None
    seen: Seen
    unsure: list[UnsureDocument] = Field(default_factory=list)
    note: str = ""


class DocumentsFile(Model):
    """The file of the documents that are cited."""

    documents: Annotated[dict[SlugId, SourceDocument], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_documents(cls, data: Any) -> Any:
        return with_ids(data, "documents", {})


class Quantity(Model):
    """What is counted; the numerator or denominator of indicators."""

    id: Annotated[SlugId, GIVEN_ID]
    topic: Annotated[Text, GIVEN_TOPIC]
    name: Text
    aliases: list[Text] = Field(default_factory=list)
    former: list[Text] = Field(default_factory=list)
    unit: Text
    note: str = ""

    @property
    def names(self) -> list[str]:
        """Return what it is and was called, the present name first."""
        return [self.name, *self.aliases, *self.former]


class Indicator(Quantity):
    """An official indicator; its numerator and denominator are ids of entries, or words."""

    numerator: Text | None = None
    denominator: Text | None = None
    scale: Annotated[Integer, Field(ge=1)] | None = None
    method: str = ""
    better: Literal["higher", "lower"] | None = None
    document: SlugId
    code: str = ""
    replaced_by: SlugId | None = None
    since: Year | None = None
    unsure: list[Unsure] = Field(default_factory=list)

    @model_validator(mode="after")
    def _has_one_formula(self) -> Self:
        if (self.numerator is None) != (self.denominator is None):
            raise FieldError("numerator 和 denominator 只写了一个", "两个都写，或都不写")
        if bool(self.numerator) + bool(self.method) + self._lacks_formula != 1:
            what = "没有写怎样算，或者写了两种"
            raise FieldError(what, "分子和分母，或 method，都不知道的写 unsure: [公式]")
        if self.scale and self.unit in SCALES:
            raise FieldError(f"单位{self.unit}已经说明乘以多少", "不写 scale", "scale")
        return self

    @property
    def _lacks_formula(self) -> bool:
        return not self.numerator and not self.method and "公式" in self.unsure

    @property
    def times(self) -> int:
        """Return what the quotient is multiplied by."""
        return self.scale or SCALES.get(self.unit, 1)

    @property
    def parts(self) -> dict[str, str]:
        """Return numerator and denominator, as they are written, by their keys."""
        written = {"numerator": self.numerator, "denominator": self.denominator}
        return {key: part for key, part in written.items() if part}


class IndicatorsFile(Model):
    """The entries of one line of work."""

    topic: Text
    quantities: dict[SlugId, Quantity] = Field(default_factory=dict)
    indicators: Annotated[dict[SlugId, Indicator], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_entries(cls, data: Any) -> Any:
        """Add to each entry its id, which is its key, and the topic of the file."""
        topic = {"topic": (data.get("topic") if isinstance(data, dict) else None) or "—"}
        return with_ids(with_ids(data, "quantities", topic), "indicators", topic)
