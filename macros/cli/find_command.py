"""The command find: what there is already, before somebody invents it again."""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING

from macros.cli.common import add_command
from macros.library.finder import (
    Entry,
    archetypes,
    facts,
    find,
    indicators,
    sections,
    similar,
    unseen_names,
)
from macros.library.library import validated
from macros.library.loader import load
from macros.source.atomic_write import exists

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from macros.cli.common import Commands
    from macros.library.library import Library

GUIDE = "docs/maintaining/templates.md"
ROW = re.compile(r"^\| ((?:`[^`]+`[、 ]*)+) \| (.+) \|$")
CODE = re.compile("`([^`]+)`")
# What is searched, in the order in which it is shown.
SOURCES = (facts, indicators, sections, archetypes)
KINDS = ("指标", "词条", "片段", "范本", "函数")


def add_commands(commands: Commands) -> None:
    """Add find."""
    finding = add_command(
        commands, "find", "查指标、词典、片段、范本和模板函数 find facts, indicators, sections …"
    )
    finding.add_argument(
        "words", nargs="+", metavar="WORDS", help="名称、别名、单位、说明里的词或 id words"
    )
    finding.set_defaults(run=_find)


def _find(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    known = [*_entries(library), *functions(options.root / GUIDE)]
    found = find(options.words, known)
    if found:
        print("\n".join(_shown(found, options.words)))
        return 0
    print(f"没有找到“{' '.join(options.words)}”。")
    guesses = similar(options.words, known)
    if guesses:
        print("相近的：", *_shown(guesses, []), sep="\n")
    return 0


def _entries(library: Library) -> Iterator[Entry]:
    for source in SOURCES:
        yield from source(library)


def _shown(found: Iterable[Entry], words: list[str]) -> Iterator[str]:
    """Yield the entries by kind, each with where it stands, what is told of it, and why it fits."""
    ordered = sorted(found, key=lambda entry: KINDS.index(entry.kind))
    for kind, entries in groupby(ordered, key=lambda entry: entry.kind):
        yield kind
        for entry in entries:
            also = "、".join(unseen_names(words, entry))
            parts = (entry.told, also and f"含“{also}”")
            told = f"（{'，'.join(filter(None, parts))}）" if any(parts) else ""
            yield f"  {entry.id}  {entry.name}{told}  {entry.place}"


def functions(guide: Path) -> Iterator[Entry]:
    """Yield the functions, conditions and filters, as the guide to templates explains them."""
    lines = guide.read_text("utf-8").splitlines() if exists(guide) else []
    for number, line in enumerate(lines, 1):
        row = ROW.match(line)
        if row:
            written = "、".join(CODE.findall(row[1]))
            yield Entry("函数", written, row[2].replace("`", ""), f"{GUIDE}:{number}")
