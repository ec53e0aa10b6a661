"""What every test may ask for: a copy of the miniature project.  Hypothesis repeats itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import settings

from tests.support.project import Project

if TYPE_CHECKING:
    from pathlib import Path

settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture
def small(tmp_path: Path) -> Project:
    return Project.copy(tmp_path / "project")
