"""Makes extreme offices of the examples: nothing, one, all equal, a tiny share, lists of thirty.

Their facts never contradict what the vocabulary declares, so whatever reads badly is the text's.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_DOWN, Decimal
from typing import TYPE_CHECKING

from macros.facts.entries import Number
from macros.figures.numerals import chinese
from macros.figures.values import MULTIPLIERS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from macros.facts.entries import Entries, Entry
    from macros.schema.vocabulary import FactSpec, FieldSpec

    Row = dict[str, Entry]
    Figures = Callable[[FieldSpec, Decimal], Decimal]
    Change = Callable[[Mapping[str, FactSpec], Entries], Entries]

MANY = 30
LONG = 6  # characters; a shorter text is a measure word


def extremes(specs: Mapping[str, FactSpec], entries: Entries) -> Iterator[tuple[str, Entries]]:
    """Yield the name of each extreme, and what an office has entered there."""
    for kind, change in CHANGES.items():
        yield kind, _within(specs, change(specs, entries))


# --- figures ----------------------------------------------------------------------------------


def _step(spec: FieldSpec) -> Decimal:
    return Decimal((0, (1,), -spec.places))


def _limits(spec: FieldSpec) -> tuple[Decimal, Decimal]:
    return spec.range or (Decimal(0), Decimal(100))


def _is_part(spec: FieldSpec) -> bool:
    return bool(spec.part_of)


def _lowest(spec: FieldSpec, _: Decimal) -> Decimal:
    return _limits(spec)[0]


def _highest(spec: FieldSpec, _: Decimal) -> Decimal:
    return _limits(spec)[1]


def _one(spec: FieldSpec, _: Decimal) -> Decimal:
    low, high = _limits(spec)
    return max(low, min(Decimal(1), high))


def _least(spec: FieldSpec, _: Decimal) -> Decimal:
    return max(_limits(spec)[0], _step(spec))


def _tiny_part(spec: FieldSpec, _: Decimal) -> Decimal:
    return _least(spec, _) if _is_part(spec) else _limits(spec)[1]


def _all_but_one(spec: FieldSpec, _: Decimal) -> Decimal:
    return _limits(spec)[1] - (_step(spec) if _is_part(spec) else 0)


def _all(figures: Figures) -> Change:
    """Return the change of all figures of an office; texts, days and periods stay."""

    def change(specs: Mapping[str, FactSpec], entries: Entries) -> Entries:
        return {n: _figures(specs[n], e, figures) if n in specs else e for n, e in entries.items()}

    return change


def _figures(spec: FactSpec, entry: Entry, figures: Figures) -> Entry:
    if "figure" in spec.record:
        return entry  # its numbers are changes of figures
    if isinstance(entry, list):
        return [{n: _figure(spec.record[n], e, figures) for n, e in r.items()} for r in entry]
    if isinstance(entry, dict):
        return {side: _side(spec, side, e, figures) for side, e in entry.items()}
    return _figure(spec, entry, figures)


def _side(spec: FactSpec, side: str, entry: Entry, figures: Figures) -> Entry:
    """Return a side with another figure; a plan of zero is no plan."""
    made = _figure(spec, entry, figures)
    none = side == "plan" and isinstance(made, Number) and not made.value
    return Number(_step(spec)) if none else made


def _figure(spec: FieldSpec, entry: Entry, figures: Figures) -> Entry:
    if not isinstance(entry, Number) or not spec.range:
        return entry
    return replace(entry, value=figures(spec, entry.value))


# --- sides and lists --------------------------------------------------------------------------


def _equal(_: Mapping[str, FactSpec], entries: Entries) -> Entries:
    def level(entry: Entry) -> Entry:
        both = isinstance(entry, dict) and {"now", "last"} <= entry.keys()
        return {**entry, "last": entry["now"]} if both and isinstance(entry, dict) else entry

    return {name: level(entry) for name, entry in entries.items()}


def _falling(_: Mapping[str, FactSpec], entries: Entries) -> Entries:
    def fallen(entry: Entry) -> Entry:
        if not isinstance(entry, dict):
            return entry
        now, last = entry.get("now"), entry.get("last")
        rising = isinstance(now, Number) and isinstance(last, Number) and now.value > last.value
        return {**entry, "now": last, "last": now} if rising and now and last else entry

    return {name: fallen(entry) for name, entry in entries.items()}


def _one_side(side: str, figures: Figures) -> Change:
    """Return the change of one side of all series: what fell to nothing, what began from it."""

    def change(specs: Mapping[str, FactSpec], entries: Entries) -> Entries:
        return {
            name: {**entry, side: _figure(specs[name], entry[side], figures)}
            if isinstance(entry, dict) and side in entry
            else entry
            for name, entry in entries.items()
        }

    return change


def _without_last(_: Mapping[str, FactSpec], entries: Entries) -> Entries:
    def alone(entry: Entry) -> Entry:
        if not isinstance(entry, dict):
            return entry
        return {side: value for side, value in entry.items() if side != "last"}

    return {name: alone(entry) for name, entry in entries.items() if name != "last_period"}


def _of_length(length: int) -> Change:
    def change(specs: Mapping[str, FactSpec], entries: Entries) -> Entries:
        return {
            name: _rows(specs[name], entry, length) if isinstance(entry, list) else entry
            for name, entry in entries.items()
        }

    return change


def _rows(spec: FactSpec, rows: list[Row], length: int) -> list[Row]:
    """Return the records, as many as asked for; those that are made up cite no figure again."""
    cited = spec.record.get("figure")
    if length <= len(rows) or not rows or (cited and cited.required):
        return rows[: max(length, spec.at_least)]
    plain = [row for row in rows if "figure" not in row]
    if not plain:
        plain = [{n: e for n, e in row.items() if n not in ("figure", "value")} for row in rows]
    more = [_varied(spec, plain[n % len(plain)], n) for n in range(length - len(rows))]
    return [*rows, *more]


def _varied(spec: FactSpec, row: Row, index: int) -> Row:
    first = next(iter(spec.record))
    mark = chinese(index + 1)
    return {
        name: _other(spec.record[name], entry, index, mark, whole=name == first)
        for name, entry in row.items()
    }


def _other(spec: FieldSpec, entry: Entry, index: int, mark: str, *, whole: bool) -> Entry:
    if isinstance(entry, Number):
        return replace(entry, value=min(entry.value + index, _limits(spec)[1]))
    text = isinstance(entry, str) and spec.type == "text" and (whole or len(entry) > LONG)
    return f"{entry}{mark}" if text else entry


CHANGES: dict[str, Change] = {
    "全零": _all(_lowest),
    "全一": _all(_one),
    "最大": _all(_highest),
    "极小占比": _all(_tiny_part),
    "差一满额": _all(_all_but_one),
    "两期相同": _equal,
    "全部下降": _falling,
    "本期归零": _one_side("now", _lowest),
    "从零开始": _one_side("last", _lowest),
    "成千倍增": _one_side("last", _least),
    "没有上期": _without_last,
    "列表为空": _of_length(0),
    "列表一条": _of_length(1),
    "列表三十条": _of_length(MANY),
}


# --- what the vocabulary declares -------------------------------------------------------------


def _within(specs: Mapping[str, FactSpec], entries: Entries) -> Entries:
    """Return the entries with no part over its whole."""
    made = dict(entries)
    for _ in range(4):  # a part of a part of a part
        pairs = [(p, w) for p in made if p in specs for w in specs[p].part_of if w in made]
        for part, whole in pairs:
            made[part] = _clipped(specs[part], made[part], specs[whole], made[whole])
    return {n: _with_parts(specs[n], e) if isinstance(e, list) else e for n, e in made.items()}


def _with_parts(spec: FactSpec, rows: list[Row]) -> list[Row]:
    """Return the records with no field over the one that it is a part of."""
    made = [dict(row) for row in rows]
    for name, field in spec.record.items():
        for whole in field.part_of:
            for row in made:
                if name in row:
                    row[name] = _at_most(field, row[name], spec.record[whole], row.get(whole))
    return made


def _clipped(part: FactSpec, entry: Entry, whole: FactSpec, most: Entry) -> Entry:
    if isinstance(entry, dict):
        given = most if isinstance(most, dict) else {"now": most}
        sides = {side: given[side] for side in entry if side in given}
        return {
            side: _at_most(part, value, whole, sides[side]) if side in sides else value
            for side, value in entry.items()
        }
    return _at_most(part, entry, whole, most.get("now") if isinstance(most, dict) else most)


def _at_most(part: FieldSpec, entry: Entry, whole: FieldSpec, most: Entry | None) -> Entry:
    if not isinstance(entry, Number) or not isinstance(most, Number):
        return entry
    limit = most.value.scaleb(_power(whole) - _power(part))
    limit = limit.quantize(_step(part), ROUND_DOWN)
    return replace(entry, value=min(entry.value, limit))


def _power(spec: FieldSpec) -> int:
    return MULTIPLIERS.get(spec.unit[:1], 0)
