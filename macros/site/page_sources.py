"""Writes the pages as any host takes them: Markdown without macros, a menu without patterns.

What turns Markdown into pages then has to know nothing of this project but its Markdown extension.
"""

from __future__ import annotations

import os
import shutil
from hashlib import sha256
from typing import TYPE_CHECKING, Any

import yaml
from jinja2 import Environment, StrictUndefined

from macros.site.former_pages import former_pages
from macros.site.generated_pages import generated_pages, with_archetypes
from macros.site.page_checks import MACROS
from macros.source.front_matter import BLOCK

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from macros.library.library import Library
    from macros.site.reference_pages import ReferencePages

SETTINGS, DOCS = "mkdocs.yml", "docs"
FETCHED = ("extra_css", "extra_javascript")  # the style sheet and the script of every page


def write_sources(pages: ReferencePages, root: Path, folder: Path) -> None:
    """Write the pages of a project and the settings for them into an empty folder."""
    docs = folder / DOCS
    shutil.copytree(root / DOCS, docs)
    written = {p.relative_to(docs).as_posix(): p.read_text("utf-8-sig") for p in docs.rglob("*.md")}
    environment = Environment(undefined=StrictUndefined)  # noqa: S701 - Markdown, not HTML
    environment.globals |= {name: getattr(pages, name) for name in MACROS}
    for address, text in {**generated_pages(pages.library), **written}.items():
        path = docs / address
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(with_macros_run(text, environment), "utf-8", newline="\n")
    settings = yaml.safe_load((root / SETTINGS).read_text("utf-8"))
    for key in FETCHED:
        settings[key] = [_renamed(docs, path) for path in settings.get(key, [])]
    text = yaml.safe_dump(_settings(settings, pages.library, root, folder), allow_unicode=True)
    (folder / SETTINGS).write_text(text, "utf-8", newline="\n")


def named_by_content(path: str, data: bytes) -> str:
    """Return a name that changes when the content does, so that browsers may keep the file."""
    stem, _, ending = path.rpartition(".")
    return f"{stem}.{sha256(data).hexdigest()[:8]}.min.{ending}"


def _renamed(docs: Path, path: str) -> str:
    """Give a file such a name, if there is one, and return its name."""
    file = docs / path
    name = named_by_content(path, file.read_bytes()) if file.is_file() else path
    if name != path:
        file.rename(docs / name)
    return name


def with_macros_run(text: str, environment: Environment) -> str:
    """Return a page with what its macros print, unless its front matter says to leave them."""
    head = BLOCK.match(text)
    front = yaml.safe_load(head["yaml"]) if head else {}
    if front.get("render_macros") is False:
        return text
    end = head.end() if head else 0
    return text[:end] + environment.from_string(text[end:]).render()


def _settings(
    settings: dict[str, Any], library: Library, root: Path, folder: Path
) -> Mapping[str, Any]:
    """Return mkdocs.yml for this folder: its menu written out, and nothing that runs macros."""
    former = (f"/{address}\n" for address in former_pages(library))
    theme = settings["theme"]
    if overrides := theme.get("custom_dir"):
        theme = theme | {"custom_dir": os.path.relpath(root / overrides, folder)}
    return settings | {
        "docs_dir": DOCS,
        "nav": with_archetypes(settings.get("nav", []), library),
        "not_in_nav": "".join([settings.get("not_in_nav", ""), *former]),
        "plugins": [plugin for plugin in settings["plugins"] if not _runs_macros(plugin)],
        "theme": theme,
        "watch": [],
    }


def _runs_macros(plugin: Any) -> bool:
    return "macros" in (plugin if isinstance(plugin, dict) else [plugin])
