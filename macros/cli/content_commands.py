"""The commands on a file's own content: outline, which hands it down to other units, and adopt."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import FACTS_HELP, add_command, add_output_option, print_or_write, read_facts
from macros.cli.input_files import refuse_overwriting
from macros.exchange.facts_file_writer import FactsFile, as_json, as_yaml, written_content
from macros.library.library import validated
from macros.library.loader import load
from macros.library.typed_numbers import typed_numbers, with_gaps, without_typed_numbers

if TYPE_CHECKING:
    import argparse

    from macros.cli.common import Commands

WRITERS = {"yaml": as_yaml, "json": as_json}
HANDED_DOWN = ("outline", "skip", "order", "own")


def add_commands(commands: Commands) -> None:
    """Add outline and adopt."""
    outline = add_command(
        commands, "outline", "取出一份草稿的提纲和自加的内容，不带数，发给别的单位 hand down"
    )
    outline.add_argument("facts", type=Path, help=FACTS_HELP)
    outline.add_argument("--format", choices=WRITERS, default="yaml", help="格式，默认 yaml format")
    add_output_option(outline)
    outline.set_defaults(run=_outline)


def _outline(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    refuse_overwriting([options.facts], options.output)
    office = read_facts(options.facts, library)
    content = {k: part for k, part in written_content(office).items() if k in HANDED_DOWN}
    headings = {name: with_gaps(text) for name, text in office.headings.items()}
    file = FactsFile(office.archetype, without=list(office.without), headings=headings)
    file.content = without_typed_numbers(content, library)
    print_or_write(WRITERS[options.format](file), options.output)
    numbers = typed_numbers(content, library)
    if numbers:
        listed = "、".join(map(str, numbers))
        print(f"手写的数字{len(numbers)}处，已换成＿＿：{listed}。", file=sys.stderr)
    return 0
