"""Composes a summary: renders its passages with an office's facts into a document.

Mirrors browser/library/compose.js.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

from macros.document.document import Block, BlockType, Document, Run
from macros.document.figure_table import FigureRow, as_known
from macros.document.paragraphs import (
    Part,
    continued,
    has_one_item,
    headless_blocks,
    is_led_by,
    led_blocks,
    merge_literal_runs,
    parts_of,
    runs_of,
    section_blocks,
    titled,
    untitled,
    with_tables,
    without_lone_items,
)
from macros.facts.context import FactContext
from macros.facts.entries import join_lines
from macros.figures.conditions import zero
from macros.library.announced import stated_facts, tabled_facts
from macros.library.library import FRAME_FOOT, FRAME_HEAD
from macros.library.renderings import Rendering, entries_of
from macros.library.summary import Summary
from macros.library.unused import unused_facts
from macros.templating.expression_kinds import sides
from macros.templating.own_text import read_own_text
from macros.templating.render import render

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from macros.facts.entries import Entries
    from macros.facts.offices import Choices
    from macros.figures.arithmetic import Number
    from macros.library.library import Library
    from macros.library.passages import Passage
    from macros.library.renderings import Renderings
    from macros.schema.archetypes import Archetype
    from macros.schema.facts_files import OutlineEntry
    from macros.templating.compiler import Body
    from macros.templating.own_text import OwnLine

WORD = re.compile("[a-z0-9_]+")


def compose(
    library: Library, archetype: Archetype, entries: Entries, choices: Choices | None = None
) -> Document:
    """Return the archetype's document with these facts; what is missing prints as a blank.

    Its headings are not numbered yet (numbering.py does that).
    """
    return compose_summary(Summary(library, archetype, choices), entries)


def compose_summary(summary: Summary, entries: Entries) -> Document:
    """Return the document of a summary with these facts; one summary serves any number of them."""
    return _Composer(summary, entries).document()


def compose_sections(summary: Summary, entries: Entries) -> Document:
    """Return the document of a summary without its frame."""
    return _Composer(summary, entries).sections()


def place_by_place(summary: Summary, entries: Entries) -> Document:
    """Return the document with a paragraph for each place, as the drafts of schema 1 had it."""
    return _Composer(summary, entries, runs_in=False).document()


def passage_parts(
    summary: Summary, entries: Entries, section: str
) -> list[tuple[Passage, list[Part]]]:
    """Return what each passage of a section prints, before passages are joined and numbered."""
    composer = _Composer(summary, entries)
    return [(passage, composer.passage(passage)) for passage in summary.passages(section)]


class _Composer:
    def __init__(self, summary: Summary, entries: Entries, *, runs_in: bool = True) -> None:
        self.runs_in = runs_in  # a section of a group is an item, its places are sentences
        self.summary, self.archetype, self.library = summary, summary.archetype, summary.library
        self.entries = entries
        as_of = summary.content.marks.as_of
        self.stated = stated_facts(summary, entries)
        self.announced = self.stated | tabled_facts(summary)
        self.told = (self.stated, self.announced)
        self.context = FactContext(summary.shown, entries, as_of, self.announced)
        self.fact = self.context.fact
        self.brief = self.archetype.form == "brief"
        self.read: set[str] = set()  # the facts that conditions and loops have read

    def document(self) -> Document:
        body = self._body()
        head, foot = self._framed(FRAME_HEAD), self._framed(FRAME_FOOT)
        blocks = (*head, *body, *foot)
        unused = unused_facts(self.summary, self.entries, self.read, blocks)
        mistaken = self._mistaken()
        return Document(
            self.archetype.id, self.archetype.version, blocks, unused, mistaken=mistaken
        )

    def sections(self) -> Document:
        return Document(self.archetype.id, self.archetype.version, tuple(self._body()))

    def _body(self) -> list[Block]:
        body = [block for entry in self.summary.outline for block in self._entry(entry, 1)]
        return without_lone_items(body)

    def _mistaken(self) -> int:
        """Return how often words and citations name a retired fact; all else has been refused."""
        shown, gone = self.summary.shown, self.library.names.gone
        texts = [text for _, text in self.summary.own_texts()]
        texts += [read_own_text(words, shown, marked=False) for words in self._written("words")]
        cited = sum(not gone.keys().isdisjoint(WORD.findall(c)) for c in self._written("figure"))
        return cited + sum(len(text.mistakes) for text in texts)

    def _written(self, kind: str) -> Iterator[str]:
        """Yield what the records of lists have in their fields of a type."""
        shown = self.summary.shown
        for name, entry in self.entries.items():
            if isinstance(entry, list) and name in shown:
                fields = [field for field, spec in shown[name].record.items() if spec.type == kind]
                for row in entry:
                    yield from (str(row[field]) for field in fields if field in row)

    def _framed(self, names: Sequence[str]) -> list[Block]:
        """Return lines of the frame; those that say nothing are left out, but for the title."""
        blocks = [self._frame_line(name) for name in names]
        return [block for block in blocks if block.runs or block.type == "title"]

    def _frame_line(self, name: str) -> Block:
        own = self.summary.framed(name)
        parts = (
            [self._own_line(line) for line in own.lines]
            if own
            else self._rendered(self.summary.template_of_frame(name))
        )
        runs = tuple(run for part in parts for run in part.runs)
        return Block(cast("BlockType", name), merge_literal_runs(runs))

    def _rendered(self, body: Body) -> list[Part]:
        kept = self.summary.renderings
        if kept is None:
            return self._parts(body, self.read)
        found = kept.found(body, self.entries, self.told) or self._kept(body, kept)
        self.read |= found.read
        return found.parts

    def _kept(self, body: Body, kept: Renderings) -> Rendering:
        read: set[str] = set()
        parts, asked = self.context.recorded(lambda: self._parts(body, read))
        entries = entries_of(asked, self.entries)
        rendering = Rendering(body, parts, frozenset(read), entries, self.told)
        kept.keep(rendering)
        return rendering

    def _parts(self, body: Body, read: set[str]) -> list[Part]:
        return parts_of(render(body, self.fact, read), lambda names: self._rows(names, read))

    # --- the outline ---

    def _entry(self, entry: OutlineEntry, level: int) -> list[Block]:
        if entry.own:
            return self._own_section(entry, level)
        if not entry.sections:
            return self._section(entry, level)
        each = [(inner, self._entry(inner, level + 1)) for inner in entry.sections]
        said = [(inner, blocks) for inner, blocks in each if blocks]
        heading = _heading(entry.heading or "", level, "")
        if self.runs_in and len(said) == 1:  # it takes the place of the group
            only = self._entry(said[0][0], level)
            return [heading, *only[only[0].type == "heading" :]]
        return [heading, *(block for _, blocks in said for block in blocks)] if said else []

    def _section(self, entry: OutlineEntry, level: int) -> list[Block]:
        section = self.library.sections[entry.use or ""]
        run_in = self._is_item(level)
        passages = self.summary.passages(section.id)
        wholes = [self.passage(passage) for passage in passages]
        has_heading = bool(section.heading or entry.heading)
        alone = self.runs_in and has_heading and has_one_item(wholes)
        parts: list[Part] = []
        for passage, whole in zip(passages, wholes, strict=True):
            told = run_in or (alone and is_led_by(passage.title, whole))
            found = untitled(passage.title, whole) if told and passage.is_place else whole
            is_joined = passage.joined and (self.brief or run_in)
            parts = continued(parts, found) if is_joined else [*parts, *found]
        if not has_heading:
            return headless_blocks(parts, section.id)
        return self._headed(entry.heading or section.name, level, section.id, parts)

    def _own_section(self, entry: OutlineEntry, level: int) -> list[Block]:
        name = entry.own or ""
        lines = self.summary.own_section(name).lines
        parts = with_tables([self._own_line(line) for line in lines])
        heading = entry.heading or self.summary.content.own.sections[name].name
        return self._headed(heading, level, name, parts)

    def _is_item(self, level: int) -> bool:
        return self.runs_in and level > 1

    def _headed(self, text: str, level: int, section: str, parts: Sequence[Part]) -> list[Block]:
        """Return a section's blocks under its heading; nothing when it says nothing."""
        if not parts:
            return []
        if self._is_item(level):
            return led_blocks(join_lines(text), list(parts), section, level)
        return [_heading(text, level, section), *section_blocks(list(parts), section, level)]

    # --- passages ---

    def passage(self, passage: Passage) -> list[Part]:
        """Return what a passage prints."""
        if passage.text is None:
            return with_tables(self._rendered(passage.body or []))
        parts = with_tables([self._own_line(line) for line in passage.text.lines])
        untitled = not passage.title or (self.brief and passage.is_place)
        if untitled or (passage.is_place and not parts):
            return parts
        return titled(passage.title, parts)

    def _own_line(self, line: OwnLine) -> Part:
        if line.mark == "table":
            rows = (self._figure_row(name, self.read) for name in line.body)
            return Part("table", table=tuple(rows))
        return Part(line.mark, runs_of(render(line.body, self.fact, self.read)))

    def _rows(self, names: tuple[str, ...], read: set[str]) -> list[FigureRow]:
        """Return the rows of a template's table: none of what the opening states, if any stay."""
        others = tuple(name for name in names if name not in self.stated)
        return [row for name in others or names if (row := self._known_row(name, read))]

    def _known_row(self, name: str, read: set[str]) -> FigureRow | None:
        """Return a row of a template's table; a rate of nothing, which is no rate, has none."""
        row = as_known(self._figure_row(name, read))
        whole = self.summary.specs[name].denominator
        if not whole:
            return row
        read.add(whole)
        return None if zero(cast("Number", self.fact(whole))) else row

    def _figure_row(self, name: str, read: set[str]) -> FigureRow:
        spec = self.summary.specs[name]
        compares = "last" in sides(spec, self.summary.specs)
        read.add(name)
        return FigureRow(name, spec.label, spec.unit, cast("Number", self.fact(name)), compares)


def _heading(text: str, level: int, section: str) -> Block:
    return Block("heading", (Run(join_lines(text)),), level, section=section)
