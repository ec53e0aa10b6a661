"""The search index: what each page of the site is found by, for browser/search.

It is made from the library, and from the Markdown of the pages that somebody wrote.  What several
pages share stands in it once: the facts of a section with its own page, its example text with the
first archetype that uses it; the other archetypes refer to the section.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.archetype_facts import inputs_of
from macros.site.browser_data import write_script
from macros.site.registry_entries import registry_entries
from macros.site.written_pages import written_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from macros.library.library import Library
    from macros.schema.archetypes import Archetype, Section
    from macros.site.browser_data import Json
    from macros.site.outline import Outlines, Part

KINDS = ("index.html", "archetypes")  # where the list of all kinds of summaries stands
OPEN_ADVICE = "没有专门范本的工作用这一种写：框架是现成的，章节和指标自己加。"
KINDS_ADVICE = "看全部范本，按写的单位列出。"
SECTION_BOOST = 0.5  # the kinds of summaries that use a section come first
MAINTAINING = "maintaining/"
READING_BOOST = 0.3


def write_search_index(outlines: Outlines, root: Path, site: Path) -> None:
    """Write the index as a classic script, which loads on file:// too."""
    write_script(site, "search-index.js", "summariesSearchIndex", search_index(outlines, root))


def search_index(outlines: Outlines, root: Path) -> list[Json]:
    """Return each page with its address, title, text and names, and with its parts by anchor.

    A page with `advice` is offered, with that, where nothing else is found; one that is `aside` is
    found only where no other is.
    """
    pages = {page["at"]: page for page in _generated(outlines)}
    for written in written_pages(root, registry_entries(outlines.library)):
        if page := pages.get(written["at"]):  # written in place of a generated one
            page["text"] += f" {written['text']}"
        else:
            pages[written["at"]] = _ranked(written)
    return [_without_empty(page) for page in pages.values()]


def _without_empty(page: Json) -> Json:
    """Return a page without the keys that say nothing: at a thousand archetypes they are many."""
    parts = [_without_empty(part) for part in page.get("parts", [])]
    return {key: value for key, value in {**page, "parts": parts}.items() if value}


def _ranked(page: Json) -> Json:
    """Return a page that somebody wrote, with how it stands to those of the archetypes."""
    if page["at"].startswith(MAINTAINING):
        page["aside"] = True
    for part in page["parts"]:
        if (page["at"], part["at"]) == KINDS:
            part["advice"] = KINDS_ADVICE
    return {**page, "boost": READING_BOOST}


def _generated(outlines: Outlines) -> Iterator[Json]:
    library, told = outlines.library, set[str]()
    for archetype in library.archetypes_in_order():
        parts = [_part(part, told) for part in outlines.parts(archetype) if part.section]
        yield {**_archetype(archetype), "parts": parts}
    for section in library.sections.values():
        yield _section(library, section)


def _archetype(archetype: Archetype) -> Json:
    """Return what people look for: names of a summary, offices that write it, what it covers."""
    offices = archetype.office.split("·")
    advice = {"advice": OPEN_ADVICE} if archetype.open else {}
    return {
        "at": f"archetypes/{archetype.id}.html",
        "title": archetype.title,
        "text": f"{archetype.writer}写给{archetype.reader}。{'；'.join(archetype.when_words)}",
        "names": list(dict.fromkeys([archetype.short, *archetype.aliases, *offices])),
        "covers": [*archetype.covers, *archetype.topics],
        **advice,
    }


def _part(part: Part, told: set[str]) -> Json:
    """Return a section as a part of an archetype's page, with its example unless that was told."""
    assert part.section  # noqa: S101 - groups have no text
    blocks = next((passage.blocks for passage in part.passages if passage.blocks), [])
    text = "" if part.section.id in told else " ".join(block.text for block in blocks)
    told.add(part.section.id)
    id_ = part.section.id
    return {"at": f"section-{id_}", "title": part.heading, "text": text, "of": id_}


def _section(library: Library, section: Section) -> Json:
    annotation = section.annotation
    said = [annotation.content, annotation.motive, annotation.form]
    said += [f"{m.wrong} {m.right} {m.why}" for m in annotation.mistakes]
    return {
        "at": f"sections/{section.id}.html",
        "title": section.name,
        "text": section.summary,
        "names": [section.name, *section.item_names],
        "boost": SECTION_BOOST,
        "labels": _labels(library, section),
        "parts": [{"at": "annotation", "title": "批注", "text": " ".join(said)}],
    }


def _labels(library: Library, section: Section) -> list[str]:
    """Return the names of the facts that a section prints, and of those they are computed from."""
    printed = library.templates[section.id].facts
    facts = dict.fromkeys([*printed, *inputs_of(library.facts, printed)])
    return [name for fact in facts for name in library.facts[fact].names]
