"""Problems and reports: what is wrong, where, what was expected; all collected, then shown."""

from __future__ import annotations

import difflib
import errno
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable


LONG_ECHO = re.compile("“([^“”]{301,})”")  # longer than a path, which must stay whole
ECHOED = 20


def shortened(message: str) -> str:
    """Return the message; of a very long text that it quotes, the start and the length."""
    return LONG_ECHO.sub(lambda m: f"“{m[1][:ECHOED]}……”（共{len(m[1])}个字符）", message)


@dataclass(frozen=True, order=True)
class Place:
    """A position in a source file; line and column count from 1."""

    file: str
    line: int = 1
    column: int = 1

    def __str__(self) -> str:
        """Return `file:line:column`, which editors make clickable."""
        return f"{self.file}:{self.line}:{self.column}"


@dataclass(frozen=True, order=True)
class Problem:
    """One mistake, in Chinese, with the place a maintainer must go to."""

    place: Place
    what: str
    expected: str = ""
    nearest: str = ""
    severity: Literal["error", "warning"] = "error"

    def __str__(self) -> str:
        """Return the one line that `summaries check` prints."""
        parts = [self.what]
        if self.expected:
            parts.append(f"应为：{self.expected}")
        if self.nearest:
            parts.append(f"是否想写：{self.nearest}")
        mark = "" if self.severity == "error" else "（提醒）"
        return f"{self.place}  {mark}{' · '.join(parts)}"


@dataclass
class Report:
    """Collects the problems of all files, so that a maintainer sees them all at once."""

    problems: list[Problem] = field(default_factory=list)
    unfinished: str = ""  # what could not be looked at while there are mistakes

    def error(self, place: Place, what: str, expected: str = "", nearest: str = "") -> None:
        """Add a mistake that stops the build."""
        self.problems.append(Problem(place, shortened(what), expected, nearest))

    def warn(self, place: Place, what: str, expected: str = "") -> None:
        """Add a remark that does not stop the build."""
        self.problems.append(Problem(place, shortened(what), expected, severity="warning"))

    @property
    def errors(self) -> list[Problem]:
        """Return the problems that stop a build, in the order of files and lines."""
        return sorted({p for p in self.problems if p.severity == "error"})

    @property
    def warnings(self) -> list[Problem]:
        """Return the remarks, in the order of files and lines."""
        return sorted({p for p in self.problems if p.severity == "warning"})


class ProblemsFoundError(Exception):
    """Raised where work cannot go on because of the problems found."""

    def __init__(self, problems: list[Problem], unfinished: str = "") -> None:
        """Keep the problems; the message is all of them, a line each, the count, what is left."""
        self.problems, self.unfinished = problems, unfinished
        lines = [str(problem) for problem in problems]
        super().__init__(
            "\n".join([*lines, f"共{len(problems)}处错误，未生成任何文件。{unfinished}"])
        )


REASONS = {  # the operating system's own message may be in any language
    errno.ENOSPC: "磁盘已满",
    errno.EACCES: "没有权限，或者正被别的程序打开",
    errno.EPERM: "没有权限",
    errno.EROFS: "磁盘只能读",
    errno.EISDIR: "这是文件夹",
    errno.ENOENT: "没有这个文件或文件夹",
    errno.ENOTDIR: "路径中间有一段不是文件夹",
    errno.EEXIST: "已有同名的文件",
    errno.ENAMETOOLONG: "文件名太长",
    errno.ELOOP: "链接指向自己",
}


def reason(error: OSError) -> str:
    """Return why a file could not be read or written; in Chinese for the common causes."""
    return REASONS.get(error.errno or 0) or error.strerror or str(error)


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name most similar to `name`, or an empty string."""
    return next(iter(difflib.get_close_matches(name, list(known), n=1, cutoff=0.6)), "")
