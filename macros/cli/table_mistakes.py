"""Tells what is wrong with files that a table becomes at the rows of the table."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.exchange.fact_table import COLUMNS, FIGURES
from macros.source.report import Place, ProblemsFoundError

if TYPE_CHECKING:
    from macros.cli.planned_changes import PlannedChanges
    from macros.exchange.fact_table import FactRow
    from macros.exchange.table_plan import TablePlan
    from macros.source.report import Problem

FACT_LINE = re.compile(r"^  ([a-z][a-z0-9_]*):")
KEY_LINE = re.compile(r"^ +([a-z_]+):")
SIDE = re.compile("(now|last|plan):")
WORD = re.compile("[a-z][a-z0-9_]*")
OFFICES = "data/offices/"


def at_rows(
    error: ProblemsFoundError, plan: TablePlan, table: str, changes: PlannedChanges
) -> ProblemsFoundError:
    """Return mistakes at their rows; those of no row as ones of a file yet to be written."""
    given = {**changes.files, **changes.rewritten}
    texts = {name: text for name, text in given.items() if text is not None}
    told = {_Told(problem, plan, table, texts).problem() for problem in error.problems}
    return ProblemsFoundError(sorted(told), error.unfinished)


class _Told:
    def __init__(
        self, problem: Problem, plan: TablePlan, table: str, texts: dict[str, str]
    ) -> None:
        self.given, self.plan, self.table, self.texts = problem, plan, table, texts
        self.file = problem.place.file
        self.lines = texts.get(self.file, "").split("\n")[: problem.place.line]

    def problem(self) -> Problem:
        """Return the mistake where somebody can mend it."""
        if self.file not in self.texts:
            return self.given
        row = self._row()
        if row:
            heading = self._heading()
            what = row.where(heading) + self.given.what
            return replace(self.given, place=row.at(heading), what=what)
        what = f"要写出的 {self.file} 第{self.given.place.line}行：{self.given.what}"
        return replace(self.given, place=Place(self.table), what=what)

    def _row(self) -> FactRow | None:
        """Return the row of the fact whose entry the line is in, else of one that it names."""
        entries = (found[1] for line in reversed(self.lines) if (found := FACT_LINE.match(line)))
        named = WORD.findall(self.lines[-1]) if self.file.endswith(".j2") else []
        names = [*named] if self.file.endswith(".j2") else [next(entries, "")]
        return next((row for name in names for row in self._rows_of(name)), None)

    def _rows_of(self, name: str) -> list[FactRow]:
        """Return the row of a fact, or those of its fields."""
        rows = self.plan.rows
        return [rows[name]] if name in rows else [rows[n] for n in rows if n.startswith(f"{name}.")]

    def _heading(self) -> str:
        if self.file.startswith(OFFICES):
            offices = [name for name in self.texts if name.startswith(OFFICES)]
            sides = SIDE.findall(self.lines[-1][: self.given.place.column - 1])
            return FIGURES[offices.index(self.file)][sides[-1] if sides else "now"]
        key = KEY_LINE.match(self.lines[-1])
        return COLUMNS.get(key[1], "") if key else ""
