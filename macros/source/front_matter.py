"""The settings at the head of a page: found as MkDocs finds them, and only those that pages use.

What MkDocs does not take for settings it publishes as text; a setting it does not know it hands to
the theme, where some fail and some change what the page is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.source.report import Place, Report, nearest
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence, parse_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator

# As in mkdocs.utils.meta, which takes a first line such as `title: x` for settings as well.
BLOCK = re.compile(r"-{3}[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
BARE = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):")
NEAR = re.compile(r"\s*-{3,}[^\n]*(?:\n|$)")
OPENED = re.compile(r"-{3}[ \t]*\n")
CLOSED_AT_ONCE = re.compile(r"-{3}[ \t]*\n(?:\.{3}|-{3})[ \t]*(?:\n|$)")
EMPTY = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")

FLAG = (re.compile("true|false"), "true 或 false，不加引号")
SETTINGS = {
    "hide": (re.compile("navigation|toc"), "[navigation, toc] 或其中一项"),
    "render_macros": FLAG,
    "search": (re.compile("(?!)"), "{exclude: true} 或 {boost: 0.4}"),
    "search.boost": (re.compile(r"0\.[0-9]+|[1-9][0-9]?(\.[0-9]+)?"), "0.01到99之间的数，不加引号"),
    "search.exclude": FLAG,
}
LISTS = ("hide",)
NOTHING_SET = ("页首的设置是空的", "删去两行“---”和它们之间的内容，否则会显示为横线")
OWN_MACROS = ("docs/archetypes/", "docs/sections/", "docs/fill/")  # their pages are macros


@dataclass(frozen=True)
class FrontMatter:
    """Where the settings of a page end, and whether its macros are run."""

    end: int = 0
    renders: bool = True


def read_front_matter(text: str, name: str, report: Report) -> FrontMatter | None:
    """Return what the page's settings say, or None after reporting what is wrong with them."""
    block = BLOCK.match(text)
    if not block:
        return None if _misses(text, name, report) else FrontMatter()
    if EMPTY.fullmatch(block["yaml"]):
        report.error(Place(name), *NOTHING_SET)
        return None
    tree = parse_yaml("\n" + block["yaml"], name, report)
    if tree is None:
        return None
    before = len(report.problems)
    for setting, key, node in _leaves(tree):
        _check(setting, key, node, text.split("\n"), report)
    if name.startswith(OWN_MACROS) and tree.get("render_macros"):
        report.error(tree.place_of("render_macros"), "这一页不用“render_macros”", "删去这一行")
    flag = tree.get("render_macros")
    renders = not (isinstance(flag, Scalar) and flag.value == "false")
    return FrontMatter(block.end(), renders) if len(report.problems) == before else None


def _misses(text: str, name: str, report: Report) -> bool:
    """Report a head that was meant as settings, or would be taken for them."""
    near, bare = NEAR.match(text), BARE.match(text)
    if bare:
        report.error(Place(name), f"第一行会被当作设置（{bare['key']}:）", "设置写在两行“---”之间")
    elif not near:
        return False
    elif not OPENED.match(text):
        report.error(Place(name), "页首的设置没有从第一行开始", "第一行只写“---”三个字符")
    elif CLOSED_AT_ONCE.match(text):
        report.error(Place(name), *NOTHING_SET)
    else:
        report.error(Place(name), "页首的设置没有结束", "另起一行写“---”")
    return True


def _leaves(tree: Mapping, above: str = "") -> Iterator[tuple[str, Scalar, Node]]:
    for key, node in tree.entries.values():
        name = above + key.value
        if name == "search" and isinstance(node, Mapping):
            yield from _leaves(node, "search.")
        else:
            yield name, key, node


def _check(setting: str, key: Scalar, node: Node, lines: list[str], report: Report) -> None:
    if setting not in SETTINGS:
        known = "、".join(SETTINGS)
        report.error(key.place, f"没有“{setting}”这个设置", known, nearest(setting, SETTINGS))
        return
    pattern, expected = SETTINGS[setting]
    if setting in LISTS:
        fits = isinstance(node, Sequence) and all(_fits(pattern, item) for item in node.items)
    else:
        fits = _fits(pattern, node) and _unquoted(node, lines)
    if not fits:
        report.error(key.place, f"“{setting}”的值不对", expected)


def _fits(pattern: re.Pattern[str], node: Node) -> bool:
    return isinstance(node, Scalar) and bool(pattern.fullmatch(node.value))


def _unquoted(node: Node, lines: list[str]) -> bool:
    """Tell whether MkDocs reads a flag or a number, not a text in quotes."""
    return lines[node.place.line - 1][node.place.column - 1] not in "'\""
