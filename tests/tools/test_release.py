"""A release: the same bytes on every day and machine, and what has been changed in it is found."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tarfile
import zipfile
from dataclasses import replace
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest

from macros.source.report import ProblemsFoundError
from tests.support.project import ROOT
from tests.support.real import LIBRARY
from tools import npm_tarballs, offline_check, release
from tools.release_archive import write_tar, write_zip
from tools.release_texts import untold_changes

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tools.release_archive import Content

KIND, OFFICE = "county-health-quarter", "qinghe-county-2013q1"
SECONDS = 1_767_225_600
WRITE = """
import sys
from pathlib import Path
from tools.release_archive import write_tar, write_zip
folder, target = map(Path, sys.argv[1:])
for path in folder.iterdir():
    path.chmod(path.stat().st_mode & 0o700)
files = {f"r/站 点/{path.name}": path for path in folder.iterdir()}
write_tar(target / "a.tar.gz", files, 1767225600)
write_zip(target / "a.zip", files, 1767225600)
"""


def written(folder: Path, day: int, **environment: str) -> list[str]:
    """Write both archives of the same files in another place and time; return their hashes."""
    source, target = folder / "files", folder / "out"
    source.mkdir(parents=True)
    target.mkdir()
    for name in ("b.html", "a.whl", "运行.sh") if day % 2 else ("运行.sh", "b.html", "a.whl"):
        (source / name).write_text(f"text of {name}\n" * 50, "utf-8")
        os.utime(source / name, (day * 86_400, day * 86_400))
    (source / "运行.sh").chmod(0o755)
    command = [sys.executable, "-c", WRITE, str(source), str(target)]
    env = {**os.environ, "PYTHONUTF8": "1", **environment}
    umask = 0o077 if day % 2 else 0o022
    subprocess.run(command, check=True, cwd=ROOT, env=env, umask=umask)
    return [sha256((target / name).read_bytes()).hexdigest() for name in ("a.tar.gz", "a.zip")]


def test_the_same_bytes_on_another_day_path_mask_zone_and_locale(tmp_path: Path) -> None:
    here = written(tmp_path / "here", 20_000, TZ="UTC", LC_ALL="C")
    there = written(tmp_path / "别 处", 21_001, TZ="Asia/Shanghai", LC_ALL="zh_CN.UTF-8")
    assert here == there


@pytest.fixture
def files(tmp_path: Path) -> dict[str, Content]:
    script = tmp_path / "run.sh"
    script.write_text("#!/bin/sh\n", "utf-8")
    script.chmod(0o700)
    return {"r/文件.txt": b"text", "r/run.sh": script}


def test_what_went_in_comes_out(tmp_path: Path, files: dict[str, Content]) -> None:
    write_tar(tmp_path / "a.tar.gz", files, SECONDS)
    with tarfile.open(tmp_path / "a.tar.gz") as archive:
        entries = {entry.name: (entry.mode, entry.mtime, entry.uname) for entry in archive}
        found = archive.extractfile("r/文件.txt")
        assert found and found.read() == b"text"  # noqa: PT018 - narrows the type
    assert entries == {"r/run.sh": (0o755, SECONDS, ""), "r/文件.txt": (0o644, SECONDS, "")}
    write_zip(tmp_path / "a.zip", files, SECONDS)
    with zipfile.ZipFile(tmp_path / "a.zip") as zipped:
        assert zipped.testzip() is None
        assert zipped.read("r/文件.txt") == b"text"
        modes = {entry.filename: entry.external_attr >> 16 for entry in zipped.infolist()}
        assert {entry.date_time for entry in zipped.infolist()} == {(2026, 1, 1, 0, 0, 0)}
    assert modes == {"r/run.sh": 0o100755, "r/文件.txt": 0o100644}


def test_a_time_before_zip_files_is_the_first_they_have(tmp_path: Path) -> None:
    write_zip(tmp_path / "a.zip", {"a": b""}, 0)
    with zipfile.ZipFile(tmp_path / "a.zip") as zipped:
        assert zipped.getinfo("a").date_time == (1980, 1, 1, 0, 0, 0)


# --- what is in it ---


def packed(folder: Path, wheel: bytes = b"wheel") -> Path:
    """Write a release whose list knows one wheel; `wheel` is what it really has."""
    files: dict[str, Content] = {"source/wheels/x.whl": b"wheel", "site/index.html": b"page"}
    files["SHA256SUMS"] = release.sums(files)
    files["source/wheels/x.whl"] = wheel
    target = folder / "r.tar.gz"
    write_tar(target, {f"r/{name}": content for name, content in files.items()}, SECONDS)
    return target


def test_a_whole_release_is_unpacked(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    unpacked = offline_check.unpack(packed(tmp_path), tmp_path / "out")
    assert (unpacked / "source/wheels/x.whl").read_bytes() == b"wheel"


def test_a_changed_wheel_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    with pytest.raises(ProblemsFoundError, match=r"“source/wheels/x\.whl”被改动过"):
        offline_check.unpack(packed(tmp_path, b"evil"), tmp_path / "out")


def test_installing_refuses_a_changed_wheel_too(tmp_path: Path) -> None:
    (tmp_path / "a-1-py3-none-any.whl").write_bytes(b"evil")
    wanted = tmp_path / "wanted.txt"
    wanted.write_text(f"a==1 --hash=sha256:{sha256(b'wheel').hexdigest()}\n", "utf-8")
    where = ["--no-index", "--find-links", str(tmp_path), "--target", str(tmp_path / "to")]
    command = [sys.executable, "-m", "pip", "install", "--require-hashes", *where]
    command += ["-r", str(wanted)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode
    assert "DO NOT MATCH THE HASHES" in done.stderr


def test_what_is_not_committed_is_not_released(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(release, "_git", lambda *_: " M docs/index.md\n?? x\n")
    with pytest.raises(release.ReleaseError, match=r"有2个文件的改动没有提交.*docs/index\.md"):
        release.refuse_changes()


def test_what_changed_in_an_archetype_is_told_with_its_version() -> None:
    text = release.archetype_changes(LIBRARY)
    for archetype in LIBRARY.archetypes.values():
        assert f"{archetype.title} {archetype.version}\n  {archetype.version}（" in text
        assert all(change.change in text for change in archetype.history)


def repository(folder: Path, version: str) -> Callable[..., str]:
    """Return git for a project of which a text has changed since its release, to this version."""

    def git(*arguments: str) -> str:
        who = ("-c", "user.name=x", "-c", "user.email=x@x", "-c", "commit.gpgsign=false")
        done = subprocess.run(
            ["git", *who, *arguments], cwd=folder, check=True, capture_output=True, text=True
        )
        return done.stdout

    git("init", "-q")
    for text, its in (("一", "1.0.0"), ("二", version)):
        for name, content in (
            (f"tests/golden/{OFFICE}.txt", text),
            (f"data/offices/{OFFICE}.yml", "facts"),
            (f"data/archetypes/{KIND}.yml", f"title: {text}\nversion: {its}\n"),
        ):
            (folder / name).parent.mkdir(parents=True, exist_ok=True)
            (folder / name).write_text(content, "utf-8")
        git("add", ".")
        git("commit", "-q", "-m", text)
        if text == "一":
            git("tag", "v1.0.0")
    return git


@pytest.mark.parametrize("version", ["1.0.0", "1.1.0"])
def test_a_text_that_changed_without_a_new_version_is_not_released(
    tmp_path: Path, version: str
) -> None:
    git = repository(tmp_path, version)
    kind = LIBRARY.archetypes[KIND].model_copy(update={"version": version})
    library = replace(LIBRARY, archetypes={**LIBRARY.archetypes, KIND: kind})
    found = untold_changes(library, git)
    assert len(found) == (version == "1.0.0")
    assert all(kind.title in one and "v1.0.0" in one and OFFICE in one for one in found)
    git("tag", "v1.1.0")  # a release made again, of the commit that has its tag
    assert untold_changes(library, git) == found
    git("commit", "-q", "--allow-empty", "-m", "三")
    assert untold_changes(library, git) == []


def test_npm_is_led_to_the_files_of_a_release(tmp_path: Path) -> None:
    locked = {
        "": {"name": "x"},
        "node_modules/@a/b": {"version": "1.0.0", "integrity": "sha512-AAAA"},
        "node_modules/c/node_modules/d": {"version": "2.0.0", "integrity": "sha512-AAAA"},
    }
    (tmp_path / "package-lock.json").write_text(json.dumps({"packages": locked}), "utf-8")
    (tmp_path / "npm").mkdir()
    (tmp_path / "npm/@a+b-1.0.0.tgz").write_bytes(b"")
    packages = npm_tarballs.shrinkwrap(tmp_path)["packages"]
    assert packages["node_modules/@a/b"]["resolved"] == "file:npm/@a+b-1.0.0.tgz"
    assert "resolved" not in packages["node_modules/c/node_modules/d"]


def test_every_installed_package_has_a_file_of_its_own() -> None:
    there = npm_tarballs.packages(ROOT)
    assert len({npm_tarballs.file_name(at, about) for at, about in there.items()}) == len(there)
