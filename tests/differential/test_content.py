"""Random drafts with content of their own: the same document, text and Word file in both languages.

`make fuzz COUNT=20000` tries as many, and others every time.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING

import pytest

from macros.facts.offices import Choices
from macros.library.summary import Summary
from tests.differential.drafts import LIBRARY, ask, engines_for
from tests.differential.engine import SEED, how_many
from tests.differential.random_content import ContentWriter
from tests.differential.random_facts import facts
from tests.support.real import ARCHETYPES

if TYPE_CHECKING:
    from pathlib import Path

    from macros.schema.archetypes import Archetype
    from macros.schema.facts_files import Content
    from tests.differential.engine import Json

EACH = how_many(200) // len(ARCHETYPES) + 1
PIECE = 200  # drafts that Node is asked for at once


def draft(random: Random, archetype: Archetype) -> tuple[Json, Content]:
    """Return the facts and the content of a random draft."""
    content = ContentWriter(random, LIBRARY, archetype).content()
    asked = Summary(LIBRARY, archetype, Choices(content=content)).facts
    known = {fact: spec for fact, spec in asked.specs.items() if fact in asked.available}
    return facts(random, known, asked.accepted, random.choice((0.3, 0.9, 1))), content


@pytest.mark.parametrize("name", ARCHETYPES)
def test_random_content(name: str, tmp_path: Path) -> None:
    random, archetype = Random(f"{name} {SEED}"), LIBRARY.archetypes[name]
    for start in range(0, EACH, PIECE):
        engines = engines_for(archetype)
        for _ in range(min(PIECE, EACH - start)):
            ask(engines, archetype, *draft(random, archetype))
        assert engines.differences(tmp_path) == [], f"seed {SEED}"
