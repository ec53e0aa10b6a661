"""The command render --all: a folder of facts files to one of summaries, and a report of it."""

from __future__ import annotations

import sys
from collections import Counter
from functools import partial
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from tqdm import tqdm

from macros.batch import Batch, Job
from macros.cli.shared import ENDINGS, fail, for_notepad, put, read_facts
from macros.cli.sources import is_same, listed, tell_unread
from macros.cli.wanted import Wanted
from macros.formats import FORMATS
from macros.journal import Journal, fingerprint
from macros.library import sound
from macros.loader import load
from macros.report import Report, reason

if TYPE_CHECKING:
    import argparse
    from collections.abc import Iterable, Iterator

    from macros.batch import Outcome
    from macros.library import Library

REPORT = "报告.txt"
JOURNAL = ".生成记录"  # and the ending of the documents it is about


def render_all(options: argparse.Namespace) -> int:
    """Render every facts file of a folder that has not been rendered since it changed."""
    folder, target = options.all, options.output
    wanted = Wanted.of(options)
    wanted.look(sound(*load(options.root)))
    ending = FORMATS[wanted.format].ending
    names, others = _sources(folder, target, ending)
    _make(target)
    journal = Journal(target / f"{JOURNAL}{ending}", fingerprint(options.root, str(wanted)))
    jobs = [_job(folder / name, target / f"{Path(name).stem}{ending}", journal) for name in names]
    known = [name for name in sorted(journal.names) if (target / name).exists()]
    put(for_notepad(f"{wanted}\n没有做完。\n"), target / REPORT)
    put(journal.start(known), journal.path)
    batch = Batch(options.root, partial(_work, wanted))
    outcomes = _kept(batch.run(jobs, options.jobs or 1), journal)
    told = _Told(target)
    told.take(tqdm(outcomes, total=len(names), unit="篇", disable=None))
    left = sorted({*known} - {job.target.name for job in jobs})
    told.tell(str(wanted), left, tell_unread(others))
    return 1 if told.failed else 0


def _job(source: Path, target: Path, journal: Journal) -> Job:
    return Job(source, target, journal.made.get(target.name))


def _work(wanted: Wanted, source: Path, library: Library) -> tuple[bytes, bool]:
    """Render one facts file; runs in each process."""
    document = wanted.document(read_facts(source, library, wanted.archetype), library)
    return wanted.file(document, library), document.draft


def _sources(folder: Path, target: Path, ending: str) -> tuple[list[str], list[str]]:
    """Return the names of the facts files, and of what is not read."""
    if not folder.is_dir():
        fail(Report(), str(folder), "没有这个文件夹", "放指标文件的文件夹")
    if is_same(folder, target):
        fail(Report(), str(target), "指标文件就在这个文件夹里", "另一个文件夹")
    names, others = listed(folder, target)
    if not names:
        fail(Report(), str(folder), "文件夹里没有指标文件", "、".join(ENDINGS))
    if REPORT in {f"{_stem(name)}{ending}" for name in names}:
        fail(Report(), str(folder), f"有一个指标文件会生成{REPORT}，那是结果的名字", "另一个文件名")
    for name, after in pairwise(sorted(names, key=_stem)):
        if _stem(name) == _stem(after):
            fail(Report(), str(folder / after), f"与{name}会生成同一个文件", "不同的文件名")
    return names, others


def _stem(name: str) -> str:
    """Return what a document is named after; A.txt and a.txt are one file on Windows."""
    return Path(name).stem.casefold()


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
        fail(Report(), str(journal.path), f"写不了文件（{reason(error)}）", "有空间、可写的文件夹")


class _Told:
    """What came of all files; what failed, and why, stands in a report beside the documents."""

    def __init__(self, target: Path) -> None:
        self.target = target
        self.counts: Counter[tuple[str, bool]] = Counter()  # by state, drafts apart
        self.lines: list[str] = []

    def take(self, outcomes: Iterable[Outcome]) -> None:
        """Count the outcomes and list what needs a person."""
        for outcome in outcomes:
            draft = bool(outcome.made and outcome.made.draft)
            self.counts[outcome.state, draft] += 1
            if draft:
                self.lines.append(f"{outcome.source.name}：是草稿，有空白或没有核对的内容")
            if outcome.state == "failed":
                name = outcome.target.name
                old = f"；{name}是以前生成的，没有更新" if outcome.target.exists() else ""
                self.lines.append(f"{outcome.source.name}：{outcome.why}{old}")
        self.lines.sort()

    @property
    def failed(self) -> int:
        """Return how many files failed."""
        return self.counts["failed", False]

    def tell(self, asked: str, left: list[str], unread: str) -> None:
        """Write the report and say how many of what; `left` are documents without a source."""
        old = self.counts["skipped", True]
        summary = (
            f"完成{self.counts['done', False]}篇，"
            f"草稿{self.counts['done', True]}篇（有空白或没有核对），"
            f"已是最新{self.counts['skipped', False] + old}篇"
            + (f"（其中草稿{old}篇）" if old else "")
            + f"，失败{self.failed}篇。"
        )
        self.lines += [f"{name}：是以前生成的，指标文件已不在，没有更新" for name in left]
        lines = [asked, summary, *self.lines, *filter(None, [unread]), ""]
        put(for_notepad("\n".join(lines)), self.target / REPORT)
        print(summary, f"见 {self.target / REPORT}", sep="\n", file=sys.stderr)
