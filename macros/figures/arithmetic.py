"""Arithmetic on figures, exact: quotients, sums, remainders and what a plan makes of them.

Every function takes values and returns a value, never a bare string, so that the text carries the
facts and the formula it came from.  A missing figure gives a visible blank.  A quotient is rounded
once, half up; percentages have two decimals, or none when they are whole numbers.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from macros.figures.numerals import in_tenths, plain, quotient, trimmed, whole_trimmed
from macros.figures.values import (
    BOUNDS,
    LARGEST_SHARE,
    MARK,
    MULTIPLIERS,
    SHIFTS,
    WHOLE,
    Blank,
    Figure,
    Rows,
    Series,
    Value,
    blank,
    bounded,
    facts_of,
    printed_unit,
)

DECIMALS = 2
PER_MILLE = 3  # a share as a power of ten

Number = Value | Series


def now(x: Number) -> Figure | None:
    """Return this period's figure, or None when it is not given."""
    value = x.now if isinstance(x, Series) else x
    return value if isinstance(value, Figure) else None


def side(x: Number, name: str) -> Figure | None:
    """Return the figure of the side `last` or `plan`, or None when there is none."""
    value = getattr(x, name) if isinstance(x, Series) else None
    return value if isinstance(value, Figure) else None


def pair(x: Number, name: str) -> tuple[Figure, Figure] | None:
    """Return this period's figure and the one of the side `name`, or None when one is missing."""
    this, other = now(x), side(x, name)
    return (this, other) if this and other else None


def blank_for(x: Number, name: str) -> Blank:
    """Return a blank for what is missing: this period's figure, that of the side, or both."""
    return blank(x.now, getattr(x, name)) if isinstance(x, Series) else blank(x)


# --- quotients --------------------------------------------------------------------------------


def rate(label: str, numerator: Value, denominator: Value, unit: str, decimals: int) -> Value:
    """Return numerator ÷ denominator, rounded to `decimals`; a blank when that is impossible."""
    printed = printed_unit(unit)
    if not isinstance(numerator, Figure) or not isinstance(denominator, Figure):
        return blank(numerator, denominator, unit=printed)
    if not denominator.number:
        return blank(numerator, denominator, unit=printed)
    shift = SHIFTS.get(unit, -MULTIPLIERS.get(unit[:1], 0))
    number = quotient(numerator.base.scaleb(shift), denominator.base, decimals)
    bound = _bound(number, numerator, denominator, unit)
    relation = BOUNDS[bound]["relation"] if bound else "="
    result = f"{relation} {whole_trimmed(bounded(number, bound))}{printed}"
    formula = f"{numerator.operand} ÷ {denominator.operand} {result}"
    facts = facts_of(numerator, denominator)
    return Figure(
        facts=facts,
        formula=formula,
        number=number,
        unit=unit,
        label=label,
        bound=bound,
        counts=(numerator, denominator) if unit in WHOLE else None,
    )


def _bound(number: Decimal, part: Figure, whole: Figure, unit: str) -> str:
    """Return below for a part that rounds to nothing, above for one that rounds to its whole."""
    if not number and part.base > 0:
        return "below"
    return "above" if number == WHOLE.get(unit) and part.base < whole.base else ""


def share(part: Number, whole: Number) -> Value:
    """Return part ÷ whole as a percentage: 60.07%; a blank where it would say nothing."""
    a, b = now(part), now(whole)
    if not a or not b or not 0 <= a.base <= b.base * LARGEST_SHARE:
        return blank(part, whole, unit="%")
    return rate(f"{a.label}占{b.label}的比重", a, b, "%", DECIMALS)


def roughly(part: Number, whole: Number) -> Value:
    """Return how large a part is, in words: 两成多, 近七成, 约一半; a blank unless it is a part."""
    a, b = now(part), now(whole)
    if not a or not b or not 0 < a.base < b.base:
        return blank(part, whole)
    said = share(part, whole)
    thousandths = quotient(a.base.scaleb(PER_MILLE), b.base, 0)
    return Value(in_tenths(int(thousandths)), said.facts, said.formula)


def completion(x: Number) -> Value:
    """Return this period's figure ÷ its plan as a percentage: 100%, 112.50%."""
    both = pair(x, "plan")
    if not both:
        return blank(blank_for(x, "plan"), unit="%")
    return rate(f"{both[0].label}完成率", *both, "%", DECIMALS)


def per(total_of: Number, heads: Number) -> Value:
    """Return total ÷ heads in the total's unit without 万 or 亿: 63.13元.

    A blank where the heads are a rate or fewer than one, as nothing can be shared out among them.
    """
    a, b = now(total_of), now(heads)
    if not a or not b or b.is_rate or b.base < 1:
        return blank(total_of, heads, unit=unit_of(total_of).lstrip("".join(MULTIPLIERS)))
    return rate(f"平均{a.label}", a, b, a.base_unit, DECIMALS)


# --- sums and remainders ----------------------------------------------------------------------


def unit_of(x: Number) -> str:
    """Return a figure's unit as printed, even while the figure is a blank."""
    value = x.now if isinstance(x, Series) else x
    return printed_unit(value.unit) if isinstance(value, Figure) else value.text.removeprefix(MARK)


