"""Cuts Chinese into words for the site's search index, and writes the index small.

Material's search plugin cuts Chinese only if `import jieba` worked, and says nothing if it did
not.  jieba itself is slow and comes without a wheel; so the plugin's name for it is set to the
Segmenter here, which cuts with rjieba, and a plugin without that name stops the build.
"""

from __future__ import annotations

import importlib
import json
import re
from functools import lru_cache
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from rjieba import Jieba

    from macros.library import Library

PLUGIN = "material.plugins.search.plugin"
NO_SEGMENTATION = (
    "不能给中文分词，搜索会查不到字词，因此没有生成网站。请重新运行 make build 安装依赖"
)
# What every kind of summary is called besides its own name: 新农合季度总结, 创卫工作总结
ENDING = re.compile(r"(季度|年度|半年|学期)?(工作|活动)?总结$")
NOT_A_WORD = re.compile(r"[^\u4e00-\u9fff]")
SHORTEST, LONGEST = 2, 3  # longer names are made of words: 病媒 生物 防制


class SegmentationMissingError(RuntimeError):
    """The index could not be cut into words."""

    def __init__(self) -> None:
        """Say so in Chinese, with what to do."""
        super().__init__(NO_SEGMENTATION)


class Segmenter:
    """Has of jieba's interface what Material's plugin calls."""

    def __init__(self, words: Iterable[str]) -> None:
        """Load the dictionary and teach it the project's own words."""
        self.own = frozenset(words)
        self._jieba = _dictionary()
        for word in self.own:
            self._jieba.add_word(word, self._jieba.suggest_freq(word), None)
        self._pieces = lru_cache(maxsize=None)(self._split)

    def cut(self, text: bytes | str) -> Iterator[str]:
        """Yield the words of a text, long ones as the short words they are made of."""
        text = text.decode("utf-8") if isinstance(text, bytes) else text
        for word in self._jieba.cut(text):
            yield from self._pieces(word)

    def _split(self, word: str) -> tuple[str, ...]:
        """Return 行政部门 as 行政 and 部门: the browser finds words by their beginning only."""
        halves = (word[:2], word[2:])
        known = len(word) == 4 and all(map(self._jieba.has_word, halves))  # noqa: PLR2004
        return halves if known and word not in self.own else (word,)


def _dictionary() -> Jieba:
    try:
        return importlib.import_module("rjieba").Jieba()  # type: ignore[no-any-return]
    except ImportError:
        raise SegmentationMissingError from None


def own_words(library: Library) -> set[str]:
    """Return the short names in the data: of topics, sections, facts, and what summaries are on."""
    archetypes = library.archetypes.values()
    names = [ENDING.sub("", alias) for a in archetypes for alias in (a.title, *a.aliases)]
    names += [section.name for section in library.sections.values()]
    names += [name for spec in library.facts.values() for name in (spec.topic, spec.label)]
    return {n for n in names if SHORTEST <= len(n) <= LONGEST and not NOT_A_WORD.search(n)}


def teach(library: Library) -> None:
    """Let Material's search plugin cut Chinese with the project's words."""
    plugin = importlib.import_module(PLUGIN)
    if not hasattr(plugin, "jieba"):
        raise SegmentationMissingError
    words = own_words(library)
    if not isinstance(plugin.jieba, Segmenter) or plugin.jieba.own != words:
        plugin.jieba = Segmenter(words)  # type: ignore[attr-defined]


def finish(site: Path, library: Library) -> None:
    r"""Name each archetype in the index, and write it as UTF-8: 病 has three bytes, \u75c5 six."""
    index = site / "search" / "search_index.json"
    if index.exists():
        data = json.loads(index.read_text("utf-8"))
        _name(data, library)
        data["config"]["pipeline"] = []  # the stemmer is for English, and runs on every word
        text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
        index.write_text(text, "utf-8", newline="\n")


def _name(data: dict[str, Any], library: Library) -> None:
    """Give each archetype's page its aliases as whole words: a query that is one leads there.

    Words alone would find every page with 卫生 or 工作.  The last character is left off because
    Material never looks for a word as long as the query; it appends a wildcard to what it found.
    """
    aliases = {f"archetypes/{a.id}.html": a.aliases for a in library.archetypes.values()}
    data["config"]["fields"]["names"] = {"boost": 1}
    for entry in data["docs"]:
        if entry["location"] in aliases:
            entry["names"] = " ".join(alias[:-1] for alias in aliases[entry["location"]])
