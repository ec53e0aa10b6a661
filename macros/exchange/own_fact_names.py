"""Calls the own facts of several units by one name each, so that they can be merged.

Every unit names its own facts itself.  What two units ask is the same if label, unit and type are:
the first unit's name of it then stands in all files.  Where units call different facts by the same
name, the later one gets a name that nobody has.
"""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING, Any

from macros.exchange.facts_file_writer import written_facts
from macros.exchange.sheet_facts import tight_name
from macros.facts.own_content import identity, with_data, with_references
from macros.library.facts_file_reader import read_facts_file
from macros.library.own_words import with_words
from macros.library.summary import summary_of
from macros.source.report import ProblemsFoundError, Report
from macros.source.yaml_reader import Mapping, to_data
from macros.templating.own_text import EXPRESSION

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary
    from collections.abc import Sequence

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.facts_files import OwnFact
    from macros.schema.vocabulary import FactSpec

    Names = Dictionary[str, str]  # from a unit's own names to the common ones
    Declared = Dictionary[str, OwnFact]

OWN_NAME = re.compile(r"(?<!')\bown_[a-z0-9_]+")
LONGEST_STEM = 50


def with_common_names(units: Sequence[Office], library: Library) -> list[Office]:
    """Return the units with their own facts under common names; a file is not changed."""
    names = common_names([unit.content.own.facts for unit in units])
    pairs = zip(units, names, strict=True)
    return [_renamed(unit, own, library) if own else unit for unit, own in pairs]


def common_names(units: Sequence[Declared]) -> list[dict[str, str]]:
    """Return for each unit the own facts that others call otherwise, with their common names."""
    exact = _ambiguous(units)
    taken = {name for declared in units for name in declared}
    common: dict[tuple[str, ...], str] = {}
    found = []
    for declared in units:
        names = {}
        for name, spec in declared.items():
            key = _tight(spec) if _tight(spec) not in exact else identity(spec)
            if key not in common:
                common[key] = _free(name, taken) if name in common.values() else name
                taken.add(common[key])
            names[name] = common[key]
        found.append({old: new for old, new in names.items() if old != new})
    return found


def _tight(spec: FactSpec) -> tuple[str, ...]:
    """Return what a fact is, in whatever width and with whatever spaces it was typed."""
    return tuple(map(tight_name, identity(spec)))


def _ambiguous(units: Sequence[Declared]) -> set[tuple[str, ...]]:
    """Return what several facts of one unit are alike but for width and spaces."""
    counts = (Counter(map(_tight, declared.values())) for declared in units)
    return {key for count in counts for key, times in count.items() if times > 1}


def _free(name: str, taken: set[str]) -> str:
    number = 2
    while (free := f"{name[:LONGEST_STEM]}_{number}") in taken:
        number += 1
    return free


# --- one unit's file --------------------------------------------------------------------------


def _renamed(unit: Office, names: Names, library: Library) -> Office:
    """Return a unit as if its file had these names of own facts throughout."""
    report, place = Report(), unit.node.place
    data = _Renaming(unit, names, library).data()
    office = read_facts_file(with_data(Mapping(place, {}), data, place), unit.id, library, report)
    if office is None or report.errors:
        raise ProblemsFoundError(report.errors)
    return office


class _Renaming:
    def __init__(self, unit: Office, names: Names, library: Library) -> None:
        self.unit, self.names, self.library = unit, names, library
        self.specs = summary_of(library, unit).specs

    def data(self) -> dict[str, Any]:
        """Return the file's data with the names changed wherever a fact is named."""
        data: dict[str, Any] = dict(to_data(self.unit.node))  # type: ignore[arg-type]
        data = with_words(data, self.library.sections, lambda _, text: self._text(text))
        declared = data["own"]["facts"].items()
        facts = {name: with_references(spec, self.names) for name, spec in declared}
        data["own"] = {**data["own"], "facts": self._keyed(facts)}
        for key in ("as_of", "dismissed"):
            if key in data.get("marks", {}):
                data["marks"] = {**data["marks"], key: self._keyed(data["marks"][key])}
        if "carried" in data:
            data["carried"] = [self._carried(name) for name in data["carried"]]
        return {**data, "facts": self._facts()}

    def _facts(self) -> dict[str, Any]:
        """Return the facts under their new names, and what rows cite and say with them."""
        written = written_facts(self.unit, self.library)
        return self._keyed({name: self._value(name, value) for name, value in written.items()})

    def _value(self, name: str, value: Any) -> Any:
        if not isinstance(value, list):
            return value
        change = {"figure": self._expression, "words": self._text}
        types = {field: spec.type for field, spec in self.specs[name].record.items()}
        return [
            {key: change.get(types[key], str)(text) for key, text in row.items()} for row in value
        ]

    def _keyed(self, data: Dictionary[str, Any]) -> dict[str, Any]:
        return {self._expression(key): value for key, value in data.items()}

    def _carried(self, name: Any) -> Any:
        """Return what is to be confirmed: a fact under its new name, or words as they are named."""
        if not isinstance(name, str) or name.startswith("own."):
            return name
        return self._expression(name)

    def _text(self, text: str) -> str:
        return EXPRESSION.sub(lambda found: self._expression(found[0]), text)

    def _expression(self, written: str) -> str:
        return OWN_NAME.sub(lambda found: self.names.get(found[0], found[0]), written)
