"""Days that were typed without their year: 3月, 4月7日, 4.7.

Mirrors browser/facts/days_typed.js.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.figures.periods import Day, parse_day
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from macros.figures.periods import Period

SHORT = re.compile(shared_table(__file__)["short_pattern"])  # as browser/facts/days_typed.js


def with_year(tight: str, period: Period | None) -> str:
    """Return a day that was typed without its year as one of the period's year."""
    match = SHORT.fullmatch(tight)
    if not match or not period:
        return tight
    month, day = int(match[1]), match[2] or match[3]
    year = period.year + (not period.within_year(Day(period.year, month)))
    parts = (f"{year}", f"{month:02}", *([f"{int(day):02}"] if day else []))
    written = "-".join(parts)
    return written if parse_day(written) else tight
