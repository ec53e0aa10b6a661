"""Turns a rendered template into blocks: the paragraphs, headings and items of a section.

Headings, and items where there are several, get a level; numbering.py turns it into a number.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.document.document import Block, Run
from macros.document.elision import elided
from macros.document.figure_table import FigureRow, figure_table
from macros.document.numbering import MAX_LEVEL
from macros.document.text_table import text_table
from macros.figures.values import Value
from macros.templating.line_marks import MARKS
from macros.templating.render import TYPED_BLANK, Table

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.templating.render import Piece

    Facts = tuple[str, ...]

SPACES = (" ", "\t")
ITEM_LEVEL = 2  # of an item below the heading of a chapter
APART = ("heading", "table", "row")  # nothing goes on with these


@dataclass(frozen=True)
class Part:
    """A heading, an item, a paragraph or a row of a rendered section, before numbering."""

    mark: str
    runs: tuple[Run, ...] = ()
    table: tuple[FigureRow, ...] = ()
    rows: tuple[tuple[Run, ...], ...] = ()  # of a table of words, once they are together


def parts_of(pieces: list[Piece], rows: Callable[[Facts], list[FigureRow]]) -> list[Part]:
    """Return the parts of a rendered template; `rows` gives those that facts have in a table."""
    parts: list[Part] = []
    text: list[str | Value] = []
    for piece in _with_joined_tables(pieces):
        if isinstance(piece, Table):
            parts += [*_parts_of_text(text), Part("table", table=tuple(rows(piece.facts)))]
            text = []
        else:
            text.append(piece)
    return [*parts, *_parts_of_text(text)]


def _with_joined_tables(pieces: list[Piece]) -> list[Piece]:
    """Return the pieces, tables with only line breaks between them as one."""
    joined: list[Piece] = []
    for piece in pieces:
        joined.append(piece)
        match joined[-3:]:
            case [Table(facts=first), str(between), Table(facts=second)] if not between.strip():
                joined[-3:] = [Table(first + second)]
    return joined


def _parts_of_text(pieces: list[str | Value]) -> list[Part]:
    """Return the parts of what stands between tables: they end at empty lines and before marks."""
    groups: list[list[tuple[Run, ...]]] = [[]]
    marks = [""]
    for line in _split_lines(pieces):
        mark = _mark_of(line)
        if not line or mark or marks[-1] == "heading":
            groups.append([])
            marks.append(mark)
        if line:
            groups[-1].append(_without_mark(line) if mark else line)
    joined = [(mark, sum(group, ())) for mark, group in zip(marks, groups, strict=True)]
    return [Part(mark, runs) for mark, runs in joined if runs]


def runs_of(pieces: list[Piece]) -> tuple[Run, ...]:
    """Return the runs of one line of a writer's own text, in which no mark is read.

    A blank that she has typed is one.
    """
    lines = _split_lines([piece for piece in pieces if not isinstance(piece, Table)])
    line = lines[0] if lines else ()
    return tuple(part for run in line for part in ([run] if run.facts else _typed_blanks(run)))


def _typed_blanks(run: Run) -> list[Run]:
    parts = enumerate(TYPED_BLANK.split(run.text))
    return [Run(text, blank=at % 2 > 0) for at, text in parts if text]


def titled(title: str, parts: list[Part]) -> list[Part]:
    """Return parts as an item: its title leads the first paragraph, or stands by itself."""
    lead = Run(f"{title.rstrip('。')}。")
    leads = bool(parts) and not parts[0].mark
    runs = parts[0].runs if leads else ()
    return [Part("item", (lead, *runs)), *(parts[1:] if leads else parts)]


def has_one_item(wholes: list[list[Part]]) -> bool:
    """Return whether passages make one item, which needs no title below the section's heading."""
    return sum(part.mark == "item" for parts in wholes for part in parts) == 1


def is_led_by(title: str, parts: list[Part]) -> bool:
    """Return whether the parts are an item that begins with the title, and not with a record's."""
    first = parts[0] if parts else Part("")
    return bool(title and first.mark == "item" and first.runs[0].text.startswith(f"{title}。"))


def untitled(title: str, parts: list[Part]) -> list[Part]:
    """Return the parts of an item as sentences, without the title that leads them."""
    first = parts[0] if parts else Part("")
    if not title or first.mark != "item":
        return parts
    opening = replace(first.runs[0], text=first.runs[0].text.replace(f"{title}。", "", 1))
    runs = (*([opening] if opening.text else []), *first.runs[1:])
    return [*([Part("", runs)] if runs else []), *parts[1:]]


def continued(before: list[Part], after: list[Part]) -> list[Part]:
    """Return the parts, the first of `after` going on with the paragraph before it."""
    if not before or not after or after[0].mark or before[-1].mark in APART:
        return [*before, *after]
    whole = replace(before[-1], runs=(*before[-1].runs, *after[0].runs))
    return [*before[:-1], whole, *after[1:]]


