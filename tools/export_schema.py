"""Writes the JSON Schemas of data files, which the site serves: python -m tools.export_schema."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from macros.library.data_files import DATA_FILES

if TYPE_CHECKING:
    from macros.library.data_files import DataFiles

ROOT = Path(__file__).parents[1]


def text(files: DataFiles) -> str:
    """Return the schema of these files as it must be."""
    return json.dumps(files.schema(), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write every schema."""
    for files in DATA_FILES:
        target = ROOT / files.schema_file
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text(files), "utf-8")


if __name__ == "__main__":
    main()
