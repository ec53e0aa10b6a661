"""What the command roll asks and says: what is compared with, and whose figures those are."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from macros.cli.common import fail, read_facts
from macros.exchange.comparison import (
    BASE_NAMES,
    BASES,
    Base,
    compared_period,
    misfit,
    period_of,
    usual_base,
)
from macros.exchange.facts_file_writer import as_json
from macros.exchange.roll_forward import NextPeriod, roll_forward
from macros.figures.periods import LAST_YEAR
from macros.library.facts_file_reader import read_facts_file
from macros.library.old_period import words_of_old_period
from macros.library.plan_lists import PLANS, REPORT
from macros.library.summary import summary_of
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml

if TYPE_CHECKING:
    import argparse

    from macros.exchange.facts_file_writer import FactsFile
    from macros.facts.offices import Office
    from macros.figures.periods import Period
    from macros.library.library import Library


def add_comparison(parser: argparse.ArgumentParser) -> None:
    """Add the options that say what the next period is compared with."""
    names = "，".join(f"{base} {name}" for base, name in BASE_NAMES.items())
    parser.add_argument("--against", choices=BASES, help=f"同哪一期比：{names} compared with")
    parser.add_argument(
        "--compare",
        type=Path,
        metavar="FILE",
        help="要比的那一期的指标文件，上期数从这里取 whose figures these are",
    )
    parser.add_argument(
        "--keep-plans",
        action="store_true",
        help="上期打算原样沿用，不转为“上期打算落实情况” do not report on the plans",
    )


def rolled(library: Library, options: argparse.Namespace) -> FactsFile:
    """Return the facts file of the next period, and print what is to be done in it."""
    office = read_facts(options.facts, library)
    ended = _ended(office, options.facts)
    source = read_facts(options.compare, library) if options.compare else None
    base = options.against or _base(office, source, ended)
    last = compared_period(ended, base)
    wrong = misfit(office, source, last) if source else None
    if wrong:
        what, expected = wrong
        fail(Report(), str(options.compare), f"不能用来比：{what}", f"{expected}（{last.text}）")
    file = roll_forward(library, office, NextPeriod(base, source, not options.keep_plans))
    has_figures = source is not None or last == ended
    _print_comparison(last, options.compare or options.facts if has_figures else None)
    _print_rest(library, file)
    return file


def _ended(office: Office, file: Path) -> Period:
    """Return the period that the file reports on; raise ProblemsFoundError without one."""
    ended = period_of(office)
    if ended is None:
        what = "没有填“总结时段”（period），不知道下一期是哪一期"
        fail(Report(), str(file), what, "period: 2026Q1 这样的一行")
    if ended.is_last:
        fail(Report(), str(file), f"{ended.text}之后的时段写不了", f"至多{LAST_YEAR}年")
    return ended


def _base(office: Office, source: Office | None, ended: Period) -> Base:
    """Return what the file to compare with asks for, else how the office compares by now."""
    period = source and period_of(source)
    asked = [base for base in BASES if period == compared_period(ended, base)]
    return asked[0] if asked else usual_base(office)


def _print_comparison(last: Period, file: Path | None) -> None:
    found = f"上期数取自“{file}”" if file else f"没有{last.text}的文件，上期数都留空"
    hint = "" if file else f"；有的话用 --compare 给出，同上一期比用 --against {BASES[0]}"
    print(f"已结转，同{last.text}比，{found}{hint}。", file=sys.stderr)


def _print_rest(library: Library, file: FactsFile) -> None:
    print(f"沿用上期的有{len(file.carried)}项（carried），请逐项核对。", file=sys.stderr)
    plans = file.facts.get(REPORT)
    if plans and PLANS not in file.facts:
        what = f"上期打算{len(plans)}条已列入“上期打算落实情况”（{REPORT}），请逐条填写完成情况"
        print(f"{what}；下一步打算重新写。", file=sys.stderr)
    words = _old_words(library, file)
    if words:
        print(f"提到上一期的文字{len(words)}处，请改：{'、'.join(words)}。", file=sys.stderr)


def _old_words(library: Library, file: FactsFile) -> list[str]:
    """Return the words of the period before, as they will be found in the file."""
    report = Report()
    node = parse_yaml(as_json(file), "facts", report)
    office = read_facts_file(node, "facts", library, report) if node else None
    if office is None:
        return []
    return [str(found) for found in words_of_old_period(summary_of(library, office), office)]
