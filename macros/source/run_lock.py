"""A lock on a folder: one run at a time.  The system releases it however the run ends."""

from __future__ import annotations

import sys
from typing import IO, TYPE_CHECKING

from macros.source.report import Place, ProblemsFoundError, Report, reason

if TYPE_CHECKING:
    from pathlib import Path

LOCK = ".生成记录.锁"  # never deleted: two runs could hold a lock file that is
BUSY = (BlockingIOError, PermissionError)  # on Linux and on Windows

if sys.platform == "win32":
    import msvcrt

    def _lock(file: IO[bytes]) -> None:
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
else:
    import fcntl

    def _lock(file: IO[bytes]) -> None:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)


def acquire_lock(folder: Path) -> IO[bytes]:
    """Return the lock of a folder, held until it is closed; ProblemsFoundError when it is taken."""
    try:
        file = (folder / LOCK).open("ab")
    except OSError as error:
        raise _problem(folder, f"写不了文件（{reason(error)}）", "可写的文件夹") from error
    try:
        _lock(file)
    except OSError as error:
        file.close()
        busy = isinstance(error, BUSY)
        what = "另一次运行正在往这个文件夹里生成" if busy else f"锁不了文件夹（{reason(error)}）"
        raise _problem(folder, what, "等它做完再运行，或另一个文件夹") from error
    return file


def _problem(folder: Path, what: str, expected: str) -> ProblemsFoundError:
    report = Report()
    report.error(Place(str(folder)), what, expected)
    return ProblemsFoundError(report.errors)
