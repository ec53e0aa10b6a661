"""The macro of the page that checks a reader's text."""

from __future__ import annotations

from macros.site.archetype_pages import Pages


class ReviewPages(Pages):
    """Adds the macro of the page review."""

    def review(self) -> str:
        """Return the place where a script makes the page, with the layout of its Word files."""
        return self._html("review", layout=self.layouts[0])