def rest(whole: Number, part: Number) -> Value:
    """Return whole - part in the whole's unit: 128份; a blank when the part is larger."""
    a, b = now(whole), now(part)
    if not a or not b or a.base < b.base:
        return blank(whole, part, unit=unit_of(whole))
    return _combined(a, b, "−", a.number - _scaled_to(a, b))


def _combined(a: Figure, b: Figure, sign: str, number: Decimal) -> Figure:
    """Return the result of a calculation in the unit and with the label of `a`."""
    formula = f"{a.operand} {sign} {b.operand} = {plain(number)}{a.scale}"
    facts = facts_of(a, b)
    return Figure(facts=facts, formula=formula, number=number, unit=a.unit, label=a.label)


def _scaled_to(like: Figure, figure: Figure) -> Decimal:
    """Return a figure's number at the scale of `like`: 2000元 is 0.2 where `like` is in 万元."""
    if figure.scale == like.scale:
        return figure.number
    return Decimal(trimmed(figure.base.scaleb(-MULTIPLIERS.get(like.scale, 0))))


def out_of_range(number: Decimal, like: Figure) -> bool:
    """Tell whether a planned number falls below zero, or a percentage rises above 100."""
    most = WHOLE.get(like.unit)
    return number < 0 <= like.number or (most is not None and number > most >= like.number)


def plus(x: Number, step: Number) -> Value:
    """Return x + step in the unit of x; for a rate the step is in 百分点, and the limit 100%."""
    a, b = now(x), now(step)
    if not a or not b:
        return blank(x, step, unit=unit_of(x))
    b = b if b.unit else replace(b, unit=a.scale)
    number = a.number + _scaled_to(a, b)
    return (
        blank(x, step, unit=unit_of(x)) if out_of_range(number, a) else _combined(a, b, "+", number)
    )


def raised(x: Number, step: Number, form: str = "") -> Value:
    """Return 水质合格率由44.83%提高到49.83%: the figure and what the plan raises it to.

    Short, it goes without what the figure is now: 水质合格率提高到49.83%.
    """
    a, b, aim = now(x), now(step), plus(x, step)
    if not a or not b or not aim.known:
        return blank(x, step)
    if not b.number:
        return Value(f"{a.label}保持{a.text}", aim.facts, aim.formula)
    word = a.rise if b.number > 0 else a.fall.replace("下降", "降低")
    base = "" if form else f"由{a.text}"
    return Value(f"{a.label}{base}{word}到{aim.text}", aim.facts, aim.formula)


def summed(label: str, parts: list[Value], unit: str) -> Value:
    """Return the sum of the parts; a blank when one is missing."""
    figures = [part for part in parts if isinstance(part, Figure)]
    if len(figures) < len(parts) or not figures:
        return blank(*parts, unit=unit)
    number = sum((f.number for f in figures[1:]), figures[0].number)
    formula = " + ".join(f.operand for f in figures) + f" = {plain(number)}{figures[0].scale}"
    facts = facts_of(*figures)
    return Figure(facts=facts, formula=formula, number=number, unit=unit, label=label)


def total(rows: Rows, name: str) -> Value:
    """Return the sum of one field over a list, with the field's unit; an empty list sums to 0."""
    unit = rows.units[name]
    if not rows.rows:
        return Figure(facts=(rows.path,), number=Decimal(0), unit=unit, label=rows.label)
    values = [row[name] for row in rows]
    return summed(rows.label, [v.now if isinstance(v, Series) else v for v in values], unit)


def count(rows: Rows) -> Value:
    """Return how many records a list has, with its measure word: 5项."""
    return _counted(rows, len(rows)) if rows.known else Blank(MARK + rows.unit, (rows.path,))


def tally(rows: Rows, name: str, option: str) -> Value:
    """Return how many records have an option: 2项; a blank where one record has none yet."""
    chosen = [row[name] for row in rows]
    if not rows.known or not all(value.known for value in chosen):
        return Blank(MARK + rows.unit, (rows.path,))
    return _counted(rows, sum(value.text == option for value in chosen))


def _counted(rows: Rows, number: int) -> Figure:
    return Figure(facts=(rows.path,), number=Decimal(number), unit=rows.unit, label=rows.label)


# --- a figure with its label ------------------------------------------------------------------


def named(x: Number, form: str = "") -> Value:
    """Return the figure after its label: 建档率为51.83%, 聚集性疫情2起, 考评名次第17位.

    Of an amount of zero it is 没有聚集性疫情.  Short, it is the label alone, where the text has
    just stated the figure.
    """
    this = now(x)
    if not this:
        return blank(x)
    if form:
        return Value(this.label, this.facts)
    if not (this.number or this.is_level or this.is_rank):
        return Value(f"没有{this.label}", this.facts, this.formula)
    if this.is_level and not this.number and not this.bound:
        return Value(f"{this.label}为零", this.facts, this.formula)
    verb = "第" if this.is_rank else "为" if this.is_rate and this.bound != "below" else ""
    return Value(f"{this.label}{verb}{this.text}", this.facts, this.formula)
