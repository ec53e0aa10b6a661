"""One summary to be written: an archetype with what its writer has changed of it.

Mirrors browser/library/summary.js.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from macros.library.passages import Passage, passages
from macros.schema.facts_files import Content, OutlineEntry
from macros.templating.own_text import OwnText, read_own_text

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype, Entry
    from macros.schema.vocabulary import FactSpec


@dataclass(frozen=True)
class Summary:
    """The outline, the facts and the passages of one summary.

    `without` and `headings` are how a file of schema 1 changes the outline.
    """

    library: Library
    archetype: Archetype
    content: Content = field(default_factory=Content)
    without: tuple[str, ...] = ()
    headings: Mapping[str, str] = field(default_factory=dict)

    @cached_property
    def specs(self) -> Mapping[str, FactSpec]:
        """The vocabulary, and the writer's own facts."""
        own = self.content.own.facts
        return {**self.library.facts, **own} if own else self.library.facts

    @cached_property
    def outline(self) -> list[OutlineEntry]:
        """The sections and groups that are written, in order."""
        if self.content.outline:
            return list(self.content.outline)
        return [found for entry in self.archetype.sections for found in self._entry(entry)]

    def _entry(self, entry: Entry) -> Iterator[OutlineEntry]:
        """Yield an archetype's entry with the writer's heading; nothing when it is left out."""
        name = entry.use or entry.heading or ""
        heading = self.headings.get(name) or entry.heading
        inner = [found for one in entry.sections for found in self._entry(one)]
        if entry.use not in self.without and (entry.use or inner):
            yield OutlineEntry.model_construct(use=entry.use, heading=heading, sections=inner)

    @property
    def lines(self) -> list[OutlineEntry]:
        """The outline without its groups: each section that is written, in order."""
        return [inner for entry in self.outline for inner in (entry.sections or [entry])]

    def passages(self, use: str) -> list[Passage]:
        """Return what is printed of a section, in order."""
        section, template = self.library.sections[use], self.library.templates[use]
        places = template.forms[self.archetype.form].places
        return passages(section, places, self.content, self.specs)

    def own_section(self, name: str) -> OwnText:
        """Return the text of a section of the writer's own."""
        return read_own_text(self.content.own.sections[name].text, self.specs, marked=True)
