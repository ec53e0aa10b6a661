"""All loaded data, by id: facts, sections, templates, archetypes, offices, layouts."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, TypeVar

from macros.facts.archetype_facts import ArchetypeFacts, inputs_of_computed
from macros.facts.names import Names
from macros.library.dictionary import Dictionary
from macros.schema.kinds import NO_KINDS, Kinds
from macros.schema.retired import Retired
from macros.schema.terms import NO_TERMS, Terms
from macros.source.report import Place, ProblemsFoundError, Report

if TYPE_CHECKING:
    from collections.abc import Callable, Collection
    from collections.abc import Mapping as ByName

    from macros.document.document import Document
    from macros.document.page_layout import Layout
    from macros.facts.offices import Office
    from macros.library.templates import LoadedTemplate
    from macros.schema.archetypes import Archetype, Section
    from macros.schema.cases import CasesFile
    from macros.schema.questions import QuestionRule
    from macros.schema.vocabulary import DeclaredFact, FactSpec
    from macros.schema.writing_rules import CommonMistake, Rule
    from macros.source.yaml_reader import Mapping

Made = TypeVar("Made")

FRAME_HEAD = ("title", "addressee")  # above the sections
FRAME_FOOT = ("signature", "date", "endnote")
FRAME = (*FRAME_HEAD, *FRAME_FOOT)
OWN_FRAME = "frame"  # stands for a section in the own texts of the frame


@dataclass
class Library:
    """All loaded data, by id."""

    kinds: Kinds = NO_KINDS
    kinds_node: Mapping | None = None
    retired: Retired = field(default_factory=Retired)
    dictionary: Dictionary = field(default_factory=Dictionary)
    facts: dict[str, DeclaredFact] = field(default_factory=dict)
    sections: dict[str, Section] = field(default_factory=dict)
    templates: dict[str, LoadedTemplate] = field(default_factory=dict)
    frame: dict[str, LoadedTemplate] = field(default_factory=dict)
    archetypes: dict[str, Archetype] = field(default_factory=dict)
    offices: dict[str, Office] = field(default_factory=dict)
    cases: dict[str, CasesFile] = field(default_factory=dict)  # by archetype
    rules: dict[str, Rule] = field(default_factory=dict)
    mistakes: dict[str, CommonMistake] = field(default_factory=dict)
    terms: Terms = NO_TERMS
    questions: dict[str, QuestionRule] = field(default_factory=dict)  # in the order of asking
    question_nodes: dict[str, Mapping] = field(default_factory=dict)
    layouts: dict[str, Layout] = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)  # where each fact is declared
    fact_nodes: dict[str, Mapping] = field(default_factory=dict)  # as written
    archetype_nodes: dict[str, Mapping] = field(default_factory=dict)
    section_nodes: dict[str, Mapping] = field(default_factory=dict)
    case_nodes: dict[str, Mapping] = field(default_factory=dict)
    documents: dict[str, Document] = field(default_factory=dict)  # of the examples, once composed
    unread: set[str] = field(default_factory=set)  # files that exist but could not be read
    _facts_of: dict[str, ArchetypeFacts] = field(default_factory=dict, init=False, repr=False)

    def remember(self, make: Callable[..., Made], report: Report, *subject: object) -> Made:
        """Return what `make` makes of the library and the subject, and report its problems.

        While the site is served it is made again only after a change of what was read for it
        (tools/serving/memory.py).  So `make` reads nothing but the library and the subject, whose
        first part is a name, and changes neither; what it makes does not look into them later.
        """
        return make(self, report, *subject)

    def check(self, look: Callable[..., None], report: Report, *subject: object) -> None:
        """Report what `look` finds, as `remember`; while serving, perhaps after the first page."""
        self.remember(look, report, *subject)

    def remark(self, look: Callable[[Library, Report], None], report: Report) -> None:
        """Report what `look` only remarks on, which nobody is shown while serving."""
        look(self, report)

    def facts_of(self, archetype: Archetype) -> ArchetypeFacts:
        """Return the facts that an archetype's templates name; call it once these are loaded."""
        if archetype.id not in self._facts_of:
            self._facts_of[archetype.id] = self._named_facts(archetype)
        return self._facts_of[archetype.id]

    def _named_facts(self, archetype: Archetype) -> ArchetypeFacts:
        form = archetype.form
        frame = [self.frame[name] for name in FRAME if name in self.frame]
        used = dict.fromkeys(
            sorted((entry.use or "" for entry in archetype.entries), key=self.is_overview)
        )
        return ArchetypeFacts(
            archetype,
            self.facts,
            self.places,
            tuple(fact for template in frame for fact in template.forms[form].facts),
            {use: self.templates[use].forms[form].facts for use in used if use in self.templates},
            inputs=self.inputs,
            gone=self.names.gone,
            complete=used.keys() <= self.templates.keys() and len(frame) == len(FRAME),
        )

    def is_overview(self, use: str | None) -> bool:
        """Tell whether a section shows what others tell: these ask first for its facts."""
        return use in self.sections and self.sections[use].overview

    @cached_property
    def inputs(self) -> dict[str, list[str]]:
        """What an office enters for each computed fact; call it once facts are loaded."""
        return self.remember(_inputs, Report(), "inputs")

    @cached_property
    def names(self) -> Names:
        """The present names by earlier ones; call it once facts and sections are loaded."""
        return self.remember(_names, Report(), "names")

    def names_in(self, archetype: Archetype) -> Names:
        """Return the present names by earlier ones in the files of an archetype."""
        groups = {old: now for now, group in archetype.groups.items() for old in group.was}
        return replace(self.names, groups=groups)

    @cached_property
    def archetype_names(self) -> dict[str, str]:
        """The archetypes in which the drafts of earlier ones open, by the ids of these."""
        return self.remember(_archetype_names, Report(), "archetypes")

    def present_section(self, name: str) -> str:
        """Return the section to use instead of a retired one; nothing when there is none."""
        gone = {old: retired.instead or "" for old, retired in self.retired.sections.items()}
        return _present(name, {**gone, **self.names.sections}, self.sections)

    def specs_of(self, office: Office) -> ByName[str, FactSpec]:
        """Return the vocabulary with the facts of an office's own."""
        own = office.content.own.facts
        return {**self.facts, **own} if own else self.facts

    def is_unread(self, start: str) -> bool:
        """Tell whether a file whose name starts with `start` could not be read."""
        return any(name.startswith(start) for name in self.unread)

    def archetypes_in_order(self) -> list[Archetype]:
        """Return the archetypes in the order of the offices that write them, an open one last."""
        order = self.kinds.offices
        return sorted(self.archetypes.values(), key=lambda a: (order.index(a.office), a.open))

    def users_of(self, section: str) -> list[Archetype]:
        """Return the archetypes that use a section, in order; call it once all are loaded."""
        return self._users.get(section, [])

    @cached_property
    def _users(self) -> dict[str, list[Archetype]]:
        users: dict[str, list[Archetype]] = {}
        for archetype in self.archetypes_in_order():
            for entry in archetype.entries:
                users.setdefault(entry.use or "", []).append(archetype)
        return users


