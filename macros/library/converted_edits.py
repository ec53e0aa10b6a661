"""Turns the paragraphs that a draft of schema 1 has edited by hand into content of its own.

An edited paragraph becomes the own text of its place, with all other paragraphs of that place, and
its figures are found again (found_figures.py).  A table that the template has got since then shows
the figures that these paragraphs do not say.  An edited heading becomes a heading.  What cannot
be said so is told and kept as words without a place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from macros.document.paragraphs import continued
from macros.facts.context import context_of
from macros.facts.entries import EntryError, parse_text
from macros.facts.own_content import with_data
from macros.figures.values import Series
from macros.library.compose import passage_parts, place_by_place
from macros.library.found_figures import FigureFinder
from macros.library.library import FRAME, OWN_FRAME
from macros.library.reattached_edits import edits_of, reattached
from macros.library.summary import summary_of
from macros.source.yaml_reader import Mapping

if TYPE_CHECKING:
    from macros.document.document import Block
    from macros.document.paragraphs import Part
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.library.passages import Passage
    from macros.library.reattached_edits import Edit
    from macros.library.summary import Summary
    from macros.source.report import Report

LINE_END = re.compile(r"\s*\n\s*")
LONGEST_TITLE = 60
MOST_ECHOED = 30


def with_converted_edits(office: Office, library: Library, report: Report) -> Mapping:
    """Return an office's file with its edits as content, after telling those that cannot be."""
    return _Conversion(office, library, report).run()


@dataclass
class _Group:
    """Passages that share paragraphs; in the brief form one may go on with the one before it."""

    passages: list[Passage]
    parts: list[Part]
    edits: dict[int, Edit] = field(default_factory=dict)  # by part


