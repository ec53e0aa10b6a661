"""Everything the project knows, by id, and what follows from it: which facts a summary needs."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, get_args

from macros.schema.archetypes import OfficeKind
from macros.source.report import Place, ProblemsFoundError, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from jinja2 import Template

    from macros.document.document import Document
    from macros.document.page_layout import Layout
    from macros.facts.entries import Entries, Entry
    from macros.facts.offices import Office
    from macros.schema.archetypes import Archetype, Form, Section
    from macros.schema.vocabulary import FactSpec
    from macros.schema.writing_rules import CommonMistake, Rule
    from macros.source.yaml_reader import Mapping
    from macros.templating.compiler import Body

FRAME = ("title", "signature", "date")


@dataclass(frozen=True)
class TemplateForm:
    """A template as one form has it: what it needs, how it renders here and in the browser."""

    facts: tuple[str, ...]
    code: Template
    body: Body


@dataclass(frozen=True)
class LoadedTemplate:
    """A template that passed the profile: the facts it names, and what each form has of it."""

    facts: tuple[str, ...]
    forms: dict[Form, TemplateForm]


@dataclass
class Library:
    """Everything the project knows, by id."""

    facts: dict[str, FactSpec] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    templates: dict[str, LoadedTemplate] = field(default_factory=dict)
    frame: dict[str, LoadedTemplate] = field(default_factory=dict)
    archetypes: dict[str, Archetype] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    mistakes: dict[str, CommonMistake] = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)  # where each fact is declared
    sources: dict[str, Mapping] = field(default_factory=dict)  # the archetypes as written
    documents: dict[str, Document] = field(default_factory=dict)  # of the offices, as composed
    unread: set[str] = field(default_factory=set)  # files with mistakes; not missing, but unknown
    _names: dict[str, set[str]] = field(default_factory=dict, init=False, repr=False)

    def facts_of(self, archetype: Archetype, without: Iterable[str] = ()) -> list[str]:
        """Return the facts an office enters for an archetype, in the order the text needs them."""
        used = [e.use for e in archetype.entries if e.use and e.use not in set(without)]
        templates = [self.frame[name] for name in FRAME if name in self.frame]
        templates += [self.templates[name] for name in used if name in self.templates]
        named = [fact for t in templates for fact in t.forms[archetype.form].facts]
        return self.entered(named)

    def entered(self, names: Iterable[str]) -> list[str]:
        """Return the facts an office enters so that all of `names` can be shown, in order."""
        return list(dict.fromkeys(self._entered(names)))

    def _entered(self, names: Iterable[str], above: tuple[str, ...] = ()) -> Iterator[str]:
        """Yield what `names` are entered as; the check reports unknown and circular sources."""
        for name in names:
            spec = self.facts.get(name)
            if spec is None or name in above:
                continue
            yield from self._entered(spec.sources, (*above, name)) if spec.computed else [name]
            if name == "period":
                yield "last_period"

    def names_of(self, archetype: Archetype) -> set[str]:
        """Return every fact an archetype may show: entered, and computed from those."""
        if archetype.id not in self._names:
            self._names[archetype.id] = self._names_of(archetype)
        return self._names[archetype.id]

    def _names_of(self, archetype: Archetype) -> set[str]:
        entered = set(self.facts_of(archetype))
        computed = {n for n, spec in self.facts.items() if spec.computed}
        return entered | {n for n in computed if entered.issuperset(self._entered([n]))}

    def missing(
        self, archetype: Archetype, entries: Entries, without: Iterable[str] = ()
    ) -> tuple[str, ...]:
        """Return the required facts that are not given, in the order the text needs them."""
        specs = (self.facts[name] for name in self.facts_of(archetype, without))
        return tuple(s.id for s in specs if s.required and not _given(entries.get(s.id)))

    def lost(self, start: str) -> bool:
        """Tell whether a file whose name starts so could not be read."""
        return any(name.startswith(start) for name in self.unread)

    def whole(self, archetype: Archetype) -> bool:
        """Tell whether every template of an archetype has been read."""
        used = {entry.use for entry in archetype.entries}
        return used <= self.templates.keys() and set(FRAME) <= self.frame.keys()

    def archetypes_in_order(self) -> list[Archetype]:
        """Return the archetypes in the order of the offices that write them."""
        order = get_args(OfficeKind)
        return sorted(self.archetypes.values(), key=lambda a: order.index(a.office))

    def users_of(self, section: str) -> list[Archetype]:
        """Return the archetypes that use a section, in order; all are to be read before."""
        return self._users.get(section, [])

    @cached_property
    def _users(self) -> dict[str, list[Archetype]]:
        users: dict[str, list[Archetype]] = {}
        for archetype in self.archetypes_in_order():
            for entry in archetype.entries:
                users.setdefault(entry.use or "", []).append(archetype)
        return users


def _given(entry: Entry | None) -> bool:
    return "now" in entry if isinstance(entry, dict) else entry is not None


def sound(library: Library, report: Report) -> Library:
    """Return the library; raise ProblemsFoundError when the report holds errors."""
    if report.errors:
        raise ProblemsFoundError(report.errors)
    return library
