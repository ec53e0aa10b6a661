"""The command `summaries`: its parser, its exit statuses, and one module a group of commands."""

from __future__ import annotations

import argparse
import io
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli import collecting, listing, rendering
from macros.cli.shared import STATUSES, add_help
from macros.loader import home
from macros.report import ProblemsFoundError

if TYPE_CHECKING:
    from collections.abc import Sequence


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status: 0 done, 1 mistakes found, 2 wrong usage."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # whatever the locale: texts are Chinese
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    options = _parser().parse_args(arguments)
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except ProblemsFoundError as error:
        print(error, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("已中断。再运行一次会接着做完。", file=sys.stderr)
        return 130
    except BrokenPipeError:  # the reader has seen enough; Python would flush once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
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
    for group in (listing, collecting, rendering):
        group.add_commands(commands)
    return parser
