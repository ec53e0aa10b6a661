"""Reads the facts in the worksheets of a collection sheet, known by id or by name.

Mirrors browser/exchange/sheet_facts.js.
"""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from macros.exchange.sheet_layout import (
    COLUMNS,
    FIRST_ROW,
    ID,
    LABEL,
    NONE,
    NOT_TAKEN,
    SIDES,
    UNIT,
)
from macros.facts.normalise import normalise
from macros.source.report import Place
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from collections.abc import Mapping as Dictionary

    from macros.exchange.workbook import Table
    from macros.library.library import Library
    from macros.schema.facts_files import Content
    from macros.schema.vocabulary import FactSpec, FieldSpec
    from macros.source.report import Report


class FactReader:
    """Reads worksheets against the vocabulary and the facts of one's own in a content."""

    def __init__(self, name: str, library: Library, content: Content, report: Report) -> None:
        """Take the name of the file, for messages."""
        self.name, self.report = name, report
        self.specs: Dictionary[str, FactSpec] = {**library.facts, **content.own.facts}
        self.present = library.names.fact  # of an id in a sheet that may be older
        self.ids = {spec.label: spec.id for spec in self.specs.values() if spec.citable}
        self.named = _by_name(self.specs.values())

    def read(self, table: Table) -> Iterator[tuple[str, tuple[Scalar, Node]]]:
        """Yield each fact that a worksheet fills in, after reporting what has no place."""
        rows = table.rows
        spec = self.specs.get(self.present(rows[0][0])) if rows and rows[0] else None
        if spec and spec.traits.records:
            records = list(self._records(table, spec))
            if records or any(row[:1] == [NONE] for row in rows[FIRST_ROW:]):
                place = Place(self.name)
                yield spec.id, (Scalar(place, spec.id), Sequence(place, records))
            return
        head = next((index for index, row in enumerate(rows) if ID in row), len(rows))
        for index in range(head + 1, len(rows)):
            found, days = (
                dict(zip(rows[head], row, strict=False)) for row in (rows[index], table.days[index])
            )
            where, place = f"“{table.title}”表第{index + 1}行", Place(self.name, index + 1)
            yield from self._row(found, days, where, place)

    # --- one row of a table ---

    def _row(
        self, row: dict[str, str], days: dict[str, str], where: str, place: Place
    ) -> Iterator[tuple[str, tuple[Scalar, Node]]]:
        texts = {side: row.get(COLUMNS[column], "") for side, column in SIDES.items()}
        given = {side: text for side, text in texts.items() if text not in ("", NOT_TAKEN)}
        if not given:
            return
        fact, label = self.present(row.get(ID, "")), row.get(LABEL, "")
        spec = self.specs.get(fact) or self.specs.get(self.named.get(tight_name(label), ""))
        if spec is None or spec.traits.records:
            what = f"{where}“{label or fact}”没有编号，也没有叫这个名称的指标"
            self.report.error(place, what, "收集表原来的编号或名称，或删去这一行")
        elif not self._is_meant(row, spec, where, place):
            return
        else:
            if spec.type == "date":
                given = {side: days[COLUMNS[SIDES[side]]] for side in given}
            yield spec.id, (Scalar(place, spec.id), self._value(given, spec, place))

    def _is_meant(self, row: dict[str, str], spec: FactSpec, where: str, place: Place) -> bool:
        """Tell whether a row means a fact: an own id alone may be another's in another file."""
        label, unit = row.get(LABEL, ""), row.get(UNIT, "")
        is_known = row.get(ID, "") == spec.id
        if is_known and (not spec.id.startswith("own_") or not label):
            return True
        if tight_name(label) not in map(tight_name, (spec.label, *spec.aliases)):
            what, expected = f"{where}“{label}”的编号是“{spec.label}”的", f"“{spec.label}”"
        elif unit and tight_name(unit) != tight_name(spec.unit):
            what = f"{where}“{label}”的单位是“{unit}”，应是“{spec.unit}”"
            expected = f"按{spec.unit or '原来的单位'}填写"
        else:
            return True
        self.report.error(place, what, expected)
        return False

    def _value(self, given: dict[str, str], spec: FactSpec, place: Place) -> Node:
        texts = {side: normalise(text, spec) for side, text in given.items()}
        taken = tuple(SIDES) if spec.traits.quotient else ("now", *spec.series)
        for side in (side for side in texts if side not in taken):
            column = COLUMNS[SIDES[side]]
            self.report.error(place, f"“{spec.label}”的{column}不填", "空着这一格")
        if taken == ("now",):
            return Scalar(place, texts.get("now", ""))
        return Mapping(place, {side: _entry(side, text, place) for side, text in texts.items()})

    # --- the records of a list ---

    def _records(self, table: Table, spec: FactSpec) -> Iterator[Node]:
        head = table.rows[0][1:]
        for index in range(FIRST_ROW, len(table.rows)):
            found, days = (
                dict(zip(head, row[1:], strict=False))
                for row in (table.rows[index], table.days[index])
            )
            if any(found.get(field) for field in spec.record):
                place = Place(self.name, index + 1)
                typed = {
                    n: (days if f.type == "date" else found).get(n, "")
                    for n, f in spec.record.items()
                }
                texts = {n: self._written(typed[n], f) for n, f in spec.record.items()}
                yield Mapping(place, {n: _entry(n, text, place) for n, text in texts.items()})

    def _written(self, typed: str, field: FieldSpec) -> str:
        """Return the strict form of what was typed; of a cited figure, its id."""
        text = normalise(typed, field)
        return self.ids.get(text, text) if field.type == "figure" else text


def tight_name(text: str) -> str:
    """Return a name as names are compared: without spaces, full width made half."""
    return "".join(unicodedata.normalize("NFKC", text).split())


def _by_name(specs: Iterable[FactSpec]) -> dict[str, str]:
    """Return the facts by label, and by each alias that no other fact has."""
    known = list(specs)
    found = {tight_name(spec.label): spec.id for spec in known}
    aliases = [(tight_name(alias), spec.id) for spec in known for alias in spec.aliases]
    for alias, fact in aliases:
        if [name for name, _ in aliases].count(alias) == 1:
            found.setdefault(alias, fact)
    return found


def _entry(name: str, text: str, place: Place) -> tuple[Scalar, Node]:
    return Scalar(place, name), Scalar(place, text)
