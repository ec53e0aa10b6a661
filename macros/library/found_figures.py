"""Finds the figures again in a paragraph that was edited by hand, and writes it as own text.

The generated paragraph tells which of its words were figures.  Where one of them still stands in
the edited text, an expression that prints exactly these words stands there; all else is plain text.
"""

from __future__ import annotations

import re
from difflib import SequenceMatcher
from functools import cached_property
from itertools import product
from typing import TYPE_CHECKING

from macros.document.document import Run, fact_of
from macros.facts.archetype_facts import inputs_of
from macros.templating.expression_kinds import sides
from macros.templating.language import FILTERS, FUNCTIONS
from macros.templating.own_expressions import ExpressionError, check
from macros.templating.render import evaluate, printed

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from macros.schema.vocabulary import FactSpec
    from macros.templating.compiler import Json
    from macros.templating.render import Scope

Span = tuple[int, int, str]  # from, to, and the expression that stands there
IN_NUMBER = re.compile(r"[0-9.．]{2}")
MOST_FACTS = 6  # of one figure; its expression would take long to find among those of more


def _functions_of(count: int) -> list[str]:
    """Return the functions that take so many arguments."""
    return [name for name, one in FUNCTIONS.items() if one.fewest <= count <= len(one.takes)]


OF_ONE, OF_TWO = _functions_of(1), _functions_of(2)


class FigureFinder:
    """Finds the expressions that print given words; `scope` gives the values of facts."""

    def __init__(self, specs: Mapping[str, FactSpec], scope: Scope) -> None:
        """Take the facts of a summary, and their values."""
        self.specs, self.scope = specs, scope
        self.known: dict[tuple[str, tuple[str, ...]], str] = {}

    def as_own_text(self, runs: Sequence[Run], text: str) -> str:
        """Return a paragraph, edited or not, with the figures that still stand in it."""
        spans = self._kept(runs, text)
        spans += self._moved(runs, text, spans)
        parts, at = [], 0
        for start, end, expression in sorted(spans):
            parts += [text[at:start], expression]
            at = end
        return "".join([*parts, text[at:]])

    # --- where the figures stand ---

    def _kept(self, runs: Sequence[Run], text: str) -> list[Span]:
        """Return the figures whose surroundings tell that they stand where they stood."""
        whole = "".join(run.text for run in runs)
        same = SequenceMatcher(None, whole, text, autojunk=False).get_matching_blocks()
        spans: list[Span] = []
        for start, run in _with_starts(runs):
            end, expression = start + len(run.text), self.expression(run)
            for block in same if expression else []:
                if block.a <= start and end <= block.a + block.size:
                    moved = start - block.a + block.b
                    spans.append((moved, moved + len(run.text), expression))
        return [span for span in spans if _is_whole(text, span)]

    def _moved(self, runs: Sequence[Run], text: str, kept: Sequence[Span]) -> list[Span]:
        """Return the other figures that stand in the text once, where no other can be meant."""
        moved: list[Span] = []
        taken = {expression for *_, expression in kept}
        for run in runs:
            meant = {self.expression(other) for other in runs if other.text == run.text}
            expression = self.expression(run)
            if not expression or expression in taken or len(meant) > 1:
                continue
            found = (at.span() for at in re.finditer(re.escape(run.text), text))
            spans = [(*at, expression) for at in found if _is_whole(text, (*at, expression))]
            free = [span for span in spans if not any(_overlap(span, s) for s in [*kept, *moved])]
            if len(spans) == 1:
                moved += free
                taken.add(expression)
        return moved

    # --- which expression it is ---

    def expression(self, run: Run) -> str:
        """Return an expression that prints exactly this run, in its braces; nothing without one."""
        if not run.facts:
            return ""
        key = (run.text, run.facts)
        if key not in self.known:
            printing = (written for written, code in self._tries(run) if self._prints(code, run))
            written = next(printing, "")
            self.known[key] = f"{{{{ {written} }}}}" if written else ""
        return self.known[key]

    def _prints(self, code: Json, run: Run) -> bool:
        try:
            check(code, self.specs)
        except ExpressionError:
            return False
        value = printed(evaluate(code, self.scope))
        return Run(value.text).text == run.text and {*value.facts} == {*run.facts}

    def _tries(self, run: Run) -> Iterator[tuple[str, Json]]:
        """Yield what could print a run, written and compiled, the simplest first."""
        operands = [*self._operands({fact_of(path) for path in run.facts})]
        yield from operands
        for (written, code), word in product(operands, FILTERS):
            yield f"{written}|{word}", ["()", word, code]
        for (written, code), word in product(operands, OF_ONE):
            yield f"{word}({written})", ["()", word, code]
        for one, other, word in product(operands, operands, OF_TWO):
            yield f"{word}({one[0]}, {other[0]})", ["()", word, one[1], other[1]]

    def _operands(self, facts: set[str]) -> Iterator[tuple[str, Json]]:
        """Yield the facts that a run may be made of, then their sides, written and compiled."""
        names = self._names(facts)
        yield from ((name, name) for name in names)
        for name in names:
            known = sides(self.specs[name], self.specs)
            for side in known if len(known) > 1 else ():
                yield f"{name}.{side}", [".", name, side]

    def _names(self, facts: set[str]) -> list[str]:
        """Return facts, and those that are computed from nothing else."""
        if len(facts) > MOST_FACTS:
            return []
        computed = [name for name, inputs in self._computed.items() if inputs <= facts]
        return [*sorted(name for name in facts if name in self.specs), *computed]

    @cached_property
    def _computed(self) -> dict[str, set[str]]:
        names = [name for name, spec in self.specs.items() if spec.computed]
        return {name: {*inputs_of(self.specs, [name])} for name in names}


def _with_starts(runs: Iterable[Run]) -> Iterator[tuple[int, Run]]:
    start = 0
    for run in runs:
        yield start, run
        start += len(run.text)


def _is_whole(text: str, span: Span) -> bool:
    """Tell whether a span is no part of a longer number: 5 within 15, 3.5 within 3.54."""
    start, end, _ = span
    edges = [text[start - 1 : start + 1]] if start else []
    return not any(IN_NUMBER.fullmatch(edge) for edge in [*edges, text[end - 1 : end + 1]])


def _overlap(one: Span, other: Span) -> bool:
    return one[0] < other[1] and other[0] < one[1]
