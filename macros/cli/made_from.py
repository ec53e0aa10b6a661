"""What each document of a folder was made from: a line each, so that a stopped run loses none."""

from __future__ import annotations

import hashlib
import json
from dataclasses import astuple, dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeGuard

if TYPE_CHECKING:
    from collections.abc import Iterable

SOURCES = ("data", "templates")
PROGRAM = Path(__file__).parent.parent


@dataclass(frozen=True)
class Made:
    """What a document was made from, as a hash, and whether it is a draft."""

    source: str
    draft: bool


def digest(path: Path) -> str:
    """Return a file's hash."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def fingerprint(root: Path, asked: str) -> str:
    """Return the hash of all that documents are made from but their facts."""
    folders = [PROGRAM, *(root / folder for folder in SOURCES)]
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    kept = [path for path in files if path.suffix != ".pyc"]
    told = "".join(f"\n{path.name} {digest(path)}" for path in kept)
    return hashlib.sha256(f"{asked}{told}".encode("utf-8", "backslashreplace")).hexdigest()


class Journal:
    """The documents of one kind in a folder; `made` of those that are still as they should be."""

    def __init__(self, path: Path, basis: str) -> None:
        """Read what there is; what was made on another basis is only known by its name."""
        self.path, self.basis = path, basis
        first, *lines = _lines(path) or [None]
        known = {line[0]: Made(*line[1:]) for line in lines if _is_record(line)}
        self.names = known.keys()
        self.made = known if first == basis else {}

    def start(self, known: Iterable[str]) -> str:
        """Return the text of a new journal that keeps what is known of these documents."""
        lines = [json.dumps(self.basis)]
        lines += [self.line(name, self.made.get(name, Made("", draft=True))) for name in known]
        return "\n".join([*lines, ""])

    def line(self, name: str, made: Made) -> str:
        """Return the line that says what a document was made from."""
        return json.dumps([name, *astuple(made)])


def _is_record(line: object) -> TypeGuard[tuple[str, str, bool]]:
    return isinstance(line, list) and [type(part) for part in line] == [str, str, bool]


def _lines(path: Path) -> list[object]:
    """Return the journal's lines, without one that was cut short; nothing when it is spoilt."""
    try:
        lines = path.read_text("utf-8").splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]
    except (OSError, ValueError, RecursionError):
        return []
