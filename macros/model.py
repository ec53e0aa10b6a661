"""The base of every data file's model; mistakes become problems with places."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeVar

from pydantic import BaseModel, ConfigDict, StringConstraints, ValidationError

from macros.report import Place, Report, nearest
from macros.source import Mapping, Node, Scalar, Sequence, plain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

Text = Annotated[str, StringConstraints(min_length=1)]
SlugId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]
FactId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]


class Model(BaseModel):
    """A mapping with known keys only, read-only once made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


def named(data: Any, key: str, extra: dict[str, str]) -> Any:
    """Return a file's data with each entry under `key` told its id and what the file says once."""
    entries = data.get(key) if isinstance(data, dict) else None
    if not isinstance(entries, dict):
        return data
    named = {k: {**v, **extra, "id": k} if isinstance(v, dict) else v for k, v in entries.items()}
    return {**data, key: named}


M = TypeVar("M", bound=Model)


def load_model(model: type[M], node: Mapping, report: Report, **extra: str) -> M | None:
    """Return the node as `model`, or None after reporting every mistake at its place."""
    try:
        return model.model_validate({**_dictionary(node), **extra})
    except ValidationError as error:
        for detail in error.errors(include_url=False):
            _report(detail, node, report)
        return None


def _dictionary(node: Mapping) -> dict[str, Any]:
    found = plain(node)
    assert isinstance(found, dict)  # noqa: S101 - narrows the type
    return found


def _report(detail: ErrorDetails, node: Mapping, report: Report) -> None:
    place, written = _find(node, detail["loc"])
    key = next((str(part) for part in reversed(detail["loc"]) if isinstance(part, str)), "")
    kind, context = detail["type"], detail.get("ctx", {})
    if detail["loc"][-1:] in (("[key]",), ("id",)):
        report.error(place, f"名称“{detail['input']}”不规范", _expected(kind, context))
    elif kind == "extra_forbidden":
        report.error(place, f"不认识的键“{key}”", "", nearest(key, sorted(_known_keys(Model))))
    elif kind == "missing":
        report.error(place, f"缺少“{key}”", f"写上“{key}: …”")
    elif kind == "value_error":
        report.error(place, str(context["error"]))
    elif kind == "literal_error":
        expected = str(context["expected"]).replace("'", "").replace(" or ", ", ")
        options = expected.split(", ")
        guess = nearest(written, options)
        report.error(place, f"“{key}”的值“{written}”不对", "、".join(options), guess)
    else:
        report.error(place, f"“{key}”的值{_shown(written)}不对", _expected(kind, context))


def _known_keys(model: type[Model]) -> set[str]:
    """Return the keys of a model and all made from it, but the id, which a file's name gives."""
    below = (_known_keys(other) for other in model.__subclasses__())
    return set(model.model_fields).union(*below) - {"id"}


def _shown(written: str) -> str:
    return f"“{written}”" if written else ""


EXPECTED = {
    "string_type": "一段文字",
    "string_too_short": "不是空的",
    "string_too_long": "至多{max_length}个字符",
    "string_pattern_mismatch": "匹配 {pattern}",
    "int_parsing": "整数",
    "decimal_parsing": "数",
    "bool_parsing": "true 或 false",
    "date_from_datetime_parsing": "日期，如 2026-03-31",
    "date_parsing": "日期，如 2026-03-31",
    "list_type": "列表，每行以“- ”开头",
    "tuple_type": "方括号里两个数，如 [0, 100]",
    "dict_type": "“键: 值”",
    "model_type": "“键: 值”",
    "too_short": "至少{min_length}项",
    "too_long": "至多{max_length}项",
    "greater_than": "大于{gt}",
    "greater_than_equal": "不小于{ge}",
    "less_than_equal": "不大于{le}",
    "multiple_of": "{multiple_of}的倍数",
}


def _expected(kind: str, context: dict[str, Any]) -> str:
    return EXPECTED.get(kind, "见“新增范本”一页的格式说明").format(**context)


def _find(node: Node, location: tuple[int | str, ...]) -> tuple[Place, str]:
    """Return the place that `location` leads to, as deep as it exists, and the scalar there."""
    place = node.place
    for part in location:
        if isinstance(node, Mapping) and str(part) in node.entries:
            place, node = node.place_of(str(part)), node.entries[str(part)][1]
        elif isinstance(node, Sequence) and isinstance(part, int) and part < len(node.items):
            node = node.items[part]
            place = node.place
    return place, node.value if isinstance(node, Scalar) else ""
