"""Puts the names of today into a facts file or a draft that was written with earlier ones.

Facts and sections may have been renamed or retired since.  What was typed for a retired section is
kept among the words without a place.  Mirrors browser/facts/current_names.js;
tests/vectors/current_names.json holds the two together.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.retired_sections import without_retired
from macros.facts.tree_changes import changed, changed_mapping, each, listed, mapped, renamed
from macros.schema.vocabulary import REFERENCES
from macros.source.yaml_reader import Sequence

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.facts.names import Names
    from macros.source.yaml_reader import Mapping, Node


def with_current_names(node: Mapping, names: Names) -> Mapping:
    """Return a facts file, or a draft, or the content of either, with the names of today."""
    return without_retired(with_new_names(node, names), names)


def with_new_names(node: Mapping, names: Names) -> Mapping:
    """Return it with new names; nothing is left out, so that the trees correspond."""
    return _Renaming(names).file(node)


class _Renaming:
    def __init__(self, names: Names) -> None:
        self.names = names

    def file(self, node: Mapping) -> Mapping:
        names = self.names
        by_key: dict[str, Callable[[Node], Node]] = {
            "facts": lambda n: mapped(n, names.fact, self.fact),
            "without": lambda n: listed(n, names.section),
            "headings": lambda n: mapped(n, names.headed),
            "carried": lambda n: listed(n, names.path),
            "edits": lambda n: each(n, self.edit),
            "outline": self.outline,
            "skip": lambda n: mapped(n, names.section),
            "order": lambda n: mapped(n, names.section),
            "own": self.own,
            "marks": self.marks,
        }
        return changed_mapping(node, by_key)

    def fact(self, node: Node) -> Node:
        """Return a fact as it is given; only the records of a list can name others."""
        row = lambda n: mapped(n, None, lambda value: renamed(value, self.names.cell))  # noqa: E731
        return each(node, row) if isinstance(node, Sequence) else node

    def edit(self, node: Node) -> Node:
        names = self.names
        return changed(
            node,
            {
                "section": lambda n: renamed(n, names.section),
                "facts": lambda n: listed(n, names.path),
            },
        )

    # --- content ---

    def outline(self, node: Node) -> Node:
        return each(
            node,
            lambda line: changed(
                line, {"use": lambda n: renamed(n, self.names.section), "sections": self.outline}
            ),
        )

    def own(self, node: Node) -> Node:
        names = self.names
        title_and_text = {"text": lambda n: renamed(n, names.words)}
        item = lambda n: changed(n, title_and_text)  # noqa: E731
        return changed(
            node,
            {
                "facts": lambda n: mapped(n, names.fact, self.spec),
                "sections": lambda n: mapped(n, None, item),
                "items": lambda n: mapped(n, names.section, lambda rows: each(rows, item)),
                "texts": lambda n: mapped(
                    n,
                    names.section,
                    lambda places: mapped(places, None, lambda v: renamed(v, names.words)),
                ),
            },
        )

    def spec(self, node: Node) -> Node:
        """Return the declaration of a fact, which may refer to others."""
        fact = self.names.fact
        named = lambda n: listed(n, fact) if isinstance(n, Sequence) else renamed(n, fact)  # noqa: E731
        return changed(node, dict.fromkeys(REFERENCES, named))

    def marks(self, node: Node) -> Node:
        names = self.names
        by_path = lambda n: mapped(n, names.path)  # noqa: E731
        section = {"section": lambda n: renamed(n, names.section)}
        return changed(
            node,
            {
                "as_of": lambda n: mapped(n, names.fact),
                **dict.fromkeys(("emphasis", "answers", "dismissed"), by_path),
                "unplaced": lambda n: each(n, lambda row: changed(row, section)),
            },
        )
