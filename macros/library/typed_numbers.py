"""Finds the digits that a writer has typed into own words, where no figure can be computed.

They are allowed, because they are the writer's words, but they are listed: nothing else tells
that they are still right.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.library.library import OWN_FRAME

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library.library import Library

# Not those of a name, such as H7N9 or 5G.
DIGITS = re.compile(r"(?<![A-Za-z0-9])[0-9０-９]+(?:[.．,][0-9０-９]+)*(?![A-Za-z0-9])[%％‰]?")
EXPRESSION = re.compile(r"(\{\{.*?\}\})")  # within one line
GAP = "＿＿"
FRAME_NAMES = {"title": "标题", "signature": "落款", "date": "日期"}
Change = Callable[[str, str], str]  # from where a text stands and the text to what replaces it


@dataclass(frozen=True)
class TypedNumber:
    """A number typed by hand, and the section and place where it stands."""

    where: str
    digits: str

    def __str__(self) -> str:
        """Return what is printed of it."""
        return f"{self.where}“{self.digits}”"


def typed_numbers(content: Mapping[str, Any], library: Library) -> list[TypedNumber]:
    """Return the numbers typed in the content of a file, in its order."""
    found: list[TypedNumber] = []

    def collect(where: str, text: str) -> str:
        literal = "".join(EXPRESSION.split(text)[::2])
        found.extend(TypedNumber(where, digits) for digits in DIGITS.findall(literal))
        return text

    _with_words(content, library, collect)
    return found


def without_typed_numbers(content: Mapping[str, Any], library: Library) -> dict[str, Any]:
    """Return the content of a file with a gap for each number that was typed."""
    return _with_words(content, library, lambda _, text: with_gaps(text))


def with_gaps(text: str) -> str:
    """Return a text with a gap for each number that was typed, but its expressions as they are."""
    parts = EXPRESSION.split(text)
    parts[::2] = [DIGITS.sub(GAP, literal) for literal in parts[::2]]
    return "".join(parts)


def _with_words(content: Mapping[str, Any], library: Library, change: Change) -> dict[str, Any]:
    """Return the content with all words of the writer's own changed."""
    changed = dict(content)
    if "outline" in content:
        changed["outline"] = [_entry(entry, change) for entry in content["outline"]]
    if "own" in content:
        changed["own"] = _own(content["own"], library, change)
    return changed


def _entry(entry: Mapping[str, Any], change: Change) -> dict[str, Any]:
    changed = dict(entry)
    if "heading" in entry:
        changed["heading"] = change("提纲", entry["heading"])
    if "sections" in entry:
        changed["sections"] = [_entry(inner, change) for inner in entry["sections"]]
    return changed


def _own(own: Mapping[str, Any], library: Library, change: Change) -> dict[str, Any]:
    def of(use: str, place: str) -> str:
        if use == OWN_FRAME:
            return FRAME_NAMES.get(place, place)
        section = library.sections.get(use)
        return f"{section.name if section else use}·{place}"

    changed = dict(own)
    if "sections" in own:
        changed["sections"] = {
            name: {key: change(section["name"], text) for key, text in section.items()}
            for name, section in own["sections"].items()
        }
    if "items" in own:
        changed["items"] = {
            use: [_item(item, of(use, item.get("title") or item["id"]), change) for item in items]
            for use, items in own["items"].items()
        }
    if "texts" in own:
        changed["texts"] = {
            use: {place: change(of(use, place), text) for place, text in texts.items()}
            for use, texts in own["texts"].items()
        }
    return changed


def _item(item: Mapping[str, str], where: str, change: Change) -> dict[str, str]:
    words = {key: change(where, item[key]) for key in ("title", "text") if key in item}
    return {**item, **words}
