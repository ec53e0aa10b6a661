"""Registers the site's macros with MkDocs, which no other module knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin

    from macros.library.library import Library
    from macros.site.reference_pages import ReferencePages

CHECKED: dict[Path, Library] = {}  # what a build has just found sound, by folder


def define_env(env: MacrosPlugin) -> None:
    """Check the project, then register each macro; mkdocs-macros calls this once per build."""
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 - the command line runs without MkDocs

    from macros.library.library import sound  # noqa: PLC0415
    from macros.site.page_checks import MACROS  # noqa: PLC0415
    from macros.site.project_checks import check  # noqa: PLC0415
    from macros.site.reference_pages import ReferencePages  # noqa: PLC0415
    from macros.source.report import ProblemsFoundError  # noqa: PLC0415

    root = Path(env.conf.config_file_path).parent
    library = CHECKED.pop(root, None)
    try:
        pages = ReferencePages(library or sound(*check(root)), root)
    except ProblemsFoundError as error:
        raise PluginError(f"\n{error}") from None
    env.pages = pages  # type: ignore[attr-defined]  # for on_post_build
    for name in MACROS:
        env.macro(getattr(pages, name), name)  # type: ignore[no-untyped-call]


def on_post_build(env: MacrosPlugin) -> None:
    """Write what is not a page, when the pages are written: examples, print style, search index."""
    from macros.document.page_layout import DEFAULT_LAYOUT  # noqa: PLC0415
    from macros.output.example_files import write_examples, write_print_style  # noqa: PLC0415
    from macros.output.formats import Look  # noqa: PLC0415
    from macros.site.search_index import finish  # noqa: PLC0415

    site, root = Path(env.conf.site_dir), Path(env.conf.config_file_path).parent
    pages: ReferencePages = env.pages  # type: ignore[attr-defined]
    looks = {id_: Look(layout, root) for id_, layout in pages.library.layouts.items()}
    write_examples(pages.outlines.every_example(), looks[DEFAULT_LAYOUT], site)
    for look in looks.values():
        write_print_style(look, site)
    finish(site, pages.library)
