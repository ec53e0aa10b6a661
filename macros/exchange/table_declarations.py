"""Declares the new facts of a table: what a figure can tell, a declaration need not say.

Whether a number is whole, its range and its sides are read off the figures of the examples.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from macros.exchange.fact_table import NUMBER, plain_number
from macros.exchange.skeletons import TO_WRITE
from macros.exchange.tables import listed
from macros.schema.fact_types import FACT_TYPES
from macros.source.report import nearest

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.exchange.fact_table import FactRow
    from macros.library.library import Library
    from macros.source.report import Report

RANGE = re.compile(r"(-?[0-9.]+)\s*[～~,，]\s*(-?[0-9.]+)")
YES = ("是", "选填", "√", "Y", "y", "1")
GROWTH = {"写": "true", "不写": "false"}
BETTER = {"高": "higher", "低": "lower"}
SOUGHT = {"是": "found", "检查": "looking"}
HINT = f"{TO_WRITE}：填什么、到哪里找"
FEW = 20  # of so small a last period no text says a percentage
SCALES = ("万", "亿")
ROOM = 2  # powers of ten that a figure may grow by
TYPE_NAMES = {key: traits.name for key, traits in FACT_TYPES.items()}
ONLY = "name"  # the field of a list whose fields the table does not name


class Declarations:
    """The declarations of a table's rows, as data/facts has them."""

    def __init__(
        self, rows: Mapping[str, FactRow], ids: Mapping[str, str], library: Library, report: Report
    ) -> None:
        """Take all rows, and the facts by what they are called."""
        self.rows, self.library, self.report = rows, library, report
        self.known = {**ids, **{name: name for name in (*library.facts, *rows)}}

    def of(self, name: str) -> dict[str, Any]:
        """Return the declaration of a new fact."""
        row = self.rows[name]
        prefix = f"{name}."
        inner = {n.removeprefix(prefix): r for n, r in self.rows.items() if n.startswith(prefix)}
        kind = self._type(row, is_list=bool(inner))
        data: dict[str, Any] = {
            "indicator": row["indicator"],
            **self._head(row, kind),
            **self._sides(row, kind),
            "numerator": self._reference(row, "numerator"),
            "denominator": self._reference(row, "denominator"),
            **{key: self._facts(row, key) for key in ("part_of", "at_most", "unrelated")},
            "better": self._chosen(row, "better", BETTER),
            "sought": self._chosen(row, "sought", SOUGHT),
            "aliases": listed(row["aliases"]),
            **self._tail(row, kind),
        }
        if kind == "list":
            fields = {key: self._field(one) for key, one in inner.items()}
            only = _filled({**self._head(row, "text"), "hint": data["hint"]})
            data["fields"] = fields or {ONLY: only}
        return _filled(data)

    def _field(self, row: FactRow) -> dict[str, Any]:
        kind = self._type(row, is_list=False)
        return _filled({**self._head(row, kind), **self._tail(row, kind)})

    def _head(self, row: FactRow, kind: str) -> dict[str, Any]:
        head: dict[str, Any] = {"label": row["label"], "type": kind}
        traits = FACT_TYPES[kind]
        has_unit = traits.number or traits.computed or traits.records
        if has_unit and row["unit"] != traits.defaults.get("unit"):
            head["unit"] = row["unit"]
        head["decimals"] = row["decimals"]
        if kind == "choice":
            head["options"] = listed(row["range"])
        elif traits.number or row["range"]:
            head["range"] = self._range(row)
        return head

    def _tail(self, row: FactRow, kind: str) -> dict[str, str]:
        hint = row["hint"] or ("" if FACT_TYPES[kind].computed else HINT)
        return {"required": "false" if row["required"] in YES else "", "hint": hint}

    def _sides(self, row: FactRow, kind: str) -> dict[str, Any]:
        """Return which sides are asked for, and whether so few of a last period never grow in %."""
        if not FACT_TYPES[kind].series:
            return {}
        given = [row.figures(0), row.figures(1)]
        series = [side for side in ("last", "plan") if any(side in sides for sides in given)]
        lasts = [plain_number(sides.get("last", "")) for sides in given]
        known = [Decimal(last) for last in lasts if NUMBER.fullmatch(last)]
        is_small = kind == "count" and known and max(known) < FEW
        growth = self._chosen(row, "growth", GROWTH) or ("false" if is_small else "")
        return {"series": series, "growth": growth}

    def _chosen(self, row: FactRow, key: str, choices: Mapping[str, str]) -> str:
        """Return what a cell chooses, as data/facts says it."""
        written = row[key]
        if written and written not in choices:
            row.tell(self.report, key, f"“{written}”看不懂", "、".join(choices))
        return choices.get(written, "")

    # --- types and ranges ---

    def _type(self, row: FactRow, *, is_list: bool) -> str:
        """Return the type that is written, else the one that unit, parts and figures show."""
        if row["type"]:
            return self._written_type(row)
        if is_list:
            return "list"
        if row["numerator"] or row["denominator"]:
            return "rate" if (self._unit(row) or "%") in FACT_TYPES["rate"].units else "quotient"
        if not row["unit"]:
            return "text"
        has_decimals = row["decimals"] or any("." in number for number in self._numbers(row))
        return "amount" if has_decimals or row["unit"].startswith(SCALES) else "count"

    def _written_type(self, row: FactRow) -> str:
        written, names = row["type"], TYPE_NAMES.values()
        found = [key for key, name in TYPE_NAMES.items() if written in (key, name)]
        if not found:
            what, guess = f"没有“{written}”这种类型", nearest(written, names)
            row.tell(self.report, "type", what, "、".join(names), guess)
        return found[0] if found else "text"

    def _unit(self, row: FactRow) -> str:
        entry = self.library.dictionary.indicators.get(row["indicator"])
        return row["unit"] or (entry.unit if entry else "")

    def _numbers(self, row: FactRow) -> list[str]:
        cells = [text for example in (0, 1) for text in row.figures(example).values()]
        numbers = [plain_number(part) for text in cells for part in listed(text)]
        return [number for number in numbers if NUMBER.fullmatch(number)]

    def _range(self, row: FactRow) -> list[str]:
        """Return the range that is written, else one that leaves the figures room to grow."""
        found = RANGE.fullmatch(row["range"])
        if row["range"] and not found:
            what = f"“{row['range']}”不是范围"
            row.tell(self.report, "range", what, "下限～上限，如 0～1000")
        if found:
            return [found[1], found[2]]
        digits = max((len(str(int(Decimal(number)))) for number in self._numbers(row)), default=1)
        return ["0", str(10 ** (digits + ROOM))]

    # --- other facts ---

    def _reference(self, row: FactRow, key: str) -> str:
        return self._id(row, key, row[key]) if row[key] else ""

    def _facts(self, row: FactRow, key: str) -> Any:
        found = [self._id(row, key, name) for name in listed(row[key])]
        return found if len(found) > 1 else "".join(found)

    def _id(self, row: FactRow, key: str, written: str) -> str:
        """Return the id of a fact that is named by id or by name."""
        if written not in self.known:
            guess = nearest(written, self.known)
            row.tell(self.report, key, f"没有“{written}”这个指标", "代号或名称", guess)
        return self.known.get(written, written)


def _filled(data: Mapping[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in data.items() if value}
