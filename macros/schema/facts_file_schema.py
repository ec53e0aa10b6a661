"""The JSON Schema of facts files: its head, which is no model, and what the models add."""

from __future__ import annotations

from typing import Any

from macros.schema.facts_files import Content
from macros.schema.json_schema import DIALECT, described, models_of
from macros.schema.key_descriptions import FACTS_FILE

SCALAR = {"type": ["string", "number", "boolean"]}
TEXT_LIST = {"type": "array", "items": {"type": "string"}}
FACT = {
    "anyOf": [
        SCALAR,
        {"type": "object", "additionalProperties": SCALAR},
        {
            "type": "array",
            "items": {"anyOf": [SCALAR, {"type": "object", "additionalProperties": SCALAR}]},
        },
        {"type": "null"},
    ]
}
HEAD: dict[str, Any] = {
    "schema": {"enum": [1, 2, "1", "2"]},
    "archetype": {"type": "string"},
    "name": {"type": "string"},
    "note": {"type": "string"},
    "title": {"type": "string"},
    "version": {"type": "string"},
    "without": TEXT_LIST,
    "headings": {"type": "object", "additionalProperties": {"type": "string"}},
    "carried": TEXT_LIST,
    "edits": {"type": "array", "items": {"type": "object"}},
    "facts": {"type": "object", "additionalProperties": FACT},
}


def facts_file_schema() -> dict[str, Any]:
    """Return the schema of a facts file."""
    content = Content.model_json_schema()
    models = models_of(content)
    whole = described(FACTS_FILE, {**content, "properties": {**HEAD, **content["properties"]}})
    head = {"$schema": DIALECT, "title": "工作总结的指标文件", "description": "指标文件或草稿"}
    return {**head, **whole, "required": ["archetype", "facts"], "$defs": models}
