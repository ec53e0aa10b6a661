"""Reads what an office has entered: strings become exact numbers, dates and periods.

Nothing is guessed: a number is digits with at most one point, never `1,000`, `1e3` or `0571`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from macros.figures.numerals import GROUPED
from macros.figures.periods import Day, Period, parse_day, parse_period
from macros.source.report import Report, nearest, shortened
from macros.source.shared_table import shared_table
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Dictionary

    from macros.schema.vocabulary import FactSpec, FieldSpec
    from macros.source.report import Place

TABLE = shared_table(__file__)  # browser/facts/entries.js has the same
NUMBER, ROUGH, MEASURED, ORDINAL = (
    re.compile(TABLE[f"{name}_pattern"]) for name in ("number", "rough", "measured", "ordinal")
)
ABOUT: list[str] = TABLE["about"]  # are written as 约, the others as 余
NO_NUMBERS = [(re.compile(pattern), hint) for pattern, hint in TABLE["no_numbers"]]
EXACT: str = TABLE["exact"]
LINE_END = re.compile(r"\s*[\n\r\x85\u2028\u2029]\s*")
HAN_GAP = re.compile(r"(?<=[^\x00-\x7f]) ?\n ?|\n(?=[^\x00-\x7f])")
# A leading ordinal is 一、（一）(1) 1. 1、①; not 一、二级 or 1.5.
FINAL_MARKS = tuple(TABLE["final_marks"])
MAX_TEXT: int = TABLE["longest_text"]

T = TypeVar("T")


@dataclass(frozen=True)
class Number:
    """An exact number; `near` is 近, 约 or empty, `over` is 余 or empty."""

    value: Decimal
    near: str = ""
    over: str = ""


Entry = str | Number | Day | Period | dict[str, "Entry"] | list[dict[str, "Entry"]]
Entries = dict[str, Entry]


class EntryError(ValueError):
    """A value that cannot be read: what is wrong with it, and what was expected."""

    def __init__(self, what: str, expected: str) -> None:
        """Take both halves of the message."""
        self.what, self.expected = shortened(what), expected
        super().__init__(self.what)


class OutOfRangeError(EntryError):
    """A number outside the range that the vocabulary allows."""


def parse(written: str, spec: FieldSpec) -> Entry:
    """Return the value of a written entry; raise EntryError when it is not valid."""
    return PARSERS[spec.type](written, spec)


def _parsed(value: T | None, written: str, expected: str) -> T:
    if value is None:
        raise EntryError(f"读不懂“{written}”", expected)
    return value


def _parse_day(written: str, spec: FieldSpec) -> Day:
    or_month = "" if spec.to_day else "，或月份，如 2026-03"
    day = _parsed(parse_day(written), written, f"存在的日期，如 2026-03-31{or_month}")
    if spec.to_day and day.day is None:
        raise EntryError(f"“{written}”只写到月", "写到日，如 2026-03-31")
    return day


def _parse_period(written: str, _: FieldSpec) -> Period:
    return _parsed(parse_period(written), written, TABLE["period"])


def _parse_number(written: str, spec: FieldSpec) -> Number:
    match = NUMBER.fullmatch(written)
    if not match:
        raise _no_number(written, spec)
    near, digits, over = match.groups()
    if (near or over) and not spec.approx:
        raise EntryError(f"“{written}”是概数", EXACT)
    if near and over:
        raise EntryError(f"“{written}”重复表示概数", f"“{near}”和“余”只用一个")
    value = Decimal(digits)
    places = len(digits.partition(".")[2])
    if places > spec.places:
        most = f"至多{spec.places}位小数" if spec.places else "整数"
        raise EntryError(f"“{written}”有{places}位小数", most)
    if spec.range and not spec.range[0] <= value <= spec.range[1]:
        low, high = (format(edge, "f") for edge in spec.range)
        raise OutOfRangeError(f"“{written}”超出合理范围", f"{low}到{high}（{spec.unit or '数'}）")
    return Number(value, near, over)


def _no_number(written: str, spec: FieldSpec) -> EntryError:
    """Return the error for a text that is not a number."""
    rough = ROUGH.match(written)
    if rough:
        word = f"约{rough[1]}" if rough[2] in ABOUT else f"{rough[1]}余"
        expected = f"写成“{word}”，或填确切的数" if spec.approx else EXACT
        return EntryError(f"“{written}”是概数", expected)
    measured = MEASURED.fullmatch(written)
    if measured and spec.unit and measured[1] not in (spec.unit, spec.unit.lstrip("万亿")):
        expected = f"以“{spec.unit}”为单位的数，只写数字"
        return EntryError(f"“{written}”的单位不是“{spec.unit}”", expected)
    return EntryError(f"“{written}”不是数", _number_hint(written, spec))


def _number_hint(written: str, spec: FieldSpec) -> str:
    found = (hint for pattern, hint in NO_NUMBERS if pattern.fullmatch(written))
    return next(found, "阿拉伯数字，如 12 或 12.5" if spec.places else "阿拉伯数字写的整数，如 12")


def _parse_choice(written: str, spec: FieldSpec) -> str:
    options = spec.options or []
    if written not in options:
        raise EntryError(f"“{written}”不在选项中", "、".join(options))
    return written


def parse_text(written: str) -> str:
    """Return a text as it can stand in a sentence; raise EntryError when it cannot."""
    text = HAN_GAP.sub("", LINE_END.sub("\n", written.strip())).replace("\n", " ")
    if len(text) > MAX_TEXT:
        raise EntryError(f"文字有{len(text)}个字", f"至多{MAX_TEXT}个字")
    numbered = ORDINAL.match(text)
    if numbered:
        raise EntryError(f"文字以序数“{numbered[0]}”开头", "不带序数，序数由正文加")
    if text[-1:] in FINAL_MARKS:
        raise EntryError(f"文字以“{text[-1]}”结尾", "不带末尾标点，标点由正文加")
    return text


PARSERS: dict[str, Callable[[str, FieldSpec], Entry]] = {
    "text": lambda written, _: parse_text(written),
    "count": _parse_number,
    "amount": _parse_number,
    "decimal": _parse_number,
    "date": _parse_day,
    "period": _parse_period,
    "choice": _parse_choice,
    "figure": lambda written, _: parse_text(written),
}


class EntryReader:
    """Reads one office's facts against the vocabulary and reports every mistake at its place."""

    def __init__(
        self,
        specs: Dictionary[str, FactSpec],
        vocabulary: Dictionary[str, FactSpec],
        report: Report,
        places: Dictionary[str, Place] | None = None,
    ) -> None:
        """Take the facts that may be entered, the whole vocabulary, the report, and its places."""
        self.specs, self.vocabulary, self.report = specs, vocabulary, report
        self.places = places or {}
        self.name = ""  # the fact that is being read

    def read(self, node: Mapping) -> Entries:
        """Return the valid entries and report the others; empty ones are left out."""
        found: Entries = {}
        for name, (key, value) in node.entries.items():
            spec = self.specs.get(name)
            if spec is None:
                self._report_unexpected(name, key)
                continue
            self.name = name
            entry = self._entry(value, spec)
            if entry is not None:
                found[name] = entry
        return found

    def _report_unexpected(self, name: str, key: Scalar) -> None:
        """Report a fact that cannot be entered here, and why."""
        spec = self.vocabulary.get(name)
        if spec is None:
            guess = nearest(name, self.specs)
            listed = "命令 summaries facts 列出的指标"
            self.report.error(key.place, f"没有“{name}”这个指标", listed, guess)
        elif spec.computed:
            labels = "、".join(
                f"{self.vocabulary[s].label}（{s}）" for s in spec.sources if s in self.vocabulary
            )
            self.report.error(key.place, f"“{spec.label}”由系统计算，不填", f"只填{labels}")
        else:
            self.report.error(key.place, f"这个范本不用“{spec.label}”（{name}）", "删去这一行")

    def _entry(self, node: Node, spec: FactSpec) -> Entry | None:
        if spec.traits.records:
            return self._rows(node, spec)
        if spec.series:
            return self._sides(node, spec)
        return self._scalar(node, spec)

    def _scalar(self, node: Node, spec: FieldSpec) -> Entry | None:
        if not isinstance(node, Scalar):
            self.report.error(node.place, f"“{spec.label}”应是一个值", "写在同一行")
            return None
        if not node.value.strip():
            return None
        try:
            return parse(node.value, spec)
        except EntryError as error:
            expected, declared = error.expected, self.places.get(self.name)
            if declared and isinstance(error, OutOfRangeError):
                expected += f"，见{declared}的 range"
            self.report.error(node.place, f"“{spec.label}”：{error.what}", expected)
            return None

    def _sides(self, node: Node, spec: FactSpec) -> Entry | None:
        allowed = ["now", *spec.series]
        example = "、".join(f"{side}: …" for side in allowed)
        if not isinstance(node, Mapping):
            self.report.error(node.place, f"“{spec.label}”要分期填写", f"{{{example}}}")
            return None
        return self._fields(node, dict.fromkeys(allowed, spec), spec) or None

    def _rows(self, node: Node, spec: FactSpec) -> Entry | None:
        if isinstance(node, Scalar) and not node.value:
            return None
        if not isinstance(node, Sequence):
            self.report.error(node.place, f"“{spec.label}”应是列表", "每行以“- ”开头；没有就写 []")
            return None
        if len(node.items) < spec.at_least:
            self.report.error(node.place, f"“{spec.label}”条数不够", f"至少{spec.at_least}条")
        return [row for item in node.items if (row := self._row(item, spec)) is not None]

    def _row(self, node: Node, spec: FactSpec) -> dict[str, Entry] | None:
        if len(spec.record) == 1 and isinstance(node, Scalar):
            (name, field), *_ = spec.record.items()
            value = self._scalar(node, field)
            return None if value is None else {name: value}
        if not isinstance(node, Mapping):
            keys = "、".join(spec.record)
            self.report.error(node.place, f"“{spec.label}”的每条应是“键: 值”", keys)
            return None
        row = self._fields(node, spec.record, spec)
        for name, field in spec.record.items():
            if field.required and name not in row and name not in node.entries:
                self.report.error(node.place, f"“{spec.label}”缺少“{name}”（{field.label}）")
        return row

    def _fields(
        self, node: Mapping, fields: Dictionary[str, FieldSpec], spec: FactSpec
    ) -> dict[str, Entry]:
        row: dict[str, Entry] = {}
        before = ""
        for name, (key, value) in node.entries.items():
            whole, before = f"{before},{name}", value.value if isinstance(value, Scalar) else ""
            if GROUPED.fullmatch(whole):  # {now: 1,186} is two entries to YAML
                plain = whole.replace(",", "")
                self.report.error(key.place, f"“{whole}”里有逗号", f"数里不写逗号：{plain}")
                continue
            if name not in fields:
                expected, guess = "、".join(fields), nearest(name, fields)
                self.report.error(key.place, f"“{spec.label}”没有“{name}”", expected, guess)
                continue
            entry = self._scalar(value, fields[name])
            if entry is not None:
                row[name] = entry
        return row
