"""Translates the warnings of MkDocs into Chinese, with the place in the file they are about."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.source.encoding import place_in
from macros.source.report import Place, Problem

if TYPE_CHECKING:
    from pathlib import Path

LINK = r"Doc file '(?P<page>[^']+)' contains an? [a-z ]*link '(?P<link>[^']*)'"
RELATIVE = "docs 里的文件，按本页所在文件夹写路径"
# A pattern of the English warning, the message in Chinese, and what was expected.
MESSAGES = [
    (f"{LINK}, but the target.* is not found", "没有“{link}”这个文件", RELATIVE),
    (f"{LINK}, but .* anchor", "“{link}”指向的位置不存在", "那一页标题后 {{ #名称 }} 里的名称"),
    (f"{LINK}, it was left as is", "“{link}”不是本站的文件", RELATIVE),
    (
        "Excluding '(?P<page>[^']+)' from the site because it conflicts with '(?P<link>[^']+)'",
        "与“{link}”生成同一个网页",
        "只留一个",
    ),
    (
        "An? (?:reference|absolute path) to '(?P<link>[^']+)' is included in the 'nav'",
        "目录（nav）里的“{link}”没有这个文件",
        "docs 里的文件",
    ),
]
OMITTED = re.compile('not included in the "nav" configuration:\n(.*)', re.DOTALL)


def translate(warning: str, root: Path) -> list[Problem]:
    """Return the problems that a warning of MkDocs reports; none for an unknown warning."""
    omitted = OMITTED.search(warning)
    if omitted:
        pages = (line.removeprefix("  - ") for line in omitted[1].splitlines())
        return [
            Problem(Place(f"docs/{page}"), "目录（nav）里没有这一页", "mkdocs.yml 里加一行")
            for page in pages
        ]
    for pattern, what, expected in MESSAGES:
        found = re.match(pattern, warning)
        if found:
            place = _place(root, found.groupdict())
            return [Problem(place, what.format(**found.groupdict()), expected.format())]
    return []


def _place(root: Path, found: dict[str, str]) -> Place:
    name = f"docs/{found['page']}" if "page" in found else "mkdocs.yml"
    if not (root / name).exists():  # a page that nobody wrote
        return Place(name)
    text = (root / name).read_text("utf-8-sig", errors="replace")
    return place_in(text, name, max(text.find(found["link"]), 0))
