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
KINDS = "index.html#archetypes"  # the list of all kinds of summaries
OPEN_ADVICE = "没有专门范本的工作用这一种写：框架是现成的，章节和指标自己加。"
KINDS_ADVICE = "看全部范本，按单位、时段和内容挑选。"
WORD_BREAK = "\u200b"  # Material puts it between words if jieba is installed


def rewrite_index(site: Path, library: Library) -> None:
    r"""Rewrite the index without markup, as UTF-8 (病 takes three bytes, \u75c5 six).

    The page of an archetype gets `names`: a query that is one of them finds this page first.
    What helps on where nothing is found gets an `advice`, which the search shows with it.
    """
    index = site / "search" / "search_index.json"
    if not index.exists():
        return
    data = json.loads(index.read_text("utf-8"))
    archetypes = {f"archetypes/{a.id}.html": a for a in library.archetypes.values()}
    advice = {page: OPEN_ADVICE for page, a in archetypes.items() if a.open} | {KINDS: KINDS_ADVICE}
    for entry in data["docs"]:
        entry.update(title=strip_markup(entry["title"]), text=strip_markup(entry["text"]))
        if archetype := archetypes.get(entry["location"]):
            entry["names"] = _names(archetype)
        if entry["location"] in advice:
            entry["advice"] = advice[entry["location"]]
        if FACTS_LIST in entry["location"]:
            entry.update(title=f"数据清单：{entry['title']}", boost=FACTS_LIST_BOOST)
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    index.write_text(text, "utf-8", newline="\n")


def _names(archetype: Archetype) -> list[str]:
    """Return what people look for: names of a summary, what it covers, offices that write it."""
    called = [archetype.title, archetype.short, *archetype.aliases, *archetype.covers]
    return [*called, *archetype.office.split("·")]


def strip_markup(markup: str) -> str:
    """Return the text of an HTML fragment, with a space between blocks."""
    text = TAG.sub("", BLOCK.sub(" ", markup)).replace(WORD_BREAK, "")
    return " ".join(html.unescape(text).split())
