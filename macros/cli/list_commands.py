"""The commands list, show and check."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import FACTS_HELP, add_command, read_facts, require_archetype
from macros.cli.effective_outline import effective_outline, frame_lines
from macros.library.library import validated
from macros.library.loader import load
from macros.library.summary import summary_of
from macros.site.omission_checks import check_omissions
from macros.site.project_checks import check

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterator

    from macros.cli.common import Commands
    from macros.library.library import Library
    from macros.schema.archetypes import Archetype, Entry


def add_commands(commands: Commands) -> None:
    """Add list, show and check."""
    listing = add_command(commands, "list", "列出全部范本 list the archetypes")
    listing.set_defaults(run=_list)
    showing = add_command(commands, "show", "介绍一个范本 show an archetype")
    showing.add_argument(
        "archetype", nargs="?", default="", help="范本的 id，见 summaries list its id"
    )
    showing.add_argument("--facts", type=Path, help=f"照这份文件写成的提纲：{FACTS_HELP}")
    showing.set_defaults(run=_show, refuse=showing.error)
    checking = add_command(commands, "check", "检查全部数据和模板 check all data and templates")
    checking.add_argument(
        "--strict",
        action="store_true",
        help="逐个指标试一遍没有填的情形，有提醒也算不通过，收进项目之前用"
        " try each fact left out, fail on remarks too",
    )
    checking.set_defaults(run=_check)


def _list(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    for archetype in library.archetypes.values():
        print(f"{archetype.id}\t{archetype.title}\t{archetype.version}")
    return 0


def _show(options: argparse.Namespace) -> int:
    if not options.archetype and not options.facts:
        options.refuse("要写范本的 id 或 --facts 文件 an archetype or --facts")
    library = validated(*load(options.root))
    if options.facts:
        office = read_facts(options.facts, library, options.archetype)
        print("\n".join(effective_outline(summary_of(library, office))))
        return 0
    require_archetype(library, options.archetype)
    print("\n".join(_description(library.archetypes[options.archetype], library)))
    return 0


def _description(archetype: Archetype, library: Library) -> Iterator[str]:
    yield f"{archetype.title}（{archetype.id} {archetype.version}）"
    yield f"谁来写：{archetype.writer}"
    yield f"写给谁：{archetype.reader}"
    yield f"何时写：{''.join(archetype.when_words)}（{archetype.period_words}）"
    yield f"篇幅：{'；'.join(archetype.length_words)}"
    yield f"指标：{len(library.facts_of(archetype).entered())}项，见 summaries facts {archetype.id}"
    yield f"示例：{'、'.join(library.offices[name].name for name in archetype.examples)}"
    yield "提纲："
    for entry in archetype.sections:
        yield from _outline(entry, library, 1)
    yield from frame_lines(())


def _outline(entry: Entry, library: Library, level: int) -> Iterator[str]:
    indent = "  " * level
    if not entry.use:
        yield f"{indent}{entry.heading}"
        for inner in entry.sections:
            yield from _outline(inner, library, level + 1)
        return
    section = library.sections[entry.use]
    optional = "，可省略" if entry.optional else ""
    yield (
        f"{indent}{entry.heading or section.name}"
        f"（{section.id}，{section.role}{optional}）{section.summary}"
    )
    for item in section.items:
        main = f"（略写时只写{library.facts[item.main].label}）" if item.main else ""
        yield f"{indent}  - {item.name}{f'：{item.about}' if item.about else ''}{main}"


def _check(options: argparse.Namespace) -> int:
    library, report = check(options.root)
    if options.strict and not report.errors:
        check_omissions(library, report)
    for warning in report.warnings:
        print(warning, file=sys.stderr)
    validated(library, report)
    remarks = len(report.warnings)
    if remarks and options.strict:
        print(f"共{remarks}处提醒，收进项目之前逐条改掉。", file=sys.stderr)
        return 1
    more = f"另有{remarks}处提醒，不妨碍生成，收进项目之前逐条改掉。" if remarks else ""
    print(f"检查通过：{_counts(library)}。{more}")
    return 0


def _counts(library: Library) -> str:
    archetypes, sections = len(library.archetypes), len(library.sections)
    facts, offices = len(library.facts), len(library.offices)
    return f"{archetypes}个范本、{sections}个片段、{facts}个指标、{offices}个单位示例"
