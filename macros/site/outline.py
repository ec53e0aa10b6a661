"""An archetype's outline: each heading with the passages of all examples, and who shares it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from macros.document.document import Block
from macros.document.numbering import numbered
from macros.document.page_layout import DEFAULT_LAYOUT
from macros.library.office_documents import example_document

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype, Entry, Section

SECTION_LEVELS = 2  # a section's heading, and that of a group above it


@dataclass(frozen=True)
class Example:
    """An example office with the document of its facts."""

    office: Office
    document: Document


@dataclass(frozen=True)
class Passage:
    """The blocks of one example in a section; none when the office left it out.

    `headed` tells whether the first block is the section's heading.
    """

    office: Office
    blocks: list[Block]
    headed: bool


@dataclass(frozen=True)
class Part:
    """A heading of the outline with the passages under it; a group has no section of its own."""

    heading: str
    level: int
    entry: Entry
    section: Section | None
    passages: list[Passage]
    shared_with: list[Archetype]


@dataclass(frozen=True)
class OwnOutline:
    """The headings of an example whose office has an outline of its own."""

    office: Office
    headings: list[Block]


class Outlines:
    """The outlines of a library's archetypes, each built once."""

    def __init__(self, library: Library) -> None:
        """Take a library without errors."""
        self.library = library
        self._parts: dict[str, list[Part]] = {}

    def examples(self, archetype: Archetype) -> list[Example]:
        """Return the archetype's examples."""
        offices = [self.library.offices[name] for name in archetype.examples]
        return [Example(office, example_document(self.library, office)) for office in offices]

    def own_outlines(self, archetype: Archetype) -> list[OwnOutline]:
        """Return the outlines of the examples that do not follow the archetype's."""
        return [
            OwnOutline(example.office, [b for b in example.document.blocks if _is_shown(b)])
            for example in self.examples(archetype)
            if example.office.content.outline
        ]

    def every_example(self) -> Iterator[tuple[Office, Document]]:
        """Yield the examples of all archetypes."""
        for archetype in self.library.archetypes.values():
            for example in self.examples(archetype):
                yield example.office, example.document

    def parts(self, archetype: Archetype) -> list[Part]:
        """Return the archetype's headings in order; in an open one each summary numbers its own."""
        if archetype.id not in self._parts:
            entries = archetype.sections
            found = [part for entry in entries for part in self._entry_parts(archetype, entry)]
            self._parts[archetype.id] = found if archetype.open else self._numbered(found)
        return self._parts[archetype.id]

    def _entry_parts(self, archetype: Archetype, entry: Entry) -> Iterator[Part]:
        if not entry.sections:
            yield self._part(archetype, entry, 1)
            return
        yield Part(entry.heading or "", 1, entry, None, [], [])
        for inner in entry.sections:
            yield self._part(archetype, inner, 2)

    def _part(self, archetype: Archetype, entry: Entry, level: int) -> Part:
        section = self.library.sections[entry.use or ""]
        passages = [_passage(example, section) for example in self.examples(archetype)]
        shared = [a for a in self.library.users_of(section.id) if a is not archetype]
        return Part(entry.heading or section.name, level, entry, section, passages, shared)

    def _numbered(self, parts: list[Part]) -> list[Part]:
        """Return the parts numbered as in a summary that has all of them."""
        forms = self.library.layouts[DEFAULT_LAYOUT].parameters.numbers
        blocks = numbered([_heading(part) for part in parts], forms)
        pairs = zip(parts, blocks, strict=True)
        return [replace(part, heading=block.number + part.heading) for part, block in pairs]


def _heading(part: Part) -> Block:
    """Return the heading of a part, without a level where no example prints it."""
    is_printed = part.section is None or any(passage.headed for passage in part.passages)
    return Block("heading", (), part.level if is_printed else 0)


def _is_shown(block: Block) -> bool:
    """Tell whether a block is the heading of a section or a group, and not one within a section."""
    return block.type == "heading" and block.level <= SECTION_LEVELS


def _passage(example: Example, section: Section) -> Passage:
    blocks = [block for block in example.document.blocks if block.section == section.id]
    headed = bool(blocks and blocks[0].type == "heading")
    return Passage(example.office, blocks, headed)
