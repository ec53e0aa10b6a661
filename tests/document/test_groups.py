"""The only section of a group that says something has no number; what is in it moves up."""

from __future__ import annotations

from macros.document.document import Block, Run
from macros.document.paragraphs import Part, group_blocks, headless_blocks, without_lone_items


def levels(*given: int) -> list[int]:
    blocks = [Block("table" if not level else "paragraph", (), level) for level in given]
    return [block.level for block in group_blocks(blocks, 2)]


def test_the_only_section_has_no_number_and_its_rows_move_up() -> None:
    assert levels(2, 0, 3, 3) == [0, 0, 2, 2]


def test_several_sections_keep_theirs() -> None:
    assert levels(2, 3, 2) == [2, 3, 2]


def test_a_section_with_a_heading_of_its_own_keeps_it() -> None:
    blocks = [Block("heading", (), 2), Block("paragraph", ())]
    assert group_blocks(blocks, 2) == blocks


def test_items_without_a_heading_go_on_with_those_before() -> None:
    parts = [Part("item", (Run("一例。"),)), Part("", (Run("后来。"),))]
    assert [block.level for block in headless_blocks(parts, "typical-case")] == [2, 0]


def test_the_only_item_of_a_chapter_has_no_number() -> None:
    blocks = [
        Block("heading", (), 1),
        Block("paragraph", (), 2),
        Block("heading", (), 1),
        Block("paragraph", (), 2),
        Block("paragraph", (), 2),
    ]
    assert [block.level for block in without_lone_items(blocks)] == [1, 0, 1, 2, 2]
