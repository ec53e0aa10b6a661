"""A copy of the miniature project in tests/small, to be spoilt by a test and built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "small"
OFFICE = "data/offices/first.yml"  # the miniature project's example


@dataclass(frozen=True)
class Project:
    """A project folder; each method changes one file or runs one command."""

    root: Path

    @classmethod
    def copy(cls, target: Path) -> Project:
        """Return a complete copy of the miniature project, with the real page templates."""
        shutil.copytree(SMALL, target)
        shutil.copytree(ROOT / "templates" / "pages", target / "templates" / "pages")
        for folder in ("data/layouts", "templates/word", "templates/print"):
            shutil.copytree(ROOT / folder, target / folder)
        shutil.copytree(
            ROOT / "tools", target / "tools", ignore=shutil.ignore_patterns("__pycache__")
        )
        return cls(target)

    def read(self, name: str) -> str:
        """Return a file's text."""
        return (self.root / name).read_text("utf-8")

    def write(self, name: str, text: str | bytes) -> None:
        """Write a file; bytes go in as they are."""
        path = self.root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text if isinstance(text, bytes) else text.encode("utf-8"))

    def replace(self, name: str, old: str, new: str) -> None:
        """Replace text that must be there."""
        text = self.read(name)
        assert old in text, f"{name} has no {old!r}"
        self.write(name, text.replace(old, new))

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run Python in the project's folder and return what it printed."""
        return subprocess.run(
            [sys.executable, *command],
            cwd=self.root,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
            env={**os.environ, "PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1"},
        )

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build the site as `make build` does."""
        return self.run("-m", "tools.build_site")
