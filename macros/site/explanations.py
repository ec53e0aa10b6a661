"""Explains a figure of an example: the facts it was made from, its formula, and its 口径."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from macros.document.document import fact_of
from macros.figures.values import SIDE_NAMES

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec

PATH = re.compile(r"(?P<name>\w+)(?:\[(?P<row>\d+)\])?(?:\.(?P<part>\w+))?")


class Explanations:
    """Explains the figures of all examples."""

    def __init__(self, library: Library) -> None:
        """Take the library whose facts the figures were made from."""
        self.library = library
        defined = (spec for spec in library.facts.values() if spec.definition)
        self.bases = {frozenset(spec.sources or [spec.id]): _basis(spec) for spec in defined}

    def explain(self, office: Office, facts: tuple[str, ...], formula: str) -> str:
        """Return what a marked text was made from: 检测水样（本期）、… · 92 ÷ 214 = 42.99%."""
        specs = self.library.specs_of(office)
        labels = "、".join(dict.fromkeys(_label(specs, path) for path in facts))
        return " · ".join(filter(None, (labels, formula, self.basis(facts))))

    def basis(self, facts: Iterable[str]) -> str:
        """Return the 口径 of the one indicator that all these facts make; empty for any others."""
        return self.bases.get(frozenset(map(fact_of, facts)), "")


def _basis(spec: FactSpec) -> str:
    source = f"（{spec.source}）" if spec.source else ""
    return f"口径：{spec.definition}{source}"


def _label(specs: Mapping[str, FactSpec], path: str) -> str:
    match = PATH.fullmatch(path)
    if not match:
        return path
    spec, part = specs[match["name"]], match["part"]
    if match["row"]:
        row = f"第{int(match['row']) + 1}{spec.unit or '条'}"
        return f"{spec.label}{row}·{spec.record[part].label}"
    return f"{spec.label}（{SIDE_NAMES[part]}）" if part and part != "now" else spec.label
