"""What goes when a fact, a section or an archetype is retired, and what that leaves to mend."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.cli.renamed_files import TEMPLATES, files_of
from macros.facts.archetype_facts import inputs_of
from macros.source.encoding import place_in, read_text
from macros.source.report import ProblemsFoundError, Report
from macros.source.yaml_reader import Mapping, Scalar, Sequence
from macros.templating.template_names import places_of_name

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.library.library import Library
    from macros.source.yaml_reader import Node


@dataclass
class Leaving:
    """What goes, by id.

    With an archetype go its examples and the sections that no other archetype has; with a section
    the facts that nothing else needs.
    """

    library: Library
    facts: set[str] = field(default_factory=set)
    sections: set[str] = field(default_factory=set)
    archetypes: set[str] = field(default_factory=set)

    @property
    def offices(self) -> list[str]:
        """The examples of the archetypes."""
        offices = self.library.offices.values()
        return [office.id for office in offices if office.archetype in self.archetypes]

    def complete(self) -> None:
        """Add what goes with what is named."""
        library = self.library
        archetypes = library.archetypes.values()
        kept = {e.use for a in archetypes if a.id not in self.archetypes for e in a.entries}
        mine = {e.use for a in archetypes if a.id in self.archetypes for e in a.entries}
        self.sections |= {use for use in mine - kept if use}
        needed = self._needed()
        templates = [library.templates[use] for use in self.sections]
        named = [name for template in templates for name in template.facts]
        self.facts |= {*named, *inputs_of(library.facts, named)} - needed
        while more := self._computed() - needed - self.facts:
            self.facts |= more

    def _computed(self) -> set[str]:
        """Return what is computed from facts that go."""
        facts = self.library.facts.items()
        return {name for name, spec in facts if not self.facts.isdisjoint(spec.sources)}

    def _needed(self) -> set[str]:
        """Return the facts that the templates that stay name, or that compute these."""
        library = self.library
        stay = [t for use, t in library.templates.items() if use not in self.sections]
        named = {name for t in [*stay, *library.frame.values()] for name in t.facts}
        while more := {s for name in named for s in library.facts[name].sources} - named:
            named |= more
        return named | {"last_period"}


def refuse_mentions(leaving: Leaving, root: Path) -> None:
    """Raise ProblemsFoundError with every place that only a person can mend."""
    report = Report()
    _in_templates(leaving, root, report)
    _in_facts(leaving, report)
    _in_offices(leaving, report)
    if report.errors:
        raise ProblemsFoundError(report.errors)


def _in_templates(leaving: Leaving, root: Path, report: Report) -> None:
    for path, name in (file for folder in TEMPLATES for file in files_of(root, folder, "*.j2")):
        source = read_text(path, name, Report()) or ""
        if name.removeprefix(f"{TEMPLATES[0]}/").removesuffix(".j2") in leaving.sections:
            continue
        for fact in leaving.facts:
            for index in places_of_name(source, fact):
                place = place_in(source, name, index)
                report.error(place, f"这里写着要取消的“{fact}”", "先改掉这一句")


def _in_facts(leaving: Leaving, report: Report) -> None:
    library = leaving.library
    for name, spec in library.facts.items():
        for other in spec.references:
            if other in leaving.facts and name not in leaving.facts:
                what = f"“{name}”由要取消的“{other}”算出，或与它有关"
                report.error(library.places[name], what, "先改掉")


def _in_offices(leaving: Leaving, report: Report) -> None:
    for id_, office in leaving.library.offices.items():
        for cited in _cited(office.node.get("facts")) if id_ not in leaving.offices else ():
            if cited.value in leaving.facts:
                what = f"这里引用了要取消的“{cited.value}”"
                report.error(cited.place, what, "换一个指标，或删去引用")


def _cited(node: Node | None) -> Iterator[Scalar]:
    """Yield the words in the records of lists, which may cite facts."""
    for _, rows in node.entries.values() if isinstance(node, Mapping) else ():
        for row in rows.items if isinstance(rows, Sequence) else ():
            for _, value in row.entries.values() if isinstance(row, Mapping) else ():
                if isinstance(value, Scalar):
                    yield value
