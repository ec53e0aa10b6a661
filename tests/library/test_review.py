"""What is given but not stated, and values that are hardly right.

The vectors of tests/vectors/review.json, which are written by hand, hold both languages to it.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from macros.facts.context import context_of
from macros.facts.own_content import with_data
from macros.facts.paths import label_at
from macros.library.facts_file_reader import read_facts_file
from macros.library.library import validated
from macros.library.loader import load
from macros.library.office_documents import compose_office
from macros.library.summary import summary_of
from macros.library.unlikely_values import unlikely_values
from macros.library.unused import reason_unused
from macros.source.report import Place, Report
from macros.source.yaml_reader import Mapping
from tests.support.project import ROOT

if TYPE_CHECKING:
    from tests.support.project import Project

VECTORS = json.loads((ROOT / "tests/vectors/review.json").read_text("utf-8"))


@pytest.mark.parametrize("case", VECTORS["cases"], ids=lambda case: str(case["name"]))
def test_what_a_reader_should_look_at(small: Project, case: dict[str, Any]) -> None:
    library, report, place = validated(*load(small.root)), Report(), Place("case")
    facts = {**VECTORS["facts"], **case.get("facts", {})}
    head = {"schema": "2", "archetype": "water-quarter", "facts": facts}
    node = with_data(Mapping(place, {}), {**head, **case.get("content", {})}, place)
    office = read_facts_file(node, "case", library, report)
    assert office, report.problems
    summary = summary_of(library, office)
    scope = context_of(summary.specs, office.entries)
    unused = [
        [path, label_at(summary.specs, path), reason_unused(summary, path, scope)]
        for path in compose_office(library, office).unused
    ]
    assert unused == case["unused"]
    found = unlikely_values(summary, office.entries)
    assert [[one.path, one.what] for one in found] == case["unlikely"]
