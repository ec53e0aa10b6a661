"""The new sections of an archetype: as skeletons, or as a table of facts has them."""

from __future__ import annotations

import contextlib
import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.cli.new_files import NOTE, Known
from macros.exchange.fact_table import COLUMNS, FIGURES, read_fact_table
from macros.exchange.skeletons import facts_file, section_files, skeleton
from macros.exchange.table_plan import plan_of
from macros.exchange.table_wording import facts_text, section_text
from macros.source.report import ProblemsFoundError, Report

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.cli.planned_changes import PlannedChanges
    from macros.exchange.table_plan import TablePlan
    from macros.library.library import Library
    from macros.source.report import Problem

FACT_LINE = re.compile(r"^  ([a-z][a-z0-9_]*):")
KEY_LINE = re.compile(r"^ +([a-z_]+):")


def new_sections(
    sections: Mapping[str, str], table: Path | None, library: Library, role: str = "数据"
) -> SkeletonSections | TableSections:
    """Return new sections, which are given by id with their names."""
    if table:
        return TableSections(sections, role, table, library)
    return SkeletonSections(sections, role)


class SkeletonSections:
    """New sections that say of two counts what every section may have to say."""

    examples = (Known(full=True), Known(full=False))

    def __init__(self, sections: Mapping[str, str], role: str) -> None:
        """Take the sections by id, with their names, and the role of them all."""
        self.sections, self.role = sections, role

    def files(self, topic: str, name: str) -> dict[str, str]:
        """Return the files of the sections and of their facts."""
        found: dict[str, str] = {}
        for id_, called in self.sections.items():
            found |= section_files(id_, called, self.role)
        return found | facts_file(topic, name, self.sections) if self.sections else {}

    @contextlib.contextmanager
    def told_at_its_rows(self, _: PlannedChanges) -> Iterator[None]:
        """Leave the mistakes where they are."""
        yield


class TableSections:
    """New sections that say the facts of a table, and what both examples have of them."""

    def __init__(
        self, sections: Mapping[str, str], role: str, table: Path, library: Library
    ) -> None:
        """Read the table; raise ProblemsFoundError with all that is wrong in it."""
        report = Report()
        rows = read_fact_table(table, report)
        self.plan: TablePlan = plan_of(rows, sections, library, report)
        if report.errors:
            raise ProblemsFoundError(report.errors)
        self.sections, self.role, self.library = sections, role, library

    @property
    def examples(self) -> tuple[Known, Known]:
        """What the table says of each of two examples."""
        (first, second), notes = self.plan.examples, self.plan.notes
        return (
            Known(full=True, facts=first.facts, lacks=first.lacks, note=notes[0] or NOTE),
            Known(full=False, facts=second.facts, lacks=second.lacks, note=notes[1] or NOTE),
        )

    def files(self, topic: str, name: str) -> dict[str, str]:
        """Return the files of the sections and of the facts that are new."""
        found: dict[str, str] = {}
        for id_, called in self.sections.items():
            titles = self.plan.outline[id_]
            values = {"ID": id_, "NAME": called, "ROLE": self.role, "ITEMS": ", ".join(titles)}
            found[f"data/sections/{id_}.yml"] = skeleton("section.yml", **values)
            text = section_text(id_, titles, self.plan.declared, self.library)
            found[f"templates/sections/{id_}.j2"] = text
        declared = self.plan.declared
        return found | {f"data/facts/{topic}.yml": facts_text(topic, name, declared)}

    # --- mistakes ---

    @contextlib.contextmanager
    def told_at_its_rows(self, changes: PlannedChanges) -> Iterator[None]:
        """Tell what is wrong with files that are not there yet where the table has it."""
        try:
            yield
        except ProblemsFoundError as error:
            texts = {name: text or "" for name, text in changes.files.items()}
            told = [self._told(problem, texts) for problem in error.problems]
            raise ProblemsFoundError(sorted(set(told)), error.unfinished) from None

    def _told(self, problem: Problem, texts: Mapping[str, str]) -> Problem:
        """Return a mistake at its row and column; one that no row has made stays where it is."""
        lines = texts.get(problem.place.file, "").split("\n")[: problem.place.line]
        fact = next((found[1] for line in reversed(lines) if (found := FACT_LINE.match(line))), "")
        row = self.plan.rows.get(fact)
        if not row:
            return problem
        key = KEY_LINE.match(lines[-1])
        heading = COLUMNS.get(key[1], "") if key else ""
        if "/offices/" in problem.place.file:
            heading = FIGURES[0]["now"]
        what = row.where(heading) + problem.what
        return replace(problem, place=row.at(heading), what=what)
