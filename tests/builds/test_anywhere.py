"""Builds elsewhere, later, at once, killed: the same bytes, and at every moment one whole site."""

from __future__ import annotations

import os
import random
import time
from typing import TYPE_CHECKING

from macros.cli.checked_site import check_site
from tests.support.project import BUILD, Project
from tools.site_differences import different_files

if TYPE_CHECKING:
    from pathlib import Path

PAGE = "docs/index.md"
FUTURE = 4_102_444_800  # 2100
ELSEWHERE = {"TZ": "Asia/Shanghai", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "7"}
KILLED = 4


def test_the_same_bytes_elsewhere_later_and_under_other_settings(
    small: Project, tmp_path: Path
) -> None:
    other = Project.copy(tmp_path / "别 处 的文件夹")
    other.add_tools()
    for path in other.root.rglob("*"):
        os.utime(path, (FUTURE, FUTURE))  # as a clock in the future leaves them
    runs = [small.start(*BUILD), other.start(*BUILD, umask=0o077, **ELSEWHERE)]
    said = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    for site in (small.root / "site", other.root / "site"):
        check_site(site, site.name)
    assert different_files(small.root / "site", other.root / "site") == []


def test_of_two_builds_at_once_one_waits(small: Project) -> None:
    runs = [small.start(*BUILD) for _ in range(2)]
    said = [run.communicate() for run in runs]
    assert [run.returncode for run in runs] == [0, 0], said
    check_site(small.root / "site", "site")


def test_killed_at_any_moment_it_leaves_a_whole_site(small: Project) -> None:
    start = time.monotonic()
    assert small.build().returncode == 0
    longest = time.monotonic() - start
    moments = random.Random(7)  # noqa: S311 - only to vary the moment
    for number in range(KILLED):
        small.write(PAGE, f"# 测试{number}\n\n{{{{ kinds() }}}}\n")
        run = small.start(*BUILD)
        time.sleep(moments.uniform(0, longest))
        run.kill()
        run.communicate()
        site, aside = small.root / "site", small.root / ".build/old"
        check_site(site if site.exists() else aside, "site")
    assert small.build().returncode == 0
    assert f"测试{KILLED - 1}" in small.read("site/index.html")
    assert sorted(path.name for path in (small.root / ".build").iterdir()) == ["host", "lock"]
