"""The command line on a project, run in this process."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from macros.cli.main import main
from tests.support.project import OFFICE

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from tests.support.project import Project


class Said(NamedTuple):
    """A command's exit status, and what it printed on either stream."""

    status: int
    out: str
    err: str


@dataclass(frozen=True)
class Command:
    """Runs a command on a project and returns what it printed."""

    project: Project
    capture: pytest.CaptureFixture[str]

    def __call__(self, *arguments: str | Path) -> Said:
        """Run `summaries` with these arguments."""
        status = main(["--root", str(self.project.root), *map(str, arguments)])
        return Said(status, *self.capture.readouterr())

    def render(self, *arguments: str, facts: str = OFFICE) -> Said:
        """Render a facts file, the example's if none is named."""
        return self("render", "water-quarter", "--facts", self.project.root / facts, *arguments)
