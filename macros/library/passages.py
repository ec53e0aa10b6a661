"""The passages of a section: its places and the writer's own items, in the order they are printed.

Mirrors browser/library/passages.js.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from macros.library.emphasis import FIRST, SHORT, short_body, weights_in
from macros.templating.own_text import OwnText, read_own_text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from macros.schema.archetypes import Form, ItemName, Section
    from macros.schema.facts_files import Content, OwnItem
    from macros.schema.vocabulary import FactSpec
    from macros.templating.compiler import Body
    from macros.templating.places import Place


@dataclass(frozen=True, eq=False)
class Passage:
    """A place as its template has it (`body`), or own words (`text`) under a title that stays.

    `name` is the place's, or an own item's id.  One that is `joined` goes on with the paragraph
    before it in the brief form.
    """

    name: str
    title: str = ""
    joined: bool = False
    body: Body | None = None
    text: OwnText | None = None
    is_place: bool = True


def passages(
    section: Section,
    places: Sequence[Place],
    content: Content,
    specs: Mapping[str, FactSpec],
    form: Form,
) -> list[Passage]:
    """Return the passages of a section that are printed, in their order."""
    texts = by_place(section, content.own.texts.get(section.id, {}))
    skipped = {section.place_named(name) for name in content.skip.get(section.id, ())}
    weights = weights_in(section, content)
    found = [
        _worded(item.name, place, texts[item.name], specs)
        if item.name in texts
        else _of_template(item, place, weights.get(item.name, ""), specs, form)
        for item, place in zip(section.items, places, strict=True)
    ]
    found = _with_items(section, found, content.own.items.get(section.id, ()), specs)
    kept = [passage for passage in found if passage.name not in skipped]
    kept.sort(key=lambda passage: weights.get(passage.name) != FIRST)
    order = [section.place_named(name) for name in content.order.get(section.id, ())]
    return _ordered(kept, order)


def by_place(section: Section, texts: Mapping[str, str]) -> dict[str, str]:
    """Return texts by the names that the section's places have now."""
    return {section.place_named(name): text for name, text in texts.items()}


def _worded(name: str, place: Place, written: str, specs: Mapping[str, FactSpec]) -> Passage:
    text = read_own_text(written, specs, marked=False)
    return Passage(name, place.title, place.joined, text=text)


def _of_template(
    item: ItemName, place: Place, weight: str, specs: Mapping[str, FactSpec], form: Form
) -> Passage:
    """Return a place as its template has it, or in one sentence where it is marked so."""
    is_short = weight == SHORT and item.main is not None
    body = short_body(place.title, item.main or "", specs, form) if is_short else place.body
    return Passage(item.name, place.title, place.joined, body)


def _with_items(
    section: Section,
    places: list[Passage],
    items: Iterable[OwnItem],
    specs: Mapping[str, FactSpec],
) -> list[Passage]:
    """Return the places with each own item after what it names; the others come first.

    An item after something that is gone comes last.
    """
    followers: dict[str, list[Passage]] = {}
    for item in items:
        anchor = section.place_named(item.after) if item.after else ""
        text = read_own_text(item.text, specs, marked=False)
        passage = Passage(item.id, item.title, text=text, is_place=False)
        followers.setdefault(anchor, []).append(passage)
    found: list[Passage] = []
    waiting = [*reversed(places), *reversed(followers.pop("", []))]
    while waiting or followers:
        if not waiting:  # what they are after is gone
            waiting = followers.pop(next(iter(followers)))[::-1]
        passage = waiting.pop()
        found.append(passage)
        waiting += reversed(followers.pop(passage.name, []))
    return found


def _ordered(found: list[Passage], order: Sequence[str]) -> list[Passage]:
    """Return the passages named in `order` first, in that order; the others follow."""
    by_name = {passage.name: passage for passage in found}
    first = [by_name[name] for name in dict.fromkeys(order) if name in by_name]
    return [*first, *(passage for passage in found if passage not in first)]
