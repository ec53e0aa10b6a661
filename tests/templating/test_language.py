"""The words of the templates stand in the guide for maintainers, and nothing else does.

That each has vectors, and is in the browser too, tests/figures/test_vectors.py and
browser/tests/templating/language.test.js see to.
"""

from __future__ import annotations

import re

import pytest

from macros.templating.language import CONDITIONS, FILTERS, FLAGS, FUNCTIONS
from tests.support.project import ROOT

GUIDE = (ROOT / "docs" / "maintaining" / "templates.md").read_text("utf-8")
CALL, FILTER = r"`(\w+)\(", r"\|(\w+)"


def told(section: str, pattern: str) -> set[str]:
    """Return the words in the first column of a section's table."""
    (text,) = re.findall(
        rf"^## .*{{ #{section} }}$(.*?)(?=^## |\Z)", GUIDE, re.DOTALL | re.MULTILINE
    )
    rows = re.findall(r"^\| (`.*?) \| ", text, re.MULTILINE)
    return {word for row in rows for word in re.findall(pattern, row)}


@pytest.mark.parametrize(
    ("section", "pattern", "words"),
    [
        ("functions", CALL, FUNCTIONS.keys()),
        ("conditions", r"`(\w+)[(`]", CONDITIONS.keys() | FLAGS),
        ("filters", FILTER, FILTERS.keys()),
    ],
)
def test_the_guide_has_the_words_of_the_templates(
    section: str, pattern: str, words: set[str]
) -> None:
    assert told(section, pattern) == words
