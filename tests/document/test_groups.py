"""A section or a place that stands alone prints no heading of its own; others keep theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.document.document import Block, Run
from macros.document.paragraphs import (
    Part,
    has_one_item,
    headless_blocks,
    is_led_by,
    without_lone_items,
)
from macros.library.compose import compose_summary
from macros.library.office_documents import compose_office
from macros.library.summary import Summary
from macros.schema.facts_files import Content
from tests.support.real import LIBRARY, document

if TYPE_CHECKING:
    from collections.abc import Sequence


def under(blocks: Sequence[Block], chapter: str) -> list[str]:
    """Return how the paragraphs of a chapter begin, up to the next chapter."""
    start = next(at for at, block in enumerate(blocks) if block.text == chapter)
    texts = []
    for block in blocks[start + 1 :]:
        if block.type == "heading":
            break
        texts.append(block.text)
    return texts


def test_the_only_section_of_a_chapter_has_no_heading() -> None:
    office = LIBRARY.offices["chengchuan-water-2025"]
    blocks = compose_office(LIBRARY, replace(office, without=("scoring",))).blocks
    texts = under(blocks, "检查和成效")
    assert texts
    assert not any(text.startswith("监督检查。") for text in texts)


def test_a_place_that_stands_alone_has_no_heading() -> None:
    office = LIBRARY.offices["lanxi-county-2026q1"]
    content = Content(skip={"capacity": ["基础设施与设备"]})
    choices = replace(office.choices, content=content)
    summary = Summary(LIBRARY, LIBRARY.archetypes[office.archetype], choices)
    texts = under(compose_summary(summary, office.entries).blocks, "服务能力建设")
    assert texts
    assert not any(text.startswith("人员帮扶与培训。") for text in texts)


def test_several_sections_keep_theirs() -> None:
    texts = under(document("hengchuan-mch-2025").blocks, "妇女儿童保健")
    assert [text for text in texts if text.startswith(("孕产妇保健：", "两癌筛查确诊"))]


def test_several_places_keep_theirs() -> None:
    texts = under(document("lanxi-county-2026q1").blocks, "服务能力建设")
    assert [text.partition("。")[0] for text in texts] == ["人员帮扶与培训", "基础设施与设备"]


def test_the_only_record_of_a_list_keeps_its_title() -> None:
    record = [Part("item", (Run("一项没有做。", ("problems[0].title",)), Run("没有人管。")))]
    assert has_one_item([[], record])
    assert not is_led_by("各项问题", record)


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
