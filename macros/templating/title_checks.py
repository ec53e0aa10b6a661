"""Checks the titles of a template's places: what is written of one must tell where it ends."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.source.report import Place
from macros.templating.places import TITLE, titles_left_open

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.source.report import Report
    from macros.templating.compiler import Body

TAG = re.compile(r"\{%[-+]?\s*(\w+).*?%\}")
MARKED = re.compile(r"[ \t]*\+(?: |$)")


def check_titles(source: str, name: str, report: Report) -> None:
    """Report titles that are not plain words up to their 。; those of a loop are its rows'."""
    for line, text in _lines_outside_loops(source):
        if MARKED.match(text) and not TITLE.match(text):
            what = f"条目的标题“{text.strip()[1:].strip()[:20]}”不是以“。”结尾的文字"
            report.error(Place(name, line), what, "+ 标题。标题里不写空位，循环里的条目除外")


def check_ends(source: str, name: str, body: Body, report: Report) -> None:
    """Report the text that goes on after a condition with the place whose title stands in it."""
    for title in titles_left_open(body):
        what = f"条件里的标题“{title}”后面，还有条件以外的正文"
        expected = "这一处的正文都写在同一个条件里，或者标题写在条件外面"
        report.error(Place(name, line_of_title(source, title)), what, expected)


def line_of_title(source: str, title: str) -> int:
    """Return the line on which a title stands."""
    return source[: max(source.find(f"+ {title}。"), 0)].count("\n") + 1


def _lines_outside_loops(source: str) -> Iterator[tuple[int, str]]:
    """Yield the lines that stand outside loops, without their tags."""
    depth = 0
    for line, text in enumerate(source.split("\n"), start=1):
        words = TAG.findall(text)
        if not depth and "for" not in words:
            yield line, TAG.sub("", text)
        depth += words.count("for") - words.count("endfor")
