"""The formats a document can be written in, by their names on the command line."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.document.figure_table import shows_figures
from macros.document.line_breaking import (
    lead_end,
    right_indents,
    sealed_width,
    split_runs,
    title_breaks,
)
from macros.output.word import DRAFT_HEAD, docx, shell
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from macros.document.document import Block, Document
    from macros.document.page_layout import Layout

# Characters that could become markup within a line, and at the start of a block;
# browser/output/formats.js has the same.
INLINE_MARKUP = re.compile(r"[\\`*_\[{<&~^|]|#(?=#*$)")
BLOCK_MARKUP = re.compile(r"^[#+\->!:=]|^[0-9]+[.)](?=[ \t]|$)")
# Characters that not every Markdown parser lets a backslash escape.
ENTITIES = {"<": "&lt;", "&": "&amp;", "~": "&#126;", "^": "&#94;", ":": "&#58;", "=": "&#61;"}


@dataclass(frozen=True)
class PageStyle:
    """A page layout, and the project's folder with the templates that apply it."""

    layout: Layout
    root: Path


@dataclass(frozen=True)
class Format:
    """The function that writes a format, and the ending of its file names."""

    ending: str
    write: Callable[[Document, PageStyle], str | bytes]


def _json(document: Document) -> str:
    return json.dumps(document.as_json(), ensure_ascii=False, indent=2) + "\n"


def as_markdown(document: Document) -> str:
    """Return the document as Markdown; a draft says so in its first line."""
    head = [f"> {document.draft_line}"] if document.draft else []
    return "\n\n".join([*head, *map(_markdown_block, document.blocks)]) + "\n"


def _markdown_block(block: Block) -> str:
    if block.type == "table":
        return _markdown_table(block)
    text = BLOCK_MARKUP.sub(_escape, _escape_inline(block.number + block.text))
    levels = {"title": 1, "heading": block.level + 1, "appendix": 2, "caption": 2}
    level = levels.get(block.type)
    return f"{'#' * level} {text}" if level else text


def _markdown_table(block: Block) -> str:
    head, *rows = [f"| {' | '.join(map(_escape_inline, row))} |" for row in block.row_texts]
    return "\n".join([head, "|" + " --- |" * len(block.rows[0]), *rows])


def _escape_inline(text: str) -> str:
    return INLINE_MARKUP.sub(_escape, text)


def _escape(found: re.Match[str]) -> str:
    before, mark = found[0][:-1], found[0][-1]
    return before + ENTITIES.get(mark, f"\\{mark}")


def as_html(document: Document, style: PageStyle) -> str:
    """Return the document as a self-contained HTML file that prints in the layout."""
    template = _print_templates(style).get_template("document.html.j2")
    characters = style.layout.parameters.characters.value
    words = {
        "ends": right_indents(document, characters),
        "room": sealed_width(document, characters),
        "lead_end": lead_end,
        "breaks": title_breaks(document.blocks[0].runs, style.layout.title_characters),
        "split_runs": split_runs,
    }
    return template.render(document=document, **words) + "\n"


def print_style(style: PageStyle) -> str:
    """Return the style sheet for printing a page's filled-in document in the layout."""
    return _print_templates(style).get_template("layout.css.j2").render() + "\n"


def _print_templates(style: PageStyle) -> Environment:
    loader = FileSystemLoader(style.root / "templates" / "print", encoding="utf-8-sig")
    environment = Environment(
        loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True
    )
    environment.globals.update(
        layout=style.layout.values,
        font_substitutes=style.layout.font_substitutes,
        draft_head=DRAFT_HEAD,
        shows_figures=shows_figures,
    )
    return environment


def as_docx(document: Document, style: PageStyle) -> bytes:
    """Return the document as a Word file in the layout."""
    return docx(document, shell(style.layout, style.root / "templates" / "word"))


WRITERS: dict[str, Callable[[Document, PageStyle], str | bytes]] = {
    "text": lambda document, _: document.as_text(),
    "markdown": lambda document, _: as_markdown(document),
    "html": as_html,
    "docx": as_docx,
    "json": lambda document, _: _json(document),
}
TABLE = shared_table(__file__)  # browser/fill/output_buttons.js has the same
FORMATS = {name: Format(ending, WRITERS[name]) for name, ending in TABLE["endings"].items()}
# What the buttons of the site say, and which format they give.
DOWNLOADS: dict[str, str] = {label: name for name, label in TABLE["downloads"].items()}
