"""Checks the HTML that a page becomes: only plain elements, nothing of other sites, no dead links.

The page is converted as MkDocs does it, so that code stays code and nothing is overlooked; its
macros are left out, because their HTML is our own.
"""

from __future__ import annotations

import contextlib
import posixpath
import re
from dataclasses import dataclass
from html.parser import HTMLParser
from typing import TYPE_CHECKING
from urllib.parse import SplitResult, unquote, urlsplit

from markdown import Markdown
from markdown.treeprocessors import Treeprocessor

from macros.source.encoding import place_in
from macros.source.report import Place, Report

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path
    from xml.etree.ElementTree import Element

# The extensions in mkdocs.yml, and the three that MkDocs adds.
EXTENSIONS = (
    *("toc", "tables", "fenced_code"),
    *("admonition", "attr_list", "macros.site.raw_html", "md_in_html"),
)
TAGS = re.compile(
    "a|abbr|b|blockquote|br|code|d[dlt]|del|details|div|em|figcaption|figure|h[1-6]|hr|i|img|ins|kbd|li|"
    "mark|ol|p|pre|s|small|span|strong|su[bp]|summary|table|tbody|t[dhr]|thead|u|ul"
)
ATTRIBUTES = re.compile(
    "align|alt|class|colspan|height|href|id|lang|open|rel|role|rowspan|src|start|title|width|"
    "(data|aria)-.*"
)
# Headings with ids, and words: all that most pages have besides macros; no need to convert them.
PLAIN = re.compile(r"(?:[#\w\s，。、：；（）“”]|\{ #[\w-]+ \})*")
FENCE = re.compile(r"^ +(`{3}|~{3})", re.MULTILINE)  # Markdown would show its first word as text
UNFENCED = "不写围栏，代码比列表的文字多缩进四个空格"
VOID = ("br", "hr", "img")
SCHEMES = ("", "http", "https", "mailto", "tel")
DEEPEST = 40  # nested elements; a list item is two
TOO_DEEP = ("嵌套过深", f"列表至多{DEEPEST // 2}层")
RELATIVE = "docs 里的文件，按本页所在文件夹写路径"
EMAIL = "\x02amp\x03"  # how Python-Markdown marks an e-mail address in its tree


@dataclass(frozen=True)
class Page:
    """A page being checked: its name, file and source, the report, and the files there are."""

    name: str
    path: Path
    source: str
    report: Report
    known: Collection[str] = ()

    def error(self, written: str, what: str, expected: str) -> None:
        """Report a mistake where `written` stands: first as the target of a link, never in code."""
        quoted = re.escape(written)
        found = [
            *re.finditer(rf"(?:\]\(|\]: +)<?(?={quoted})", self.source),
            *re.finditer(rf"(?={quoted})", self.source, re.IGNORECASE),
        ]
        index = next((m.end() for m in found if not self._in_code(m.end())), 0)
        self.report.error(place_in(self.source, self.name, index), what, expected)

    def _in_code(self, index: int) -> bool:
        return self.source.count("`", self.source.rfind("\n", 0, index) + 1, index) % 2 == 1


def check_markup(text: str, page: Page) -> None:
    """Report what a page must not contain; `text` is without front matter and macros."""
    if PLAIN.fullmatch(text):
        return
    if fence := FENCE.search(page.source):
        place = place_in(page.source, page.name, fence.start(1))
        page.report.error(place, f"列表里的代码不能用“{fence[1]}”围起来", UNFENCED)
    markdown = Markdown(extensions=EXTENSIONS)
    markdown.treeprocessors.register(_Links(page), "links", 0)  # last, as MkDocs does
    try:
        html = markdown.convert(text)
    except RecursionError:
        page.report.error(Place(page.name), *TOO_DEEP)
        return
    _Elements(page).read(html)


class _Links(Treeprocessor):
    """Checks the links and images written in Markdown, which MkDocs rewrites."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page = page

    def run(self, root: Element) -> None:
        keys = {"a": "href", "img": "src"}
        found = (element.get(keys.get(element.tag, "")) for element in root.iter())
        for address in dict.fromkeys(address for address in found if address):
            if EMAIL not in address:
                self._check(address)

    def _check(self, address: str) -> None:
        parts = _split(address)
        if not parts or parts.scheme or parts.netloc or not parts.path:
            return  # _Elements checks addresses on other sites
        name = posixpath.normpath(posixpath.join(self.page.name, "..", unquote(parts.path)))
        if name.removeprefix("docs/") in self.page.known:
            return
        if not name.startswith("docs/") or not _is_file(self.page.path.parent, parts.path):
            kind = "这一页" if parts.path.endswith(".md") else "这个文件"
            self.page.error(address, f"没有“{parts.path}”{kind}", RELATIVE)


class _Elements(HTMLParser):
    """Checks every element, whether written in Markdown or in HTML."""

    def __init__(self, page: Page) -> None:
        super().__init__()
        self.page, self.depth, self.deepest = page, 0, 0

    def read(self, html: str) -> None:
        self.feed(html)
        if "<" in self.rawdata:
            self.page.error(self.rawdata.strip().split("\n")[0], "标签没有写完", "写全，或改用文字")
        if self.deepest > DEEPEST:
            self.page.report.error(Place(self.page.name), *TOO_DEEP)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.depth += tag not in VOID
        self.deepest = max(self.deepest, self.depth)
        if not TAGS.fullmatch(tag):
            self.page.error(f"<{tag}", f"页面里不能用 <{tag}>", "Markdown；尖括号里的文字加反引号")
            return
        for name, value in attrs:
            self._attribute(tag, name, value or "")

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag not in VOID

    def _attribute(self, tag: str, name: str, value: str) -> None:
        if not ATTRIBUTES.fullmatch(name):
            self.page.error(name, f"<{tag}> 不能有“{name}”", "删去它")
        elif name == "src" and not _is_local(value):
            self.page.error(value, f"图片“{value}”不在本站", "放进 docs，按本页所在文件夹写路径")
        elif name == "href" and not ((parts := _split(value)) and parts.scheme in SCHEMES):
            self.page.error(value, f"链接不能是“{value}”", "网页地址，或 docs 里的文件")

    def handle_comment(self, data: str) -> None:
        if "<" in data or ">" in data:  # browsers disagree on where such a comment ends
            self.page.error("<!--", "注释里有标签", "删去注释")

    def handle_decl(self, decl: str) -> None:
        self.page.error(f"<!{decl}", "页面里不能用 <!…>", "删去它")

    def handle_pi(self, data: str) -> None:
        self.page.error(f"<?{data}", "页面里不能用 <?…>", "删去它")

    def unknown_decl(self, data: str) -> None:
        self.page.error(f"<![{data}", "页面里不能用 <!…>", "删去它")


def _split(address: str) -> SplitResult | None:
    try:
        return urlsplit(address)
    except ValueError:  # an unclosed bracket
        return None


def _is_local(address: str) -> bool:
    parts = _split(address)
    own = parts and not (parts.scheme or parts.netloc)
    return bool(own) and not address.lstrip().startswith(("/", "\\"))


def _is_file(folder: Path, address: str) -> bool:
    with contextlib.suppress(OSError):  # a name too long for the disk
        return (folder / unquote(address)).is_file()
    return False
