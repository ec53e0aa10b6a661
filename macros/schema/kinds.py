"""What archetypes are sorted by, offices and topics in their order, and which are still wanted."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from macros.source.model import FieldError, Model, SlugId, Text

Kind = Annotated[str, StringConstraints(min_length=1, max_length=12, pattern=r"^\S+$")]


def _distinct(names: list[str]) -> list[str]:
    """Refuse a name that stands twice, because its order would be unclear."""
    twice = next((name for index, name in enumerate(names) if name in names[:index]), None)
    if twice:
        raise FieldError(f"“{twice}”写了两次", "每个说法只写一次")
    return names


Names = Annotated[list[Kind], Field(min_length=1), AfterValidator(_distinct)]


class Wanted(Model):
    """A kind of summary that people look for and nobody has added."""

    name: Text
    office: Kind
    brings: Text  # what somebody who adds it has to find
    near: Annotated[list[SlugId], Field(min_length=1)]  # the archetypes that serve meanwhile


class Kinds(Model):
    """The kinds of office and the topics that an archetype may name, in the order of the pages."""

    offices: Names
    topics: Names
    wanted: list[Wanted] = Field(default_factory=list)


NO_KINDS = Kinds.model_construct(offices=[], topics=[], wanted=[])  # while the file has mistakes
