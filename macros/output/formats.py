"""The formats a document can be written in, by the name that the command line takes."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.document.line_breaking import (
    lead_end,
    right_indents,
    sealed_width,
    split_runs,
    title_breaks,
)
from macros.output.word import DRAFT_HEAD, docx, shell

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.document.document import Block, Document
    from macros.document.page_layout import Layout

# What could become markup, within a line and where a block begins; browser/preview/live_document.js
# has the same.
INSIDE = re.compile(r"[\\`*_\[{<&~^|]|#(?=#*$)")
FIRST = re.compile(r"^[#+\->!:=]|^[0-9]+[.)](?=[ \t]|$)")
# What a backslash does not take from every reader of Markdown.
ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;", "^": "&#94;", ":": "&#58;", "=": "&#61;"}


@dataclass(frozen=True)
class Look:
    """How a document is to look: a layout, and the project whose templates make it."""

    layout: Layout
    root: Path


@dataclass(frozen=True)
class Format:
    """How a document is written, and how its file's name ends."""

    ending: str
    write: Callable[[Document, Look], str | bytes]


def _json(document: Document) -> str:
    return json.dumps(document.as_json(), ensure_ascii=False, indent=2) + "\n"


def as_markdown(document: Document) -> str:
    """Return the document as Markdown; a draft says so in its first line."""
    head = [f"> {document.draft_line}"] if document.draft else []
    return "\n\n".join([*head, *map(_markdown_block, document.blocks)]) + "\n"


def _markdown_block(block: Block) -> str:
    if block.type == "table":
        return _markdown_table(block)
    text = FIRST.sub(_escaped, _inside(block.number + block.text))
    levels = {"title": 1, "heading": block.level + 1, "appendix": 2, "caption": 2}
    level = levels.get(block.type)
    return f"{'#' * level} {text}" if level else text


def _markdown_table(block: Block) -> str:
    head, *rows = [f"| {' | '.join(map(_inside, row))} |" for row in block.rows]
    return "\n".join([head, "|" + " --- |" * len(block.rows[0]), *rows])


def _inside(text: str) -> str:
    return INSIDE.sub(_escaped, text)


def _escaped(found: re.Match[str]) -> str:
    before, mark = found[0][:-1], found[0][-1]
    return before + ENTITIES.get(mark, f"\\{mark}")


def as_html(document: Document, look: Look) -> str:
    """Return the document as a file of its own that prints in the layout."""
    template = _print_templates(look).get_template("document.html.j2")
    characters = look.layout.parameters.characters.value
    words = {
        "ends": right_indents(document, characters),
        "room": sealed_width(document, characters),
        "lead_end": lead_end,
        "breaks": title_breaks(document.blocks[0].runs, look.layout.title_characters),
        "split_runs": split_runs,
    }
    return template.render(document=document, **words) + "\n"


def print_style(look: Look) -> str:
    """Return the style sheet that prints the filled-in document of a page in the layout."""
    return _print_templates(look).get_template("layout.css.j2").render() + "\n"


def _print_templates(look: Look) -> Environment:
    loader = FileSystemLoader(look.root / "templates" / "print", encoding="utf-8-sig")
    made = Environment(loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True)
    made.globals.update(
        layout=look.layout.values,
        font_substitutes=look.layout.font_substitutes,
        draft_head=DRAFT_HEAD,
    )
    return made


def as_docx(document: Document, look: Look) -> bytes:
    """Return the document as a Word file in the layout."""
    return docx(document, shell(look.layout, look.root / "templates" / "word"))


FORMATS = {
    "text": Format(".txt", lambda document, _: document.as_text()),
    "markdown": Format(".md", lambda document, _: as_markdown(document)),
    "html": Format(".html", as_html),
    "docx": Format(".docx", as_docx),
    "json": Format(".json", lambda document, _: _json(document)),
}
