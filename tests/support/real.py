"""The real project, loaded once for the tests that read it; `summaries check` looks at the data."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.facts.context import context_of
from macros.library.library import validated
from macros.library.loader import load
from macros.library.office_documents import compose_office
from macros.site.outline import Example, Outlines
from macros.templating.own_text import read_own_text
from macros.templating.render import render
from tests.support.project import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from _pytest.mark import ParameterSet

    from macros.document.document import Document

LIBRARY = validated(*load(ROOT))
ARCHETYPES = sorted(LIBRARY.archetypes)
OFFICES = sorted(LIBRARY.offices)
FEW = {
    "pingshang-primary-2025-2026t1": "the brief form",
    "qinghe-county-2013q1": "every section of a quarter, compared with the year before",
    "songping-doctor-2025": "the first person; few sections",
    "tongting-safety-2025h2": "no period before; mostly zeros",
    "xunjiang-emergency-centre-2025": "an outline and words of its own",
    "yunting-city-2013": "the longest text, with the longest lists",
}


def each(names: Iterable[str]) -> list[ParameterSet]:
    """Return examples or kinds of summaries as a test's parameters: a few are tried fast.

    `make test` tries them all.
    """
    few = {*FEW, *(LIBRARY.offices[office].archetype for office in FEW)}
    return [pytest.param(name, marks=() if name in few else pytest.mark.slow) for name in names]


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
