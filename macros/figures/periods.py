"""Periods and dates: how data write them, and how a text names them."""

from __future__ import annotations

import calendar
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal

from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Iterable

PeriodKind = Literal["year", "half-year", "quarter", "term"]
TABLE = shared_table(__file__)  # browser/figures/periods.js has the same
PERIOD, DAY = (re.compile(TABLE[name]) for name in ("period_pattern", "day_pattern"))
SHORT: dict[str, str] = TABLE["short"]  # what a later comparison with that period says
FIRST_YEAR: int = TABLE["first_year"]
LAST_YEAR: int = TABLE["last_year"]
# The month in which work for a school year may begin.
FIRST_OF_SCHOOL_YEAR = TABLE["first_month_of_school_year"]


@dataclass(frozen=True)
class KindOfPeriod:
    """How periods of a kind are written in data and named in a text; lists have one per part."""

    letter: str
    months: list[list[int]]  # the first and the last, counted from January of the first year
    label: str
    names: list[str]
    this: list[str]
    previous: list[str]
    year_before: str
    expected: str  # what a message says that data should have
    typed: str  # the pattern of what people type after the year


KINDS: dict[PeriodKind, KindOfPeriod] = {
    kind: KindOfPeriod(**row) for kind, row in TABLE["kinds"].items()
}
OF_LETTER = {row.letter: kind for kind, row in KINDS.items()}
LABELS = {kind: row.label for kind, row in KINDS.items()}


def expected_periods(kinds: Iterable[PeriodKind]) -> str:
    """Return what a message says that data should have, of one or several kinds."""
    return "；".join(KINDS[kind].expected for kind in kinds)


@dataclass(frozen=True, order=True)
class Period:
    """A year, half year, quarter or school term; `part` counts from 1 within the year."""

    year: int
    kind: PeriodKind
    part: int = 1

    @property
    def text(self) -> str:
        """Return the full name: 2026年第一季度, 2025—2026学年第二学期."""
        return self._year + KINDS[self.kind].names[self.part - 1]

    @property
    def _year(self) -> str:
        return f"{self.year}—{self.year + 1}学年" if self.kind == "term" else f"{self.year}年"

    @property
    def this(self) -> str:
        """Return what a text calls this period when reporting on it: 本季度, 上半年, 本年度."""
        return KINDS[self.kind].this[self.part - 1]

    @property
    def following(self) -> Period:
        """Return the next period of the same kind."""
        last = self.part == len(KINDS[self.kind].names)
        return Period(self.year + last, self.kind, 1 if last else self.part + 1)

    @property
    def is_last(self) -> bool:
        """Tell whether the next one cannot be written: data know no later year."""
        return self.following.year > LAST_YEAR

    @property
    def preceding(self) -> Period:
        """Return the period of the same kind before this one."""
        if self.part > 1:
            return Period(self.year, self.kind, self.part - 1)
        return Period(self.year - 1, self.kind, len(KINDS[self.kind].names))

    @property
    def year_before(self) -> Period:
        """Return the same period a year before."""
        return Period(self.year - 1, self.kind, self.part)

    @property
    def months(self) -> list[tuple[int, int]]:
        """Return its months, each with its year."""
        first, last = KINDS[self.kind].months[self.part - 1]
        return [(self.year + month // 12, month % 12 + 1) for month in range(first - 1, last)]

    @property
    def next(self) -> str:
        """Return the name of the next period, with its year only where a new year begins."""
        after = self.following
        return KINDS[self.kind].names[after.part - 1] if after.year == self.year else after.text

    def within_year(self, day: Day) -> bool:
        """Tell whether a day is in the period's year; a school year counts from August."""
        year = day.year - (self.kind == "term" and day.month < FIRST_OF_SCHOOL_YEAR)
        return year == self.year

    def base(self, earlier: Period | None) -> str:
        """Return what this period calls the earlier one it is compared with: 上年同期, 上季度."""
        if earlier is None:
            return "上期"
        if earlier.kind != self.kind:
            return earlier.text
        if earlier.following == self:
            return KINDS[self.kind].previous[self.part - 1]
        if earlier == self.year_before:
            return KINDS[self.kind].year_before
        return earlier.text


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
    year, kind, part = int(match[1]), OF_LETTER[match[3] or ""], int(match[4] or 1)
    right_years = match[2] == str(year + 1) if kind == "term" else match[2] is None
    if not right_years or part > len(KINDS[kind].names) or not FIRST_YEAR <= year <= LAST_YEAR:
        return None
    return Period(year, kind, part)


def code(period: Period) -> str:
    """Return a period in the notation of data files: 2026, 2026H1, 2026Q1, 2025-2026T2."""
    letter = KINDS[period.kind].letter
    years = f"{period.year}-{period.year + 1}" if period.kind == "term" else str(period.year)
    return f"{years}{letter}{period.part}" if letter else years


def parse_day(written: str) -> Day | None:
    """Return the day written as 2013-03-31, or the month written as 2013-03, or None."""
    match = DAY.fullmatch(written)
    if not match:
        return None
    year, month, day = int(match[1]), int(match[2]), int(match[3]) if match[3] else None
    if not (FIRST_YEAR <= year <= LAST_YEAR and 1 <= month <= 12):  # noqa: PLR2004 - months
        return None
    if day is not None and not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return Day(year, month, day)
