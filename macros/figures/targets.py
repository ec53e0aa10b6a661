"""Targets of plans: what a figure is to reach, from where, and what that takes.

A level (a rate, a score, an average) is to reach at least, or at most, its target; an amount the
target itself.  Mirrors browser/figures/targets.js.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_UP, Decimal, localcontext
from typing import TYPE_CHECKING

from macros.figures.arithmetic import now, out_of_range, rest, unit_of
from macros.figures.numerals import PRECISION, plain, trimmed
from macros.figures.values import RISE_OF_LEVEL, SHIFTS, WHOLE, Figure, Value, blank, facts_of

if TYPE_CHECKING:
    from macros.figures.arithmetic import Number

LEAST_OF_LARGE = 10_000  # which are said in 万


def target(x: Number, to: Number) -> Value:
    """Return what a plan sets a figure to, in its unit: 59 is 59%; a blank when that cannot be."""
    this, aim = now(x), now(to)
    if not this or not aim or out_of_range(aim.number, this):
        return blank(x, to, unit=unit_of(x))
    facts, formula = facts_of(this, aim), aim.formula
    return replace(this, number=aim.number, facts=facts, formula=formula, bound="", as_of="")


def step_to(x: Number, to: Number) -> Decimal | None:
    """Return how far a target is above what was reached; None when one is unknown."""
    this, aim = now(x), target(x, to)
    return aim.number - this.number if this and isinstance(aim, Figure) else None


def falls_short(x: Number, to: Number) -> bool:
    """Tell whether a target of a level asks for less than was reached."""
    this, step = now(x), step_to(x, to)
    return bool(this and step and this.is_level and _is_kept(this, step))


# --- in words ---------------------------------------------------------------------------------


def aimed(x: Number, to: Number) -> Value:
    """Return 建档率达到59%以上, 空驶率降到7%以下, 超限额机构减少到1家: without where it starts.

    Of a rank it is 考评名次进入前10位.
    """
    this, aim, step = now(x), target(x, to), step_to(x, to)
    if not this or not isinstance(aim, Figure) or step is None:
        return blank(x, to)
    return Value(f"{this.label}{_verb(this, aim, step)}{_limit(this, aim)}", aim.facts, aim.formula)


def brought(x: Number, to: Number, form: str = "") -> Value:
    """Return 建档率由51.83%提高到57%以上: where it starts and what it is to reach.

    Short, it goes without where it starts: 建档率提高到57%以上.
    """
    this, aim, step = now(x), target(x, to), step_to(x, to)
    if not this or not isinstance(aim, Figure) or step is None or _is_kept(this, step):
        return aimed(x, to)
    word = this.rise if step > 0 else this.fall.replace("下降", "降低")
    text = f"{word}到{_limit(this, aim)}"
    if form:
        return Value(this.label + text, aim.facts, aim.formula)
    formula = "；".join(filter(None, (this.formula, aim.formula)))
    return Value(f"{this.label}由{this.text}{text}", aim.facts, formula)


def _limit(this: Figure, aim: Figure) -> str:
    """Return 59%以上 or 7%以下 of a level; the ends of a rate and amounts are exact."""
    if this.is_rank or not this.is_level or aim.number in (0, WHOLE.get(this.unit)):
        return aim.text
    return aim.text + ("以上" if this.rise == RISE_OF_LEVEL["higher"] else "以下")


def _is_kept(this: Figure, step: Decimal) -> bool:
    """Tell whether a target asks for no more than was reached."""
    return not step or (this.is_level and (step > 0) != (this.rise == RISE_OF_LEVEL["higher"]))


def _verb(this: Figure, aim: Figure, step: Decimal) -> str:
    if _is_kept(this, step):
        return "保持在" if aim.number else "保持为"
    if this.is_rank:
        return "进入前"
    if step > 0:
        return "达到"
    return "降到" if this.is_level else "减少到"


# --- what it takes ----------------------------------------------------------------------------


def effort(x: Number, to: Number) -> Value:
    """Return 按现有43.8万人测算要增加约2.3万人: what a target of a rate takes, as it stands."""
    this, aim, step = now(x), target(x, to), step_to(x, to)
    if not this or not isinstance(aim, Figure) or not step or not this.counts:
        return blank(x, to)
    part, whole = this.counts
    needed = _needed(part, whole, aim)
    if not needed or (needed > 0) != (step > 0):
        return blank(x, to)  # the rate's rounding hides that it is there
    word = "增加" if needed > 0 else "减少"
    formula = f"{whole.operand} × {aim.text} − {part.operand} = {trimmed(needed)}"
    text = f"按现有{whole.text}测算要{word}{_about(abs(needed))}{part.base_unit}"
    return Value(text, aim.facts, formula)


def _needed(part: Figure, whole: Figure, aim: Figure) -> Decimal:
    with localcontext(prec=PRECISION):
        return whole.base * aim.number.scaleb(-SHIFTS[aim.unit]) - part.base


def _about(number: Decimal) -> str:
    """Return 约2.5万 or 220: never less than a plan takes."""
    if number >= LEAST_OF_LARGE:
        return f"约{trimmed(_enough(number, 3).scaleb(-4))}万"
    return plain(_enough(number, 0))


def _enough(number: Decimal, zeros: int) -> Decimal:
    """Return a whole number rounded up, which ends in that many zeros."""
    with localcontext(prec=PRECISION):
        return number.scaleb(-zeros).quantize(Decimal(1), rounding=ROUND_UP).scaleb(zeros)


def shortfall(x: Number) -> Value:
    """Return how many of a rate's whole are not as they should be: 131份 where 92.01% are."""
    this = now(x)
    if not this or not this.counts:
        return blank(x)
    part, whole = this.counts
    return rest(whole, part) if this.rise == RISE_OF_LEVEL["higher"] else part
