"""What proofreading tells of a text that somebody composed of figures and words."""

from __future__ import annotations

import pytest

from macros.document.document import Block, Document, Run
from macros.document.proofreading import proofread


def told(text: str) -> list[str]:
    document = Document("x", "1.0.0", (Block("paragraph", (Run(text),)),))
    return [what for what, _ in proofread(document)]


def test_what_is_asked_twice_is_told() -> None:
    assert told("请市卫生健康委请市卫生健康委协调。") == ["“请”写了两次：请市卫生健康委请"]


@pytest.mark.parametrize(
    "text",
    [
        "请县卫生健康局商请县财政局安排。",
        "申请12次，邀请3人。",
        "聘请的专家请3天假。",
        "请局里向上级请示。",
    ],
)
def test_other_words_with_it_are_not(text: str) -> None:
    assert told(text) == []
