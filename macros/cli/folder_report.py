"""The report of a folder that was rendered: how many documents of which state, what failed, why."""

from __future__ import annotations

import sys
from collections import Counter
from typing import TYPE_CHECKING

from macros.cli.common import for_notepad, print_or_write
from macros.cli.worker_pool import StoppedError
from macros.source.atomic_write import exists
from macros.source.report import ProblemsFoundError

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from macros.cli.worker_pool import Outcome

REPORT = "报告.txt"


class FolderReport:
    """Counts the outcomes of all files and writes the report beside the documents."""

    def __init__(self, target: Path, options: str, unread: str) -> None:
        """Take the folder of documents, what was asked for, and which files were not read."""
        self.target, self.options, self.unread = target, options, unread
        self.counts: Counter[tuple[str, bool]] = Counter()  # by state, drafts apart
        self.lines: list[str] = []
        self.stopped = ""

    def add_all(self, outcomes: Iterable[Outcome]) -> None:
        """Count the outcomes and list those that somebody must look at."""
        try:
            for outcome in outcomes:
                self._add(outcome)
        except StoppedError as error:
            self.stopped = f"没有做完：{error}。已生成的都在，再运行一次会接着做完。"
        self.lines.sort()

    def _add(self, outcome: Outcome) -> None:
        draft = bool(outcome.entry and outcome.entry.draft)
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

    def finish(self, orphans: list[str]) -> bool:
        """Print the counts, write the report, and return whether everything succeeded.

        `orphans` are documents whose facts file is gone.
        """
        summary = self._summary()
        print(*filter(None, [summary, self.stopped]), sep="\n", file=sys.stderr)
        self.lines += [f"{name}：是以前生成的，指标文件已不在，没有更新" for name in orphans]
        lines = [self.options, summary, self.stopped, *self.lines, self.unread]
        written = self._write("".join(f"{line}\n" for line in lines if line))
        return written and not self.failed and not self.stopped

    def _summary(self) -> str:
        old = self.counts["skipped", True]
        return (
            f"完成{self.counts['done', False]}篇，"
            f"草稿{self.counts['done', True]}篇（有空白或没有核对），"
            f"已是最新{self.counts['skipped', False] + old}篇"
            + (f"（其中草稿{old}篇）" if old else "")
            + f"，失败{self.failed}篇。"
        )

    def _write(self, text: str) -> bool:
        try:
            print_or_write(for_notepad(text), self.target / REPORT)
        except ProblemsFoundError as error:
            print(*error.problems, sep="\n", file=sys.stderr)
            return False
        print(f"见 {self.target / REPORT}", file=sys.stderr)
        return True
