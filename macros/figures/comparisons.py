"""Comparisons in words: a figure against the earlier one and against the plan.

The figures choose between 增加, 减少 and 持平, never a writer.  A base of zero gives no percentage.
Where a template asks for the `short` form, a section has compared with that period in full before.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.figures.arithmetic import (
    DECIMALS,
    Number,
    blank_for,
    completion,
    named,
    now,
    pair,
    side,
)
from macros.figures.numerals import plain, quotient, whole_trimmed
from macros.figures.periods import SHORT
from macros.figures.values import (
    BOUNDS,
    FEWEST_OF_RATE,
    POINTS,
    WHOLE,
    DayValue,
    Figure,
    Series,
    Value,
    blank,
    bounded,
    facts_of,
)

if TYPE_CHECKING:
    from collections.abc import Callable
    from decimal import Decimal

MONTHS = 12
TENFOLD = 1  # decimal places: growth of 1000 % says only that there was next to nothing before
PERCENT_SHIFT = 2  # decimal places: a percentage is the quotient times 10**2


def _percent(part: Decimal, whole: Decimal) -> Decimal:
    return quotient(part.scaleb(PERCENT_SHIFT), whole, DECIMALS)


def percentage(this: Figure, other: Figure) -> Decimal:
    """Return by how many percent a figure is above another one, which is not zero."""
    return _percent(_difference(this, other), other.number)


def _direction(step: Decimal, figure: Figure) -> str:
    return figure.rise if step > 0 else figure.fall


def _size(step: Decimal, figure: Figure) -> str:
    if figure.unit in POINTS:
        return f"{whole_trimmed(abs(step))}个{POINTS[figure.unit]}"
    return figure.trimmed(abs(step)) + figure.scale + figure.base_unit


def _difference(this: Figure, other: Figure) -> Decimal:
    """Return this - other; both sides of a series have the same unit."""
    return this.number - other.number


def _difference_formula(this: Figure, other: Figure) -> str:
    return f"{this.operand} − {other.operand} = {plain(_difference(this, other))}{this.scale}"


def change(x: Number) -> Value:
    """Return 增加259.05万元, 减少3起 or 持平; for a rate 提高2.35个百分点."""
    both = pair(x, "last")
    if not both:
        return blank_for(x, "last")
    this, other = both
    step = _difference(this, other)
    text = _direction(step, this) + _size(step, this) if step else "持平"
    return Value(text, facts_of(this, other), _difference_formula(this, other))


def _has_growth(this: Figure, other: Figure) -> bool:
    """Tell whether growth in % makes sense: not for rates, negative figures, too small a base."""
    grows = this.grows and not this.is_rate and this.number >= 0 < other.number
    return grows and _difference(this, other) < other.number.scaleb(TENFOLD)


def _growth_parts(this: Figure, other: Figure) -> tuple[str, str]:
    """Return 增长21.50% and its formula; two empty strings where a percentage makes no sense."""
    step = _difference(this, other)
    if not _has_growth(this, other):
        return "", ""
    rate = percentage(this, other)
    if not rate:
        return "", ""
    fall_word = "下降" if this.fall == "减少" else "降幅"  # 减少5人，下降2%, but 下降5元，降幅2%
    word = "增长" if step > 0 else fall_word
    difference = f"({this.operand} − {other.operand}) ÷ {other.operand}"
    if rate == -WHOLE["%"] and this.number:
        most = bounded(abs(rate), "above")  # something is left
        return f"{word}{most}%{BOUNDS['above']['after']}", f"{difference} < -{most}%"
    return f"{word}{whole_trimmed(abs(rate))}%", f"{difference} = {whole_trimmed(rate)}%"


def from_plan(this: Figure, plan: Figure) -> Value:
    """Return how much more or less than planned it is: 多2次, 少1次; an empty text for neither."""
    step = _difference(this, plan)
    text = ("多" if step > 0 else "少") + _size(step, this) if step else ""
    return Value(text, facts_of(this, plan), _difference_formula(this, plan))


def paced(x: Number, day: Value) -> Value:
    """Return 快于时间进度 of what a plan sets for the year; in December 没有完成 or 已经完成."""
    both = pair(x, "plan")
    if not both or not both[1].number or not isinstance(day, DayValue):
        return blank(blank_for(x, "plan"), day)
    this, plan = both
    done, due = this.number * MONTHS, plan.number * day.day.month
    if day.day.month == MONTHS:
        text = "没有完成" if done < due else "已经完成"
    elif done == due:
        text = "与时间进度一致"
    else:
        text = f"{'快' if done > due else '慢'}于时间进度"
    return Value(text, facts_of(this, plan, day), completion(x).formula)


def growth(x: Number) -> Value:
    """Return 增长21.50%, 下降3.10% or 持平; the difference where a percentage makes no sense."""
    both = pair(x, "last")
    if not both:
        return blank_for(x, "last")
    text, formula = _growth_parts(*both)
    if text:
        return Value(text, facts_of(*both), formula)
    this, other = both
    if not _difference(this, other) or not _has_growth(this, other):
        return change(x)
    return Value("基本持平", facts_of(*both), _difference_formula(*both))


def compared(x: Number, form: str = "") -> Value:
    """Return 比上年同期增加259.05万元，增长21.50%, or 与上年同期持平; short 同比增长21.50%."""
    both = pair(x, "last")
    if not both or not isinstance(x, Series):
        return blank_for(x, "last")
    comparison = against(x, form)
    percentage, formula = _growth_parts(*both)
    if form and percentage:
        word = _short_base(x) + percentage.replace("降幅", "下降")
        return Value(word, comparison.facts, formula)
    text = comparison.text + (f"，{percentage}" if percentage else "")
    return Value(text, comparison.facts, "；".join(filter(None, (comparison.formula, formula))))


def against(x: Number, form: str = "") -> Value:
    """Return 比上年同期减少3例 or 与上年同期持平, without a percentage; short 同比减少3例."""
    both = pair(x, "last")
    if not both or not isinstance(x, Series):
        return blank_for(x, "last")
    step = change(x)
    base = _base(x, form, differs=bool(_difference(*both)))
    return Value(base + step.text, step.facts, step.formula)


def _base(x: Series, form: str, *, differs: bool) -> str:
    """Return what leads a comparison: 比上年同期, 与上年同期 before 持平; short 同比, 比上年."""
    if form and (differs or x.compared_with in SHORT):
        return _short_base(x)
    return f"{'比' if differs else '与'}{x.compared_with}"


def _short_base(x: Series) -> str:
    return SHORT.get(x.compared_with, f"比{x.compared_with}")


def before(x: Number, form: str = "") -> Value:
    """Return the earlier figure: 上年同期为5例; short 上年同期5例."""
    other = side(x, "last")
    if not other or not isinstance(x, Series):
        return blank_for(x, "last")
    verb = "" if form else "为"
    return Value(f"{x.compared_with}{verb}{other.text}", other.facts, other.formula)


def set_beside(x: Number, form: str, comparing: Callable[[Number, str], Value]) -> Value:
    """Return a comparison, or 上年同期没有 of an amount that there was none of."""
    both = pair(x, "last")
    if not both or not isinstance(x, Series) or not _is_new(*both):
        return comparing(x, form)
    return Value(f"{x.compared_with}没有", facts_of(both[1]))


def _is_new(this: Figure, other: Figure) -> bool:
    """Tell whether there is some of an amount of which there was nothing."""
    return not (this.is_rate or this.up or this.is_rank) and this.number > 0 == other.number


def stated(x: Number, form: str = "") -> Value:
    """Return label, value, comparison and completion, as far as known: a figure cited in a text.

    Short, the comparison is, and the plan is left out.
    """
    this = now(x)
    if not this:
        return blank(x)
    parts = [named(x), *_compared_if_known(x, form)]
    plan = side(x, "plan")
    if plan and plan.number and not form:
        parts.append(_against_plan(x, this, plan))
    return _listed(parts)


def measured(x: Number, form: str = "") -> Value:
    """Return value and comparison, as far as known: beside the name of a figure in a table."""
    this = now(x)
    return _listed([this, *_compared_if_known(x, form)]) if this else blank(x)


def _listed(parts: list[Value]) -> Value:
    formula = "；".join(part.formula for part in parts if part.formula)
    return Value("，".join(part.text for part in parts), facts_of(*parts), formula)


def _compared_if_known(x: Number, form: str) -> list[Value]:
    return _beside(x, form) if isinstance(x, Series) and side(x, "last") else []


def _beside(x: Series, form: str) -> list[Value]:
    """Return the comparison of a figure that is stated; of none, what there was before, if any."""
    this = now(x)
    if not this or this.number or this.is_level or this.is_rank:
        return [set_beside(x, form, compared)]
    other = side(x, "last")
    return [before(x, form)] if other and other.number else []


def changed(x: Number, form: str = "") -> Value:
    """Return label and comparison without the value: 到岗率比上年同期提高2.46个百分点.

    Where nobody has given the earlier figure, it is the label and the value.
    """
    this, both = now(x), pair(x, "last")
    if not this or not both:
        return named(x)
    comparison = compared(x, form)
    return Value(this.label + comparison.text, comparison.facts, comparison.formula)


def _against_plan(x: Number, this: Figure, plan: Figure) -> Value:
    if not this.is_level and plan.base < FEWEST_OF_RATE:
        off = from_plan(this, plan)
        text = f"比计划的{plan.text}{off.text}" if off.text else "达到计划"
        return Value(text, off.facts, off.formula)
    if not this.is_rate:
        done = completion(x)
        return Value(f"为计划的{done.text}", done.facts, done.formula)
    step = _difference(this, plan)
    word = "高于" if step > 0 else "低于"
    text = f"{word}目标{_size(step, this)}" if step else "与目标持平"
    return Value(text, facts_of(this, plan), _difference_formula(this, plan))
