"""Answers each edit with a new edition of the site, or with what is wrong.

One thread builds: what the browser waits for first, the rest when there is nothing else to do.
"""

from __future__ import annotations

import importlib
import sys
import threading
from typing import TYPE_CHECKING

from tools.serving.mistakes import Mistake, mistake_of
from tools.serving.watching import Watch, stamp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.serving.edition import Edition
    from tools.serving.program import Program

PAUSE = 0.1  # seconds between looks at the files
# What is loaded anew when the program has changed: it, and what keeps parts of it.
PARTS = ("edition", "memory", "pages", "program", "shelf", "theme")
PROGRAM = (
    "macros",
    "tools.mkdocs_messages",
    *map("tools.serving.{}".format, PARTS),
)


class Builder:
    """The newest edition and its mistakes; `version` counts what a browser should see."""

    def __init__(self, root: Path, target: Path) -> None:
        """Take the project's folder and the one to write the site into."""
        self.root, self.target = root, target
        self.watch = Watch(root)
        self.news = threading.Condition()
        self.version = 0
        self.mistakes: list[Mistake] = []
        self.stopped = False
        self.late = False  # whether they were found while pages were made
        self.busy = True  # reading an edit, or not begun
        self.wanted: dict[str, int] = {}
        self.edition: Edition | None = None
        self.program: Program | None = None
        self.loaded = ""  # the stamp of the program

    # --- for the threads that answer browsers ---

    def wait_for_news(self, version: int, seconds: float) -> int:
        """Wait until there is a newer version to see; return the newest."""
        with self.news:
            self.news.wait_for(lambda: self.version > version, seconds)
            return self.version

    def wait_for(self, address: str) -> list[Mistake]:
        """Wait until a file of the site is up to date; return the mistakes if it cannot be."""
        with self.news:
            self.wanted[address] = self.wanted.get(address, 0) + 1
            self.news.notify_all()
            self.news.wait_for(lambda: self._is_ready(address))
            self.wanted[address] -= 1
            return self.mistakes

    def _is_ready(self, address: str) -> bool:
        done = self.mistakes or (self.edition and self.edition.has_made(address))
        return bool(done) and not self.busy

    def stop(self) -> None:
        """Have the thread that builds come to its end."""
        self.stopped = True

    # --- for the thread that builds ---

    def run(self) -> None:
        """Build until it is told to stop."""
        while not self.stopped:
            if self.watch.changed():
                self.edit()
            elif not self.work():
                with self.news:
                    self.news.wait(PAUSE)

    def edit(self) -> None:
        """Read the project again; say what is wrong, or begin a new edition."""
        self.busy, late = True, self.late
        self._attempt(self._begin)
        while late and self.work():
            pass  # else what was found late would be forgotten until it is found again
        self.busy = False
        self._announce()

    def _begin(self) -> None:
        edition, self.mistakes = self._program().edition()
        self.late = False
        self.edition = edition or self.edition

    def _program(self) -> Program:
        """Return the program, loaded anew if it has changed."""
        now = stamp(self.root, "macros")
        if not self.program or now != self.loaded:
            if self.loaded:
                _forget_modules()
            self.program, self.loaded = None, now
            module = importlib.import_module("tools.serving.program")
            self.program = module.Program(self.root, self.target)
        return self.program

    def work(self) -> bool:
        """Make one more page, or finish the edition; return whether there was anything to do."""
        if not self.edition or self.mistakes or self.edition.finished:
            return False
        self._attempt(self._step)
        if self.mistakes:
            self.late = True
            self._announce()
        return True

    def _step(self) -> None:
        assert self.edition and self.program  # noqa: S101, PT018 - narrows the types
        self.edition.work([name for name, count in list(self.wanted.items()) if count])
        self.mistakes = self.program.mistakes(self.edition)
        with self.news:
            self.news.notify_all()

    def _attempt(self, step: Callable[[], None]) -> None:
        try:
            step()
        except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever a maintainer may do
            self.mistakes = [mistake_of(error, self.root)]

    def _announce(self) -> None:
        with self.news:
            self.version += not self.busy
            self.news.notify_all()


def _forget_modules() -> None:
    for name in [name for name in sys.modules if name.startswith(PROGRAM)]:
        del sys.modules[name]
    importlib.invalidate_caches()
