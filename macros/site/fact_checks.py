"""Checks the declared facts: their names, units and hints, and the sides that no text reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.library.sides_read import sides_read
from macros.source.yaml_reader import Mapping

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec, FieldSpec
    from macros.source.report import Report

SIDE_NAMES = {"last": "上期", "plan": "计划"}
SHORTEST_DOUBLED = 2  # 检查房间12间 reads well, 出院人次6218人次 does not


def check_facts(library: Library, report: Report) -> None:
    """Report what a declaration lacks, and what reads badly once a figure stands behind it."""
    _check_names(library, report)
    for name, spec in library.facts.items():
        _check_label(spec, library.fact_nodes[name], report)
    for slot, node in _slots(library):
        _check_unit(slot, node, report)
        _check_hint(slot, node, report)


def remark_on_sides(library: Library, report: Report) -> None:
    """Remark on last periods and plans that are asked for though no text reads them."""
    read = sides_read(library)
    for name, spec in library.facts.items():
        for side in spec.series:
            if (name, side) not in read:
                place = library.fact_nodes[name].place_of("series")
                what = f"“{spec.label}”要填{SIDE_NAMES[side]}，没有一句写到它"
                example = f"compared({name})" if side == "last" else f"completion({name})"
                report.warn(place, what, f"模板里写 {example}，或从 series 里删去 {side}")


def _check_names(library: Library, report: Report) -> None:
    """Report a name of two facts at both: which of them is the new one, we cannot know."""
    seen: dict[str, str] = {}
    for name, spec in library.facts.items():
        for called in spec.names:
            first = seen.setdefault(called, name)
            if first != name:
                _report_name(called, (first, name), library, report)


def _report_name(called: str, pair: tuple[str, str], library: Library, report: Report) -> None:
    expected = "名称和叫法在全部主题里不重复：一件事就用已有的，不是一件事给后加的换个名称"
    for name, other in (pair, pair[::-1]):
        what = f"“{called}”也是 {other} 的名称，见{library.places[other]}"
        report.error(library.places[name], what, expected)


def _slots(library: Library) -> Iterator[tuple[FieldSpec, Mapping]]:
    """Yield every fact and every field of a list, with how it is written."""
    for name, spec in library.facts.items():
        node = library.fact_nodes[name]
        yield spec, node
        fields = node.get("fields")
        for key, field in spec.record.items():
            written = fields.get(key) if isinstance(fields, Mapping) else None
            if isinstance(written, Mapping):
                yield field, written


def _check_unit(spec: FieldSpec, node: Mapping, report: Report) -> None:
    """Report a number without a unit."""
    if spec.traits.kind == "number" and "unit" not in spec.model_fields_set:
        what, expected = f"“{spec.label}”没有写单位", "unit: 人；没有单位的写 unit: 无"
        report.error(node.place_of("type"), what, expected)


def _check_label(spec: FactSpec, node: Mapping, report: Report) -> None:
    """Remark on a label that ends in the unit, which the text would say twice."""
    if len(spec.unit) >= SHORTEST_DOUBLED and spec.traits.number and spec.label.endswith(spec.unit):
        what = f"名称以单位结尾，正文会写成“{spec.label}12{spec.unit}”"
        expected = f"“{spec.label.removesuffix(spec.unit)}”一类不带单位的名称"
        report.warn(node.place_of("label"), what, expected)


def _check_hint(spec: FieldSpec, node: Mapping, report: Report) -> None:
    """Remark on an optional number that cannot be 0 and does not say when to leave it out."""
    never_zero = spec.range is not None and spec.range[0] > 0
    if not spec.required and never_zero and "不填" not in spec.hint:
        what = f"“{spec.label}”选填、又不能填零，hint 没有说何时不填"
        report.warn(node.place_of("hint"), what, "写上“没有就不填”，或 range 从0起")
