"""The document model: a summary as a list of numbered blocks, and its plain text.

Every output format is made from it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any, Literal

BlockType = Literal[
    "title",
    "addressee",
    "heading",
    "paragraph",
    "attachment",
    "signature",
    "date",
    "endnote",
    "appendix",
    "caption",
    "table",
]
# Bidirectional controls: they make a text look other than it is.
BIDI_CONTROLS = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
INDENT = "　　"  # two full-width spaces before a paragraph in plain text
INDENTED = ("heading", "paragraph", "attachment", "endnote")
EMPTY_LINES = {  # before and after a block, in plain text
    "title": (0, 1),
    "attachment": (1, 0),
    "signature": (1, 0),
    "appendix": (1, 0),
    "caption": (1, 1),
}


@dataclass(frozen=True)
class Run:
    """A stretch of text; `facts` is empty for literal text."""

    text: str
    facts: tuple[str, ...] = ()
    formula: str = ""
    blank: bool = False

    def __post_init__(self) -> None:
        """Remove bidirectional controls, for all formats at once."""
        object.__setattr__(self, "text", BIDI_CONTROLS.sub("", self.text))

    def as_json(self) -> dict[str, Any]:
        """Return the run as JSON, without empty fields."""
        data: dict[str, Any] = {"text": self.text}
        if self.facts:
            data["facts"] = list(self.facts)
        if self.formula:
            data["formula"] = self.formula
        return {**data, "blank": True} if self.blank else data


Cell = tuple[Run, ...]


def fact_of(path: str) -> str:
    """Return the fact that a path leads into: `paid` of paid.now, `works` of works[0].name."""
    return path.partition(".")[0].partition("[")[0]


@dataclass(frozen=True)
class Block:
    """A part of the document, such as its title or a table; `level` is 1 to 4 where it is numbered.

    `addressee` is the line 主送机关, `endnote` the line 附注 in brackets below the date,
    `attachment` the note 附件：… below the text; `appendix` is the word 附件 at the top of the
    appendix, `caption` the title there.
    """

    type: BlockType
    runs: tuple[Run, ...]
    level: int = 0
    number: str = ""
    section: str = ""
    rows: tuple[tuple[Cell, ...], ...] = ()  # of a table, its head first

    @property
    def text(self) -> str:
        """Return the text without the number."""
        return "".join(run.text for run in self.runs)

    @property
    def whole_text(self) -> str:
        """Return the number, the text and what a table's cells say."""
        return self.number + "".join(run.text for run in self.all_runs)

    @property
    def row_texts(self) -> list[list[str]]:
        """Return the texts of a table's cells."""
        return [["".join(run.text for run in cell) for cell in row] for row in self.rows]

    @property
    def all_runs(self) -> list[Run]:
        """Return the runs of the block, those of a table's cells with them."""
        return [*self.runs, *(run for row in self.rows for cell in row for run in cell)]

    @property
    def lines(self) -> list[str]:
        """Return the block's lines in plain text, with the empty lines around it."""
        before, after = EMPTY_LINES.get(self.type, (0, 0))
        indent = INDENT if self.type in INDENTED else ""
        own = ["\t".join(row) for row in self.row_texts] or [indent + self.number + self.text]
        return [""] * before + own + [""] * after

    def as_json(self) -> dict[str, Any]:
        """Return the block as JSON; only a table has rows."""
        cells = [[[run.as_json() for run in cell] for cell in row] for row in self.rows]
        rows = {"rows": cells} if cells else {}
        return {
            "type": self.type,
            "level": self.level,
            "number": self.number,
            "text": self.text,
            "section": self.section,
            "runs": [run.as_json() for run in self.runs],
            **rows,
        }


@dataclass(frozen=True)
class Document:
    """A complete summary; `unused` are the facts that are given though no sentence uses them.

    `carried` are the facts carried over from the last period and not confirmed yet; `borrowed` is
    the number of blocks that still name the example's office, `unplaced` that of the paragraphs
    edited by hand whose place is gone, `mistaken` that of names of retired facts in what the
    writer has said; `sealed` tells that signature and date will be stamped with a seal.
    """

    archetype: str
    version: str
    blocks: tuple[Block, ...]
    unused: tuple[str, ...] = ()
    carried: tuple[str, ...] = ()
    borrowed: int = 0
    unplaced: int = 0
    mistaken: int = 0
    sealed: bool = False

    @property
    def title(self) -> str:
        """Return the text of the title."""
        return self.blocks[0].text

    @property
    def blanks(self) -> int:
        """Return the number of blanks in the text."""
        return sum(run.blank for block in self.blocks for run in block.all_runs)

    @property
    def blank_facts(self) -> list[str]:
        """Return the facts that blanks wait for, in the order of the text."""
        runs = (run for block in self.blocks for run in block.all_runs if run.blank)
        return list(dict.fromkeys(fact_of(path) for run in runs for path in run.facts))

    @property
    def draft(self) -> bool:
        """Tell whether it is a draft, and not to be used as final."""
        return bool(
            self.blanks
            or self.unused
            or self.carried
            or self.borrowed
            or self.unplaced
            or self.mistaken
        )

    @property
    def draft_line(self) -> str:
        """Return the first line of a draft, with the reasons; empty for a final document."""
        counts = {
            "处空白": self.blanks,
            "处自拟内容有误": self.mistaken,
            "项填了没有用到": len(self.unused),
            "项沿用未核对": len(self.carried),
            "处示例单位的名称": self.borrowed,
            "段手改文字无处可放": self.unplaced,
        }
        reasons = "，".join(f"{count}{what}" for what, count in counts.items() if count)
        return f"【草稿：{reasons}，不得作为正式稿使用】" if reasons else ""

    @property
    def length(self) -> int:
        """Return the number of characters, not counting spaces."""
        return sum(len("".join(block.whole_text.split())) for block in self.blocks)

    def as_text(self) -> str:
        """Return the plain text; a draft says so in its first line."""
        head = [self.draft_line, ""] if self.draft else []
        lines = [line for block in self.blocks for line in block.lines]
        return "".join(f"{line}\n" for line in (*head, *lines))

    def as_json(self) -> dict[str, Any]:
        """Return the document as JSON: archetype, version, and every block with its runs."""
        return {
            "archetype": self.archetype,
            "version": self.version,
            "title": self.title,
            "draft": self.draft,
            "blanks": self.blanks,
            "unused": list(self.unused),
            "blocks": [block.as_json() for block in self.blocks],
        }
