"""The pages at addresses that are no longer used: they lead to what is there instead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.site.archetype_pages import escape_markdown

if TYPE_CHECKING:
    from macros.library.library import Library

MOVED = """---
hide: [navigation, toc]
moved: {id}.html
---

# 已经改名 {{ #moved }}

这一页现在的地址是[{name}]({id}.md)。
"""
RETIRED = """---
hide: [navigation, toc]
---

# 已经取消：{name} {{ #retired }}

{told}
"""
INSTEAD = "现在改用[{name}]({id}.md)。"
ELSEWHERE = "从[首页](../index.md)找现有的。"


def former_pages(library: Library) -> dict[str, str]:
    """Return the pages at the addresses of what was renamed or retired."""
    archetypes, sections = library.archetypes, library.sections
    pages: dict[str, str] = {}
    for old, section in library.names.sections.items():
        pages[f"sections/{old}.md"] = _moved(sections[section].name, section)
    for old, retired in library.retired.sections.items():
        new = library.present_section(old)
        told = _instead(sections[new].name, new) if new else ELSEWHERE
        pages[f"sections/{old}.md"] = _retired(retired.name, told)
    for old, new in library.archetype_names.items():
        gone = library.retired.archetypes.get(old)
        short = archetypes[new].short
        page = _retired(gone.title, _instead(short, new)) if gone else _moved(short, new)
        pages |= {f"{folder}/{old}.md": page for folder in ("archetypes", "fill")}
    return pages


def _moved(name: str, id_: str) -> str:
    return MOVED.format(name=escape_markdown(name), id=id_)


def _retired(name: str, told: str) -> str:
    return RETIRED.format(name=escape_markdown(name), told=told)


def _instead(name: str, id_: str) -> str:
    return INSTEAD.format(name=escape_markdown(name), id=id_)
