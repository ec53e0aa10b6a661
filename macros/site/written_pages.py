"""The pages that somebody wrote, as the search finds them: the plain text under each heading."""

from __future__ import annotations

import html
import re
from typing import TYPE_CHECKING

from macros.source.front_matter import BLOCK

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from macros.site.browser_data import Json

HEADING = re.compile(r"#{1,6} +(?P<title>.*?)(?: *\{ *#(?P<id>[\w-]+)[^}]*\})? *")
FENCE = re.compile(r" *`{3}")
CALL = re.compile(r"\{\{ *(?P<macro>\w+)\([^)]*\) *\}\}")
LINK = re.compile(r"!?\[(?P<text>[^\]]*)\]\([^)]*\)")
INLINE = re.compile(r"\*\*|`+|</?[a-z][^>]*>|\{:?[ #.][^}]*\}")
BETWEEN = re.compile(r"\|[ |:-]*|^ *(?:[-*+>]|\d+\.|!!!) +")  # cells of a table, and before an item


def written_pages(root: Path, made: Mapping[str, list[Json]]) -> Iterator[Json]:
    """Yield each page in docs with its parts; `made` has those of a macro that the page calls."""
    docs = root / "docs"
    for path in sorted(docs.rglob("*.md")):
        address = path.relative_to(docs).with_suffix(".html").as_posix()
        yield _page(address, path.read_text("utf-8-sig"), made)


def _page(address: str, text: str, made: Mapping[str, list[Json]]) -> Json:
    """Return a page: its title and what stands below it, then a part for each other heading."""
    page: Json = {"at": address, "title": "", "text": "", "parts": []}
    part, fenced = page, False
    for line in BLOCK.sub("", text, count=1).splitlines():
        if FENCE.match(line):
            fenced = not fenced
        elif fenced:
            part["text"] += f" {line.strip()}"
        elif heading := HEADING.fullmatch(line):
            part = _begun(page, heading)
        elif call := CALL.search(line):
            page["parts"] += made.get(call["macro"], [])
        else:
            part["text"] += f" {plain(line)}"
    for each in (page, *page["parts"]):
        each["text"] = " ".join(each["text"].split())
    return page


def _begun(page: Json, heading: re.Match[str]) -> Json:
    """Return the page at its first heading, and at the others a new part."""
    title = plain(heading["title"])
    if not page["title"]:
        page["title"] = title
        return page
    part = {"at": heading["id"] or "", "title": title, "text": ""}
    page["parts"].append(part)
    return part


def plain(line: str) -> str:
    """Return a line of Markdown without its markup."""
    shown = LINK.sub(r"\g<text>", CALL.sub("", line))
    return html.unescape(INLINE.sub("", BETWEEN.sub(" ", shown))).strip()
