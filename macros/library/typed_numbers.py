"""Finds the digits that a writer has typed into own words, where no figure can be computed.

They are allowed, because they are the writer's words, but they are listed: nothing else tells
that they are still right.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.library.finding_keys import finding_key
from macros.library.own_words import Spot, own_words, with_words

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library.library import Library

# Not those of a name, such as H7N9 or 5G.
DIGITS = re.compile(r"(?<![A-Za-z0-9])[0-9０-９]+(?:[.．,][0-9０-９]+)*(?![A-Za-z0-9])[%％‰]?")
EXPRESSION = re.compile(r"(\{\{.*?\}\})")  # within one line
GAP = "＿＿"


@dataclass(frozen=True)
class TypedNumbers:
    """The numbers typed by hand at one spot, in their order."""

    spot: Spot
    digits: tuple[str, ...]

    @property
    def key(self) -> str:
        """What a writer sets them aside by; other numbers have another key."""
        each = "、".join(dict.fromkeys(self.digits))
        return finding_key("typed", f"{self.spot.section}/{self.spot.place}", each)

    def __str__(self) -> str:
        """Return what is printed of them."""
        return self.spot.where + "".join(f"“{digits}”" for digits in dict.fromkeys(self.digits))


def typed_numbers(content: Mapping[str, Any], library: Library) -> list[TypedNumbers]:
    """Return the numbers typed in the content of a file, in its order."""
    words = own_words(content, library.sections).items()
    found = (TypedNumbers(spot, numbers_in(text)) for spot, text in words)
    return [numbers for numbers in found if numbers.digits]


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the digits in a text, outside its expressions."""
    return tuple(DIGITS.findall("".join(EXPRESSION.split(text)[::2])))


def listed(numbers: list[TypedNumbers], done: str = "") -> str:
    """Return how many numbers there are, what was done with them, and where they stand."""
    count = sum(len(each.digits) for each in numbers)
    return f"手写的数字{count}处{done}：{'、'.join(map(str, numbers))}。"


def without_typed_numbers(content: Mapping[str, Any], library: Library) -> dict[str, Any]:
    """Return the content of a file with a gap for each number that was typed."""
    return with_words(content, library.sections, lambda _, text: with_gaps(text))


def with_gaps(text: str) -> str:
    """Return a text with a gap for each number that was typed, but its expressions as they are."""
    parts = EXPRESSION.split(text)
    parts[::2] = [DIGITS.sub(GAP, literal) for literal in parts[::2]]
    return "".join(parts)
