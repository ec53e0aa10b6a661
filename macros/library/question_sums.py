"""What is found to be asked, and the sums behind it in words that a reader can follow.

Mirrors browser/library/question_sums.js.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from macros.figures.arithmetic import per
from macros.figures.comparisons import change, growth
from macros.figures.values import Blank, Figure, Series
from macros.library.asked_facts import both_of
from macros.library.finding_keys import digest

if TYPE_CHECKING:
    from macros.library.asked_facts import Both

MOST_NAMED = 3


@dataclass(frozen=True)
class Found:
    """Something to be asked: of what, the words for the question, the sum behind it.

    `behind` are the numbers, or digests of words, from which it follows; `names` the facts that it
    is about; `path` is where it can be answered, if not where the subject is printed.
    """

    subject: str
    words: dict[str, str]
    sums: tuple[str, ...]
    behind: tuple[str, ...]
    names: tuple[str, ...] = field(default=())
    path: str = ""


def sum_of(both: Both) -> str:
    """Return both figures of a fact with the formula of its change."""
    more = growth(both.series)
    last = f"{both.series.compared_with}{both.last.text}"
    return f"{both.series.label}：本期{both.now.text}，{last}；{more.text}：{more.formula}"


def change_of(both: Both) -> str:
    """Return both figures of a level with the formula of the difference."""
    more = change(both.series)
    last = f"{both.series.compared_with}{both.last.text}"
    return f"{both.series.label}：本期{both.now.text}，{last}；{more.text}：{more.formula}"


def quotients(above: Both, below: Both, of: str = "") -> Both | None:
    """Return what one unit of `below` has of `above`, in this period and in the last."""
    mine, last = per(above.now, below.now), per(above.last, below.last)
    label = f"平均每{below.now.base_unit}{of}"
    return both_of(Series(mine, last, Blank(""), label, above.series.compared_with))


def sum_of_quotients(both: Both) -> str:
    """Return both quotients with their formulas, and that of their change."""
    last = f"{both.series.compared_with}{both.last.formula}"
    more = growth(both.series)
    return f"{both.series.label}：本期{both.now.formula}，{last}；{more.text}：{more.formula}"


def digits(*figures: Figure | None) -> tuple[str, ...]:
    """Return figures as it is kept from which ones a question follows."""
    return tuple(figure.operand for figure in figures if figure)


def mark_of(text: str) -> str:
    """Return by what words are known again; no figure is written like it."""
    return f"#{digest(text)}"


def quoted(names: list[str]) -> str:
    """Return the first of some names, and how many they are."""
    more = f"等{len(names)}项" if len(names) > MOST_NAMED else ""
    return "".join(f"“{name}”" for name in names[:MOST_NAMED]) + more
