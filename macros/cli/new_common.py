"""What the commands new share: questions, refusals, and what is said at the end."""

from __future__ import annotations

import sys
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from macros.cli.common import fail
from macros.figures.periods import LABELS, Period
from macros.source.report import Report

if TYPE_CHECKING:
    from collections.abc import Container, Sequence

    from macros.cli.planned_changes import PlannedChanges

NEXT = """接下来：
1. 把标着“待写”的都改好；模板、指标照着样子改成自己的；
2. 单位示例里{0}，换成像样的（单位、人名、地名仍要虚构）；
3. summaries check 检查；make serve 看页面。详见“维护”里的“新增范本”。"""
TABLE_NEXT = """接下来：
1. 把标着“待写”的都改好，模板读顺；数、话、指标和批注要改的，只改表，再运行一次，加上 --again；
2. {0}单位、人名、地名要虚构；
3. summaries check 检查；make serve 看页面。详见“维护”里的“新增范本”。"""
AGAIN = "范本、正文和案例没有动。接下来：summaries check 检查；案例对不上的，它逐条说明。"
ALL_MADE_UP = "的单位、名称和数都是编的"


def answer(given: str | None, question: str, default: str = "") -> str:
    """Return an option that was given, else what the maintainer answers, else the default."""
    if given is not None:
        return given
    if not sys.stdin.isatty():
        return default
    shown = f"（直接回车：{default}）" if default else ""
    return input(f"{question}{shown}：").strip() or default


def needed(given: str | None, question: str, option: str) -> str:
    """Return an answer that there must be."""
    found = answer(given, question)
    if not found:
        fail(Report(), option, f"没有写{question}", f"{option} …")
    return found


def latest_period(kind: str) -> Period:
    """Return the first period of a kind of the year that has ended."""
    year = datetime.now(UTC).year - 1
    return next(Period(year, found) for found in LABELS if found == kind)


def refuse_known(what: str, id_: str, known: Container[str]) -> None:
    """Refuse a name that is in use."""
    if id_ in known:
        fail(Report(), id_, f"已经有“{id_}”这个{what}", "没有用过的名字")


def apply_new(
    changes: PlannedChanges, missing: Sequence[str] = (), told: str = NEXT.format(ALL_MADE_UP)
) -> int:
    """Write what was planned, and say what to do next."""
    written = changes.names
    changes.apply()
    still = f"，还缺单位示例{'、'.join(missing)}，照样再写" if missing else ""
    print(f"写好了，检查通过{still}：", *(f"  {name}" for name in written), told, sep="\n")
    return 0
