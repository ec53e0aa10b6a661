"""A Markdown extension that passes the HTML of our macros through instead of parsing it.

Parsing it took a fifth of a build.  The macros mark their HTML with `raw`; the marks are removed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from markdown.extensions import Extension
from markdown.preprocessors import Preprocessor

from macros.site.raw_marks import RAW_END, RAW_START

if TYPE_CHECKING:
    from markdown import Markdown

START, END = f"\n{RAW_START}\n", f"\n{RAW_END}"


class RawHtmlPreprocessor(Preprocessor):
    """Replaces marked HTML by placeholders before Markdown parses HTML blocks."""

    def run(self, lines: list[str]) -> list[str]:
        """Return the page with a placeholder for each marked piece."""
        first, *others = "\n".join(["", *lines, ""]).split(START)
        return "".join([first, *map(self._stored, others)]).split("\n")[1:-1]

    def _stored(self, text: str) -> str:
        """Return a placeholder for what is marked, and what follows it."""
        html, _, after = text.partition(END)
        return f"\n{self.md.htmlStash.store(html)}{after}"


class RawHtml(Extension):
    """Registers the preprocessor."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802 - Markdown's name
        """Run before all that looks for marks, but after what makes lines even, which has 30."""
        md.preprocessors.register(RawHtmlPreprocessor(md), "raw_html", 29)
        md.block_level_elements.append("link")  # else it is wrapped in <p>


def makeExtension(**options: object) -> RawHtml:  # noqa: N802 - Markdown's name
    """Return the extension; Markdown calls this by its name."""
    return RawHtml(**options)
