"""The settings at the head of a page: what MkDocs would misread is refused, the rest is read."""

from __future__ import annotations

import pytest

from macros.source.front_matter import FrontMatter, read_front_matter
from macros.source.report import Report


def head(number: str, front: str, said: str, name: str = "docs/new.md") -> object:
    """Return a fault of the settings at the head of a page."""
    return pytest.param(name, front, f"{name}:{said}", id=number)


OWN = "docs/sections/water.md"
BAD_HEADS = [
    head("space", "--- \nhide: x\n---\n", "2:1  “hide”的值不对 · 应为：[navigation, toc]"),
    head("empty-line", "\n---\nhide: [toc]\n---\n", "1:1  页首的设置没有从第一行开始"),
    head("four", "----\nhide: [toc]\n---\n", "1:1  页首的设置没有从第一行开始"),
    head("open", "---\nhide: [toc]\n", "1:1  页首的设置没有结束"),
    head("nothing", "---\n---\n", "1:1  页首的设置是空的"),
    head("empty", "---\n\n---\n", "1:1  页首的设置是空的"),
    head("comment", "---\n# x\n---\n", "1:1  页首的设置是空的"),
    head("bare", "render_macros: false\n\n", "1:1  第一行会被当作设置（render_macros:）"),
    head("title", "---\ntitle:\n---\n", "2:1  没有“title”这个设置"),
    head("titles", "---\ntitle: [1, 2]\n---\n", "2:1  没有“title”这个设置"),
    head("search", "---\nsearch: {exclude: true}\n---\n", "2:1  没有“search”这个设置"),
    head("template", "---\ntemplate: nosuch.html\n---\n", "2:1  没有“template”这个设置"),
    head("icon", "---\nicon: x\n---\n", "2:1  没有“icon”这个设置"),
    head("number", "---\n123: x\n---\n", "2:1  没有“123”这个设置"),
    head("macro", "---\ncards: x\n---\n", "2:1  没有“cards”这个设置"),
    head("ignore", "---\nignore_macros: true\n---\n", "2:1  没有“ignore_macros”这个设置"),
    head("no", "---\nrender_macros: no\n---\n", "2:1  “render_macros”的值不对 · 应为：true 或"),
    head("False", "---\nrender_macros: False\n---\n", "2:1  “render_macros”的值不对"),
    head("quoted", "---\nrender_macros: 'false'\n---\n", "2:1  “render_macros”的值不对"),
    head("own", "---\nrender_macros: false\n---\n", "2:1  这一页不用“render_macros”", OWN),
]


@pytest.mark.parametrize(("name", "front", "said"), BAD_HEADS)
def test_a_bad_head_is_one_line(name: str, front: str, said: str) -> None:
    report = Report()
    assert read_front_matter(f"{front}# 页\n", name, report) is None
    (problem,) = report.problems
    assert str(problem).startswith(said)


@pytest.mark.parametrize("front", ["", "---\nhide: [toc]\n--- \n", "--- \nhide: ['toc']\n...\n"])
def test_a_head_as_mkdocs_reads_it_is_accepted(front: str) -> None:
    report = Report()
    assert read_front_matter(f"{front}# 页\n", "docs/new.md", report) == FrontMatter(len(front))
    assert not report.problems


@pytest.mark.parametrize(("flag", "renders"), [("true", True), ("false", False)])
def test_macros_are_run_unless_the_head_says_false(flag: str, *, renders: bool) -> None:
    text = f"---\nrender_macros: {flag}\n---\n# 页\n"
    front = read_front_matter(text, "docs/new.md", Report())
    assert front
    assert front.renders is renders
