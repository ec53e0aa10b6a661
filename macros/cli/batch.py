"""Renders a folder of facts files, on several processors; one bad file never stops the rest."""

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

from macros.cli.made_from import Made, digest
from macros.library.library import sound
from macros.library.loader import load
from macros.source.atomic_write import exists, write_atomically
from macros.source.report import ProblemsFoundError, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from macros.library.library import Library

IN_HAND = 4  # files handed out for each process, so that none has to wait
MOST = 61  # processes: Windows cannot wait for more
KILLED = "有一个进程被系统结束了（多半是内存不够，可以把 --jobs 写小些）"

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


class StoppedError(Exception):
    """Raised when a run cannot go on; what it has made stays."""


class Batch:
    """Renders facts files with `work`, which returns a document's bytes and if it is a draft."""

    def __init__(self, root: Path, work: Callable[[Path, Library], tuple[bytes, bool]]) -> None:
        """Take the project and how one file is rendered; `work` is sent to each process once."""
        self.root, self.work = root, work

    def run(self, jobs: Iterable[Job], processes: int) -> Generator[Outcome]:
        """Yield the outcome of each file, as they come; documents of the same facts stay."""
        if processes == 1:
            _start(self.root, self.work)
            yield from map(_render, jobs)
            return
        pool = deaf_pool(min(processes, MOST), _start, self.root, self.work)
        try:
            yield from _spread(pool, iter(jobs), min(processes, MOST) * IN_HAND)
        except BrokenProcessPool as error:
            raise StoppedError(KILLED) from error
        finally:
            pool.shutdown(cancel_futures=True)


def _spread(pool: ProcessPoolExecutor, jobs: Iterator[Job], in_hand: int) -> Iterator[Outcome]:
    """Yield the outcomes; only so many are handed out at once, as a province has ten thousand."""
    with _deaf():  # processes start as the first files are handed out
        waiting = {pool.submit(_render, job) for job in islice(jobs, in_hand)}
    while waiting:
        done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
        made_first = sorted(done, key=lambda future: future.exception() is not None)
        yield from (future.result() for future in made_first)
        waiting |= {pool.submit(_render, job) for job in islice(jobs, len(done))}


def deaf_pool(processes: int, start: Callable[..., None], *given: object) -> ProcessPoolExecutor:
    """Return processes that ignore Ctrl-C, and end with this one: it hears it, and ends them."""
    context = get_context("spawn")
    return ProcessPoolExecutor(processes, context, partial(_obey, start, *given))


@contextmanager
def _deaf() -> Iterator[None]:
    """Ignore Ctrl-C, also in processes that are started meanwhile."""
    heard = signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, heard)


# --- in each process --------------------------------------------------------------------------


@dataclass
class _Worker:
    """What a process keeps: the library, loaded once, and how to render."""

    library: Library
    work: Callable[[Path, Library], tuple[bytes, bool]]


_worker: list[_Worker] = []


def _obey(start: Callable[..., None], *given: object) -> None:
    """Start a process: Windows lets none inherit what is ignored, and none may outlive the run."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_follow, args=(parent_process(),), daemon=True).start()
    start(*given)


def _follow(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


def _start(root: Path, work: Callable[[Path, Library], tuple[bytes, bool]]) -> None:
    _worker[:] = [_Worker(sound(*load(root)), work)]


def _render(job: Job) -> Outcome:
    (worker,) = _worker
    try:
        source = digest(job.source)
        if job.made and job.made.source == source and exists(job.target):
            return Outcome(job.source, job.target, "skipped", job.made)
        content, draft = worker.work(job.source, worker.library)
        write_atomically(job.target, content)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one file, the others go on
        return Outcome(job.source, job.target, "failed", why=_why(error))
    return Outcome(job.source, job.target, "done", Made(source, draft))


def _why(error: Exception) -> str:
    if isinstance(error, ProblemsFoundError):
        return "；".join(str(problem) for problem in error.problems)
    if isinstance(error, OSError):
        return f"读不了文件（{reason(error)}）"
    return str(error) or type(error).__name__
