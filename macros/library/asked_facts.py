"""The facts of a summary as somebody asks of them: only those that the text may show.

Mirrors browser/library/asked_facts.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from typing import TYPE_CHECKING

from macros.facts.context import context_of
from macros.figures.arithmetic import pair
from macros.figures.numerals import quotient
from macros.figures.values import Figure, Row, Rows, Series
from macros.schema.vocabulary import DeclaredFact
from macros.source.shared_table import shared_table
from macros.templating.citations import citation
from macros.templating.own_expressions import ExpressionError
from macros.templating.render import names_in

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from macros.facts.entries import Entries
    from macros.figures.values import Fact
    from macros.schema.vocabulary import FactSpec

TABLE = shared_table(__file__)
TOLD_IN: list[str] = TABLE["told_in"]  # the lists that say why a figure they cite is as it is
NOUN = 2  # characters at the end of a label say what it is: 抽查, 会议


class AskedFacts:
    """The facts that the text may show, the text being made of the facts `entered`."""

    def __init__(
        self,
        specs: Mapping[str, FactSpec],
        entries: Entries,
        entered: Collection[str],
        inputs: Mapping[str, Collection[str]],
    ) -> None:
        """Take the declarations, what was entered, and the names of what the text asks for.

        `inputs` is what is entered for each computed fact.
        """
        self.specs, self.entries = specs, entries
        self.entered, self.inputs = set(entered), inputs
        self._fact = context_of(specs, entries)

    @cached_property
    def names(self) -> list[str]:
        """The names of the facts that the text may show, in the order of the vocabulary."""
        inputs = self.inputs
        return [n for n in self.specs if self.entered.issuperset(inputs.get(n, (n,)))]

    @property
    def spoken(self) -> Iterator[FactSpec]:
        """Yield the declarations of the facts that the text may show."""
        return (self.specs[name] for name in self.names)

    @property
    def declared(self) -> Iterator[DeclaredFact]:
        """Yield the project's facts among them, whose declarations say what is asked."""
        return (spec for spec in self.spoken if isinstance(spec, DeclaredFact))

    def fact(self, name: str | None) -> Fact | None:
        """Return the value of a fact that the text may show."""
        return self._fact(name) if name and name in self._shown else None

    @cached_property
    def _shown(self) -> set[str]:
        return set(self.names)

    def figure(self, name: str | None) -> Figure | None:
        """Return this period's figure, if the text may show it."""
        fact = self._number(name)
        value = fact.now if isinstance(fact, Series) else fact
        return value if isinstance(value, Figure) else None

    def both(self, name: str | None) -> Both | None:
        """Return a fact that has a figure for this period and for the last."""
        return both_of(self._number(name))

    def _number(self, name: str | None) -> Fact | None:
        """Return the value of a fact, if it may be one or more figures; a list is not even read."""
        traits = self.specs[name].traits if name and name in self._shown else None
        return self.fact(name) if traits and (traits.number or traits.quotient) else None

    def is_known(self, name: str) -> bool:
        """Tell whether a fact that the text may show was entered."""
        return name in self._shown and name in self.entries

    def rows(self, name: str | None) -> list[Row]:
        """Return the records of a list that were entered."""
        fact = self.fact(name)
        return list(fact.rows) if isinstance(fact, Rows) and fact.known else []

    @cached_property
    def told(self) -> set[str]:
        """The facts that the text cites where it says why they are as they are."""
        return {name for rows in TOLD_IN for name in self._cited(rows)}

    def _cited(self, rows: str) -> Iterator[str]:
        entry = self.entries.get(rows) if rows in self._shown else None
        for record in entry if isinstance(entry, list) else []:
            yield from self.cited(record.get("figure"))

    def mentions(self, label: str) -> bool:
        """Tell whether the text speaks of something where it says why things are as they are."""
        noun = label.removesuffix("率")[-NOUN:]
        return any(noun in text for text in self._reasons)

    @cached_property
    def _reasons(self) -> list[str]:
        entries = (self.entries.get(rows) for rows in TOLD_IN if rows in self._shown)
        records = [record for rows in entries if isinstance(rows, list) for record in rows]
        return [text for record in records for text in record.values() if isinstance(text, str)]

    def cited(self, written: object) -> list[str]:
        """Return the names of the facts that the field of a record cites."""
        try:
            return names_in(citation(written, self.specs)) if isinstance(written, str) else []
        except ExpressionError:
            return []


@dataclass(frozen=True)
class Both:
    """A series that has a figure for this period and for the last."""

    series: Series
    now: Figure
    last: Figure

    @property
    def step(self) -> Decimal:
        """Return by how much it has grown; below zero where it has fallen."""
        return self.now.number - self.last.number

    @property
    def percent(self) -> Decimal:
        """Return by how many percent it has changed, up or down; 0 where there was nothing."""
        if self.last.number <= 0:
            return Decimal(0)
        return quotient(abs(self.step).scaleb(2), self.last.number, 2)


def both_of(fact: object) -> Both | None:
    """Return a series with a figure for this period and for the last; None for any other fact."""
    sides = pair(fact, "last") if isinstance(fact, Series) else None
    return Both(fact, *sides) if sides and isinstance(fact, Series) else None
