"""Finishes a site whose pages some host has written: examples, styles, libraries, search index."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.document.page_layout import DEFAULT_LAYOUT
from macros.output.example_files import write_examples, write_print_style
from macros.output.formats import PageStyle
from macros.site.browser_data import (
    write_archetypes,
    write_dictionary,
    write_libraries,
    write_questions,
    write_rules,
)
from macros.site.search_index import write_search_index
from macros.site.structure_data import write_structures
from macros.site.third_party import license_text, third_party

if TYPE_CHECKING:
    from pathlib import Path

    from macros.site.reference_pages import ReferencePages

# The theme's own scripts, styles and icon: the site has its own.
UNUSED = re.compile(r"assets/(javascripts/|stylesheets/|images/favicon\.png$)")


def finish_site(pages: ReferencePages, root: Path, site: Path) -> None:
    """Write the files that are no pages, and remove those that the theme brings for nothing."""
    library = pages.library
    styles = {id_: PageStyle(layout, root) for id_, layout in library.layouts.items()}
    write_examples(pages.outlines.every_example(), styles[DEFAULT_LAYOUT], site)
    for style in styles.values():
        write_print_style(style, site)
    write_libraries(library, site)
    write_archetypes(library, site)
    write_structures(library, site)
    write_dictionary(library, site)
    write_questions(library, site)
    write_rules(library, site)
    write_search_index(pages.outlines, root, site)
    (site / "licenses.txt").write_text(license_text(third_party(root)), "utf-8", newline="\n")
    _remove_unused(site)


def _remove_unused(site: Path) -> None:
    for path in sorted((site / "assets").rglob("*"), reverse=True):
        if UNUSED.match(path.relative_to(site).as_posix()) and path.is_file():
            path.unlink()
        elif path.is_dir() and not any(path.iterdir()):
            path.rmdir()
