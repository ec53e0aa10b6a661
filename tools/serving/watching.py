"""Sees edits: compares the files of the project with what they were; hashes folders."""

from __future__ import annotations

import os
import time
from hashlib import sha256
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WATCHED = ("data", "docs", "macros", "mkdocs.yml", "overrides", "templates")
SETTLED = 0.1  # seconds without a further change: an editor may write a file in several steps

Snapshot = dict[str, tuple[int, int, int]]


class Watch:
    """The files of a project as they were when it was last asked."""

    def __init__(self, root: Path) -> None:
        """Begin with nothing seen, so that the first question finds changes."""
        self.root = root
        self.seen: Snapshot = {}

    def changed(self) -> bool:
        """Tell whether anything has changed; wait until it no longer does."""
        now = self._snapshot()
        if now == self.seen:
            return False
        while now != self.seen:
            self.seen = now
            time.sleep(SETTLED)
            now = self._snapshot()
        return True

    def _snapshot(self) -> Snapshot:
        found: Snapshot = {}
        for name in WATCHED:
            for path in _files(self.root / name):
                try:
                    state = os.stat(path)  # noqa: PTH116 - os.walk gives strings
                except OSError:  # deleted meanwhile
                    continue
                found[path] = (state.st_mtime_ns, state.st_size, state.st_ino)
        return found


def stamp(root: Path, *names: str) -> str:
    """Return a hash of the names and contents of files and of all files in folders."""
    total = sha256()
    for name in names:
        for path in sorted(_files(root / name)):
            total.update(f"{path}\0".encode("utf-8", "surrogateescape"))
            with open(path, "rb") as file:  # noqa: PTH123 - as above
                total.update(sha256(file.read()).digest())
    return total.hexdigest()


def _files(path: Path) -> Iterator[str]:
    """Yield a file, or the files in a folder, without caches."""
    if path.is_file():
        yield str(path)
    for folder, inner, names in os.walk(path):
        inner[:] = [name for name in inner if name != "__pycache__"]
        yield from (os.path.join(folder, name) for name in names)  # noqa: PTH118
