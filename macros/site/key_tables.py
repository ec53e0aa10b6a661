"""The keys of the data files as tables in Markdown, made from the schemas that editors read."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.library.data_files import DATA_FILES
from macros.schema.json_schema import VALUES
from macros.site.archetype_pages import escape_markdown

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library.data_files import DataFiles

Json = dict[str, Any]
HEAD = "| 键 | 必写 | 值 | 说明 |\n|---|---|---|---|"
KINDS = {
    "string": "文字",
    "integer": "整数",
    "number": "数",
    "boolean": "true 或 false",
    "array": "列表",
    "object": "键: 值",
}
MOST_OPTIONS = 3
REPEATED = (
    "OwnFact",
    "FieldSpec",
)  # of facts files: the keys of facts, as they are described there


def key_tables() -> str:
    """Return the keys of every kind of file, then those of each part of it."""
    return "\n\n".join(part for files in DATA_FILES for part in _of_files(files))


def _of_files(files: DataFiles) -> Iterator[str]:
    schema = files.schema()
    yield f"## {files.title} {{ #{files.name} }}"
    yield f"文件：`{files.files}`"
    yield _table(schema, schema)
    for name, model in schema["$defs"].items():
        if files.model or name not in REPEATED:
            title = escape_markdown(model.get("title", name))
            yield f"### {title} {{ #{files.name}-{name.lower()} }}"
            yield _table(model, schema)


def _table(model: Json, schema: Json) -> str:
    rows = (_row(key, part, model, schema) for key, part in model["properties"].items())
    return "\n".join([HEAD, *rows])


def _row(key: str, part: Json, model: Json, schema: Json) -> str:
    needed = "是" if key in model.get("required", ()) else ""
    cells = (f"`{key}`", needed, *map(escape_markdown, (_value(part, schema), part["description"])))
    return f"| {' | '.join(cells)} |"


def _value(part: Json, schema: Json) -> str:
    """Return what may be written for a key, in a few words."""
    if "$ref" in part:
        model = schema["$defs"][part["$ref"].rpartition("/")[2]]
        return str(model.get("title", KINDS["object"]))
    if "enum" in part:
        return "、".join(dict.fromkeys(map(_option, part["enum"])))
    options = [_value(option, schema) for option in part.get("anyOf") or part.get("oneOf") or ()]
    if len(options) > MOST_OPTIONS:
        return "见说明"
    return " 或 ".join(dict.fromkeys(options)) or _of_kind(part, schema)


def _option(value: Any) -> str:
    meaning = VALUES.get(str(value))
    return f"{value}（{meaning}）" if meaning else str(value)


def _of_kind(part: Json, schema: Json) -> str:
    kinds = part.get("type", "")
    kind = kinds[0] if isinstance(kinds, list) else kinds
    inner = part.get("items") or next(iter(part.get("patternProperties", {}).values()), None)
    inner = inner or part.get("additionalProperties")
    if kind == "array" and inner:
        return f"列表：{_value(inner, schema)}"
    if kind == "object" and isinstance(inner, dict) and inner:
        return f"{KINDS[kind]}（{_value(inner, schema)}）"
    return KINDS.get(kind, "")
