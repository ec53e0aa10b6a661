"""The pages that follow from the data: of each archetype, its filling in, and each section.

Nobody writes them.  A file in docs with the address of one takes its place, for a page that has
more to say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from macros.site.former_pages import former_pages

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from macros.library.library import Library

ARCHETYPES = "archetypes/*"  # in the navigation: the pages of all archetypes
# The macros that the pages of each folder call with their own id, and what stands around them.
PAGES = {
    "archetypes": """# {{ title(ID) }}

## 概览 { #overview }

{{ overview(ID) }}

## 结构与批注 { #structure }

{{ structure(ID) }}

## 范文 { #example }

{{ example(ID) }}

## 数据清单 { #facts }

{{ facts(ID) }}
""",
    "fill": """---
hide: [navigation, toc]
---

# {{ fill_title(ID) }}

{{ fill(ID) }}
""",
    "sections": """# {{ section_title(ID) }}
{{ section_page(ID) }}
""",
}


def generated_pages(library: Library) -> dict[str, str]:
    """Return the pages that nobody writes, in Markdown, by their address in docs."""
    ids: Mapping[str, Iterable[str]] = {
        "archetypes": library.archetypes,
        "fill": library.archetypes,
        "sections": library.sections,
    }
    pages = {
        f"{folder}/{id_}.md": PAGES[folder].replace("ID", f'"{id_}"')
        for folder, names in ids.items()
        for id_ in names
    }
    return {**former_pages(library), **pages}


def with_archetypes(entries: list[Any], library: Library) -> list[Any]:
    """Return a navigation with the pages of all archetypes in place of their pattern."""
    return [inner for entry in entries for inner in _expanded(entry, library)]


def _expanded(entry: Any, library: Library) -> Iterator[Any]:
    if entry == ARCHETYPES:
        yield from ({a.short: f"archetypes/{a.id}.md"} for a in library.archetypes_in_order())
    elif isinstance(entry, dict):
        yield {label: _value(value, library) for label, value in entry.items()}
    else:
        yield entry


def _value(value: Any, library: Library) -> Any:
    written = [value] if value == ARCHETYPES else value
    return with_archetypes(written, library) if isinstance(written, list) else written
