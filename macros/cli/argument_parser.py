"""An argparse parser whose messages are in Chinese, with argparse's English beside them."""

from __future__ import annotations

import argparse
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from _typeshed import SupportsWrite

CHINESE = {
    "usage:": "用法",
    "positional arguments:": "参数",
    "options:": "选项",
    "error:": "用法不对",
    "argument ": "参数",
    "the following arguments are required:": "缺少",
    "one of the arguments ": "要写其中一个",
    "unrecognized arguments:": "不认识",
    "invalid choice:": "没有这个选择",
    "choose from ": "可选",
    "expected one argument": "后面要有一个值",
    "expected at least one argument": "后面至少要有一个值",
    "not allowed with argument ": "不能同时写",
    "ambiguous option:": "写得太短，不知道是哪一个",
    "ignored explicit argument ": "后面不带值",
}
ENGLISH = re.compile("|".join(rf"(?<![\w-]){re.escape(text)}" for text in CHINESE))


class Parser(argparse.ArgumentParser):
    """A parser whose help and errors are in both languages."""

    def _print_message(self, message: str, file: SupportsWrite[str] | None = None) -> None:
        """Print a message of argparse; all help and errors come through here."""
        super()._print_message(ENGLISH.sub(_bilingual, message), file)


def _bilingual(found: re.Match[str]) -> str:
    return f"{CHINESE[found[0]]} {found[0]}"
