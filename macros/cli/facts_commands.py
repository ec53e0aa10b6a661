"""The commands facts (an empty facts file), merge and roll."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import (
    ENDINGS,
    FACTS_HELP,
    add_command,
    add_output_option,
    fail,
    print_or_write,
    read_facts,
    require_archetype,
)
from macros.cli.input_files import (
    is_facts_file,
    is_ignored,
    is_same,
    list_folder,
    print_unread,
    refuse_overwriting,
)
from macros.cli.rolling import add_comparison, rolled
from macros.exchange.empty_facts_file import empty_facts_file
from macros.exchange.facts_file_writer import (
    FactsFile,
    as_json,
    as_yaml,
    written_content,
)
from macros.exchange.merge import merge
from macros.exchange.sheet_writer import as_sheet
from macros.library.library import validated
from macros.library.loader import load
from macros.source.report import Place, ProblemsFoundError, Report

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Sequence

    from macros.cli.common import Commands
    from macros.facts.offices import Office
    from macros.library.library import Library

PERIODS = {"period": "总结时段", "last_period": "比较时段"}
WRITERS: dict[str, Callable[[FactsFile, Library], str | bytes]] = {
    "yaml": lambda file, _: as_yaml(file),
    "json": lambda file, _: as_json(file),
    "xlsx": as_sheet,
}


def add_commands(commands: Commands) -> None:
    """Add facts, merge and roll."""
    facts = add_command(commands, "facts", "一个范本的空白收集表 an empty collection sheet")
    facts.add_argument("archetype", help="范本的 id archetype")
    facts.add_argument(
        "--outline",
        type=Path,
        metavar="FILE",
        help="照这个文件的提纲和自加的内容，见 summaries outline with its own content",
    )
    _add_writing(facts)
    facts.set_defaults(run=_facts)
    merging = add_command(commands, "merge", "把下级单位的指标文件汇总成一份 sum facts files")
    merging.add_argument("archetype", help="范本的 id archetype")
    merging.add_argument("sources", type=Path, nargs="+", help="指标文件或文件夹 files or folders")
    _add_writing(merging)
    merging.set_defaults(run=_merge)
    rolling = add_command(commands, "roll", "结转下期：本期数变成上期数 roll forward")
    rolling.add_argument("facts", type=Path, help=FACTS_HELP)
    add_comparison(rolling)
    _add_writing(rolling)
    rolling.set_defaults(run=_roll)


def _add_writing(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--format", choices=WRITERS, default="yaml", help="格式，默认 yaml format")
    add_output_option(parser)


def _write(file: FactsFile, library: Library, options: argparse.Namespace) -> None:
    kept = (file.carried, file.without, file.headings, file.content)
    if options.format == "xlsx" and any(kept):
        what = "收集表里记不下待核对的沿用内容、省略的章节、自拟的标题和自加的内容"
        fail(Report(), "xlsx", what, "--format yaml 或 json，都能在填写页上导入")
    print_or_write(WRITERS[options.format](file, library), options.output)


def _facts(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    require_archetype(library, options.archetype)
    if not options.outline:
        _write(empty_facts_file(library, options.archetype), library, options)
        return 0
    refuse_overwriting([options.outline], options.output)
    office = read_facts(options.outline, library, options.archetype)
    file = empty_facts_file(library, options.archetype, office.choices)
    file.without, file.headings = list(office.without), office.headings
    file.content = written_content(office)
    _write(file, library, options)
    return 0


def _roll(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    sources = [path for path in (options.facts, options.compare) if path]
    refuse_overwriting(sources, options.output)
    _write(rolled(library, options), library, options)
    return 0


def _merge(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    require_archetype(library, options.archetype)
    units = _units(options, library)
    result = merge(library, options.archetype, units)
    _write(result.file, library, options)
    print(f"汇总了{len(units)}个单位，得{len(result.file.facts)}项。", file=sys.stderr)
    if options.format != "yaml" and result.file.comments:
        print("算式只写在 yaml 格式的汇总文件里。", file=sys.stderr)
    _print_list(result.disagreements, "没有汇总，请核对后填写：")
    _print_list(
        result.out_of_range, "已写出合计，但还不能生成总结，请核对；数字无误的，放宽指标的 range："
    )
    return 0


def _print_list(lines: Sequence[object], what: str) -> None:
    if lines:
        print(f"以下{len(lines)}项{what}", *lines, sep="\n", file=sys.stderr)


def _units(options: argparse.Namespace, library: Library) -> list[Office]:
    """Return every unit, all of one period; raise ProblemsFoundError with the mistakes of all."""
    report, units = Report(), []
    for path in _files(options.sources, options.output):
        try:
            units.append(read_facts(path, library, options.archetype))
        except ProblemsFoundError as error:
            report.problems += error.problems
    if report.errors:
        raise ProblemsFoundError(report.errors)
    if not units:
        fail(report, str(options.sources[0]), "没有指标文件", "、".join(ENDINGS))
    _require_one_period(units, report)
    _require_distinct(units, report)
    return units


def _files(sources: list[Path], output: Path | None) -> list[Path]:
    """Return every file once, however often it is named; fail when the output is one of them."""
    files: list[Path] = []
    others: list[str] = []
    for source in sources:
        if source.is_dir():
            _refuse_output_in(source, output)
            names, unread = list_folder(source, output)
            files += [source / name for name in names]
            others += unread
        elif not is_ignored(source):
            files.append(source)
    refuse_overwriting(files, output)
    print_unread(others)
    return list({os.path.realpath(path): path for path in files}.values())


def _refuse_output_in(folder: Path, output: Path | None) -> None:
    """Raise ProblemsFoundError when the next merge of this folder would read the output too."""
    if output and is_facts_file(output) and is_same(folder, output.parent):
        fail(Report(), str(output), "写在要汇总的文件夹里，再汇总时会把它也算进去", "另一个文件夹")


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
