"""The values a template prints: each knows its text, the facts it came from and its formula."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from typing import TYPE_CHECKING

from macros.figures.numerals import plain, rounded, whole_trimmed
from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.figures.periods import Day, Period

TABLE = shared_table(__file__)  # browser/figures/values.js has the same
SIDE_NAMES: dict[str, str] = TABLE["sides"]  # of a fact in series
SIDES = tuple(SIDE_NAMES)
MARK: str = TABLE["blank"]
POINTS: dict[str, str] = TABLE["points"]  # what a difference of rates is counted in
WHOLE: dict[str, int] = TABLE["whole"]  # of what a rate is a part, by its unit
LARGEST_SHARE: int = TABLE["largest_share"]  # of its whole, as 人次 may be of 人
FEWEST_OF_RATE: int = TABLE["fewest_of_rate"]  # in a whole of which a percentage is worth saying
SHIFTS: dict[str, int] = TABLE["shifts"]  # the same, as a power of ten
PRINTED_UNITS: dict[str, str] = TABLE["printed_units"]  # where they differ: 12.3/10万
BOUNDS: dict[str, dict[str, str]] = TABLE["bounds"]  # what a rounded figure lies below or above
ENTERED: str = TABLE["entered"]  # the formula of a rate whose counts are not known
MULTIPLIERS: dict[str, int] = TABLE["multipliers"]  # powers of ten
RISE_OF_AMOUNT: str = TABLE["rise_of_amount"]
RISE_OF_LEVEL: dict[str, str] = TABLE["rise_of_level"]  # by which of two is better
RANK_UNIT: str = TABLE["rank_unit"]
RISE_OF_RANK: str = TABLE["rise_of_rank"]  # the first is the best
FALL: dict[str, str] = TABLE["fall"]  # by what it does when it grows


@dataclass(frozen=True)
class Value:
    """A piece of text that came from data; `facts` are paths: `paid.now`, `works[0].name`."""

    text: str
    facts: tuple[str, ...] = ()
    formula: str = ""

    known = True

    def __str__(self) -> str:
        """Return the text, as Jinja prints it."""
        return self.text


@dataclass(frozen=True)
class Blank(Value):
    """A missing fact: a visible gap in the text, followed by the unit of what belongs there."""

    known = False

    def __ne__(self, other: object) -> bool:
        """Return False for an option: a choice not made yet is neither this option nor another."""
        return isinstance(other, Value) and super().__ne__(other)


def blank(*sources: Value | Series, unit: str = "") -> Blank:
    """Return a blank for what would be computed from `sources`."""
    return Blank(MARK + unit, facts_of(*sources))


@dataclass(frozen=True)
class Rough(Value):
    """An approximate number in words: 百余人, 若干户, 一批."""

    words: str = field(kw_only=True)


@dataclass(frozen=True)
class Choice(Value):
    """The chosen one of the options a fact allows; templates may compare it with an option."""

    def __eq__(self, other: object) -> bool:
        """Compare with another choice, or with an option written in a template."""
        return self.text == (other.text if isinstance(other, Choice) else other)

    def __hash__(self) -> int:
        """Return the hash of the option, which equals the choice."""
        return hash(self.text)


@dataclass(frozen=True)
class DayValue(Value):
    """A date; the filters month, monthday and span omit its year where it is the period's."""

    day: Day = field(kw_only=True)
    same_year: bool = field(kw_only=True, default=True)

    @property
    def year_text(self) -> str:
        """Return the year where a text must state it, else an empty string."""
        return "" if self.same_year else f"{self.day.year}年"


@dataclass(frozen=True)
class PeriodValue(Value):
    """The period a text reports on; the filters this and next name it and the following one."""

    period: Period = field(kw_only=True)


