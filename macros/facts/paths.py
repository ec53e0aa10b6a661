"""Paths to values that were entered: `scope`, `paid.now`, `works[0].name`.

Mirrors browser/facts/paths.js.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.figures.values import SIDE_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.schema.vocabulary import FactSpec

PATH = re.compile(r"(?P<name>\w+)(?:\[(?P<row>\d+)\])?(?:\.(?P<part>\w+))?")


def label_at(specs: Mapping[str, FactSpec], path: str) -> str:
    """Return how a writer calls what stands at a path: 报销金额（上期）, 在建工程第2项·名称."""
    match = PATH.fullmatch(path)
    if not match:
        return path
    spec, part = specs[match["name"]], match["part"]
    if match["row"]:
        row = f"第{int(match['row']) + 1}{spec.unit or '条'}"
        return f"{spec.label}{row}·{spec.record[part].label}"
    return f"{spec.label}（{SIDE_NAMES[part]}）" if part else spec.label
