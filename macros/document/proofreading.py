"""Proofreads a document: doubled punctuation, spaces, empty headings, repeated paragraphs."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document.document import Block, Document

TWICE_ASKED = re.compile("(?<![聘邀申提报商])请[^，。；]{1,20}(?<![聘邀申提报商])请(?![示求假])")
QUOTED = 20  # characters of a paragraph that a message quotes
DOUBLED_MARK = re.compile("[，。、；：！？][，。、；：！？]")
SPACE_INSIDE = re.compile(r"[\u4e00-\u9fff，。、；：] +[\u4e00-\u9fff，。、；：]")


def proofread(document: Document) -> Iterator[tuple[str, str]]:
    """Yield what is wrong with the text of a document, and where to look."""
    seen: set[str] = set()
    for block, after in zip_longest(document.blocks, document.blocks[1:]):
        where = f"核对 templates/sections/{block.section}.j2 和填的文字"
        found = DOUBLED_MARK.search(block.text) or SPACE_INSIDE.search(block.text)
        if found:
            start = max(found.start() - QUOTED // 2, 0)
            around = block.text[start : found.end() + QUOTED // 2]
            yield f"正文{'汉字之间有空格' if ' ' in found[0] else '标点重复'}：{around}", where
        asked = TWICE_ASKED.search(block.text)
        if asked:
            yield f"“请”写了两次：{asked[0]}", "正文已有“请某某”，填的从要办的事写起"
        if block.type == "heading" and _lacks_text(block, after):
            yield f"标题“{block.text}”下面没有正文", "没有内容时整节不写"
        elif block.type == "paragraph":
            if not block.text.endswith("。"):
                yield f"段落没有以句号结尾：{block.text[-QUOTED:]}", where
            if block.text in seen:
                yield f"同一段写了两次：{block.text[:QUOTED]}", where
            seen.add(block.text)


def _lacks_text(heading: Block, after: Block | None) -> bool:
    deeper = after and after.type == "heading" and after.level > heading.level
    return not deeper and not (after and after.type == "paragraph")