class _Conversion:
    def __init__(self, office: Office, library: Library, report: Report) -> None:
        self.office, self.library, self.report = office, library, report
        self.summary: Summary = summary_of(library, office)
        scope = context_of(self.summary.specs, office.entries)
        self.finder = FigureFinder(self.summary.specs, scope)
        self.added: dict[str, Any] = {}

    def run(self) -> Mapping:
        edits, office = edits_of(self.office.node), self.office
        document = place_by_place(self.summary, office.entries)
        found = reattached(edits, document.blocks)
        for edit in edits:
            if edit not in found.values():
                self._tell(edit)
        sections: dict[str, dict[int, Edit]] = {}
        for index, edit in found.items():
            block = document.blocks[index]
            if self._is_text(block, edit):
                first = next(i for i, b in enumerate(document.blocks) if b.section == block.section)
                sections.setdefault(block.section, {})[index - first] = edit
        for section, inner in sections.items():
            self._section(section, inner)
        kept = {key: entry for key, entry in office.node.entries.items() if key != "edits"}
        return with_data(Mapping(office.node.place, kept), self.added, office.node.place)

    def _is_text(self, block: Block, edit: Edit) -> bool:
        """Tell whether an edit is of a paragraph in a section; deal with it if it is another."""
        if block.type in FRAME and not edit.text.strip():
            return False  # an emptied title is made from the facts again
        if block.type in FRAME and "{{" not in edit.text:
            text = self.finder.as_own_text(block.runs, _one_line(edit.text))
            own = self.added.setdefault("own", {}).setdefault("texts", {})
            own.setdefault(OWN_FRAME, {})[block.type] = text
        elif block.type == "heading":
            self._heading(block, edit)
        elif block.section in self.library.sections and "{{" not in edit.text:
            if block.text != edit.generated:
                what = f"网页上改过这一段以后，指标或范本又改了：{_start(edit.text)}"
                self.report.warn(edit.place, what, "核对这一段")
            return True
        else:
            self._tell(edit)
        return False

    def _tell(self, edit: Edit) -> None:
        """Keep an edit that has no place among the words without one, and say so."""
        what = f"网页上手工改过的这一段放不回原处：{_start(edit.text)}"
        self.report.warn(edit.place, what, "对照原来的文稿补上；文字留在 marks 的 unplaced 里")
        unplaced = self.added.setdefault("marks", {}).setdefault("unplaced", [])
        unplaced.append({"section": edit.section, "text": _one_line(edit.text)})

    # --- headings ---

    def _heading(self, block: Block, edit: Edit) -> None:
        headings = self.office.headings
        keys = [block.section] if block.section else self.summary.archetype.heading_keys
        name = next((key for key in keys if self._heading_of(key, headings) == block.text), "")
        try:
            if name and "outline" not in self.office.node.entries and parse_text(edit.text):
                self.added.setdefault("headings", {})[name] = edit.text
                return
        except EntryError:
            pass
        self._tell(edit)

    def _heading_of(self, key: str, headings: dict[str, str]) -> str:
        """Return the heading that is printed for a key of `headings`."""
        used = (entry for entry in self.summary.archetype.entries if entry.use == key)
        entry, section = next(used, None), self.library.sections.get(key)
        return headings.get(key) or (entry and entry.heading) or (section.name if section else key)

    # --- paragraphs ---

    def _section(self, section: str, edits: dict[int, Edit]) -> None:
        """Convert the edits of a section, given by the index of their block within it."""
        start = int(self.library.sections[section].heading)
        for group in self._groups(section):
            end = start + len(group.parts)
            group.edits = {i - start: edit for i, edit in edits.items() if start <= i < end}
            if group.edits and not (
                self._as_text(section, group) or self._as_items(section, group)
            ):
                for edit in group.edits.values():
                    self._tell(edit)
            start = end

    def _groups(self, section: str) -> list[_Group]:
        groups: list[_Group] = []
        brief = self.summary.archetype.form == "brief"
        for passage, parts in passage_parts(self.summary, self.office.entries, section):
            before = groups[-1].parts if groups else []
            whole = continued(before, parts)
            if brief and passage.joined and len(whole) < len(before) + len(parts):
                groups[-1].passages.append(passage)
                groups[-1].parts = whole
            elif parts:
                groups.append(_Group([passage], parts))
        return groups

    def _lines(self, group: _Group) -> list[tuple[Part, str]]:
        """Return the paragraphs and tables of a group, each as one line of plain text."""
        texts = ["".join(run.text for run in part.runs) for part in group.parts]
        for index, edit in group.edits.items():
            texts[index] = _one_line(edit.text)
        said = "\n".join(texts)
        lines = zip(group.parts, texts, strict=True)
        plain = [(p, _table_line(p, said) if p.mark == "table" else text) for p, text in lines]
        return [(part, text) for part, text in plain if text or part.mark != "table"]

    def _as_text(self, section: str, group: _Group) -> bool:
        """Put a group's paragraphs in place of its first passage, if own text can say them."""
        first, *others = group.passages
        title = f"{first.title}。" if group.parts[0].mark == "item" else ""
        parts, plain = map(list, zip(*self._lines(group), strict=True))
        marks = {part.mark for part in parts[bool(title) :]}
        if marks - {"", "table"} or not all(p.is_place for p in group.passages):
            return False
        if title and (not first.title or not plain[0].startswith(title)):
            return False
        plain[0] = plain[0].removeprefix(title)
        texts = self.added.setdefault("own", {}).setdefault("texts", {}).setdefault(section, {})
        texts[first.name] = "\n".join(self._found(parts, plain))
        texts.update({passage.name: "" for passage in others})
        return True

    def _as_items(self, section: str, group: _Group) -> bool:
        """Put own items in place of a group: for rows of a list, and for a title that was edited.

        The place itself is left out, and the items stand after it.
        """
        (place, *others), items = group.passages, list[dict[str, str]]()
        own = self.added.setdefault("own", {}).setdefault("items", {})
        used = len(own.get(section, []))
        for part, plain in self._lines(group):
            title, stop, rest = plain.partition("。") if part.mark == "item" else ("", "。", plain)
            if others or not place.is_place or part.mark == "heading":
                return False
            if not stop or len(title) > LONGEST_TITLE:
                return False
            text = self.finder.as_own_text(part.runs, rest)
            if items and part.mark != "item":
                items[-1]["text"] += f"\n{text}"
                continue
            after = items[-1]["id"] if items else place.name
            name = f"edited-{used + len(items) + 1}"
            items.append({"id": name, "after": after, "title": title, "text": text})
        own = self.added.setdefault("own", {})
        own.setdefault("items", {}).setdefault(section, []).extend(items)
        self.added.setdefault("skip", {}).setdefault(section, []).append(place.name)
        return True

    def _found(self, parts: list[Part], texts: list[str]) -> list[str]:
        pairs = zip(parts, texts, strict=True)
        return [self.finder.as_own_text(part.runs, text) for part, text in pairs]


def _table_line(part: Part, said: str) -> str:
    """Return a line with the rows of a table whose figures are not said; nothing without any."""
    now = [
        (row.name, row.value.now if isinstance(row.value, Series) else row.value)
        for row in part.table
    ]
    names = [name for name, value in now if value.known and value.text not in said]
    return f"{{{{ table({', '.join(names)}) }}}}" if names else ""


def _one_line(text: str) -> str:
    return LINE_END.sub(" ", text).strip()


def _start(text: str) -> str:
    return f"“{text[:MOST_ECHOED]}……”" if len(text) > MOST_ECHOED else f"“{text}”"
