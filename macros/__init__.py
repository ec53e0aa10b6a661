"""Registers the site's macros with MkDocs, which no other module knows."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs_macros.plugin import MacrosPlugin


def define_env(env: MacrosPlugin) -> None:
    """Check the project, then register each macro; mkdocs-macros calls this once per build."""
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 - the command line runs without MkDocs

    from macros.checks import check  # noqa: PLC0415
    from macros.library import sound  # noqa: PLC0415
    from macros.page_sources import MACROS  # noqa: PLC0415
    from macros.pages import Pages  # noqa: PLC0415
    from macros.report import ProblemsFoundError  # noqa: PLC0415
    from macros.search import SegmentationMissingError, teach  # noqa: PLC0415

    root = Path(env.conf.config_file_path).parent
    try:
        pages = Pages(sound(*check(root)), root)
        teach(pages.library)
    except (ProblemsFoundError, SegmentationMissingError) as error:
        raise PluginError(f"\n{error}") from None
    env.library = pages.library  # type: ignore[attr-defined]
    for name in MACROS:
        env.macro(getattr(pages, name), name)  # type: ignore[no-untyped-call]


def on_post_build(env: MacrosPlugin) -> None:
    """Finish the search index; mkdocs-macros calls this when the search plugin is done."""
    from macros.search import finish  # noqa: PLC0415

    finish(Path(env.conf.site_dir), env.library)  # type: ignore[attr-defined]
