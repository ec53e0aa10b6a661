"""JSON Schemas of data files, for editors: made from the models, described in Chinese.

Scalars may be written with or without quotes: a data file is read as it is written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.figures.periods import LABELS
from macros.schema.fact_types import FACT_TYPES
from macros.schema.key_descriptions import descriptions_of

if TYPE_CHECKING:
    from pydantic import BaseModel

Json = dict[str, Any]
DIALECT = "https://json-schema.org/draft/2020-12/schema"
LOADED = ("<id>", "<topic>", "<renamed>")  # the loader adds them; no file has them
UNSAID = ("title", "default", "multiple_of")
DIGITS = "^[0-9]"  # how the pattern of a year begins
BOUNDS = {"ge": "minimum", "gt": "exclusiveMinimum", "le": "maximum"}
SHORT = ("ItemName",)  # a name alone will do
LISTED = ("part_of", "apart_from", "at_most", "unrelated", "period")  # one name will do for a list
OTHER_KEYS = {"Archetype": ("period", "periods")}  # one of the two must be given
ANYTHING: dict[str, str] = {"Parameter": "value"}  # what it may be, the parameter decides
# What need not be given although the model has it: a base has it, or the loader fills it in.
OPTIONAL: dict[str, tuple[str, ...] | None] = {
    "OwnFact": ("hint",),
    "Rule": ("wrong", "right"),  # a rule with examples shows the first
    "DeclaredFact": ("label", "hint"),  # which the dictionary gives; which a computed one has
    "Layout": ("parameters",),
    "Parameters": None,
}
# Of a fact that is entered somebody has to say what to enter.
ENTERED_HINT: Json = {
    "if": {
        "properties": {"type": {"enum": [n for n, t in FACT_TYPES.items() if not t.computed]}},
        "required": ["type"],
        "not": {"required": ["sum_of"]},
    },
    "then": {"required": ["hint"]},
}
CHECKED_BY_TYPE = ("DeclaredFact", "FieldSpec")
VALUES: dict[str, str] = {
    **{name: traits.name for name, traits in FACT_TYPES.items()},
    **{str(kind): label for kind, label in LABELS.items()},
    "brief": "简式",
    "detailed": "详式",
    "higher": "越高越好",
    "lower": "越低越好",
    "last": "上期",
    "plan": "计划",
    "outer": "单页居右、双页居左",
    "center": "居中",
    "error": "肯定错",
    "warning": "多半错",
    "hint": "供斟酌",
}


def schema_of(model: type[BaseModel], title: str) -> Json:
    """Return the schema of a file that a model describes."""
    whole = model.model_json_schema()
    defs = models_of(whole)
    return {"$schema": DIALECT, "title": title, **described(model.__name__, whole), "$defs": defs}


def models_of(schema: Json) -> dict[str, Json]:
    """Take the models out of a schema of pydantic and return them described, by their names."""
    return {_named(name): described(_named(name), m) for name, m in schema.pop("$defs", {}).items()}


def described(name: str, model: Json) -> Json:
    """Return a model with Chinese descriptions, without the words that the code has for it."""
    told = descriptions_of(name)
    properties = {
        key: {**_written(name, key, part), "description": told.get(key, "")}
        for key, part in model["properties"].items()
        if key not in LOADED
    }
    kept = {key: part for key, part in model.items() if key not in ("title", "description")}
    title = {"title": told[""]} if "" in told else {}
    shaped = {
        **title,
        **kept,
        "properties": properties,
        "required": _required(name, model, properties),
    }
    return _with_needs(name, _with_other_key(name, shaped))


def _named(name: str) -> str:
    """Return a model's name without what a generic one is made for."""
    return name.partition("_")[0]


def _required(name: str, model: Json, properties: Json) -> list[str]:
    optional = OPTIONAL.get(name, ())
    asked = model.get("required", ()) if optional is not None else ()
    return [key for key in asked if key in properties and key not in (optional or ())]


def _with_other_key(name: str, model: Json) -> Json:
    """Return a model with the second name of a key, of which one must be given."""
    if name not in OTHER_KEYS:
        return model
    first, second = OTHER_KEYS[name]
    told = {**model["properties"][first], "description": descriptions_of(name)[second]}
    properties: Json = {}
    for key, part in model["properties"].items():
        properties |= {key: part, second: told} if key == first else {key: part}
    return {
        **model,
        "properties": properties,
        "required": [key for key in model["required"] if key != first],
        "anyOf": [{"required": [first]}, {"required": [second]}],
    }


def _with_needs(name: str, model: Json) -> Json:
    """Return a fact's model with the keys that its type needs; a sum or the dictionary has some.

    Only the project's own facts must have a unit, and their fields, which the checks look after.
    """
    if name not in CHECKED_BY_TYPE:
        return model
    rules = []
    for kind, traits in FACT_TYPES.items():
        measured = name == "DeclaredFact" and traits.kind == "number"
        needs = [*traits.needs, *(["unit"] if measured else [])]
        case = {"properties": {"type": {"const": kind}}, "required": ["type"]}
        if needs:
            given = {"anyOf": [{"required": ["sum_of"]}, {"required": ["indicator"]}]}
            rules.append({"if": {**case, "not": given}, "then": {"required": needs}})
    return {**model, "allOf": [*rules, *([ENTERED_HINT] if name == "DeclaredFact" else [])]}


# --- what may be written for a key ---


def _written(name: str, key: str, part: Json) -> Json:
    if ANYTHING.get(name) == key:
        return {}
    plain: Json = _plain(part)
    return {"anyOf": [plain["items"], plain]} if key in LISTED else plain


def _plain(part: Any) -> Any:
    """Return a part as files have it: without null, texts for numbers, plain references."""
    if isinstance(part, list):
        return [_plain(inner) for inner in part]
    if not isinstance(part, dict):
        return part
    said = _without_null(part) if part.get("default", "") is None else part
    kept = {BOUNDS.get(key, key): _plain(said[key]) for key in said if key not in UNSAID}
    return _referred(_with_values(kept))


def _without_null(part: Json) -> Json:
    """Return what may be left out as what it is when it is given: no file writes null."""
    options = [option for option in part.get("anyOf", ()) if option != {"type": "null"}]
    kept = {key: inner for key, inner in part.items() if key != "anyOf"}
    return {**kept, **options[0]} if len(options) == 1 else {**kept, "anyOf": options}


def _with_values(part: Json) -> Json:
    """Return a part with what its values mean; numbers and truths may be quoted, years need not."""
    kind = part.get("type")
    if kind == "string" and part.get("pattern", "").startswith(DIGITS):
        return {**part, "type": ["string", "integer"]}
    if kind in ("integer", "boolean"):
        return {**part, "type": [kind, "string"]}
    words = [VALUES.get(value, "") for value in part.get("enum", ())]
    return {**part, "enumDescriptions": words} if any(words) else part


def _referred(part: Json) -> Json:
    """Return a reference by the plain name, with the short way to write it."""
    if "$ref" not in part:
        return part
    name = _named(part["$ref"].rpartition("/")[2])
    reference = {**part, "$ref": f"#/$defs/{name}"}
    return {"anyOf": [{"type": "string"}, reference]} if name in SHORT else reference
