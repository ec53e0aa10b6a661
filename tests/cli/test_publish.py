"""Publishing: what is served is one whole version at every moment, and a bad one never is."""

from __future__ import annotations

import gzip
import os
import random
import shutil
import subprocess
import sys
import tarfile
import threading
import time
import zipfile
import zlib
from hashlib import sha256
from types import ModuleType
from typing import TYPE_CHECKING

import pytest

from macros.cli import published_versions
from macros.cli.checked_site import SUMS, check_site
from macros.cli.precompressed import precompress
from macros.cli.published_versions import PublishedVersions
from macros.source.run_lock import acquire_lock
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.command import Command

LOOP = """
import sys
from pathlib import Path
from macros.cli.published_versions import PublishedVersions
folder, *sites = map(Path, sys.argv[1:])
print("ready", flush=True)
while True:
    for site in sites:
        PublishedVersions(folder).publish(site, 2, None)
        print("published", flush=True)
"""


def make_site(folder: Path, text: str, version: str = "1.0.0 2026-01-01T00:00:00Z") -> Path:
    """Write a small site with its list of hashes."""
    files = {f"页/{number}.html": f"{text} {number}" for number in range(20)}
    files |= {"index.html": text, "server/version.txt": f"{version}\n"}
    files["server/nginx.conf"] = f"# {text}\n"
    lines = []
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content.encode())
        lines.append(f"{sha256(content.encode()).hexdigest()}  {name}\n")
    (folder / SUMS).write_text("".join(lines), "utf-8")
    return folder


@pytest.fixture
def one(tmp_path: Path) -> Path:
    return make_site(tmp_path / "新 网站", "one")


@pytest.fixture
def two(tmp_path: Path) -> Path:
    return make_site(tmp_path / "two", "two")


@pytest.fixture
def server(tmp_path: Path) -> Path:
    return tmp_path / "服务器 的文件夹"


def served(server: Path) -> str:
    """Return what the served version says of itself; it is whole."""
    check_site(server / "current", "served")
    return (server / "current/index.html").read_text("utf-8")


def kept(server: Path) -> list[str]:
    names = PublishedVersions(server).all()
    return [(server / "versions" / name / "index.html").read_text("utf-8") for name in names]


def test_a_site_is_served_and_the_last_one_kept(
    command: Command, server: Path, one: Path, two: Path
) -> None:
    said = command("publish", server, "--from", one)
    assert (said.status, said.err, served(server)) == (0, "", "one")
    assert said.out.startswith(f"正在用的是 {server}/current（000001-")
    said = command("publish", server, "--from", two)
    assert served(server) == "two"
    assert kept(server) == ["one", "two"]
    assert said.out.endswith("nginx 的设置变了，要重新加载：nginx -t && nginx -s reload\n")


def test_the_same_site_again_changes_nothing(server: Path, one: Path) -> None:
    versions = PublishedVersions(server)
    assert versions.publish(one, 3, None) == versions.publish(one, 3, None)
    assert kept(server) == ["one"]


def test_only_the_newest_are_kept(server: Path, tmp_path: Path) -> None:
    for number in range(5):
        site = make_site(tmp_path / f"site{number}", f"number {number}")
        PublishedVersions(server).publish(site, 2, None)
    assert kept(server) == ["number 3", "number 4"]
    assert min(path.name for path in (server / "versions").iterdir()).startswith("000004-")


def test_back_to_the_version_before(command: Command, server: Path, one: Path, two: Path) -> None:
    for site in (one, two):
        command("publish", server, "--from", site)
    assert command("publish", server, "--rollback").status == 0
    assert served(server) == "one"
    said = command("publish", server, "--rollback")
    assert (said.status, served(server)) == (1, "one")
    assert "没有更早的一版可以退回" in said.err
    command("publish", server, "--from", two)  # mended, it is published again
    command("publish", server, "--rollback")
    assert served(server) == "one"


@pytest.mark.parametrize("place", ["nowhere", "有别的"])
def test_a_folder_of_others_is_left_alone(
    command: Command, tmp_path: Path, one: Path, place: str
) -> None:
    other = tmp_path / "有别的"
    other.mkdir()
    (other / "重要.txt").write_text("x", "utf-8")
    said = command("publish", tmp_path / place, "--rollback")
    assert "这里没有发布过" in said.err
    said = command("publish", other, "--from", one)
    assert said.err.startswith(f"{other}:1:1  文件夹里有别的文件 · 应为：空文件夹")
    assert [path.name for path in other.iterdir()] == ["重要.txt"]


# --- compressed copies ---


@pytest.fixture
def long(tmp_path: Path) -> Path:
    return make_site(tmp_path / "long", "long " * 200)


