"""Leaves retired sections out of a facts file; words typed for one are kept without a place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.own_content import with_data
from macros.facts.tree_changes import changed, changed_mapping
from macros.source.yaml_reader import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from macros.facts.names import Names
    from macros.source.report import Place
    from macros.source.yaml_reader import Node

    Gone = Callable[[str], bool]

WORDS = ("items", "texts")  # of one's own, by section


def retired_in(node: Mapping, names: Names) -> Iterator[tuple[str, Place]]:
    """Yield the retired sections that a file writes or has words for, by what they were called."""
    own = node.get("own")
    keys = [own.get(key) for key in WORDS] if isinstance(own, Mapping) else []
    for place, name in [*_uses(node.get("outline")), *_keys(*keys)]:
        if name in names.retired:
            yield names.retired[name], place


def _uses(node: Node | None) -> Iterator[tuple[Place, str]]:
    for line in node.items if isinstance(node, Sequence) else ():
        if isinstance(line, Mapping):
            use = line.get("use")
            yield from [(use.place, use.value)] if isinstance(use, Scalar) else ()
            yield from _uses(line.get("sections"))


def _keys(*nodes: Node | None) -> Iterator[tuple[Place, str]]:
    for node in nodes:
        for key, _ in node.entries.values() if isinstance(node, Mapping) else ():
            yield key.place, key.value


def without_retired(node: Mapping, names: Names) -> Mapping:
    """Return it without retired sections; words typed for one are kept without a place."""
    own = node.get("own")
    if not names.retired:
        return node
    gone = lambda name: name in names.retired  # noqa: E731
    words = list(_words(own, gone)) if isinstance(own, Mapping) else []
    dropped = lambda n: _dropped(n, gone)  # noqa: E731
    kept = changed_mapping(
        node,
        {
            **dict.fromkeys(("skip", "order", "without", "headings"), dropped),
            "outline": lambda n: _dropped_lines(n, gone),
            "own": lambda n: changed(n, dict.fromkeys(WORDS, dropped)),
        },
    )
    outline = kept.get("outline")
    if isinstance(outline, Sequence) and not outline.items:
        kept = Mapping(kept.place, {k: e for k, e in kept.entries.items() if k != "outline"})
    return with_data(kept, {"marks": {"unplaced": words}}, kept.place) if words else kept


def _words(own: Mapping, gone: Gone) -> Iterator[dict[str, str]]:
    """Yield the words typed for retired sections, as words without a place."""
    items, texts = own.get("items"), own.get("texts")
    for name, (_, rows) in items.entries.items() if isinstance(items, Mapping) else ():
        for row in rows.items if gone(name) and isinstance(rows, Sequence) else ():
            told = [row.get(key) for key in ("title", "text")] if isinstance(row, Mapping) else []
            written = [part.value for part in told if isinstance(part, Scalar) and part.value]
            yield {"section": name, "text": "\n".join(written)}
    for name, (_, places) in texts.entries.items() if isinstance(texts, Mapping) else ():
        if gone(name) and isinstance(places, Mapping):
            for _, text in places.entries.values():
                yield {"section": name, "text": text.value if isinstance(text, Scalar) else ""}


def _dropped(node: Node, gone: Gone) -> Node:
    """Return a list, or a mapping, without the items, or keys, that are gone."""
    if isinstance(node, Sequence):
        kept = [i for i in node.items if not (isinstance(i, Scalar) and gone(i.value))]
        return Sequence(node.place, kept)
    if isinstance(node, Mapping):
        return Mapping(node.place, {k: e for k, e in node.entries.items() if not gone(k)})
    return node


def _dropped_lines(node: Node, gone: Gone) -> Node:
    """Return an outline without lines that use what is gone, and groups left empty by that."""
    if not isinstance(node, Sequence):
        return node
    kept = []
    for line in node.items:
        use = line.get("use") if isinstance(line, Mapping) else None
        inner = line.get("sections") if isinstance(line, Mapping) else None
        if isinstance(use, Scalar) and gone(use.value):
            continue
        left = changed(line, {"sections": lambda n: _dropped_lines(n, gone)})
        after = left.get("sections") if isinstance(left, Mapping) else None
        if not (isinstance(inner, Sequence) and isinstance(after, Sequence) and not after.items):
            kept.append(left)
    return Sequence(node.place, kept)
