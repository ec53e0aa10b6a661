"""Builds the site aside and moves it into place only when it is whole.

A failed or stopped build leaves the old site as it was; two builds at once take turns.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from macros import CHECKED
from macros.library.library import validated
from macros.site.project_checks import check
from macros.source.report import ProblemsFoundError
from tools.make_site import BuildFailedError, make_site, reason
from tools.policy import StrangeScriptError, write_policy

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows: builds there are not protected against each other
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
SITE, WORK = ROOT / "site", ROOT / ".build"
NEW, OLD, LOG = WORK / "new", WORK / "old", WORK / "log.txt"


@contextlib.contextmanager
def locked() -> Iterator[None]:
    """Wait for other builds; the lock goes with this process, however it ends."""
    WORK.mkdir(exist_ok=True)
    with (WORK / "lock").open("w") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def commit_time() -> str:
    """Return the time of the last commit in seconds, or a fixed one outside a repository."""
    command = ["git", "log", "-1", "--format=%ct"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return found.stdout.strip() or "1767225600"


def write_sums(site: Path) -> None:
    """Write the hash of every file into server/SHA256SUMS, as `sha256sum --check` reads it."""
    sums = site / "server" / "SHA256SUMS"
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    lines = (f"{sha256((site / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    sums.write_text("".join(lines), "utf-8", newline="\n")


def build() -> None:
    """Check the project and write the new site aside; raise when either fails."""
    library, report = check(ROOT)
    print(*report.warnings, sep="\n", end="\n" if report.warnings else "", file=sys.stderr)
    CHECKED[ROOT] = validated(library, report)
    shutil.rmtree(NEW, ignore_errors=True)
    # The date of the commit, not of the build: two builds of one commit are the same.
    os.environ.setdefault("SOURCE_DATE_EPOCH", commit_time())
    make_site(ROOT, NEW, LOG)
    write_policy(NEW)
    write_sums(NEW)


def restore() -> None:
    """Put the old site back where a build was stopped between the two renames."""
    if OLD.exists() and not SITE.exists():
        OLD.rename(SITE)


def publish() -> None:
    """Put the new site in the old one's place: two renames, undone together."""
    shutil.rmtree(OLD, ignore_errors=True)
    try:
        if SITE.exists():
            SITE.rename(OLD)
        NEW.rename(SITE)
    finally:
        restore()
    with contextlib.suppress(KeyboardInterrupt):  # the site is there; the next build tidies up
        shutil.rmtree(OLD, ignore_errors=True)


def state() -> str:
    """Return where the old site is after a build that came to nothing."""
    if SITE.exists():
        return "原来的网站未动。"
    return "原来的网站暂存在 .build/old，再运行一次会放回。" if OLD.exists() else ""


def main() -> int:
    """Build and publish; return the exit status."""
    try:
        with locked():
            restore()
            build()
            publish()
    except KeyboardInterrupt:
        print(f"已中断。{state()}", file=sys.stderr)
        return 130
    except (ProblemsFoundError, BuildFailedError, StrangeScriptError) as error:
        print(f"{error}\n网站没有生成。{state()}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{reason(error)}\n网站没有生成。{state()}", file=sys.stderr)
        return 1
    print(f"网站已生成：{SITE.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
