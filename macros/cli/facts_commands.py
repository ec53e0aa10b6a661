"""The commands merge and roll."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import FACTS_HELP, add_command, fail, require_archetype
from macros.cli.facts_output import add_writing, print_list, write_facts
from macros.cli.input_files import read_all, refuse_overwriting
from macros.cli.rolling import add_comparison, rolled
from macros.exchange.merge import merge
from macros.library.library import validated
from macros.library.loader import load
from macros.source.report import Place, ProblemsFoundError, Report

if TYPE_CHECKING:
    import argparse

    from macros.cli.common import Commands
    from macros.facts.offices import Office
    from macros.library.library import Library

PERIODS = {"period": "总结时段", "last_period": "比较时段"}


def add_commands(commands: Commands) -> None:
    """Add merge and roll."""
    merging = add_command(commands, "merge", "把下级单位的指标文件汇总成一份 sum facts files")
    merging.add_argument("archetype", help="范本的 id archetype")
    merging.add_argument("sources", type=Path, nargs="+", help="指标文件或文件夹 files or folders")
    add_writing(merging)
    merging.set_defaults(run=_merge)
    rolling = add_command(commands, "roll", "结转下期：本期数变成上期数 roll forward")
    rolling.add_argument("facts", type=Path, help=FACTS_HELP)
    add_comparison(rolling)
    add_writing(rolling)
    rolling.set_defaults(run=_roll)


def _roll(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    sources = [path for path in (options.facts, options.compare) if path]
    refuse_overwriting(sources, options.output)
    write_facts(rolled(library, options), library, options)
    return 0


def _merge(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    require_archetype(library, options.archetype)
    units = _units(options, library)
    result = merge(library, options.archetype, units)
    write_facts(result.file, library, options)
    print(f"汇总了{len(units)}个单位，得{len(result.file.facts)}项。", file=sys.stderr)
    if options.format != "yaml" and result.file.comments:
        print("算式只写在 yaml 格式的汇总文件里。", file=sys.stderr)
    print_list(result.disagreements, "没有汇总，请核对后填写：")
    print_list(
        result.out_of_range, "已写出合计，但还不能生成总结，请核对；数字无误的，放宽指标的 range："
    )
    return 0


def _units(options: argparse.Namespace, library: Library) -> list[Office]:
    """Return every unit, all of one period; raise ProblemsFoundError with the mistakes of all."""
    units, report = read_all(library, options.sources, options.output, options.archetype), Report()
    _require_one_period(units, report)
    _require_distinct(units, report)
    return units


def _require_distinct(units: list[Office], report: Report) -> None:
    """Raise ProblemsFoundError when two files are of the same unit, which would count twice."""
    first: dict[str, Office] = {}
    for unit in units:
        org = str(unit.entries.get("org", ""))
        other = first.setdefault(org or str(unit.entries), unit)
        if other is not unit:
            what = f"单位（{org}）" if org else "内容"
            report.error(
                Place(unit.node.place.file),
                f"与“{other.node.place.file}”的{what}相同，会算两次",
                "每个单位只放一个文件",
            )
    if report.errors:
        raise ProblemsFoundError(report.errors)


def _require_one_period(units: list[Office], report: Report) -> None:
    """Raise ProblemsFoundError when periods differ; a unit need not have an earlier period."""
    for name, label in PERIODS.items():
        compared = [u for u in units if name == "period" or name in u.entries]
        periods = {str(unit.entries.get(name)): unit for unit in compared}
        if len(periods) > 1:
            first, other, *_ = (unit.node.place.file for unit in periods.values())
            expected = f"{label}相同的指标文件"
            fail(report, other, f"与“{first}”的{label}（{name}）不同", expected)
