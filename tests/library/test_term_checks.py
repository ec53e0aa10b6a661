"""Templates and examples are held to the terms in use now, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.site.project_checks import check
from tests.support.project import OFFICE

if TYPE_CHECKING:
    from tests.support.project import Project

TERMS = "data/writing/terms.yml"
TEMPLATE = "templates/sections/water.j2"
WRITTEN = """\
# Replaced terms.
exceptions: {before: 原, reach: 8, brackets: [《》]}
terms:
  station: {old: [防疫站], new: 疾控中心, since: 2027, kind: 法定更名, source: 改革}
  bureau: {old: [卫生局], new: 卫健局, since: 2018, kind: 法定更名, source: 改革}
  rate: {old: [达标率], new: 合格率, kind: 口径更新, source: 月报}
"""
BUREAU = "“卫生局”是2018年起不用的说法（法定更名，改革） · 应为：卫健局"


@pytest.fixture
def project(small: Project) -> Project:
    """Return the miniature project with three replaced terms."""
    small.write(TERMS, WRITTEN)
    return small


def problems(project: Project) -> list[str]:
    found = check(project.root)[1].problems
    return [str(problem) for problem in found if problem.place.file in (TERMS, TEMPLATE, OFFICE)]


def test_a_template_is_held_to_them(project: Project) -> None:
    line = project.read(TEMPLATE).split("\n")[1]
    project.replace(TEMPLATE, line, f"{{{{ samples }}}}卫生局{line}")
    assert f"{TEMPLATE}:2:14  {BUREAU}" in problems(project)


def test_what_is_no_text_of_a_template_is_left(project: Project) -> None:
    project.replace(TEMPLATE, "{#", "{# 卫生局")
    assert problems(project) == []


def test_an_example_is_held_to_them_where_it_is_typed(project: Project) -> None:
    where = project.read(OFFICE).split("\n")
    line = next(i for i, text in enumerate(where, 1) if text.startswith("  work:"))
    project.write(
        OFFICE,
        "\n".join(["  work: 卫生局水质" if i == line else t for i, t in enumerate(where, 1)]),
    )
    assert problems(project) == [f"{OFFICE}:{line}:9  {BUREAU}"]


@pytest.mark.parametrize("words", ["防疫站水质", "原卫生局水质", "《卫生局文件》水质"])
def test_what_stands_rightly_is_left(project: Project, words: str) -> None:
    text = project.read(OFFICE)
    line = next(line for line in text.split("\n") if line.startswith("  work:"))
    project.replace(OFFICE, line, f"  work: {words}")
    assert problems(project) == []


def test_a_change_of_definition_is_a_reminder(project: Project) -> None:
    text = project.read(OFFICE)
    line = next(line for line in text.split("\n") if line.startswith("  work:"))
    project.replace(OFFICE, line, "  work: 达标率核查")
    (problem,) = problems(project)
    assert "（提醒）“达标率”是不用的说法（口径更新，月报） · 应为：合格率" in problem


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("since: 2027", "since: 2027年", "4:36  “since”的值“2027年”不对 · 应为：年、年月或日期"),
        (
            "kind: 口径更新",
            "kind: 更名",
            "6:32  “kind”的值“更名”不对 · 应为：法定更名、口径更新、规范称谓",
        ),
        ("new: 合格率", "new: ''", "6:22  没有新的说法，又没有写为什么 · 应为：写上“why: …”"),
        ("new: 合格率", "new: 达标率", "6:22  新旧说法相同 · 应为：不同的说法"),
        ("before: 原", "before: (原", "2:14  before 不是正确的正则表达式"),
        ("brackets: [《》]", "brackets: [《]", "2:46  “brackets”的值“《”不对 · 应为：一对符号"),
        (
            "kind: 口径更新",
            "sort: 口径更新",
            "6:32  不认识的键“sort” · 应为：old、new、since、kind、source",
        ),
    ],
)
def test_a_mistake_in_the_file_is_reported_at_its_place(
    project: Project, old: str, new: str, expected: str
) -> None:
    project.replace(TERMS, old, new)
    assert any(problem.startswith(f"{TERMS}:{expected}") for problem in problems(project))
