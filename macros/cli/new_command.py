"""The command new: an archetype, a section or an example that renders, to be rewritten."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, get_args

from macros.cli.common import add_command, fail, read_facts, require_archetype
from macros.cli.names import office_id, slug
from macros.cli.new_archetype import add_archetype
from macros.cli.new_cases import add_cases
from macros.cli.new_common import answer, apply_new, latest_period, needed, refuse_known
from macros.cli.new_examples import (
    Known,
    added_facts,
    example_file,
    filled_example,
    rewritten_example,
)
from macros.cli.new_mentions import added_example, added_use
from macros.cli.new_sections import new_sections
from macros.cli.planned_changes import PlannedChanges
from macros.figures.periods import code, parse_period
from macros.library.library import validated
from macros.library.loader import load
from macros.schema.archetypes import Role
from macros.site.archetype_checks import no_example
from macros.source.report import ProblemsFoundError, Report

if TYPE_CHECKING:
    import argparse

    from macros.cli.common import Commands
    from macros.library.library import Library


def add_commands(commands: Commands) -> None:
    """Add new."""
    new = add_command(commands, "new", "新建范本、片段或单位示例 new archetype, section or example")
    kinds = new.add_subparsers(required=True, metavar="archetype|section|office|cases")
    add_archetype(add_command(kinds, "archetype", "新建一个范本，带两个单位示例 archetype"))
    _add_section(add_command(kinds, "section", "新建一个片段，带自己的指标 section"))
    _add_office(add_command(kinds, "office", "给范本新建一个单位示例 example office"))
    add_cases(add_command(kinds, "cases", "照现在的正文给范本记下案例 cases of an archetype"))


def _add_section(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=slug, metavar="ID", help="片段的 id its id")
    parser.add_argument("--name", help="名称，即标题，如“产后访视” name")
    parser.add_argument(
        "--role", choices=get_args(Role), default="数据", help="功能，默认数据 role"
    )
    parser.add_argument(
        "--in", nargs="+", dest="archetypes", default=[], metavar="范本", help="用到它的范本 users"
    )
    parser.add_argument(
        "--facts",
        type=Path,
        nargs="+",
        default=[],
        metavar="TABLE",
        help="指标表和批注表（.csv、.xlsx），前两个示例的数也在里面 tables",
    )
    parser.set_defaults(run=_section)


def _add_office(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "id", type=office_id, nargs="?", metavar="ID", help="文件名，如 qingshan-2025 its id"
    )
    parser.add_argument("--archetype", help="哪个范本 archetype")
    parser.add_argument("--name", help="单位名称，要虚构 name")
    parser.add_argument("--period", help="时段，如 2025、2026Q1 period")
    parser.add_argument(
        "--sparse", action="store_true", help="只写必填的，没有上期数 only what is required"
    )
    parser.add_argument(
        "--from",
        dest="source",
        type=Path,
        metavar="FILE",
        help="用填写页导出的文件或填好的收集表，范本照文件 from a filled facts file",
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="指标改了以后，重写这个范本的全部示例，填过的数留着 rewrite all examples",
    )
    parser.set_defaults(run=_office)


def _section(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    refuse_known("片段", options.id, library.sections)
    name = needed(options.name, "名称", "--name")
    archetypes = options.archetypes or needed(None, "用到它的范本", "--in").split()
    changes = PlannedChanges(options.root)
    plan = new_sections({options.id: name}, options.facts, library, options.role)
    changes.create_all(plan.files(options.id, name))
    for archetype in archetypes:
        require_archetype(library, archetype)
        added_use(changes, library, archetype, options.id)
    with plan.told_at_its_rows(changes):
        planned = changes.preview()
        for archetype in archetypes:
            added_facts(changes, planned, archetype, options.id, plan.examples)
        return apply_new(changes)


def _office(options: argparse.Namespace) -> int:
    if options.again:
        return _again(options)
    library = validated(*load(options.root))
    id_ = needed(options.id, "文件名", "ID")
    refuse_known("单位示例", id_, library.offices)
    if options.source:
        filled = read_facts(options.source, library, options.archetype or "")
        name = options.name or filled.name
        return _add(options, library, filled.archetype, filled_example(library, filled, name))
    archetype = needed(options.archetype, "哪个范本", "--archetype")
    require_archetype(library, archetype)
    name = needed(options.name, "单位名称", "--name")
    kinds = library.archetypes[archetype].periods
    written = answer(options.period, "时段", code(latest_period(kinds[0])))
    period = parse_period(written)
    if period is None or period.kind not in kinds:
        fail(
            Report(), "--period", f"这个范本没有“{written}”这种时段", code(latest_period(kinds[0]))
        )
    known = Known(full=not options.sparse)
    text = example_file(library, archetype, (id_, name), period, known)
    return _add(options, library, archetype, text)


def _add(options: argparse.Namespace, library: Library, archetype: str, text: str) -> int:
    """Write an example, and name it in its archetype; others that this names may still lack."""
    named = library.archetypes[archetype].examples
    missing = [one for one in named if one not in library.offices and one != options.id]
    changes = PlannedChanges(options.root, {no_example(one) for one in missing})
    changes.create(f"data/offices/{options.id}.yml", text)
    added_example(changes, library, archetype, options.id)
    return apply_new(changes, missing)


def _again(options: argparse.Namespace) -> int:
    """Rewrite an archetype's examples with the facts that it asks for now."""
    library, report = load(options.root)
    archetype = needed(options.archetype, "哪个范本", "--archetype")
    require_archetype(library, archetype)
    files = {f"data/offices/{id_}.yml" for id_ in library.archetypes[archetype].examples}
    others = [problem for problem in report.errors if problem.place.file not in files]
    if others:
        raise ProblemsFoundError(others)
    changes = PlannedChanges(options.root)
    for name in sorted(files):
        changes.rewrite(name, rewritten_example(library, archetype, options.root, name))
    return apply_new(changes)
