"""The table of facts: a row for each fact, with the figures of two examples."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import ClassVar

from macros.exchange.tables import Row
from macros.figures.values import SIDE_NAMES

COLUMNS = {  # of what is declared, by key
    "section": "章节",
    "item": "标题",
    "id": "代号",
    "label": "名称",
    "unit": "单位",
    "decimals": "小数位",
    "type": "类型",
    "numerator": "分子",
    "denominator": "分母",
    "part_of": "属于",
    "at_most": "不大于",
    "unrelated": "无关",
    "indicator": "词条",
    "aliases": "叫法",
    "required": "选填",
    "range": "范围",
    "growth": "增长率",
    "better": "好坏",
    "sought": "查出",
    "hint": "填写说明",
}
FIGURES = [  # of each example, by side
    {side: f"{example}{name}" for side, name in SIDE_NAMES.items()} for example in ("甲", "乙")
]
HEADINGS = (*COLUMNS.values(), *(title for sides in FIGURES for title in sides.values()))
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")


@dataclass(frozen=True)
class FactRow(Row):
    """A row of the table of facts."""

    columns_by_key: ClassVar = COLUMNS
    headings: ClassVar = HEADINGS
    needed: ClassVar = (COLUMNS["id"], COLUMNS["label"])

    @property
    def name(self) -> str:
        """What the row is known by: its id, else its label."""
        return self["id"] or self["label"]

    def figures(self, example: int) -> dict[str, str]:
        """Return the figures of the first or the second example, by side."""
        found = {side: self.cells.get(title, "") for side, title in FIGURES[example].items()}
        return {side: text for side, text in found.items() if text}


def plain_number(text: str) -> str:
    """Return a number without the commas that a spreadsheet shows."""
    return text.replace(",", "")
