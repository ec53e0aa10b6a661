"""What several commands share: their options, reading a facts file, writing the result."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

from macros.cli.normalise_facts import normalise_facts
from macros.exchange.combined_places import placed
from macros.exchange.facts_file_writer import as_json
from macros.exchange.sheet_reader import read_sheet
from macros.facts.consistency import check_consistency
from macros.library.facts_file_reader import read_facts_file
from macros.library.summary import summary_of
from macros.source.atomic_write import write_output
from macros.source.encoding import json_as_yaml
from macros.source.report import Place, ProblemsFoundError, Report, nearest
from macros.source.yaml_reader import parse_yaml, read_yaml

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

    from macros.exchange.facts_file_writer import FactsFile
    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.source.yaml_reader import Mapping

FACTS_HELP = "指标文件（YAML、JSON 或 Excel 收集表） facts file"
ENDINGS = (".yml", ".yaml", ".json", ".xlsx")
STATUSES = "退出码 exit status：0 完成 done，1 有错误 mistakes found，2 用法不对 wrong usage"


def add_command(commands: Commands, name: str, summary: str) -> argparse.ArgumentParser:
    """Add a command whose help says what it does and what its exit statuses mean."""
    command = commands.add_parser(
        name, help=summary, description=summary, epilog=STATUSES, add_help=False
    )
    add_help_option(command)
    return command


def add_help_option(parser: argparse.ArgumentParser) -> None:
    """Add the option -h, explained in both languages."""
    parser.add_argument("-h", "--help", action="help", help="显示用法 show this help and exit")


def add_output_option(parser: argparse.ArgumentParser, more: str = "") -> None:
    """Add the option -o; `more` is added to its help."""
    text = f"写到这个文件{more}，默认显示在屏幕上 write here, not to the screen"
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=text)


def fail(report: Report, place: str, what: str, expected: str = "", guess: str = "") -> NoReturn:
    """Raise ProblemsFoundError with one more mistake."""
    report.error(Place(place), what, expected, guess)
    raise ProblemsFoundError(report.errors)


def require_archetype(library: Library, archetype: str, place: str = "") -> None:
    """Raise ProblemsFoundError when there is no such archetype."""
    if archetype not in library.archetypes:
        guess = nearest(archetype, library.archetypes)
        options = "、".join(library.archetypes)
        fail(Report(), place or archetype, f"没有“{archetype}”这个范本", options, guess)


def read_facts(
    path: Path, library: Library, archetype: str = "", *, is_part: bool = False
) -> Office:
    """Return the office of a facts file, checked; raise ProblemsFoundError with every mistake.

    The figures of one that is a part of a file are consistent only with those of the others.
    """
    name, report = str(path), Report()
    if archetype:
        require_archetype(library, archetype, name)
    node = _read(path, library, report)
    office = _checked(node, path.stem, library, report, is_part=is_part)
    if archetype and office.archetype != archetype:
        fail(report, name, f"这是“{office.archetype}”的指标文件", f"“{archetype}”的指标文件")
    for warning in report.warnings:
        print(warning, file=sys.stderr)
    if report.errors:
        raise ProblemsFoundError(report.errors)
    return office


def _checked(
    node: Mapping | None, stem: str, library: Library, report: Report, *, is_part: bool = False
) -> Office:
    office = node and read_facts_file(node, stem, library, report)
    if not office:
        raise ProblemsFoundError(report.errors)
    if not is_part:
        check_consistency(office, summary_of(library, office).facts, report)
    return office


def check_combined(
    file: FactsFile, library: Library, base: Office, sheets: Sequence[Office]
) -> None:
    """Check a file made of others; raise ProblemsFoundError with every mistake, where it is."""
    report = Report()
    node = parse_yaml(json_as_yaml(as_json(file)), base.node.place.file, report)
    _checked(node and placed(node, library, base, sheets), base.id, library, report)
    if report.errors:
        raise ProblemsFoundError(report.errors)


def _read(path: Path, library: Library, report: Report) -> Mapping | None:
    is_sheet = path.suffix.lower() == ".xlsx"
    node = read_sheet(path, library, report) if is_sheet else read_yaml(path, str(path), report)
    return node and normalise_facts(node, library)


def print_or_write(content: str | bytes, output: Path | None) -> None:
    """Print the content, or write it to a file; raise ProblemsFoundError when that fails."""
    if output is None:
        if isinstance(content, bytes):
            if sys.stdout.isatty():
                fail(Report(), "-o", "这种格式不能显示在屏幕上", "-o 文件")
            sys.stdout.buffer.write(content)
        else:
            print(content, end="")
        return
    data = content.encode("utf-8", "backslashreplace") if isinstance(content, str) else content
    write_output(output, data)


def for_notepad(text: str) -> str:
    """Return a text with a byte order mark and CRLF, as Notepad on Windows 7 needs it."""
    return "\ufeff" + text.replace("\n", "\r\n")
