"""Runs MkDocs and explains in Chinese why it failed; its own messages go into a log.

It runs in this process, so that killing a build leaves no other process that still writes.
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

from tools.mkdocs_messages import translate

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
    """MkDocs could not build the site; the message holds one reason a line."""


class LogCapture(logging.Handler):
    """Captures the messages of MkDocs: all for the log file, warnings for the user."""

    def __init__(self) -> None:
        """Capture messages from INFO upwards."""
        super().__init__(logging.INFO)
        self.lines: list[str] = []
        self.warnings: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Capture a message."""
        self.lines.append(f"{record.levelname}  {self.format(record)}")
        if record.levelno >= logging.WARNING:
            self.warnings.append(record.getMessage())


def run_mkdocs(root: Path, target: Path, log: Path) -> None:
    """Build the site into `target`; raise BuildFailedError for any error or warning."""
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's advertisement
    logger, captured = logging.getLogger("mkdocs"), LogCapture()
    logger.addHandler(captured)
    logger.setLevel(logging.INFO)
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(target), strict=True)
        build(config)
    except (Exception, SystemExit) as error:  # plugins may raise anything; the macros plugin exits
        captured.lines.append(traceback.format_exc())
        reasons = _failure_reasons(error, captured.warnings, root)
        hint = ["详情见 .build/log.txt。"] if _write_log(captured.lines, log) else []
        raise BuildFailedError("\n".join([*reasons, *hint])) from error
    finally:
        logger.removeHandler(captured)


def _write_log(lines: list[str], log: Path) -> bool:
    """Write the log; return False when that fails too, as on a full disk."""
    with contextlib.suppress(OSError):
        log.write_text("\n".join(lines) + "\n", "utf-8")
        return True
    return False


def _failure_reasons(error: BaseException, warnings: list[str], root: Path) -> list[str]:
    """Return the reasons why the build failed, one a line."""
    cause = error.__context__ if isinstance(error, SystemExit) and error.__context__ else error
    if isinstance(cause, OSError):
        return [f"{os_error_reason(cause)}。"]
    known = [str(problem) for warning in warnings for problem in translate(warning, root)]
    return known or [f"生成网页时出错（{type(cause).__name__}）。"]


def os_error_reason(error: OSError) -> str:
    """Return in Chinese why a file could not be read or written, or a template not be found."""
    if isinstance(error, TemplateNotFound):
        return f"没有模板“{error.name}”，它应在 templates 文件夹里"
    what = REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    return f"{what}（{error.filename}）" if error.filename else what
