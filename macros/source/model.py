"""The base class of the data files' models; validation errors become problems with places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeVar, get_args

from pydantic import BaseModel, ConfigDict, Field, StringConstraints, ValidationError

from macros.source.report import Place, Report, nearest
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence, to_data

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pydantic_core import ErrorDetails

Text = Annotated[str, StringConstraints(min_length=1)]
SlugId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Version = Annotated[str, StringConstraints(pattern=r"^[0-9]+\.[0-9]+\.[0-9]+$")]
FactId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
UNION_TAGS = ("=one", "=each")  # in the locations of errors, where they are no keys


class FieldError(ValueError):
    """A conflict between the fields of a model, with what to write instead."""

    def __init__(self, what: str, expected: str, key: str = "") -> None:
        """Keep both halves of the message; `key` is where it belongs, if not to the whole."""
        super().__init__(what)
        self.expected, self.key = expected, key


class Model(BaseModel):
    """An immutable model that accepts known keys only."""

    model_config = ConfigDict(extra="forbid", frozen=True, validate_by_name=True)


# What a file's name or a key above says of an entry; a file that says it again is told so.
GIVEN_ID = Field(validation_alias="<id>")
GIVEN_TOPIC = Field(validation_alias="<topic>")


def _given(extra: dict[str, str]) -> dict[str, str]:
    """Return what is reported of an entry elsewhere, under names that no file can have."""
    return {f"<{key}>": value for key, value in extra.items()}


def with_ids(data: Any, key: str, extra: dict[str, str]) -> Any:
    """Return the data with its id, and `extra`, added to each entry of the mapping under `key`."""
    entries = data.get(key) if isinstance(data, dict) else None
    if not isinstance(entries, dict):
        return data
    filled = {
        name: {**entry, **_given({**extra, "id": name})} if isinstance(entry, dict) else entry
        for name, entry in entries.items()
    }
    return {**data, key: filled}


M = TypeVar("M", bound=Model)


def load_model(model: type[M], node: Mapping, report: Report, **extra: str) -> M | None:
    """Return the node as `model`, or None after reporting every mistake at its place."""
    try:
        return model.model_validate({**_dictionary(node), **_given(extra)}, by_name=False)
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _report(detail, model, node, report)
        return None


def _dictionary(node: Mapping) -> dict[str, Any]:
    found = to_data(node)
    assert isinstance(found, dict)  # noqa: S101 - narrows the type
    return found


def _report(detail: ErrorDetails, model: type[Model], node: Mapping, report: Report) -> None:
    location = tuple(part for part in detail["loc"] if part not in UNION_TAGS)
    place, written = _locate(node, location)
    key = next((str(part) for part in reversed(location) if isinstance(part, str)), "")
    kind, context = detail["type"], detail.get("ctx", {})
    if location[-1:] in (("[key]",), ("<id>",)):
        report.error(place, f"名称“{detail['input']}”不规范", _expected(detail))
    elif kind == "extra_forbidden":
        keys = _keys_at(model, location[:-1])
        report.error(place, f"不认识的键“{key}”", "、".join(keys), nearest(key, keys))
    elif kind == "missing" and isinstance(location[-1], str):
        report.error(place, f"缺少“{key}”", f"写上“{key}: …”")
    elif kind == "value_error":
        error = context["error"]
        place, _ = _locate(node, (*location, getattr(error, "key", "")))
        report.error(place, str(error), getattr(error, "expected", ""))
    elif kind == "literal_error":
        expected = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        options = expected.split(", ")
        guess = nearest(written, options)
        report.error(place, f"“{key}”的值“{written}”不对", "、".join(options), guess)
    else:
        report.error(place, f"“{key}”的值{_quoted(written)}不对", _expected(detail))


def _keys_at(model: type[Model], location: tuple[int | str, ...]) -> list[str]:
    """Return the keys allowed at a location, except those that the loader fills in."""
    at = model
    for part in location:
        field = at.model_fields.get(str(part))
        at = next(_models(field.annotation), at) if field else at
    fields = at.model_fields.items()
    return [name for name, field in fields if not isinstance(field.validation_alias, str)]


def _models(annotation: Any) -> Iterator[type[Model]]:
    """Yield the models in an annotation, such as Entry in list[Entry]."""
    if isinstance(annotation, type) and issubclass(annotation, Model):
        yield annotation
    for inner in get_args(annotation):
        yield from _models(inner)


def _quoted(written: str) -> str:
    return f"“{written}”" if written else ""


EXPECTED = {
    "string_type": "一段文字",
    "string_too_short": "不是空的",
    "string_too_long": "至多{max_length}个字符",
    **dict.fromkeys(("int_type", "int_parsing"), "整数，只写数字，如 12"),
    **dict.fromkeys(("decimal_type", "decimal_parsing"), "数，只写数字，如 12 或 12.5"),
    **dict.fromkeys(("bool_type", "bool_parsing"), "true 或 false"),
    **dict.fromkeys(
        ("date_type", "date_parsing", "date_from_datetime_parsing"), "日期，如 2026-03-31"
    ),
    "list_type": "列表，每行以“- ”开头",
    **dict.fromkeys(("tuple_type", "missing"), "方括号里两个数，如 [0, 100]"),
    "dict_type": "“键: 值”",
    "model_type": "“键: 值”",
    "too_short": "至少{min_length}项",
    "too_long": "至多{max_length}项",
    "greater_than": "大于{gt}",
    "greater_than_equal": "不小于{ge}",
    "less_than_equal": "不大于{le}",
    "multiple_of": "{multiple_of}的倍数",
}


SEE_FORMATS = "见“新增范本”一页的格式说明"
# The patterns of ids, versions and clauses, in words.
PATTERNS = {
    r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$": "小写英文字母、数字和连接符，字母开头",
    r"^[a-z][a-z0-9_]*$": "小写英文字母、数字和下划线，字母开头",
    r"^[0-9]+\.[0-9]+\.[0-9]+$": "三段数字，如 1.0.0",
    r"^[0-9]+(\.[0-9]+)*$": "条号，如 5.2.1",
    r"^[0-9]{4}(-[0-9]{2}){0,2}$": "年、年月或日期，如 2018、2022-02、2022-12-26",
    r"^\S\S$": "一对符号，如 《》",
}


def _expected(detail: ErrorDetails) -> str:
    """Return what is expected; where nobody has foreseen the mistake, pydantic's words too."""
    kind, context = detail["type"], detail.get("ctx", {})
    if kind == "too_long" and context["field_type"] == "Tuple":
        kind = "tuple_type"
    unknown = f"{SEE_FORMATS}（{detail['msg']}）"
    if kind == "string_pattern_mismatch":
        return PATTERNS.get(context["pattern"], unknown)
    return EXPECTED[kind].format(**context) if kind in EXPECTED else unknown


def _locate(node: Node, location: tuple[int | str, ...]) -> tuple[Place, str]:
    """Return the place that `location` leads to, as deep as it exists, and the scalar there."""
    place = node.place
    for part in location:
        if isinstance(node, Mapping) and str(part) in node.entries:
            place, node = node.place_of(str(part)), node.entries[str(part)][1]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            place = node.place
    return place, node.value if isinstance(node, Scalar) else ""
