"""Finds the facts that are filled in though no sentence uses them, and says why.

A fact is used when it is printed, read by a condition that holds, or part of the formula of one
that is.  What stands only in places left out is not called unused.  Mirrors
browser/library/unused.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.document.document import fact_of
from macros.facts.archetype_facts import inputs_of
from macros.facts.entries import Number
from macros.templating.render import evaluate, names_in

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.document.document import Block
    from macros.facts.entries import Entries, Entry
    from macros.library.summary import Summary
    from macros.templating.compiler import Body, Json
    from macros.templating.render import Scope

ALWAYS_USED = ("period", "last_period")
CITATION = "figure"  # names a fact, and states nothing itself


def unused_facts(
    summary: Summary, entries: Entries, read: set[str], blocks: Iterable[Block]
) -> tuple[str, ...]:
    """Return the facts that are given and asked for, but used by nothing in these blocks.

    Of a list that is used, the fields that no text reads are returned: works[0].note.
    """
    shown = [*read, *_printed(blocks)]
    used = {*shown, *inputs_of(summary.specs, shown)}
    specs = summary.specs
    entered = (name for name in entries if name in specs and specs[name].traits.quotient)
    asked = dict.fromkeys([*summary.printed_facts, *summary.content.own.facts, *entered])
    told = [name for name in asked if name not in ALWAYS_USED and _tells(entries.get(name))]
    return tuple(path for name in told for path in _unused(summary, name, entries[name], used))


def _unused(summary: Summary, name: str, entry: Entry, used: set[str]) -> list[str]:
    if name not in used:
        return [name]
    read = summary.fields_read.get(name)
    if not isinstance(entry, list) or not read:
        return []  # a list of which no field is read is only counted
    record = summary.specs[name].record.items()
    fields = (key for key, spec in record if key not in read and spec.type != CITATION)
    rows = ((field, _row_that_tells(entry, field)) for field in fields)
    return [f"{name}[{row}].{field}" for field, row in rows if row is not None]


def _row_that_tells(rows: list[dict[str, Entry]], field: str) -> int | None:
    return next((index for index, row in enumerate(rows) if _tells(row.get(field))), None)


def _tells(entry: Entry | None) -> bool:
    """Tell whether a fact says there is something; an empty list and a zero say there is not."""
    if isinstance(entry, dict):
        return any(_tells(side) for side in entry.values())
    return bool(entry.value) if isinstance(entry, Number) else bool(entry)


def _printed(blocks: Iterable[Block]) -> Iterator[str]:
    """Yield the fact of every path that the blocks were made from, those of formulas with them."""
    for block in blocks:
        for run in block.all_runs:
            for path in run.facts:
                yield fact_of(path)


def reason_unused(summary: Summary, path: str, scope: Scope) -> str:
    """Return why no sentence uses a fact: which others have to be filled in as well."""
    name = fact_of(path)
    for body in summary.bodies() if name == path else ():
        conditions = _above(body, name)
        if conditions is not None:
            lacking = [other for test in conditions for other in _lacking(test, scope)]
            labels = "、".join(summary.specs[n].label for n in dict.fromkeys(lacking) if n != name)
            if labels:
                return f"需要同时填写{labels}"
            return "按目前填写的内容，写到它的句子不出现"
    return "文中没有一句写到它"


def _above(body: Body, name: str) -> list[Json] | None:
    """Return the conditions above the first statement that prints a fact; None without one."""
    for statement in body:
        if isinstance(statement, str):
            continue
        kind = statement[0]
        if kind == "=" and name in names_in(statement[1]):
            return []
        if kind == "for":
            inner = [] if name in names_in(statement[2]) else _above(statement[3], name)
            if inner is not None:
                return inner
        if kind in ("if", "vary"):
            for test, branch in [*statement[1], [None, statement[2]]]:
                inner = _above(branch, name)
                if inner is not None:
                    return [*([] if test is None else [test]), *inner]
    return None


def _lacking(test: Json, scope: Scope) -> list[str]:
    """Return the facts that a condition asks to be known and that are not."""
    if isinstance(test, list) and test[0] == "and":
        return [name for part in test[1:] for name in _lacking(part, scope)]
    if isinstance(test, list) and test[:2] in (["()", "known"], ["()", "some"]):
        (name, *_) = names_in(test)
        return [] if evaluate(test, scope) else [name]
    return []
