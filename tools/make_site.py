"""Runs MkDocs in this process and says in Chinese what stopped it; its own words go into a log.

In this process: a build that is killed leaves none behind that still writes.
"""

from __future__ import annotations

import contextlib
import errno
import logging
import os
import traceback
from typing import TYPE_CHECKING

from jinja2 import TemplateNotFound
from mkdocs.commands.build import build
from mkdocs.config import load_config

from tools.mkdocs_words import in_chinese

if TYPE_CHECKING:
    from pathlib import Path

REASONS = {
    errno.ENOSPC: "磁盘已满",
    errno.EDQUOT: "磁盘配额已用完",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘是只读的",
    errno.ENOENT: "没有这个文件",
    errno.EEXIST: "文件已经存在",
    errno.ENOTEMPTY: "文件夹不是空的",
}


class BuildFailedError(Exception):
    """MkDocs did not make the site; the message says why, a line each."""


class Said(logging.Handler):
    """Keeps what MkDocs says: everything for the log, warnings for the reader."""

    def __init__(self) -> None:
        """Keep from INFO upwards."""
        super().__init__(logging.INFO)
        self.lines: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep a record."""
        self.lines.append(f"{record.levelname}  {self.format(record)}")
        if record.levelno >= logging.WARNING:
            self.warnings.append(record.getMessage())


def make_site(root: Path, target: Path, log: Path) -> None:
    """Write the site to `target`; raise BuildFailedError unless MkDocs is content, strictly."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's advertisement
    logger, said = logging.getLogger("mkdocs"), Said()
    logger.addHandler(said)
    logger.setLevel(logging.INFO)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True)
        build(config)
    except (Exception, SystemExit) as error:  # whatever a plugin does; the macros plugin exits
        said.lines.append(traceback.format_exc())
        more = ["详情见 .build/log.txt。"] if _kept(said.lines, log) else []
        raise BuildFailedError("\n".join([*_why(error, said.warnings, root), *more])) from error
    finally:
        logger.removeHandler(said)


def _kept(lines: list[str], log: Path) -> bool:
    """Write the log; return False where there is no room for it either."""
    with contextlib.suppress(OSError):
        log.write_text("\n".join(lines) + "\n", "utf-8")
        return True
    return False


def _why(error: BaseException, warnings: list[str], root: Path) -> list[str]:
    """Return what stopped the build, a line each."""
    cause = error.__context__ if isinstance(error, SystemExit) and error.__context__ else error
    if isinstance(cause, OSError):
        return [f"{reason(cause)}。"]
    known = [str(problem) for warning in warnings for problem in in_chinese(warning, root)]
    return known or [f"生成网页时出错（{type(cause).__name__}）。"]


def reason(error: OSError) -> str:
    """Return in Chinese what the system, or a loader of templates, refused."""
    if isinstance(error, TemplateNotFound):
        return f"没有模板“{error.name}”，它应在 templates 文件夹里"
    what = REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    return f"{what}（{error.filename}）" if error.filename else what
