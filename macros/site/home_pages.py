"""The macros of the home page: recent drafts, the kinds of summaries, a finished page."""

from __future__ import annotations

from itertools import groupby

from macros.site.archetype_pages import Pages
from macros.site.effort import effort_of
from macros.site.specimen import specimen


class HomePages(Pages):
    """Adds the macros of the home page."""

    def recent_drafts(self) -> str:
        """Return the place where a script shows the last drafts, if this machine has any."""
        return self._html("recent_drafts")

    def kinds(self) -> str:
        """Return every archetype, by who writes it, with what it needs and how long it takes."""
        archetypes = self.library.archetypes_in_order()
        groups = groupby(archetypes, key=lambda archetype: archetype.office)
        by_office = {office: list(found) for office, found in groups}
        efforts = {a.id: effort_of(self.library, a) for a in archetypes}
        return self._html("kinds", by_office=by_office, efforts=efforts)

    def specimen(self) -> str:
        """Return the picture of a finished page, drawn from an example."""
        found = specimen(self.library)
        return self._html("specimen", specimen=found) if found else ""
