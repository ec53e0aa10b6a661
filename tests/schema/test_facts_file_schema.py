"""The JSON Schema of facts files: complete, fresh, and in Chinese."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from macros.facts.offices import DRAFT_KEYS, OFFICE_KEYS
from macros.schema.facts_file_schema import DESCRIPTIONS, facts_file_schema
from tools.export_schema import TARGET, text

if TYPE_CHECKING:
    from collections.abc import Iterator

SCHEMA = facts_file_schema()
MODELS: dict[str, Any] = {"": SCHEMA, **SCHEMA["$defs"]}


def test_the_committed_schema_is_fresh() -> None:
    assert TARGET.read_text("utf-8") == text(), "run python -m tools.export_schema"


def test_it_has_every_key_that_a_file_may_have() -> None:
    assert set(SCHEMA["properties"]) == {*OFFICE_KEYS, *DRAFT_KEYS}


def test_every_key_is_described_in_chinese_and_no_other() -> None:
    for name, model in MODELS.items():
        for key, part in model["properties"].items():
            assert re.search("[一-龥]", part["description"]), (name, key)
    described = {key for model in DESCRIPTIONS.values() for key in model}
    assert described == {key for model in MODELS.values() for key in model["properties"]}


def test_it_says_nothing_in_the_words_of_the_code() -> None:
    descriptions = [
        word for word in _words(SCHEMA) if re.search("[a-z]{2,} [a-z]{2,} [a-z]{2,}", word)
    ]
    assert descriptions == []


def test_what_the_loader_adds_is_not_asked_for() -> None:
    own = SCHEMA["$defs"]["OwnFact"]
    assert own["required"] == ["label", "type"]
    assert not {"id", "topic"} & own["properties"].keys()
    assert json.loads(text()) == SCHEMA


def _words(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _words(inner)
