"""Which files of a folder are facts files, and which files must not be overwritten."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING

from macros.cli.common import ENDINGS, fail, read_facts
from macros.source.atomic_write import exists
from macros.source.report import ProblemsFoundError, Report, reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from macros.facts.offices import Office
    from macros.library.library import Library

IGNORED_PREFIXES = (".", "~$")  # hidden files, and the lock files of Excel and WPS


def is_ignored(path: Path) -> bool:
    """Tell whether a file is hidden, or is a lock file of an open workbook."""
    return path.name.startswith(IGNORED_PREFIXES)


def is_facts_file(path: Path) -> bool:
    """Tell whether a file has the name of a facts file."""
    return path.suffix.lower() in ENDINGS and not is_ignored(path)


def list_folder(folder: Path, output: Path | None) -> tuple[list[str], list[str]]:
    """Return the names of a folder's facts files, and of its other files except the output.

    Names, not paths: a province has ten thousand files, and names take less memory.
    """
    facts: list[str] = []
    others: list[str] = []
    try:
        for path in sorted(folder.iterdir()):
            if is_facts_file(path) and path.is_file():
                facts.append(path.name)
            elif not is_ignored(path) and not is_same(path, output):
                others.append(path.name)
    except OSError as error:
        fail(Report(), str(folder), f"读不了文件夹（{reason(error)}）", "放指标文件的文件夹")
    return facts, others


def is_same(path: Path, output: Path | None) -> bool:
    """Tell whether the output exists already and is this file or folder."""
    return output is not None and exists(output) and exists(path) and path.samefile(output)


def refuse_overwriting(sources: Iterable[Path], output: Path | None) -> None:
    """Raise ProblemsFoundError when the output would overwrite one of the sources."""
    if any(is_same(source, output) for source in sources):
        fail(Report(), str(output), "要写的就是要读的文件，写了原来的内容就没有了", "另一个文件名")


def print_unread(names: list[str]) -> str:
    """Print which files of a folder were not read, and return the message."""
    if not names:
        return ""
    message = f"有{len(names)}个文件没有读（只读{'、'.join(ENDINGS)}）：{'、'.join(names)}"
    print(message, file=sys.stderr)
    return message


# --- several files -----------------------------------------------------------------------------


def read_all(
    library: Library,
    sources: list[Path],
    output: Path | None,
    archetype: str,
    *,
    are_parts: bool = False,
) -> list[Office]:
    """Return what the sources are, all of one archetype; raise with the mistakes of all."""
    report, found = Report(), []
    for path in _files(sources, output):
        try:
            found.append(read_facts(path, library, archetype, is_part=are_parts))
            archetype = archetype or found[0].archetype
        except ProblemsFoundError as error:
            report.problems += error.problems
    if report.errors:
        raise ProblemsFoundError(report.errors)
    if not found:
        fail(report, str(sources[0]), "没有指标文件", "、".join(ENDINGS))
    return found


def _files(sources: list[Path], output: Path | None) -> list[Path]:
    """Return every file once, however often it is named; fail when the output is one of them."""
    files: list[Path] = []
    others: list[str] = []
    for source in sources:
        if source.is_dir():
            _refuse_output_in(source, output)
            names, unread = list_folder(source, output)
            files += [source / name for name in names]
            others += unread
        elif not is_ignored(source):
            files.append(source)
    refuse_overwriting(files, output)
    print_unread(others)
    return list({os.path.realpath(path): path for path in files}.values())


def _refuse_output_in(folder: Path, output: Path | None) -> None:
    """Raise ProblemsFoundError when the next merge of this folder would read the output too."""
    if output and is_facts_file(output) and is_same(folder, output.parent):
        fail(Report(), str(output), "写在要汇总的文件夹里，再汇总时会把它也算进去", "另一个文件夹")
