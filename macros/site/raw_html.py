"""A Markdown extension that passes the HTML of our macros through instead of parsing it.

Parsing it took a fifth of a build.  The macros mark their HTML with `raw`; the marks are removed.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from macros.site.raw_marks import RAW_END, RAW_START

if TYPE_CHECKING:
    from markdown import Markdown

RAW = re.compile(f"^{RAW_START}\n(.*?)\n{RAW_END}$", re.MULTILINE | re.DOTALL)


class RawHtmlPreprocessor(Preprocessor):
    """Replaces marked HTML by placeholders before Markdown parses HTML blocks."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the page with a placeholder for each marked piece."""
        store = self.md.htmlStash.store
        return RAW.sub(lambda found: store(found[1]), "\n".join(lines)).split("\n")


class RawHtml(Extension):
    """Registers the preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Run before the parser of HTML blocks, whose priority is 20."""
        md.preprocessors.register(RawHtmlPreprocessor(md), "raw_html", 25)
        md.block_level_elements.append("link")  # else it is wrapped in <p>


def makeExtension(**options: object) -> RawHtml:  # noqa: N802 - Markdown's name
    """Return the extension; Markdown calls this by its name."""
    return RawHtml(**options)