@pytest.fixture
def brotli(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have the package for brotli, with something else that packs."""

    def compress(data: bytes, quality: int) -> bytes:
        return zlib.compress(data, quality)

    package = ModuleType("brotli")
    package.__dict__["compress"] = compress
    monkeypatch.setitem(sys.modules, "brotli", package)


@pytest.mark.usefixtures("brotli")
def test_compressed_copies_stand_beside_what_gets_smaller(
    command: Command, server: Path, long: Path
) -> None:
    assert command("publish", server, "--from", long, "--precompress").status == 0
    page = server / "current/index.html"
    assert gzip.decompress(page.with_name("index.html.gz").read_bytes()) == page.read_bytes()
    assert zlib.decompress(page.with_name("index.html.br").read_bytes()) == page.read_bytes()
    assert not (server / "current/server/version.txt.gz").exists()
    assert not list(long.rglob("*.gz"))


def test_brotli_is_left_out_where_its_package_is_missing(
    server: Path, long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "brotli", None)
    PublishedVersions(server).publish(long, 3, None, packed=True)
    assert {path.suffix for path in (server / "current").glob("index.html.*")} == {".gz"}


def test_copies_can_be_added_to_what_is_served_and_are_checked_when_going_back(
    command: Command, server: Path, long: Path, two: Path
) -> None:
    command("publish", server, "--from", long)
    for _ in range(2):  # the second time there is nothing to do
        command("publish", server, "--from", long, "--precompress")
    assert len(kept(server)) == 2
    copy = (server / "current").resolve() / "index.html.gz"
    command("publish", server, "--from", two)
    copy.write_bytes(b"x")
    assert "网站“index.html.gz”被改动过" in command("publish", server, "--rollback").err
    copy.write_bytes(gzip.compress((long / "index.html").read_bytes(), 9, mtime=0))
    assert command("publish", server, "--rollback").status == 0


def test_a_site_that_brings_copies_is_refused(command: Command, server: Path, long: Path) -> None:
    precompress(long)
    assert "网站多了“index.html.gz”" in command("publish", server, "--from", long).err


# --- what must never be served ---


def spoil(site: Path, how: str) -> str:
    """Spoil a site in some way; return what is to be said of it."""
    if how == "changed":
        (site / "页/3.html").write_text("x", "utf-8")
        return "网站“页/3.html”被改动过 · 应为：与哈希清单一致"
    if how == "half":
        for number in range(5, 20):
            (site / f"页/{number}.html").unlink()
        return "网站少了“页/10.html”"
    if how == "more":
        (site / "evil.js").write_text("x", "utf-8")
        return "网站多了“evil.js”"
    if how == "list":
        text = (site / SUMS).read_text("utf-8")
        (site / SUMS).write_text(text[:-9], "utf-8")
        return "哈希清单不完整或者已损坏"
    (site / SUMS).unlink()
    return "没有哈希清单，不知道网站是否完整"


@pytest.mark.parametrize("how", ["changed", "half", "more", "list", "none"])
def test_a_site_that_differs_from_its_list_is_refused(
    command: Command, server: Path, one: Path, two: Path, how: str
) -> None:
    command("publish", server, "--from", one)
    expected = spoil(two, how)
    said = command("publish", server, "--from", two)
    assert (said.status, served(server)) == (1, "one")
    assert expected in said.err
    assert len(said.err.splitlines()) <= 12
    assert kept(server) == ["one"]
    assert not (server / "versions/unfinished").exists()


def test_who_changes_the_list_too_is_found_by_one_kept_elsewhere(
    command: Command, server: Path, tmp_path: Path, one: Path
) -> None:
    list_ = tmp_path / "sums.txt"
    shutil.copy(one / SUMS, list_)
    make_site(one, "evil")
    said = command("publish", server, "--from", one, "--sums", list_)
    assert "“index.html”被改动过" in said.err
    assert not (server / "current").exists()


def test_an_older_version_is_refused_unless_it_is_meant(
    command: Command, server: Path, tmp_path: Path
) -> None:
    new = make_site(tmp_path / "new", "new", "1.10.0 2026-01-01T00:00:00Z")
    old = make_site(tmp_path / "old", "old", "1.9.0 2038-01-01T00:00:00Z")
    command("publish", server, "--from", new)
    said = command("publish", server, "--from", old)
    what = "这一版（1.9.0 2038-01-01T00:00:00Z）比正在用的（1.10.0 2026-01-01T00:00:00Z）旧"
    assert said.err.startswith(f"{old}:1:1  {what}")
    assert command("publish", server, "--from", old, "--older").status == 0
    assert served(server) == "old"


# --- from a release ---


def packed(site: Path, archive: Path, prefix: str = "summary-templates-1.0.0/") -> Path:
    """Pack a site as a release has it, beside something else."""
    files = {f"{prefix}site/{path.relative_to(site)}": path for path in site.rglob("*.*")}
    files |= {f"{prefix}site/{SUMS}": site / SUMS, f"{prefix}source/x.py": site / "index.html"}
    if archive.suffix == ".zip":
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as zipped:
            for name, path in files.items():
                zipped.write(path, name)
    else:
        with tarfile.open(archive, "w:gz") as tarred:
            for name, path in files.items():
                tarred.add(path, name)
    return archive


@pytest.mark.parametrize("name", ["r.zip", "r.tar.gz"])
def test_a_release_is_unpacked(command: Command, server: Path, one: Path, name: str) -> None:
    archive = packed(one, one.parent / name)
    assert command("publish", server, "--from", archive).status == 0
    assert served(server) == "one"
    archive.write_bytes(archive.read_bytes()[:-400])
    said = command("publish", server, "--from", archive)
    assert said.err.startswith(f"{archive}:1:1  发布包不完整或者已损坏")
    archive.write_bytes(b"no archive")
    assert "发布包不完整" in command("publish", server, "--from", archive).err


def test_a_release_that_reaches_outside_is_refused(
    command: Command, server: Path, one: Path
) -> None:
    archive = packed(one, one.parent / "r.zip")
    with zipfile.ZipFile(archive, "a") as zipped:
        zipped.writestr("x/site/../../evil.txt", "x")
    assert "指到网站外面" in command("publish", server, "--from", archive).err
    assert not list(server.parent.rglob("evil.txt"))


def test_another_kind_of_file_is_no_release(command: Command, server: Path, one: Path) -> None:
    said = command("publish", server, "--from", one / "index.html")
    assert "不是网站，也不是发布包" in said.err


# --- disks, and other runs ---


def test_a_full_disk_changes_nothing(
    command: Command, server: Path, one: Path, two: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    command("publish", server, "--from", one)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(shutil, "copyfileobj", full)
    said = command("publish", server, "--from", two)
    assert said.err.startswith(f"{server}:1:1  读写不了（磁盘已满）；正在用的网站没有变")
    assert (served(server), kept(server)) == ("one", ["one"])


def test_a_disk_that_is_read_only_is_told(
    command: Command, server: Path, one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(30, "Read-only file system", str(server))

    monkeypatch.setattr(published_versions, "_make", refuse)
    said = command("publish", server, "--from", one)
    assert said.err.startswith(f"{server}:1:1  读写不了（磁盘只能读）")


def test_a_disk_without_links_is_told(
    command: Command, server: Path, one: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise OSError(1, "Operation not permitted")

    monkeypatch.setattr(type(server), "symlink_to", refuse)
    assert "建不了链接 current（没有权限）" in command("publish", server, "--from", one).err


def test_a_second_run_at_once_is_refused(
    command: Command, server: Path, one: Path, two: Path
) -> None:
    command("publish", server, "--from", one)
    with acquire_lock(server):
        said = command("publish", server, "--from", two)
        assert (said.status, served(server)) == (1, "one")
        assert "另一次运行正在往这个文件夹里生成" in said.err
    assert command("publish", server, "--from", two).status == 0


def test_whatever_the_umask_a_server_can_read_it(server: Path, one: Path) -> None:
    old = os.umask(0o077)
    try:
        PublishedVersions(server).publish(one, 3, None)
    finally:
        os.umask(old)
    paths = [server, *server.rglob("*")]
    files = [path for path in paths if path.is_file() and not path.name.startswith(".")]
    assert {oct(path.stat().st_mode & 0o777) for path in files} == {"0o644"}
    assert {oct(p.stat().st_mode & 0o777) for p in paths if p.is_dir()} == {"0o755"}


@pytest.mark.slow
def test_killed_at_any_moment_one_whole_version_is_served(
    server: Path, one: Path, two: Path
) -> None:
    PublishedVersions(server).publish(one, 3, None)
    chosen, moments = set[str](), random.Random(7)  # noqa: S311 - only to vary the moment
    for _ in range(20):
        run = subprocess.Popen(
            [sys.executable, "-c", LOOP, server, two, one], cwd=ROOT, stdout=subprocess.PIPE
        )
        assert run.stdout
        for _ in range(moments.randint(1, 3)):  # at once, or after one or two versions
            run.stdout.readline()
        time.sleep(moments.uniform(0.001, 0.06))
        assert run.poll() is None
        run.kill()
        run.wait()
        run.stdout.close()
        chosen.add(served(server))
    assert chosen == {"one", "two"}
    PublishedVersions(server).publish(make_site(two, "three"), 2, None)
    assert served(server) == "three"
    assert len(list((server / "versions").iterdir())) <= 2


def test_readers_never_miss_a_page_while_versions_are_swapped(
    server: Path, one: Path, two: Path
) -> None:
    versions, seen, stop = PublishedVersions(server), set[str](), threading.Event()
    versions.publish(one, 3, None)

    def read() -> None:
        while not stop.is_set():
            seen.add((server / "current/index.html").read_text("utf-8"))

    reader = threading.Thread(target=read)
    reader.start()
    for site in (two, one) * 5:
        versions.publish(site, 3, None)
    stop.set()
    reader.join()
    assert seen == {"one", "two"}
