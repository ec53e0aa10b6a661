"""Reports what `summaries adopt` leaves for a maintainer: texts with 待补, the widest ranges."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from macros.exchange.adopt import GAP
from macros.schema.facts_files import WIDEST
from macros.source.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library.library import Library
    from macros.source.report import Report


def check_gaps(library: Library, report: Report) -> None:
    """Report every gap, each at its fact or in the file of its section."""
    for section in library.sections.values():
        place = Place(f"data/sections/{section.id}.yml")
        for text in _texts(section.model_dump()):
            if text.startswith(GAP):
                report.error(place, f"“{text}”还没有写")
    for name, spec in library.facts.items():
        place = library.places[name]
        if spec.hint.startswith(GAP):
            report.error(place, f"“{spec.label}”的 hint 还没有写")
        if spec.range and not spec.computed and spec.range[1] == Decimal(WIDEST):
            report.error(place, f"“{spec.label}”的 range 还没有改成合理的范围")


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts(inner)
