"""Changes to the project's files that are checked before any is written, and written together."""

from __future__ import annotations

import contextlib
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from macros.library.data_files import with_schema_line
from macros.library.library import validated
from macros.library.loader import load
from macros.site.project_checks import check
from macros.source.atomic_write import exists, write_all
from macros.source.report import Place, ProblemsFoundError, Report
from macros.source.yaml_edits import TextEdits

if TYPE_CHECKING:
    from collections.abc import Container, Iterable, Iterator, Mapping

    from macros.library.library import Library
    from macros.source.report import Problem

READ = ("data", "docs", "templates", "mkdocs.yml")  # what the checks read of a project


class PlannedChanges:
    """What becomes of files, by their names in the project; None deletes one."""

    def __init__(self, root: Path, expected: Container[str] = (), unheeded: str = "") -> None:
        """Take the project's folder, and the mistakes that it may still have afterwards.

        Those of a file that is `unheeded` do not hinder the changes.
        """
        self.root, self.expected, self.unheeded = root, expected, unheeded
        self.files: dict[str, str | None] = {}
        self.moved: dict[str, str] = {}
        self.rewritten: dict[str, str] = {}
        self.edited: dict[str, TextEdits] = {}

    def edit(self, name: str) -> TextEdits:
        """Return the edits of a file that is there."""
        if name not in self.edited:
            self.edited[name] = TextEdits(self.root / name, name)
        return self.edited[name]

    def create(self, name: str, text: str) -> None:
        """Plan a new file; one that is there is an error when the changes are applied."""
        self.files[name] = with_schema_line(name, text)

    def rewrite(self, name: str, text: str) -> None:
        """Plan another text for a file that is there."""
        self.rewritten[name] = with_schema_line(name, text)

    def write(self, name: str, text: str) -> None:
        """Plan the text of a file, which may be there."""
        (self.rewrite if exists(self.root / name) else self.create)(name, text)

    def create_all(self, files: Mapping[str, str]) -> None:
        """Plan new files."""
        for name, text in files.items():
            self.create(name, text)

    def move(self, old: str, new: str) -> None:
        """Plan another name for a file, which may have edits too."""
        self.moved[old] = new

    def delete(self, name: str) -> None:
        """Plan that a file is deleted, whatever edits it has."""
        self.files[name] = None

    @property
    def contents(self) -> dict[str, bytes | None]:
        """Return what is to be written, by name."""
        changed = {name: edits.result() for name, edits in self.edited.items() if edits.edits}
        given = {n: None if text is None else text.encode() for n, text in self.files.items()}
        moved: dict[str, bytes | None] = dict.fromkeys(self.moved)
        for old, new in self.moved.items():
            moved[new] = changed.pop(old, None) or (self.root / old).read_bytes()
        rewritten = {name: text.encode() for name, text in self.rewritten.items()}
        return {**given, **moved, **changed, **rewritten}

    @property
    def names(self) -> list[str]:
        """Return the names of all files that are written or deleted."""
        return list(self.contents)

    def apply(self) -> list[Problem]:
        """Check the project as it will be, then write; return the warnings.

        Raise ProblemsFoundError, and write nothing, when it would have mistakes.
        """
        self._refuse_overwriting()
        warnings = self._check()
        write_all({self.root / name: content for name, content in self.contents.items()})
        return warnings

    def _refuse_overwriting(self) -> None:
        report = Report()
        created = [name for name, text in self.files.items() if text is not None]
        for name in [*created, *self.moved.values()]:
            if exists(self.root / name):
                report.error(Place(name), "已经有这个文件", "没有用过的名字")
        if report.errors:
            raise ProblemsFoundError(report.errors)

    def preview(self, without: Iterable[str] = ()) -> Library:
        """Return the project as it would be, loaded; raise ProblemsFoundError for its mistakes.

        Files that are about to be written anew, and may not fit the others yet, it goes without.
        """
        with self._copied() as copy:
            for name in without:
                (copy / name).unlink(missing_ok=True)
            return validated(*load(copy))

    def _check(self) -> list[Problem]:
        with self._copied() as copy:
            _, report = check(copy)
            errors = [error for error in report.errors if not self._may_stay(error)]
            if errors:
                raise ProblemsFoundError(errors, report.unfinished)
            return report.warnings

    def _may_stay(self, error: Problem) -> bool:
        return error.what in self.expected or error.place.file == self.unheeded

    @contextlib.contextmanager
    def _copied(self) -> Iterator[Path]:
        """Yield a copy of the project with the changes."""
        with tempfile.TemporaryDirectory(prefix="summaries-") as folder:
            copy = Path(folder)
            for name in READ:
                _copy(self.root / name, copy / name)
            write_all({copy / name: content for name, content in self.contents.items()})
            yield copy


def _copy(source: Path, target: Path) -> None:
    if source.is_dir():
        shutil.copytree(source, target)
    elif exists(source):
        shutil.copy(source, target)
