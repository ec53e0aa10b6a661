"""Remarks on figures that a template states in one sentence, and that nothing relates.

Figures of one unit side by side are nearly always related: a part and its whole, two parts, one
that is at most the other.  Where they are not, `unrelated` says so.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from macros.schema.vocabulary import base_unit
from macros.templating.own_expressions import is_table
from macros.templating.render import names_in

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from macros.library.library import Library
    from macros.schema.vocabulary import DeclaredFact
    from macros.source.report import Report
    from macros.templating.compiler import Body

RELATED = (
    "在 {then} 里写 part_of、at_most 或 apart_from；本来无关的，写 unrelated: {ids}"
    "（还用指标表的，在 {then} 那一行的“无关”栏写 {names}）"
)
END = "。"
TIMES = "次"  # 人次 are 人, counted more than once


def check_relations(library: Library, report: Report) -> None:
    """Report the pairs of a fact together, at the fact that is named later."""
    bodies = [form.body for t in library.templates.values() for form in t.forms.values()]
    sentences = [sentence for body in bodies for sentence in _sentences(body)]
    pairs = {pair for sentence in sentences for pair in _pairs(sentence, library.facts)}
    earlier: dict[str, list[str]] = {}
    for first, then in sorted(pairs):
        earlier.setdefault(then, []).append(first)
    for then, firsts in earlier.items():
        named = "、".join(f"“{library.facts[name].label}”（{name}）" for name in firsts)
        label = library.facts[then].label
        what = f"{named}和“{label}”（{then}）在一句里，单位相同，没有说明怎样相关"
        ids = firsts[0] if len(firsts) == 1 else f"[{', '.join(firsts)}]"
        expected = RELATED.format(then=then, ids=ids, names="；".join(firsts))
        report.warn(library.places[then], what, expected)


def _sentences(body: Body) -> list[list[str]]:
    """Return the names that each sentence prints, its branches one after another."""
    found: list[list[str]] = [[]]
    for piece in _pieces(body):
        if piece == END:
            found.append([])
        else:
            found[-1].append(piece)
    return found


def _pieces(body: Body) -> Iterator[str]:
    """Yield the names that a body prints, and the end of every sentence."""
    for statement in body:
        match statement:
            case str():
                yield from END * statement.count(END)
            case ["=", expression] if not is_table(expression):  # whose rows stand apart
                yield from names_in(expression)
            case ["if" | "vary", branches, otherwise]:
                for _, inner in branches:
                    yield from _pieces(inner)
                yield from _pieces(otherwise)
            case ["for", _, _, inner]:
                yield from _pieces(inner)


def _pairs(names: list[str], facts: Mapping[str, DeclaredFact]) -> Iterator[tuple[str, str]]:
    numbers = [n for n in dict.fromkeys(names) if n in facts and _is_entered_number(facts[n])]
    for a, b in combinations(numbers, 2):
        if _unit(facts[a]) == _unit(facts[b]) and not _related(a, b, facts):
            yield a, b


def _is_entered_number(fact: DeclaredFact) -> bool:
    return fact.traits.number and not fact.computed and fact.unit != ""


def _unit(fact: DeclaredFact) -> str:
    return base_unit(fact.unit).removesuffix(TIMES)


def _related(a: str, b: str, facts: Mapping[str, DeclaredFact]) -> bool:
    of_a, of_b = _wholes(a, facts), _wholes(b, facts)
    if of_a & of_b or b in _compared(of_a, facts) or a in _compared(of_b, facts):
        return True
    return any({a, b} <= set(fact.sources) for fact in facts.values())


def _wholes(name: str, facts: Mapping[str, DeclaredFact]) -> set[str]:
    """Return a fact with all that it is a part of."""
    wholes = facts[name].part_of if name in facts else ()
    return {name}.union(*(_wholes(whole, facts) for whole in wholes))


def _compared(names: set[str], facts: Mapping[str, DeclaredFact]) -> set[str]:
    """Return what the declarations of these facts say of others."""
    return {
        other
        for fact in (facts[name] for name in names if name in facts)
        for other in (*fact.at_most, *fact.apart_from, *fact.unrelated)
    }
