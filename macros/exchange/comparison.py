"""What the next period is compared with, and which file can give the figures of that period.

Mirrors browser/exchange/comparison.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal, get_args

from macros.figures.periods import Period
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from macros.facts.offices import Office

Base = Literal["previous", "year-before"]
BASES: tuple[Base, ...] = get_args(Base)
TABLE = shared_table(__file__)  # browser/exchange/comparison.js has the same
BASE_NAMES: dict[Base, str] = TABLE["bases"]
MISFITS: dict[str, tuple[str, str]] = TABLE["misfits"]


def period_of(office: Office) -> Period | None:
    """Return the period that an office reports on, where it says so."""
    period = office.entries.get("period")
    return period if isinstance(period, Period) else None


def compared_period(ended: Period, base: Base) -> Period:
    """Return what the period after the one that has ended is compared with."""
    return ended if base == "previous" else ended.following.year_before


def usual_base(office: Office) -> Base:
    """Return how an office compares by now; with the period before where it does not say."""
    period, last = period_of(office), office.entries.get("last_period")
    return "year-before" if period and last == period.year_before else "previous"


def misfit(office: Office, source: Office, wanted: Period) -> tuple[str, str] | None:
    """Return why a file does not give the figures of that period, and what is expected."""
    if source.archetype != office.archetype:
        return _misfit("archetype")
    ours, theirs = (str(one.entries.get("org", "")) for one in (office, source))
    if ours != theirs:
        return _misfit("org", ours, theirs)
    period = period_of(source)
    if period is None:
        return _misfit("no_period")
    return None if period == wanted else _misfit("period", wanted.text, period.text)


def _misfit(kind: str, ours: str = "", theirs: str = "") -> tuple[str, str]:
    what, expected = MISFITS[kind]
    return what.format(ours=ours, theirs=theirs), expected
