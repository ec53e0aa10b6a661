"""Which figures stand with their change before the sections do, so that none says the change again.

The opening states some, and an overview shows others in its table.  Mirrors
browser/library/announced.js.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.headlines import FIELD, STATED_IN
from macros.templating.own_expressions import is_table
from macros.templating.render import expressions_in

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.facts.entries import Entries
    from macros.library.summary import Summary


def stated_facts(summary: Summary, entries: Entries) -> frozenset[str]:
    """Return the facts that the opening cites, if the text has an opening that states them."""
    lists = [entries.get(name) for name in STATED_IN if name in summary.printed_facts]
    rows = [row for given in lists if isinstance(given, list) for row in given]
    return frozenset(str(row[FIELD]) for row in rows if FIELD in row)


def tabled_facts(summary: Summary) -> frozenset[str]:
    """Return the facts in the tables of overviews."""
    return frozenset(_tabled(summary))


def _tabled(summary: Summary) -> Iterator[str]:
    uses = (line.use or "" for line in summary.lines)
    overviews = filter(summary.library.is_overview, uses)
    passages = [passage for use in overviews for passage in summary.passages(use)]
    for passage in passages:
        found = (expression for expression, _ in expressions_in(passage.body or [], {}))
        yield from (name for table in found if is_table(table) for name in table[2:])
