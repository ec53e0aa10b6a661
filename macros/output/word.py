"""Writes a document as .docx: a shell made once per layout, with the document's paragraphs in it.

The package is an uncompressed zip with fixed times, so that the same text gives the same bytes here
and in browser/output/word.js.
"""

from __future__ import annotations

import io
import json
import zipfile
from decimal import Decimal
from functools import cache
from itertools import zip_longest
from pathlib import Path  # noqa: TC003 - mypy and the cache see one type
from typing import TYPE_CHECKING

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from macros.document.line_breaking import right_indents, sealed_width
from macros.document.page_layout import Layout, twips
from macros.output.word_blocks import paragraph_xml, rows_xml

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document.document import Document

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
DRAFT_HEAD = "草稿：尚未填完、核对，不得作为正式稿使用"  # in the header of every page of a draft
EMPTY_BEFORE, EMPTY_AFTER = ("attachment", "signature", "caption"), ("title", "caption")
TOGETHER = ("attachment", "signature", "date", "endnote")  # never on a page of their own
CUT = "\x00"
Shell = dict[str, str]
Measures = dict[str, int]
KEEP = "<w:keepNext/>"
EMPTY = '<w:p><w:pPr><w:pStyle w:val="Normal"/></w:pPr></w:p>'
KEPT = f'<w:p><w:pPr><w:pStyle w:val="Normal"/>{KEEP}</w:pPr></w:p>'
# Word needs a paragraph after a table; one that is a point high does not start a new page.
END = '<w:p><w:pPr><w:pStyle w:val="TableEnd"/></w:pPr></w:p>'
ZIP_TIME = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can acquire_lock


def _mm(length: Decimal) -> int:
    return twips(length * 72 / Decimal("25.4"))


@cache
def shell(layout: Layout, folder: Path) -> Shell:
    """Return the package's parts for a layout; the document part has CUT where its text goes in."""
    environment = Environment(  # noqa: S701 - values are numbers, or names of fonts that were checked
        loader=FileSystemLoader(folder, encoding="utf-8-sig"),
        undefined=StrictUndefined,
        trim_blocks=True,
    )
    values: dict[str, object] = {
        **layout.values,
        "mm": _mm,
        "points": twips,
        "half": lambda size: int(size * 2),
        "cut": CUT,
        "font_substitutes": layout.font_substitutes,
        "draft_head": DRAFT_HEAD,
        "measures": _measures(layout),
    }

    def part(name: str, template: str) -> str:
        loaded = environment.get_template(f"{template}.xml.j2")
        return loaded.render({**values, "side": SIDES.get(name, "")}).replace("\n\n", "\n")

    return {
        name: part(name, template) for name, template in (PARTS | {DOCUMENT: "document"}).items()
    }


def _measures(layout: Layout) -> dict[str, int]:
    """Return the measures for writing: widths in twips, lines in characters."""
    page = layout.parameters
    return {
        "half": twips(page.body_size.value / 2),
        "characters": page.characters.value,
        "title_characters": layout.title_characters,
        "table": _mm(page.text_width),
    }


def docx(document: Document, parts: Shell) -> bytes:
    """Return the document as a Word file in the layout that the shell was made from."""
    start, section, draft, end, table, measures = parts[DOCUMENT].split(CUT)
    body = "".join(_blocks(document, table, json.loads(measures)))
    text = start + body + section + (draft if document.draft else "") + end
    return zipped({**parts, DOCUMENT: text})


def _blocks(document: Document, table: str, measures: Measures) -> Iterator[str]:
    ends = _ending_properties(document, measures)
    for block, following in zip_longest(document.blocks, document.blocks[1:]):
        if block.type in EMPTY_BEFORE:
            yield KEPT
        if block.type == "signature" and document.sealed:
            yield KEPT  # the seal covers signature and date (7.3.5.1)
        if block.type == "table":
            yield table + rows_xml(block, measures["table"]) + END
        else:
            kept = KEEP if following and following.type in TOGETHER else ""
            properties = kept + ends.get(block.type, "")
            yield paragraph_xml(block, properties, measures["title_characters"])
        if block.type in EMPTY_AFTER or (following and block.type == following.type == "table"):
            yield EMPTY  # Word takes two tables that touch for one


def _ending_properties(document: Document, measures: Measures) -> dict[str, str]:
    """Return the paragraph properties that indent or centre signature and date."""
    characters, width = measures["characters"], measures["half"]
    room = sealed_width(document, characters)
    if room:
        left, right = _side("left", 2 * characters - room, width), _side("right", 0, width)
        middle = f'<w:ind {left} {right}/><w:jc w:val="center"/>'
        return {"signature": middle, "date": middle}
    ends = right_indents(document, characters)
    return {kind: f"<w:ind {_side('right', half, width)}/>" for kind, half in ends.items()}


def _side(name: str, half: int, width: int) -> str:
    return f'w:{name}="{half * width}" w:{name}Chars="{half * 50}"'


# --- the package ------------------------------------------------------------------------------


def zipped(parts: Shell) -> bytes:
    """Return the parts as an uncompressed zip; the same parts give the same bytes everywhere."""
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w") as package:
        for name, text in parts.items():
            entry = zipfile.ZipInfo(name, ZIP_TIME)
            entry.create_system = 3  # Unix, also when written on Windows
            package.writestr(entry, text)
    return content.getvalue()
