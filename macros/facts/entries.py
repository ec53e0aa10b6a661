"""Reads single values as an office enters them: strings become numbers, dates and periods.

Nothing is guessed: a number is digits with at most one point, never `1,000`, `1e3` or `0571`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from macros.figures.periods import Day, Period, parse_day, parse_period
from macros.source.report import shortened
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.schema.vocabulary import FieldSpec

TABLE = shared_table(__file__)  # browser/facts/entries.js has the same
NUMBER, ROUGH, MEASURED, ORDINAL = (
    re.compile(TABLE[f"{name}_pattern"]) for name in ("number", "rough", "measured", "ordinal")
)
ROUGH_WORDS: list[str] = TABLE["rough_words"]  # an approximate number in words
WITHOUT_UNIT: list[str] = TABLE["without_unit"]  # of these, what has its own measure word
ABOUT: list[str] = TABLE["about"]  # are written as 约, the others as 余
NO_NUMBERS = [(re.compile(pattern), hint) for pattern, hint in TABLE["no_numbers"]]
EXACT: str = TABLE["exact"]
LINE_END = re.compile(r"\s*[\n\r\x85\u2028\u2029]\s*")
HAN_GAP = re.compile(r"(?<=[^\x00-\x7f]) ?\n ?|\n(?=[^\x00-\x7f])")
# A leading ordinal is 一、（一）(1) 1. 1、①; not 一、二级 or 1.5.
BAD_TEXTS = [(re.compile(pattern), *said) for pattern, *said in TABLE["bad_texts"]]
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


def _parse_number(written: str, spec: FieldSpec) -> Entry:
    match = NUMBER.fullmatch(written)
    worded = written in ROUGH_WORDS
    near, digits, over = match.groups() if match else ("", "", "")
    if (near or over or worded) and not spec.approx:
        raise EntryError(f"“{written}”是概数", EXACT)
    if worded:
        return written
    if not match:
        raise _no_number(written, spec)
    if near and over:
        raise EntryError(f"“{written}”重复表示概数", f"“{near}”和“余”只用一个")
    value = Decimal(digits)
    if not value and (near or over):
        raise EntryError(f"“{written}”不成概数", "是零就写 0，没有就留空")
    _check_places(len(digits.partition(".")[2]), written, spec)
    if spec.range and not spec.range[0] <= value <= spec.range[1]:
        low, high = (format(edge, "f") for edge in spec.range)
        raise OutOfRangeError(f"“{written}”超出合理范围", f"{low}到{high}（{spec.unit or '数'}）")
    return Number(value, near, over)


def _check_places(places: int, written: str, spec: FieldSpec) -> None:
    if places > spec.places:
        most = f"至多{spec.places}位小数" if spec.places else "整数"
        raise EntryError(f"“{written}”有{places}位小数", most)


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


def join_lines(written: str) -> str:
    """Return a text with its lines joined to one, without white space at its ends."""
    return HAN_GAP.sub("", LINE_END.sub("\n", written.strip())).replace("\n", " ")


def parse_text(written: str) -> str:
    """Return a text as it can stand in a sentence; raise EntryError when it cannot."""
    text = _not_too_long(join_lines(written))
    numbered = ORDINAL.match(text)
    if numbered:
        raise EntryError(f"文字以序数“{numbered[0]}”开头", "不带序数，序数由正文加")
    for pattern, what, expected in BAD_TEXTS:
        found = pattern.search(text)
        if found:
            raise EntryError(what.format(found[0]), expected)
    return text


def _not_too_long(written: str) -> str:
    if len(written) > MAX_TEXT:
        raise EntryError(f"文字有{len(written)}个字", f"至多{MAX_TEXT}个字")
    return written


PARSERS: dict[str, Callable[[str, FieldSpec], Entry]] = {
    "text": lambda written, _: parse_text(written),
    "words": lambda written, _: _not_too_long(written),
    "count": _parse_number,
    "amount": _parse_number,
    "decimal": _parse_number,
    "rate": _parse_number,
    "quotient": _parse_number,
    "date": _parse_day,
    "period": _parse_period,
    "choice": _parse_choice,
    "figure": lambda written, _: parse_text(written),
}
