"""Normalises what people type to the strict form that entries.py reads.

Only what has one meaning is changed: full-width digits, 1,234, 1.2万, 六次, 98.6％, 2026年一季度.
Everything else stays as typed, and is then refused with a reason.  Mirrors
browser/facts/normalise.js.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.facts.entries import ROUGH_WORDS
from macros.figures.numerals import GROUPED, of_chinese
from macros.figures.periods import KINDS, parse_period
from macros.figures.values import MULTIPLIERS, PRINTED_UNITS
from macros.source.encoding import FORBIDDEN, INVISIBLE
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.schema.vocabulary import FieldSpec

NARROW = {full: full - 0xFEE0 for full in range(ord("！"), ord("～") + 1)} | {ord("−"): "-"}
# Joiners belong in text (👨‍👩‍👧, some scripts), but not in a number or at the ends of a text.
HIDDEN = re.compile(f"(?![\u200c\u200d]){INVISIBLE.pattern}")
SPACE = re.compile("[\\s\u200c\u200d]")
ENDS = re.compile(f"^{SPACE.pattern}+|{SPACE.pattern}+$")
POINT = re.compile(r"。(?=[0-9])")
TABLE = shared_table(__file__)  # browser/facts/normalise.js has the same
NUMBER, SHARE, SPOKEN, DAY, YEAR = (
    re.compile(TABLE[f"{name}_pattern"]) for name in ("number", "share", "spoken", "day", "year")
)
SHARES: dict[str, str] = TABLE["shares"]
PART_NUMBERS: dict[str, str] = TABLE["part_numbers"]  # 第一季度, 上半年
# Units of measure and shares, in which nobody writes 5个.
NEVER_COUNTED: list[str] = TABLE["never_counted"]
MOST_DIGITS = 25  # Decimal would round a longer number


def normalise(written: str, spec: FieldSpec) -> str:
    """Return the strict form of an entry; one that is not understood stays as it is."""
    clean = ENDS.sub("", HIDDEN.sub("", FORBIDDEN.sub("", written)))
    strict = STRICT_FORMS.get(spec.type)
    return strict(SPACE.sub("", POINT.sub(".", clean.translate(NARROW))), spec) if strict else clean


def _number(tight: str, spec: FieldSpec) -> str:
    for words in (tight, tight.removesuffix(spec.unit)):
        if words in ROUGH_WORDS:
            return words
    share = SHARE.fullmatch(tight)
    written = _share(*share.groups()) if share else _in_digits(tight, spec.unit)
    return _digits(written.removesuffix(PRINTED_UNITS.get(spec.unit, "")), spec) or tight


def _share(share: str, part: str) -> str:
    """Return 百分之五 as 5%."""
    return _in_digits("一百" if part == "百" else part, "") + SHARES[share]


def _in_digits(tight: str, slot_unit: str) -> str:
    """Return 六次 as 6次; what has no numeral, or one of two meanings, stays."""
    match = SPOKEN.fullmatch(tight)
    if not match:
        return tight
    near, numeral, decimals, scale, rest = match.groups()
    digits = of_chinese("二" if numeral == "两" and (scale or rest) else numeral)
    if digits is None and not decimals:  # 一亿二千万, where 万 is no scale of its own
        numeral, scale = numeral + scale, ""
        digits = of_chinese(numeral)
    if digits is None or (not scale and _may_count(numeral, rest, slot_unit)):
        return tight
    point = re.sub("[^.]", lambda digit: of_chinese(digit[0]) or "", decimals.replace("点", "."))
    return f"{near}{digits}{point}{scale}{rest}"


def _may_count(numeral: str, rest: str, slot_unit: str) -> bool:
    """Tell whether 三万五千 may count 元 or, as the slot, 万元."""
    is_bare = rest in ("", "余")
    return is_bare and slot_unit[:1] in MULTIPLIERS and bool(re.search("[万亿]", numeral))


def _digits(tight: str, spec: FieldSpec) -> str | None:
    grouped = GROUPED.fullmatch(re.sub(r"[^0-9,.-]", "", tight))
    plain = tight.replace(",", "") if grouped else tight
    match = NUMBER.fullmatch(plain)
    if not match or (match[3] and match[5]) or len(match[2]) > MOST_DIGITS:
        return None
    near, digits, before, over, after, unit = match.groups()
    number = _in_unit(_plain_digits(digits), before or after, unit, spec.unit)
    if number is not None and spec.places == 0:
        number = re.sub(r"\.0+$", "", number)
    return None if number is None else near.removeprefix("大") + number + over


def _plain_digits(digits: str) -> str:
    """Return digits with one zero before the point: 00.5 and .5 become 0.5; 007 stays."""
    return re.sub(r"^(-?)0*(?=0\.)", r"\1", re.sub(r"^(-?)\.", r"\g<1>0.", digits))


def _in_unit(digits: str, scale: str, unit: str, slot_unit: str) -> str | None:
    """Return the number in the slot's unit, or None when it was written in another one."""
    own = slot_unit[:1] if slot_unit[:1] in MULTIPLIERS else ""
    base = slot_unit.removeprefix(own)
    if unit and unit != base and (unit != "个" or base in NEVER_COUNTED):
        return None
    if scale == own or (not scale and not unit):
        return digits
    moved = Decimal(digits).scaleb(MULTIPLIERS.get(scale, 0) - MULTIPLIERS.get(own, 0))
    text = f"{moved:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(tight: str, _: FieldSpec) -> str:
    match = DAY.fullmatch(tight)
    if not match:
        return tight
    year, month, day = match.groups()
    return "-".join(part.zfill(2) for part in (year, month, day) if part)


def _period(tight: str, _: FieldSpec) -> str:
    if parse_period(tight.upper()):
        return tight.upper()
    match = YEAR.fullmatch(tight)
    if not match:
        return tight
    years = "-".join(filter(None, match.group(1, 2)))
    for kind in KINDS.values():
        part = re.fullmatch(kind.typed, match[3])
        if part:
            code = years + kind.letter + PART_NUMBERS.get(part[1], part[1])
            return code if parse_period(code) else tight
    return tight


STRICT_FORMS: dict[str, Callable[[str, FieldSpec], str]] = {
    "count": _number,
    "amount": _number,
    "decimal": _number,
    "rate": _number,
    "quotient": _number,
    "date": _day,
    "period": _period,
}
