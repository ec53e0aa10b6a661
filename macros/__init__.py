"""Registers the site's macros with MkDocs; no other module depends on MkDocs.

Only `mkdocs build` and live reload need this: the project's own build hands any host pages whose
macros have been run (macros/site/page_sources.py).
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs_macros.plugin import MacrosPlugin

    from macros.library.library import Library
    from macros.site.reference_pages import ReferencePages

CHECKED: dict[Path, ReferencePages] = {}  # of libraries that tools have just checked, by folder


def define_env(env: MacrosPlugin) -> None:
    """Check the project, then register each macro; mkdocs-macros calls this once per build."""
    from mkdocs.exceptions import PluginError  # noqa: PLC0415 - the command line runs without MkDocs

    from macros.library.library import validated  # noqa: PLC0415
    from macros.site.page_checks import MACROS  # noqa: PLC0415
    from macros.site.project_checks import check  # noqa: PLC0415
    from macros.site.reference_pages import ReferencePages  # noqa: PLC0415
    from macros.source.collecting import collect_rarely  # noqa: PLC0415
    from macros.source.report import ProblemsFoundError  # noqa: PLC0415

    collect_rarely()
    root = Path(env.conf.config_file_path).parent
    pages = CHECKED.pop(root, None)
    try:
        pages = pages or ReferencePages(validated(*check(root)), root)
    except ProblemsFoundError as error:
        raise PluginError(f"\n{error}") from None
    env.pages = pages  # type: ignore[attr-defined]  # for on_post_build
    _add_pages(env.conf, pages.library)
    for name in MACROS:
        env.macro(getattr(pages, name), name)  # type: ignore[no-untyped-call]


def _add_pages(config: MkDocsConfig, library: Library) -> None:
    """Have MkDocs read the pages that follow from the data, except those that somebody wrote."""
    from mkdocs.plugins import BasePlugin  # noqa: PLC0415
    from mkdocs.structure.files import File, InclusionLevel  # noqa: PLC0415

    from macros.site.finished_site import UNUSED  # noqa: PLC0415
    from macros.site.former_pages import former_pages  # noqa: PLC0415
    from macros.site.generated_pages import generated_pages, with_archetypes  # noqa: PLC0415

    former, undefined = former_pages(library), InclusionLevel.UNDEFINED

    class GeneratedPages(BasePlugin):  # type: ignore[type-arg,no-untyped-call]
        def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
            for address, text in generated_pages(library).items():
                if address not in files.src_uris:
                    place = InclusionLevel.NOT_IN_NAV if address in former else undefined
                    files.append(File.generated(config, address, content=text, inclusion=place))
            for file in list(files):
                if UNUSED.match(file.src_uri):
                    files.remove(file)
            _name_by_content(config, files)
            return files

    config.plugins["generated-pages"] = GeneratedPages()
    if config.nav:
        config.nav = with_archetypes(config.nav, library)


def _name_by_content(config: MkDocsConfig, files: Files) -> None:
    """Name the style sheet and script of every page by what is in them: browsers may keep them."""
    from macros.site.page_sources import named_by_content  # noqa: PLC0415

    for paths in (config.extra_css, config.extra_javascript):
        for index, path in enumerate(paths):
            if file := files.get_file_from_path(str(path)):
                file.dest_uri = paths[index] = named_by_content(file.src_uri, file.content_bytes)


def on_post_build(env: MacrosPlugin) -> None:
    """Write the files that are not pages, after the pages."""
    from macros.site.finished_site import finish_site  # noqa: PLC0415

    pages: ReferencePages = env.pages  # type: ignore[attr-defined]
    finish_site(pages, Path(env.conf.config_file_path).parent, Path(env.conf.site_dir))
