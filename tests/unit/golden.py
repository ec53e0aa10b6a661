"""Writes every office's text anew, to be reviewed by eye: `python -m tests.unit.golden`."""

from __future__ import annotations

from tests.project import ROOT
from tests.unit.real import OFFICES, document

FOLDER = ROOT / "tests" / "golden"


def texts() -> dict[str, str]:
    """Return every office's text by the name of its golden file."""
    return {f"{office}.txt": document(office).as_text() for office in OFFICES}


def update() -> None:
    """Write the texts there are, and delete those of offices that are gone."""
    FOLDER.mkdir(exist_ok=True)
    for path in FOLDER.iterdir():
        path.unlink()
    for name, text in texts().items():
        (FOLDER / name).write_text(text, "utf-8", newline="\n")


if __name__ == "__main__":
    update()
