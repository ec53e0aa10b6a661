"""The command new archetype: an archetype of known and new sections, with two examples."""

from __future__ import annotations

import argparse
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING, get_args

from macros.cli.common import fail
from macros.cli.names import office_id, slug
from macros.cli.new_again import tables_again
from macros.cli.new_common import (
    AGAIN,
    answer,
    apply_new,
    latest_period,
    needed,
    refuse_known,
)
from macros.cli.new_examples import example_file, told_next
from macros.cli.new_mentions import added_menu_line, added_news, no_longer_wanted, still_wanted
from macros.cli.new_outline import outline, sections_of
from macros.cli.new_sections import new_sections
from macros.cli.planned_changes import PlannedChanges
from macros.exchange.skeletons import TO_WRITE, skeleton
from macros.figures.periods import LABELS
from macros.library.library import validated
from macros.library.loader import load
from macros.schema.archetypes import Form
from macros.source.atomic_write import exists
from macros.source.report import Report

if TYPE_CHECKING:
    from collections.abc import Callable


UNNAMED = (("1", "甲"), ("2", "乙"))


def add_archetype(parser: argparse.ArgumentParser) -> None:
    """Add the options of new archetype."""
    parser.add_argument("id", type=slug, metavar="ID", help="id，也是网址的一部分 its id")
    parser.add_argument("--title", help="标题，如“血站年度工作总结” title")
    parser.add_argument("--short", help="短名，默认由标题得来 short name")
    parser.add_argument("--writer", help="谁来写 writer")
    parser.add_argument("--reader", help="写给谁 reader")
    parser.add_argument("--office", help="单位类别，data/kinds.yml 里的说法 kind of office")
    parser.add_argument("--topic", help="主题，data/kinds.yml 里的说法 topic")
    parser.add_argument(
        "--period",
        nargs="+",
        choices=LABELS,
        help="时段，可写几种，常用的在前，默认 year its periods",
    )
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
        type=_named(slug, "片段的id=名称"),
        metavar="ID=名称",
        help="同时新建的片段 new sections",
    )
    parser.add_argument(
        "--facts",
        type=Path,
        nargs="+",
        default=[],
        metavar="TABLE",
        help="新片段的指标表和批注表（.csv、.xlsx），两个示例的数也在里面 tables",
    )
    parser.add_argument(
        "--offices",
        nargs=2,
        default=[],
        type=_named(office_id, "文件名=单位名称"),
        metavar="文件名=单位名称",
        help="两个单位示例，单位要虚构；没有 --facts 时后一个只写必填的 its two examples",
    )
    parser.add_argument(
        "--again",
        action="store_true",
        help="表改了以后，重写范本的指标、批注和示例；范本、正文、案例不动 make its files again",
    )
    parser.set_defaults(run=_archetype)


def _named(read_id: Callable[[str], str], expected: str) -> Callable[[str], tuple[str, str]]:
    """Return what reads an id and the name after it."""

    def read(written: str) -> tuple[str, str]:
        id_, equals, name = written.partition("=")
        if not (equals and name):
            raise argparse.ArgumentTypeError(f"应为 {expected} id=name")
        return read_id(id_), name

    return read


def _again(options: argparse.Namespace) -> int:
    """Make the files of the tables again, after these have changed."""
    if not options.facts:
        fail(Report(), "--again", "没有写指标表", "--facts 指标表 批注表")
    if not exists(options.root / f"data/archetypes/{options.id}.yml"):
        fail(Report(), options.id, f"没有“{options.id}”这个范本", "第一次写不加 --again")
    changes, made = tables_again(options.root, options.id, options.facts, dict(options.new))
    with made.told_at_its_rows(changes):
        return apply_new(changes, told=AGAIN)


def _archetype(options: argparse.Namespace) -> int:
    if options.again:
        return _again(options)
    library = validated(*load(options.root))
    refuse_known("范本", options.id, library.archetypes)
    changes = PlannedChanges(options.root)
    title = needed(options.title, "标题", "--title")
    short = answer(options.short, "短名", _short(title))
    new = dict(options.new)
    uses = sections_of(library, options.use, new)
    offices = options.offices or _unnamed_offices(options.id, short)
    periods = options.period or [answer(None, f"时段（{' '.join(LABELS)}）", "year")]
    plan = new_sections(new, options.facts, library, beside=[use for use in uses if use not in new])
    values = {
        "ID": options.id,
        "TITLE": title,
        "SHORT": short,
        "WRITER": answer(options.writer, "谁来写", f"{TO_WRITE}：谁来写"),
        "READER": answer(options.reader, "写给谁", f"{TO_WRITE}：写给谁"),
        "OFFICE": _kind(options.office, "单位类别", library.kinds.offices),
        "TOPICS": _kind(options.topic, "主题", library.kinds.topics),
        "PERIOD": _periods(periods),
        "FORM": options.form,
        "ALIASES": f"{short}范文",
        "SECTIONS": outline(library, uses),
        "EXAMPLES": ", ".join(office for office, _ in offices),
        "TODAY": datetime.now(UTC).date().isoformat(),
    }
    name = f"data/archetypes/{options.id}.yml"
    changes.create(name, skeleton("archetype.yml", **values))
    added_menu_line(changes, options.id, short)
    added_news(changes, title, options.id)
    names = {title, short, values["ALIASES"]}
    no_longer_wanted(changes, library, names)
    alike = still_wanted(library, names)
    for id_, _ in options.new:
        refuse_known("片段", id_, library.sections)
    if options.new:
        changes.create_all(plan.files(options.id, short))
    with plan.told_at_its_rows(changes):
        planned, period = changes.preview(), latest_period(periods[0])
        for office, known in zip(offices, plan.examples, strict=True):
            text = example_file(planned, options.id, office, period, known)
            changes.create(f"data/offices/{office[0]}.yml", text)
        told = told_next(planned, options.id, plan.examples)
        return apply_new(changes, told=told + "".join(f"\n{line}" for line in alike))


def _periods(periods: list[str]) -> str:
    """Return the periods as the archetype's file has them, under `period` or `periods`."""
    return f"period: {periods[0]}" if len(periods) == 1 else f"periods: [{', '.join(periods)}]"


def _unnamed_offices(archetype: str, short: str) -> list[tuple[str, str]]:
    """Return two offices by number, for somebody who has not named any."""
    return [(f"{archetype}-{number}", f"{short}示例单位{which}") for number, which in UNNAMED]


def _short(title: str) -> str:
    """Return a short name made of a title, and not the same."""
    short = title.replace("工作总结", "总结")
    return short if short != title else f"{title}范本"


def _kind(given: str | None, what: str, known: list[str]) -> str:
    return answer(given, f"{what}（{' '.join(known)}）", known[-1])
