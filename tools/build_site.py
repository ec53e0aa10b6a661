"""Builds the site aside and moves it into place only when it is whole.

A failed or killed build leaves the old site as it was; two builds at once take turns.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

from tools.policy import write_policy

try:
    import fcntl
except ImportError:  # Windows: builds there are not protected against each other
    fcntl = None  # type: ignore[assignment]

ROOT = Path(__file__).resolve().parent.parent
SITE, WORK = ROOT / "site", ROOT / ".build"


def build(target: Path) -> bool:
    """Write the site to `target`; return whether MkDocs and its strict checks were content."""
    # The date of the commit, not of the build: two builds of one commit are the same.
    env = {"SOURCE_DATE_EPOCH": commit_time(), **os.environ, "PYTHONUTF8": "1"}
    command = [
        sys.executable,
        "-m",
        "mkdocs",
        "build",
        "--strict",
        "--site-dir",
        str(target),
    ]
    # Not --quiet: it hides warnings from --strict too, and a page with a dead link would pass.
    run = subprocess.run(
        command, cwd=ROOT, env=env, check=False, stderr=subprocess.PIPE, encoding="utf-8"
    )
    for line in run.stderr.splitlines():
        if not line.startswith("INFO "):
            print(line, file=sys.stderr)
    return run.returncode == 0


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


def publish(new: Path) -> None:
    """Put the new site in the old one's place: two renames, the old one deleted afterwards."""
    old = WORK / "old"
    shutil.rmtree(old, ignore_errors=True)
    if SITE.exists():
        SITE.rename(old)
    new.rename(SITE)
    shutil.rmtree(old, ignore_errors=True)


def main() -> int:
    """Build and publish; return the exit status."""
    try:
        WORK.mkdir(exist_ok=True)
        with (WORK / "lock").open("w") as lock:
            if fcntl:
                fcntl.flock(lock, fcntl.LOCK_EX)
            new = WORK / "new"
            shutil.rmtree(new, ignore_errors=True)
            if not build(new):
                print("网站没有生成，原来的网站未动。", file=sys.stderr)
                return 1
            write_policy(new)
            write_sums(new)
            publish(new)
    except OSError as error:
        print(
            f"网站没有生成，原来的网站未动：{error.strerror}（{error.filename}）", file=sys.stderr
        )
        return 1
    print(f"网站已生成：{SITE.name}/")
    return 0


if __name__ == "__main__":
    sys.exit(main())
