"""Finds the digits that a writer has typed into own words, where no figure can be computed.

They are allowed, because they are the writer's words, but they are listed: nothing else tells
that they are still right.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from macros.library.found_words import FoundWords
from macros.library.own_words import own_words, with_words
from macros.templating.own_text import EXPRESSION, without_expressions

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.facts.entries import Entries
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec

# Not those of a name, such as H7N9 or 5G.
DIGITS = re.compile(r"(?<![A-Za-z0-9])[0-9０-９]+(?:[.．,][0-9０-９]+)*(?![A-Za-z0-9])[%％‰]?")
GAP = "＿＿"


class TypedNumbers(FoundWords):
    """The numbers typed by hand at one place."""

    kind = "typed"


def typed_numbers(content: Mapping[str, Any], library: Library) -> list[TypedNumbers]:
    """Return the numbers typed in the content of a file, in its order."""
    words = own_words(content, library.sections).items()
    found = (TypedNumbers(spot.path, spot.where, numbers_in(text)) for spot, text in words)
    return [numbers for numbers in found if numbers.words]


def numbers_in(text: str) -> tuple[str, ...]:
    """Return the digits in a text, outside its expressions."""
    return tuple(DIGITS.findall(without_expressions(text)))


def listed(numbers: list[TypedNumbers], done: str = "") -> str:
    """Return how many numbers there are, what was done with them, and where they stand."""
    count = sum(len(each.words) for each in numbers)
    return f"手写的数字{count}处{done}：{'、'.join(map(str, numbers))}。"


def typed_in_lists(specs: Mapping[str, FactSpec], entries: Entries) -> list[TypedNumbers]:
    """Return the numbers typed in the own words of lists' records."""
    found: list[TypedNumbers] = []
    for name, entry in entries.items():
        fields = [key for key, field in specs[name].record.items() if field.type == "words"]
        for index, row in enumerate(entry if isinstance(entry, list) else []):
            where = f"{specs[name].label}第{index + 1}条"
            words = ((key, str(row[key])) for key in fields if key in row)
            found += [
                TypedNumbers(f"{name}[{index}].{key}", where, numbers_in(text))
                for key, text in words
            ]
    return [numbers for numbers in found if numbers.words]


def without_typed_numbers(content: Mapping[str, Any], library: Library) -> dict[str, Any]:
    """Return the content of a file with a gap for each number that was typed."""
    return with_words(content, library.sections, lambda _, text: with_gaps(text))


def with_gaps(text: str) -> str:
    """Return a text with a gap for each number that was typed, but its expressions as they are."""
    parts = EXPRESSION.split(text)
    parts[::2] = [DIGITS.sub(GAP, literal) for literal in parts[::2]]
    return "".join(parts)
