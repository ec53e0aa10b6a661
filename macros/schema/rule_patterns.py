"""What a rule's pattern may be: the same in Python and JavaScript, and never slow.

The review runs patterns in the browser, on whole drafts.  So a pattern keeps to what both languages
read alike, and says of every repetition how often at most: then no text makes it search for long.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.source.model import FieldError

if TYPE_CHECKING:
    from collections.abc import Iterable

ESCAPED = re.compile(r"\\(.)")
SAME_ESCAPES = "^$\\.*+?()[]{}|/ntr123456789"
CLASS = re.compile(r"\[(?:\\.|[^\]\\])*\]")
ONE_LANGUAGE_ONLY = re.compile(r"\(\?(?![:=!]|<[=!])|[*+?}]\+|(?<!\\)\\[AZ]")
ENDLESS = re.compile(r"[*+]|\{[0-9]*,\}")
GROUP = re.compile(r"\$([0-9&])")
DIGITS = r"写成 [0-9] 这样的字符组"


def check_pattern(key: str, pattern: str) -> None:
    """Refuse a pattern that does not compile, or that the two languages read differently."""
    try:
        re.compile(pattern)
    except re.error as error:
        what = f"{key} 不是正确的正则表达式（{error}）"
        raise FieldError(what, "如 (?:目前|[0-9])", key) from None
    for escaped in ESCAPED.findall(pattern):
        if escaped not in SAME_ESCAPES:
            raise FieldError(f"{key} 里的“\\{escaped}”在两种语言里意思不同", DIGITS, key)
    if ONE_LANGUAGE_ONLY.search(CLASS.sub("x", pattern)):
        raise FieldError(
            f"{key} 用了只有一种语言才懂的写法", "只用 (?:…)、(?=…)、(?<=…) 这几种括号", key
        )


def check_bounds(key: str, pattern: str) -> None:
    """Refuse a repetition without an end: on a long text it could take minutes."""
    if ENDLESS.search(CLASS.sub("x", ESCAPED.sub("", pattern))):
        raise FieldError(f"{key} 里有不限次数的重复，遇到长文会很慢", "写明上限，如 {0,20}", key)


def check_suggestion(pattern: str, suggest: str | dict[str, str] | None) -> None:
    """Refuse a suggestion that takes over a group which the pattern does not have."""
    if not isinstance(suggest, str):
        return
    groups = re.compile(pattern).groups
    for number in GROUP.findall(suggest):
        if number.isdecimal() and int(number) > groups:
            raise FieldError(f"suggest 里的“${number}”没有对应的括号", f"至多 ${groups}", "suggest")


def finds(pattern: str, outside: Iterable[str], text: str) -> bool:
    """Tell whether a pattern finds anything in a text, except between the marks of a pair."""
    kept = [m.span() for pair in outside for m in _between(pair).finditer(text)]
    return any(
        not any(first <= match.start() and match.end() <= last for first, last in kept)
        for match in re.finditer(pattern, text, re.MULTILINE)
    )


def _between(pair: str) -> re.Pattern[str]:
    first, last = map(re.escape, pair)
    return re.compile(f"{first}[^{first}{last}\n]*{last}")
