"""Which figures the opening states with their change, so that no section says the change again.

Mirrors browser/library/announced.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.headlines import FIELD, LIST

if TYPE_CHECKING:
    from macros.facts.entries import Entries
    from macros.library.summary import Summary


def announced_facts(summary: Summary, entries: Entries) -> frozenset[str]:
    """Return the facts that the opening cites, if the text has an opening that states them."""
    rows = entries.get(LIST)
    if not isinstance(rows, list) or LIST not in summary.printed_facts:
        return frozenset()
    return frozenset(str(row[FIELD]) for row in rows if FIELD in row)
