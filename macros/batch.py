"""Renders a folder of facts files, on several processors; one bad file never stops the rest."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import partial
from multiprocessing import get_context
from typing import TYPE_CHECKING, Literal

from macros.library import sound
from macros.loader import load
from macros.report import ProblemsFoundError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator
    from pathlib import Path

    from macros.library import Library

SOURCES = ("data", "templates")
AT_ONCE = 8  # files a process takes from the queue together

State = Literal["done", "draft", "skipped", "failed"]


@dataclass(frozen=True)
class Outcome:
    """What came of one facts file; `why` says what is wrong with one that failed."""

    source: Path
    state: State
    why: str = ""


@dataclass(frozen=True)
class Job:
    """A facts file and where its document goes."""

    source: Path
    target: Path


class Batch:
    """Renders facts files with `work`, which returns a document's bytes and if it is a draft."""

    def __init__(
        self, root: Path, work: Callable[[Path, Library], tuple[bytes, bool]], *, resume: bool
    ) -> None:
        """Take the project and how one file is rendered; `work` is sent to each process once.

        Without `resume` no document that is there already stays.
        """
        self.root, self.work = root, work
        self.changed = max(_times(root)) if resume else math.inf

    def run(self, jobs: Iterable[Job], processes: int) -> Iterator[Outcome]:
        """Yield the outcome of each file, as they come; documents newer than all sources stay."""
        if processes == 1:
            _start(self.root, self.work, self.changed)
            yield from map(_render, jobs)
            return
        start = partial(_start, self.root, self.work, self.changed)
        with get_context("spawn").Pool(processes, start) as pool:
            yield from pool.imap_unordered(_render, jobs, AT_ONCE)


def _times(root: Path) -> Iterator[float]:
    yield 0.0
    for folder in SOURCES:
        yield from (path.stat().st_mtime for path in (root / folder).rglob("*"))


# --- in each process --------------------------------------------------------------------------


@dataclass
class _Worker:
    """What a process keeps: the library, loaded once, and how to render."""

    library: Library
    work: Callable[[Path, Library], tuple[bytes, bool]]
    changed: float


_worker: list[_Worker] = []


def _start(root: Path, work: Callable[[Path, Library], tuple[bytes, bool]], changed: float) -> None:
    _worker[:] = [_Worker(sound(*load(root)), work, changed)]


def _render(job: Job) -> Outcome:
    (worker,) = _worker
    try:
        if _is_fresh(job, worker.changed):
            return Outcome(job.source, "skipped")
        content, draft = worker.work(job.source, worker.library)
        write_whole(job.target, content)
    except Exception as error:  # noqa: BLE001 - whatever is wrong with one file, the others go on
        return Outcome(job.source, "failed", _why(error))
    return Outcome(job.source, "draft" if draft else "done")


def _why(error: Exception) -> str:
    if isinstance(error, ProblemsFoundError):
        return "；".join(str(problem) for problem in error.problems)
    return str(error) or type(error).__name__


def _is_fresh(job: Job, changed: float) -> bool:
    """Tell whether the document is newer than its facts and than the whole project."""
    if not job.target.exists():
        return False
    return job.target.stat().st_mtime > max(changed, job.source.stat().st_mtime)


def write_whole(target: Path, content: bytes) -> None:
    """Write a file whole or not at all: an interrupted run leaves no half of a document."""
    partial_file = target.with_name(f".{target.name}.part")
    try:
        partial_file.write_bytes(content)
        partial_file.replace(target)
    except OSError:
        partial_file.unlink(missing_ok=True)
        raise
