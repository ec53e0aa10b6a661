"""Reads what one of two examples has of the facts in a table: figures, words, records of lists.

The fields of a list stand one in a row; what belongs to a record has the same place in each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from macros.exchange.fact_table import FIGURES, NUMBER, plain_number
from macros.exchange.tables import SPLIT, listed
from macros.figures.values import SIDE_NAMES
from macros.schema.fact_types import FACT_TYPES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.exchange.fact_table import FactRow
    from macros.exchange.facts_file_writer import Facts, Written
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec
    from macros.source.report import Report

NONE = ("无", "没有")
EMPTY = "空着这一格"
ONLY_NUMBER = "只写数，单位写在“单位”一栏；文字的列表，“类型”写“列表”"


class _Shape(NamedTuple):
    """What decides how a fact is written down, whether it is new or of the project."""

    kind: str
    computed: bool
    series: list[str]
    fields: dict[str, str]  # the type of each
    required: bool

    @classmethod
    def of_spec(cls, spec: FactSpec) -> _Shape:
        """Return the shape of a fact of the project."""
        fields = {key: str(field.type) for key, field in spec.record.items()}
        return cls(spec.type, spec.computed, list(spec.series), fields, spec.required)

    @classmethod
    def of_data(cls, data: Mapping[str, Any]) -> _Shape:
        """Return the shape of a new fact."""
        kind = data["type"]
        fields = {key: field["type"] for key, field in data.get("fields", {}).items()}
        computed, series = FACT_TYPES[kind].computed, data.get("series", [])
        return cls(kind, computed, series, fields, "required" not in data)


class ExampleFigures:
    """The facts of an example, and those that it goes without."""

    def __init__(self, example: int, ids: Mapping[str, str], report: Report) -> None:
        """Take which of the two it is, and the facts by what they are called."""
        self.titles, self.example = FIGURES[example], example
        self.ids, self.report = ids, report
        self.facts: Facts = {}
        self.lacks: set[str] = set()

    def read(
        self, rows: Mapping[str, FactRow], declared: Mapping[str, dict[str, Any]], library: Library
    ) -> None:
        """Read all rows; what may be left out and has no figure is left out."""
        for name in dict.fromkeys(name.split(".")[0] for name in rows):
            known = library.facts.get(name)
            shape = _Shape.of_spec(known) if known else _Shape.of_data(declared[name])
            value = self._fact(name, shape, rows)
            if value is not None:
                self.facts[name] = value
            elif not shape.required:
                self.lacks.add(name)

    def _fact(self, name: str, shape: _Shape, rows: Mapping[str, FactRow]) -> Written | None:
        inner = {key: rows[f"{name}.{key}"] for key in shape.fields if f"{name}.{key}" in rows}
        if any(row.figures(self.example) for row in inner.values()):
            return self._records(shape, inner)
        row = rows.get(name)
        cells = row.figures(self.example) if row else {}
        if not row or not cells:
            return None
        if shape.computed:
            row.tell(self.report, self.titles[next(iter(cells))], f"“{row.name}”由系统计算", EMPTY)
            return None
        return self._value(shape, row, cells)

    def _value(self, shape: _Shape, row: FactRow, cells: Mapping[str, str]) -> Written:
        for side in cells.keys() - {"now", *shape.series}:
            row.tell(self.report, self.titles[side], f"“{row.name}”不填{SIDE_NAMES[side]}", EMPTY)
        if FACT_TYPES[shape.kind].records:
            (only, kind), *_ = shape.fields.items()
            parts = [part for part in listed(cells.get("now", "")) if part not in NONE]
            return [{only: self._text(kind, part, row, self.titles["now"])} for part in parts]
        texts = {s: self._text(shape.kind, t, row, self.titles[s]) for s, t in cells.items()}
        return texts if shape.series else texts.get("now", "")

    def _records(self, shape: _Shape, inner: Mapping[str, FactRow]) -> list[dict[str, str]]:
        records: list[dict[str, str]] = []
        cells = {key: row.figures(self.example).get("now", "") for key, row in inner.items()}
        if {text.strip() for text in cells.values() if text} <= set(NONE):
            return records
        for key, row in inner.items():
            for index, text in enumerate(SPLIT.split(cells[key])):
                records += [{}] if index == len(records) else []
                if text.strip():
                    kind = shape.fields[key]
                    records[index][key] = self._text(kind, text.strip(), row, self.titles["now"])
        return [record for record in records if record]

    def _text(self, kind: str, text: str, row: FactRow, title: str) -> str:
        if kind == "figure":
            return self.ids.get(text, text)
        if not FACT_TYPES[kind].number:
            return text
        plain = plain_number(text)
        if not NUMBER.fullmatch(plain):
            row.tell(self.report, title, f"“{text}”不是数", ONLY_NUMBER)
        return plain
