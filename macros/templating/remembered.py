"""Remembers what was read off compiled bodies, which never change: every summary asks again."""

from __future__ import annotations

from functools import lru_cache, wraps
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.templating.compiler import Body

Found = TypeVar("Found")
KEPT = 8192  # bodies; a library has some thousand, those of own texts come and go


class _Key:
    """A body as a key: the same list, not one with the same content."""

    def __init__(self, body: Body) -> None:
        self.body = body

    def __hash__(self) -> int:
        return id(self.body)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Key) and self.body is other.body


def remembered(read: Callable[[Body], Iterator[Found]]) -> Callable[[Body], tuple[Found, ...]]:
    """Have a function of a body read each body once; the bodies it has read last are kept."""

    @lru_cache(maxsize=KEPT)
    def found(key: _Key) -> tuple[Found, ...]:
        return tuple(read(key.body))

    @wraps(read)
    def ask(body: Body) -> tuple[Found, ...]:
        return found(_Key(body))

    return ask
