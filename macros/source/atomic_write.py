"""Writes a file whole or not at all, or into what is no regular file, such as a pipe."""

from __future__ import annotations

import contextlib
import errno
import os
import secrets
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

from macros.source.report import Place, ProblemsFoundError, Report, reason

if TYPE_CHECKING:
    from collections.abc import Iterator

PARTIAL = ".summaries-{}.part"  # short, and a name that every locale can hold
EXPECTED = {errno.EISDIR: "文件名", errno.ENAMETOOLONG: "短一些的文件名"}


def write_out(target: Path, content: bytes) -> None:
    """Write to where a person points: what a link points to, into a pipe, or a file whole."""
    final = Path(os.path.realpath(target)) if os.path.islink(target) else target  # noqa: PTH114
    if not is_there(target) or final.is_file() or final.is_dir():
        write_whole(final, content)
        return
    with _told(target), target.open("wb") as file:
        file.write(content)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file whole or not at all: an interrupted run leaves no half of a document."""
    with _told(target):
        there = is_there(target)
        if there and target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")  # whatever the system would say
        partial_file = target.with_name(PARTIAL.format(secrets.token_hex(4)))
        try:
            if there:
                partial_file.touch(0o600)
            partial_file.write_bytes(content)
            if there:
                shutil.copymode(target, partial_file)
            partial_file.replace(target)
        except OSError:
            with contextlib.suppress(OSError):
                partial_file.unlink(missing_ok=True)
            raise


@contextlib.contextmanager
def _told(target: Path) -> Iterator[None]:
    """Raise ProblemsFoundError when the file cannot be written."""
    try:
        yield
    except BrokenPipeError:  # the reader has seen enough
        raise
    except OSError as error:
        report = Report()
        expected = EXPECTED.get(error.errno or 0, "有空间、可写的文件夹")
        report.error(Place(str(target)), f"写不了文件（{reason(error)}）", expected)
        raise ProblemsFoundError(report.errors) from error


def is_there(path: Path) -> bool:
    """Tell whether there is such a file; Path.exists raises when a name is too long or locked."""
    return os.path.exists(path)  # noqa: PTH110 - see above


def sweep(folder: Path) -> None:
    """Remove what killed runs have left half written in a folder."""
    for path in folder.glob(PARTIAL.format("*")):
        with contextlib.suppress(OSError):
            path.unlink()
