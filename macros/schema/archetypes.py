"""The shape of sections and archetypes, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import Field, StringConstraints, model_validator

from macros.figures.periods import PeriodKind  # noqa: TC001 - pydantic needs it at run time
from macros.source.model import GIVEN_ID, Model, SlugId, Text, Version
from macros.source.strict_types import Day, Integer  # noqa: TC001 - pydantic needs it

Form = Literal["brief", "detailed"]
Role = Literal["依据", "做法", "数据", "成效", "问题", "打算"]
OfficeKind = Literal["县局", "医院·社区中心", "爱卫办", "学校", "机关"]
Subject = Literal[
    "公共卫生服务",
    "医疗保障",
    "传染病防控",
    "精神卫生",
    "爱国卫生",
    "病媒生物防制",
    "改厕改水",
    "卫生创建",
    "学校卫生",
    "环境卫生",
]


class Mistake(Model):
    """A wrong example, the right one, and why."""

    wrong: Text
    right: Text
    why: Text

    @model_validator(mode="after")
    def _wrong_is_not_right(self) -> Self:
        if self.wrong == self.right:
            raise ValueError("wrong 与 right 相同")
        return self


class Annotation(Model):
    """An annotation in its four fixed parts: 内容, 动机, 形式, 常见问题."""

    content: Text
    motive: Text
    form: Text
    mistakes: Annotated[list[Mistake], Field(min_length=1)]


class ItemName(Model):
    """The name of a place of a section, which files use; `was` are the names it had before."""

    name: Annotated[str, StringConstraints(min_length=1, max_length=30, pattern=r"^[^〔〕·|\n]+$")]
    was: list[Text] = Field(default_factory=list)
    about: Text | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_name(cls, data: Any) -> Any:
        """Read a bare name as a place without more to say of it."""
        return {"name": data} if isinstance(data, str) else data


class Section(Model):
    """A reusable part of a summary; which facts it has, its template tells."""

    id: Annotated[SlugId, GIVEN_ID]
    name: Text
    heading: bool = True
    role: Role
    summary: Text
    items: Annotated[list[ItemName], Field(min_length=1)]
    retired: list[Text] = Field(default_factory=list)
    annotation: Annotation

    @property
    def item_names(self) -> list[str]:
        """The names of the section's places, in the order of its template."""
        return [item.name for item in self.items]

    def place_named(self, name: str) -> str:
        """Return the name that a place has now, by this or an earlier one."""
        return next((item.name for item in self.items if name in item.was), name)


class Entry(Model):
    """A place in an archetype's outline: a section, or a heading over several sections."""

    use: SlugId | None = None
    heading: Text | None = None
    optional: bool = False
    sections: list[Entry] = Field(default_factory=list)

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.use) == bool(self.sections):
            raise ValueError("每项写 use（一个片段）或 heading 加 sections（一组片段）")
        if self.sections and not self.heading:
            raise ValueError("一组片段缺少“heading”")
        return self


class Fault(Model):
    """A fault of the summaries this archetype was modelled on, and how it is mended here."""

    wrong: Text
    mended: Text


class Change(Model):
    """One entry of an archetype's history."""

    version: Version
    date: Day
    change: Text


class Archetype(Model):
    """A kind of summary: who writes it, for whom, for which period, with which sections."""

    id: Annotated[SlugId, GIVEN_ID]
    title: Text
    short: Text
    writer: Text
    reader: Text
    office: OfficeKind
    topics: Annotated[list[Subject], Field(min_length=1)]
    period: PeriodKind
    length: tuple[Integer, Integer]
    when: Text
    form: Form
    aliases: Annotated[list[Text], Field(min_length=1)]
    sections: Annotated[list[Entry], Field(min_length=1)]
    faults: Annotated[list[Fault], Field(min_length=1)]
    tips: Annotated[list[Text], Field(min_length=1)]
    examples: Annotated[list[Text], Field(min_length=1)]
    version: Version
    history: Annotated[list[Change], Field(min_length=1)]

    @property
    def entries(self) -> list[Entry]:
        """Return the entries that use a section, in order."""
        return [inner for entry in self.sections for inner in (entry.sections or [entry])]

    @property
    def heading_keys(self) -> list[str]:
        """Return the keys of an office's `headings`: section ids, and the headings of groups."""
        groups = [entry.heading for entry in self.sections if entry.sections and entry.heading]
        return [entry.use for entry in self.entries if entry.use] + groups
