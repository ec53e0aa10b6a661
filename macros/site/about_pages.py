"""The macro of the page about the site."""

from __future__ import annotations

from macros.site.archetype_pages import Pages


class AboutPages(Pages):
    """Adds the macro of the page about."""

    def about(self) -> str:
        """Return the place where a script says what the site's server sends."""
        return self._html("about")
