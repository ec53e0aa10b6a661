"""The command render: makes a summary from a facts file, or from each in a folder."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import FACTS_HELP, add_command, add_output_option, print_or_write, read_facts
from macros.cli.input_files import refuse_overwriting
from macros.cli.render_folder import render_all
from macros.cli.render_options import RenderOptions, print_warnings
from macros.document.page_layout import DEFAULT_LAYOUT
from macros.library.library import validated
from macros.library.loader import load
from macros.output.formats import FORMATS

if TYPE_CHECKING:
    from macros.cli.common import Commands


def add_commands(commands: Commands) -> None:
    """Add render."""
    rendering = add_command(commands, "render", "用指标文件生成总结 render summaries")
    rendering.add_argument("archetype", nargs="?", default="", help="范本的 id archetype")
    source = rendering.add_mutually_exclusive_group(required=True)
    source.add_argument("--facts", type=Path, help=FACTS_HELP)
    source.add_argument(
        "--all", type=Path, metavar="DIR", help="整个文件夹的指标文件 every facts file in a folder"
    )
    rendering.add_argument("--format", choices=FORMATS, default="text", help="输出格式 format")
    rendering.add_argument(
        "--jobs", type=_count, metavar="N", help="同时用几个处理器，配合 --all processes"
    )
    rendering.add_argument(
        "--layout", default=DEFAULT_LAYOUT, help="版式，见 data/layouts page layout"
    )
    rendering.add_argument(
        "--appendix", action="store_true", help="附上主要指标表 with the table of figures"
    )
    rendering.add_argument(
        "--seal", action="store_true", help="署名、日期留出盖章的位置 leave room for a seal"
    )
    add_output_option(rendering, "（--all 是文件夹）")
    rendering.set_defaults(run=_render, refuse=rendering.error)


def _count(written: str) -> int:
    if not written.isdecimal() or int(written) < 1:
        raise argparse.ArgumentTypeError("应为正整数 a whole number above 0")
    return int(written)


def _render(options: argparse.Namespace) -> int:
    if options.all and not options.output:
        options.refuse("--all 没有写生成到哪里，应有 -o 文件夹 --all needs -o")
    if options.facts and options.jobs:
        options.refuse("--jobs 只配合 --all 使用 --jobs goes with --all")
    return render_all(options) if options.all else _render_one(options)


def _render_one(options: argparse.Namespace) -> int:
    refuse_overwriting([options.facts], options.output)
    library = validated(*load(options.root))
    office = read_facts(options.facts, library, options.archetype)
    chosen = RenderOptions.of(options)
    document = chosen.document(office, library)
    content = (chosen.file if options.output else chosen.content)(document, library)
    print_or_write(content, options.output)
    print_warnings(document, office, library)
    return 0
