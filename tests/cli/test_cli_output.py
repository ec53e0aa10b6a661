"""Where -o may point: a link, a pipe, a device; and paths that are nothing or locked."""

from __future__ import annotations

import os
import stat
import sys
import threading
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.cli.input_files import is_same
from tests.support.project import OFFICE

if TYPE_CHECKING:
    from tests.support.command import Command
    from tests.support.project import Project

LONG = "长" * 300
on_unix = pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such files")


@pytest.mark.parametrize("output", ["{}", ".", "", "/"])
def test_a_folder_is_no_file(command: Command, small: Project, output: str) -> None:
    said = command.render("-o", output.format(small.root))
    assert (said.status, said.out) == (1, "")
    assert "写不了文件（这是文件夹） · 应为：文件名" in said.err


def test_a_name_that_is_too_long_is_a_mistake(command: Command, small: Project) -> None:
    long = small.root / LONG
    assert "（文件名太长） · 应为：短一些的文件名" in command.render("-o", str(long)).err
    assert "（文件名太长）" in command.render(facts=LONG).err
    assert "（文件名太长）" in command("render", "--all", long, "-o", small.root / "out").err
    assert (
        "（文件名太长）" in command("render", "--all", small.root / "data/offices", "-o", long).err
    )
    assert "这不是项目文件夹" in command("--root", long, "list").err


def test_a_locked_folder_is_a_mistake(
    command: Command, small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    locked, see = small.root / "locked", os.stat

    def locked_stat(path: str | Path, **options: bool) -> os.stat_result:
        if str(path).startswith(str(locked)):
            raise PermissionError(13, "Permission denied")
        return see(path, **options)

    monkeypatch.setattr(os, "stat", locked_stat)
    assert "这不是项目文件夹" in command("--root", locked, "list").err
    assert not is_same(small.root / OFFICE, locked / "out.txt")
    assert "写不了文件" in command.render("-o", str(locked / "out.txt")).err


@on_unix
def test_a_link_stays_and_what_it_points_to_is_written(command: Command, small: Project) -> None:
    target, link = small.root / "out.txt", small.root / "link.txt"
    link.symlink_to(target.name)
    for _ in range(2):  # before and after the file is there
        assert command.render("-o", str(link)).status == 0
        assert link.is_symlink()
        assert "水质" in target.read_text("utf-8")
        target.write_text("old", "utf-8")


@on_unix
def test_a_file_keeps_its_mode(command: Command, small: Project) -> None:
    target = small.root / "out.txt"
    target.touch(0o600)
    command.render("-o", str(target))
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    assert "水质" in target.read_text("utf-8")
    target.chmod(0o440)
    assert command.render("-o", str(target)).status == 0
    assert stat.S_IMODE(target.stat().st_mode) == 0o440


@on_unix
def test_a_pipe_and_a_device_are_written_into(command: Command, small: Project) -> None:
    pipe, read = small.root / "pipe", list[str]()
    os.mkfifo(pipe)
    reader = threading.Thread(target=lambda: read.append(pipe.read_text("utf-8")), daemon=True)
    reader.start()
    assert command.render("-o", str(pipe)).status == 0
    reader.join()
    assert "水质" in read[0]
    assert pipe.is_fifo()
    assert command.render("-o", "/dev/null").status == 0
    assert Path("/dev/null").is_char_device()
