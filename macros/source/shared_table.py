"""Reads the tables that Python and JavaScript share: JSON beside the module that they belong to."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any


def shared_table(module: str) -> dict[str, Any]:
    """Return the table of a module, named by its `__file__`: periods.py has periods.json."""
    table: dict[str, Any] = json.loads(Path(module).with_suffix(".json").read_text("utf-8"))
    return table
