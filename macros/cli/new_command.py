"""The command new: an archetype, a section or an example that renders, to be rewritten."""

from __future__ import annotations

import argparse
import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING, get_args

from macros.cli.common import add_command, fail, require_archetype
from macros.cli.names import office_id, slug
from macros.cli.new_files import (
    added_example,
    added_facts,
    added_menu_line,
    added_use,
    example_file,
    rewritten_example,
)
from macros.cli.planned_changes import PlannedChanges
from macros.exchange.skeletons import TO_WRITE, cases_file, facts_file, section_files, skeleton
from macros.figures.periods import LABELS, Period, code, parse_period
from macros.library.library import validated
from macros.library.loader import load
from macros.schema.archetypes import Form, Role
from macros.site.archetype_checks import no_example
from macros.source.report import ProblemsFoundError, Report, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence

    from macros.cli.common import Commands
    from macros.library.library import Library

FIRST, LAST = (
    ("opening",),
    ("problems", "plans"),
)  # of every new archetype, where the library has them
UNNAMED = (("1", "甲"), ("2", "乙"))
NEXT = """接下来：
1. 把标着“待写”的都改好；模板、指标照着样子改成自己的；
2. 单位示例里的单位、名称和数都是编的，换成像样的（单位、人名、地名仍要虚构）；
3. summaries check 检查；make serve 看页面。详见“维护”里的“新增范本”。"""


def add_commands(commands: Commands) -> None:
    """Add new."""
    new = add_command(commands, "new", "新建范本、片段或单位示例 new archetype, section or example")
    kinds = new.add_subparsers(required=True, metavar="archetype|section|office")
    _add_archetype(add_command(kinds, "archetype", "新建一个范本，带两个单位示例 archetype"))
    _add_section(add_command(kinds, "section", "新建一个片段，带自己的指标 section"))
    _add_office(add_command(kinds, "office", "给范本新建一个单位示例 example office"))


def _add_archetype(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=slug, metavar="ID", help="id，也是网址的一部分 its id")
    parser.add_argument("--title", help="标题，如“血站年度工作总结” title")
    parser.add_argument("--short", help="短名，默认由标题得来 short name")
    parser.add_argument("--writer", help="谁来写 writer")
    parser.add_argument("--reader", help="写给谁 reader")
    parser.add_argument("--office", help="单位类别，data/kinds.yml 里的说法 kind of office")
    parser.add_argument("--topic", help="主题，data/kinds.yml 里的说法 topic")
    parser.add_argument("--period", choices=LABELS, help="时段，默认 year period")
    parser.add_argument(
        "--form", choices=get_args(Form), default="detailed", help="默认 detailed form"
    )
    parser.add_argument(
        "--use",
        nargs="+",
        action="extend",
        default=[],
        metavar="片段",
        help="用现成的片段 use",
    )
    parser.add_argument(
        "--new",
        nargs="+",
        action="extend",
        default=[],
        type=_named,
        metavar="ID=名称",
        help="同时新建的片段 new sections",
    )
    parser.add_argument(
        "--offices",
        nargs=2,
        default=[],
        type=_named_office,
        metavar="文件名=单位名称",
        help="两个单位示例，单位要虚构；后一个只写必填的 its two example offices",
    )
    parser.set_defaults(run=_archetype)


