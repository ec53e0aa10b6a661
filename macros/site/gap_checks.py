"""Reports what `summaries adopt` and `summaries new` leave for a maintainer to write.

What was adopted cannot be published before its texts with 待补 are written; a skeleton can be
looked at before its texts with 待写 are.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from macros.exchange.adopt import GAP
from macros.exchange.skeletons import TO_WRITE
from macros.schema.facts_files import WIDEST
from macros.source.report import Place

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from macros.library.library import Library
    from macros.source.report import Report


def check_gaps(library: Library, report: Report) -> None:
    """Report every gap, each at its fact or in the file of its section."""
    _warn_of_skeletons(library, report)
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


def _warn_of_skeletons(library: Library, report: Report) -> None:
    """Tell how many texts of each file still say what is to be written."""
    for folder, models in (("archetypes", library.archetypes), ("sections", library.sections)):
        for id_, model in models.items():
            _warn(f"data/{folder}/{id_}.yml", _texts(model.model_dump()), report)
    for id_, office in library.offices.items():
        _warn(f"data/offices/{id_}.yml", [office.note], report)
    hints: dict[str, list[str]] = {}
    for name, spec in library.facts.items():
        hints.setdefault(library.places[name].file, []).append(spec.hint)
    for file, texts in hints.items():
        _warn(file, texts, report)


def _warn(file: str, texts: Iterable[str], report: Report) -> None:
    count = sum(text.startswith(TO_WRITE) for text in texts)
    if count:
        report.warn(Place(file), f"有{count}处“{TO_WRITE}”还没有写")


def _texts(data: Any) -> Iterator[str]:
    if isinstance(data, str):
        yield data
    elif isinstance(data, (dict, list)):
        for inner in data.values() if isinstance(data, dict) else data:
            yield from _texts(inner)
