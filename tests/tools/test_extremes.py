"""Extreme offices of every example, and what their texts must never say."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

import pytest

from macros.document.document import Block, Document, Run
from macros.facts.entries import Number
from macros.library.summary import summary_of
from tests.support.project import OFFICE
from tests.support.real import LIBRARY, OFFICES, each
from tools.extreme_offices import CHANGES, MANY, extremes
from tools.read_extremes import AS_IT_IS, Extreme, main, read_extremes
from tools.text_findings import TextReader

if TYPE_CHECKING:
    from tests.support.command import Command
    from tests.support.project import Project

READER = TextReader(LIBRARY.facts)
NEVER = ("校对", "空白", "标点", "单位无数")  # kinds of findings of which no text has one


@cache
def read() -> list[Extreme]:
    """Return every extreme of every example, read once."""
    return list(read_extremes(LIBRARY))


@pytest.mark.slow
@pytest.mark.parametrize("kind", NEVER)
def test_extreme_texts_have_no_such_finding(kind: str) -> None:
    """None is left of the kinds that are done with."""
    found = [
        (extreme.office, extreme.kind, finding.section, finding.quote)
        for extreme in read()
        for finding in extreme.findings
        if finding.kind == kind
    ]
    assert found == []


@pytest.mark.slow
def test_every_example_is_taken_to_every_extreme() -> None:
    """None is left out."""
    made = {(extreme.office, extreme.kind) for extreme in read()}
    assert made == {(office, kind) for office in OFFICES for kind in (AS_IT_IS, *CHANGES)}


def test_mistakes_in_the_data_are_told_as_the_check_tells_them(
    small: Project,
    command: Command,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Nothing is read then."""
    small.replace(OFFICE, "facts:", "factz:")
    monkeypatch.chdir(small.root)
    assert main([]) == 1
    assert capsys.readouterr() == ("", command("check").err)


@pytest.mark.parametrize("office", each(OFFICES))
def test_extremes_keep_parts_within_their_wholes(office: str) -> None:
    """What reads badly is the text's doing: the facts do not contradict each other."""
    specs = summary_of(LIBRARY, LIBRARY.offices[office]).specs
    for kind, entries in extremes(specs, LIBRARY.offices[office].entries):
        for name, entry in entries.items():
            for whole in specs[name].part_of:
                most = entries.get(whole)
                if isinstance(entry, Number) and isinstance(most, Number):
                    assert entry.value <= most.value, f"{kind}: {name} > {whole}"


def test_long_lists_have_thirty_different_records() -> None:
    """So that what stands twice in a text is not the list's doing."""
    made = dict(extremes(LIBRARY.facts, LIBRARY.offices["qinghe-county-2013q1"].entries))
    rows = made["列表三十条"]["works"]
    assert isinstance(rows, list)
    assert len({str(row) for row in rows}) == len(rows) == MANY


def kinds(*texts: str | Run) -> set[str]:
    """Return what is found in a paragraph."""
    runs = tuple(text if isinstance(text, Run) else Run(text) for text in texts)
    block = Block("paragraph", runs, section="scoring")
    return {found.kind for found in READER.findings(Document("", "", (block,)))}


def figure(text: str, fact: str = "issues_found.now") -> Run:
    """Return the run of a figure."""
    return Run(text, (fact,))


def test_zero_is_no_figure() -> None:
    """Except of a score, and inside other numbers and the writer's own words."""
    assert kinds("检查发现问题", figure("0处"), "。") == {"零作数字"}
    assert kinds("支出", figure("0.00元"), "。") == {"零作数字"}
    assert (
        kinds("得", figure("0分"), "，问题", figure("10处"), "，占", figure("0.05%"), "。") == set()
    )
    assert kinds(Run("发生0起", ("org",)), "。") == set()


@pytest.mark.parametrize("text", ["应报报表1期，均按时上报。", "逐一检查幼儿园1处。"])
def test_one_is_not_all(text: str) -> None:
    """均 and 逐一 are said of two or more."""
    assert kinds(text) == {"一说成多"}


@pytest.mark.parametrize(
    "text", ["次均住院费用1元。", "问题11个，均已整改。", "投入1万元，全部由本级安排。"]
)
def test_all_of_several_is_right(text: str) -> None:
    """Nothing is found where there are several, or it is money."""
    assert kinds(text) == set()


def test_moulds_and_echoes() -> None:
    """Three clauses of one skeleton; one figure three times."""
    rows = [
        part
        for times in (3, 5, 7)
        for part in ("检查组检查", figure(f"{times}次", f"outer_checks[{times}].times"), "；")
    ]
    assert kinds(*rows[:-1], "。") == {"模子"}
    assert kinds(*rows[:5], "。") == set()
    echo = figure("整改率95.27%", "issues_fixed.now")
    assert kinds("今年", echo, "；", "再说", echo, "；又说到", echo, "。") == {"回声"}


def test_marks_units_and_long_percentages() -> None:
    """What no sum and no template may print."""
    assert kinds("投入", "万元。") == set()
    assert kinds("共投入，万元。") == {"单位无数"}
    assert kinds("以《》为目标。") == {"标点"}
    assert kinds("甲、和乙。") == {"标点"}
    assert kinds("增长", figure("16390%"), "。") == {"百分数过千"}
    assert kinds("没有填", Run("＿＿＿＿", ("org",), blank=True), "。") == {"空白"}
    assert kinds("没有句号") == {"校对"}
