"""The commands about facts files: facts (an empty one), merge and roll."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.shared import (
    ENDINGS,
    FACTS_HELP,
    add_output,
    fail,
    put,
    read_facts,
    require_archetype,
)
from macros.facts_file import FactsFile, as_json, as_yaml, empty
from macros.library import sound
from macros.loader import load
from macros.merge import merged
from macros.report import ProblemsFoundError, Report
from macros.roll import rolled
from macros.sheet import as_sheet

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Iterator

    from macros.library import Library
    from macros.offices import Office

WRITERS: dict[str, Callable[[FactsFile, Library], str | bytes]] = {
    "yaml": lambda file, _: as_yaml(file),
    "json": lambda file, _: as_json(file),
    "xlsx": as_sheet,
}


def add_commands(commands: argparse._SubParsersAction[argparse.ArgumentParser]) -> None:
    """Add facts, merge and roll."""
    facts = commands.add_parser("facts", help="一个范本的空白收集表 an empty collection sheet")
    facts.add_argument("archetype", help="范本的 id archetype")
    _add_writing(facts)
    facts.set_defaults(run=_facts)
    merging = commands.add_parser("merge", help="把下级单位的指标文件汇总成一份 sum facts files")
    merging.add_argument("archetype", help="范本的 id archetype")
    merging.add_argument("sources", type=Path, nargs="+", help="指标文件或文件夹 files or folders")
    _add_writing(merging)
    merging.set_defaults(run=_merge)
    rolling = commands.add_parser("roll", help="结转下期：本期数变成上期数 roll forward")
    rolling.add_argument("facts", type=Path, help=FACTS_HELP)
    _add_writing(rolling)
    rolling.set_defaults(run=_roll)


def _add_writing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=WRITERS, default="yaml", help="格式，默认 yaml")
    add_output(parser)


def _put(file: FactsFile, library: Library, options: argparse.Namespace) -> None:
    put(WRITERS[options.format](file, library), options.output)


def _facts(options: argparse.Namespace) -> int:
    library = sound(*load(options.root))
    require_archetype(library, options.archetype)
    _put(empty(library, options.archetype), library, options)
    return 0


def _roll(options: argparse.Namespace) -> int:
    library = sound(*load(options.root))
    file = rolled(library, read_facts(options.facts, library))
    _put(file, library, options)
    print(f"已结转。沿用上期的有{len(file.carried)}项（carried），请逐项核对。", file=sys.stderr)
    return 0


def _merge(options: argparse.Namespace) -> int:
    library = sound(*load(options.root))
    require_archetype(library, options.archetype)
    units = _units(options, library)
    result = merged(library, options.archetype, units)
    _put(result.file, library, options)
    count, open_ones = len(units), result.disagreements
    print(f"汇总了{count}个单位，得{len(result.file.facts)}项。", file=sys.stderr)
    if open_ones:
        print(f"以下{len(open_ones)}项没有汇总，请核对后填写：", file=sys.stderr)
        print(*open_ones, sep="\n", file=sys.stderr)
    return 0


def _units(options: argparse.Namespace, library: Library) -> list[Office]:
    """Return every unit, of one period; raise ProblemsFoundError with the mistakes of all files."""
    report, units = Report(), []
    for path in _files(options.sources):
        try:
            units.append(read_facts(path, library, options.archetype))
        except ProblemsFoundError as error:
            report.problems += error.problems
    if report.errors:
        raise ProblemsFoundError(report.errors)
    if not units:
        fail(report, str(options.sources[0]), "没有指标文件", "、".join(ENDINGS))
    _one_period(units, report)
    return units


def _files(sources: list[Path]) -> Iterator[Path]:
    for source in sources:
        if source.is_dir():
            yield from sorted(path for path in source.iterdir() if path.suffix in ENDINGS)
        else:
            yield source


def _one_period(units: list[Office], report: Report) -> None:
    periods = {str(unit.entries.get("period")): unit for unit in units}
    if len(periods) > 1:
        first, other, *_ = periods.values()
        fail(report, other.id, f"与“{first.id}”的总结时段（period）不同", "同一时段的指标文件")
