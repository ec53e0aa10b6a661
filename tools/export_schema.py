"""Writes the JSON Schema of facts files, which the site serves: python -m tools.export_schema."""

from __future__ import annotations

import json
from pathlib import Path

from macros.schema.facts_file_schema import facts_file_schema

TARGET = Path(__file__).parents[1] / "docs" / "assets" / "schema" / "facts-file.schema.json"


def text() -> str:
    """Return the file as it must be."""
    return json.dumps(facts_file_schema(), ensure_ascii=False, indent=2) + "\n"


def main() -> None:
    """Write the file."""
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()
