"""What an archetype says once for all its periods, or for each of them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, TypeVar

from pydantic import Discriminator, Tag

from macros.figures.periods import LABELS
from macros.source.model import UNION_TAGS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.figures.periods import PeriodKind

T = TypeVar("T")
ONE, EACH = UNION_TAGS


def _written(data: object) -> str:
    return EACH if isinstance(data, dict) else ONE


ByPeriod = Annotated[
    Annotated[T, Tag(ONE)] | Annotated[dict[str, T], Tag(EACH)], Discriminator(_written)
]


def by_period(value: T | dict[str, T], periods: Iterable[PeriodKind]) -> dict[PeriodKind, T]:
    """Return the value of each period."""
    return {p: value[p] if isinstance(value, dict) else value for p in periods}


def in_words(values: Mapping[PeriodKind, str]) -> list[str]:
    """Return what is said of each period, under its name; one sentence where all say the same."""
    if len(set(values.values())) == 1:
        return list(values.values())[:1]
    return [f"{LABELS[period]}：{text}" for period, text in values.items()]
