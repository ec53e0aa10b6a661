"""Says once a sentence with what its figures are compared: 14个，比上年增加1个；286人，增加12人.

Only what was computed is shortened, never a writer's words; a clause that compares with a plan
says both.  Mirrors browser/document/elision.js.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from macros.document.document import Run

TABLE = shared_table(__file__)  # browser/document/elision.js has the same
BASE = TABLE["bases"] + TABLE["before"]
NAMES = ("other_bases", "clause_ends", "sentence_ends")
FOUND = re.compile("|".join([f"(?P<base>{BASE})", *(f"(?P<{n}>{TABLE[n]})" for n in NAMES)]))


def elided(runs: tuple[Run, ...]) -> tuple[Run, ...]:
    """Return the runs without the period compared with where the sentence has named it before."""
    sentence = _Sentence()
    return tuple(replace(run, text=sentence.shortened(run)) for run in runs)


class _Sentence:
    """What a sentence has said so far."""

    def __init__(self) -> None:
        self.named = self.has_other = False

    def shortened(self, run: Run) -> str:
        computed = bool(run.formula)
        return FOUND.sub(lambda found: self._kept(found, computed=computed), run.text)

    def _kept(self, found: re.Match[str], *, computed: bool) -> str:
        if found.lastgroup == "base":
            is_again = self.named and not self.has_other
            self.named = True
            return "" if is_again and computed else found[0]
        self.has_other = found.lastgroup == "other_bases"
        self.named = self.named and found.lastgroup != "sentence_ends"
        return found[0]
