"""Explains a figure of an example: the facts it was made from, its formula, and its 口径."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.document.document import fact_of
from macros.facts.paths import label_at
from macros.source.report import Report

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.facts.offices import Office
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec


class Explanations:
    """Explains the figures of all examples."""

    def __init__(self, library: Library) -> None:
        """Take the library whose facts the figures were made from."""
        self.library = library
        self.bases = library.remember(_bases, Report(), "bases")

    def explain(self, office: Office, facts: tuple[str, ...], formula: str) -> str:
        """Return what a marked text was made from: 检测水样（本期）、… · 104 ÷ 232 = 44.83%."""
        specs = self.library.specs_of(office)
        labels = "、".join(
            dict.fromkeys(label_at(specs, path.removesuffix(".now")) for path in facts)
        )
        return " · ".join(filter(None, (labels, formula, self.basis(facts))))

    def basis(self, facts: Iterable[str]) -> str:
        """Return the 口径 of the one indicator that all these facts make; empty for any others."""
        return self.bases.get(frozenset(map(fact_of, facts)), "")


def _bases(library: Library, _: Report, __: str) -> dict[frozenset[str], str]:
    """Return each 口径 by the facts that an indicator is made of."""
    defined = (spec for spec in library.facts.values() if spec.definition)
    return {frozenset(spec.sources or [spec.id]): _basis(spec) for spec in defined}


def _basis(spec: FactSpec) -> str:
    source = f"（{spec.source}）" if spec.source else ""
    return f"口径：{spec.definition}{source}"
