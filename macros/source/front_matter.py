"""Front matter, the settings at the head of a page: read as MkDocs reads it, and checked.

MkDocs publishes malformed front matter as text, and hands a setting it does not know to the theme,
which may fail or change the page.  So both are errors here.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from macros.source.report import Place, Report, nearest
from macros.source.yaml_reader import Node, Scalar, Sequence, parse_yaml

# As in mkdocs.utils.meta, which also takes a first line such as `title: x` for settings.
BLOCK = re.compile(r"-{3}[ \t]*\n(?P<yaml>.*?\n)(?:\.{3}|-{3})[ \t]*\n", re.DOTALL)
KEY_LINE = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):")
DASHES = re.compile(r"\s*-{3,}[^\n]*(?:\n|$)")
OPENING = re.compile(r"-{3}[ \t]*\n")
EMPTY_BLOCK = re.compile(r"-{3}[ \t]*\n(?:\.{3}|-{3})[ \t]*(?:\n|$)")
NO_SETTINGS = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\n)*")

SETTINGS = {
    "hide": (re.compile("navigation|toc"), "[navigation, toc] 或其中一项"),
    "render_macros": (re.compile("true|false"), "true 或 false，不加引号"),
}
LISTS = ("hide",)
EMPTY_MESSAGE = ("页首的设置是空的", "删去两行“---”和它们之间的内容，否则会显示为横线")
MACRO_FOLDERS = (
    "docs/archetypes/",
    "docs/sections/",
    "docs/fill/",
)  # their pages are macro calls


@dataclass(frozen=True)
class FrontMatter:
    """Where the front matter of a page ends, and whether the page's macros are run."""

    end: int = 0
    renders: bool = True


def read_front_matter(text: str, name: str, report: Report) -> FrontMatter | None:
    """Return the page's front matter, or None after reporting what is wrong with it."""
    block = BLOCK.match(text)
    if not block:
        return None if _report_malformed(text, name, report) else FrontMatter()
    if NO_SETTINGS.fullmatch(block["yaml"]):
        report.error(Place(name), *EMPTY_MESSAGE)
        return None
    tree = parse_yaml("\n" + block["yaml"], name, report)
    if tree is None:
        return None
    before = len(report.problems)
    for key, node in tree.entries.values():
        _check(key, node, text.split("\n"), report)
    if name.startswith(MACRO_FOLDERS) and tree.get("render_macros"):
        report.error(tree.place_of("render_macros"), "这一页不用“render_macros”", "删去这一行")
    flag = tree.get("render_macros")
    renders = not (isinstance(flag, Scalar) and flag.value == "false")
    return FrontMatter(block.end(), renders) if len(report.problems) == before else None


def _report_malformed(text: str, name: str, report: Report) -> bool:
    """Report a head that was meant as front matter or would be taken for it; tell whether it is."""
    dashes, key_line = DASHES.match(text), KEY_LINE.match(text)
    if key_line:
        report.error(
            Place(name), f"第一行会被当作设置（{key_line['key']}:）", "设置写在两行“---”之间"
        )
    elif not dashes:
        return False
    elif not OPENING.match(text):
        report.error(Place(name), "页首的设置没有从第一行开始", "第一行只写“---”三个字符")
    elif EMPTY_BLOCK.match(text):
        report.error(Place(name), *EMPTY_MESSAGE)
    else:
        report.error(Place(name), "页首的设置没有结束", "另起一行写“---”")
    return True


def _check(key: Scalar, node: Node, lines: list[str], report: Report) -> None:
    setting = key.value
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
    """Tell whether the value is unquoted: MkDocs reads quoted flags and numbers as text."""
    return lines[node.place.line - 1][node.place.column - 1] not in "'\""
