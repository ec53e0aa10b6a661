"""What names a new section, example or archetype in files that are there."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.library.loader import KINDS
from macros.site.generated_pages import ARCHETYPES
from macros.source.atomic_write import exists
from macros.source.yaml_reader import Mapping, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection, Container

    from macros.cli.planned_changes import PlannedChanges
    from macros.library.library import Library
    from macros.source.yaml_reader import Node

MENU, NEWS = "mkdocs.yml", "CHANGELOG.md"
NEWS_FOR_READERS = re.compile(r"^For readers\n\n", re.MULTILINE)  # the first: of what comes next
# Of names, what tells none from others.
COMMON = re.compile("（[^）]*）|年度|半年|季度|学期|工作|总结|范文|^[县市区]")
MENU_LINE = re.compile(r"^( *)- [^\n:]+: archetypes/[^\s*]+\.md\b", re.MULTILINE)


def added_use(changes: PlannedChanges, library: Library, archetype: str, section: str) -> None:
    """Add a section to an archetype, before the first one on problems or plans."""
    model, node = library.archetypes[archetype], library.archetype_nodes[archetype]
    written = node.get("sections")
    roles = [library.sections[entry.use].role if entry.use else "" for entry in model.sections]
    index = next((i for i, role in enumerate(roles) if role in ("问题", "打算")), -1)
    if isinstance(written, Sequence):
        edits = changes.edit(f"data/archetypes/{archetype}.yml")
        edits.insert_before(written.items[index], f"{{use: {section}}}")


def added_example(changes: PlannedChanges, library: Library, archetype: str, office: str) -> None:
    """Add an example to those that an archetype names, unless it is one already."""
    examples = library.archetype_nodes[archetype].get("examples")
    if office not in library.archetypes[archetype].examples and isinstance(examples, Sequence):
        changes.edit(f"data/archetypes/{archetype}.yml").append(examples, office)


def no_longer_wanted(changes: PlannedChanges, library: Library, names: Container[str]) -> None:
    """Take the names of a new archetype from what is wanted, and from what others cover."""
    for file, mapping, key in _lists(library):
        items = mapping.get(key) if mapping else None
        gone = [item for item in getattr(items, "items", ()) if _called(item) in names]
        if not mapping or not isinstance(items, Sequence) or not gone:
            continue
        if len(gone) == len(items.items):
            changes.edit(file).delete_entry(mapping, key)
        else:
            for item in gone:
                changes.edit(file).delete_item(items, item)


def still_wanted(library: Library, names: Collection[str]) -> list[str]:
    """Return a line for each list that still names what may be the same as a new archetype."""
    cores = {_core(name) for name in names} - {""}
    found: list[str] = []
    for file, mapping, key in _lists(library):
        items = mapping.get(key) if mapping else None
        others = {_called(item) for item in getattr(items, "items", ())}.difference(names)
        alike = "、".join(f"“{name}”" for name in sorted(others) if _core(name) in cores)
        if alike:
            found.append(f"{file} 的 {key} 里还有{alike}：和这个范本是一回事的，删去这一条。")
    return found


def _core(name: str) -> str:
    """Return what a name of a summary is about, without when, whose and what it is."""
    return COMMON.sub("", name)


def _lists(library: Library) -> list[tuple[str, Mapping | None, str]]:
    """Return the lists of what has no archetype of its own: file, mapping and key."""
    covers = [
        (f"data/archetypes/{archetype}.yml", node, "covers")
        for archetype, node in library.archetype_nodes.items()
    ]
    return [(KINDS, library.kinds_node, "wanted"), *covers]


def _called(item: Node) -> str:
    name = item.get("name") if isinstance(item, Mapping) else item
    return name.value if isinstance(name, Scalar) else ""


def added_news(changes: PlannedChanges, title: str, archetype: str) -> None:
    """Add a new archetype to the news for readers, where the project keeps any."""
    if not exists(changes.root / NEWS):
        return
    news = changes.edit(NEWS)
    found = NEWS_FOR_READERS.search(news.text)
    if found:
        news.insert(found.end(), f"- A kind of summary: {title} (`{archetype}`).\n")


def added_menu_line(changes: PlannedChanges, archetype: str, short: str) -> None:
    """Add an archetype to a navigation that names each by itself."""
    menu = changes.edit(MENU)
    lines = list(MENU_LINE.finditer(menu.text))
    if lines and ARCHETYPES not in menu.text:
        menu.insert(lines[-1].end(), f"\n{lines[-1][1]}- {short}: archetypes/{archetype}.md")
