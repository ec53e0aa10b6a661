"""The formats a document can be written in, by the name that the command line takes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.document import Block, Document

MARKUP = re.compile(r"[\\`*_{}\[\]<>#+\-.!|~^=:\"'&()]")  # as in browser/fill/live.js


@dataclass(frozen=True)
class Format:
    """How a document is written, and how its file's name ends."""

    ending: str
    write: Callable[[Document], str | bytes]


def _json(document: Document) -> str:
    return json.dumps(document.as_json(), ensure_ascii=False, indent=2) + "\n"


def _markdown(document: Document) -> str:
    """Return the document as Markdown; every character stands for itself."""
    return "\n\n".join(map(_markdown_block, document.blocks)) + "\n"


def _markdown_block(block: Block) -> str:
    text = MARKUP.sub(r"\\\g<0>", block.number + block.text)
    if block.type == "title":
        return f"# {text}"
    return f"{'#' * (block.level + 1)} {text}" if block.type == "heading" else text


FORMATS = {
    "text": Format(".txt", lambda document: document.as_text()),
    "markdown": Format(".md", _markdown),
    "json": Format(".json", _json),
}
