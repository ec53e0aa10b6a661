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
    from collections.abc import Callable, Iterator


@dataclass(frozen=True)
class PersonalData:
    """A kind of personal data, and the words."""

    name: str
    words: str


def personal_data(text: str) -> Iterator[PersonalData]:
    """Yield the personal data in a text, kind by kind."""
    for name, pattern, is_right in KINDS:
        for found in pattern.finditer(text):
            if is_right is None or is_right(found.group()):
                yield PersonalData(name, found.group())


def _is_luhn(number: str) -> bool:
    """Tell whether the last digit of a bank card's number follows from the others."""
    digits = [int(digit) for digit in reversed(number.replace(" ", ""))]
    doubled = [sum(divmod(2 * digit, 10)) for digit in digits[1::2]]
    return (sum(digits[::2]) + sum(doubled)) % 10 == 0


CHECKS: dict[str, Callable[[str], bool]] = {"luhn": _is_luhn}
KINDS = [
    (row["name"], re.compile(row["pattern"]), CHECKS.get(row.get("check", "")))
    for row in shared_table(__file__)["kinds"]
]