def _split_lines(pieces: list[str | Value]) -> list[tuple[Run, ...]]:
    """Return the lines; one with nothing but a value that says nothing is no empty line."""
    lines: list[list[Run]] = [[]]
    holding: set[int] = set()  # the lines that hold a value
    for piece in pieces:
        if isinstance(piece, Value):
            holding.add(len(lines) - 1)
            lines[-1].append(Run(piece.text, piece.facts, piece.formula, not piece.known))
            continue
        first, *others = piece.split("\n")
        lines[-1].append(Run(first))
        lines.extend([Run(text)] for text in others)
    stripped = enumerate(map(_stripped_line, lines))
    return [line for number, line in stripped if line or number not in holding]


def _stripped_line(line: list[Run]) -> tuple[Run, ...]:
    """Return the line without white space at its ends, unless from a fact, and empty runs."""
    if line and not line[0].facts and line[0].text[:1] in SPACES:
        line[0] = replace(line[0], text=line[0].text.lstrip(" \t"))
    if line and not line[-1].facts and line[-1].text[-1:] in SPACES:
        line[-1] = replace(line[-1], text=line[-1].text.rstrip(" \t"))
    return tuple(run for run in line if run.text)


def _mark_of(line: tuple[Run, ...]) -> str:
    if not line or line[0].facts:
        return ""
    return next((kind for mark, kind in MARKS.items() if f"{line[0].text} ".startswith(mark)), "")


def _without_mark(line: tuple[Run, ...]) -> tuple[Run, ...]:
    first = replace(line[0], text=line[0].text[2:])
    return (first, *line[1:]) if first.text else line[1:]


def merge_literal_runs(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs with adjacent literal ones merged."""
    done: list[Run] = []
    for run in runs:
        if done and _is_literal(run) and _is_literal(done[-1]):
            done[-1] = replace(done[-1], text=done[-1].text + run.text)
        else:
            done.append(run)
    return tuple(done)


def _printed(part: Part) -> tuple[Run, ...]:
    return merge_literal_runs(elided(part.runs))


def _is_literal(run: Run) -> bool:
    return not run.facts and not run.blank


def led_blocks(heading: str, parts: list[Part], section: str, level: int) -> list[Block]:
    """Return a section's blocks, its heading leading the first paragraph, or standing by itself."""
    first, *others = titled(heading, parts)
    lead = Block("paragraph", _printed(first), level, section=section)
    return [lead, *section_blocks(others, section, level)]


def headless_blocks(parts: list[Part], section: str) -> list[Block]:
    """Return the blocks of a section without a heading; its items go on with those before them."""
    levels = {"item": ITEM_LEVEL, "heading": 1}
    made = section_blocks(parts, section, 0)
    pairs = zip(parts, made, strict=True)
    return [replace(block, level=levels.get(part.mark, 0)) for part, block in pairs]


def without_lone_items(blocks: list[Block]) -> list[Block]:
    """Return the blocks; of the level below the chapters, the only item of one has no number."""
    return [
        replace(block, level=0)
        if block.level == ITEM_LEVEL and block.type == "paragraph" and _is_alone(blocks, index)
        else block
        for index, block in enumerate(blocks)
    ]


def _is_alone(blocks: list[Block], index: int) -> bool:
    start = index
    while start and blocks[start].level != 1:
        start -= 1
    end = index + 1
    while end < len(blocks) and blocks[end].level != 1:
        end += 1
    return sum(block.level == ITEM_LEVEL for block in blocks[start:end]) == 1


def section_blocks(parts: list[Part], section: str, level: int) -> list[Block]:
    """Return a section's blocks; `level` is that of its own heading, 0 when it has none."""
    blocks: list[Block] = []
    under = level
    for index, part in enumerate(parts):
        runs = _printed(part)
        if part.mark == "table":
            blocks.append(figure_table(part.table, section))
        elif part.mark == "row":
            rows = part.rows or (part.runs,)
            blocks.append(text_table([*map(merge_literal_runs, rows)], section))
        elif part.mark == "heading":
            under = min(level + 1, MAX_LEVEL)
            blocks.append(Block("heading", runs, under, section=section))
        elif part.mark == "item" and not _is_only_item(parts, index):
            blocks.append(Block("paragraph", runs, min(under + 1, MAX_LEVEL), section=section))
        else:
            blocks.append(Block("paragraph", runs, section=section))
    return blocks


def with_tables(parts: list[Part]) -> list[Part]:
    """Return the parts of a passage, its rows that follow each other as one table of words.

    A row that prints nothing is left out.
    """
    done: list[Part] = []
    for part in parts:
        if part.mark != "row":
            done.append(part)
        elif not part.runs:
            continue
        elif done and done[-1].mark == "row":
            done[-1] = replace(done[-1], rows=(*done[-1].rows, part.runs))
        else:
            done.append(replace(part, rows=(part.runs,)))
    return done


def _is_only_item(parts: list[Part], index: int) -> bool:
    """Tell whether an item is the only one under its heading: then it gets no number."""
    start = index
    while start and parts[start - 1].mark != "heading":
        start -= 1
    end = index
    while end < len(parts) and parts[end].mark != "heading":
        end += 1
    return sum(part.mark == "item" for part in parts[start:end]) == 1
