"""Registers the site's macros with MkDocs; no other module depends on MkDocs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin

    from macros.site.reference_pages import ReferencePages

CHECKED: dict[Path, ReferencePages] = {}  # of libraries that tools have just checked, by folder


def define_env(env: MacrosPlugin) -> None:
    """Check the project, then register each macro; mkdocs-macros calls this once per build."""
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 - the command line runs without MkDocs

    from macros.library.library import validated  # noqa: PLC0415
    from macros.site.page_checks import MACROS  # noqa: PLC0415
    from macros.site.project_checks import check  # noqa: PLC0415
    from macros.site.reference_pages import ReferencePages  # noqa: PLC0415
    from macros.source.report import ProblemsFoundError  # noqa: PLC0415

    root = Path(env.conf.config_file_path).parent
    pages = CHECKED.pop(root, None)
    try:
        pages = pages or ReferencePages(validated(*check(root)), root)
    except ProblemsFoundError as error:
        raise PluginError(f"\n{error}") from None
    env.pages = pages  # type: ignore[attr-defined]  # for on_post_build
    for name in MACROS:
        env.macro(getattr(pages, name), name)  # type: ignore[no-untyped-call]


def on_post_build(env: MacrosPlugin) -> None:
    """Write the files that are not pages, after the pages: examples, styles, libraries, index."""
    from macros.document.page_layout import DEFAULT_LAYOUT  # noqa: PLC0415
    from macros.output.example_files import write_examples, write_print_style  # noqa: PLC0415
    from macros.output.formats import PageStyle  # noqa: PLC0415
    from macros.site.browser_data import write_dictionary, write_libraries  # noqa: PLC0415
    from macros.site.search_index import rewrite_index  # noqa: PLC0415

    site, root = Path(env.conf.site_dir), Path(env.conf.config_file_path).parent
    pages: ReferencePages = env.pages  # type: ignore[attr-defined]
    styles = {id_: PageStyle(layout, root) for id_, layout in pages.library.layouts.items()}
    write_examples(pages.outlines.every_example(), styles[DEFAULT_LAYOUT], site)
    for style in styles.values():
        write_print_style(style, site)
    write_libraries(pages.library, site)
    write_dictionary(pages.library, site)
    rewrite_index(site, pages.library)
