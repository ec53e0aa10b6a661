"""Writes every example as files of the site – text, Markdown, Word – at permanent addresses.

The text files are for Notepad on Windows 7, hence a byte order mark (without it the encoding is
guessed, and Chinese is often taken for GBK) and CRLF (it shows lines that end in LF as one line).
Browsers read the mark too, so the encoding is right even from disk or without a charset.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from macros.document.document import Block, Run
from macros.output.formats import FORMATS, as_docx, as_markdown, print_style

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.output.formats import PageStyle

FOLDER = "examples"
NOTICE = "示例：单位为虚构，数字只作示例，请换成本单位的事实。"


def file_address(office: Office, form: str = "text") -> str:
    """Return the path of the office's document in a format, from the root of the site."""
    return f"{FOLDER}/{office.id}{FORMATS[form].ending}"


def file_text(document: Document) -> str:
    """Return the document's plain text and, after an empty line, the notice that it is fiction."""
    return f"{document.as_text()}\n{NOTICE}\n"


def with_notice(document: Document) -> Document:
    """Return the document with the notice that it is fiction as its last paragraph."""
    notice = Block("paragraph", (Run(NOTICE),))
    return replace(document, blocks=(*document.blocks, notice))


def write_examples(
    examples: Iterable[tuple[Office, Document]], style: PageStyle, site: Path
) -> None:
    """Write each example into the built site."""
    (site / FOLDER).mkdir(exist_ok=True)
    for office, document in examples:
        path = site / file_address(office)
        path.write_text(file_text(document), "utf-8-sig", newline="\r\n")
        with_note = with_notice(document)
        (site / file_address(office, "markdown")).write_text(
            as_markdown(with_note), "utf-8", newline="\n"
        )
        (site / file_address(office, "docx")).write_bytes(as_docx(with_note, style))


def write_print_style(style: PageStyle, site: Path) -> None:
    """Write the style sheet for printing a filled-in document in a layout."""
    target = site / "assets" / "css" / f"layout-{style.layout.id}.css"
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_text(print_style(style), "utf-8", newline="\n")
