"""What was read off a body is remembered for that body alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.templating.remembered import remembered

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.templating.compiler import Body


def test_each_body_is_read_once_and_another_like_it_by_itself() -> None:
    asked: list[int] = []

    @remembered
    def read(body: Body) -> Iterator[str]:
        asked.append(id(body))
        yield from body

    one, like_it = ["甲"], ["甲"]
    assert read(one) == read(one) == read(like_it) == ("甲",)
    assert asked == [id(one), id(like_it)]
