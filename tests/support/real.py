"""The real project, loaded once for the tests that read it; `summaries check` looks at the data."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from macros.facts.context import context_of
from macros.library.library import validated
from macros.library.loader import load
from macros.library.office_documents import compose_office
from macros.site.outline import Example, Outlines
from macros.templating.own_text import read_own_text
from macros.templating.render import render
from tests.support.project import ROOT

if TYPE_CHECKING:
    from macros.document.document import Document

LIBRARY = validated(*load(ROOT))
ARCHETYPES = sorted(LIBRARY.archetypes)
OFFICES = sorted(LIBRARY.offices)


@cache
def document(office: str) -> Document:
    """Return the text of an example office."""
    return compose_office(LIBRARY, LIBRARY.offices[office])


def said(office: str, words: str) -> str:
    """Return words with an example's figures in them: `报销{{ paid }}`, as an own text has them."""
    read = read_own_text(words, LIBRARY.facts, marked=False)
    assert not read.mistakes, read.mistakes
    fact = context_of(LIBRARY.facts, LIBRARY.offices[office].entries)
    return "".join(str(piece) for line in read.lines for piece in render(line.body, fact))


def without_own_headings(office: str) -> Document:
    """Return the text that an example office's facts alone give."""
    return compose_office(LIBRARY, replace(LIBRARY.offices[office], headings={}))


@cache
def examples(archetype: str) -> list[Example]:
    """Return the examples of an archetype."""
    return Outlines(LIBRARY).examples(LIBRARY.archetypes[archetype])
