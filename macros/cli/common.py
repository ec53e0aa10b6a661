"""What several commands need: the library, a facts file read and checked, a file written whole."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.typed_facts import as_typed
from macros.exchange.sheet_reader import read_sheet
from macros.facts.offices import read_office
from macros.library.consistency import check_office
from macros.source.atomic_write import write_output
from macros.source.report import Place, ProblemsFoundError, Report, nearest
from macros.source.yaml_reader import read_yaml

if TYPE_CHECKING:
    import argparse

    Commands = argparse._SubParsersAction[argparse.ArgumentParser]

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.source.yaml_reader import Mapping

FACTS_HELP = "指标文件（YAML、JSON 或 Excel 收集表） facts file"
ENDINGS = (".yml", ".yaml", ".json", ".xlsx")
STATUSES = "退出码 exit status：0 完成 done，1 有错误 mistakes found，2 用法不对 wrong usage"


def add_command(commands: Commands, name: str, told: str) -> argparse.ArgumentParser:
    """Add a command that says what it does, and its exit statuses, in its own help too."""
    command = commands.add_parser(
        name, help=told, description=told, epilog=STATUSES, add_help=False
    )
    add_help(command)
    return command


def add_help(parser: argparse.ArgumentParser) -> None:
    """Add the option -h, said in both languages."""
    parser.add_argument("-h", "--help", action="help", help="显示用法 show this help and exit")


def add_output(parser: argparse.ArgumentParser, more: str = "") -> None:
    """Add the option -o, with more to say of the file."""
    told = f"写到这个文件{more}，默认显示在屏幕上 write here, not to the screen"
    parser.add_argument("-o", "--output", type=Path, metavar="FILE", help=told)


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
    node = _read(path, library, report)
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


def _read(path: Path, library: Library, report: Report) -> Mapping | None:
    if path.suffix.lower() == ".xlsx":
        return read_sheet(path, library, report)
    node = read_yaml(path, str(path), report)
    return node and as_typed(node, library)


def put(content: str | bytes, output: Path | None) -> None:
    """Show the content, or write it whole to a file; raise ProblemsFoundError when that fails."""
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
    """Return a text as Notepad on Windows 7 shows it right; see text_files.py."""
    return "\ufeff" + text.replace("\n", "\r\n")
