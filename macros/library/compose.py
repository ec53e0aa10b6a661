"""Composes a summary: renders an archetype's sections with an office's facts into a document."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from macros.document.document import Block, BlockType, Document, Run
from macros.document.paragraphs import merge_literal_runs, parts_of, section_blocks
from macros.facts.context import build_context
from macros.library.library import FRAME
from macros.templating.render import render

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.document.paragraphs import Part
    from macros.facts.context import Context
    from macros.facts.entries import Entries
    from macros.library.library import Library
    from macros.library.templates import LoadedTemplate
    from macros.schema.archetypes import Archetype, Entry


def compose(
    library: Library,
    archetype: Archetype,
    entries: Entries,
    without: Iterable[str] = (),
    headings: Mapping[str, str] | None = None,
) -> Document:
    """Return the archetype's document with these facts; what is missing prints as a blank.

    Its headings are not numbered yet (numbering.py does that).  `without` are the sections left
    out; `headings` are the office's own headings, by section or by a group's heading.
    """
    return _Composer(library, archetype, entries, set(without), headings or {}).document()


class _Composer:
    def __init__(
        self,
        library: Library,
        archetype: Archetype,
        entries: Entries,
        without: set[str],
        headings: Mapping[str, str],
    ) -> None:
        self.library, self.archetype = library, archetype
        self.without, self.headings = without, headings
        asked = library.facts_of(archetype)
        self.context: Context = build_context(library.facts, entries, asked.available)
        self.missing = asked.missing(entries, without)

    def document(self) -> Document:
        body = [block for entry in self.archetype.sections for block in self._entry(entry, 1)]
        title, signature, date = (self._framed(name) for name in FRAME)
        blocks = (title, *body, signature, date)
        return Document(self.archetype.id, self.archetype.version, blocks, self.missing)

    def _framed(self, name: str) -> Block:
        parts = self._parts(self.library.frame[name])
        runs = tuple(run for part in parts for run in part.runs)
        return Block(cast("BlockType", name), merge_literal_runs(runs))

    def _parts(self, template: LoadedTemplate) -> list[Part]:
        return parts_of(render(template.forms[self.archetype.form].code, self.context))

    def _entry(self, entry: Entry, level: int) -> list[Block]:
        return self._group(entry, level) if entry.sections else self._section(entry, level)

    def _section(self, entry: Entry, level: int) -> list[Block]:
        section = self.library.sections[entry.use or ""]
        if section.id in self.without:
            return []
        parts = self._parts(self.library.templates[section.id])
        if not parts:
            return []
        if not section.heading:
            return section_blocks(parts, section.id, level - 1)
        text = self.headings.get(section.id) or entry.heading or section.name
        heading = _heading(text, level, section.id)
        return [heading, *section_blocks(parts, section.id, level)]

    def _group(self, entry: Entry, level: int) -> list[Block]:
        own = entry.heading or ""
        heading = _heading(self.headings.get(own) or own, level, "")
        blocks = [block for inner in entry.sections for block in self._entry(inner, level + 1)]
        return [heading, *blocks] if blocks else []


def _heading(text: str, level: int, section: str) -> Block:
    return Block("heading", (Run(text),), level, section=section)
