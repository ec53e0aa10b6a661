"""Puts what people type into a sheet into the strict form that is read; mirrors normalise.js.

Only what has one meaning is changed: full-width digits, 1,234, 1.2万, 98.6％, 2026年一季度.
Whatever else stays as typed, to be refused with a reason.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.figures.periods import parse_period
from macros.figures.values import MULTIPLIERS
from macros.schema.vocabulary import NUMBERS
from macros.source.encoding import FORBIDDEN, INVISIBLE

if TYPE_CHECKING:
    from macros.schema.vocabulary import FieldSpec

NARROW = {full: full - 0xFEE0 for full in range(ord("！"), ord("～") + 1)} | {ord("−"): "-"}
# Joiners are part of a text (👨‍👩‍👧, some scripts), but of no number, and nothing by themselves.
HIDDEN = re.compile(f"(?![\u200c\u200d]){INVISIBLE.pattern}")
SPACE = re.compile("[\\s\u200c\u200d]")
ENDS = re.compile(f"^{SPACE.pattern}+|{SPACE.pattern}+$")
POINT = re.compile(r"。(?=[0-9])")
GROUPED = re.compile(r"-?\d{1,3}(,\d{3})+(\.\d+)?", re.ASCII)
PARTS = re.compile(r"(近?|大?约)(-?(?:\d+(?:\.\d+)?|\.\d+))([万亿]?)(余?)([万亿]?)(\D*)", re.ASCII)
MOST_DIGITS = 25  # more is no figure, and Decimal would round it
# Units that are measured or shares of something: 5个 is none of them.
MEASURED = ("%", "‰", "元", "米", "平方米", "吨", "公斤", "千米")
DAY = re.compile(r"(\d{4})[年./-](\d{1,2})(?:月|[./-](?=\d)|$)(?:(\d{1,2})日?)?", re.ASCII)
YEAR = re.compile(r"(\d{4})(?:[—–―~～-](\d{4}))?(?:学年|年度|年)?(.*)", re.ASCII)
CHINESE = {"一": "1", "二": "2", "三": "3", "四": "4", "上": "1", "下": "2"}
# How a part of a year is written, and its letter.
PARTS_OF_YEAR = {
    r"第?([一二三四1-4])季度": "Q",
    r"([上下])半年": "H",
    r"第?([一二12上下])学期": "T",
    r"()(?:全年)?": "",
}


def normalise(typed: str, spec: FieldSpec) -> str:
    """Return the strict form of what was typed; what is not understood comes back as it was."""
    clean = ENDS.sub("", HIDDEN.sub("", FORBIDDEN.sub("", typed)))
    tight = SPACE.sub("", POINT.sub(".", clean.translate(NARROW)))
    if spec.type in NUMBERS:
        return _number(tight, spec)
    if spec.type == "date":
        return _day(tight)
    return _period(tight) if str(spec.type) == "period" else clean


def _number(tight: str, spec: FieldSpec) -> str:
    grouped = GROUPED.fullmatch(re.sub(r"[^0-9,.-]", "", tight))
    plain = tight.replace(",", "") if grouped else tight
    match = PARTS.fullmatch(plain)
    if not match or (match[3] and match[5]) or len(match[2]) > MOST_DIGITS:
        return tight
    near, digits, before, over, after, unit = match.groups()
    number = _in_unit(_plain(digits), before or after, unit, spec.unit)
    if number is None:
        return tight
    if spec.places == 0:
        number = re.sub(r"\.0+$", "", number)
    return near.removeprefix("大") + number + over


def _plain(digits: str) -> str:
    """Return digits with one zero before the point: 007 is left, but 00.5 and .5 are 0.5."""
    return re.sub(r"^(-?)0*(?=0\.)", r"\1", re.sub(r"^(-?)\.", r"\g<1>0.", digits))


def _in_unit(digits: str, scale: str, unit: str, wanted: str) -> str | None:
    """Return the number in the slot's own unit, or None when the written unit is another one."""
    own = wanted[:1] if wanted[:1] in MULTIPLIERS else ""
    base = wanted.removeprefix(own)
    if unit and unit != base and (unit != "个" or base in MEASURED):
        return None
    if scale == own or (not scale and not unit):
        return digits
    moved = Decimal(digits).scaleb(MULTIPLIERS.get(scale, 0) - MULTIPLIERS.get(own, 0))
    text = f"{moved:f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _day(tight: str) -> str:
    match = DAY.fullmatch(tight)
    if not match:
        return tight
    year, month, day = match.groups()
    return "-".join(part.zfill(2) for part in (year, month, day) if part)


def _period(tight: str) -> str:
    if parse_period(tight.upper()):
        return tight.upper()
    match = YEAR.fullmatch(tight)
    if not match:
        return tight
    years = "-".join(filter(None, match.group(1, 2)))
    for pattern, letter in PARTS_OF_YEAR.items():
        part = re.fullmatch(pattern, match[3])
        if part:
            code = years + letter + CHINESE.get(part[1], part[1])
            return code if parse_period(code) else tight
    return tight
