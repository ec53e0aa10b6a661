"""Lists the words of a writer's own in a file, each with where it stands, and replaces them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from macros.library.library import OWN_FRAME
from macros.source.yaml_reader import to_data

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.facts.offices import Office
    from macros.schema.archetypes import Section

    Sections = Mapping[str, Section]

FRAME_NAMES = {
    "title": "标题",
    "addressee": "主送机关",
    "signature": "落款",
    "date": "日期",
    "endnote": "附注",
}
UNTITLED = "自己加的段落"


@dataclass(frozen=True)
class Spot:
    """Where own words stand: a section and a place of it, both empty in the outline."""

    section: str
    place: str  # empty in a section of the writer's own, else a place's name or an item's id
    where: str  # how a writer calls it
    keys: tuple[str, ...]  # that lead there in the file

    @property
    def path(self) -> str:
        """The place as keys of findings have it."""
        return f"{self.section}/{self.place}"


OUTLINE = Spot("", "", "提纲", ("outline",))
Change = Callable[[Spot, str], str]  # from where a text stands and the text to what replaces it


def own_words(content: Mapping[str, Any], sections: Sections) -> dict[Spot, str]:
    """Return the words of the writer's own in the content of a file, in its order."""
    found: dict[Spot, list[str]] = {}

    def collect(spot: Spot, text: str) -> str:
        found.setdefault(spot, []).append(text)
        return text

    with_words(content, sections, collect)
    return {spot: "\n".join(texts) for spot, texts in found.items()}


def words_of_office(office: Office, sections: Sections) -> dict[Spot, str]:
    """Return the words of the writer's own in an office's file."""
    written = office.node.entries
    parts = ("outline", "own")
    held: dict[str, Any] = {key: to_data(written[key][1]) for key in parts if key in written}
    return own_words(held, sections)


def with_words(content: Mapping[str, Any], sections: Sections, change: Change) -> dict[str, Any]:
    """Return the content of a file with all words of the writer's own changed."""
    changed = dict(content)
    if "outline" in content:
        changed["outline"] = [_entry(entry, change) for entry in content["outline"]]
    if "own" in content:
        changed["own"] = _own(content["own"], sections, change)
    return changed


def _entry(entry: Mapping[str, Any], change: Change) -> dict[str, Any]:
    changed = dict(entry)
    if "heading" in entry:
        changed["heading"] = change(OUTLINE, entry["heading"])
    if "sections" in entry:
        changed["sections"] = [_entry(inner, change) for inner in entry["sections"]]
    return changed


def _own(own: Mapping[str, Any], sections: Sections, change: Change) -> dict[str, Any]:
    changed = dict(own)
    if "sections" in own:
        changed["sections"] = {
            name: _section(name, section, change) for name, section in own["sections"].items()
        }
    if "items" in own:
        changed["items"] = {
            use: [_item(use, item, sections, change) for item in items]
            for use, items in own["items"].items()
        }
    if "texts" in own:
        changed["texts"] = {
            use: {
                place: change(_spot_of_text(use, place, sections), text)
                for place, text in texts.items()
            }
            for use, texts in own["texts"].items()
        }
    return changed


def _section(name: str, section: Mapping[str, str], change: Change) -> dict[str, str]:
    spot = Spot(name, "", section["name"], ("own", "sections", name))
    words = {key: change(spot, section[key]) for key in ("name", "text") if key in section}
    return {**section, **words}


def _item(use: str, item: Mapping[str, str], sections: Sections, change: Change) -> dict[str, str]:
    where = f"{_name(use, sections)}·{item.get('title') or UNTITLED}"
    spot = Spot(use, item["id"], where, ("own", "items", use))
    words = {key: change(spot, item[key]) for key in ("title", "text") if key in item}
    return {**item, **words}


def _spot_of_text(use: str, place: str, sections: Sections) -> Spot:
    where = f"{_name(use, sections)}·{place}"
    if use == OWN_FRAME:
        where = FRAME_NAMES.get(place, place)
    return Spot(use, place, where, ("own", "texts", use, place))


def _name(use: str, sections: Sections) -> str:
    return sections[use].name if use in sections else use
