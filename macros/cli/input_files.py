"""Which files of a folder are facts files, which are not read, and what is not written over."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from macros.cli.common import ENDINGS, fail
from macros.source.atomic_write import exists
from macros.source.report import Report, reason

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

NO_DOCUMENTS = (".", "~$")  # how hidden files start, and the locks that Excel and WPS leave


def is_lock(path: Path) -> bool:
    """Tell whether a file is hidden, or says that another one is open."""
    return path.name.startswith(NO_DOCUMENTS)


def is_facts(path: Path) -> bool:
    """Tell whether a file's name is one of a facts file."""
    return path.suffix.lower() in ENDINGS and not is_lock(path)


def listed(folder: Path, output: Path | None) -> tuple[list[str], list[str]]:
    """Return the names of a folder's facts files, and of what else is there but the output.

    Names, because a province has ten thousand.
    """
    facts: list[str] = []
    others: list[str] = []
    try:
        for path in sorted(folder.iterdir()):
            if is_facts(path) and path.is_file():
                facts.append(path.name)
            elif not is_lock(path) and not is_same(path, output):
                others.append(path.name)
    except OSError as error:
        fail(Report(), str(folder), f"读不了文件夹（{reason(error)}）", "放指标文件的文件夹")
    return facts, others


def is_same(path: Path, output: Path | None) -> bool:
    """Tell whether the output is there already, and is this file or folder."""
    return output is not None and exists(output) and exists(path) and path.samefile(output)


def keep_apart(sources: Iterable[Path], output: Path | None) -> None:
    """Raise ProblemsFoundError when what is to be written would replace what is read."""
    if any(is_same(source, output) for source in sources):
        fail(Report(), str(output), "要写的就是要读的文件，写了原来的内容就没有了", "另一个文件名")


def tell_unread(names: list[str]) -> str:
    """Say which files of a folder were not read, and return what was said."""
    if not names:
        return ""
    told = f"有{len(names)}个文件没有读（只读{'、'.join(ENDINGS)}）：{'、'.join(names)}"
    print(told, file=sys.stderr)
    return told
