"""Makes a release: one archive with the site, and all that builds it again without network.

    summary-templates-1.0.0/
      README.txt, ARCHETYPES.txt, LICENSES.txt, SHA256SUMS
      site/                      what is published
      source/                    the project, with the packages it needs in wheels/ and npm/

It is written as .tar.gz and .zip into release/, with the hashes of both.
"""

from __future__ import annotations

import platform
import shutil
import subprocess
import sys
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.checked_site import check_site, hash_of
from macros.library.library import validated
from macros.library.loader import load
from macros.source.report import ProblemsFoundError
from tools import build_site, npm_tarballs
from tools.release_archive import Content, write_tar, write_zip
from tools.release_texts import untold_changes
from tools.run_mkdocs import os_error_reason

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library.library import Library

ROOT = build_site.ROOT
RELEASE, NEW, WHEELS = ROOT / "release", build_site.WORK / "release", build_site.WORK / "wheels"
LISTS = ("bootstrap", "node", "test")  # what test.txt has is more than site.txt
README = """\
卫生系统工作总结范本库 {version}

site/           网站：放到网页服务器上，或者拷到本机双击 index.html
source/         源码和它需要的全部软件包（wheels/、npm/），没有外网也能生成同样的网站
ARCHETYPES.txt  每个范本的版本，文字改过什么
LICENSES.txt    本项目和网站里别人的部件的许可证
SHA256SUMS      这里每个文件的哈希

核对：sha256sum --quiet --check SHA256SUMS
发布：summaries publish 服务器的文件夹 --from 这个压缩包
重新生成（操作系统、处理器类型和 Python 版本要与 {platform} 相同，有 make）：cd source && make build
怎样部署：site/maintaining/hosting.html
"""


class ReleaseError(Exception):
    """Why there is no release, in Chinese."""


def main() -> int:
    """Build and write the release; return the exit status."""
    try:
        refuse_changes()
        refuse_untold_changes()
        if build_site.main():
            return 1
        files = contents()
        refuse_changes()  # made meanwhile
        written = write_release(files)
    except (ReleaseError, ProblemsFoundError) as error:
        print(f"{error}\n没有写出发布包。", file=sys.stderr)
        return 1
    except OSError as error:
        print(f"{os_error_reason(error)}\n没有写出发布包。", file=sys.stderr)
        return 1
    print("发布包已写出：", *(path.relative_to(ROOT) for path in written), sep="\n  ")
    return 0


def refuse_changes() -> None:
    """Refuse what no commit has: nobody could make the same again."""
    if changed := _git("status", "--porcelain").splitlines():
        raise ReleaseError(f"有{len(changed)}个文件的改动没有提交，先提交：{changed[0][3:]}")


def refuse_untold_changes() -> None:
    """Refuse texts that have changed since the last release while their version is the same."""
    if untold := untold_changes(validated(*load(ROOT)), _git):
        raise ReleaseError("\n".join(untold))


def _git(*arguments: str) -> str:
    command = ["git", "-c", "core.quotePath=false", *arguments]
    try:
        found = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    except (OSError, subprocess.CalledProcessError) as error:
        raise ReleaseError("这里不是 git 仓库，或者没有 git") from error
    return found.stdout


def contents() -> dict[str, Content]:
    """Return what the release has, by its names."""
    site = build_site.SITE
    check_site(site, site.name)
    files: dict[str, Content] = {f"site/{name}": site / name for name in _names(site)}
    files |= {f"source/{name}": ROOT / name for name in _git("ls-files", "-z").split("\0") if name}
    files |= {f"source/wheels/{path.name}": path for path in _wheels()}
    files |= {f"source/npm/{name}": path for name, path in npm_tarballs.collect(ROOT).items()}
    files |= {name: text.encode() for name, text in texts(site).items()}
    return {**files, "SHA256SUMS": sums(files)}


def texts(site: Path) -> dict[str, str]:
    """Return what is written for the release alone, by its names."""
    python = ".".join(platform.python_version_tuple()[:2])
    here = f"{platform.system()}、{platform.machine()}、Python {python}"
    licenses = [path.read_text("utf-8") for path in (ROOT / "LICENSE", site / "licenses.txt")]
    return {
        "README.txt": README.format(version=version("summary-templates"), platform=here),
        "ARCHETYPES.txt": archetype_changes(validated(*load(ROOT))),
        "LICENSES.txt": "\n".join(licenses),
        "source/commit-time": f"{build_site.commit_time()}\n",
    }


def archetype_changes(library: Library) -> str:
    """Return what has changed in the texts of each archetype, the newest first."""
    parts = (
        "\n".join(
            [f"{archetype.title} {archetype.version}"]
            + [f"  {c.version}（{c.date}）{c.change}" for c in reversed(archetype.history)]
        )
        for archetype in library.archetypes_in_order()
    )
    return "\n\n".join(parts) + "\n"


def _names(folder: Path) -> list[str]:
    return [path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()]


def _wheels() -> list[Path]:
    """Download the locked packages; only wheels, since building others needs yet others."""
    shutil.rmtree(WHEELS, ignore_errors=True)
    lists = [part for name in LISTS for part in ("-r", f"requirements/{name}.txt")]
    command = ["-m", "pip", "download", "-qq", "--only-binary", ":all:", "--no-deps"]
    command += ["--require-hashes", "--dest", str(WHEELS), *lists]
    if subprocess.run([sys.executable, *command], cwd=ROOT, check=False).returncode:
        raise ReleaseError("依赖的软件包下载不全，或者与锁定的哈希不符")
    return sorted(WHEELS.iterdir())


def sums(files: Mapping[str, Content]) -> bytes:
    """Return the hashes of all files, in the format of `sha256sum`."""
    lines = (f"{_hash(content)}  {name}\n" for name, content in sorted(files.items()))
    return "".join(lines).encode()


def _hash(content: Content) -> str:
    return hash_of(content) if isinstance(content, Path) else sha256(content).hexdigest()


def write_release(files: Mapping[str, Content]) -> list[Path]:
    """Write both archives and their hashes; an interrupted run leaves the old ones."""
    seconds = int(build_site.commit_time())
    name = f"summary-templates-{version('summary-templates')}"
    placed = {f"{name}/{inside}": content for inside, content in files.items()}
    shutil.rmtree(NEW, ignore_errors=True)
    NEW.mkdir(parents=True)
    write_tar(NEW / f"{name}.tar.gz", placed, seconds)
    write_zip(NEW / f"{name}.zip", placed, seconds)
    (NEW / "SHA256SUMS").write_bytes(sums({path.name: path for path in NEW.iterdir()}))
    shutil.rmtree(RELEASE, ignore_errors=True)
    NEW.rename(RELEASE)
    return sorted(RELEASE.iterdir())


if __name__ == "__main__":
    sys.exit(main())
