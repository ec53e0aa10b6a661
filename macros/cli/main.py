"""Runs the command line: the parser of `summaries`, its streams and exit statuses."""

from __future__ import annotations

import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli import (
    ask_command,
    content_commands,
    facts_commands,
    find_command,
    list_commands,
    new_command,
    publish_command,
    rename_command,
    render_command,
    sheet_commands,
)
from macros.cli.argument_parser import Parser
from macros.cli.common import STATUSES, add_help_option
from macros.library.loader import default_root
from macros.source.collecting import collect_rarely
from macros.source.report import ProblemsFoundError, reason

if TYPE_CHECKING:
    import argparse
    from collections.abc import Sequence

UTF_8 = "请先设置环境变量 PYTHONUTF8=1，再运行一次。"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status: 0 done, 1 mistakes found, 2 wrong usage."""
    collect_rarely()
    _prepare_streams()
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except ProblemsFoundError as error:
        return _failed(str(error))
    except BrokenPipeError:  # the reading program, such as `head`, has ended
        _discard_output()
        return 0
    except UnicodeEncodeError as error:  # a file name; the streams can encode any text
        name = error.object[error.start : error.end]
        return _failed(f"系统的编码（{error.encoding}）写不了文件名里的“{name}”。{UTF_8}")
    except OSError as error:
        _discard_output()
        return _failed(f"{error.filename or '标准输出'}：读写不了（{reason(error)}）。")
    return status


def _prepare_streams() -> None:
    """Make both streams write UTF-8, whatever the locale; exit when the output is closed."""
    if sys.stderr is None:  # else print(file=None) would write to the output
        sys.stderr = Path(os.devnull).open("w", encoding="utf-8")  # noqa: SIM115 - till the end
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if sys.stdout is None:
        sys.exit(_failed("标准输出是关闭的，写不了结果。"))


def _failed(message: str) -> int:
    print(message, file=sys.stderr)
    return 1


def _discard_output() -> None:
    """Discard what could not be written; Python would try to flush it again on exit."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="summaries",
        description="工作总结范本：列出、检查、收集、汇总、结转、生成"
        " list, check, collect, merge, roll forward and render work summaries",
        epilog=STATUSES,
        add_help=False,
    )
    add_help_option(parser)
    parser.add_argument(
        "--root",
        type=Path,
        default=default_root(),
        help="项目文件夹，默认当前文件夹 project folder",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    for group in (
        list_commands,
        sheet_commands,
        facts_commands,
        content_commands,
        render_command,
        ask_command,
        find_command,
        new_command,
        rename_command,
        publish_command,
    ):
        group.add_commands(commands)
    return parser
