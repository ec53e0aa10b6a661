"""The picture of a finished page: paragraphs of an example, with how their figures came about."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.library.office_documents import example_document

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.document.document import Block, Document, Run
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype

LONGEST = 180  # characters of a paragraph
MOST_NOTES = 2  # beside a paragraph
# The roles whose paragraphs are shown, and what is said of them besides their figures.
SHOWN = {
    "数据": "",
    "问题": "问题要有数字，没有的会提醒",
    "打算": "打算要有目标，多做多少由本站算",
}
MARKS = "，；、。"  # a figure's words may begin with one


@dataclass(frozen=True)
class Note:
    """A computed figure, and the formula that gave it."""

    figure: str
    formula: str


@dataclass(frozen=True)
class Piece:
    """A stretch of a paragraph's text, computed or not."""

    text: str
    computed: bool


@dataclass(frozen=True)
class Passage:
    """A paragraph under the heading of its section, with what is said of it."""

    heading: Block | None
    paragraph: Block
    pieces: list[Piece]
    notes: list[Note]
    remark: str


@dataclass(frozen=True)
class Specimen:
    """An example's title, some passages, and its end."""

    archetype: Archetype
    office: Office
    title: Block
    passages: list[Passage]
    end: list[Block]


def specimen(library: Library) -> Specimen | None:
    """Return the picture of the latest example of the first archetype, if there is one."""
    archetypes = library.archetypes_in_order()
    if not archetypes:
        return None
    archetype = archetypes[0]
    office = library.offices[archetype.examples[-1]]
    document = example_document(library, office)
    passages = list(_passages(library, document))
    end = [block for block in document.blocks if block.type in {"signature", "date"}]
    return Specimen(archetype, office, document.blocks[0], passages, end)


def _passages(library: Library, document: Document) -> Iterator[Passage]:
    for role, remark in SHOWN.items():
        sections = {s.id for s in library.sections.values() if s.role == role}
        found = [block for block in document.blocks if block.section in sections]
        short = [b for b in found if b.type == "paragraph" and len(b.text) <= LONGEST]
        best = max(short, key=lambda block: len(_notes(block.runs)), default=None)
        if best:
            heading = next((b for b in found if _heads(b, best)), None)
            pieces = [piece for run in best.runs for piece in _pieces(run)]
            yield Passage(heading, best, pieces, _notes(best.runs)[:MOST_NOTES], remark)


def _heads(block: Block, paragraph: Block) -> bool:
    return block.type == "heading" and block.section == paragraph.section


def _pieces(run: Run) -> Iterator[Piece]:
    """Yield a run's text; a mark at its beginning was not computed."""
    words = run.text.lstrip(MARKS)
    yield Piece(run.text[: len(run.text) - len(words)], computed=False)
    yield Piece(words, computed=bool(run.formula))


def _notes(runs: Sequence[Run]) -> list[Note]:
    """Return the computed figures of a paragraph, those with the plainest formulas first."""
    computed = sorted((run for run in runs if run.formula), key=lambda run: len(run.formula))
    return [Note(run.text.strip(MARKS), run.formula) for run in computed]
