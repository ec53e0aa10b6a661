"""The seven summaries of tests/coverage: the same document in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.exchange.facts_file_writer import written_facts
from macros.site.browser_data import browser_data, library_data
from tests.coverage import NAMES, OPTIONS, office
from tests.differential.engine import Engines
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("name", NAMES)
def test_a_summary(name: str, tmp_path: Path) -> None:
    said, engines = office(name), Engines()
    engines.number(LIBRARY.layouts[OPTIONS.layout].parameters.numbers)
    archetype = LIBRARY.archetypes[said.archetype]
    whole = library_data(LIBRARY, archetype.form)
    engines.define("its", browser_data(LIBRARY, archetype), whole)
    expected = {"document": OPTIONS.document(said, LIBRARY).as_json(), "problems": []}
    content = said.content.model_dump(mode="json", exclude_defaults=True)
    engines.ask("its", written_facts(said, LIBRARY), expected, content=content)
    assert engines.differences(tmp_path) == []
