"""Cases made of what a text says now: of zero, of an empty list or one record, of no last period.

Whoever has read the text keeps them; from then on the checks hold the template to them.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

from macros.exchange.facts_file_writer import indented, yaml_entry
from macros.facts.consistency import check_consistency
from macros.library.facts_file_reader import read_facts_file
from macros.library.office_documents import compose_office
from macros.library.summary import summary_of
from macros.source.report import Report
from macros.source.yaml_reader import Mapping, Scalar, parse_yaml, to_data

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping as Dictionary

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec

Changes = dict[str, object]
Case = dict[str, object]  # as data/cases has it
SENTENCE = re.compile("[^。\n]+。?")
NO_LAST = "没有上期数"  # which changes sentences everywhere: all of them are kept
MOST = 3  # sentences of any other case
EMPTY = ""
UNFILLED = re.compile(r"^( *)facts: \{(\w+): ''\}$", re.MULTILINE)


def recorded_cases(library: Library, archetype: str) -> dict[str, Case]:
    """Return cases for the facts that only this archetype asks for, as data/cases has them."""
    examples = [library.offices[name] for name in library.archetypes[archetype].examples]
    recorder = _Recorder(library, archetype, examples[0])
    return dict(recorder.cases())


@dataclass
class _Recorder:
    library: Library
    archetype: str
    office: Office

    def cases(self) -> Iterator[tuple[str, Case]]:
        for name, changes in self._changes():
            said = self._said(changes, None if name == NO_LAST else MOST)
            if said:
                yield name, {"office": self.office.id, "facts": changes, **said}

    @cached_property
    def _sections(self) -> dict[str, tuple[str, ...]]:
        """The sections that no other archetype uses, with the facts of each."""
        others = {
            entry.use
            for name, archetype in self.library.archetypes.items()
            for entry in archetype.entries
            if name != self.archetype
        }
        asked = summary_of(self.library, self.office).facts
        return {use: names for use, names in asked.sections.items() if use not in others}

    @cached_property
    def _titles(self) -> set[str]:
        """The titles of items: that one of them has come to stand alone says nothing of a fact."""
        form = self.library.archetypes[self.archetype].form
        forms = [self.library.templates[use].forms[form] for use in self._sections]
        return {f"{place.title.rstrip('。')}。" for one in forms for place in one.places}

    def _own(self) -> list[FactSpec]:
        """Return the facts of these sections that the example gives."""
        own = dict.fromkeys(name for names in self._sections.values() for name in names)
        facts, given = self.library.facts, self.office.entries
        return [facts[name] for name in own if name in given and name in facts]

    def _changes(self) -> Iterator[tuple[str, Changes]]:
        own = self._own()
        for spec in own:
            entry = self.office.entries[spec.id]
            if spec.traits.records:
                yield f"{spec.label}一条也没有", {spec.id: []}
                rows = self._written(spec.id)
                if isinstance(rows, list) and len(rows) > 1:
                    yield f"{spec.label}只有一条", {spec.id: rows[:1]}
            elif spec.traits.number and not spec.part_of and spec.range and spec.range[0] <= 0:
                yield f"{spec.label}为零", self._zero(spec, own)
            if isinstance(entry, dict) and not spec.part_of and spec.traits.number:
                yield f"{spec.label}没有填", {spec.id: EMPTY}
        series = [spec for spec in own if isinstance(self.office.entries[spec.id], dict)]
        if series:
            yield NO_LAST, {spec.id: self._without_last(spec.id) for spec in series}

    def _zero(self, spec: FactSpec, own: list[FactSpec]) -> Changes:
        """Return a fact of zero, and with it what is a part of it."""
        none, before = {spec.id}, 0
        while before != len(none):
            before = len(none)
            none |= {one.id for one in own if none & set(one.part_of)}
        return {one.id: self._at_zero(one.id) for one in own if one.id in none}

    def _at_zero(self, name: str) -> object:
        written = self._written(name)
        return {**written, "now": "0"} if isinstance(written, dict) else "0"

    def _without_last(self, name: str) -> object:
        written = self._written(name)
        sides = written.items() if isinstance(written, dict) else ()
        return {side: number for side, number in sides if side != "last"}

    def _written(self, name: str) -> object:
        facts = self.office.node.get("facts")
        node = facts.get(name) if isinstance(facts, Mapping) else None
        return to_data(node) if node else EMPTY

    # --- what the text says of it ---

    def _said(self, changes: Changes, most: int | None) -> dict[str, list[str]]:
        """Return what only the changed facts make the text say, else what it says no more."""
        office = self._changed(changes)
        if not office:
            return {}
        before, after = self._sentences(self.office), self._sentences(office)
        new = [text for text in after if text not in before and text not in self._titles]
        gone = [text for text in before if text not in after]
        return {"has": new[:most]} if new else {"lacks": gone[:most]} if gone else {}

    def _sentences(self, office: Office) -> list[str]:
        blocks = compose_office(self.library, office).blocks
        told = (b for b in blocks if b.section in self._sections and not b.rows)
        texts = [block.whole_text.strip("　") for block in told]  # a table is no sentence
        return [found.strip() for text in texts for found in SENTENCE.findall(text)]

    def _changed(self, changes: Changes) -> Office | None:
        """Return the example with other facts; None where these cannot be."""
        report, node = Report(), self.office.node
        known = {name: value for name, value in changes.items() if value != EMPTY}
        text = "".join(yaml_entry(name, value) for name, value in known.items())
        new = parse_yaml(text, node.place.file, report) if text else None
        facts = node.get("facts")
        kept = facts.entries if isinstance(facts, Mapping) else {}
        entries = {n: entry for n, entry in kept.items() if n not in changes}
        given = Mapping(node.place, entries | (new.entries if new else {}))
        inner = {**node.entries, "facts": (Scalar(node.place, "facts"), given)}
        office = read_facts_file(replace(node, entries=inner), self.office.id, self.library, report)
        if office:
            check_consistency(office, summary_of(self.library, office).facts, report)
        return None if report.errors else office


def cases_text(archetype: str, cases: Dictionary[str, Case]) -> str:
    """Return a file of cases."""
    head = f"# What the summary {archetype} must and must not say, from facts of its examples."
    return f"{head}\ncases:\n{indented(cases_block(cases))}"


def cases_block(cases: Dictionary[str, Case]) -> str:
    """Return cases as lines of a mapping; after a fact that is not filled in stands nothing."""
    lines = "\n".join(yaml_entry(name, case) for name, case in cases.items())
    return UNFILLED.sub(r"\1facts:\n\1  \2:", lines)
