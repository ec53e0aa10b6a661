"""What was kept of a document is used for another only where that would be the same."""

from __future__ import annotations

from decimal import Decimal
from random import Random
from typing import TYPE_CHECKING

import pytest

from macros.facts.entries import Number
from macros.library.compose import compose, compose_summary
from macros.library.renderings import Rendering, Renderings, entries_of
from macros.library.summary import Summary
from tests.support.real import LIBRARY, OFFICES, each

if TYPE_CHECKING:
    from macros.facts.entries import Entries
    from macros.library.renderings import Told

CHANGES = 3
UNTOLD: Told = (frozenset(), frozenset())  # the opening states nothing, no table shows anything


def changed(entries: Entries, random: Random) -> Entries:
    """Return facts without some of them, and with the first record of each list once more."""
    kept = {name: entry for name, entry in entries.items() if random.random() > 0.1}
    return {name: [*e, *e[:1]] if isinstance(e, list) else e for name, e in kept.items()}


@pytest.mark.parametrize("office", each(OFFICES))
def test_a_document_is_the_same_with_what_was_kept_of_others(office: str) -> None:
    example = LIBRARY.offices[office]
    random = Random(office)  # noqa: S311 - the same facts every time
    archetype = LIBRARY.archetypes[example.archetype]
    summary = Summary(LIBRARY, archetype, example.choices, Renderings())
    entries = example.entries
    for _ in range(CHANGES):
        assert compose_summary(summary, entries) == compose(
            LIBRARY, archetype, entries, example.choices
        )
        entries = changed(example.entries, random)


def rendering_with(value: str) -> tuple[Rendering, Entries]:
    entries: Entries = {"checked": Number(Decimal(value))}
    body = ["检查。"]
    return Rendering(body, [], frozenset(), entries_of(["checked"], entries), UNTOLD), entries


def test_what_is_written_otherwise_is_not_the_same() -> None:
    kept = Renderings()
    rendering, entries = rendering_with("1.0")
    kept.keep(rendering)
    assert kept.found(rendering.body, dict(entries), UNTOLD) is rendering
    assert kept.found(rendering.body, rendering_with("1.0")[1], UNTOLD) is rendering
    assert kept.found(rendering.body, rendering_with("1.00")[1], UNTOLD) is None
    assert kept.found(rendering.body, entries, (frozenset({"checked"}), frozenset())) is None
    assert kept.found(rendering.body, entries, (frozenset(), frozenset({"checked"}))) is None
    assert kept.found(["检查。"], entries, UNTOLD) is None


def test_the_first_rendering_stays() -> None:
    kept = Renderings()
    first, entries = rendering_with("1")
    kept.keep(first)
    kept.keep(Rendering(first.body, [], frozenset(), {}, UNTOLD))
    assert kept.found(first.body, entries, UNTOLD) is first
