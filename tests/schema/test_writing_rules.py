"""The rules of writing and the common mistakes: their shape, and what the real ones say."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from macros.schema.writing_rules import RuleStrength
from macros.site.project_checks import check
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from tests.support.project import Project

LAYOUT = "data/writing/rules/layout.yml"
MISTAKES = "data/writing/mistakes.yml"


def problems(project: Project) -> list[str]:
    return [str(problem) for problem in check(project.root)[1].errors]


@pytest.mark.parametrize(
    ("name", "old", "new", "expected"),
    [
        (LAYOUT, "strength: 规定", "strength: 必须", "“strength”的值“必须”不对 · 应为：事实、"),
        (LAYOUT, "strength: 规定", "strength: 实务", "规定、一般、推荐要写出自哪个标准"),
        (LAYOUT, "standard: GB/T 9704—2012, ", "", "规定、一般、推荐要写出自哪个标准"),
        (LAYOUT, "standard: GB/T 9704—2012", "standard: GB/T 9704", "“standard”的值"),
        (
            LAYOUT,
            'clause: "5.1"',
            "clause: 5.1条",
            "“5.1条”不对 · 应为：条号，如 5.2.1",
        ),
        (LAYOUT, "why: 存档", "because: 存档", "不认识的键“because”"),
        (
            LAYOUT,
            "why: 存档",
            "id: paper, why: 存档",
            "不认识的键“id” · 应为：wrong、",
        ),
        (LAYOUT, "why: 存档", "topic: 版面, why: 存档", "不认识的键“topic”"),
        (MISTAKES, "guard: 由系统计算", "guard: 由系统计算, id: x", "不认识的键“id”"),
        (LAYOUT, "right: A4", "right: 16开", "wrong 与 right 相同"),
        (LAYOUT, "topic: 版面", "topic: 版式", "“topic”的值“版式”不对"),
        (LAYOUT, "  paper:", "  Paper:", "名称“Paper”不规范"),
        (MISTAKES, "guard: 由系统计算", "guard: ''", "“guard”的值不对 · 应为：不是空的"),
        (MISTAKES, "kind: 数字", "kind: 数", "“kind”的值“数”不对"),
        (MISTAKES, "right: 增长67.40%", "right: 增长70.29%", "wrong 与 right 相同"),
    ],
)
def test_a_bad_entry_is_refused_at_its_place(
    small: Project, name: str, old: str, new: str, expected: str
) -> None:
    small.replace(name, old, new)
    found = problems(small)
    assert any(expected in line for line in found), found
    assert all(re.match(rf"{re.escape(name)}:\d+:\d+  ", line) for line in found)


@pytest.mark.parametrize(
    ("added", "expected"),
    [
        ("message: 幅面不对", "写了 message，没有写轻重 · 应为：写上“level: warning”"),
        ("level: error", "写了 level，就要写怎样查 · 应为：写 pattern 或 checker，只写一个"),
        ("level: error, pattern: 16开", "没有写查到以后怎样说 · 应为：写上“message: …”"),
        ("level: error, pattern: '16(', message: 错", "pattern 不是正确的正则表达式"),
        ("level: error, pattern: '\\d开', message: 错", "“\\d”在两种语言里意思不同"),
        ("level: error, pattern: '(?i)16开', message: 错", "只有一种语言才懂的写法"),
        ("level: error, pattern: '1[0-9]*开', message: 错", "不限次数的重复，遇到长文会很慢"),
        ("level: error, pattern: 8开, message: 错", "pattern 查不出 wrong 的例句“16开”"),
        ("level: error, pattern: A4|16开, message: 错", "pattern 误报了 right 的例句“A4”"),
        ("level: error, pattern: 16开, message: 错, suggest: $1", "“$1”没有对应的括号"),
        ("level: error, pattern: 16开, message: 错, clean: [《16开》]", "误报了 clean 的例句"),
        ("level: error, checker: paper, found: [8开]", "没有不应查出的例句"),
        ("level: error, pattern: 16开, message: 错, parameters: {a: b}", "只用于 checker"),
        ("level: fatal", "“level”的值“fatal”不对 · 应为：error、warning、hint"),
    ],
)
def test_a_rule_that_cannot_be_looked_for_is_refused(
    small: Project, added: str, expected: str
) -> None:
    small.replace(LAYOUT, "why: 存档", f"why: 存档, {added}")
    found = problems(small)
    assert any(expected in line for line in found), found
    assert all(re.match(rf"{re.escape(LAYOUT)}:\d+:\d+  ", line) for line in found)


def test_what_stands_between_marks_may_be_left_alone(small: Project) -> None:
    more = "level: error, pattern: 16开, message: 错, outside: [《》], clean: [《16开》]"
    small.replace(LAYOUT, "why: 存档", f"why: 存档, {more}")
    assert problems(small) == []


def test_an_unknown_file_beside_the_rules_is_refused(small: Project) -> None:
    small.write("data/writing/numerals.yml", "topic: 数字\n")
    assert any("不该在这里的文件 · 应为：写作规范放在" in line for line in problems(small))


def test_a_rule_stands_in_one_file_only(small: Project) -> None:
    small.write("data/writing/rules/numerals.yml", small.read(LAYOUT).replace("版面", "数字"))
    assert problems(small) == [
        f"data/writing/rules/numerals.yml:4:3  规则“paper”重复 · 应为：只在{LAYOUT}:4:3写一次"
    ]


def test_a_rule_stands_once_in_its_file(small: Project) -> None:
    small.write(LAYOUT, small.read(LAYOUT) + small.read(LAYOUT).splitlines()[-1] + "\n")
    assert any(line.startswith(f"{LAYOUT}:5:3  ") for line in problems(small))


def test_every_topic_has_rules_of_more_than_one_strength() -> None:
    for topic in ("版面", "结构层次", "标点", "数字"):
        strengths = {rule.strength for rule in LIBRARY.rules.values() if rule.topic == topic}
        assert len(strengths) > 1, topic
    used = {rule.strength for rule in LIBRARY.rules.values()}
    assert used == set(RuleStrength.__args__)  # type: ignore[attr-defined]


# The clauses that were compared with the standard; no other may be cited.
VERIFIED = {
    *("5.1", "5.2.1", "5.2.2", "5.2.3", "5.2.4", "7.3.1", "7.3.2", "7.3.3", "7.3.4", "7.3.5.1"),
    *("7.3.5.2", "7.3.5.4", "7.3.6", "7.3.7", "7.5", "9"),
}


def test_only_verified_clauses_are_cited() -> None:
    for rule in LIBRARY.rules.values():
        if rule.clause:
            assert rule.standard == "GB/T 9704—2012", rule.id
            assert rule.clause in VERIFIED, rule.id


def test_the_figures_of_the_mistakes_are_right() -> None:
    growth = LIBRARY.mistakes["growth-miscalculated"]
    assert round(Decimal(25920 - 15480) * 100 / 15480, 2) == Decimal("67.44")
    assert "67.44%" in growth.right
    assert "70.26%" in growth.wrong


def test_the_derived_figures_of_the_page_are_right() -> None:
    derived = LIBRARY.rules["margins-derived"]
    assert (297 - 37 - 225, 210 - 28 - 156) == (35, 26)
    assert "35毫米" in derived.rule
    assert "26毫米" in derived.rule
    assert round(22 * 28.95 / 72 * 25.4, 1) == 224.7
