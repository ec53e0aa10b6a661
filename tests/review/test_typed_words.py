"""核对 holds what a reader has typed against the rules, and never what the site itself prints."""

from __future__ import annotations

import json
import shutil
import subprocess
from functools import cache
from typing import Any

import pytest

from macros.site.browser_data import browser_data, library_data, rules_data
from tests.support.project import ROOT
from tests.support.real import ARCHETYPES, LIBRARY

SCRIPT = ROOT / "browser" / "tests" / "preview" / "checked_examples.js"
# what the authors of examples have typed, and the rules advise against
KNOWN = {"高血压患者规范管理率", "糖尿病患者规范管理率", "“8成”", "“三百”"}


@cache
def examples() -> tuple[dict[str, Any], ...]:
    """Return each example with what was typed in it, and what is found there."""
    archetypes = [LIBRARY.archetypes[name] for name in ARCHETYPES]
    data = [
        {"archetype": browser_data(LIBRARY, one), "library": library_data(LIBRARY, one.form)}
        for one in archetypes
    ]
    asked = json.dumps({"rules": rules_data(LIBRARY), "archetypes": data})
    command = [shutil.which("node") or "node", str(SCRIPT)]
    told = subprocess.run(command, input=asked, capture_output=True, text=True, check=True)
    return tuple(json.loads(line) for line in told.stdout.splitlines())


@pytest.mark.slow
def test_each_example_is_looked_at() -> None:
    assert len(examples()) == len(LIBRARY.offices)
    assert all(len(one["typed"]) > 10 for one in examples())


@pytest.mark.parametrize("index", range(len(LIBRARY.offices)))
def test_nothing_is_found_in_what_the_site_says(index: int) -> None:
    example = examples()[index]
    found = [one["what"] for one in example["found"]]
    assert [what for what in found if not any(word in what for word in KNOWN)] == []
