"""Numbers: by level, each level anew under the one above, in whatever form a layout asks for."""

from __future__ import annotations

import pytest

from macros.document.document import Block
from macros.document.numbering import numbered

STANDARD = ("一、", "（一）", "1.", "（1）")


def numbers(levels: list[int], forms: tuple[str, ...] = STANDARD) -> str:
    blocks = [Block("heading", (), level) for level in levels]
    return " ".join(block.number for block in numbered(blocks, forms))


def test_each_level_is_numbered_in_its_own_way() -> None:
    levels = [1, 2, 2, 3, 4, 4, 3, 4, 2, 3, 1, 2]
    expected = "一、 （一） （二） 1. （1） （2） 2. （1） （三） 1. 二、 （一）"
    assert numbers(levels) == expected


def test_numbers_go_on_beyond_ten() -> None:
    assert numbers([1] * 12).split()[-2:] == ["十一、", "十二、"]


@pytest.mark.parametrize(
    ("forms", "expected"),
    [
        (("1", "1.1", "1.1.1", "1.1.1.1"), "1 1.1 1.2 1.2.1 1.2.1.1 2 2.1"),
        (("第一章", "1.1", "（1.1）", "①"), "第一章 1.1 1.2 （2.1） ① 第二章 2.1"),
        pytest.param(("一、", "一.1", "（1）", "①"), "一、 一.1 一.2 （1） ① 二、 二.1"),
    ],
)
def test_a_form_repeats_the_levels_above(forms: tuple[str, ...], expected: str) -> None:
    assert numbers([1, 2, 2, 3, 4, 1, 2], forms) == expected


def test_circled_numbers_end_at_twenty() -> None:
    assert numbers([1] * 22, ("①",)).split()[-3:] == ["⑳", "（21）", "（22）"]


def test_a_block_without_a_level_stays_as_it_is() -> None:
    blocks = (Block("title", ()), Block("heading", (), 1), Block("paragraph", ()))
    assert [block.number for block in numbered(blocks, STANDARD)] == ["", "一、", ""]


def test_numbering_again_gives_the_other_forms() -> None:
    once = numbered([Block("heading", (), 1), Block("heading", (), 2)], STANDARD)
    assert [block.number for block in numbered(once, ("1", "1.1"))] == ["1", "1.1"]
