"""The manifest of a folder of documents: what each was made from, a line each.

Lines are appended as documents are written, so that a run that is stopped loses none of them.
"""

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
class ManifestEntry:
    """The hash of the facts file that a document was made from, and whether it is a draft."""

    source: str
    draft: bool


def file_hash(path: Path) -> str:
    """Return the SHA-256 of a file."""
    return hashlib.sha256(path.read_bytes()).hexdigest()


def inputs_hash(root: Path, options: str) -> str:
    """Return the hash of everything that documents are made from, except their facts."""
    folders = [PROGRAM, *(root / folder for folder in SOURCES)]
    files = [path for folder in folders for path in sorted(folder.rglob("*")) if path.is_file()]
    kept = [path for path in files if path.suffix != ".pyc"]
    hashes = "".join(f"\n{path.name} {file_hash(path)}" for path in kept)
    return hashlib.sha256(f"{options}{hashes}".encode("utf-8", "backslashreplace")).hexdigest()


class Manifest:
    """What is known of the documents of one format in a folder.

    `names` are all of them; `entries` are empty when they were made from other inputs than now.
    """

    def __init__(self, path: Path, inputs: str) -> None:
        """Read the manifest, if there is one; its first line is the hash of its inputs."""
        self.path, self.inputs = path, inputs
        first, *lines = _lines(path) or [None]
        known = {line[0]: ManifestEntry(*line[1:]) for line in lines if _is_entry(line)}
        self.names = known.keys()
        self.entries = known if first == inputs else {}

    def start(self, names: Iterable[str]) -> str:
        """Return the text of a new manifest that keeps the entries of these documents."""
        unknown = ManifestEntry("", draft=True)
        lines = [json.dumps(self.inputs)]
        lines += [self.line(name, self.entries.get(name, unknown)) for name in names]
        return "\n".join([*lines, ""])

    def line(self, name: str, entry: ManifestEntry) -> str:
        """Return the line for a document."""
        return json.dumps([name, *astuple(entry)])


def _is_entry(line: object) -> TypeGuard[tuple[str, str, bool]]:
    return isinstance(line, list) and [type(part) for part in line] == [str, str, bool]


def _lines(path: Path) -> list[object]:
    """Return the manifest's lines; a last line cut short, or a damaged file, is ignored."""
    try:
        lines = path.read_text("utf-8").splitlines(keepends=True)
        return [json.loads(line) for line in lines if line.endswith("\n")]
    except (OSError, ValueError, RecursionError):
        return []