@dataclass(frozen=True)
class Figure(Value):
    """An exact number with its unit.  `near` is 近 or empty, `over` is 余 or empty (概数).

    `grows` is false where change in % makes no sense: scores, small counts.  `up` is the verb for
    the rise of a level (a rate, a score, an average): 提高, or 上升 where lower is better; it is
    empty for an amount, which 增加.  `as_of` follows the figure where a text only states it.
    `bound` is below or above where rounding would say nothing or all: 不足0.01%, 99.99%以上.
    `counts` are the numerator and the denominator of a rate that was computed, and `official` is
    whether the dictionary defines it.
    """

    text: str = field(init=False, default="")
    number: Decimal = field(kw_only=True)
    unit: str = field(kw_only=True, default="")
    label: str = field(kw_only=True, default="")
    near: str = field(kw_only=True, default="")
    over: str = field(kw_only=True, default="")
    grows: bool = field(kw_only=True, default=True)
    up: str = field(kw_only=True, default="")
    as_of: str = field(kw_only=True, default="")
    bound: str = field(kw_only=True, default="")
    counts: tuple[Figure, Figure] | None = field(kw_only=True, default=None, repr=False)
    official: bool = field(kw_only=True, default=False, repr=False)

    def __post_init__(self) -> None:
        """Set the text, once: 近30万元, 2万余人次, 44.83%."""
        object.__setattr__(self, "text", self.with_digits(self.digits))

    @property
    def digits(self) -> str:
        """Return the digits as printed: as entered, but a computed 100.00% is printed as 100%."""
        number = bounded(self.number, self.bound)
        return self.trimmed(number) if self.formula else plain(number)

    def trimmed(self, number: Decimal) -> str:
        """Return the digits of a figure like this one: a rate or a quotient has no 100.00."""
        quotient = self.is_rate or (self.formula and self.up)
        return whole_trimmed(number) if quotient else plain(number)

    def with_digits(self, digits: str) -> str:
        """Return the text with its number written as `digits`: 2万余人次, but 8000余万平方米."""
        before = self.over and self.number == rounded(self.number, -1)
        amount = f"{self.over}{self.scale}" if before else f"{self.scale}{self.over}"
        bound = BOUNDS.get(self.bound, {"before": self.near, "after": ""})
        return bound["before"] + digits + amount + self.base_unit + bound["after"]

    @property
    def scale(self) -> str:
        """Return 万 or 亿 where the unit starts with it, else an empty string."""
        return self.unit[:1] if self.unit[:1] in MULTIPLIERS else ""

    @property
    def is_rate(self) -> bool:
        """Tell whether it is a part of a whole: in %, ‰ or 1/10万."""
        return self.unit in WHOLE

    @property
    def of_few(self) -> bool:
        """Tell whether it is a percentage of so few that their number says more."""
        if self.counts is None or self.official:
            return False
        return self.counts[1].base < FEWEST_OF_RATE

    @property
    def is_level(self) -> bool:
        """Tell whether it stands high or low, as a rate, a score, an average: not an amount."""
        return bool(self.up) or self.is_rate

    @property
    def is_rank(self) -> bool:
        """Tell whether it is a place in an order: 第17位."""
        return self.unit == RANK_UNIT

    @property
    def rise(self) -> str:
        """Return the verb for a rise: an amount 增加, a level 提高 or 上升, a rank 后移."""
        if self.is_rank:
            return RISE_OF_RANK
        return self.up or (RISE_OF_LEVEL["higher"] if self.is_rate else RISE_OF_AMOUNT)

    @property
    def fall(self) -> str:
        """Return the verb for a fall: an amount 减少, a level 下降, a rank 前移."""
        return FALL[self.rise]

    @property
    def base(self) -> Decimal:
        """Return the number in the unit without 万 or 亿: 1463.70万元 is 14637000 元."""
        return self.number.scaleb(MULTIPLIERS.get(self.scale, 0))

    @property
    def base_unit(self) -> str:
        """Return the unit without 万 or 亿, as it is printed."""
        return printed_unit(self.unit[len(self.scale) :])

    @property
    def shown_unit(self) -> str:
        """Return the unit of the text without 万 where 余 parts it from there: 2万余人次."""
        whole = self.text.endswith(printed_unit(self.unit))
        return self.unit if whole else self.unit[len(self.scale) :]

    @property
    def operand(self) -> str:
        """Return the number as a formula shows it: 1463.70, 22.7万, (-3)."""
        operand = plain(self.number) + self.scale
        return f"({operand})" if self.number < 0 else operand


@dataclass(frozen=True)
class Series:
    """One fact in this period (which is printed), the period compared with, and the plan."""

    now: Value
    last: Value
    plan: Value
    label: str
    compared_with: str = "上期"
    announced: bool = (
        False  # the opening has stated it with its change, which need not be said again
    )
    less_sought: bool = False  # the checks that it was found by were fewer than in the last period

    @property
    def text(self) -> str:
        """Return this period's text."""
        return self.now.text

    @property
    def facts(self) -> tuple[str, ...]:
        """Return this period's path."""
        return self.now.facts

    @property
    def formula(self) -> str:
        """Return this period's formula."""
        return self.now.formula

    @property
    def known(self) -> bool:
        """Tell whether this period's value is given."""
        return self.now.known

    def __str__(self) -> str:
        """Return the text, as Jinja prints it."""
        return self.text


class Row:
    """One record of a list; its fields are read as `row.name` in a template."""

    def __init__(self, fields: dict[str, Value | Series]) -> None:
        """Keep the fields, each already a value."""
        self._fields = fields

    def __getitem__(self, name: str) -> Value | Series:
        """Return the field's value; KeyError when the list has no such field."""
        return self._fields[name]

    @property
    def values(self) -> list[Value | Series]:
        """Return the values of all fields, in their order."""
        return list(self._fields.values())


@dataclass(frozen=True)
class Rows:
    """A list of records.  A required list not given yet holds one row of blanks."""

    rows: tuple[Row, ...]
    label: str
    unit: str
    path: str
    first: str
    units: dict[str, str]
    known: bool = True

    def __iter__(self) -> Iterator[Row]:
        """Iterate over the records."""
        return iter(self.rows)

    def __len__(self) -> int:
        """Return the number of records."""
        return len(self.rows)


Fact = Value | Series | Rows


def bounded(number: Decimal, bound: str) -> Decimal:
    """Return the number, or the last before it that a text can say it lies below or above."""
    if bound not in BOUNDS:
        return number  # a sum would round one of more digits than the context keeps
    step = Decimal((0, (1,), int(number.as_tuple().exponent)))
    return number + (step if bound == "below" else -step)


def printed_unit(unit: str) -> str:
    """Return a unit as it stands after digits: 12.3/10万."""
    return PRINTED_UNITS.get(unit, unit)


def facts_of(*sources: Value | Series) -> tuple[str, ...]:
    """Return the paths of all sources, each once, in order."""
    return tuple(dict.fromkeys(path for source in sources for path in source.facts))
