"""Names the list of plans, the list that reports on them, and the section where it stands."""

from __future__ import annotations

from macros.source.shared_table import shared_table

TABLE = shared_table(__file__)  # the browser reads it too
PLANS: str = TABLE["plans"]
REPORT: str = TABLE["report"]
SECTION: str = TABLE["section"]
BEFORE: str = TABLE["before"]  # the section it precedes in an outline
QUOTED: list[str] = TABLE["quoted"]  # the fields of the report that are the last summary's words
