"""The kinds of questions that levels raise: nothing found, shares, ranks, samples, targets.

Mirrors browser/library/question_levels.js.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from macros.figures.arithmetic import now, plus, rest, share
from macros.figures.comparisons import change
from macros.figures.numerals import quotient
from macros.figures.values import Blank, Figure, Series, Value
from macros.library.asked_facts import both_of
from macros.library.question_sums import Found, digits

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library.asked_facts import AskedFacts
    from macros.schema.questions import QuestionRule
    from macros.schema.vocabulary import DeclaredFact, FactSpec


def none(_: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find nothing found although somebody looked."""
    for spec in asked.declared:
        figure = asked.figure(spec.id) if spec.sought == "found" else None
        looked = [asked.figure(name) for name in spec.sought_by]
        efforts = [one for one in looked if one and one.number > 0]
        if figure and not figure.number and efforts:
            told = "、".join(f"{effort.label}{effort.text}" for effort in efforts)
            words = {"label": spec.label, "now": figure.text, "efforts": told}
            sums = (f"{told}，{spec.label}{figure.text}",)
            yield Found(spec.id, words, sums, digits(figure, *efforts), (spec.id,))


def shares(rule: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find parts whose share of the whole has jumped."""
    for spec in asked.spoken:
        for whole in spec.part_of:
            found = _jump(rule, asked, spec, whole)
            if found:
                yield found


def _jump(rule: QuestionRule, asked: AskedFacts, spec: FactSpec, name: str) -> Found | None:
    part, whole = asked.both(spec.id), asked.both(name)
    if not part or not whole or whole.now.number < (rule.base or 0):
        return None
    mine, last = share(part.now, whole.now), share(part.last, whole.last)
    jump = both_of(Series(mine, last, Blank(""), "", part.series.compared_with))
    if not jump or abs(jump.step) < (rule.at_least or 0):
        return None
    rate = _rate_of(asked, spec.id, name)
    label = asked.specs[rate].label if rate else f"{part.series.label}占{whole.series.label}的比重"
    if asked.mentions(label):
        return None
    words = {"label": label, "before": jump.last.text, "now": jump.now.text}
    words["change"] = change(jump.series).text
    formulas = f"{label}：本期{jump.now.formula}，{part.series.compared_with}{jump.last.formula}"
    behind = digits(part.now, part.last, whole.now, whole.last)
    return Found(rate or spec.id, words, (formulas,), behind, (spec.id, *filter(None, [rate])))


def _rate_of(asked: AskedFacts, part: str, whole: str) -> str:
    """Return the rate that the text may show of a part and its whole."""
    rates = (n for n in asked.names if asked.specs[n].sources == [part, whole])
    return next(rates, "")


def rank(_: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find a rank without its source."""
    for spec in asked.declared:
        source, figure = spec.stated_by, asked.figure(spec.id)
        if source and figure and asked.fact(source) and not asked.is_known(source):
            label = asked.specs[source].label
            words = {"label": spec.label, "now": figure.text, "source": label}
            told = (f"{spec.label}：{figure.text}", f"{label}：未填")
            yield Found(spec.id, words, told, digits(figure), (spec.id,), source)


def sample(_: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find a sample with faults beside a total that is stated as it is."""
    for spec in asked.declared:
        size, total = asked.figure(spec.id), asked.figure(spec.sample_of)
        if not size or not total:
            continue
        good = next((n for n in asked.names if spec.id in asked.specs[n].part_of), None)
        true = asked.figure(good)
        if true and true.number < size.number:
            yield _extrapolated(spec, (size, true, total), (good or "", spec.sample_of or ""))


def _extrapolated(
    spec: DeclaredFact, figures: tuple[Figure, Figure, Figure], names: tuple[str, str]
) -> Found:
    size, true, total = figures
    faulty, part = rest(size, true), share(true, size)
    number = faulty.number * total.number if isinstance(faulty, Figure) else Decimal(0)
    places = max(0, -int(total.number.as_tuple().exponent)) + 1
    wrong = Figure(number=quotient(number, size.number, places), unit=total.unit, label="")
    words = {
        "label": spec.label,
        "sample": size.text,
        "share": part.text,
        "total_label": total.label,
        "total": total.text,
        "estimate": wrong.text,
    }
    formula = f"{total.operand} × {faulty.text} ÷ {size.text} ≈ {wrong.text}"
    sums = (f"{true.label}：{part.formula}", f"照此推算：{formula}")
    good, of = names
    return Found(good, words, sums, digits(size, true, total), (spec.id, good, of))


def target(_: QuestionRule, asked: AskedFacts) -> Iterator[Found]:
    """Find plans for a rate that aim at no more than has been reached already."""
    entry = asked.entries.get("plans")
    for index, row in enumerate(asked.rows("plans")):
        names = asked.cited(entry[index].get("figure")) if isinstance(entry, list) else []
        if len(names) == 1 and asked.specs[names[0]].traits.quotient:
            aim, spec = plus(row["figure"], row["value"]), asked.specs[names[0]]
            for when, level in _reached(row["figure"]):
                if isinstance(aim, Figure) and _is_worse(aim, level, spec.better):
                    words = {"label": level.label, "target": aim.text, "reached": level.text}
                    told = f"目标{aim.formula}，{when}{level.text}"
                    path, behind = f"plans[{index}].value", digits(aim, level)
                    yield Found(path, {**words, "when": when}, (told,), behind, path=path)
                    break


def _reached(figure: Value | Series) -> Iterator[tuple[str, Figure]]:
    """Yield the levels that have been reached, each with when that was."""
    mine, both = now(figure), both_of(figure)
    if mine:
        yield "本期", mine
    if both:
        yield both.series.compared_with, both.last


def _is_worse(aim: Figure, level: Figure, better: str) -> bool:
    lower, higher = aim.number < level.number, aim.number > level.number
    return higher if better == "lower" else lower
