"""Finds what tells of a single person in words that were typed: numbers of identity cards, names.

A summary is passed on and published, so such words have no place in it.  What may be something else
is not found: a warning that is wrong once is not read again.  Mirrors
browser/library/personal_data.js.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.source.shared_table import shared_table

if TYPE_CHECKING:
    from collections.abc import Iterator


@dataclass(frozen=True)
class PersonalData:
    """A kind of personal data, and the words."""

    name: str
    words: str


def personal_data(text: str) -> Iterator[PersonalData]:
    """Yield the personal data in a text, kind by kind."""
    for name, pattern in KINDS:
        for found in pattern.finditer(text):
            yield PersonalData(name, found.group())


KINDS = [(row["name"], re.compile(row["pattern"])) for row in shared_table(__file__)["kinds"]]
