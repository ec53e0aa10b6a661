"""Explains a figure of an example: the facts it was made from, and its formula."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.figures.values import SIDE_NAMES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec

PATH = re.compile(r"(?P<name>\w+)(?:\[(?P<row>\d+)\])?(?:\.(?P<part>\w+))?")


def explain(library: Library, office: Office, facts: tuple[str, ...], formula: str) -> str:
    """Return what a marked text was made from: 采集检测水样（本期）、… · 92 ÷ 214 = 42.99%."""
    specs = library.specs_of(office)
    labels = "、".join(dict.fromkeys(_label(specs, path) for path in facts))
    return f"{labels} · {formula}" if formula else labels


def _label(specs: Mapping[str, FactSpec], path: str) -> str:
    match = PATH.fullmatch(path)
    if not match:
        return path
    spec, part = specs[match["name"]], match["part"]
    if match["row"]:
        row = f"第{int(match['row']) + 1}{spec.unit or '条'}"
        return f"{spec.label}{row}·{spec.record[part].label}"
    return f"{spec.label}（{SIDE_NAMES[part]}）" if part and part != "now" else spec.label
