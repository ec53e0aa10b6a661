"""The new sections of an archetype: as skeletons, or as a table of facts has them."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING, Any

from macros.cli.new_examples import NOTE, Known
from macros.cli.table_mistakes import at_rows
from macros.exchange.fact_table import FactRow
from macros.exchange.section_table import SectionRow, section_texts
from macros.exchange.skeletons import facts_file, section_files
from macros.exchange.table_plan import plan_of
from macros.exchange.table_wording import facts_text, section_file, section_items, section_text
from macros.exchange.tables import read_tables
from macros.library.fact_uses import uses_of_facts
from macros.library.library import OWN_FRAME
from macros.source.report import ProblemsFoundError, Report

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from macros.cli.planned_changes import PlannedChanges
    from macros.exchange.table_plan import TablePlan
    from macros.library.library import Library


def new_sections(
    sections: Mapping[str, str],
    tables: Sequence[Path],
    library: Library,
    role: str = "数据",
    beside: Iterable[str] = (),
) -> SkeletonSections | TableSections:
    """Return new sections, which are given by id with their names, beside others that are known."""
    if tables:
        return TableSections(sections, role, tables, library, beside)
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
        self,
        sections: Mapping[str, str],
        role: str,
        tables: Sequence[Path],
        library: Library,
        beside: Iterable[str],
    ) -> None:
        """Read the tables; raise ProblemsFoundError with all that is wrong in them."""
        report, used = Report(), {OWN_FRAME, *beside}
        rows, texts = read_tables(tables, (FactRow, SectionRow), report)
        uses = uses_of_facts(library)
        elsewhere = {fact for fact, found in uses.items() if not used.isdisjoint(found)}
        facts = [row for row in rows if isinstance(row, FactRow)]
        self.plan: TablePlan = plan_of(facts, sections, library, report, elsewhere)
        self.texts = section_texts(texts, sections, role, report)
        if report.errors:
            raise ProblemsFoundError(report.errors)
        self.sections, self.library, self.table = sections, library, str(tables[0])

    @property
    def examples(self) -> tuple[Known, Known]:
        """What the table says of each of two examples, which have nothing else but they must."""
        (first, second), notes = self.plan.examples, self.plan.notes
        return (
            Known(full=False, facts=first.facts, lacks=first.lacks, note=notes[0] or NOTE),
            Known(full=False, facts=second.facts, lacks=second.lacks, note=notes[1] or NOTE),
        )

    def files(self, topic: str, name: str) -> dict[str, str]:
        """Return the files of the sections and of the facts that are new."""
        found = {f"data/facts/{topic}.yml": facts_text(topic, name, self.plan.declared)}
        for id_, called in self.sections.items():
            text = section_file(id_, called, self.items(id_), self.texts[id_])
            found[f"data/sections/{id_}.yml"] = text
            found[f"templates/sections/{id_}.j2"] = self.template(id_)
        return found

    def items(self, section: str) -> list[Any]:
        """Return the places of a section."""
        return section_items(section, self.plan, self.library)

    def template(self, section: str) -> str:
        """Return the first wording of a section."""
        return section_text(section, self.plan, self.library)

    @contextlib.contextmanager
    def told_at_its_rows(self, changes: PlannedChanges) -> Iterator[None]:
        """Tell what is wrong with files that are not there yet where the table has it."""
        try:
            yield
        except ProblemsFoundError as error:
            raise at_rows(error, self.plan, self.table, changes) from None
