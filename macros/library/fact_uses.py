"""Where each fact is used: by the sections whose text prints it, or what is computed from it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.archetype_facts import inputs_of
from macros.library.library import OWN_FRAME

if TYPE_CHECKING:
    from macros.library.library import Library


def uses_of_facts(library: Library) -> dict[str, list[str]]:
    """Return the sections that use each fact; the frame stands for title and signature."""
    frame = [name for template in library.frame.values() for name in template.facts]
    named = {OWN_FRAME: frame} | {use: list(t.facts) for use, t in library.templates.items()}
    uses: dict[str, list[str]] = {name: [] for name in library.facts}
    for use, facts in named.items():
        for name in dict.fromkeys([*facts, *inputs_of(library.facts, facts)]):
            uses[name].append(use)
    return uses
