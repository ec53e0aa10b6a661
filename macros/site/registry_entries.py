"""What the search finds on the pages made from registries: each entry under its own anchor."""

from __future__ import annotations

from pathlib import PurePath
from typing import TYPE_CHECKING

from macros.site.dictionary_pages import TERM_KIND_IDS
from macros.site.reference_pages import KIND_IDS, TOPIC_IDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.library.library import Library
    from macros.schema.archetypes import Mistake
    from macros.schema.indicators import Quantity
    from macros.schema.terms import Term
    from macros.site.browser_data import Json


def registry_entries(library: Library) -> dict[str, list[Json]]:
    """Return the parts of a page that each macro makes of a registry: headings, then entries."""
    indicators = library.dictionary.entries
    return {
        "dictionary": [*_headings(_lines(library)), *map(_indicator, indicators.values())],
        "terms": [*_headings(TERM_KIND_IDS), *map(_term, library.terms.terms.values())],
        "standards": [
            *_headings(TOPIC_IDS),
            *(_entry(f"rule-{r.id}", r.rule, _contrast(r)) for r in library.rules.values()),
        ],
        "mistakes": [
            *_headings(KIND_IDS),
            *(
                _entry(f"mistake-{m.id}", m.title, f"{_contrast(m)} {m.guard}")
                for m in library.mistakes.values()
            ),
        ],
        "questions": [
            _entry(f"question-{rule.id}", rule.title, rule.why)
            for rule in library.questions.values()
        ],
    }


def _entry(anchor: str, title: str, text: str, names: list[str] | None = None) -> Json:
    return {"at": anchor, "title": title, "text": text, "names": names or []}


def _headings(anchors: Mapping[str, str]) -> list[Json]:
    return [_entry(anchor, title, "", [title]) for title, anchor in anchors.items()]


def _lines(library: Library) -> dict[str, str]:
    """Return the anchor of each line of work, which is named after its file."""
    places = library.dictionary.nodes
    files = {
        entry.topic: places[id_].place.file for id_, entry in library.dictionary.entries.items()
    }
    return {topic: f"line-{PurePath(file).stem}" for topic, file in files.items()}


def _indicator(entry: Quantity) -> Json:
    return _entry(f"indicator-{entry.id}", entry.name, "", entry.names)


def _term(term: Term) -> Json:
    new = term.new or "（不用）"
    return _entry(f"term-{term.id}", f"{'、'.join(term.old)}：现在用{new}", term.why, term.old)


def _contrast(mistake: Mistake) -> str:
    return f"{mistake.wrong} {mistake.right} {mistake.why}"
