"""Paragraphs edited by hand in drafts of schema 1 become the same content in both languages.

The vectors of tests/vectors/edits.json, which are written by hand, hold both to it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from macros.exchange.facts_file_writer import written_content
from macros.facts.own_content import with_data
from macros.library.facts_file_reader import read_facts_file
from macros.library.library import validated
from macros.library.loader import load
from macros.source.report import Place, Report
from macros.source.yaml_reader import Mapping
from tests.support.project import ROOT

if TYPE_CHECKING:
    from tests.support.project import Project

VECTORS = json.loads((ROOT / "tests/vectors/edits.json").read_text("utf-8"))


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: str(case["name"]))
def test_edits_become_content(small: Project, case: dict[str, Any]) -> None:
    library, report, place = validated(*load(small.root)), Report(), Place("case")
    edits = [{**edit, "index": str(edit["index"])} for edit in case["edits"]]
    head = {"schema": "1", "archetype": "water-quarter", "facts": VECTORS["facts"], "edits": edits}
    node = with_data(Mapping(place, {}), head, place)
    office = read_facts_file(node, "case", library, report)
    assert office, report.problems
    assert _filled(written_content(office)) == case["content"]
    assert office.headings == case.get("headings", {})


def _filled(content: dict[str, Any]) -> dict[str, Any]:
    """Return the content without what is empty but for texts and lists."""
    inner = {k: _filled(v) if isinstance(v, dict) else v for k, v in content.items()}
    return {key: value for key, value in inner.items() if value != {}}
