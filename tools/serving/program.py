"""What depends on the program in macros/, which is loaded anew with it: memories and editions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.library import validated
from macros.site.project_checks import check
from macros.source.report import ProblemsFoundError
from tools.mkdocs_messages import translate
from tools.serving.edition import Edition
from tools.serving.memory import Memory, RememberingLibrary
from tools.serving.mistakes import Mistake
from tools.serving.shelf import Shelf

if TYPE_CHECKING:
    from pathlib import Path

    from macros.source.report import Problem


class Program:
    """Makes editions of a project, each from what the last one leaves."""

    def __init__(self, root: Path, target: Path) -> None:
        """Take the project's folder and the one to write the site into."""
        self.root, self.target = root, target
        self.memory, self.shelf = Memory(), Shelf()

    def edition(self) -> tuple[Edition | None, list[Mistake]]:
        """Read and check the project; return its edition, or what is wrong."""
        try:
            library = RememberingLibrary(self.memory)
            validated(*check(self.root, library))
        except ProblemsFoundError as error:
            return None, [_mistake(problem) for problem in error.problems]
        edition = Edition(self.root, self.target, library, self.shelf)
        return edition, self.mistakes(edition)

    def mistakes(self, edition: Edition) -> list[Mistake]:
        """Return what has been found so far by checks that were left, and by MkDocs."""
        found = [_mistake(problem) for problem in edition.problems]
        for warning in edition.warnings:
            known = [_mistake(problem) for problem in translate(warning, self.root)]
            found += known or [Mistake("", warning)]
        return found


def _mistake(problem: Problem) -> Mistake:
    place, _, what = str(problem).partition("  ")
    return Mistake(place, what)
