"""Reads the facts of an office from the tree of its file, and reports each mistake at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.facts.entries import Entries, Entry, EntryError, OutOfRangeError, parse
from macros.figures.numerals import GROUPED
from macros.figures.values import SIDES
from macros.source.report import Report, nearest
from macros.source.yaml_reader import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Mapping as Dictionary

    from macros.schema.vocabulary import FactSpec, FieldSpec
    from macros.source.report import Place


class EntryReader:
    """Reads one office's facts against the vocabulary and reports every mistake at its place."""

    def __init__(
        self,
        specs: Dictionary[str, FactSpec],
        vocabulary: Dictionary[str, FactSpec],
        report: Report,
        places: Dictionary[str, Place] | None = None,
    ) -> None:
        """Take the facts that may be entered, the whole vocabulary, the report, and its places."""
        self.specs, self.vocabulary, self.report = specs, vocabulary, report
        self.places = places or {}
        self.name = ""  # the fact that is being read

    def read(self, node: Mapping) -> Entries:
        """Return the valid entries and report the others; empty ones are left out."""
        found: Entries = {}
        for name, (key, value) in node.entries.items():
            spec = self.specs.get(name)
            if spec is None:
                self._report_unexpected(name, key)
                continue
            self.name = name
            entry = self._entry(value, spec)
            if entry is not None:
                found[name] = entry
        return found

    def _report_unexpected(self, name: str, key: Scalar) -> None:
        """Report a fact that cannot be entered here, and why."""
        spec = self.vocabulary.get(name)
        if spec is None:
            guess = nearest(name, self.specs)
            listed = "命令 summaries facts 列出的指标"
            self.report.error(key.place, f"没有“{name}”这个指标", listed, guess)
        elif spec.sum_of:
            labels = "、".join(
                f"{self.vocabulary[s].label}（{s}）" for s in spec.sources if s in self.vocabulary
            )
            self.report.error(key.place, f"“{spec.label}”由系统计算，不填", f"只填{labels}")
        else:
            self.report.error(key.place, f"这个范本不用“{spec.label}”（{name}）", "删去这一行")

    def _entry(self, node: Node, spec: FactSpec) -> Entry | None:
        if spec.traits.records:
            return self._rows(node, spec)
        if spec.traits.quotient and isinstance(node, Mapping):
            return self._sides(node, spec, SIDES)
        if spec.series:
            return self._sides(node, spec, ("now", *spec.series))
        return self._scalar(node, spec)

    def _scalar(self, node: Node, spec: FieldSpec) -> Entry | None:
        if not isinstance(node, Scalar):
            self.report.error(node.place, f"“{spec.label}”应是一个值", "写在同一行")
            return None
        if not node.value.strip():
            return None
        try:
            return parse(node.value, spec)
        except EntryError as error:
            expected, declared = error.expected, self.places.get(self.name)
            if declared and isinstance(error, OutOfRangeError):
                expected += f"，见{declared}的 range"
            self.report.error(node.place, f"“{spec.label}”：{error.what}", expected)
            return None

    def _sides(self, node: Node, spec: FactSpec, allowed: Collection[str]) -> Entry | None:
        example = "、".join(f"{side}: …" for side in allowed)
        if not isinstance(node, Mapping):
            self.report.error(node.place, f"“{spec.label}”要分期填写", f"{{{example}}}")
            return None
        return self._fields(node, dict.fromkeys(allowed, spec), spec) or None

    def _rows(self, node: Node, spec: FactSpec) -> Entry | None:
        if isinstance(node, Scalar) and not node.value:
            return None
        if not isinstance(node, Sequence):
            self.report.error(node.place, f"“{spec.label}”应是列表", "每行以“- ”开头；没有就写 []")
            return None
        return [row for item in node.items if (row := self._row(item, spec)) is not None]

    def _row(self, node: Node, spec: FactSpec) -> dict[str, Entry] | None:
        short = spec.short_field
        if short and isinstance(node, Scalar):
            value = self._scalar(node, spec.record[short])
            return None if value is None else {short: value}
        if not isinstance(node, Mapping):
            keys = "、".join(spec.record)
            self.report.error(node.place, f"“{spec.label}”的每条应是“键: 值”", keys)
            return None
        return self._fields(node, spec.record, spec)

    def _fields(
        self, node: Mapping, fields: Dictionary[str, FieldSpec], spec: FactSpec
    ) -> dict[str, Entry]:
        row: dict[str, Entry] = {}
        before = ""
        for name, (key, value) in node.entries.items():
            whole, before = f"{before},{name}", value.value if isinstance(value, Scalar) else ""
            if GROUPED.fullmatch(whole):  # {now: 1,186} is two entries to YAML
                plain = whole.replace(",", "")
                self.report.error(key.place, f"“{whole}”里有逗号", f"数里不写逗号：{plain}")
                continue
            if name not in fields:
                expected, guess = "、".join(fields), nearest(name, fields)
                self.report.error(key.place, f"“{spec.label}”没有“{name}”", expected, guess)
                continue
            entry = self._scalar(value, fields[name])
            if entry is not None:
                row[name] = entry
        return row
