"""The options of the command render: the document they ask for, and the bytes of its file."""

from __future__ import annotations

import sys
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import fail, for_notepad, require_archetype
from macros.exchange.facts_file_writer import written_content
from macros.facts.context import context_of
from macros.facts.paths import label_at
from macros.library.advice import advice, efforts
from macros.library.blanks import impossible_values, lacking_facts
from macros.library.office_documents import compose_office, count_borrowed_names
from macros.library.old_period import words_of_old_period
from macros.library.summary import summary_of
from macros.library.typed_numbers import listed, typed_in_lists, typed_numbers
from macros.library.unlikely_values import unlikely_values
from macros.library.unused import reason_unused
from macros.output.appendix import with_appendix
from macros.output.formats import FORMATS, PageStyle
from macros.source.report import Report, nearest

if TYPE_CHECKING:
    import argparse

    from macros.document.document import Document
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.library.summary import Summary

EXAMPLES = Path("data", "offices")


@dataclass(frozen=True)
class RenderOptions:
    """What every document of a run has in common."""

    root: Path
    archetype: str
    format: str
    layout: str
    appendix: bool
    sealed: bool

    @classmethod
    def of(cls, options: argparse.Namespace) -> RenderOptions:
        """Return the options as they were parsed."""
        common = (options.archetype, options.format, options.layout)
        return cls(options.root, *common, options.appendix, options.seal)

    def __str__(self) -> str:
        """Return the line that the report of a folder starts with."""
        words = [self.archetype or "各范本", self.format, self.layout]
        words += ["附主要指标表"] * self.appendix + ["留出盖章的位置"] * self.sealed
        return f"{'，'.join(words)}。"

    def check(self, library: Library) -> None:
        """Raise ProblemsFoundError when there is no such archetype or layout."""
        if self.archetype:
            require_archetype(library, self.archetype)
        self.page_style(library)

    def page_style(self, library: Library) -> PageStyle:
        """Return the layout with its templates; raise ProblemsFoundError when it is unknown."""
        if self.layout not in library.layouts:
            options, guess = "、".join(library.layouts), nearest(self.layout, library.layouts)
            fail(Report(), self.layout, f"没有“{self.layout}”这个版式", options, guess)
        return PageStyle(library.layouts[self.layout], self.root)

    def document(self, office: Office, library: Library) -> Document:
        """Return the office's document; the name of an example office in any other is counted."""
        document = compose_office(library, office, self.page_style(library).layout.id)
        document = replace(document, sealed=self.sealed)
        if self.appendix:
            document = with_appendix(document, library, office)
        if Path(office.node.place.file).resolve().parent == (self.root / EXAMPLES).resolve():
            return document
        archetype = library.archetypes[office.archetype]
        return replace(document, borrowed=count_borrowed_names(library, archetype, document))

    def content(self, document: Document, library: Library) -> str | bytes:
        """Return the document in the format, as it is printed on the screen."""
        return FORMATS[self.format].write(document, self.page_style(library))

    def file(self, document: Document, library: Library) -> bytes:
        """Return the document in the format, as the bytes of a file."""
        content = self.content(document, library)
        if isinstance(content, bytes):
            return content
        return (for_notepad(content) if self.format == "text" else content).encode()


def print_warnings(document: Document, office: Office, library: Library) -> None:
    """Print why a summary is only a draft, and which digits in it were typed by hand."""
    summary = summary_of(library, office)
    if document.blanks:
        lacking = lacking_facts(document, office.entries)
        labels = "、".join(summary.specs[name].label for name in lacking)
        print(f"草稿：正文有{document.blanks}处空白。未填：{labels or '无'}。", file=sys.stderr)
    for values in impossible_values(document, summary.specs, office.entries):
        print(f"草稿：{values}算不出结果，请改其中的数。", file=sys.stderr)
    scope = context_of(summary.specs, office.entries)
    for path in document.unused:
        label, reason = label_at(summary.specs, path), reason_unused(summary, path, scope)
        print(f"草稿：填了“{label}”，文中没有用到：{reason}。", file=sys.stderr)
    if office.carried:
        print(f"草稿：沿用上期的{len(office.carried)}项还没有核对（carried）。", file=sys.stderr)
    aside = office.content.marks.dismissed
    typed = typed_numbers(written_content(office), library)
    typed += typed_in_lists(summary.specs, office.entries)
    numbers = [numbers for numbers in typed if numbers.key not in aside]
    if numbers:
        print(listed(numbers), file=sys.stderr)
    if document.unplaced:
        what = "段手改的文字无处可放（marks 的 unplaced），另处理后删去"
        print(f"草稿：有{document.unplaced}{what}。", file=sys.stderr)
    _print_remarks(document, office, summary)
    old = words_of_old_period(summary, office)
    if old:
        print(f"提到上一期的文字{len(old)}处：{'、'.join(map(str, old))}。", file=sys.stderr)
    if document.borrowed:
        print(f"草稿：有{document.borrowed}处示例单位的名称，请换成本单位的。", file=sys.stderr)


def _print_remarks(document: Document, office: Office, summary: Summary) -> None:
    """Print what a reader will miss, what targets take, and values that are hardly right."""
    for one in advice(summary, office.entries, document.blocks):
        print(f"请核对：{one.what}。", file=sys.stderr)
    for effort in efforts(summary, office.entries):
        print(f"目标测算：{effort}。", file=sys.stderr)
    for value in unlikely_values(summary, office.entries):
        print(f"请核对：{value.what.removesuffix('，请核对')}。", file=sys.stderr)
