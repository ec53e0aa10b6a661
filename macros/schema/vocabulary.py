"""The shape of the vocabulary: what a fact is, and what one field of a record is."""

from __future__ import annotations

from decimal import Decimal
from typing import Annotated, Any, Literal, Self

from pydantic import BeforeValidator, Field, model_validator

from macros.schema.fact_types import FACT_TYPES, FactTraits
from macros.source.model import (
    GIVEN_ID,
    GIVEN_TOPIC,
    FactId,
    FieldError,
    Model,
    SlugId,
    Text,
    with_ids,
)
from macros.source.strict_types import Exact, Integer  # noqa: TC001 - pydantic needs it

# The types of macros/schema/fact_types.json, spelt out for pydantic; a test holds them equal.
FactType = Literal[
    "text", "count", "amount", "decimal", "rate", "quotient", "date", "period", "choice", "list"
]
FieldType = Literal["text", "words", "count", "amount", "decimal", "date", "choice", "figure"]
DEEPEST = 20  # sums of sums
SUM_LIMIT = Decimal("1e15")
SUMMED = "由各项相加"  # the hint of a sum that needs no other
Side = Literal["last", "plan"]
NO_UNIT = "无"  # written on purpose, of a number that has none


def _as_list(written: Any) -> Any:
    """Return a single name as a list."""
    return [written] if isinstance(written, str) else written


class FieldSpec(Model):
    """The description of one value: a field of a list's records, and the base of every fact."""

    label: Text
    hint: Text
    type: FieldType
    unit: str = ""
    decimals: Annotated[Integer, Field(ge=0, le=6)] = 2
    range: tuple[Exact, Exact] | None = None
    options: Annotated[list[Text], Field(min_length=2)] | None = None
    required: bool = True
    approx: bool = False
    to_day: bool = False
    in_period: bool = False
    # Of a fact other facts, of a list's field other fields of the record.
    part_of: Annotated[list[FactId], BeforeValidator(_as_list)] = Field(default_factory=list)
    definition: str = ""
    source: str = ""

    @model_validator(mode="after")
    def _fits_its_type(self) -> Self:
        self._require("range", "options")
        if self.traits.whole and "decimals" in self.model_fields_set:
            raise FieldError(f"{self.type} 是整数，不写“decimals”", "删去，或改用 amount、decimal")
        if self.to_day and self.type != "date":
            raise ValueError("to_day 只用于日期")
        if self.range and self.range[0] >= self.range[1]:
            raise ValueError("range 的下限应小于上限")
        return self

    def _require(self, *keys: str) -> None:
        """Refuse those of the keys that the type needs and lacks, or has and does not know."""
        for key in keys:
            given, needed = getattr(self, key) is not None, key in self.traits.needs
            if needed and not given:
                raise FieldError(f"{self.type} 类型缺少“{key}”", EXAMPLES[key])
            if given and not needed and key not in self.traits.allows:
                raise ValueError(f"{self.type} 类型不用“{key}”")

    @property
    def traits(self) -> FactTraits:
        """Return what the type of the slot is to everybody."""
        return FACT_TYPES[self.type]

    @property
    def places(self) -> int:
        """Return how many decimals a value may have."""
        return 0 if self.traits.whole else self.decimals


class FactSpec(FieldSpec):
    """One declared fact of the vocabulary."""

    id: Annotated[FactId, GIVEN_ID]
    topic: Annotated[Text, GIVEN_TOPIC]
    type: FactType  # type: ignore[assignment]
    series: list[Side] = Field(default_factory=list)
    aliases: list[Text] = Field(default_factory=list)
    growth: bool = True
    better: Literal["higher", "lower"] = "higher"
    additive: bool = True
    apart_from: Annotated[list[FactId], BeforeValidator(_as_list)] = Field(default_factory=list)
    at_most: Annotated[list[FactId], BeforeValidator(_as_list)] = Field(default_factory=list)
    line: FactId | None = None
    mean: FactId | None = None
    not_before: FactId | None = None
    numerator: FactId | None = None
    denominator: FactId | None = None
    sum_of: Annotated[list[FactId], Field(min_length=2)] | None = None
    at_least: Annotated[Integer, Field(ge=0)] = 0
    fields: dict[FactId, FieldSpec] | None = None

    @model_validator(mode="before")
    @classmethod
    def _defaults_of_computed(cls, data: Any) -> Any:
        """Fill in what need not be stated: what follows for a sum, the defaults of a type."""
        if not isinstance(data, dict):
            return data
        if "sum_of" in data:
            return {"range": [-SUM_LIMIT, SUM_LIMIT], "hint": SUMMED, **data}
        traits = FACT_TYPES.get(str(data.get("type")))
        return {**traits.defaults_of(data.get("unit")), **data} if traits else data

    @model_validator(mode="after")
    def _fits_its_kind(self) -> Self:
        self._require("numerator", "denominator", "fields")
        if self.traits.units and self.unit not in self.traits.units:
            raise ValueError(f"{self.type} 的单位是 {' 或 '.join(self.traits.units)}")
        if not self.additive and not self.traits.number:
            raise ValueError("additive 只用于数")
        if self.series and (not self.traits.series or self.approx or self.sum_of):
            raise ValueError("series 只用于直接填报的数，概数、合计和比率不写")
        return self

    @property
    def computed(self) -> bool:
        """Tell whether the fact is computed from others: a rate, a quotient or a sum."""
        return self.traits.computed or self.sum_of is not None

    @property
    def citable(self) -> bool:
        """Tell whether a list's record can cite the fact: an exact number or a rate."""
        return self.traits.citable and not self.approx

    @property
    def names(self) -> list[str]:
        """Return what the fact is called: its label and its other names."""
        return [self.label, *self.aliases]

    @property
    def sources(self) -> list[str]:
        """Return the facts that a computed fact is computed from."""
        return [x for x in (self.numerator, self.denominator, *(self.sum_of or [])) if x]

    @property
    def references(self) -> list[str]:
        """Return the facts that the declaration names under one of REFERENCES."""
        lists = (*self.sources, *self.part_of, *self.apart_from, *self.at_most)
        return [x for x in (*lists, self.line, self.mean, self.not_before) if x]

    @property
    def record(self) -> dict[str, FieldSpec]:
        """Return the fields of a list's records; empty for other types."""
        return self.fields or {}

    @property
    def counted(self) -> str:
        """Return the field of a list's records that is a number, where it is the only one."""
        numbers = [name for name, field in self.record.items() if field.traits.number]
        return numbers[0] if len(numbers) == 1 else ""

    @property
    def short_field(self) -> str:
        """Return the field that a record written as one value is: the only one it must have."""
        fields = self.record
        needed = [name for name, field in fields.items() if field.required]
        found = list(fields) if len(fields) == 1 else needed
        return found[0] if len(found) == 1 else ""


