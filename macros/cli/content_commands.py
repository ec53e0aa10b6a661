"""The commands on a file's own content: outline, which hands it down to other units, and adopt."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import (
    FACTS_HELP,
    add_command,
    add_output_option,
    fail,
    print_or_write,
    read_facts,
)
from macros.cli.input_files import refuse_overwriting
from macros.exchange.adopt import ADOPTED, Adopter, Adoption, with_facts
from macros.exchange.facts_file_writer import as_json, as_yaml
from macros.exchange.sheet_writer import as_sheet
from macros.exchange.structure import structure_of_office
from macros.library.library import validated
from macros.library.loader import load
from macros.library.typed_numbers import listed, typed_numbers, with_gaps, without_typed_numbers
from macros.source.atomic_write import exists, write_all
from macros.source.report import Place, ProblemsFoundError, Report

if TYPE_CHECKING:
    from collections.abc import Callable

    from macros.cli.common import Commands
    from macros.exchange.facts_file_writer import FactsFile
    from macros.library.library import Library

WRITERS: dict[str, Callable[[FactsFile, Library], str | bytes]] = {
    "yaml": lambda file, _: as_yaml(file),
    "json": lambda file, _: as_json(file),
    "xlsx": as_sheet,
}
NEXT = """接下来：
1. 补上标着“待补”的批注、hint 和注释，改好 role，给每个数写合理的 range；
   没有标题的段落（第一段……）在 items 里起个名字；
2. 在 data/archetypes/ 里要用它的范本的 sections 里加一行 {{use: {0}}}，单位示例里补上新的指标；
3. 运行 summaries check，通过后改 CHANGELOG.md。"""


def add_commands(commands: Commands) -> None:
    """Add outline and adopt."""
    outline = add_command(
        commands, "outline", "取出一份草稿的提纲和自加的内容，不带数，发给别的单位 hand down"
    )
    outline.add_argument("facts", type=Path, help=FACTS_HELP)
    outline.add_argument("--format", choices=WRITERS, default="yaml", help="格式，默认 yaml format")
    add_output_option(outline)
    outline.set_defaults(run=_outline)
    adopting = add_command(
        commands, "adopt", "把自拟的章节收进片段库：写出数据和模板 adopt an own section"
    )
    adopting.add_argument("facts", type=Path, help=FACTS_HELP)
    adopting.add_argument(
        "--section", required=True, metavar="own-…", help="自拟的章节 the section to adopt"
    )
    adopting.add_argument(
        "--as", required=True, dest="stem", metavar="ID", help="新片段的 id its id in the library"
    )
    adopting.add_argument(
        "--fact",
        nargs="+",
        action="extend",
        default=[],
        type=_renaming,
        metavar="own_…=ID",
        help="自加的指标和它的新名字，用到的都要写 new names of its own facts",
    )
    adopting.add_argument(
        "--topic",
        default="",
        metavar="FILE",
        help="指标写进 data/facts 里的这个文件，默认 adopted file of facts",
    )
    adopting.set_defaults(run=_adopt)


def _renaming(written: str) -> tuple[str, str]:
    old, equals, new = written.partition("=")
    if not (old and equals and new):
        raise argparse.ArgumentTypeError("应为 own_指标=新名字 own_fact=name")
    return old, new


def _outline(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    refuse_overwriting([options.facts], options.output)
    office = read_facts(options.facts, library)
    file = structure_of_office(office)
    content = file.content
    file.headings = {name: with_gaps(text) for name, text in office.headings.items()}
    file.content = without_typed_numbers(content, library)
    print_or_write(WRITERS[options.format](file, library), options.output)
    numbers = typed_numbers(content, library)
    if numbers:
        print(listed(numbers, "，已换成＿＿"), file=sys.stderr)
    return 0


# --- adopt ------------------------------------------------------------------------------------


def _adopt(options: argparse.Namespace) -> int:
    root: Path = options.root
    library = validated(*load(root))
    report, adoption = Report(), _adoption(options, library)
    topic = root / "data" / "facts" / f"{options.topic or ADOPTED}.yml"
    if options.topic and not exists(topic):
        known = "、".join(path.stem for path in sorted(topic.parent.glob("*.yml")))
        fail(report, str(options.facts), f"data/facts 里没有“{options.topic}”这个文件", known)
    texts = Adopter(library, adoption, report).files()
    facts = texts.pop("", "")
    files = {root / name: text for name, text in texts.items()}
    for path in filter(exists, files):
        report.error(Place(str(path)), "已经有这个文件", "没有用过的名字")
    if report.errors:
        raise ProblemsFoundError(report.errors)
    if facts:
        before = topic.read_text("utf-8") if exists(topic) else ""
        files[topic] = with_facts(before, facts)
    write_all({path: text.encode() for path, text in files.items()})
    print("写好了：", *(f"  {path.relative_to(root)}" for path in files), sep="\n")
    print(NEXT.format(options.stem))
    return 0


def _adoption(options: argparse.Namespace, library: Library) -> Adoption:
    office = read_facts(options.facts, library)
    return Adoption(office, options.section, options.stem, dict(options.fact))
