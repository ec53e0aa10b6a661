"""The shape of sections and archetypes, as pydantic models."""

from __future__ import annotations

from typing import Annotated, Any, Literal, Self

from pydantic import AliasChoices, BeforeValidator, Field, StringConstraints, model_validator

from macros.figures.periods import LABELS, PeriodKind
from macros.schema.by_period import ByPeriod, by_period, in_words
from macros.source.model import GIVEN_ID, FactId, FieldError, Model, SlugId, Text, Version
from macros.source.strict_types import Day, Integer

Form = Literal["brief", "detailed"]
Role = Literal["依据", "做法", "数据", "成效", "问题", "打算"]
Length = tuple[Integer, Integer]


def _listed(data: Any) -> Any:
    """Read one period as a list of one."""
    return [data] if isinstance(data, str) else data


Periods = Annotated[
    list[PeriodKind],
    BeforeValidator(_listed),
    Field(min_length=1, validation_alias=AliasChoices("period", "periods")),
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
    """The name of a place of a section, which files use; `was` are the names it had before.

    `main` is the fact that the place says where it is written in one short sentence.
    """

    name: Annotated[str, StringConstraints(min_length=1, max_length=30, pattern=r"^[^〔〕·|\n]+$")]
    was: list[Text] = Field(default_factory=list)
    about: Text | None = None
    main: FactId | None = None

    @model_validator(mode="before")
    @classmethod
    def _of_name(cls, data: Any) -> Any:
        """Read a bare name as a place without more to say of it."""
        return {"name": data} if isinstance(data, str) else data


class Section(Model):
    """A reusable part of a summary; which facts it has, its template tells.  It `was` other ids.

    `aliases` are words by which other texts speak of it.  An `overview` is a table of what other
    sections tell: these ask for its facts, and do not compare them again.
    """

    id: Annotated[SlugId, GIVEN_ID]
    name: Text
    heading: bool = True
    overview: bool = False
    role: Role
    summary: Text
    items: Annotated[list[ItemName], Field(min_length=1)]
    retired: list[Text] = Field(default_factory=list)
    aliases: list[Text] = Field(default_factory=list)
    annotation: Annotation
    was: list[SlugId] = Field(default_factory=list)

    @property
    def item_names(self) -> list[str]:
        """The names of the section's places, in the order of its template."""
        return [item.name for item in self.items]

    def place_named(self, name: str) -> str:
        """Return the name that a place has now, by this or an earlier one."""
        return next((item.name for item in self.items if name in item.was), name)


class Entry(Model):
    """A place in an archetype's outline: a section, or a heading over several sections.

    The heading of a group `was` others before: files call the group by it.
    """

    use: SlugId | None = None
    heading: Text | None = None
    optional: bool = False
    sections: list[Entry] = Field(default_factory=list)
    was: list[Text] = Field(default_factory=list)

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.use) == bool(self.sections):
            raise ValueError("每项写 use（一个片段）或 heading 加 sections（一组片段）")
        if self.sections and not self.heading:
            raise ValueError("一组片段缺少“heading”")
        if self.was and not self.sections:
            raise ValueError("“was”只写在一组片段的 heading 下面")
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
    """A kind of summary: who writes it, for whom, for which periods, with which sections.

    An `open` one has but a frame of sections; the writer adds those that report the work.
    What it `covers` are summaries without an archetype of their own, by the names that readers
    look for.  Its id `was` another before.
    """

    id: Annotated[SlugId, GIVEN_ID]
    title: Text
    short: Text
    writer: Text
    reader: Text
    office: Text
    topics: Annotated[list[Text], Field(min_length=1)]
    periods: Periods
    length: ByPeriod[Length]
    when: ByPeriod[Text]
    form: Form
    open: bool = False
    aliases: Annotated[list[Text], Field(min_length=1)]
    covers: list[Text] = Field(default_factory=list)
    sections: Annotated[list[Entry], Field(min_length=1)]
    faults: Annotated[list[Fault], Field(min_length=1)]
    tips: Annotated[list[Text], Field(min_length=1)]
    examples: Annotated[list[Text], Field(min_length=1)]
    version: Version
    history: Annotated[list[Change], Field(min_length=1)]
    was: list[SlugId] = Field(default_factory=list)

    @model_validator(mode="after")
    def _every_period(self) -> Self:
        """Hold what is said by period equal to the periods there are."""
        if len(set(self.periods)) < len(self.periods):
            raise FieldError("同一种时段写了两次", "每种只写一次", "periods")
        for key, value in (("length", self.length), ("when", self.when)):
            if isinstance(value, dict) and value.keys() != set(self.periods):
                raise FieldError(f"“{key}”的时段与 periods 不一致", "、".join(self.periods), key)
        for low, high in self.lengths.values():
            if low >= high:
                raise FieldError("length 的下限不小于上限", "[下限, 上限]", "length")
        return self

    @property
    def lengths(self) -> dict[PeriodKind, Length]:
        """The usual length of a summary of each period, in characters."""
        return by_period(self.length, self.periods)

    @property
    def whens(self) -> dict[PeriodKind, str]:
        """When a summary of each period is written."""
        return by_period(self.when, self.periods)

    @property
    def length_words(self) -> list[str]:
        """The usual length of each period, in words."""
        return in_words({p: f"{low}～{high}字" for p, (low, high) in self.lengths.items()})

    @property
    def when_words(self) -> list[str]:
        """When a summary of each period is written, under the period's name where that differs."""
        return in_words(self.whens)

    @property
    def span(self) -> str:
        """From the shortest to the longest that is usual, whatever the period."""
        lows, highs = zip(*self.lengths.values(), strict=True)
        return f"{min(lows)}～{max(highs)}字"

    @property
    def period_words(self) -> str:
        """The names of the periods."""
        return "、".join(LABELS[period] for period in self.periods)

    @property
    def entries(self) -> list[Entry]:
        """Return the entries that use a section, in order."""
        return [inner for entry in self.sections for inner in (entry.sections or [entry])]

    @property
    def groups(self) -> dict[str, Entry]:
        """Return the groups of sections by their headings."""
        return {entry.heading: entry for entry in self.sections if entry.sections and entry.heading}

    @property
    def heading_keys(self) -> list[str]:
        """Return the keys of an office's `headings`: section ids, and the headings of groups."""
        return [*(entry.use for entry in self.entries if entry.use), *self.groups]
