"""The reviewed text of every office, one file per office."""

from __future__ import annotations

from tests.support.project import ROOT
from tests.support.real import OFFICES, document

FOLDER = ROOT / "tests" / "golden"


def texts() -> dict[str, str]:
    """Return every office's text by the name of its golden file."""
    return {f"{office}.txt": document(office).as_text() for office in OFFICES}


def update() -> None:
    """Write the texts there are, and delete those of offices that are gone."""
    for path in FOLDER.glob("*.txt"):
        path.unlink()
    for name, text in texts().items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")
