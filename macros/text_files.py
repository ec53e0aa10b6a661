"""Every example as a plain-text file of the site, at an address that stays.

The files are for Notepad on Windows 7, hence a byte order mark (without it the encoding is
guessed, and Chinese is often taken for GBK) and CRLF (it shows lines that end in LF as one).
Browsers heed the mark too, so a file opened from disk or served without a charset reads right.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from macros.document import Document
    from macros.library import Office

FOLDER = "examples"
NOTICE = "示例：单位和数字均为虚构，请换成本单位的事实。"


def address(office: Office) -> str:
    """Return where the office's text stands, from the root of the site."""
    return f"{FOLDER}/{office.id}.txt"


def file_text(document: Document) -> str:
    """Return the document's plain text and, after an empty line, that it is fiction."""
    return f"{document.as_text()}\n{NOTICE}\n"


def write_examples(examples: Iterable[tuple[Office, Document]], site: Path) -> None:
    """Write each example into the built site."""
    (site / FOLDER).mkdir(exist_ok=True)
    for office, document in examples:
        path = site / address(office)
        path.write_text(file_text(document), "utf-8-sig", newline="\r\n")
