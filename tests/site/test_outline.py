"""The outline of a kind of summary: its chapters are counted in its own order."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.document.numbering import COUNTERS
from macros.site.outline import Outlines
from tests.support.real import ARCHETYPES, LIBRARY, each

if TYPE_CHECKING:
    from macros.document.document import Block

OUTLINES = Outlines(LIBRARY)


@pytest.mark.parametrize("name", each(ARCHETYPES))
def test_chapters_are_numbered_one_after_the_other(name: str) -> None:
    archetype = LIBRARY.archetypes[name]
    chapters = [part.heading for part in OUTLINES.parts(archetype) if part.level == 1]
    found = [heading.split("、")[0] for heading in chapters if "、" in heading[:3]]
    count = 0 if archetype.open else len(found)
    assert found == [COUNTERS["一"](number) for number in range(1, count + 1)]
    assert archetype.open or count > len(chapters) // 2


def test_a_chapter_that_one_example_leaves_out_counts() -> None:
    archetype = LIBRARY.archetypes["health-inspection-year"]
    first, second = [
        [block.number for block in example.document.blocks if is_chapter(block)]
        for example in OUTLINES.examples(archetype)
    ]
    parts = [part.heading for part in OUTLINES.parts(archetype) if part.level == 1]
    assert len(first) < len(second)
    assert [number for number in second if any(part.startswith(number) for part in parts)] == second


def is_chapter(block: Block) -> bool:
    return block.type == "heading" and block.level == 1
