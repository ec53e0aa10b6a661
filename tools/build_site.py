"""Builds the site in a folder of its own and publishes it only when the build is complete.

A failed or interrupted build leaves the old site as it was; concurrent builds take turns.
"""

from __future__ import annotations

import contextlib
import os
import shutil
import subprocess
import sys
from datetime import UTC, datetime
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from macros.library.library import validated
from macros.site.project_checks import check
from macros.site.reference_pages import ReferencePages
from macros.site.third_party import third_party
from macros.source.collecting import collect_rarely
from macros.source.report import ProblemsFoundError
from tools.run_mkdocs import BuildFailedError, make_site, os_error_reason
from tools.security_headers import InlineScriptError, write_policy
from tools.theme_match import check_overrides, check_styles, read_record

if TYPE_CHECKING:
    from collections.abc import Iterator

try:
    import fcntl
except ImportError:  # Windows: builds there are not protected against each other
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
SITE, WORK = ROOT / "site", ROOT / ".build"
HOST, OLD, LOG = WORK / "host", WORK / "old", WORK / "log.txt"
NEW = HOST / "site"


@contextlib.contextmanager
def build_lock() -> Iterator[None]:
    """Wait for other builds; the system releases the lock however this process ends."""
    WORK.mkdir(exist_ok=True)
    with (WORK / "lock").open("w") as lock:
        if fcntl:
            fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def commit_time() -> str:
    """Return the Unix time of the last commit, or a fixed one outside a repository.

    A release has no repository, but keeps the time of its commit.
    """
    kept = ROOT / "commit-time"
    if kept.is_file():
        return kept.read_text("utf-8").strip()
    command = ["git", "log", "-1", "--format=%ct"]
    found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
    return found.stdout.strip() or "1767225600"


def write_version(site: Path) -> None:
    """Write the version and the time of the commit, by which publishing knows an older site."""
    seconds = int(os.environ["SOURCE_DATE_EPOCH"])
    time = datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    text = f"{version('summary-templates')} {time}\n"
    (site / "server" / "version.txt").write_text(text, "utf-8", newline="\n")


def write_checksums(site: Path) -> None:
    """Write the hash of every file into server/SHA256SUMS, in the format of `sha256sum`."""
    sums = site / "server" / "SHA256SUMS"
    names = sorted(path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file())
    lines = (f"{sha256((site / name).read_bytes()).hexdigest()}  {name}\n" for name in names)
    sums.write_text("".join(lines), "utf-8", newline="\n")


def build() -> None:
    """Check the project and build the new site in its own folder; raise when either fails."""
    library, report = check(ROOT)
    print(*report.warnings, sep="\n", end="\n" if report.warnings else "", file=sys.stderr)
    check_overrides(ROOT, read_record(), report)
    check_styles(ROOT, report)
    pages = ReferencePages(validated(library, report), ROOT)
    third_party(ROOT)  # else it would only be found when the pages are there
    shutil.rmtree(HOST, ignore_errors=True)
    HOST.mkdir()
    # The time of the commit, not of the build, so that builds of one commit are identical.
    os.environ.setdefault("SOURCE_DATE_EPOCH", commit_time())
    make_site(pages, ROOT, HOST, LOG)
    write_policy(NEW)
    write_version(NEW)
    write_checksums(NEW)


def restore() -> None:
    """Put the old site back if a build was stopped between the two renames of `publish`."""
    if OLD.exists() and not SITE.exists():
        OLD.rename(SITE)


def publish() -> None:
    """Replace the old site by the new one: two renames, undone if the second fails."""
    shutil.rmtree(OLD, ignore_errors=True)
    try:
        if SITE.exists():
            SITE.rename(OLD)
        NEW.rename(SITE)
    finally:
        restore()
    with contextlib.suppress(KeyboardInterrupt):  # the site is there; the next build tidies up
        shutil.rmtree(OLD, ignore_errors=True)


def old_site_state() -> str:
    """Return a sentence on where the old site is after a failed build."""
    if SITE.exists():
        return "原来的网站未动。"
    return "原来的网站暂存在 .build/old，再运行一次会放回。" if OLD.exists() else ""


def main() -> int:
    """Build and publish; return the exit status."""
    collect_rarely()
    try:
        with build_lock():
            restore()
            build()
            publish()
    except KeyboardInterrupt:
        print(f"已中断。{old_site_state()}", file=sys.stderr)
        return 130
    except (ProblemsFoundError, BuildFailedError, InlineScriptError) as error:
        print(f"{error}\n网站没有生成。{old_site_state()}", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{os_error_reason(error)}\n网站没有生成。{old_site_state()}", file=sys.stderr)
        return 1
    print(f"网站已生成：{SITE.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
