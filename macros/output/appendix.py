"""The table of main figures (主要指标表), attached to a document on a page of its own.

GB/T 9704-2012, 7.3.4 (the note under the text) and 7.3.7 (the page).  The table is made from the
same facts as the text, so the two cannot differ.  Mirrored by browser/output/appendix.js.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.document.document import Block, BlockType, Cell, Run
from macros.document.figure_table import HEADS, NONE
from macros.facts.context import context_of
from macros.figures.arithmetic import now, side
from macros.figures.comparisons import change
from macros.figures.values import Rows, Series, printed_unit
from macros.library.summary import Summary
from macros.source.shared_table import shared_table
from macros.templating.render import facts_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.figures.arithmetic import Number
    from macros.figures.values import Figure
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec

TABLE = shared_table(__file__)  # browser/output/appendix.js has the same
TITLE: str = TABLE["title"]
ATTACHMENT: str = TABLE["attachment"]
ENDS = ("signature", "date", "endnote")  # below the note on the attachment


@dataclass(frozen=True)
class FigureLine:
    """A line of the table: a figure's label and unit, its texts by side, and the change."""

    label: str
    unit: str
    now: str
    plan: str
    last: str
    change: str
    compared_with: str

    def without_unit(self, text: str) -> str:
        """Return a text of the figure without its unit; a dash when it is empty."""
        return text.removesuffix(printed_unit(self.unit)) or NONE


def with_appendix(document: Document, library: Library, office: Office) -> Document:
    """Return the document with the table of its figures, or unchanged if it has none."""
    lines = list(figure_lines(library, office))
    if not lines:
        return document
    ends = [block for block in document.blocks if block.type in ENDS]
    blocks = (
        *document.blocks[: len(document.blocks) - len(ends)],
        _block("attachment", f"{ATTACHMENT}：{TITLE}"),
        *ends,
        _block("appendix", ATTACHMENT),
        _block("caption", TITLE),
        Block("table", (), rows=_rows(lines)),
    )
    return replace(document, blocks=blocks)


def _rows(lines: list[FigureLine]) -> tuple[tuple[Cell, ...], ...]:
    """Return the rows of the table, its head first; columns without figures are left out."""
    columns = [
        [HEADS["label"], *(line.label for line in lines)],
        [HEADS["unit"], *(line.unit or NONE for line in lines)],
        [HEADS["now"], *(line.without_unit(line.now) for line in lines)],
    ]
    if any(line.plan for line in lines):
        columns.append([HEADS["plan"], *(line.without_unit(line.plan) for line in lines)])
    compared = next((line.compared_with for line in lines if line.last), "")
    if compared:
        columns.append([compared, *(line.without_unit(line.last) for line in lines)])
        columns.append([HEADS["change"], *(line.without_unit(line.change) for line in lines)])
    return tuple(tuple((Run(text),) for text in row) for row in zip(*columns, strict=True))


def _block(kind: BlockType, text: str) -> Block:
    return Block(kind, (Run(text),))


def figure_lines(library: Library, office: Office) -> Iterator[FigureLine]:
    """Yield the figures of the period that the office's text may show, in its order.

    Limits and thresholds, which are neither added up nor compared, are left out.
    """
    summary = Summary(library, library.archetypes[office.archetype], office.choices)
    fact_of = context_of(summary.specs, office.entries)
    for name in _in_order(summary):
        spec, fact = summary.specs[name], fact_of(name)
        if not (spec.additive or spec.series):
            continue
        if isinstance(fact, Rows):
            continue
        this = now(fact)
        if this:
            yield _line(spec, fact, this)


def _line(spec: FactSpec, fact: Number, this: Figure) -> FigureLine:
    last, plan = side(fact, "last"), side(fact, "plan")
    return FigureLine(
        spec.label,
        this.shown_unit,
        this.text,
        plan.text if plan else "",
        last.text if last else "",
        change(fact).text if last else "",
        fact.compared_with if isinstance(fact, Series) else "",
    )


def _in_order(summary: Summary) -> Iterable[str]:
    """Return the facts in the order in which the text names them, a rate after its parts."""
    found: dict[str, None] = {}
    seen: set[str] = set()

    def add(name: str) -> None:
        if name in summary.specs and name not in seen:
            seen.add(name)
            for source in summary.specs[name].sources:
                add(source)
            found[name] = None

    for body in summary.bodies():
        for name in facts_in(body):
            add(name)
    return found
