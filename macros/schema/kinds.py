"""The kinds that archetypes are sorted by: kinds of office and topics, in their order."""

from __future__ import annotations

from typing import Annotated

from pydantic import AfterValidator, Field, StringConstraints

from macros.source.model import FieldError, Model

Kind = Annotated[str, StringConstraints(min_length=1, max_length=12, pattern=r"^\S+$")]


def _distinct(names: list[str]) -> list[str]:
    """Refuse a name that stands twice, because its order would be unclear."""
    twice = next((name for index, name in enumerate(names) if name in names[:index]), None)
    if twice:
        raise FieldError(f"“{twice}”写了两次", "每个说法只写一次")
    return names


Names = Annotated[list[Kind], Field(min_length=1), AfterValidator(_distinct)]


class Kinds(Model):
    """The kinds of office and the topics that an archetype may name, in the order of the pages."""

    offices: Names
    topics: Names


NO_KINDS = Kinds.model_construct(offices=[], topics=[])  # while the file has mistakes
