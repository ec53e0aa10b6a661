"""A document's paragraphs and its table as Word's XML; mirrors browser/output/word_blocks.js."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.document.figure_table import shows_figures
from macros.document.line_breaking import lead_end, split_runs, text_width, title_breaks

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document.document import Block, Cell

STYLES = {
    "title": "Title",
    "addressee": "Addressee",
    "paragraph": "BodyText",
    "attachment": "BodyText",
    "signature": "Signature",
    "date": "Date",
    "endnote": "Endnote",
    "appendix": "Appendix",
    "caption": "Title",
}
FORBIDDEN = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # by XML 1.0
ESCAPES = {"&": "&amp;", "<": "&lt;", ">": "&gt;"}
HINT = '<w:rFonts w:hint="eastAsia"/>'  # else quotes, dashes and ellipses get the Latin font
LEAD = f'<w:rStyle w:val="Lead"/>{HINT}'
BLANK = f'{HINT}<w:highlight w:val="yellow"/>'
BREAK = "<w:br/>"
# Widths of a table's columns in mm, of a line of 156; the first column takes the rest.
LINE, NAME, UNIT, FIGURE, CHANGE = 156, 30, 15, 20, 40
CHARACTER = 5  # width of a character in mm, with its share of the cell's margins
SHORT, LONGEST = 10, 60  # columns of words, in half-width characters


# --- paragraphs -------------------------------------------------------------------------------


def paragraph_xml(block: Block, properties: str, characters: int) -> str:
    """Return a paragraph with further properties; a title is broken into lines of `characters`."""
    style = f"Heading{block.level}" if block.type == "heading" else STYLES[block.type]
    breaks = title_breaks(block.runs, characters) if block.type == "title" else []
    runs: list[list[str]] = []
    for before, kind, text in _stretches(block, breaks):
        if not before and runs and runs[-1][1] == kind:
            runs[-1][2] += text
        else:
            runs.append([before, kind, text])
    written = "".join(_run(*run) for run in runs)
    return f'<w:p><w:pPr><w:pStyle w:val="{style}"/>{properties}</w:pPr>{written}</w:p>'


def _stretches(block: Block, breaks: list[int]) -> Iterator[tuple[str, str, str]]:
    """Yield each stretch of the text with what comes before it and its run properties."""
    lead = lead_end(block)
    yield "", LEAD if lead else HINT, block.number
    for at, run in split_runs(block.runs, (lead, *breaks)):
        kind = LEAD if at < lead else BLANK if run.blank else HINT
        yield BREAK if at in breaks else "", kind, run.text


def _run(before: str, kind: str, text: str) -> str:
    clean = clean_xml(text)
    if not clean:
        return ""
    return f'<w:r><w:rPr>{kind}</w:rPr>{before}<w:t xml:space="preserve">{clean}</w:t></w:r>'


def clean_xml(text: str) -> str:
    """Return the text escaped, without characters that XML forbids."""
    return re.sub("[&<>]", lambda found: ESCAPES[found[0]], FORBIDDEN.sub("", text))


# --- tables -----------------------------------------------------------------------------------


def rows_xml(block: Block, width: int) -> str:
    """Return the columns and rows of a table `width` twips wide; every page repeats the head."""
    of_figures = shows_figures(block)
    texts = block.row_texts
    parts = _figure_widths(texts[0]) if of_figures else _word_widths(texts)
    widths = [width * part // sum(parts) for part in parts]
    columns = "".join(f'<w:gridCol w:w="{column}"/>' for column in widths)
    head, *others = block.rows
    above = _row(head, widths, ["TableHead"] * len(head), "<w:tblHeader/>")
    numbers = len(head) - 2 if of_figures else 0
    styles = ["TableText"] * (len(head) - numbers) + ["TableNumber"] * numbers
    below = "".join(_row(row, widths, styles, "") for row in others)
    return f"<w:tblGrid>{columns}</w:tblGrid>{above}{below}</w:tbl>"


def _figure_widths(heads: list[str]) -> list[int]:
    """Return the widths of a table of figures in mm."""
    fixed = {"单位": UNIT, "增减": CHANGE}
    others = [fixed.get(head) or max(FIGURE, CHARACTER * len(head)) for head in heads[1:]]
    return [max(LINE - sum(others), NAME), *others]


def _word_widths(rows: list[list[str]]) -> list[int]:
    """Return the widths of a table of words in mm: short cells keep to a line, long ones share."""
    shares = [min(max(map(text_width, column)), LONGEST) for column in zip(*rows, strict=True)]
    short = {share: CHARACTER * (share + 2) // 2 for share in shares if share <= SHORT}
    rest = max(LINE - sum(short.get(share, 0) for share in shares), NAME)
    whole = sum(share for share in shares if share > SHORT)
    return [short[share] if share in short else rest * share // whole for share in shares]


def _row(row: tuple[Cell, ...], widths: list[int], styles: list[str], kind: str) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/><w:vAlign w:val="center"/></w:tcPr>'
        f'<w:p><w:pPr><w:pStyle w:val="{style}"/></w:pPr>{_cell(cell)}</w:p></w:tc>'
        for cell, width, style in zip(row, widths, styles, strict=True)
    )
    return f"<w:tr><w:trPr><w:cantSplit/>{kind}</w:trPr>{cells}</w:tr>"


def _cell(cell: Cell) -> str:
    return "".join(_run("", BLANK if run.blank else HINT, run.text) for run in cell)
