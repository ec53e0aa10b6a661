"""The JSON Schema of facts files: every key that a file may have, and what it must have."""

from __future__ import annotations

from macros.facts.offices import DRAFT_KEYS, OFFICE_KEYS
from macros.schema.facts_file_schema import facts_file_schema

SCHEMA = facts_file_schema()


def test_it_has_every_key_that_a_file_may_have() -> None:
    assert set(SCHEMA["properties"]) == {*OFFICE_KEYS, *DRAFT_KEYS}


def test_what_the_loader_adds_is_not_asked_for() -> None:
    own = SCHEMA["$defs"]["OwnFact"]
    assert own["required"] == ["label", "type"]
    assert not {"id", "topic"} & own["properties"].keys()
