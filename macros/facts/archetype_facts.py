"""Which facts a summary needs: those an office enters, and those computed from them."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.schema.archetypes import Archetype
    from macros.schema.vocabulary import FactSpec
    from macros.source.report import Place


@dataclass(frozen=True)
class ArchetypeFacts:
    """The facts that the text of one archetype names, and the vocabulary that defines them."""

    archetype: Archetype
    specs: Mapping[str, FactSpec]  # the whole vocabulary
    places: Mapping[str, Place]  # where each fact is declared
    frame: tuple[str, ...]  # the facts that title, signature and date name
    sections: Mapping[str, tuple[str, ...]]  # the facts that each section names, in order
    inputs: Mapping[str, list[str]]  # what is entered for each computed fact
    gone: Mapping[str, str]  # the labels of facts that are retired
    complete: bool  # whether every template of the archetype could be read

    def entered(self, without: Iterable[str] = ()) -> list[str]:
        """Return the facts an office enters, in the order in which the text needs them."""
        left_out = set(without)
        kept = (names for section, names in self.sections.items() if section not in left_out)
        return inputs_of(self.specs, [*self.frame, *(name for names in kept for name in names)])

    @cached_property
    def available(self) -> set[str]:
        """Every fact the archetype may show: those entered, and those computed from them."""
        return {*self.entered(), *self._computed}

    @cached_property
    def accepted(self) -> list[str]:
        """Every fact that a file may give: those entered, and rates whose counts are not known."""
        quotients = (name for name in self._computed if self.specs[name].traits.quotient)
        return [*self.entered(), *quotients]

    @cached_property
    def _computed(self) -> list[str]:
        entered = set(self.entered())
        return [name for name, inputs in self.inputs.items() if entered.issuperset(inputs)]


def inputs_of_computed(
    declared: Mapping[str, FactSpec], specs: Mapping[str, FactSpec]
) -> dict[str, list[str]]:
    """Return what an office enters for each of the declared facts that is computed."""
    computed = (name for name, spec in declared.items() if spec.computed)
    return {name: inputs_of(specs, [name]) for name in computed}


def inputs_of(specs: Mapping[str, FactSpec], names: Iterable[str]) -> list[str]:
    """Return the facts an office enters so that all of `names` can be shown, in order."""
    found: dict[str, None] = {}
    seen: set[str] = set()
    waiting = list(names)[::-1]
    while waiting:
        name = waiting.pop()
        spec = specs.get(name)
        if spec is None or name in seen:
            continue  # vocabulary_checks.py reports unknown and circular ones
        seen.add(name)
        if spec.computed:
            waiting += reversed(spec.sources)
        else:
            found[name] = None
        if name == "period":
            found["last_period"] = None
    return list(found)
