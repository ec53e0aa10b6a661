"""What a sentence makes of a figure: nothing, one and all in words, and what is unknown unsaid.

A template gives the words, these functions decide which of them the figures bear out.  What begins
with a comma follows the statement of its figure, and is empty where there is nothing to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.figures.arithmetic import Number, now, pair, share, side
from macros.figures.comparisons import against, before, compared, from_plan, set_beside
from macros.figures.conditions import announced
from macros.figures.values import WHOLE, Blank, Figure, Value, blank, facts_of

if TYPE_CHECKING:
    from collections.abc import Callable

DONE = "已"  # what leads a word for something that is done: 已整改
FEW = 2  # one of two is half of them, one of more is few


def told(x: Number, word: str, none: str) -> Value:
    """Return 召开专题会议3次, or for zero the words for it: 没有召开专题会议."""
    this = now(x)
    if this and not this.number:
        return Value(none, this.facts, this.formula)
    return _after(word, x)


def _after(word: str, x: Number) -> Value:
    """Return a figure with its own date, or its blank, after a word."""
    this = now(x)
    if not this:
        return Blank(word + x.text, x.facts)
    return Value(word + this.text + this.as_of, this.facts, this.formula)


def planned(x: Number, word: str, none: str) -> Value:
    """Return what became of a plan: 按计划检查4次; 检查3次，比计划的4次少1次.

    Without a plan, or with one of zero, what `told` returns.
    """
    both = pair(x, "plan")
    if not both or not both[1].number:
        return told(x, word, none)
    off = from_plan(*both)
    return Value(_against_plan(*both, off.text, word, none), off.facts, off.formula)


def _against_plan(this: Figure, plan: Figure, off: str, word: str, none: str) -> str:
    if not this.number:
        return f"计划{word}{plan.text}，{none}"
    if this.number == plan.number:
        return f"按计划{word}{this.text}"
    return f"{word}{this.text}，比计划的{plan.text}{off}"


# --- a part of a whole ------------------------------------------------------------------------


def outcome(part: Number, whole: Number, word: str, other: str, rate_word: str = "") -> Value:
    """Return how much of a whole is so: 全部合格, 均不合格, or 合格8份 with its rate where asked.

    Of a single one it is 合格 or 不合格.  There is nothing to say of a whole of zero.
    """
    a, b = now(part), now(whole)
    if b and not b.number:
        return blank(part, whole)
    said = _all_or_none(a, b, word, other) if a and b else ""
    if said:
        return Value(said, facts_of(part, whole))
    few = a and b and a.base == 1 and b.base > FEW
    some = Value(f"仅{a.text}{word}", a.facts) if a and few else _after(word, part)
    if not rate_word:
        return some
    exceeds = a and b and a.base > b.base
    rate = blank(part, whole, unit="%") if exceeds else share(part, whole)
    return _joined(some, rated(rate, rate_word))


def _all_or_none(part: Figure, whole: Figure, word: str, other: str) -> str:
    """Return the words for all of a whole or for none; an empty text for some of it."""
    one = whole.base == 1
    if part.base == whole.base:
        return word if one else f"{'均' if word.startswith(DONE) else '全部'}{word}"
    return (other if one else f"均{other}") if not part.number else ""


def rated(rate: Number, word: str, form: str = "") -> Value:
    """Return what follows an outcome: ，合格率80%，比上年同期提高2个百分点.

    After all or none the rate is said already, so only its change follows, if there is one; the
    change of a figure that the opening has stated is said already, too.  A percentage of a few
    says less than their number: where the dictionary does not define it, it follows only beside
    the earlier one, ，落实率90%，上年为81.25%.
    """
    this, earlier = now(rate), side(rate, "last")
    if not this:
        return Blank(f"，{word}{rate.text}", rate.facts)
    said = not this.bound and this.number in (0, WHOLE.get(this.unit))
    value = Value("") if said else _after(f"，{word}", this)
    lead = Value(f"，{word}") if said else _joined(value, Value("，"))
    if this.of_few:
        return _rated_of_few(rate, lead)
    if not earlier or announced(rate) or (said and earlier.number == this.number):
        return value
    return _joined(lead, compared(rate, form))


def _rated_of_few(rate: Number, lead: Value) -> Value:
    """Return a rate of a few only beside the earlier one: ，办结率90%，上年为81.25%."""
    both = pair(rate, "last")
    if not both or both[1].number in (0, both[0].number) or announced(rate):
        return Value("")
    return _joined(lead, before(rate))


# --- what follows a figure --------------------------------------------------------------------


def then_compared(x: Number, form: str = "") -> Value:
    """Return ，比上年同期增加259.05万元，增长21.50% where both periods are known.

    After a zero it says what there was before, if anything: ，上年同期为5例; where there was
    nothing before, ，上年同期没有.  Of a figure that the opening has stated with its change there
    is nothing more to say.
    """
    return _followed(x, form, compared)


def then_against(x: Number, form: str = "") -> Value:
    """Return the same without a percentage: ，比上年同期减少3例."""
    return _followed(x, form, against)


def then_before(x: Number, form: str = "") -> Value:
    """Return only what there was before, of the small: ，上年同期为5例."""
    return _followed(x, form, _earlier)


def _earlier(x: Number, form: str) -> Value:
    earlier = side(x, "last")
    return before(x, form) if earlier and earlier.number else against(x, form)


def _followed(x: Number, form: str, comparing: Callable[[Number, str], Value]) -> Value:
    both = pair(x, "last")
    if announced(x) or not both or not (both[0].number or both[1].number):
        return Value("")
    said = set_beside(x, form, comparing) if both[0].number else before(x, form)
    return _joined(Value("，"), said)


def _joined(first: Value, second: Value) -> Value:
    """Return one value after another; a blank when one of them is."""
    kind = Value if first.known and second.known else Blank
    formula = "；".join(filter(None, (first.formula, second.formula)))
    return kind(first.text + second.text, facts_of(first, second), formula)
