"""The versions of a site on a server: which one is served, those kept, and back to the last one.

    DIR/versions/000007-3f2a90c41b6d/   a whole version; nothing in it ever changes
    DIR/current                         a link to the one that is served

Only the link changes, by one rename, so a reader always gets a whole version, whenever a run is
killed.  Versions are counted, not dated: a clock may be wrong.
"""

from __future__ import annotations

import contextlib
import re
import shutil
import sys
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.checked_site import SUMS, check_site, copy_site
from macros.cli.precompressed import COPIES, precompress
from macros.source.report import Place, ProblemsFoundError, Report, reason
from macros.source.run_lock import acquire_lock

if TYPE_CHECKING:
    from collections.abc import Iterator

NAME = re.compile(r"\d{6,}-[0-9a-f]{12}")
STATED = re.compile(r"(?P<version>[0-9]+(\.[0-9]+)*) (?P<time>\S+)")
VERSION = "server/version.txt"  # the version and the time of the commit, as a build writes them
UNFINISHED, WITHDRAWN = "unfinished", "withdrawn-"


@dataclass(frozen=True)
class PublishedVersions:
    """The folder of a server; each method that changes it holds its lock."""

    folder: Path

    @property
    def link(self) -> Path:
        """What the server serves."""
        return self.folder / "current"

    def current(self) -> str:
        """Return the name of the version that is served, or nothing."""
        return self.link.readlink().name if self.link.is_symlink() else ""

    def all(self) -> list[str]:
        """Return the names of the whole versions, the oldest first."""
        there = self._store.iterdir() if self._store.is_dir() else ()
        names = (path.name for path in there if NAME.fullmatch(path.name))
        return sorted(names, key=lambda name: int(name.split("-")[0]))

    @property
    def _store(self) -> Path:
        return self.folder / "versions"

    def publish(
        self,
        source: Path,
        keep: int,
        sums: Path | None,
        *,
        older: bool = False,
        packed: bool = False,
    ) -> str:
        """Serve a copy of a site that has been checked, also `packed`; return its name."""
        self._refuse_a_folder_of_others()
        with self._telling_errors():
            _make(self._store)
        with acquire_lock(self.folder), self._telling_errors():
            unfinished = self._store / UNFINISHED
            shutil.rmtree(unfinished, ignore_errors=True)  # of a run that was killed
            try:
                copy_site(source, unfinished)
                check_site(unfinished, str(source), sums)
                if not older:
                    self._refuse_older(unfinished, source)
                if packed:
                    precompress(unfinished)
                name = self._named(unfinished)
            finally:
                shutil.rmtree(unfinished, ignore_errors=True)
            self._serve(name)
            self._forget_all_but(keep)
        return name

    def roll_back(self) -> str:
        """Serve the version before the one that is served; return its name."""
        with acquire_lock(self._existing()), self._telling_errors():
            served, names = self.current(), self.all()
            before = names[: names.index(served)] if served in names else names
            if not before:
                raise _problem(self.folder, "没有更早的一版可以退回", "先发布过两版")
            version = self._store / before[-1]
            check_site(version, str(version), more=COPIES)
            self._serve(before[-1])
            for name in names[len(before) :]:  # else the next roll back would lead to it
                (self._store / name).rename(self._store / f"{WITHDRAWN}{name}")
        return before[-1]

    def _existing(self) -> Path:
        if not self._store.is_dir():
            raise _problem(self.folder, "这里没有发布过", "用 summaries publish 发布过的文件夹")
        return self.folder

    def _refuse_a_folder_of_others(self) -> None:
        """Refuse a folder that has something in it, but nothing published."""
        there = {path.name for path in self.folder.iterdir()} if self.folder.is_dir() else set()
        mine = not there or self._store.name in there
        if not mine or (self.link.exists() and not self.link.is_symlink()):
            raise _problem(self.folder, "文件夹里有别的文件", "空文件夹，或者发布过的文件夹")

    def _refuse_older(self, site: Path, source: Path) -> None:
        new, old = _order(site), _order(self.link)
        if new and old and new < old:
            what = f"这一版（{new[-1]}）比正在用的（{old[-1]}）旧"
            raise _problem(source, what, "较新的一版；要退回用 --rollback，确要发布加 --older")

    def _named(self, unfinished: Path) -> str:
        """Give a checked copy its name, unless it is what is served already."""
        digest = sha256((unfinished / SUMS).read_bytes()).hexdigest()[:12]
        served, names = self.current(), self.all()
        is_packed = (unfinished / COPIES).is_file()
        same = served in names and served.endswith(f"-{digest}")
        if same and is_packed == (self.link / COPIES).is_file():
            return served
        number = int(names[-1].split("-")[0]) + 1 if names else 1
        return unfinished.rename(self._store / f"{number:06}-{digest}").name

    def _serve(self, name: str) -> None:
        if name == self.current():
            return
        new = self.folder / "current.new"
        new.unlink(missing_ok=True)
        try:
            new.symlink_to(Path(self._store.name, name), target_is_directory=True)
        except OSError as error:
            what = f"建不了链接 current（{reason(error)}）"
            expected = "能建链接的磁盘；Windows 上要以管理员身份运行"
            raise _problem(self.folder, what, expected) from error
        if (
            sys.platform == "win32" and self.link.is_symlink()
        ):  # it does not rename over a link to a folder
            self.link.rmdir()
        new.replace(self.link)

    def _forget_all_but(self, keep: int) -> None:
        """Remove the versions beyond the newest `keep`, never the one that is served."""
        served = self.current()
        old = [name for name in self.all()[:-keep] if name != served]
        withdrawn = (path.name for path in self._store.iterdir() if path.name.startswith(WITHDRAWN))
        for name in [*old, *withdrawn]:
            # Renamed first: half of it, if this is killed, must not look like a version.
            with contextlib.suppress(OSError):
                shutil.rmtree((self._store / name).rename(self._store / UNFINISHED))

    @contextlib.contextmanager
    def _telling_errors(self) -> Iterator[None]:
        """Turn an OSError into a message; a full disk does not say of which file."""
        try:
            yield
        except OSError as error:
            place = Path(error.filename or self.folder)
            what = f"读写不了（{reason(error)}）；正在用的网站没有变"
            raise _problem(place, what, "有空间、可写的文件夹") from error


def _make(folder: Path) -> None:
    """Make a folder with its parent, and let any server read them; whatever is there stays."""
    for path in (folder.parent, folder):
        if not path.is_dir():
            path.mkdir(parents=True)
            path.chmod(0o755)


def _order(site: Path) -> tuple[list[int], str, str] | None:
    """Return by what a version is newer than others; None where a site does not say."""
    path = site / VERSION
    said = STATED.match(path.read_text("utf-8", "replace")) if path.is_file() else None
    numbers = [int(part) for part in said["version"].split(".")] if said else []
    return (numbers, said["time"], said[0]) if said else None


def _problem(path: Path, what: str, expected: str) -> ProblemsFoundError:
    report = Report()
    report.error(Place(str(path)), what, expected)
    return ProblemsFoundError(report.errors)
