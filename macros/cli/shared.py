"""What several commands need: the library, a facts file read and checked, a file written whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.batch import write_whole
from macros.consistency import check_office
from macros.offices import read_office
from macros.report import Place, ProblemsFoundError, Report, nearest
from macros.sheet_reader import read_sheet
from macros.source import read_yaml

if TYPE_CHECKING:
    import argparse

    from macros.library import Library
    from macros.offices import Office

FACTS_HELP = "指标文件（YAML、JSON 或 Excel 收集表） facts file"
ENDINGS = (".yml", ".yaml", ".json", ".xlsx")
OUTPUT_HELP = "写到这个文件，默认显示在屏幕上 write to this file, not to the screen"


def add_output(parser: argparse.ArgumentParser) -> None:
    """Add the option -o."""
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=OUTPUT_HELP)


def fail(report: Report, place: str, what: str, expected: str = "", guess: str = "") -> None:
    """Raise ProblemsFoundError with one more mistake."""
    report.error(Place(place), what, expected, guess)
    raise ProblemsFoundError(report.errors)


def require_archetype(library: Library, wanted: str, place: str = "") -> None:
    """Raise ProblemsFoundError when there is no such archetype."""
    if wanted not in library.archetypes:
        guess = nearest(wanted, library.archetypes)
        options = "、".join(library.archetypes)
        fail(Report(), place or wanted, f"没有“{wanted}”这个范本", options, guess)


def read_facts(path: Path, library: Library, archetype: str = "") -> Office:
    """Return the office of a facts file, checked; raise ProblemsFoundError with every mistake."""
    name, report = str(path), Report()
    if archetype:
        require_archetype(library, archetype, name)
    sheet = path.suffix == ".xlsx"
    node = read_sheet(path, library, report) if sheet else read_yaml(path, name, report)
    office = node and read_office(node, path.stem, library, report)
    if not office:
        raise ProblemsFoundError(report.errors)
    if archetype and office.archetype != archetype:
        fail(report, name, f"这是“{office.archetype}”的指标文件", f"“{archetype}”的指标文件")
    check_office(library, office, report)
    for warning in report.warnings:
        print(warning, file=sys.stderr)
    if report.errors:
        raise ProblemsFoundError(report.errors)
    return office


def put(content: str | bytes, output: Path | None) -> None:
    """Show the content, or write it whole to a file; raise ProblemsFoundError when that fails."""
    if output is None:
        if isinstance(content, bytes):
            sys.stdout.buffer.write(content)
        else:
            print(content, end="")
        return
    try:
        write_whole(output, content.encode() if isinstance(content, str) else content)
    except OSError as error:
        fail(Report(), str(output), f"写不了文件（{error.strerror}）", "有空间、可写的文件夹")
