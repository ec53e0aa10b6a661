"""Changes trees of facts files: new trees, whose nodes keep their places."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

from macros.source.yaml_reader import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as Dictionary

    from macros.source.yaml_reader import Node

    Change = Callable[[str], str]


def renamed(node: Node, change: Change) -> Node:
    """Return a scalar with another value; what is no scalar stays."""
    if not isinstance(node, Scalar):
        return node
    return Scalar(node.place, change(node.value), node.style, node.column)


def each(node: Node, change: Callable[[Node], Node]) -> Node:
    """Return a list whose items are changed; what is no list stays."""
    return (
        Sequence(node.place, list(map(change, node.items))) if isinstance(node, Sequence) else node
    )


def listed(node: Node, change: Change) -> Node:
    """Return a list of words, each changed."""
    return each(node, lambda item: renamed(item, change))


def changed(node: Node, by_key: Dictionary[str, Callable[[Node], Node]]) -> Node:
    """Return a mapping, whose values are changed each by its key."""
    if not isinstance(node, Mapping):
        return node
    entries = {
        name: (key, by_key[name](value) if name in by_key else value)
        for name, (key, value) in node.entries.items()
    }
    return Mapping(node.place, entries)


def mapped(
    node: Node, key: Change | None, change: Callable[[Node], Node] = lambda node: node
) -> Node:
    """Return a mapping with other keys; one whose new name is there already stays."""
    if not isinstance(node, Mapping):
        return node
    entries = {}
    for name, (written, value) in node.entries.items():
        new = key(name) if key else name
        kept = name if new in node.entries else new
        entries[kept] = (Scalar(written.place, kept, written.style), change(value))
    return Mapping(node.place, entries)


def changed_mapping(node: Mapping, by_key: Dictionary[str, Callable[[Node], Node]]) -> Mapping:
    """Return what `changed` returns of a mapping."""
    return cast("Mapping", changed(node, by_key))
