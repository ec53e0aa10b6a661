"""Checks the names of the files in docs: they become addresses, and must work on every system."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.source.report import Place, Report

if TYPE_CHECKING:
    from pathlib import Path

PART = re.compile(r"[a-z0-9]+([-_.][a-z0-9]+)*")
LONGEST = 120
# Names that Windows reserves for devices, with any ending.
DEVICE = re.compile(r"(con|nul|aux|prn|com[0-9]|lpt[0-9])(\..*)?")
# Endings that MkDocs treats as pages besides .md, or that could replace a page's HTML.
OTHER_PAGES = (".markdown", ".mdown", ".mkdn", ".mkd", ".html", ".htm")


def check_file_names(root: Path, report: Report) -> None:
    """Report each file and folder in docs whose name is not allowed."""
    for path in sorted((root / "docs").rglob("*")):
        name = path.relative_to(root).as_posix()
        if any(part.startswith(".") for part in path.relative_to(root).parts):
            continue  # MkDocs ignores hidden files
        if not PART.fullmatch(path.name):
            report.error(Place(name), "文件名不规范", "小写英文字母、数字和连接符")
        elif DEVICE.fullmatch(path.name):
            report.error(Place(name), f"Windows 不能用“{path.name}”这个名字", "换一个名字")
        elif path.suffix in OTHER_PAGES:
            report.error(Place(name), f"页面不用 {path.suffix}", "以 .md 结尾的文件名")
        elif len(name) - len("docs/") >= LONGEST:
            report.error(Place(name), "路径过长", f"连文件夹不到{LONGEST}个字符")
