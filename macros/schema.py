"""The shape of every data file, as pydantic models; mistakes become problems with places."""

from __future__ import annotations

import datetime as dt  # noqa: TC003 - pydantic needs it at run time
from decimal import Decimal  # noqa: TC003 - pydantic needs it at run time
from typing import TYPE_CHECKING, Annotated, Any, Literal, Self, TypeVar

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StringConstraints,
    ValidationError,
    model_validator,
)

from macros.periods import PeriodKind  # noqa: TC001 - pydantic needs it at run time
from macros.report import Place, Report, nearest
from macros.source import Mapping, Node, Scalar, Sequence, plain

if TYPE_CHECKING:
    from pydantic_core import ErrorDetails

NUMBERS = ("count", "amount", "decimal")
FactType = Literal["text", "count", "amount", "decimal", "rate", "date", "period", "choice", "list"]
FieldType = Literal["text", "count", "amount", "decimal", "date", "choice", "figure"]
Side = Literal["last", "plan"]
Role = Literal["依据", "做法", "数据", "成效", "问题", "打算"]
OfficeKind = Literal["县局", "医院·社区中心", "爱卫办", "学校", "机关"]
Subject = Literal[
    "公共卫生服务",
    "医疗保障",
    "传染病防控",
    "精神卫生",
    "爱国卫生",
    "病媒生物防制",
    "改厕改水",
    "卫生创建",
    "学校卫生",
    "环境卫生",
]
WritingTopic = Literal["版面", "结构层次", "标点", "数字"]
Standard = Literal["GB/T 9704—2012", "GB/T 15834—2011", "GB/T 15835—2011"]
Strength = Literal["规定", "一般", "推荐", "实务"]
MistakeKind = Literal["照抄改写", "数字", "比较", "序号和称呼", "内容"]
Text = Annotated[str, StringConstraints(min_length=1)]
FactId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
SlugId = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$", max_length=60)]
Version = Annotated[str, StringConstraints(pattern=r"^\d+\.\d+\.\d+$")]


def _as_list(written: Any) -> Any:
    """Return one name as a list of one."""
    return [written] if isinstance(written, str) else written


class Model(BaseModel):
    """A mapping with known keys only, read-only once made."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class FieldSpec(Model):
    """What a slot holds: one field of a list's records, or the base of a fact."""

    label: Text
    hint: Text
    type: FieldType
    unit: str = ""
    decimals: Annotated[int, Field(ge=0, le=6)] = 2
    range: tuple[Decimal, Decimal] | None = None
    options: Annotated[list[Text], Field(min_length=2)] | None = None
    required: bool = True
    approx: bool = False
    definition: str = ""
    source: str = ""

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        if str(self.type) != "rate":
            _require(self.type in NUMBERS, self.range is not None, "range", self.type)
        _require(self.type == "choice", self.options is not None, "options", self.type)
        if self.range and self.range[0] >= self.range[1]:
            raise ValueError("range 的下限应小于上限")
        return self

    @property
    def places(self) -> int:
        """Return how many decimals a value may have."""
        return 0 if self.type == "count" else self.decimals


class FactSpec(FieldSpec):
    """One declared fact of the vocabulary."""

    id: FactId
    topic: Text
    type: FactType  # type: ignore[assignment]
    series: list[Side] = []
    growth: bool = True
    better: Literal["higher", "lower"] = "higher"
    additive: bool = True
    part_of: Annotated[list[FactId], BeforeValidator(_as_list)] = []
    not_before: FactId | None = None
    numerator: FactId | None = None
    denominator: FactId | None = None
    sum_of: Annotated[list[FactId], Field(min_length=2)] | None = None
    at_least: Annotated[int, Field(ge=0)] = 0
    fields: dict[FactId, FieldSpec] | None = None

    @model_validator(mode="before")
    @classmethod
    def _defaults_of_computed(cls, data: Any) -> Any:
        """Give a sum a range, for its parts have theirs; make a rate a percentage by default."""
        if not isinstance(data, dict):
            return data
        if "sum_of" in data:
            return {"range": ["-1e15", "1e15"], **data}
        return {"unit": "%", "range": ["0", "100"], **data} if data.get("type") == "rate" else data

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        _require(self.type == "rate", self.numerator is not None, "numerator", self.type)
        _require(self.type == "rate", self.denominator is not None, "denominator", self.type)
        _require(self.type == "list", self.fields is not None, "fields", self.type)
        if not self.additive and self.type not in NUMBERS:
            raise ValueError("additive 只用于数")
        if self.series and (self.type not in NUMBERS or self.approx or self.sum_of):
            raise ValueError("series 只用于直接填报的数，概数、合计和比率不写")
        return self

    @property
    def computed(self) -> bool:
        """Tell whether the fact is never entered: a rate or a sum."""
        return self.type == "rate" or self.sum_of is not None

    @property
    def sources(self) -> list[str]:
        """Return the facts a computed fact is made from."""
        return [x for x in (self.numerator, self.denominator, *(self.sum_of or [])) if x]

    @property
    def record(self) -> dict[str, FieldSpec]:
        """Return the fields of a list's records; empty for other types."""
        return self.fields or {}


