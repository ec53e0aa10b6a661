"""A copy of the miniature project in tests/small, to be spoilt by a test and built."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SMALL = ROOT / "tests" / "small"
REAL = ("templates/pages", "data/layouts", "templates/word", "templates/print")
BUILD = ("-m", "tools.build_site")
OFFICE = "data/offices/first.yml"  # the miniature project's example


@dataclass(frozen=True)
class Project:
    """A project folder; each method changes one file or runs one command."""

    root: Path

    @classmethod
    def copy(cls, target: Path) -> Project:
        """Return a copy of the miniature project, with the real page templates."""
        project = cls(target)
        for name, data in _files().items():
            project.write(name, data)
        return project

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

    def add_tools(self) -> None:
        """Add tools/, which only a process of its own needs in the project's folder."""
        ignored = shutil.ignore_patterns("__pycache__")
        shutil.copytree(ROOT / "tools", self.root / "tools", ignore=ignored, dirs_exist_ok=True)

    def run(self, *command: str | Path) -> subprocess.CompletedProcess[str]:
        """Run Python in the project's folder and return what it printed."""
        process = self.start(*command)
        out, error = process.communicate()
        return subprocess.CompletedProcess(process.args, process.returncode, out, error)

    def start(
        self, *command: str | Path, umask: int = -1, **environment: str
    ) -> subprocess.Popen[str]:
        """Start Python in the project's folder."""
        self.add_tools()
        settings = {"PYTHONUTF8": "1", "NO_MKDOCS_2_WARNING": "1", **environment}
        return subprocess.Popen(
            [sys.executable, *command],
            cwd=self.root,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            encoding="utf-8",
            env={**os.environ, **settings},
            umask=umask,
        )

    def build(self) -> subprocess.CompletedProcess[str]:
        """Build the site as `make build` does."""
        return self.run(*BUILD)


@cache
def _files() -> dict[str, bytes]:
    """Return what a project has; read once, as nearly every test writes a copy."""
    folders = {SMALL: SMALL, **{ROOT / name: ROOT for name in REAL}}
    return {
        path.relative_to(base).as_posix(): path.read_bytes()
        for folder, base in folders.items()
        for path in folder.rglob("*")
        if path.is_file()
    }
