"""How facts files are written: the formats, the option, and lists of what to check."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from macros.cli.common import add_output_option, fail, print_or_write
from macros.exchange.facts_file_writer import as_json, as_yaml
from macros.exchange.sheet_writer import as_sheet
from macros.source.report import Report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from macros.exchange.facts_file_writer import FactsFile
    from macros.library.library import Library

WRITERS: dict[str, Callable[[FactsFile, Library], str | bytes]] = {
    "yaml": lambda file, _: as_yaml(file),
    "json": lambda file, _: as_json(file),
    "xlsx": as_sheet,
}


def add_writing(parser: argparse.ArgumentParser) -> None:
    """Add the options --format and -o."""
    parser.add_argument("--format", choices=WRITERS, default="yaml", help="格式，默认 yaml format")
    add_output_option(parser)


def write_facts(file: FactsFile, library: Library, options: argparse.Namespace) -> None:
    """Print a facts file, or write it, in the format that was asked for."""
    if options.format == "xlsx" and file.carried:
        what = "收集表里记不下待核对的沿用内容"
        fail(Report(), "xlsx", what, "--format yaml 或 json，都能在填写页上导入")
    print_or_write(WRITERS[options.format](file, library), options.output)


def print_list(lines: Sequence[object], what: str) -> None:
    """Print a list of what a person must check, if there is anything."""
    if lines:
        print(f"以下{len(lines)}项{what}", *lines, sep="\n", file=sys.stderr)
