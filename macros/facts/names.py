"""The present names of facts and sections, by earlier ones."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping as Dictionary

# An identifier in an expression; not a side, a filter, a function or a field in quotes.
NAME = re.compile(r"([.|]\s*)?('[^']*'|[A-Za-z_][A-Za-z0-9_]*)(\s*\()?")
EXPRESSION = re.compile(r"\{\{.*?\}\}")
CITED = re.compile(r"[A-Za-z_][A-Za-z0-9_.|(),' \t]*")
STEM = re.compile(r"[\w-]+", re.ASCII)


@dataclass(frozen=True)
class Names:
    """The present names of facts, sections and groups by earlier ones, and what is gone."""

    facts: Dictionary[str, str] = field(default_factory=dict)
    sections: Dictionary[str, str] = field(default_factory=dict)
    retired: Dictionary[str, str] = field(default_factory=dict)  # sections, with their names
    gone: Dictionary[str, str] = field(default_factory=dict)  # facts, with their labels
    groups: Dictionary[str, str] = field(default_factory=dict)  # headings

    def fact(self, name: str) -> str:
        """Return the present name of a fact."""
        return self.facts.get(name, name)

    def section(self, name: str) -> str:
        """Return the present name of a section."""
        return self.sections.get(name, name)

    def headed(self, name: str) -> str:
        """Return the present name of what has a heading: a section, or a group by its own."""
        return self.groups.get(name) or self.section(name)

    def expression(self, text: str) -> str:
        """Return an expression with the present names of its facts."""
        return NAME.sub(self._name, text)

    def _name(self, found: re.Match[str]) -> str:
        kept = found[1] or found[3] or found[2].startswith("'")
        return found[0] if kept else self.fact(found[0])

    def words(self, text: str) -> str:
        """Return words of one's own with the present names in their expressions."""
        return EXPRESSION.sub(lambda found: self.expression(found[0]), text)

    def cell(self, text: str) -> str:
        """Return a field of a record, which may cite a fact or be words of one's own."""
        return self.expression(text) if CITED.fullmatch(text) else self.words(text)

    def path(self, text: str) -> str:
        """Return the path of a value or of words: works[0], own.texts/section/place."""
        return "/".join(map(self._stem, text.split("/")))

    def _stem(self, part: str) -> str:
        found = STEM.match(part)
        if not found or part.startswith("own."):
            return part
        return self.section(self.fact(found[0])) + part[found.end() :]
