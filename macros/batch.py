"""Renders a folder of facts files, on several processors; one bad file never stops the rest."""

from __future__ import annotations

import contextlib
import signal
from dataclasses import dataclass
from multiprocessing import get_context
from typing import TYPE_CHECKING, Literal

from macros.journal import Made, digest
from macros.library import sound
from macros.loader import load
from macros.report import Place, ProblemsFoundError, Report, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from multiprocessing.pool import Pool
    from pathlib import Path

    from macros.library import Library

AT_ONCE = 8  # files a process takes from the queue together

State = Literal["done", "skipped", "failed"]


@dataclass(frozen=True)
class Job:
    """A facts file, where its document goes, and what one that is there was made from."""

    source: Path
    target: Path
    made: Made | None = None


@dataclass(frozen=True)
class Outcome:
    """What came of one facts file; `why` says what is wrong with one that failed."""

    source: Path
    target: Path
    state: State
    made: Made | None = None
    why: str = ""


class Batch:
    """Renders facts files with `work`, which returns a document's bytes and if it is a draft."""

    def __init__(self, root: Path, work: Callable[[Path, Library], tuple[bytes, bool]]) -> None:
        """Take the project and how one file is rendered; `work` is sent to each process once."""
        self.root, self.work = root, work

    def run(self, jobs: Iterable[Job], processes: int) -> Iterator[Outcome]:
        """Yield the outcome of each file, as they come; documents of the same facts stay."""
        if processes == 1:
            _start(self.root, self.work)
            yield from map(_render, jobs)
            return
        with deaf_pool(processes, _start, self.root, self.work) as pool:
            yield from pool.imap_unordered(_render, jobs, AT_ONCE)


def deaf_pool(processes: int, start: Callable[..., None], *given: object) -> Pool:
    """Return processes that ignore Ctrl-C: this one hears it, and ends them."""
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        return get_context("spawn").Pool(processes, start, given)
    finally:
        signal.signal(signal.SIGINT, heard)


# --- in each process --------------------------------------------------------------------------


@dataclass
class _Worker:
    """What a process keeps: the library, loaded once, and how to render."""

    library: Library
    work: Callable[[Path, Library], tuple[bytes, bool]]


_worker: list[_Worker] = []


def _start(root: Path, work: Callable[[Path, Library], tuple[bytes, bool]]) -> None:
    _worker[:] = [_Worker(sound(*load(root)), work)]


def _render(job: Job) -> Outcome:
    (worker,) = _worker
    try:
        source = digest(job.source)
        if job.made and job.made.source == source and job.target.exists():
            return Outcome(job.source, job.target, "skipped", job.made)
        content, draft = worker.work(job.source, worker.library)
        write_whole(job.target, content)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one file, the others go on
        return Outcome(job.source, job.target, "failed", why=_why(error))
    return Outcome(job.source, job.target, "done", Made(source, draft))


def _why(error: Exception) -> str:
    if isinstance(error, ProblemsFoundError):
        return "；".join(str(problem) for problem in error.problems)
    if isinstance(error, OSError):
        return f"读不了文件（{reason(error)}）"
    return str(error) or type(error).__name__


def write_whole(target: Path, content: bytes) -> None:
    """Write a file whole or not at all: an interrupted run leaves no half of a document."""
    partial_file = target.with_name(f".{target.name}.part")
    try:
        partial_file.write_bytes(content)
        partial_file.replace(target)
    except OSError as error:
        with contextlib.suppress(OSError):
            partial_file.unlink(missing_ok=True)
        report = Report()
        what = f"写不了文件（{reason(error)}）"
        report.error(Place(str(target)), what, "有空间、可写的文件夹")
        raise ProblemsFoundError(report.errors) from error
