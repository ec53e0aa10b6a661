"""What a table of facts plans: declarations, which section says what, what two examples have.

A row that names a fact of the project uses that one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.exchange.fact_table import COLUMNS
from macros.exchange.table_declarations import Declarations
from macros.exchange.table_figures import ExampleFigures
from macros.source.report import nearest

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Mapping

    from macros.exchange.fact_table import FactRow
    from macros.library.library import Library
    from macros.source.report import Report

NOTE = "note"  # the row that says what each example shows
ID = re.compile(r"[a-z][a-z0-9_]*(\.[a-z][a-z0-9_]*)?")
DEFAULT_TITLE = "基本情况"
PLACED = ("section", "item", "id", "label")  # the columns that a row of a known fact may have too
ID_EXPECTED = "小写英文字母、数字和下划线，字母开头；已有的指标写它的代号"


@dataclass
class TablePlan:
    """What becomes of a table."""

    rows: dict[str, FactRow] = field(default_factory=dict)  # by fact, and by fact.field
    declared: dict[str, dict[str, Any]] = field(default_factory=dict)  # new facts, as in data/facts
    outline: dict[str, dict[str, list[str]]] = field(default_factory=dict)  # section, title, facts
    examples: list[ExampleFigures] = field(default_factory=list)
    notes: list[str] = field(default_factory=lambda: ["", ""])


def plan_of(
    rows: Iterable[FactRow],
    sections: Mapping[str, str],
    library: Library,
    report: Report,
    elsewhere: Container[str] = (),
) -> TablePlan:
    """Return what a table plans for new sections, which are given by id with their names.

    What the other sections say, `elsewhere`, these say only where a row of it names one of them.
    """
    planner = _Planner(sections, library, report, elsewhere)
    for row in rows:
        planner.take(row)
    planner.finish()
    return planner.plan


class _Planner:
    def __init__(
        self,
        sections: Mapping[str, str],
        library: Library,
        report: Report,
        elsewhere: Container[str],
    ) -> None:
        self.sections, self.library, self.report = sections, library, report
        self.elsewhere = elsewhere
        self.plan = TablePlan()
        self.ids = {name: spec.id for spec in library.facts.values() for name in spec.names}
        self.section, self.title = next(iter(sections)) if len(sections) == 1 else "", ""
        self.entered = False  # whether a row has named a section or a title
        self.said: dict[str, tuple[str, str]] = {}  # the section and the title of each fact

    # --- one row after the other ---

    def take(self, row: FactRow) -> None:
        """Remember a row under the fact that it is of, after what is wrong with its name."""
        if row["section"]:
            self._enter(row)
        self.title = row["item"] or self.title
        self.entered = self.entered or bool(row["section"] or row["item"])
        name = row["id"] or self.ids.get(row["label"], "")
        if not ID.fullmatch(name):
            what = f"“{name}”不能用作代号" if name else "新的指标没有代号"
            row.tell(self.report, "id", what, ID_EXPECTED)
            return
        first = self.plan.rows.setdefault(name, row)
        if first is not row:
            what = f"“{name}”已经写在第{first.place.line}行"
            row.tell(self.report, "id", what, "每个指标只写一行")
        elif name != NOTE and "." not in name:
            self._place(name, row)

    def _enter(self, row: FactRow) -> None:
        written = row["section"]
        found = [id_ for id_, name in self.sections.items() if written in (id_, name)]
        if found:
            self.title = self.title if found[0] == self.section else ""
            self.section = found[0]
        else:
            guess = nearest(written, [*self.sections, *self.sections.values()])
            expected = f"新建的片段：{'、'.join(self.sections)}"
            row.tell(self.report, "section", f"没有新建“{written}”这个片段", expected, guess)

    def _place(self, name: str, row: FactRow) -> None:
        """Note where a fact is said: one of the project only in the rows of a section."""
        is_known = name in self.library.facts
        if not is_known:
            self.ids.setdefault(row["label"], name)
        if is_known and not row["section"] and not (self.entered and name not in self.elsewhere):
            return
        if self.section:
            self.said[name] = self.section, self.title or DEFAULT_TITLE
        else:
            expected = "、".join(self.sections) or "--new 片段的id=名称"
            row.tell(self.report, "section", f"没有写“{row.name}”属于哪个片段", expected)

    # --- all rows together ---

    def finish(self) -> None:
        """Declare what is new, and read the figures."""
        note = self.plan.rows.pop(NOTE, None)
        if note:
            self.plan.notes = [note.figures(example).get("now", "") for example in (0, 1)]
        self._outline()
        declarations = Declarations(self.plan.rows, self.ids, self.library, self.report)
        for name, row in self.plan.rows.items():
            if "." in name:
                self._check_owner(name, row)
            elif name in self.library.facts:
                self._check_known(name, row)
            else:
                self.plan.declared[name] = declarations.of(name)
        if not self.report.errors:
            self._check_sections()
            self._read_figures()

    def _outline(self) -> None:
        """Set out what is said where; a part of what is computed is said with it."""
        parts = {
            self.ids.get(row[key], row[key])
            for row in self.plan.rows.values()
            for key in ("numerator", "denominator")
        }
        for name, (section, title) in self.said.items():
            is_known = name in self.library.facts
            if not is_known or self.plan.rows[name]["section"] or name not in parts:
                titles = self.plan.outline.setdefault(section, {})
                titles.setdefault(title, []).append(name)

    def _read_figures(self) -> None:
        for example in (0, 1):
            figures = ExampleFigures(example, self.ids, self.report)
            figures.read(self.plan.rows, self.plan.declared, self.library)
            self.plan.examples.append(figures)

    def _check_owner(self, name: str, row: FactRow) -> None:
        owner, inner = name.split(".")
        known = self.library.facts.get(owner)
        if known and inner not in known.record:
            guess, fields = nearest(inner, known.record), "、".join(known.record)
            row.tell(self.report, "id", f"“{owner}”没有“{inner}”这一栏", fields, guess)
        if not known and owner not in self.plan.rows:
            expected = f"先写一行{owner}，再写它的各栏"
            row.tell(self.report, "id", f"没有“{owner}”这个列表", expected)

    def _check_known(self, name: str, row: FactRow) -> None:
        """Report a row that would declare a fact of the project another way."""
        spec = self.library.facts[name]
        if row["label"] and row["label"] not in spec.names:
            what = f"“{name}”已有，是“{spec.label}”，见{self.library.places[name]}"
            expected = "是一件事的，名称照写或不写；不是的，换一个代号"
            row.tell(self.report, "id", what, expected)
        for key in COLUMNS:
            if row[key] and key not in PLACED and row[key] not in (spec.unit, spec.hint):
                what = f"“{spec.label}”是已有的指标，不再声明"
                row.tell(self.report, key, what, "空着这一格")

    def _check_sections(self) -> None:
        for section in (name for name in self.sections if name not in self.plan.outline):
            for row in [*self.plan.rows.values()][:1]:
                what = f"没有一行写明属于“{section}”"
                row.tell(self.report, "section", what, "每个新片段至少一个指标")
