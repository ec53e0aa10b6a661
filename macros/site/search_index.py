"""Rewrites Material's search index for browser/search: plain text in a small file."""

from __future__ import annotations

import html
import json
import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype

BLOCK = re.compile(r"</?(?:p|li|ul|ol|d[ltd]|b|br|summary|pre|h\d|t[drh])\b[^>]*>")
TAG = re.compile(r"<[^>]*>")
FACTS_LIST = "#topic-"  # a list of facts to collect, which has the same title as its section
FACTS_LIST_BOOST = 0.5  # ranks it below that section
WORD_BREAK = "\u200b"  # Material puts it between words if jieba is installed


def rewrite_index(site: Path, library: Library) -> None:
    r"""Rewrite the index without markup, as UTF-8 (病 takes three bytes, \u75c5 six).

    The page of an archetype gets `names`: a query that is one of them finds this page first.
    """
    index = site / "search" / "search_index.json"
    if not index.exists():
        return
    data = json.loads(index.read_text("utf-8"))
    names = {f"archetypes/{a.id}.html": _names(a) for a in library.archetypes.values()}
    for entry in data["docs"]:
        entry.update(title=strip_markup(entry["title"]), text=strip_markup(entry["text"]))
        if entry["location"] in names:
            entry["names"] = names[entry["location"]]
        if FACTS_LIST in entry["location"]:
            entry.update(title=f"数据清单：{entry['title']}", boost=FACTS_LIST_BOOST)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    index.write_text(text, "utf-8", newline="\n")


def _names(archetype: Archetype) -> list[str]:
    """Return what people call a summary: its title and aliases, and the offices that write it."""
    return [archetype.title, archetype.short, *archetype.aliases, *archetype.office.split("·")]


def strip_markup(markup: str) -> str:
    """Return the text of an HTML fragment, with a space between blocks."""
    text = TAG.sub("", BLOCK.sub(" ", markup)).replace(WORD_BREAK, "")
    return " ".join(html.unescape(text).split())
