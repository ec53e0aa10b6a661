"""The command render --all: a folder of facts files to one of summaries, and a report of it."""

from __future__ import annotations

import sys
from collections import Counter
from contextlib import closing
from functools import partial
from itertools import chain
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from macros.cli.batch import Batch, Job, Outcome, StoppedError
from macros.cli.common import ENDINGS, fail, for_notepad, put, read_facts
from macros.cli.input_files import is_same, listed, tell_unread
from macros.cli.made_from import Journal, fingerprint
from macros.cli.render_options import Wanted
from macros.library.library import sound
from macros.library.loader import load
from macros.output.formats import FORMATS
from macros.source.atomic_write import exists, remove_partial_files
from macros.source.report import ProblemsFoundError, Report, reason
from macros.source.run_lock import acquire_lock

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from macros.library.library import Library

REPORT = "报告.txt"
JOURNAL = ".生成记录"  # and the ending of the documents it is about


def render_all(options: argparse.Namespace) -> int:
    """Render every facts file of a folder that has not been rendered since it changed."""
    folder, target = options.all, options.output
    wanted = Wanted.of(options)
    wanted.check(sound(*load(options.root)))
    names, others = _sources(folder, target)
    _make(target)
    with acquire_lock(target):
        remove_partial_files(target)
        told = _Told(target, str(wanted), tell_unread(others))
        return 0 if _render_names(names, options, wanted, told) else 1


def _render_names(
    names: list[str], options: argparse.Namespace, wanted: Wanted, told: _Told
) -> bool:
    """Render these files of the folder, which is held, and return whether all is well."""
    folder, target, ending = options.all, options.output, FORMATS[wanted.format].ending
    journal = Journal(target / f"{JOURNAL}{ending}", fingerprint(options.root, str(wanted)))
    jobs = [_job(folder / name, target / f"{Path(name).stem}{ending}", journal) for name in names]
    known = [name for name in sorted(journal.names) if exists(target / name)]
    put(for_notepad(f"{wanted}\n没有做完。\n"), target / REPORT)
    put(journal.start(known), journal.path)
    refused = _refused(jobs)
    sound_ones = [job for job in jobs if job.source not in refused]
    batch = Batch(options.root, partial(_work, wanted))
    with closing(batch.run(sound_ones, options.jobs or 1)) as made:
        outcomes = chain(refused.values(), _kept(made, journal))
        told.take(tqdm(outcomes, total=len(names), unit="篇", disable=None))
    return told.tell(sorted({*known} - {job.target.name for job in jobs}))


def _job(source: Path, target: Path, journal: Journal) -> Job:
    return Job(source, target, journal.made.get(target.name))


def _refused(jobs: Iterable[Job]) -> dict[Path, Outcome]:
    """Return the outcomes of files whose document would have the name of something else."""
    alike: dict[str, list[Job]] = {}  # A.txt and a.txt are one file on Windows
    for job in jobs:
        alike.setdefault(job.target.name.casefold(), []).append(job)
    return {
        job.source: Outcome(job.source, job.target, "failed", why=f"{why} · 应为：另一个文件名")
        for same in alike.values()
        for job in same
        if (why := _clash(job, same))
    }


def _clash(job: Job, same: list[Job]) -> str:
    """Return what is wrong with a document's name, if anything."""
    if job.target.name == REPORT:
        return f"会生成{REPORT}，那是结果的名字"
    others = "、".join(other.source.name for other in same if other is not job)
    return others and f"与{others}会生成同一个文件"


def _work(wanted: Wanted, source: Path, library: Library) -> tuple[bytes, bool]:
    """Render one facts file; runs in each process."""
    document = wanted.document(read_facts(source, library, wanted.archetype), library)
    return wanted.file(document, library), document.draft


def _sources(folder: Path, target: Path) -> tuple[list[str], list[str]]:
    """Return the names of the facts files, and of what is not read."""
    if is_same(folder, target):
        fail(Report(), str(target), "指标文件就在这个文件夹里", "另一个文件夹")
    names, others = listed(folder, target)
    if not names:
        fail(Report(), str(folder), "文件夹里没有指标文件", "、".join(ENDINGS))
    return names, others


def _make(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        fail(Report(), str(folder), f"建不了文件夹（{reason(error)}）", "可写的文件夹")


def _kept(outcomes: Iterable[Outcome], journal: Journal) -> Iterator[Outcome]:
    """Yield the outcomes, each after it stands in the journal."""
    try:
        with journal.path.open("a", encoding="utf-8") as file:
            for outcome in outcomes:
                if outcome.made and outcome.state == "done":
                    print(journal.line(outcome.target.name, outcome.made), file=file, flush=True)
                yield outcome
    except OSError as error:
        raise StoppedError(f"{journal.path.name}写不了（{reason(error)}）") from error


class _Told:
    """What came of all files; what failed, and why, stands in a report beside the documents."""

    def __init__(self, target: Path, asked: str, unread: str) -> None:
        self.target, self.asked, self.unread = target, asked, unread
        self.counts: Counter[tuple[str, bool]] = Counter()  # by state, drafts apart
        self.lines: list[str] = []
        self.stopped = ""

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """Count the outcomes and list what needs a person."""
        try:
            for outcome in outcomes:
                self._take(outcome)
        except StoppedError as error:
            self.stopped = f"没有做完：{error}。已生成的都在，再运行一次会接着做完。"
        self.lines.sort()

    def _take(self, outcome: Outcome) -> None:
        draft = bool(outcome.made and outcome.made.draft)
        self.counts[outcome.state, draft] += 1
        if draft:
            self.lines.append(f"{outcome.source.name}：是草稿，有空白或没有核对的内容")
        if outcome.state == "failed":
            name = outcome.target.name
            old = f"；{name}是以前生成的，没有更新" if exists(outcome.target) else ""
            self.lines.append(f"{outcome.source.name}：{outcome.why}{old}")

    @property
    def failed(self) -> int:
        """Return how many files failed."""
        return self.counts["failed", False]

    def tell(self, left: list[str]) -> bool:
        """Say how many of what, write the report, and return whether all is well.

        `left` are documents without a source.
        """
        old = self.counts["skipped", True]
        summary = (
            f"完成{self.counts['done', False]}篇，"
            f"草稿{self.counts['done', True]}篇（有空白或没有核对），"
            f"已是最新{self.counts['skipped', False] + old}篇"
            + (f"（其中草稿{old}篇）" if old else "")
            + f"，失败{self.failed}篇。"
        )
        print(*filter(None, [summary, self.stopped]), sep="\n", file=sys.stderr)
        self.lines += [f"{name}：是以前生成的，指标文件已不在，没有更新" for name in left]
        lines = [self.asked, summary, self.stopped, *self.lines, self.unread]
        written = self._write("".join(f"{line}\n" for line in lines if line))
        return written and not self.failed and not self.stopped

    def _write(self, text: str) -> bool:
        try:
            put(for_notepad(text), self.target / REPORT)
        except ProblemsFoundError as error:
            print(*error.problems, sep="\n", file=sys.stderr)
            return False
        print(f"见 {self.target / REPORT}", file=sys.stderr)
        return True
