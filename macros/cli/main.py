"""The command `summaries`: its parser, its exit statuses, and one module a group of commands."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli import facts_commands, list_commands, render_command
from macros.cli.argument_parser import Parser
from macros.cli.common import STATUSES, add_help
from macros.library.loader import home
from macros.source.report import ProblemsFoundError, reason

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

UTF_8 = "请先设置环境变量 PYTHONUTF8=1，再运行一次。"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status: 0 done, 1 mistakes found, 2 wrong usage."""
    _prepare_streams()
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except ProblemsFoundError as error:
        return _failed(str(error))
    except BrokenPipeError:  # the reader has seen enough
        _give_up_output()
        return 0
    except UnicodeEncodeError as error:  # of the name of a file; streams take everything
        name = error.object[error.start : error.end]
        return _failed(f"系统的编码（{error.encoding}）写不了文件名里的“{name}”。{UTF_8}")
    except OSError as error:
        _give_up_output()
        return _failed(f"{error.filename or '标准输出'}：读写不了（{reason(error)}）。")
    return status


def _prepare_streams() -> None:
    """Make both streams take Chinese, whatever the locale; nothing is done for a closed output."""
    if sys.stderr is None:  # print() would take the output for it
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - till the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.stdout is None:
        sys.exit(_failed("标准输出是关闭的，写不了结果。"))


def _failed(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _give_up_output() -> None:
    """Throw away what the output has not taken; Python would try again at its end."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="summaries",
        description="工作总结范本：列出、检查、收集、汇总、结转、生成"
        " list, check, collect, merge, roll forward and render work summaries",
        epilog=STATUSES,
        add_help=False,
    )
    add_help(parser)
    parser.add_argument(
        "--root", type=Path, default=home(), help="项目文件夹，默认当前文件夹 project folder"
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in (list_commands, facts_commands, render_command):
        group.add_commands(commands)
    return parser