def _require(applies: bool, given: bool, key: str, kind: str) -> None:  # noqa: FBT001
    if applies and not given:
        raise ValueError(f"{kind} 类型缺少“{key}”")
    if given and not applies:
        raise ValueError(f"{kind} 类型不用“{key}”")


class FactsFile(Model):
    """A file of the vocabulary: one topic."""

    topic: Text
    facts: Annotated[dict[FactId, FactSpec], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_facts(cls, data: Any) -> Any:
        """Give each fact its id and topic, which the file states once."""
        topic = data.get("topic") if isinstance(data, dict) else None
        return _named(data, "facts", {"topic": topic or "—"})


def _named(data: Any, key: str, extra: dict[str, str]) -> Any:
    """Return a file's data with each entry under `key` told its id and what the file says once."""
    entries = data.get(key) if isinstance(data, dict) else None
    if not isinstance(entries, dict):
        return data
    named = {k: {**v, **extra, "id": k} if isinstance(v, dict) else v for k, v in entries.items()}
    return {**data, key: named}


class Mistake(Model):
    """A wrong example, the right one, and why."""

    wrong: Text
    right: Text
    why: Text

    @model_validator(mode="after")
    def _wrong_is_not_right(self) -> Self:
        if self.wrong == self.right:
            raise ValueError("wrong 与 right 相同")
        return self


class Annotation(Model):
    """The four fixed parts of an annotation: 内容, 动机, 形式, 常见问题."""

    content: Text
    motive: Text
    form: Text
    mistakes: Annotated[list[Mistake], Field(min_length=1)]


class Section(Model):
    """A reusable part of a summary; its facts are read off its template."""

    id: SlugId
    name: Text
    heading: bool = True
    role: Role
    summary: Text
    annotation: Annotation


class Entry(Model):
    """A place in an archetype's outline: a section, or a heading over several sections."""

    use: SlugId | None = None
    heading: Text | None = None
    optional: bool = False
    sections: list[Entry] = []

    @model_validator(mode="after")
    def _one_kind(self) -> Self:
        if bool(self.use) == bool(self.sections):
            raise ValueError("每项写 use（一个片段）或 heading 加 sections（一组片段）")
        if self.sections and not self.heading:
            raise ValueError("一组片段缺少“heading”")
        return self


class Fault(Model):
    """What a poor version of the archetype does wrong, and how this one mends it."""

    wrong: Text
    mended: Text


class Change(Model):
    """One entry of an archetype's history."""

    version: Version
    date: dt.date
    change: Text


class Archetype(Model):
    """A kind of summary: who writes it, for whom, for which period, which sections."""

    id: SlugId
    title: Text
    short: Text
    writer: Text
    reader: Text
    office: OfficeKind
    topics: Annotated[list[Subject], Field(min_length=1)]
    period: PeriodKind
    length: tuple[int, int]
    when: Text
    form: Literal["brief", "detailed"]
    aliases: Annotated[list[Text], Field(min_length=1)]
    sections: Annotated[list[Entry], Field(min_length=1)]
    faults: Annotated[list[Fault], Field(min_length=1)]
    tips: Annotated[list[Text], Field(min_length=1)]
    examples: Annotated[list[Text], Field(min_length=1)]
    version: Version
    history: Annotated[list[Change], Field(min_length=1)]

    @property
    def entries(self) -> list[Entry]:
        """Return the entries that use a section, in order."""
        return [inner for entry in self.sections for inner in (entry.sections or [entry])]


class Rule(Mistake):
    """One rule of writing with its source: which standard says so, where and how strictly."""

    id: SlugId
    topic: WritingTopic
    rule: Text
    strength: Strength
    standard: Standard | None = None
    clause: Annotated[str, StringConstraints(pattern=r"^\d+(\.\d+)*$")] | None = None
    derived: bool = False

    @model_validator(mode="after")
    def _strength_has_its_source(self) -> Self:
        if (self.strength == "实务") == (self.standard is not None):
            raise ValueError("规定、一般、推荐要写出自哪个标准（standard），实务不写")
        if self.clause and not self.standard:
            raise ValueError("有条号（clause）就要写标准（standard）")
        return self


class RulesFile(Model):
    """The rules of one topic of writing."""

    topic: WritingTopic
    rules: Annotated[dict[SlugId, Rule], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_rules(cls, data: Any) -> Any:
        """Give each rule its id and topic, which the file states once."""
        topic = data.get("topic") if isinstance(data, dict) else None
        return _named(data, "rules", {"topic": topic or "版面"})


class CommonMistake(Mistake):
    """A mistake that real writers make, and how the site keeps them from it."""

    id: SlugId
    title: Text
    kind: MistakeKind
    guard: Text


class MistakesFile(Model):
    """The page of common mistakes."""

    mistakes: Annotated[dict[SlugId, CommonMistake], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_mistakes(cls, data: Any) -> Any:
        return _named(data, "mistakes", {})


MODELS = (
    *(FactSpec, FactsFile, Section, Annotation, Mistake, Archetype, Entry, Fault, Change),
    *(Rule, RulesFile, CommonMistake, MistakesFile),
)
KNOWN_KEYS = sorted({name for model in MODELS for name in model.model_fields} - {"id"})

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
        report.error(place, f"不认识的键“{key}”", "", nearest(key, KNOWN_KEYS))
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
    "greater_than_equal": "不小于{ge}",
    "less_than_equal": "不大于{le}",
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
