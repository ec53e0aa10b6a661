"""Checks the navigation, `nav` in mkdocs.yml: its pages exist, and every archetype is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.site.generated_pages import ARCHETYPES, generated_pages
from macros.source.report import Report, nearest
from macros.source.yaml_reader import Node, Scalar, Sequence, read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.library.library import Library

FILE = "mkdocs.yml"


def check_navigation(root: Path, library: Library, report: Report) -> None:
    """Report entries without a page or with another name, and archetypes without an entry."""
    settings = read_yaml(root / FILE, FILE, report)
    if settings is None:
        return
    shorts = {f"archetypes/{a.id}.md": a.short for a in library.archetypes.values()}
    navigation = settings.get("nav")
    names_are_valid = not report.errors  # else the archetype's name may be the wrong one
    entries = list(_entries(navigation)) if navigation else []
    written = (path.relative_to(root / "docs").as_posix() for path in (root / "docs").rglob("*.md"))
    pages = [*written, *generated_pages(library)]
    for label, target in entries:
        page, short = target.value, shorts.get(target.value)
        if page == ARCHETYPES:
            continue
        if "://" not in page and page not in pages:
            report.error(
                target.place, f"目录里的“{page}”没有这一页", "docs 里的文件", nearest(page, pages)
            )
        elif names_are_valid and short and (label is None or label.value != short):
            place = (label or target).place
            what = f"目录里写的是“{label.value}”" if label else "目录里没有写名称"
            report.error(place, what, f"“{short}: {page}”，与范本的 short 相同")
    listed = {target.value for _, target in entries}
    for page, short in shorts.items() if ARCHETYPES not in listed else ():
        if page not in listed:
            expected = f"“{short}: {page}”，或者一行“范本: {ARCHETYPES}”，列出全部范本"
            report.error(settings.place_of("nav"), f"目录（nav）里没有 {page}", expected)


def _entries(node: Node) -> Iterator[tuple[Scalar | None, Scalar]]:
    """Yield every page of the navigation, with its label if it has one."""
    if isinstance(node, Scalar):
        yield None, node
    elif isinstance(node, Sequence):
        for item in node.items:
            yield from _entries(item)
    else:
        for label, value in node.entries.values():
            yield from [(label, value)] if isinstance(value, Scalar) else _entries(value)
