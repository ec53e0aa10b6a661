"""The empty facts file of a summary: every fact to enter, grouped by section, with its hint."""

from __future__ import annotations

from typing import TYPE_CHECKING

from macros.exchange.facts_file_writer import FactsFile
from macros.facts.archetype_facts import inputs_of
from macros.figures.values import SIDE_NAMES
from macros.library.summary import Summary
from macros.schema.facts_files import OWN_TOPIC

if TYPE_CHECKING:
    from collections.abc import Iterator

    from macros.exchange.facts_file_writer import Facts, Written
    from macros.facts.offices import Choices
    from macros.library.library import Library
    from macros.schema.vocabulary import FactSpec, FieldSpec

HINTS = {"name": "单位名称", "note": "这份文件的说明，可不填"}
BASICS = "标题、署名和日期"

# What may stand in a slot, where the name of the type does not say it.
KIND_HINTS = {
    "words": "一行一段，{{ }} 里写指标",
    "date": "日期，如 2026-03-31",
    "period": "时段，如 2026Q1、2026H1、2026、2025-2026T2",
}


def empty_facts_file(library: Library, archetype: str, choices: Choices | None = None) -> FactsFile:
    """Return the empty facts file of a summary: every fact to enter, with a comment on each."""
    summary = Summary(library, library.archetypes[archetype], choices)
    specs = {name: summary.specs[name] for name in summary.facts.entered()}
    comments = {name: _comment(spec) for name, spec in specs.items()}
    facts: Facts = {name: _slot(spec) for name, spec in specs.items()}
    file = FactsFile(archetype, facts=facts, comments=comments, hints=dict(HINTS))
    file.samples = {name: sample for name, spec in specs.items() if (sample := _sample(spec))}
    file.groups = _groups(summary)
    return file


def _groups(summary: Summary) -> dict[str, str]:
    """Return the heading of each section, by the first of the facts that no section before asks."""
    asked, placed, groups = summary.facts, set[str](), dict[str, str]()
    for heading, named in [(BASICS, asked.frame), *_headed(summary)]:
        new = [name for name in inputs_of(asked.specs, named) if name not in placed]
        if new:
            groups[new[0]] = heading
        placed.update(new)
    return groups


def _headed(summary: Summary) -> Iterator[tuple[str, tuple[str, ...]]]:
    """Yield the facts of each section under its heading."""
    own = {line.use: line.heading for line in summary.lines if line.heading}
    for use, named in summary.facts.sections.items():
        section = summary.library.sections.get(use)
        yield own.get(use) or (section.name if section else OWN_TOPIC), named


def _slot(spec: FactSpec) -> Written:
    """Return an empty slot; a list is left empty too, because [] means that there is none."""
    return dict.fromkeys(["now", *spec.series], "") if spec.series else ""


def _comment(spec: FactSpec) -> str:
    lines = [f"{spec.label}{_slot_description(spec)}：{spec.hint}"]
    if spec.series:
        lines.append("、".join(f"{side} {SIDE_NAMES[side]}" for side in ("now", *spec.series)))
    if spec.record:
        fields = "，".join(f"{n} {f.label}{_slot_description(f)}" for n, f in spec.record.items())
        lines.append(f"没有就写 []；有就每条一行，去掉井号：{fields}")
    return "\n".join(lines)


def _sample(spec: FactSpec) -> str:
    """Return an empty record of a list, as YAML."""
    return f"- {{{', '.join(f'{name}: ' for name in spec.record)}}}" if spec.record else ""


def _slot_description(spec: FieldSpec) -> str:
    """Return what a slot takes, in brackets: （万元，至多2位小数，可不填）."""
    decimals = f"至多{spec.places}位小数" if spec.traits.number and not spec.traits.whole else ""
    options = " / ".join(spec.options or [])
    kind = KIND_HINTS.get(spec.type) or options
    parts = [spec.unit, decimals, kind, "" if spec.required else "可不填"]
    words = "，".join(filter(None, parts))
    return f"（{words}）" if words else ""
