"""What a page may hold: nothing that could run or load from elsewhere; code and plain links."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from mkdocs.config import load_config

from macros.site.markup_checks import EXTENSIONS, Page, check_markup
from macros.source.report import Report
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def said(folder: Path, text: str) -> list[str]:
    """Return what is reported of a page that stands beside another.md and a.png."""
    report = Report()
    docs = folder / "docs"
    docs.mkdir()
    for path in (docs / "another.md", docs / "a.png", folder / "README.md"):
        path.write_text("x", "utf-8")
    check_markup(text, Page("docs/x.md", docs / "x.md", text, report))
    return [str(problem) for problem in report.errors]


BAD = [
    ("甲\n\n<script>alert(1)</script>", "3:1  页面里不能用 <script>"),
    ("甲<ScRiPt>alert(1)</script>", "1:2  页面里不能用 <script>"),
    ("<iframe src=x></iframe>", "1:1  页面里不能用 <iframe>"),
    ("<svg></svg>", "1:1  页面里不能用 <svg>"),
    ("<!-- raw -->\n<script>x</script>\n<!-- /raw -->", "2:1  页面里不能用 <script>"),
    ("`<id>`改成<id>", "1:9  页面里不能用 <id>"),
    ("<b onclick=x>甲</b>", "1:4  <b> 不能有“onclick”"),
    ("[甲](another.md){ onfocus=x }", "1:18  <a> 不能有“onfocus”"),
    ("<p style='x'>甲</p>", "1:4  <p> 不能有“style”"),
    ("![图](http://e.example/x.png)", "1:6  图片“http://e.example/x.png”不在本站"),
    ("![图](//e.example/x.png)", "1:6  图片“//e.example/x.png”不在本站"),
    ("![图](data:image/svg+xml,x)", "1:6  图片“data:image/svg+xml,x”不在本站"),
    ("<img src='ht&#10;tp://e.example/x.png'>", "1:1  图片“ht\ntp://e.example/x.png”不在本站"),
    ("[甲](javascript:x)", "1:5  链接不能是“javascript:x”"),
    ("<!-- <b> -->", "1:1  注释里有标签"),
    ("<div>\n<img src=x onerror=alert(1) ", "2:1  标签没有写完"),
    ("<div><!-- x", "1:6  标签没有写完"),
    ("<img src='http://['>", "1:11  图片“http://[”不在本站"),
    ("<a href='http://['>甲</a>", "1:10  链接不能是“http://[”"),
    ("[甲](../README.md)", "1:5  没有“../README.md”这一页"),
    (f"[甲]({'a' * 300}.md)", "1:5  没有“aaa"),
    ("![图](x.png)", "1:6  没有“x.png”这个文件"),
    ("[甲](/another.md)", "1:5  没有“/another.md”这一页"),
    ("[甲](another.html)", "1:5  没有“another.html”这个文件"),
    ("[甲][乙]\n\n[乙]: no.md#x", "3:6  没有“no.md”这一页"),
    ("`](no.md)`和[甲](no.md)", "1:16  没有“no.md”这一页"),
    ("".join("    " * n + "- 甲\n" for n in range(30)), "1:1  嵌套过深"),
    pytest.param(
        "".join("    " * n + "- 甲\n" for n in range(300)), "1:1  嵌套过深", marks=pytest.mark.slow
    ),
    (">" * 2000 + " 甲", "1:1  嵌套过深"),
    ("- 甲：\n\n    ```sh\n    x\n    ```", "3:5  列表里的代码不能用“```”围起来"),
]


@pytest.mark.parametrize(("text", "problem"), BAD)
def test_what_could_run_load_or_lead_nowhere_is_refused(
    tmp_path: Path, text: str, problem: str
) -> None:
    (line,) = said(tmp_path, text)
    assert line.startswith(f"docs/x.md:{problem}")


GOOD = [
    "[甲](another.md#a)、[乙](http://e.example/)、<https://e.example>、<a@e.example>、[丙](#d)",
    "`[甲](no.md)`\n\n    [甲](no.md)\n\n```\n[甲](no.md) <script>\n```\n\n`<script>`",
    "![图](a.png){ width=100 }\n\n<details><summary>甲</summary>\n乙<br>\n</details>",
    "甲 < 乙 > 丙，&lt;script&gt;\n\n<!-- 注 -->\n\n| 甲 |\n|---|\n| 乙 |\n\n!!! note\n    甲",
    "".join("    " * n + "- 甲\n" for n in range(8)),
]


@pytest.mark.parametrize("text", GOOD)
def test_code_and_plain_markup_are_accepted(tmp_path: Path, text: str) -> None:
    assert said(tmp_path, text) == []


def test_pages_are_read_with_the_extensions_of_the_site() -> None:
    extensions = load_config(str(ROOT / "mkdocs.yml"))["markdown_extensions"]
    assert set(extensions) == set(EXTENSIONS)
