"""Ids that a maintainer gives on the command line: refused in Chinese where they cannot be one."""

from __future__ import annotations

import argparse
import re

from macros.site.file_name_checks import DEVICE

SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
FACT = re.compile(r"[a-z][a-z0-9_]*")
OFFICE = re.compile(r"[a-z0-9]+([-_][a-z0-9]+)*")
LONGEST = 60


def slug(written: str) -> str:
    """Return the id of an archetype or a section."""
    return _checked(written, SLUG, "小写英文字母、数字和连接符，字母开头，如 blood-station-year")


def fact_id(written: str) -> str:
    """Return the id of a fact."""
    return _checked(written, FACT, "小写英文字母、数字和下划线，字母开头，如 visit_rate")


def office_id(written: str) -> str:
    """Return the id of an example, which is its file's name."""
    return _checked(written, OFFICE, "小写英文字母、数字和连接符，如 qingshan-2025")


def _checked(written: str, pattern: re.Pattern[str], expected: str) -> str:
    if not pattern.fullmatch(written) or len(written) > LONGEST or written.startswith("own"):
        raise argparse.ArgumentTypeError(
            f"“{written}”不能用作 id，应为：{expected}，不以 own 开头，至多{LONGEST}个字符"
        )
    if DEVICE.fullmatch(written):
        raise argparse.ArgumentTypeError(f"Windows 不能用“{written}”这个名字，应为：另一个名字")
    return written
