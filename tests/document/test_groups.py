"""A section or a place that stands alone prints no heading of its own; others keep theirs."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from macros.document.document import Block, Run
from macros.document.paragraphs import (
    Part,
    has_one_item,
    headless_blocks,
    is_led_by,
    without_lone_items,
)
from macros.library.office_documents import compose_office
from tests.support.real import LIBRARY, document

if TYPE_CHECKING:
    from collections.abc import Sequence


def under(office: str, chapter: str) -> list[str]:
    """Return how the paragraphs of a chapter begin, up to the next chapter."""
    return following(document(office).blocks, chapter)


def following(blocks: Sequence[Block], chapter: str) -> list[str]:
    """Return the texts of the blocks after a chapter's heading, up to the next chapter."""
    start = next(at for at, block in enumerate(blocks) if block.text == chapter)
    texts = []
    for block in blocks[start + 1 :]:
        if block.type == "heading":
            break
        texts.append(block.text)
    return texts


@pytest.mark.parametrize(
    ("office", "chapter", "heading"),
    [
        pytest.param(
            "qinglan-hospital-2025",
            "服务量增加，难度大的手术增加更快",
            "服务量和床位。",
            id="place",
        ),
        pytest.param(
            "yanping-hospital-2025", "上转减少，一人次也没有转回", "双向转诊。", id="after-a-view"
        ),
        pytest.param(
            "zheling-county-2026h1", "基层诊疗减少，占比不到六成", "诊疗和住院流向。", id="alone"
        ),
    ],
)
def test_what_stands_alone_has_no_heading(office: str, chapter: str, heading: str) -> None:
    texts = under(office, chapter)
    assert texts
    assert not any(text.startswith(heading) for text in texts)


def test_the_only_section_of_a_chapter_has_no_heading() -> None:
    office = LIBRARY.offices["chengchuan-water-2025"]
    blocks = compose_office(LIBRARY, replace(office, without=("scoring",))).blocks
    texts = following(blocks, "检查和成效")
    assert texts
    assert not any(text.startswith("监督检查。") for text in texts)


def test_several_sections_keep_theirs() -> None:
    texts = under("qinglan-hospital-2025", "技术和队伍")
    assert [text for text in texts if text.startswith(("技术和人才。", "护理队伍。"))]


def test_several_places_keep_theirs() -> None:
    texts = under("zheling-mch-2025", "基层指导和培训减少")
    assert [text[:5] for text in texts[1:]] == ["到场指导。", "人员培训。"]


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
