"""Finds where the text prints a fact: the first place of a section whose words are made of it.

Mirrors browser/library/printing_place.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.archetype_facts import inputs_of
from macros.library.summary import bodies_of
from macros.templating.render import facts_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library.summary import Summary
    from macros.templating.compiler import Body


def place_printing(summary: Summary, name: str) -> tuple[str, str]:
    """Return the section and the place that print a fact, both empty when none does.

    A section of the writer's own has no places.
    """
    sources = set(inputs_of(summary.specs, [name]))
    for section, place, body in _printed(summary):
        named = list(facts_in(body))
        if name in named or sources <= set(inputs_of(summary.specs, named)):
            return section, place
    return "", ""


def _printed(summary: Summary) -> Iterator[tuple[str, str, Body]]:
    for line in summary.lines:
        if line.own:
            for body in bodies_of(summary.own_section(line.own)):
                yield line.own, "", body
            continue
        for passage in summary.passages(line.use or ""):
            bodies = bodies_of(passage.text) if passage.text else [passage.body or []]
            for body in bodies:
                yield line.use or "", passage.name, body
