"""What the page on security promises is held by tests that are there."""

from __future__ import annotations

import re

from tests.support.project import ROOT

PAGE = (ROOT / "docs/maintaining/security.md").read_text("utf-8")


def test_every_promise_names_tests_that_are_there() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| ")][1:]
    assert len(rows) >= 10
    for row in rows:
        named = re.findall("`(tests/[^`]+)`", row)
        assert named, row
        assert [name for name in named if not (ROOT / name).exists()] == []