REFERENCES = (
    *("numerator", "denominator", "sum_of"),
    *("part_of", "apart_from", "at_most", "line", "mean", "not_before"),
)
RENAMED = "<renamed>"  # which no file can have: the dictionary says it


class DeclaredFact(FactSpec):
    """A fact of the project's vocabulary, which may be one that the dictionary defines."""

    was: list[FactId] = Field(default_factory=list)
    indicator: SlugId | None = None
    unrelated: Annotated[list[FactId], BeforeValidator(_as_list)] = Field(default_factory=list)
    differs: str = ""  # in what its 口径 is another than the dictionary's
    largest_first: bool = False  # a list whose text has its records by their numbers
    # A list which, once it is given, be it that there is none, makes this fact needless.
    covered_by: FactId | None = None
    folded: list[FactId] = Field(default_factory=list)  # fields of a record that few need
    # What a demanding reader asks of it: library/questions.py.
    sought: Literal["found", "looking"] | None = None  # what is looked for, or the looking itself
    sought_by: list[FactId] = Field(default_factory=list)
    per: FactId | None = None  # of which a reader divides it: an amount by its cases
    judged_by: list[FactId] = Field(default_factory=list)
    stated_by: FactId | None = None  # the source of a rank
    sample_of: FactId | None = None  # the total beside which a sample stands
    # Names of the indicators before and after it: they find it, though it is not called so.
    renamed: Annotated[list[Text], Field(validation_alias=RENAMED)] = Field(default_factory=list)

    @model_validator(mode="after")
    def _differs_from_something(self) -> Self:
        if self.differs and not self.indicator:
            raise FieldError("differs 只和 indicator 一起写", "indicator: 词条", "differs")
        return self

    @model_validator(mode="after")
    def _relations_fit(self) -> Self:
        if bool(self.line) != bool(self.mean) or (self.line and not self.part_of):
            raise ValueError("line、mean 和 part_of 一起写")
        if self.apart_from and not self.part_of:
            raise FieldError("apart_from 要有共同的整体", "part_of: 整体", "apart_from")
        for key in ("at_most", "largest_first"):
            if getattr(self, key) and (self.record or key == "largest_first") and not self.counted:
                raise FieldError(f"写 {key} 的列表要正好有一栏是数", "只有一栏数，或不写", key)
        slots: list[FieldSpec] = [self, *self.record.values()]
        if any(slot.in_period and slot.type != "date" for slot in slots):
            raise ValueError("in_period 只用于日期")
        self._refers_to_its_fields()
        return self

    def _refers_to_its_fields(self) -> None:
        """Refuse a field that a record does not have, or that cannot be folded away."""
        for name in self.folded:
            field = self.record.get(name)
            if field is None or field.required:
                raise FieldError(
                    f"folded 里的“{name}”不是可不填的栏", "fields 里 required: false 的栏"
                )
        for name, field in self.record.items():
            for whole in field.part_of:
                if whole == name or whole not in self.record:
                    raise FieldError(f"“{name}”的 part_of 没有“{whole}”这一栏", "同一条里别的栏")

    @property
    def references(self) -> list[str]:
        """Return all facts that the declaration names, unrelated and asked about ones too."""
        single = (self.covered_by, self.per, self.stated_by, self.sample_of)
        asked = [x for x in single if x]
        return [*super().references, *self.unrelated, *self.sought_by, *self.judged_by, *asked]


# How to write the keys that a type requires.
EXAMPLES = {
    "range": "range: [0, 1000]",
    "options": "options: [甲, 乙]",
    "numerator": "numerator: 分子的指标",
    "denominator": "denominator: 分母的指标",
    "fields": "fields:，下面每行一个字段，如 name: {label: 名称, type: text, hint: 全称}",
}


def base_unit(unit: str) -> str:
    """Return a unit without 万 or 亿: figures with the same base unit can be added."""
    return unit.lstrip("万亿")


class VocabularyFile(Model):
    """A file of the vocabulary: one topic."""

    topic: Text
    facts: Annotated[dict[FactId, DeclaredFact], Field(min_length=1)]

    @model_validator(mode="before")
    @classmethod
    def _name_facts(cls, data: Any) -> Any:
        """Add to each fact its id, which is its key, and the topic of the file."""
        topic = data.get("topic") if isinstance(data, dict) else None
        return with_ids(_without_units(data), "facts", {"topic": topic or "—"})


def _without_units(data: Any) -> Any:
    """Return the data with an empty unit where 无 says that there is none on purpose."""
    if not isinstance(data, dict):
        return data
    inner = {key: _without_units(value) for key, value in data.items()}
    return {**inner, "unit": ""} if data.get("unit") == NO_UNIT else inner
