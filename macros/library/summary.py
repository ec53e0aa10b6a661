"""One summary to be written: an archetype with what its writer has changed of it.

Mirrors browser/library/summary.js.
"""

from __future__ import annotations

from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING

from macros.facts.archetype_facts import inputs_of, inputs_of_computed
from macros.facts.offices import Choices
from macros.library.library import FRAME, OWN_FRAME
from macros.library.passages import passages
from macros.schema.facts_files import OutlineEntry
from macros.templating.fields_read import fields_read
from macros.templating.own_text import read_own_text
from macros.templating.render import facts_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.facts.archetype_facts import ArchetypeFacts
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.library.passages import Passage
    from macros.library.renderings import Renderings
    from macros.schema.archetypes import Archetype, Entry
    from macros.schema.vocabulary import FactSpec
    from macros.templating.compiler import Body
    from macros.templating.own_text import OwnText


class Summary:
    """The outline, the facts and the passages of one summary."""

    def __init__(
        self,
        library: Library,
        archetype: Archetype,
        choices: Choices | None = None,
        renderings: Renderings | None = None,
    ) -> None:
        """Take an archetype, and what a file changes of it.

        With `renderings`, what does not change from one composition to the next is made once.
        """
        self.library, self.archetype, self.renderings = library, archetype, renderings
        self.choices = choices or Choices()
        self.content = self.choices.content

    @cached_property
    def specs(self) -> Mapping[str, FactSpec]:
        """The vocabulary, and the writer's own facts."""
        own = self.content.own.facts
        return {**self.library.facts, **own} if own else self.library.facts

    # --- the outline ---

    @cached_property
    def outline(self) -> list[OutlineEntry]:
        """The sections and groups that are written, in order."""
        if self.content.outline:
            return list(self.content.outline)
        return [found for entry in self.archetype.sections for found in self._entry(entry)]

    def _entry(self, entry: Entry) -> Iterator[OutlineEntry]:
        """Yield an archetype's entry with the writer's heading; nothing when it is left out."""
        name = entry.use or entry.heading or ""
        heading = self.choices.headings.get(name) or entry.heading
        inner = [found for one in entry.sections for found in self._entry(one)]
        if entry.use not in self.choices.without and (entry.use or inner):
            yield OutlineEntry.model_construct(use=entry.use, heading=heading, sections=inner)

    @property
    def lines(self) -> list[OutlineEntry]:
        """The outline without its groups: each section that is written, in order."""
        return [inner for entry in self.outline for inner in (entry.sections or [entry])]

    @property
    def asking(self) -> list[OutlineEntry]:
        """The same lines as they ask for facts: overviews last, after those that tell them."""
        return sorted(self.lines, key=lambda line: self.library.is_overview(line.use))

    # --- what is printed ---

    def passages(self, use: str) -> list[Passage]:
        """Return what is printed of a section, in order."""
        section, template = self.library.sections[use], self.library.templates[use]
        form = self.archetype.form
        return passages(section, template.forms[form].places, self.content, self.specs, form)

    def own_section(self, name: str) -> OwnText:
        """Return the text of a section of the writer's own."""
        return read_own_text(self.content.own.sections[name].text, self.specs, marked=True)

    def framed(self, name: str) -> OwnText | None:
        """Return the writer's own words for a line of the frame."""
        written = self.content.own.texts.get(OWN_FRAME, {}).get(name)
        return None if written is None else read_own_text(written, self.specs, marked=False)

    def bodies_of_frame(self, name: str) -> list[Body]:
        """Return what a line of the frame says."""
        own = self.framed(name)
        return list(bodies_of(own)) if own else [self.template_of_frame(name)]

    def template_of_frame(self, name: str) -> Body:
        """Return the compiled template of a line of the frame."""
        return self.library.frame[name].forms[self.archetype.form].body

    def bodies(self) -> Iterator[Body]:
        """Yield all that is printed, as compiled bodies: the frame, the passages, own sections."""
        for name in FRAME:
            yield from self.bodies_of_frame(name)
        for line in self.lines:
            yield from self.bodies_of_line(line)

    def bodies_of_line(self, line: OutlineEntry) -> Iterator[Body]:
        """Yield what is printed of a section."""
        if line.own:
            yield from bodies_of(self.own_section(line.own))
            return
        for passage in self.passages(line.use or ""):
            yield from bodies_of(passage.text) if passage.text else [passage.body or []]

    @cached_property
    def fields_read(self) -> dict[str, set[str]]:
        """The fields of each list that a text reads, be it printed or left out."""
        found: dict[str, set[str]] = {}
        for body in [*self.bodies(), *self._templates()]:
            for name, field in fields_read(body):
                first = next(iter(self.specs[name].record), "")
                found.setdefault(name, set()).add(field or first)
        return found

    def _templates(self) -> Iterator[Body]:
        """Yield the templates of all sections, also of those that are left out."""
        listed = (entry.use for entry in self.archetype.entries)
        for use in {*listed, *(line.use for line in self.lines)}:
            template = self.library.templates.get(use or "")
            if template:
                yield template.forms[self.archetype.form].body

    # --- facts ---

    @cached_property
    def printed_facts(self) -> list[str]:
        """The facts a reader enters for what is printed, in the order of the text."""
        return inputs_of(self.specs, [name for body in self.bodies() for name in facts_in(body)])

    @cached_property
    def facts(self) -> ArchetypeFacts:
        """The facts that the summary's text names, also those of places that are left out."""
        asked = self.library.facts_of(self.archetype)
        own = self._own_facts()
        if not self.content.outline and not own:
            return asked
        used = {line.use: self._named_by(line.use) for line in self.lines if line.use}
        inputs = {**asked.inputs, **inputs_of_computed(self.content.own.facts, self.specs)}
        sections = {**used, **asked.sections, **own}
        return replace(asked, specs=self.specs, inputs=inputs, sections=sections)

    def _named_by(self, use: str) -> tuple[str, ...]:
        template = self.library.templates.get(use)
        return template.forms[self.archetype.form].facts if template else ()

    @cached_property
    def shown(self) -> Mapping[str, FactSpec]:
        """The facts that the summary may show: those that are entered, and computed from them."""
        return {name: self.specs[name] for name in self.facts.available}

    def _own_facts(self) -> dict[str, tuple[str, ...]]:
        """Return the facts of one's own, and those that own texts name."""
        named = [name for _, text in self.own_texts() for name in _named_in(text)]
        found = tuple(dict.fromkeys([*named, *self.content.own.facts]))
        return {"own": found} if found else {}

    def own_texts(self) -> Iterator[tuple[tuple[str, ...], OwnText]]:
        """Yield every text of one's own, with the keys that lead to it under `own`."""
        own = self.content.own
        for use, texts in own.texts.items():
            for name, written in texts.items():
                yield ("texts", use, name), read_own_text(written, self.specs, marked=False)
        for use, items in own.items.items():
            for item in items:
                text = read_own_text(item.text, self.specs, marked=False)
                yield ("items", use, item.id), text
        for name in own.sections:
            yield ("sections", name), self.own_section(name)


def summary_of(library: Library, office: Office) -> Summary:
    """Return the summary that an office's file asks for."""
    return Summary(library, library.archetypes[office.archetype], office.choices)


def bodies_of(text: OwnText) -> Iterator[Body]:
    """Yield the lines of an own text as bodies; a table prints its facts."""
    for line in text.lines:
        yield [["=", name] for name in line.body] if line.mark == "table" else line.body


def _named_in(text: OwnText) -> Iterator[str]:
    for body in bodies_of(text):
        yield from facts_in(body)
