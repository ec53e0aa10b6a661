"""Unpacks the newest release, and has it install, build and test itself with no network at all.

`unshare -n` takes the network away.  Where it is missing, that nothing is fetched rests on the
settings of the release's Makefile alone, and this says so.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

from macros.cli.checked_site import SUMS, check_site
from macros.source.report import ProblemsFoundError

RELEASE = Path(__file__).resolve().parent.parent / "release"
LIST = "SHA256SUMS"
VERBS = ("build", "test-fast")
WITH_LOOPBACK = (sys.executable, str(Path(__file__).with_name("with_loopback.py")))
ALONE = ("unshare", "--map-root-user", "--net", *WITH_LOOPBACK)
KEPT = ("LANG", "PATH")  # nothing that tells where packages are


def main() -> int:
    """Check the newest release; return the exit status."""
    archives = sorted(RELEASE.glob("*.tar.gz"), key=lambda path: path.stat().st_mtime)
    if not archives:
        print("release/ 里没有发布包，先运行 make release", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory(prefix="offline-") as folder:
        try:
            unpacked = unpack(archives[-1], Path(folder))
        except ProblemsFoundError as error:
            print(error, file=sys.stderr)
            return 1
        return rebuild(unpacked)


def unpack(archive: Path, folder: Path) -> Path:
    """Unpack a release and compare every file with its list; return its folder."""
    with tarfile.open(archive) as packed:
        packed.extractall(folder, filter="data")
    (unpacked,) = folder.iterdir()
    check_site(unpacked, archive.name, unpacked / LIST, own=LIST)
    return unpacked


def rebuild(unpacked: Path) -> int:
    """Build and test from the source; the site must be the same, byte for byte."""
    alone = _isolation()
    environment = {name: os.environ[name] for name in KEPT if name in os.environ}
    environment["HOME"] = str(unpacked.parent)  # without the caches of this user
    environment["TMPDIR"] = tempfile.mkdtemp(dir=unpacked.parent)  # nor what other tests have left
    environment["CHROMIUM"] = "none"  # no test of these needs one, and none could be fetched
    for verb in VERBS:
        command = [*alone, "make", verb]
        done = subprocess.run(command, cwd=unpacked / "source", env=environment, check=False)
        if done.returncode:
            print(f"没有外网时 make {verb} 失败", file=sys.stderr)
            return 1
    try:
        check_site(unpacked / "source/site", "重新生成的", unpacked / "site" / SUMS)
    except ProblemsFoundError as error:
        print(error, file=sys.stderr)
        return 1
    print("没有外网也能安装、生成和检查，生成的网站与发布包里的每个字节都相同。")
    return 0


def _isolation() -> tuple[str, ...]:
    if shutil.which("unshare"):
        tried = subprocess.run([*ALONE, "true"], capture_output=True, check=False)
        if not tried.returncode:
            return ALONE
    print("这里不能用 unshare 断开网络，只靠设置不下载", file=sys.stderr)
    return ()


if __name__ == "__main__":
    sys.exit(main())
