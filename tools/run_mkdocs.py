"""Has MkDocs make the pages and explains in Chinese why it failed; its messages go into a log.

It runs in this process, so that killing a build leaves no other process that still writes.  All
else of a build does not know it: others too can make pages of the sources that it gets.
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

from macros.site.finished_site import finish_site
from macros.site.page_sources import SETTINGS, write_sources
from tools.mkdocs_messages import translate

if TYPE_CHECKING:
    from pathlib import Path

    from macros.site.reference_pages import ReferencePages

SITE = "site"
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


def make_site(pages: ReferencePages, root: Path, folder: Path, log: Path) -> None:
    """Write the sources of all pages into `folder`, then the site into its folder `site`.

    Raise BuildFailedError for any error or warning.
    """
    os.environ.setdefault("NO_MKDOCS_2_WARNING", "1")  # the theme's advertisement
    logger, captured = logging.getLogger("mkdocs"), LogCapture()
    logger.addHandler(captured)
    logger.setLevel(logging.INFO)
    site = folder / SITE
    try:
        write_sources(pages, root, folder)
        build(load_config(str(folder / SETTINGS), site_dir=str(site), strict=True))
        finish_site(pages, root, site)
    except (Exception, SystemExit) as error:  # plugins may raise anything
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
    if isinstance(error, OSError):
        return [f"{os_error_reason(error)}。"]
    known = [str(problem) for warning in warnings for problem in translate(warning, root)]
    return known or [f"生成网页时出错（{type(error).__name__}）。"]


def os_error_reason(error: OSError) -> str:
    """Return in Chinese why a file could not be read or written, or a template not be found."""
    if isinstance(error, TemplateNotFound):
        return f"没有模板“{error.name}”，它应在 templates 文件夹里"
    what = REASONS.get(error.errno or 0, error.strerror or type(error).__name__)
    return f"{what}（{error.filename}）" if error.filename else what
