"""Explains a figure of an example: the facts it was made from, and its formula."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.paths import label_at

if TYPE_CHECKING:
    from macros.facts.offices import Office
    from macros.library.library import Library


def explain(library: Library, office: Office, facts: tuple[str, ...], formula: str) -> str:
    """Return what a marked text was made from: 采集检测水样（本期）、… · 92 ÷ 214 = 42.99%."""
    specs = library.specs_of(office)
    labels = "、".join(dict.fromkeys(label_at(specs, path.removesuffix(".now")) for path in facts))
    return f"{labels} · {formula}" if formula else labels
