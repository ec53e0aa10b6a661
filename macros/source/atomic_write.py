"""Atomic writing: a file is written completely or stays as it was; pipes are written directly."""

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
    from collections.abc import Iterable, Iterator, Mapping

PARTIAL_NAME = ".summaries-{}.part"  # short, and pure ASCII for every locale
EXPECTED = {errno.EISDIR: "文件名", errno.ENAMETOOLONG: "短一些的文件名"}


def write_output(target: Path, content: bytes) -> None:
    """Write to the target a user named: through a link, into a pipe, or atomically to a file."""
    final = Path(os.path.realpath(target)) if os.path.islink(target) else target  # noqa: PTH114
    if not exists(target) or final.is_file() or final.is_dir():
        write_atomically(final, content)
        return
    with _reporting_os_errors(target), target.open("wb") as file:
        file.write(content)


def write_atomically(target: Path, content: bytes) -> None:
    """Write a file beside the target and rename it: an interrupted run leaves no half document."""
    with _reporting_os_errors(target):
        there = exists(target)
        if there and target.is_dir():
            raise IsADirectoryError(errno.EISDIR, "")  # systems report different errors here
        partial_file = _partial(target)
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


def write_all(files: Mapping[Path, bytes | None]) -> None:
    """Write several files, and delete those that are None, or do nothing.

    All that can fail for want of space comes first, beside the files; then files are only renamed,
    and renamed back when one cannot be.
    """
    new: dict[Path, Path] = {}
    old: dict[Path, Path] = {}
    placed: list[Path] = []
    try:
        for path, content in files.items():
            with _reporting_os_errors(path):
                if content is not None:
                    path.parent.mkdir(parents=True, exist_ok=True)
                    new[path] = _partial(path)
                    new[path].write_bytes(content)
        for path in files:
            with _reporting_os_errors(path):
                _set_aside(path, new.get(path), old)
                if path in new:
                    new[path].replace(path)
                    placed.append(path)
    except BaseException:
        _remove(placed)
        _put_back(old)
        _remove([*new.values(), *old.values()])
        raise
    _remove(old.values())


def _set_aside(path: Path, new: Path | None, old: dict[Path, Path]) -> None:
    """Keep the old file, if there is one, beside its place; the new one gets its mode."""
    if exists(path):
        if new:
            shutil.copymode(path, new)
        old[path] = path.replace(_partial(path))


def _put_back(old: Mapping[Path, Path]) -> None:
    for path, kept in old.items():
        with contextlib.suppress(OSError):
            kept.replace(path)


def _remove(paths: Iterable[Path]) -> None:
    for path in paths:
        with contextlib.suppress(OSError):
            path.unlink(missing_ok=True)


def _partial(target: Path) -> Path:
    return target.with_name(PARTIAL_NAME.format(secrets.token_hex(4)))


@contextlib.contextmanager
def _reporting_os_errors(target: Path) -> Iterator[None]:
    """Turn an OSError while writing into a ProblemsFoundError with a message in Chinese."""
    try:
        yield
    except BrokenPipeError:  # the reader of the pipe has stopped reading
        raise
    except OSError as error:
        report = Report()
        expected = EXPECTED.get(error.errno or 0, "有空间、可写的文件夹")
        report.error(Place(str(target)), f"写不了文件（{reason(error)}）", expected)
        raise ProblemsFoundError(report.errors) from error


def exists(path: Path) -> bool:
    """Tell whether the file exists; Path.exists raises for a name too long or a locked file."""
    return os.path.exists(path)  # noqa: PTH110 - see above


def remove_partial_files(folder: Path) -> None:
    """Remove the partial files that killed runs have left in a folder."""
    for path in folder.glob(PARTIAL_NAME.format("*")):
        with contextlib.suppress(OSError):
            path.unlink()
