"""The commands facts (an empty sheet, or one for some sections) and combine, its way back."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import (
    add_command,
    check_combined,
    fail,
    print_or_write,
    read_facts,
    require_archetype,
)
from macros.cli.facts_output import add_writing, print_list, write_facts
from macros.cli.input_files import read_all, refuse_overwriting
from macros.exchange.combine import combined, replaced
from macros.exchange.empty_facts_file import empty_facts_file
from macros.exchange.facts_file_writer import written_content
from macros.exchange.sheet_layout import parts_of
from macros.exchange.sheet_writer import as_sheet, summary_of_file
from macros.library.library import validated
from macros.library.loader import load
from macros.source.report import Place, ProblemsFoundError, Report, nearest

if TYPE_CHECKING:
    import argparse

    from macros.cli.common import Commands
    from macros.exchange.facts_file_writer import FactsFile
    from macros.library.library import Library


def add_commands(commands: Commands) -> None:
    """Add facts and combine."""
    facts = add_command(commands, "facts", "一个范本的空白收集表 an empty collection sheet")
    facts.add_argument("archetype", help="范本的 id archetype")
    facts.add_argument(
        "--outline",
        type=Path,
        metavar="FILE",
        help="照这个文件的提纲和自加的内容，见 summaries outline with its own content",
    )
    facts.add_argument(
        "--sections",
        nargs="+",
        metavar="NAME",
        help="只问这几节的数，分给一个科室（--format xlsx） only these sections",
    )
    add_writing(facts)
    facts.set_defaults(run=_facts)
    combining = add_command(
        commands, "combine", "把分给几个科室的收集表拼回一份 put sheets together again"
    )
    combining.add_argument("sources", type=Path, nargs="+", help="收集表或文件夹 files or folders")
    combining.add_argument(
        "--into", type=Path, metavar="FILE", help="填进这份草稿，默认另成一份 fill in this file"
    )
    add_writing(combining)
    combining.set_defaults(run=_combine)


def _facts(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    require_archetype(library, options.archetype)
    file = empty_facts_file(library, options.archetype)
    if options.outline:
        refuse_overwriting([options.outline], options.output)
        office = read_facts(options.outline, library, options.archetype)
        file = empty_facts_file(library, options.archetype, office.choices)
        file.without, file.headings = list(office.without), office.headings
        file.content = written_content(office)
    if options.sections:
        _write_parts(file, library, options)
    else:
        write_facts(file, library, options)
    return 0


def _write_parts(file: FactsFile, library: Library, options: argparse.Namespace) -> None:
    """Write a sheet that asks for some sections only, named by id or by name."""
    if options.format != "xlsx":
        fail(Report(), "--sections", "只有Excel收集表能按章节分", "--format xlsx")
    parts = parts_of(summary_of_file(file, library), file.facts)
    report, keys = Report(), []
    for wanted in options.sections:
        found = [part.key for part in parts if wanted in (part.key, part.name)]
        if not found:
            known = "、".join(part.name for part in parts)
            guess = nearest(wanted, [part.name for part in parts])
            report.error(Place("--sections"), f"没有要填数的“{wanted}”一节", known, guess)
        keys += found
    if report.errors:
        raise ProblemsFoundError(report.errors)
    print_or_write(as_sheet(file, library, keys), options.output)


def _combine(options: argparse.Namespace) -> int:
    library, report = validated(*load(options.root)), Report()
    into = options.into
    refuse_overwriting([into] if into else [], options.output)
    base = read_facts(into, library) if into else None
    archetype = base.archetype if base else ""
    sheets = read_all(library, options.sources, options.output, archetype, are_parts=True)
    file = combined(library, sheets, base, report)
    if report.errors:
        raise ProblemsFoundError(report.errors)
    check_combined(file, library, base or sheets[0], sheets)
    write_facts(file, library, options)
    print(f"拼合了{len(sheets)}张表，共{len(file.facts)}项。", file=sys.stderr)
    if base:
        print_list(replaced(library, base, file), "与草稿里的不同，已按表改：")
    return 0
