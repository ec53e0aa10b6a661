"""Renders many facts files in several processes; one bad file never stops the rest."""

from __future__ import annotations

import os
import signal
import threading
from concurrent.futures import FIRST_COMPLETED, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from typing import TYPE_CHECKING, Literal

from macros.cli.manifest import ManifestEntry, file_hash
from macros.library.library import validated
from macros.library.loader import load
from macros.source.atomic_write import exists, write_atomically
from macros.source.report import ProblemsFoundError, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from macros.library.library import Library

QUEUED_PER_PROCESS = 4  # files queued for each process, so that none is idle
MOST_PROCESSES = 61  # Windows cannot wait for more
KILLED = "有一个进程被系统结束了（多半是内存不够，可以把 --jobs 写小些）"

State = Literal["done", "skipped", "failed"]


@dataclass(frozen=True)
class Job:
    """A facts file, where its document goes, and the manifest's entry for that document."""

    source: Path
    target: Path
    entry: ManifestEntry | None = None


@dataclass(frozen=True)
class Outcome:
    """The result for one facts file; `why` says what is wrong with one that failed."""

    source: Path
    target: Path
    state: State
    entry: ManifestEntry | None = None
    why: str = ""


class StoppedError(Exception):
    """Raised when a run cannot go on; the documents it has written stay."""


class Batch:
    """Renders facts files by `work`, which returns a document's bytes and whether it is a draft."""

    def __init__(self, root: Path, work: Callable[[Path, Library], tuple[bytes, bool]]) -> None:
        """Take the project's folder and `work`, which is sent to each process once."""
        self.root, self.work = root, work

    def run(self, jobs: Iterable[Job], processes: int) -> Generator[Outcome]:
        """Yield the outcomes in any order; a document whose facts are unchanged is skipped."""
        if processes == 1:
            _load_worker(self.root, self.work)
            yield from map(_render, jobs)
            return
        pool = uninterruptible_pool(
            min(processes, MOST_PROCESSES), _load_worker, self.root, self.work
        )
        try:
            yield from _run_in_pool(
                pool, iter(jobs), min(processes, MOST_PROCESSES) * QUEUED_PER_PROCESS
            )
        except BrokenProcessPool as error:
            raise StoppedError(KILLED) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _run_in_pool(
    pool: ProcessPoolExecutor, jobs: Iterator[Job], most_queued: int
) -> Iterator[Outcome]:
    """Yield the outcomes; at most `most_queued` of maybe ten thousand jobs wait at a time."""
    with _ignore_interrupts():  # processes start as the first files are handed out
        waiting = {pool.submit(_render, job) for job in islice(jobs, most_queued)}
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        successes_first = sorted(done, key=lambda future: future.exception() is not None)
        yield from (future.result() for future in successes_first)
        waiting |= {pool.submit(_render, job) for job in islice(jobs, len(done))}


def uninterruptible_pool(
    processes: int, start: Callable[..., None], *given: object
) -> ProcessPoolExecutor:
    """Return a pool whose processes ignore Ctrl-C; this process handles it and ends them."""
    context = get_context("spawn")
    return ProcessPoolExecutor(processes, context, partial(_start_process, start, *given))


@contextmanager
def _ignore_interrupts() -> Iterator[None]:
    """Ignore Ctrl-C, also in processes that are started within."""
    handler = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, handler)


# --- in each process --------------------------------------------------------------------------


@dataclass
class _Worker:
    """What a process keeps between jobs: the library and how to render a file."""

    library: Library
    work: Callable[[Path, Library], tuple[bytes, bool]]


_worker: list[_Worker] = []


def _start_process(start: Callable[..., None], *given: object) -> None:
    """Start a process that ends with the run; ignoring Ctrl-C is not inherited on Windows."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_exit_with_parent, args=(parent_process(),), daemon=True).start()
    start(*given)


def _exit_with_parent(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _load_worker(root: Path, work: Callable[[Path, Library], tuple[bytes, bool]]) -> None:
    _worker[:] = [_Worker(validated(*load(root)), work)]


def _render(job: Job) -> Outcome:
    (worker,) = _worker
    try:
        source = file_hash(job.source)
        if job.entry and job.entry.source == source and exists(job.target):
            return Outcome(job.source, job.target, "skipped", job.entry)
        content, draft = worker.work(job.source, worker.library)
        write_atomically(job.target, content)
    except Exception as error:  # noqa: BLE001 - one bad file must not stop the others
        return Outcome(job.source, job.target, "failed", why=_why(error))
    return Outcome(job.source, job.target, "done", ManifestEntry(source, draft))


def _why(error: Exception) -> str:
    if isinstance(error, ProblemsFoundError):
        return "；".join(str(problem) for problem in error.problems)
    if isinstance(error, OSError):
        return f"读不了文件（{reason(error)}）"
    return str(error) or type(error).__name__
