"""The only section of a group that says something has no number; what is in it moves up."""

from __future__ import annotations

from macros.document.document import Block
from macros.document.paragraphs import group_blocks


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
