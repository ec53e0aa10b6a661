"""Says once a paragraph with what its figures are compared: 14个，比上年增加1个；286人，增加12人.

Only what was computed is shortened, and only after what was computed: a writer may have meant
another period.  A clause that compares with a plan says both.  Mirrors browser/document/elision.js.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from macros.document.document import Run

TABLE = shared_table(__file__)  # browser/document/elision.js has the same
FOUND = re.compile("|".join(f"(?P<{name}>{pattern})" for name, pattern in TABLE.items()))


def elided(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs without the period compared with where the paragraph has named it before."""
    paragraph = _Paragraph()
    return tuple(_with(run, paragraph.shortened(run)) for run in runs)


def _with(run: Run, text: str) -> Run:
    return run if text == run.text else replace(run, text=text)


class _Paragraph:
    """What a paragraph has said so far."""

    def __init__(self) -> None:
        self.named = self.has_other = False

    def shortened(self, run: Run) -> str:
        computed = bool(run.formula)
        return FOUND.sub(lambda found: self._kept(found, computed=computed), run.text)

    def _kept(self, found: re.Match[str], *, computed: bool) -> str:
        if found.lastgroup != "bases":
            self.has_other = found.lastgroup == "other_bases"
            return found[0]
        is_again = self.named and not self.has_other
        self.named = self.named or computed
        return "" if is_again and computed else found[0]
