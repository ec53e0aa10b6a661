"""A site copied or unpacked, then compared with the list of hashes that its build has written."""

from __future__ import annotations

import gzip
import re
import shutil
import tarfile
import zipfile
import zlib
from contextlib import contextmanager
from hashlib import file_digest
from pathlib import Path
from typing import IO, TYPE_CHECKING

from macros.source.report import Place, Problem, ProblemsFoundError, Report

if TYPE_CHECKING:
    from collections.abc import Iterator

SUMS = "server/SHA256SUMS"
LINE = re.compile(r"(?P<hash>[0-9a-f]{64}) [ *](?P<name>[^\r\n]+)")
INSIDE = re.compile(r"(?:\./)?(?:[^/]+/)?site/(?P<name>.+)")  # where a release has the site
SHOWN = 10
DAMAGED = (tarfile.TarError, zipfile.BadZipFile, gzip.BadGzipFile, zlib.error, EOFError)


def copy_site(source: Path, target: Path) -> None:
    """Copy a site's folder, or unpack that of a release; any server may read what it writes."""
    target.mkdir()
    with _damage_told(source):
        for name, file in _files(source):
            place = target / name
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("wb") as copy:
                shutil.copyfileobj(file, copy)
            place.chmod(0o644)
    for folder in (target, *(path for path in target.rglob("*") if path.is_dir())):
        folder.chmod(0o755)


def _files(source: Path) -> Iterator[tuple[str, IO[bytes]]]:
    if source.is_dir():
        return _of_folder(source)
    if source.suffix == ".zip":
        return _of_zip(source)
    if source.name.endswith((".tar.gz", ".tgz")):
        return _of_tar(source)
    raise _problem(source, "不是网站，也不是发布包", "生成的 site 文件夹，或 .tar.gz、.zip 发布包")


def _of_folder(source: Path) -> Iterator[tuple[str, IO[bytes]]]:
    for path in sorted(source.rglob("*")):
        if path.is_file():
            with path.open("rb") as file:
                yield path.relative_to(source).as_posix(), file


def _of_zip(source: Path) -> Iterator[tuple[str, IO[bytes]]]:
    with zipfile.ZipFile(source) as archive:
        for info in archive.infolist():
            if not info.is_dir() and (name := _inside(info.filename, source)):
                with archive.open(info) as file:
                    yield name, file


def _of_tar(source: Path) -> Iterator[tuple[str, IO[bytes]]]:
    with tarfile.open(source) as archive:
        for member in archive:
            name = _inside(member.name, source) if member.isfile() else ""
            if name and (file := archive.extractfile(member)):
                yield name, file


@contextmanager
def _damage_told(source: Path) -> Iterator[None]:
    try:
        yield
    except DAMAGED as error:
        expected = "重新拷贝一次，并核对它的哈希"
        raise _problem(source, "发布包不完整或者已损坏", expected) from error


def _inside(name: str, source: Path) -> str:
    """Return the name in the site of an entry of a release, or nothing for what else it has."""
    found = INSIDE.fullmatch(name)
    if found and not _is_safe(found["name"]):
        raise _problem(source, f"发布包里的“{name}”指到网站外面", "本项目生成的发布包")
    return found["name"] if found else ""


def _is_safe(name: str) -> bool:
    return not re.search(r"[\\:]|(^|/)(\.\.?)?(/|$)", name)


def check_site(
    site: Path, shown: str, sums: Path | None = None, own: str = SUMS, more: str = ""
) -> None:
    """Compare a site with its own list, or with one kept elsewhere; raise with all that differs.

    What the list named `more` has, if there is such a list, may be there too.
    """
    expected = _read_sums(sums or site / own, str(sums or f"{shown}/{own}"))
    if more and (site / more).is_file():
        expected |= {**_read_sums(site / more, f"{shown}/{more}"), more: hash_of(site / more)}
    there = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    changed = (
        name for name in sorted(there & expected.keys()) if hash_of(site / name) != expected[name]
    )
    wrong = [
        *(f"少了“{name}”" for name in sorted(expected.keys() - there)),
        *(f"“{name}”被改动过" for name in changed),
        *(f"多了“{name}”" for name in sorted(there - expected.keys() - {own})),
    ]
    if wrong:
        raise ProblemsFoundError(_problems(shown, wrong))


def _problems(shown: str, wrong: list[str]) -> list[Problem]:
    more = len(wrong) - SHOWN
    said = [f"网站{what}" for what in wrong[:SHOWN]]
    said += [f"还有{more}处与清单不同"] if more > 0 else []
    return [Problem(Place(shown), what, "与哈希清单一致：重新拷贝一次") for what in said]


def _read_sums(path: Path, shown: str) -> dict[str, str]:
    if not path.is_file():
        what = "没有哈希清单，不知道网站是否完整"
        raise _problem(Path(shown), what, "由 make build 生成的网站")
    text = path.read_text("utf-8", "replace")
    lines = [LINE.fullmatch(line) for line in text.splitlines()]
    found = {line["name"]: line["hash"] for line in lines if line and _is_safe(line["name"])}
    if not text.endswith("\n") or len(found) < len(lines):
        raise _problem(Path(shown), "哈希清单不完整或者已损坏", "由 make build 写出的清单")
    return found


def hash_of(path: Path) -> str:
    """Return the SHA-256 of a file."""
    with path.open("rb") as file:
        return file_digest(file, "sha256").hexdigest()


def _problem(path: Path, what: str, expected: str) -> ProblemsFoundError:
    report = Report()
    report.error(Place(str(path)), what, expected)
    return ProblemsFoundError(report.errors)
