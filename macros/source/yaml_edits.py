"""Edits a file where its tree says that something stands: comments, layout and line ends stay."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.source.report import Place, ProblemsFoundError, Report
from macros.source.yaml_reader import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from pathlib import Path

    from macros.source.yaml_reader import Node

BOM = "\ufeff"
LINE_END = re.compile("\r\n|\r|\n")


class TextEdits:
    """The edits of one file; they are applied together, so that places stay true."""

    def __init__(self, path: Path, name: str) -> None:
        """Read a file that has been read before, and so is UTF-8."""
        self.name = name
        written = path.read_bytes().decode("utf-8")
        self.head = BOM if written.startswith(BOM) else ""
        self.text = written.removeprefix(BOM)
        self.starts = [0, *(found.end() for found in LINE_END.finditer(self.text))]
        ends = LINE_END.search(self.text)
        self.end = ends[0] if ends else "\n"
        self.edits: set[tuple[int, int, str]] = set()

    def result(self) -> bytes:
        """Return the file with all edits."""
        text = self.text
        for start, end, new in sorted(self.edits, reverse=True):
            text = text[:start] + new + text[end:]
        return (self.head + text).encode()

    # --- positions ---

    def offset(self, place: Place) -> int:
        """Return the index of the character at a place."""
        return self.starts[place.line - 1] + place.column - 1

    def line_start(self, index: int) -> int:
        """Return where the line of a character begins."""
        return max(start for start in self.starts if start <= index)

    # --- edits ---

    def replace(self, index: int, old: str, new: str) -> None:
        """Replace what stands at an index; raise ProblemsFoundError when it is something else."""
        if not self.text.startswith(old, index):
            line = self.text.count("\n", 0, index) + 1
            report = Report()
            report.error(Place(self.name, line), f"改不了这里的“{old}”", "平常的写法，不用转义")
            raise ProblemsFoundError(report.errors)
        self.edits.add((index, index + len(old), new))

    def insert(self, index: int, new: str) -> None:
        """Insert text, whose lines end as those of the file."""
        self.edits.add((index, index, new.replace("\n", self.end)))

    def replace_scalar(self, scalar: Scalar, old: str, new: str, within: int = 0) -> None:
        """Replace a part of a scalar that begins at a character of its value."""
        start = self.offset(scalar.place_of(within))
        self.replace(start, old, new)

    def insert_before(self, node: Node, item: str) -> None:
        """Insert an item before one of a list, on a line of its own where that one has its own."""
        index = self.offset(node.place)
        lead = self.text[self.line_start(index) : index]
        if lead.strip() == "-":
            self.insert(self.line_start(index), f"{lead}{item}\n")
        else:
            self.insert(index, f"{item}, ")

    def append(self, items: Sequence, item: str) -> None:
        """Add an item at the end of a list of words."""
        if not items.items:
            self.insert(self.offset(items.place) + 1, item)
            return
        last = items.items[-1]
        if not isinstance(last, Scalar):
            raise TypeError("a list of words")
        index = self.offset(last.place)
        lead = self.text[self.line_start(index) : index]
        after = index + len(last.value) + (2 if last.style else 0)
        self.insert(after, f"\n{lead}{item}" if lead.strip() == "-" else f", {item}")

    def add_entry(self, mapping: Mapping, entry: str) -> None:
        """Add an entry to a mapping, after its first one where each has its own line."""
        keys = [key for key, _ in mapping.entries.values()]
        index = self.offset(keys[0].place)
        lead = self.text[self.line_start(index) : index]
        if lead.strip():
            self.insert(index, f"{entry}, ")
            return
        second = keys[1].place if len(keys) > 1 else None
        at = self.starts[second.line - 1] if second else self.line_start(index)
        self.insert(at, f"{lead}{entry}\n")

    def append_to(self, mapping: Mapping, key: str, item: str) -> None:
        """Add a word to the list under a key, which is begun where the mapping lacks it."""
        known = mapping.get(key)
        if isinstance(known, Sequence):
            self.append(known, item)
        else:
            self.add_entry(mapping, f"{key}: [{item}]")

    def append_block(self, mapping: Mapping, text: str) -> None:
        """Add lines at the end of a mapping that has a line for each entry; indent them as these.

        Raise ProblemsFoundError for one between braces.
        """
        index = self.offset(mapping.place)
        lead = self.text[self.line_start(index) : index]
        if lead.strip():
            self._refuse(mapping.place)
        last = self._end_of_block(mapping.place.line, len(lead))
        gap = "" if last < len(self.starts) else "\n"
        indented = "".join(f"{lead}{line}\n" if line else "\n" for line in text.split("\n")[:-1])
        self.insert(self._line(last), gap + indented)

    def delete_entry(self, mapping: Mapping, key: str) -> None:
        """Delete the lines of an entry; raise ProblemsFoundError for one between braces."""
        place = mapping.place_of(key)
        index = self.offset(place)
        if self.text[self.line_start(index) : index].strip():
            self._refuse(place)
        self._delete_block(
            place.line, place.column - 1, f"{self.text[self.line_start(index) : index]}- "
        )

    def delete_item(self, items: Sequence, item: Node) -> None:
        """Delete an item of a list, with its lines where it has lines of its own."""
        index = self.offset(item.place)
        lead = self.text[self.line_start(index) : index]
        if lead.strip() == "-":
            self._delete_block(item.place.line, lead.index("-"))
        elif len(items.items) == 1:
            self._delete_text(index, item)
        else:
            at = next(i for i, other in enumerate(items.items) if other is item)
            before = items.items[at - 1]
            start = self._end_of(before) if at else index
            end = self._end_of(item) if at else self.offset(items.items[1].place)
            self.edits.add((start, end, ""))

    # --- what stands where ---

    def _refuse(self, place: Place) -> None:
        report = Report()
        report.error(place, "这里写在花括号里，改不了", "每行一项，不用花括号")
        raise ProblemsFoundError(report.errors)

    def _delete_text(self, index: int, item: Node) -> None:
        self.edits.add((index, self._end_of(item), ""))

    def _end_of(self, item: Node) -> int:
        """Return where an item on one line ends: a word, or what stands between braces."""
        index = self.offset(item.place)
        if isinstance(item, Scalar):
            return index + len(item.value) + (2 if item.style else 0)
        return self.text.index("}" if isinstance(item, Mapping) else "]", index) + 1

    def _delete_block(self, line: int, indent: int, within: str = "\0") -> None:
        end = self._end_of_block(line, indent + 1, within)
        self.edits.add((self.starts[line - 1], self._line(end), ""))

    def _line(self, count: int) -> int:
        """Return where the line after so many begins."""
        return self.starts[count] if count < len(self.starts) else len(self.text)

    def _end_of_block(self, line: int, indent: int, within: str = "\0") -> int:
        """Return the last line that has text and belongs to what begins on a line.

        Lines that begin with `within` belong to it too: items that stand right under their key.
        """
        ends = [*self.starts[1:], len(self.text)]
        lines = [self.text[start:end] for start, end in zip(self.starts, ends, strict=True)]
        end = last = line
        while end < len(lines) and (
            lines[end].startswith(within) or not _is_outside(lines[end], indent)
        ):
            end += 1
            last = end if lines[end - 1].strip() else last
        return last


def _is_outside(line: str, indent: int) -> bool:
    """Tell whether a line belongs to what follows a mapping with this indentation."""
    return bool(line.strip()) and len(line) - len(line.lstrip(" ")) < indent
