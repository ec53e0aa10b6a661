"""Writes a document as .docx: a shell made once per layout, and the document's own paragraphs.

The package is a zip that only stores, with fixed times, so the same text gives the same bytes here
and in browser/word/docx.js.
"""

from __future__ import annotations

import io
import re
import zipfile
from decimal import ROUND_HALF_UP, Decimal
from functools import cache
from itertools import groupby
from pathlib import Path  # noqa: TC003 - mypy and the cache see one type
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.layout import Layout, right_indents

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document import Block, Document

PARTS = {  # part of the package: its template
    "[Content_Types].xml": "content_types",
    "_rels/.rels": "rels",
    "docProps/app.xml": "app",
    "docProps/core.xml": "core",
    "word/_rels/document.xml.rels": "document_rels",
    "word/fontTable.xml": "fontTable",
    "word/footer1.xml": "footer",
    "word/footer2.xml": "footer",
    "word/header1.xml": "header",
    "word/settings.xml": "settings",
    "word/styles.xml": "styles",
    "word/theme/theme1.xml": "theme",
}
DOCUMENT = "word/document.xml"
SIDES = {"word/footer1.xml": "right", "word/footer2.xml": "left"}
SUBSTITUTES = {"仿宋_GB2312": "仿宋", "楷体_GB2312": "楷体", "方正小标宋简体": "华文中宋"}
STYLES = {
    "title": "Title",
    "paragraph": "BodyText",
    "attachment": "BodyText",
    "signature": "Signature",
    "date": "Date",
    "appendix": "Appendix",
    "caption": "Title",
}
EMPTY_BEFORE, EMPTY_AFTER = ("attachment", "signature", "caption"), ("title", "caption")
# What XML 1.0 forbids, and marks that turn the direction of writing.
FORBIDDEN = re.compile(
    "[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|[\u202a-\u202e\u2066-\u2069]"
)
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
CUT = "\x00"
Shell = dict[str, str]
EMPTY = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>'
# Word wants a paragraph after a table; one of a point's height opens no other page.
END = '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'
HINT = '<w:rFonts w:hint="eastAsia"/>'  # else quotes, dashes and ellipses are taken for Latin
DRAWN_UP = (1980, 1, 1, 0, 0, 0)  # the earliest date a zip can name


def _twips(points: Decimal | int) -> int:
    return int((Decimal(points) * 20).quantize(Decimal(1), ROUND_HALF_UP))


def _mm(length: Decimal) -> int:
    return _twips(length * 72 / Decimal("25.4"))


@cache
def shell(layout: Layout, folder: Path) -> Shell:
    """Return the parts that a layout makes; the document's is cut where its text goes in."""
    environment = Environment(  # noqa: S701 - fonts are checked, all else are numbers
        loader=FileSystemLoader(folder, encoding="utf-8-sig"),
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    words: dict[str, object] = {
        **layout.values,
        "mm": _mm,
        "points": _twips,
        "half": lambda size: int(size * 2),
        "cut": CUT,
        "substitutes": SUBSTITUTES,
    }

    def part(name: str, template: str) -> str:
        found = environment.get_template(f"{template}.xml.j2")
        return found.render({**words, "side": SIDES.get(name, "")}).replace("\n\n", "\n")

    return {
        name: part(name, template) for name, template in (PARTS | {DOCUMENT: "document"}).items()
    }


def docx(document: Document, parts: Shell) -> bytes:
    """Return the document as a Word file in the layout that the shell was made from."""
    start, section, draft, end, *table = parts[DOCUMENT].split(CUT)
    body = "".join(_blocks(document, table))
    whole = start + body + section + (draft if document.draft else "") + end
    return zipped({**parts, DOCUMENT: whole})


def _blocks(document: Document, table: list[str]) -> Iterator[str]:
    ends = right_indents(document)
    for block in document.blocks:
        if block.type in EMPTY_BEFORE:
            yield EMPTY
        if block.type == "table":
            yield _table(block, table) + END
        else:
            yield _paragraph(block, ends.get(block.type))
        if block.type in EMPTY_AFTER:
            yield EMPTY


# --- paragraphs -------------------------------------------------------------------------------


def _paragraph(block: Block, right: int | None) -> str:
    style = f"Heading{block.level}" if block.type == "heading" else STYLES[block.type]
    indent = (
        "" if right is None else f'<w:ind w:right="{right * 160}" w:rightChars="{right * 50}"/>'
    )
    stretches = [(False, block.number), *((run.blank, run.text) for run in block.runs)]
    runs = "".join(
        _run("".join(text for _, text in group), blank=blank)
        for blank, group in groupby(stretches, lambda stretch: stretch[0])
    )
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{indent}</w:pPr>{runs}</w:p>'


def _run(text: str, *, blank: bool) -> str:
    clean = clean_xml(text)
    if not clean:
        return ""
    mark = '<w:highlight w:val="yellow"/>' if blank else ""
    return f'<w:r><w:rPr>{HINT}{mark}</w:rPr><w:t xml:space="preserve">{clean}</w:t></w:r>'


def clean_xml(text: str) -> str:
    """Return the text escaped, without what XML forbids and without marks of direction."""
    return re.sub("[&<>]", lambda found: ESCAPES[found[0]], FORBIDDEN.sub("", text))


# --- the table of figures ---------------------------------------------------------------------


def _table(block: Block, pieces: list[str]) -> str:
    """Return a table whose first row is repeated on every page; `pieces` carry its widths."""
    opening, *cells = pieces
    head, *rows = block.rows
    above = _row(head, cells, "TableHead", "<w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>")
    below = (_row(row, cells, "TableText", "<w:trPr><w:cantSplit/></w:trPr>") for row in rows)
    return f"{opening}{above}{''.join(below)}</w:tbl>"


def _row(row: tuple[str, ...], cells: list[str], style: str, kind: str) -> str:
    look = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>'
    paragraphs = (
        f"{cell}<w:p>{look}{_run(text, blank=False)}</w:p></w:tc>"
        for cell, text in zip(cells, row, strict=True)
    )
    return f"<w:tr>{kind}{''.join(paragraphs)}</w:tr>"


# --- the package ------------------------------------------------------------------------------


def zipped(parts: Shell) -> bytes:
    """Return the parts as a zip that only stores: the same parts give the same bytes anywhere."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, DRAWN_UP)
            entry.create_system = 3  # also on Windows
            package.writestr(entry, text)
    return content.getvalue()
