"""Merges what several units' files bring of their own: kept where all agree, else listed.

Own facts have common names by then (own_fact_names.py); only those that all units have are summed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.exchange.facts_file_writer import written_content

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.facts_files import OwnFact
    from macros.schema.vocabulary import FactSpec

    Declared = Mapping[str, OwnFact]
    Compare = Callable[[str, Sequence[Any]], Any]

# What is compared as a whole: each entry this many keys below.
DEPTHS = {
    ("outline",): 0,
    ("skip",): 1,
    ("order",): 1,
    ("own", "sections"): 1,
    ("own", "items"): 1,
    ("own", "texts"): 2,
    ("marks",): 2,
}
NAMES = {
    "outline": "提纲",
    "skip": "本期不写",
    "order": "顺序",
    "sections": "自拟的章节",
    "items": "自加的事项",
    "texts": "自己写的文字",
    "marks": "标记",
    "emphasis": "重点",
    "as_of": "截至日期",
    "answers": "读者会问",
    "dismissed": "不再提示",
    "unplaced": "无处可放的段落",
}


def merged_content(
    library: Library, units: Sequence[Office], names: Sequence[str], compare: Compare
) -> dict[str, Any]:
    """Return the content on which all units agree, in the order of the first.

    `names` are the own facts to declare; `compare` takes a label and what each unit has there
    (None for nothing), and returns what all have, or None after listing how they differ.
    """
    contents = [written_content(unit) for unit in units]
    merged: dict[str, Any] = {}
    for keys, depth in DEPTHS.items():
        parts = [_at(content, keys) for content in contents]
        found = _agreed(parts, depth, [NAMES[keys[-1]]], library, compare)
        if found:
            _put(merged, keys, found)
    if names:
        declared = _at(contents[0], ("own", "facts"))
        _put(merged, ("own", "facts"), {name: declared[name] for name in names})
    return merged


def _at(data: Any, keys: Sequence[str]) -> Any:
    for key in keys:
        data = data.get(key) if isinstance(data, dict) else None
    return data


def _put(merged: dict[str, Any], keys: Sequence[str], value: Any) -> None:
    *above, last = keys
    for key in above:
        merged = merged.setdefault(key, {})
    merged[last] = value


def _agreed(
    parts: Sequence[Any], depth: int, label: list[str], library: Library, compare: Compare
) -> Any:
    keyed = [part for part in parts if isinstance(part, dict)]
    if not depth or len(keyed) < len([part for part in parts if part]):
        return compare("·".join(label), parts)
    found = {}
    for key in dict.fromkeys(key for part in keyed for key in part):
        inner = [part.get(key) if isinstance(part, dict) else None for part in parts]
        known = library.sections.get(key)
        name = known.name if known else NAMES.get(key, key)
        value = _agreed(inner, depth - 1, [*label, name], library, compare)
        if value not in (None, {}):
            found[key] = value
    return found


# --- own facts --------------------------------------------------------------------------------


def own_facts(units: Sequence[Office]) -> tuple[list[str], list[str]]:
    """Return the own facts that the merged file declares, and those of them that are summed.

    It declares what every unit does, in the words of the first, with what that refers to.
    """
    declared = [unit.content.own.facts for unit in units]
    shared = [name for name in declared[0] if all(name in facts for facts in declared)]
    needed = _with_references(shared, declared[0])
    return [name for name in declared[0] if name in needed], shared


def _with_references(names: Sequence[str], declared: Declared) -> set[str]:
    found, waiting = set(names), list(names)
    while waiting:
        references = declared[waiting.pop()].references
        new = [name for name in references if name in declared and name not in found]
        found.update(new)
        waiting += new
    return found


def unshared_facts(units: Sequence[Office], shared: Sequence[str]) -> dict[str, OwnFact]:
    """Return the own facts that some units have and others have not, as one of them declares it."""
    found: dict[str, OwnFact] = {}
    for unit in units:
        for name, spec in unit.content.own.facts.items():
            if name not in shared:
                found.setdefault(name, spec)
    return found


def differently_computed(units: Sequence[Office], shared: Sequence[str]) -> list[OwnFact]:
    """Return the own facts that the units compute from different facts, as the first does it."""
    declared = [unit.content.own.facts for unit in units]
    ways = {name: {tuple(facts[name].sources) for facts in declared} for name in shared}
    return [declared[0][name] for name in shared if len(ways[name]) > 1]


def described(spec: FactSpec) -> str:
    """Return the words that tell a fact from others with the same label."""
    return f"“{spec.label}”（{spec.unit or spec.type}）"
