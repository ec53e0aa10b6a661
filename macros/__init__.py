"""Registers the site's macros with MkDocs; no other module depends on MkDocs."""

from __future__ import annotations

import re
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files
    from mkdocs_macros.plugin import MacrosPlugin

    from macros.library.library import Library
    from macros.site.reference_pages import ReferencePages

# The theme's own scripts, styles and icon: the site has its own.
UNUSED = re.compile(r"assets/(javascripts/|stylesheets/|images/favicon\.png$)")
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
    _add_pages(env.conf, pages.library)
    for name in MACROS:
        env.macro(getattr(pages, name), name)  # type: ignore[no-untyped-call]


def _add_pages(config: MkDocsConfig, library: Library) -> None:
    """Have MkDocs read the pages that follow from the data, except those that somebody wrote."""
    from mkdocs.plugins import BasePlugin  # noqa: PLC0415
    from mkdocs.structure.files import File, InclusionLevel  # noqa: PLC0415

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
    for paths in (config.extra_css, config.extra_javascript):
        for index, path in enumerate(paths):
            if file := files.get_file_from_path(str(path)):
                stem, _, ending = file.src_uri.rpartition(".")
                mark = sha256(file.content_bytes).hexdigest()[:8]
                file.dest_uri = paths[index] = f"{stem}.{mark}.min.{ending}"


def on_post_build(env: MacrosPlugin) -> None:
    """Write the files that are not pages, after the pages: examples, styles, libraries, index."""
    from macros.document.page_layout import DEFAULT_LAYOUT  # noqa: PLC0415
    from macros.output.example_files import write_examples, write_print_style  # noqa: PLC0415
    from macros.output.formats import PageStyle  # noqa: PLC0415
    from macros.site.browser_data import (  # noqa: PLC0415
        write_archetypes,
        write_dictionary,
        write_libraries,
        write_questions,
        write_rules,
    )
    from macros.site.search_index import write_search_index  # noqa: PLC0415
    from macros.site.third_party import license_text, third_party  # noqa: PLC0415

    site, root = Path(env.conf.site_dir), Path(env.conf.config_file_path).parent
    pages: ReferencePages = env.pages  # type: ignore[attr-defined]
    styles = {id_: PageStyle(layout, root) for id_, layout in pages.library.layouts.items()}
    write_examples(pages.outlines.every_example(), styles[DEFAULT_LAYOUT], site)
    for style in styles.values():
        write_print_style(style, site)
    write_libraries(pages.library, site)
    write_archetypes(pages.library, site)
    write_dictionary(pages.library, site)
    write_questions(pages.library, site)
    write_rules(pages.library, site)
    write_search_index(pages.outlines, root, site)
    (site / "licenses.txt").write_text(license_text(third_party(root)), "utf-8", newline="\n")
