"""The shape of what a facts file may bring of its own: outline, places, facts, sections, words.

What is read here is `outline`, `skip`, `order`, `own` and `marks` of a file with `schema: 2`; the
facts themselves are typed by the vocabulary.  Files outlive versions: keys are only ever added.
"""

from __future__ import annotations

from typing import Annotated, Any, Self

from pydantic import ConfigDict, Field, StringConstraints, model_validator

from macros.schema.fact_types import FACT_TYPES
from macros.schema.vocabulary import FactSpec
from macros.source.model import FieldError, Model, SlugId, Text, with_ids

OwnFactId = Annotated[str, StringConstraints(pattern=r"^own_[a-z0-9_]+$", max_length=60)]
OwnSectionId = Annotated[
    str, StringConstraints(pattern=r"^own-[a-z0-9]+(-[a-z0-9]+)*$", max_length=60)
]
PlaceName = Annotated[
    str, StringConstraints(min_length=1, max_length=40, pattern=r"^[^〔〕·|\n]+$")
]
OwnText = Annotated[str, StringConstraints(max_length=200_000)]
WIDEST = "999999999999999"
OWN_TOPIC = "自加指标"


class OutlineEntry(Model):
    """A line of an outline: a section of the library, one's own, or a group with a heading."""

    use: SlugId | None = None
    own: OwnSectionId | None = None
    heading: Text | None = None
    sections: list[OutlineEntry] = Field(default_factory=list)

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if sum(map(bool, (self.use, self.own, self.sections))) != 1:
            raise FieldError("每项只写 use、own、sections 中的一个", "{use: 片段}、{own: own-…}")
        if self.sections and not self.heading:
            raise FieldError("一组章节缺少“heading”", "heading: 这一组的标题")
        if any(inner.sections for inner in self.sections):
            raise FieldError("组里面又有组", "只分一层组")
        return self


class OwnFact(FactSpec):
    """A fact of one's own; the keys of data/facts, of which only label and type must be given."""

    @model_validator(mode="before")
    @classmethod
    def _defaults(cls, data: Any) -> Any:
        """Give what a maintainer writes and a clerk need not: hint and range."""
        if not isinstance(data, dict):
            return data
        traits = FACT_TYPES.get(str(data.get("type")))
        more = {"hint": data.get("label") or "—"}
        if traits and traits.number and "sum_of" not in data:
            more["range"] = ["0" if traits.whole else f"-{WIDEST}", WIDEST]
        return {**more, **data}

    @model_validator(mode="after")
    def _numbers_have_units(self) -> Self:
        if self.traits.kind == "number" and "unit" not in self.model_fields_set:
            raise FieldError(f"{self.type} 类型缺少“unit”", "unit: 人；没有单位写 unit: ''")
        if any(mark in self.label for mark in "〔〕·|"):
            raise FieldError("指标的名称里有〔〕·|", "不带这些符号的名称")
        return self


class OwnSection(Model):
    """A section of one's own: its heading and its text."""

    name: Text
    text: OwnText


class OwnItem(Model):
    """An item of one's own within a section, after a place or another own item."""

    id: Annotated[str, StringConstraints(pattern=r"^[A-Za-z0-9_-]+$", max_length=40)]
    after: Text | None = None
    title: Annotated[str, StringConstraints(max_length=60, pattern=r"^[^\n]*$")] = ""
    text: OwnText = ""


class Own(Model):
    """All that is one's own: facts, sections, items in sections, and places in own words."""

    facts: dict[OwnFactId, OwnFact] = Field(default_factory=dict)
    sections: dict[OwnSectionId, OwnSection] = Field(default_factory=dict)
    items: dict[SlugId, list[OwnItem]] = Field(default_factory=dict)
    texts: dict[SlugId, dict[Text, OwnText]] = Field(default_factory=dict)

    @model_validator(mode="before")
    @classmethod
    def _name_facts(cls, data: Any) -> Any:
        """Give each fact its id and its topic."""
        return with_ids(data, "facts", {"topic": OWN_TOPIC})


class UnplacedWords(Model):
    """A paragraph that was edited by hand in an older draft, and whose place is gone."""

    section: str
    text: str


class Marks(Model):
    """What the writer has decided; keys that this version does not know are kept as they are."""

    model_config = ConfigDict(extra="allow", frozen=True)

    emphasis: dict[str, str] = Field(default_factory=dict)
    as_of: dict[str, str] = Field(default_factory=dict)
    answers: dict[str, Any] = Field(default_factory=dict)
    dismissed: dict[str, Any] = Field(default_factory=dict)
    unplaced: list[UnplacedWords] = Field(default_factory=list)
    rolled_from: str = ""


class Content(Model):
    """What a facts file brings besides facts; empty for one that follows its archetype."""

    outline: list[OutlineEntry] = Field(default_factory=list)
    skip: dict[SlugId, list[Text]] = Field(default_factory=dict)
    order: dict[SlugId, list[Text]] = Field(default_factory=dict)
    own: Own = Field(default_factory=Own)
    marks: Marks = Field(default_factory=Marks)


CONTENT_KEYS = tuple(Content.model_fields)