def _inputs(library: Library, _: Report, __: str) -> dict[str, list[str]]:
    return inputs_of_computed(library.facts, library.facts)


def _names(library: Library, _: Report, __: str) -> Names:
    gone = {name: retired.name for name, retired in library.retired.sections.items()}
    facts = {name: retired.label for name, retired in library.retired.facts.items()}
    sections = _by_earlier_name(library.sections)
    return Names(_by_earlier_name(library.facts), sections, gone, facts)


def _archetype_names(library: Library, _: Report, __: str) -> dict[str, str]:
    gone = {old: retired.instead for old, retired in library.retired.archetypes.items()}
    earlier = {**gone, **_by_earlier_name(library.archetypes)}
    return {old: new for old in earlier if (new := _present(old, earlier, library.archetypes))}


def _present(name: str, later: ByName[str, str], known: Collection[str]) -> str:
    """Return the name in use that a name leads to, over those that it had meanwhile."""
    for _ in later:
        if name in known:
            break
        name = later.get(name, "")
    return name if name in known else ""


def _by_earlier_name(
    models: ByName[str, DeclaredFact] | ByName[str, Section] | ByName[str, Archetype],
) -> dict[str, str]:
    return {old: name for name, model in models.items() for old in model.was}


def validated(library: Library, report: Report) -> Library:
    """Return the library if the report has no errors; else raise ProblemsFoundError."""
    if report.errors:
        raise ProblemsFoundError(report.errors, report.unfinished)
    return library
