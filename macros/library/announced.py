"""Which figures the opening states with their change, so that no section says the change again.

Mirrors browser/library/announced.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.headlines import FIELD, STATED_IN

if TYPE_CHECKING:
    from macros.facts.entries import Entries
    from macros.library.summary import Summary


def announced_facts(summary: Summary, entries: Entries) -> frozenset[str]:
    """Return the facts that the opening cites, if the text has an opening that states them."""
    lists = [entries.get(name) for name in STATED_IN if name in summary.printed_facts]
    rows = [row for given in lists if isinstance(given, list) for row in given]
    return frozenset(str(row[FIELD]) for row in rows if FIELD in row)
