"""The main figures as an attachment: a note under the text, and a table on a page of its own.

GB/T 9704-2012, 7.3.4 (the note) and 7.3.7 (the page).  The table is made from the same facts as
the text, so that the two cannot differ.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.comparisons import change
from macros.context import build
from macros.document import Block, BlockType, Run
from macros.figures import now, side
from macros.values import Rows, Series

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document import Document
    from macros.library import Library
    from macros.offices import Office
    from macros.vocabulary import FactSpec

TITLE = "主要指标表"
NONE = "—"  # there is no such figure


@dataclass(frozen=True)
class FigureLine:
    """A figure's name, its texts in this period and the earlier one, and the change."""

    label: str
    now: str
    last: str
    change: str
    compared_with: str


def with_appendix(document: Document, library: Library, office: Office) -> Document:
    """Return the document with the table of its figures; without figures, as it is."""
    lines = list(figure_lines(library, office))
    if not lines:
        return document
    compared = next((line.compared_with for line in lines if line.last), "上期")
    head = ("指标", "本期", compared, "增减")
    rows = ((line.label, line.now, line.last or NONE, line.change or NONE) for line in lines)
    *body, signature, date = document.blocks
    table = Block("table", (), rows=(head, *rows))
    blocks = (
        *body,
        _block("attachment", f"附件：{TITLE}"),
        signature,
        date,
        _block("appendix", "附件"),
        _block("caption", TITLE),
        table,
    )
    return replace(document, blocks=blocks)


def _block(kind: BlockType, text: str) -> Block:
    return Block(kind, (Run(text),))


def figure_lines(library: Library, office: Office) -> Iterator[FigureLine]:
    """Yield the figures that the office's text may show, in the order of the vocabulary."""
    archetype = library.archetypes[office.archetype]
    entered = set(library.facts_of(archetype, office.without))
    names = library.names_of(archetype)
    context = build(library.facts, office.entries, names)
    for name, spec in library.facts.items():
        if name not in names or not _shown(spec, entered):
            continue
        fact = context[name]
        if isinstance(fact, Rows) or not now(fact):
            continue
        last = side(fact, "last")
        compared = fact.compared_with if isinstance(fact, Series) else ""
        moved = change(fact).text if last else ""
        yield FigureLine(spec.label, fact.text, last.text if last else "", moved, compared)


def _shown(spec: FactSpec, entered: set[str]) -> bool:
    """Tell whether the fact, or all it is made from, is entered."""
    return entered.issuperset(spec.sources or [spec.id])
