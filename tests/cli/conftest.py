"""What tests of the command ask for: a folder of facts files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.own_content import OWN, with_own
from tests.support.project import OFFICE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.project import Project


@pytest.fixture
def folder(small: Project) -> Path:
    """Return a folder with three facts files, one of them wrong."""
    text = small.read(OFFICE).replace("某县", "甲县")  # an example's name makes a draft
    small.write("units/a.yml", text)
    small.write("units/b.yml", text.replace("  work: 水质\n", ""))
    small.write("units/c.yml", text.replace("grade: 县级", "grade: 乡级"))
    small.write("units/notes.txt", "not a facts file")
    return small.root / "units"


@pytest.fixture
def own(small: Project) -> Project:
    """Return the project with a facts file that brings content of its own."""
    return with_own(small, OWN, "  own_taps: {now: '1,287', last: １０６５}\n")
