"""Periods and dates: how data write them, and how a text names them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import Literal

PeriodKind = Literal["year", "half-year", "quarter", "term"]
PERIOD = re.compile(
    r"(?P<year>\d{4})(?:-(?P<to>\d{4}))?(?:(?P<kind>[QHT])(?P<part>[1-4]))?", re.ASCII
)
DATE = re.compile(r"(\d{4})-(\d{2})(?:-(\d{2}))?", re.ASCII)
PARTS: dict[PeriodKind, int] = {"year": 1, "half-year": 2, "quarter": 4, "term": 2}
KINDS: dict[str | None, PeriodKind] = {None: "year", "H": "half-year", "Q": "quarter", "T": "term"}
LABELS: dict[PeriodKind, str] = {
    "year": "年度",
    "half-year": "半年",
    "quarter": "季度",
    "term": "学期",
}
NAMES: dict[PeriodKind, tuple[str, ...]] = {
    "year": ("",),
    "half-year": ("上半年", "下半年"),
    "quarter": ("第一季度", "第二季度", "第三季度", "第四季度"),
    "term": ("第一学期", "第二学期"),
}
THIS: dict[PeriodKind, tuple[str, ...]] = {
    "year": ("本年度",),
    "half-year": ("上半年", "下半年"),
    "quarter": ("本季度",) * 4,
    "term": ("本学期",) * 2,
}
FIRST_YEAR, LAST_YEAR = 1949, 2199
FIRST_OF_TERM = 8  # August: work for a school year may begin before its classes


@dataclass(frozen=True, order=True)
class Period:
    """A year, half year, quarter or school term; `part` counts from 1 within the year."""

    year: int
    kind: PeriodKind
    part: int = 1

    @property
    def text(self) -> str:
        """Return the full name: 2026年第一季度, 2025—2026学年第二学期."""
        return self._year + NAMES[self.kind][self.part - 1]

    @property
    def _year(self) -> str:
        return f"{self.year}—{self.year + 1}学年" if self.kind == "term" else f"{self.year}年"

    @property
    def this(self) -> str:
        """Return what a text calls this period when reporting on it: 本季度, 上半年, 本年度."""
        return THIS[self.kind][self.part - 1]

    @property
    def following(self) -> Period:
        """Return the next period of the same kind."""
        last = self.part == PARTS[self.kind]
        return Period(self.year + last, self.kind, 1 if last else self.part + 1)

    @property
    def next(self) -> str:
        """Return the name of the next period, with its year only where a new year begins."""
        after = self.following
        return NAMES[self.kind][after.part - 1] if after.year == self.year else after.text

    def within_year(self, day: Day) -> bool:
        """Tell whether a day is in the period's year; a school year counts from August."""
        year = day.year - (self.kind == "term" and day.month < FIRST_OF_TERM)
        return year == self.year

    def base(self, earlier: Period | None) -> str:
        """Return what this period calls the earlier one it is compared with: 上年同期, 上季度."""
        if earlier is None:
            return "上期"
        if earlier.kind != self.kind:
            return earlier.text
        if earlier.following == self:
            return self._name_of_previous()
        if (earlier.year, earlier.part) == (self.year - 1, self.part):
            return "上学年同期" if self.kind == "term" else "上年同期"
        return earlier.text

    def _name_of_previous(self) -> str:
        names: dict[PeriodKind, str] = {"year": "上年", "quarter": "上季度", "term": "上学期"}
        return names.get(self.kind, "上半年" if self.part > 1 else "上年下半年")


@dataclass(frozen=True, order=True)
class Day:
    """A day, or a whole month when `day` is None."""

    year: int
    month: int
    day: int | None = None

    @property
    def text(self) -> str:
        """Return 2013年3月31日, or 2013年3月 for a month."""
        return f"{self.year}年{self.month}月" + (f"{self.day}日" if self.day else "")

    @property
    def month_text(self) -> str:
        """Return 3月."""
        return f"{self.month}月"

    @property
    def monthday_text(self) -> str:
        """Return 3月31日, or 3月 for a month."""
        return self.month_text + (f"{self.day}日" if self.day else "")

    def to(self, end: Day) -> str:
        """Return how a range that begins on this day writes its end: 30日, 10月3日."""
        if self.year != end.year:
            return end.text
        within = self.day and end.day and self.month == end.month
        return f"{end.day}日" if within else end.monthday_text


def parse_period(written: str) -> Period | None:
    """Return the period written as 2026, 2026H1, 2026Q1 or 2025-2026T2, or None."""
    match = PERIOD.fullmatch(written)
    if not match:
        return None
    year, kind = int(match["year"]), KINDS[match["kind"]]
    part = int(match["part"] or 1)
    to = int(match["to"]) if match["to"] else None
    right_years = to == year + 1 if kind == "term" else to is None
    if not right_years or part > PARTS[kind] or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Period(year, kind, part)


def code(period: Period) -> str:
    """Return a period in the notation of data files: 2026, 2026H1, 2026Q1, 2025-2026T2."""
    letter = next((letter for letter, kind in KINDS.items() if kind == period.kind), None)
    years = f"{period.year}-{period.year + 1}" if period.kind == "term" else str(period.year)
    return f"{years}{letter}{period.part}" if letter else years


def parse_day(written: str) -> Day | None:
    """Return the day written as 2013-03-31, or the month written as 2013-03, or None."""
    match = DATE.fullmatch(written)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):  # noqa: PLR2004 - months
        return None
    if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Day(year, month, day)
