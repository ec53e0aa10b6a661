"""The command `summaries`: list archetypes, check the project, render a facts file."""

from __future__ import annotations

import argparse
import io
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.checks import check
from macros.compose import compose
from macros.consistency import check_office
from macros.library import load, read_office, sound
from macros.report import Place, ProblemsFoundError, Report, nearest
from macros.source import read_yaml

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.library import Library, Office


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the command line; return the exit status: 0 done, 1 mistakes found, 2 wrong usage."""
    options = _parser().parse_args(arguments)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(encoding="utf-8")  # whatever the locale: texts are Chinese
    try:
        status: int = options.run(options)
        sys.stdout.flush()
    except ProblemsFoundError as error:
        print(error, file=sys.stderr)
        return 1
    except BrokenPipeError:  # the reader has seen enough; Python would flush once more at its end
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    return status


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="summaries",
        description="工作总结范本：列出、检查、生成 list, check, render",
    )
    parser.add_argument(
        "--root",
        type=Path,
        default=Path(),
        help="项目文件夹，默认当前文件夹 project folder",
    )
    commands = parser.add_subparsers(required=True, metavar="COMMAND")
    listing = commands.add_parser("list", help="列出全部范本 list the archetypes")
    listing.set_defaults(run=_list)
    checking = commands.add_parser("check", help="检查全部数据和模板 check all data and templates")
    checking.set_defaults(run=_check)
    rendering = commands.add_parser("render", help="用指标文件生成总结 render a summary")
    rendering.add_argument("archetype", help="范本的 id，见 summaries list")
    rendering.add_argument("--facts", type=Path, required=True, help="指标文件（YAML 或 JSON）")
    rendering.add_argument("--format", choices=("text", "json"), default="text", help="输出格式")
    rendering.set_defaults(run=_render)
    return parser


def _list(options: argparse.Namespace) -> int:
    library = sound(*load(options.root))
    for archetype in library.archetypes.values():
        print(f"{archetype.id}\t{archetype.title}\t{archetype.version}")
    return 0


def _check(options: argparse.Namespace) -> int:
    library, report = check(options.root)
    for warning in report.warnings:
        print(warning, file=sys.stderr)
    sound(library, report)
    archetypes, sections = len(library.archetypes), len(library.sections)
    facts, offices = len(library.facts), len(library.offices)
    print(f"检查通过：{archetypes}个范本、{sections}个片段、{facts}个指标、{offices}个单位示例。")
    return 0


def _render(options: argparse.Namespace) -> int:
    library = sound(*load(options.root))
    report = Report()
    office = _read(options.facts, options.archetype, library, report)
    for warning in report.warnings:
        print(warning, file=sys.stderr)
    if office is None or report.errors:
        raise ProblemsFoundError(report.errors)
    archetype = library.archetypes[options.archetype]
    document = compose(library, archetype, office.entries, office.without)
    if options.format == "json":
        print(json.dumps(document.as_json(), ensure_ascii=False, indent=2))
    else:
        print(document.as_text(), end="")
    if document.draft:
        labels = "、".join(library.facts[name].label for name in document.missing)
        print(f"草稿：正文有{document.blanks}处空白。未填：{labels or '无'}。", file=sys.stderr)
    return 0


def _read(path: Path, archetype: str, library: Library, report: Report) -> Office | None:
    name = str(path)
    if archetype not in library.archetypes:
        guess = nearest(archetype, library.archetypes)
        options = "、".join(library.archetypes)
        report.error(Place(name), f"没有“{archetype}”这个范本", options, guess)
        return None
    node = read_yaml(path, name, report)
    office = node and read_office(node, path.stem, library, report)
    if not office:
        return None
    if office.archetype != archetype:
        report.error(Place(name), f"这是“{office.archetype}”的指标文件", f"“{archetype}”的指标文件")
        return None
    check_office(library, office, report)
    return office
