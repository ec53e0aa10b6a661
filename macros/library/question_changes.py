"""The kinds of questions that changes raise: figures that move apart, fall, stop or double.

Mirrors browser/library/question_changes.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.figures.comparisons import growth
from macros.figures.numerals import quotient
from macros.library.question_sums import (
    Found,
    change_of,
    digits,
    mark_of,
    quoted,
    quotients,
    sum_of,
    sum_of_quotients,
)
from macros.schema.vocabulary import DeclaredFact

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library.asked_facts import AskedFacts, Both
    from macros.schema.questions import QuestionRule
    from macros.schema.vocabulary import FactSpec


def apart(rule: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find an amount that does not move with what it is divided by: money against cases."""
    for spec in asked.declared:
        amount, by = asked.both(spec.id), asked.both(spec.per)
        each = quotients(amount, by) if amount and by else None
        if amount and by and each and each.percent >= (rule.at_least or 0):
            words = {
                "amount": amount.series.label,
                "amount_growth": growth(amount.series).text,
                "by": by.series.label,
                "by_growth": growth(by.series).text,
                "unit": by.now.base_unit,
                "before": each.last.text,
                "now": each.now.text,
                "growth": growth(each.series).text,
            }
            sums = (sum_of(amount), sum_of(by), sum_of_quotients(each))
            behind = digits(amount.now, amount.last, by.now, by.last)
            yield Found(spec.id, words, sums, behind, (spec.id, spec.per or ""))


def restandard(_: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find figures that are compared although what they are judged by has changed."""
    changed: dict[str, list[Both]] = {}
    names: dict[str, list[str]] = {}
    for spec in asked.declared:
        standard = next((name for name in spec.judged_by if asked.is_known(name)), None)
        both = asked.both(spec.id)
        if standard and both:
            changed.setdefault(standard, []).append(both)
            names.setdefault(standard, []).append(spec.id)
    for standard, compared in changed.items():
        value = asked.fact(standard)
        labels = quoted([both.series.label for both in compared])
        words = {"standard": f"{asked.specs[standard].label}：{value}", "labels": labels}
        told = (words["standard"], *map(change_of, compared))
        behind = (
            mark_of(str(value)),
            *(n for both in compared for n in digits(both.now, both.last)),
        )
        yield Found(names[standard][0], words, told, behind, tuple(names[standard]))


def fell(rule: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find less of what one looks for, or less looking."""
    for spec in asked.declared:
        both = asked.both(spec.id) if spec.sought == rule.of else None
        if not both or both.step >= 0 or both.last.number < (rule.base or 0):
            continue
        is_told = rule.of == "looking" and asked.mentions(spec.label)
        if both.now.number and both.percent >= (rule.at_least or 0) and not is_told:
            words = {
                "label": both.series.label,
                "before": both.last.text,
                "now": both.now.text,
                "growth": growth(both.series).text,
            }
            efforts = [effort for name in spec.sought_by if (effort := asked.both(name))]
            sums = (sum_of(both), *(line for e in efforts for line in _sums_of_effort(both, e)))
            behind = [n for one in (both, *efforts) for n in digits(one.now, one.last)]
            yield Found(spec.id, words, sums, tuple(behind), (spec.id,))


def _sums_of_effort(found: Both, effort: Both) -> Iterator[str]:
    yield sum_of(effort)
    each = quotients(found, effort, effort.series.label)
    if each:
        yield sum_of_quotients(each)


def stopped(_: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find what was done in the last period and not at all in this one, all of it together."""
    found = [(spec, both) for spec in asked.spoken if (both := _stopped(asked, spec))]
    if found:
        names = tuple(spec.id for spec, _ in found)
        words = {"labels": quoted([spec.label for spec, _ in found])}
        words["compared"] = found[0][1].series.compared_with
        behind = tuple(n for _, both in found for n in digits(both.now, both.last))
        yield Found(names[0], words, tuple(sum_of(both) for _, both in found), behind, names)


def _stopped(asked: AskedFacts, spec: FactSpec) -> Both | None:
    both = asked.both(spec.id) if spec.additive and spec.better == "higher" else None
    if not both or both.now.number or both.last.number <= 0:
        return None
    is_found = isinstance(spec, DeclaredFact) and spec.sought == "found"
    is_told = spec.id in asked.told or asked.mentions(spec.label)
    return None if is_found or is_told else both


def times(rule: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find figures that have doubled or halved."""
    for spec in asked.spoken:
        both = asked.both(spec.id)
        if not both or not both.now.grows or both.now.up or both.last.number <= 0:
            continue
        most = max(both.now.number, both.last.number)
        if most >= (rule.base or 0) and (ratio := _ratio(both)):
            words = {
                "label": spec.label,
                "before": both.last.text,
                "now": both.now.text,
                "times": ratio,
                "compared": both.series.compared_with,
            }
            yield Found(spec.id, words, (sum_of(both),), digits(both.now, both.last), (spec.id,))


def _ratio(both: Both) -> str:
    mine, last = both.now.number, both.last.number
    if mine >= 2 * last:
        return f"{quotient(mine, last, 1)}倍"
    return "一半以下" if mine > 0 and 2 * mine <= last else ""
