"""Random content of a reader's own for an archetype: outlines, places, facts, items and words."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.library.library import FRAME
from macros.schema.facts_files import Content
from tests.differential.random_facts import STRANGE
from tests.differential.random_own_facts import FactWriter
from tests.differential.random_own_text import TextWriter

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from random import Random

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype

HEADINGS = ("其他工作", "（一）医养结合。", "工会 工作", "𠮷野", "<b>&amp;", "a\u202eb", "1.宣传")
TITLES = ("开展义诊", "义诊。", "。", *HEADINGS)
GONE = ("没有这一处", "__proto__", "constructor", "a1")
WEIGHTS = ("重点", "略写", "略写", "略写", "次要")
IDS = ("a1", "b-2", "__proto__", "constructor", "C", "7", "7")


class ContentWriter:
    """Writes the content of one draft of an archetype."""

    def __init__(self, random: Random, library: Library, archetype: Archetype) -> None:
        """Write facts of one's own, more often some than none."""
        self.random, self.library, self.archetype = random, library, archetype
        self.facts = FactWriter(random, dict(library.facts))
        self.facts.add(random.choice((0, 1, 2, 5, 9)))
        self.text = TextWriter(self.facts).text

    def content(self) -> Content:
        """Return the content."""
        sections = self._own_sections()
        outline = self._outline(list(sections)) if self._has(0.7) else []
        uses = self._uses(outline)
        items = {use: self._items(use) for use in uses if self._has(0.25)}
        written = {
            "outline": outline,
            "skip": {use: self._names(use, items) for use in uses if self._has(0.2)},
            "order": {use: self._names(use, items) for use in uses if self._has(0.2)},
            "own": {
                "facts": self.facts.written,
                "sections": sections,
                "items": items,
                "texts": {use: self._texts(use) for use in uses if self._has(0.25)} | self._frame(),
            },
            "marks": {"as_of": self.facts.as_of(), "emphasis": self._emphasis(uses, items)},
        }
        return Content.model_validate(written)

    def _frame(self) -> dict[str, dict[str, str]]:
        return {"frame": {self.random.choice(FRAME): self.text(1)}} if self._has(0.2) else {}

    def _has(self, share: float) -> bool:
        return self.random.random() < share

    def _some(self, names: Iterable[str], most: int) -> list[str]:
        """Return some of the names, each at most once, in random order."""
        known = list(names)
        return self.random.sample(known, min(len(known), self.random.randint(0, most)))

    # --- the outline ---

    def _outline(self, own: list[str]) -> list[dict[str, Any]]:
        uses = [entry.use for entry in self.archetype.entries if entry.use and self._has(0.85)]
        uses += self._some((name for name in self.library.sections if name not in uses), 3)
        lines: list[dict[str, Any]] = [{"use": use} for use in uses]
        if self._has(0.4):
            self.random.shuffle(lines)
        for name in own:
            lines.insert(self.random.randint(0, len(lines)), {"own": name})
        for line in lines:
            if self._has(0.15):
                line["heading"] = self._heading()
        return self._grouped(lines)

    def _grouped(self, lines: list[dict[str, Any]]) -> list[dict[str, Any]]:
        grouped: list[dict[str, Any]] = []
        while lines:
            count = self.random.choice((1, 1, 1, 2, 3))
            some, lines = lines[:count], lines[count:]
            if self._has(0.2):
                some = [{"heading": self._heading(), "sections": some}]
            grouped += some
        return grouped

    def _heading(self) -> str:
        return self.random.choice((*HEADINGS, *STRANGE))

    def _uses(self, outline: list[dict[str, Any]]) -> list[str]:
        """Return the sections whose places are changed: those written, and one that is not."""
        lines = [inner for entry in outline for inner in entry.get("sections", [entry])]
        written = [line["use"] for line in lines if "use" in line]
        other = self.random.choice(list(self.library.sections))
        return list(dict.fromkeys([*(written or self._usual()), other]))

    def _usual(self) -> list[str]:
        return [entry.use for entry in self.archetype.entries if entry.use]

    def _own_sections(self) -> dict[str, dict[str, str]]:
        names = [f"own-{word}" for word in self._some(("a1", "b", "constructor"), 3)]
        return {name: {"name": self._heading(), "text": self.text(5)} for name in names}

    # --- places ---

    def _places(self, use: str) -> list[str]:
        """Return the names of the places of a section, some by an earlier name."""
        items = self.library.sections[use].items
        return [self.random.choice((item.name, *item.was)) for item in items]

    def _names(self, use: str, items: Mapping[str, list[dict[str, str]]]) -> list[str]:
        own = [item["id"] for item in items.get(use, ())]
        return self._some([*self._places(use), *own, self.random.choice(GONE)], 4)

    def _emphasis(
        self, uses: Iterable[str], items: Mapping[str, list[dict[str, str]]]
    ) -> dict[str, str]:
        """Return weights of places and own items, most of them known ones."""
        marked = [f"{use}/{n}" for use in uses if self._has(0.4) for n in self._names(use, items)]
        return {key: self.random.choice(WEIGHTS) for key in [*marked, "own_1", "nope/甲"]}

    def _items(self, use: str) -> list[dict[str, str]]:
        """Return items of one's own, in chains and after what is gone."""
        known = [*self._places(use), *GONE]
        items: list[dict[str, str]] = []
        for name in self._some(IDS, 4):
            item = {"id": name, "text": self.text(2)}
            if self._has(0.7):
                item["after"] = self.random.choice(known)
            if self._has(0.6):
                item["title"] = self.random.choice(TITLES)
            items.append(item)
            known += [name] * 3
        return items

    def _texts(self, use: str) -> dict[str, str]:
        names = [*self._places(use), "没有这一处", "constructor"]
        return {name: self.text(3) for name in self._some(names, 3)}
