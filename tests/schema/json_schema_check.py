"""A small validator of JSON Schemas: the words that ours use, as editors understand them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

Json = dict[str, Any]
TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "boolean": bool,
    "integer": int,
    "number": (int, float),
    "null": type(None),
}


def mistakes(data: Any, schema: Json, root: Json, at: str = "") -> Iterator[str]:
    """Yield where data is not what a schema allows."""
    if "$ref" in schema:
        yield from mistakes(data, root["$defs"][schema["$ref"].rpartition("/")[2]], root, at)
    if not _has_type(data, schema) or ("enum" in schema and data not in schema["enum"]):
        yield f"{at}: {data!r}"
    if "const" in schema and data != schema["const"]:
        yield f"{at}: not {schema['const']}"
    yield from _combined(data, schema, root, at)
    if isinstance(data, dict):
        yield from _in_object(data, schema, root, at)
    elif isinstance(data, list):
        parts = schema.get("prefixItems", [schema.get("items", {})] * len(data))
        for index, (item, part) in enumerate(zip(data, parts, strict=False)):
            yield from mistakes(item, part, root, f"{at}[{index}]")
        if len(data) < schema.get("minItems", 0):
            yield f"{at}: too short"


def _has_type(data: Any, schema: Json) -> bool:
    kinds = schema.get("type", list(TYPES))
    wanted = [kinds] if isinstance(kinds, str) else kinds
    return any(
        isinstance(data, TYPES[kind]) and not (isinstance(data, bool) and kind != "boolean")
        for kind in wanted
    )


def _combined(data: Any, schema: Json, root: Json, at: str) -> Iterator[str]:
    options = schema.get("anyOf") or schema.get("oneOf") or []
    if options and all(any(mistakes(data, option, root)) for option in options):
        yield f"{at}: none of the options"
    for part in schema.get("allOf", []):
        if not any(mistakes(data, part["if"], root)):
            yield from mistakes(data, part["then"], root, at)
    if "not" in schema and not any(mistakes(data, schema["not"], root)):
        yield f"{at}: not allowed"


def _in_object(data: Json, schema: Json, root: Json, at: str) -> Iterator[str]:
    properties, patterns = schema.get("properties", {}), schema.get("patternProperties", {})
    yield from (f"{at}: lacks {key}" for key in schema.get("required", ()) if key not in data)
    for key, value in data.items():
        parts = [part for pattern, part in patterns.items() if re.search(pattern, key)]
        parts += [properties[key]] if key in properties else []
        others = schema.get("additionalProperties", not patterns)
        if not parts and others is False:
            yield f"{at}: unknown {key}"
        parts = parts or ([others] if isinstance(others, dict) else [])
        for part in parts:
            yield from mistakes(value, part, root, f"{at}.{key}")