def _add_section(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("id", type=slug, metavar="ID", help="片段的 id its id")
    parser.add_argument("--name", help="名称，即标题，如“产后访视” name")
    parser.add_argument(
        "--role", choices=get_args(Role), default="数据", help="功能，默认数据 role"
    )
    parser.add_argument(
        "--in", nargs="+", dest="archetypes", default=[], metavar="范本", help="用到它的范本 users"
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
        "--again",
        action="store_true",
        help="指标改了以后，重写这个范本的全部示例，填过的数留着 rewrite all examples",
    )
    parser.set_defaults(run=_office)


def _named(written: str) -> tuple[str, str]:
    id_, equals, name = written.partition("=")
    if not (equals and name):
        raise argparse.ArgumentTypeError("应为 片段的id=名称 id=name")
    return slug(id_), name


def _named_office(written: str) -> tuple[str, str]:
    id_, equals, name = written.partition("=")
    if not (equals and name):
        raise argparse.ArgumentTypeError("应为 文件名=单位名称 id=name")
    return office_id(id_), name


# --- what is asked for ------------------------------------------------------------------------


def _answer(given: str | None, question: str, default: str = "") -> str:
    """Return an option that was given, else what the maintainer answers, else the default."""
    if given is not None:
        return given
    if not sys.stdin.isatty():
        return default
    shown = f"（直接回车：{default}）" if default else ""
    return input(f"{question}{shown}：").strip() or default


def _needed(given: str | None, question: str, option: str) -> str:
    answer = _answer(given, question)
    if not answer:
        fail(Report(), option, f"没有写{question}", f"{option} …")
    return answer


# --- archetype --------------------------------------------------------------------------------


def _archetype(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    _refuse_known("范本", options.id, library.archetypes)
    changes = PlannedChanges(options.root)
    title = _needed(options.title, "标题", "--title")
    short = _answer(options.short, "短名", _short(title))
    uses = _uses(options, library)
    offices = options.offices or _unnamed_offices(options.id, short)
    period = _answer(options.period, f"时段（{' '.join(LABELS)}）", "year")
    values = {
        "ID": options.id,
        "TITLE": title,
        "SHORT": short,
        "WRITER": _answer(options.writer, "谁来写", f"{TO_WRITE}：谁来写"),
        "READER": _answer(options.reader, "写给谁", f"{TO_WRITE}：写给谁"),
        "OFFICE": _kind(options.office, "单位类别", library.kinds.offices),
        "TOPICS": _kind(options.topic, "主题", library.kinds.topics),
        "PERIOD": period,
        "FORM": options.form,
        "ALIASES": f"{short}范文",
        "SECTIONS": "\n".join(f"  - {{use: {use}}}" for use in uses),
        "EXAMPLES": ", ".join(office for office, _ in offices),
        "TODAY": datetime.now(UTC).date().isoformat(),
    }
    name = f"data/archetypes/{options.id}.yml"
    changes.create(name, skeleton("archetype.yml", **values))
    added_menu_line(changes, options.id, short)
    for id_, called in options.new:
        _refuse_known("片段", id_, library.sections)
        changes.create_all(section_files(id_, called, "数据"))
    if options.new:
        changes.create_all(facts_file(options.id, short, dict(options.new)))
    planned = changes.preview()
    for office, full in zip(offices, (True, False), strict=True):
        text = example_file(planned, options.id, office, _latest(period), full=full)
        changes.create(f"data/offices/{office[0]}.yml", text)
    if options.new:
        changes.create_all(cases_file(options.id, offices[0][0], dict(options.new)))
    return _apply(changes)


def _unnamed_offices(archetype: str, short: str) -> list[tuple[str, str]]:
    """Return two offices by number, for somebody who has not named any."""
    return [(f"{archetype}-{number}", f"{short}示例单位{which}") for number, which in UNNAMED]


def _uses(options: argparse.Namespace, library: Library) -> list[str]:
    """Return the sections of a new archetype, in order."""
    for use in options.use:
        if use not in library.sections:
            guess = nearest(use, library.sections)
            expected = "summaries find 词，能查片段；新的写 --new ID=名称"
            fail(Report(), "--use", f"没有“{use}”这个片段", expected, guess)
    named = [*options.use, *(id_ for id_, _ in options.new)]
    ends = [*FIRST, *LAST]
    middle = [use for use in named if use not in ends]
    return [
        *(use for use in FIRST if use in library.sections),
        *middle,
        *(use for use in LAST if use in library.sections),
    ]


def _short(title: str) -> str:
    """Return a short name made of a title, and not the same."""
    short = title.replace("工作总结", "总结")
    return short if short != title else f"{title}范本"


def _kind(given: str | None, what: str, known: list[str]) -> str:
    return _answer(given, f"{what}（{' '.join(known)}）", known[-1])


def _latest(kind: str) -> Period:
    """Return the first period of a kind of the year that has ended."""
    year = datetime.now(UTC).year - 1
    return next(Period(year, found) for found in LABELS if found == kind)


# --- section ----------------------------------------------------------------------------------


def _section(options: argparse.Namespace) -> int:
    library = validated(*load(options.root))
    _refuse_known("片段", options.id, library.sections)
    name = _needed(options.name, "名称", "--name")
    archetypes = options.archetypes or _needed(None, "用到它的范本", "--in").split()
    changes = PlannedChanges(options.root)
    changes.create_all(section_files(options.id, name, options.role))
    changes.create_all(facts_file(options.id, name, {options.id: name}))
    for archetype in archetypes:
        require_archetype(library, archetype)
        added_use(changes, library, archetype, options.id)
    planned = changes.preview()
    for archetype in archetypes:
        added_facts(changes, planned, archetype, options.id)
    return _apply(changes)


# --- office -----------------------------------------------------------------------------------


def _office(options: argparse.Namespace) -> int:
    if options.again:
        return _again(options)
    library = validated(*load(options.root))
    id_ = _needed(options.id, "文件名", "ID")
    _refuse_known("单位示例", id_, library.offices)
    archetype = _needed(options.archetype, "哪个范本", "--archetype")
    require_archetype(library, archetype)
    name = _needed(options.name, "单位名称", "--name")
    kinds = library.archetypes[archetype].periods
    written = _answer(options.period, "时段", code(_latest(kinds[0])))
    period = parse_period(written)
    if period is None or period.kind not in kinds:
        fail(Report(), "--period", f"这个范本没有“{written}”这种时段", code(_latest(kinds[0])))
    named = library.archetypes[archetype].examples
    missing = [one for one in named if one not in library.offices and one != id_]
    changes = PlannedChanges(options.root, {no_example(one) for one in missing})
    text = example_file(library, archetype, (id_, name), period, full=not options.sparse)
    changes.create(f"data/offices/{id_}.yml", text)
    added_example(changes, library, archetype, id_)
    return _apply(changes, missing)


def _again(options: argparse.Namespace) -> int:
    """Rewrite an archetype's examples with the facts that it asks for now."""
    library, report = load(options.root)
    archetype = _needed(options.archetype, "哪个范本", "--archetype")
    require_archetype(library, archetype)
    files = {f"data/offices/{id_}.yml" for id_ in library.archetypes[archetype].examples}
    others = [problem for problem in report.errors if problem.place.file not in files]
    if others:
        raise ProblemsFoundError(others)
    changes = PlannedChanges(options.root)
    for name in sorted(files):
        changes.rewrite(name, rewritten_example(library, archetype, options.root, name))
    return _apply(changes)


# --- all --------------------------------------------------------------------------------------


def _refuse_known(what: str, id_: str, known: object) -> None:
    if id_ in known:  # type: ignore[operator]
        fail(Report(), id_, f"已经有“{id_}”这个{what}", "没有用过的名字")


def _apply(changes: PlannedChanges, missing: Sequence[str] = ()) -> int:
    written = changes.names
    changes.apply()
    still = f"，还缺单位示例{'、'.join(missing)}，照样再写" if missing else ""
    print(f"写好了，检查通过{still}：", *(f"  {name}" for name in written), NEXT, sep="\n")
    return 0
