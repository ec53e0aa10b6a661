"""Cases: what a text must and must not say is told as a readable difference."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.site.project_checks import check
from macros.site.text_difference import most_similar, with_differences
from tests.support.project import OFFICE
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from tests.support.project import Project

CASES = "data/cases/water-quarter.yml"
MEND = "应为：改模板；改得对的，改这条案例"


def problems(project: Project, case: str, name: str = CASES) -> list[str]:
    project.write(name, f"cases:\n  甲:\n{case}")
    return [str(problem) for problem in check(project.root)[1].errors]


@pytest.mark.parametrize(
    ("facts", "fragments"),
    [
        pytest.param("{}", "has: [检测214份，合格92份，合格率42.99%]", id="unchanged"),
        pytest.param("{passed: {now: 0}}", "has: [合格0份，合格率0%]", id="zero"),
        pytest.param("{towns: [东镇]}", "has: [继续做好一个乡镇]", id="one"),
        pytest.param("{ended: }", "lacks: [开始，]", id="unknown"),
        pytest.param("{passed: {now: 81, last: 90}}", "has: [下降7.15个百分点]", id="falling"),
        pytest.param(
            "{}", "has: [支出1518.20万元], lacks: [支出1518.2万元, 18.20万元]", id="whole"
        ),
        pytest.param("{problems: []}", "lacks: [不足]", id="nothing"),
    ],
)
def test_a_case_that_holds_says_nothing(small: Project, facts: str, fragments: str) -> None:
    lines = fragments.replace("], ", "]\n    ")
    assert problems(small, f"    office: first\n    facts: {facts}\n    {lines}\n") == []


@pytest.mark.parametrize(
    ("case", "said"),
    [
        pytest.param(
            "    office: first\n    has: [检测214份，全部合格]\n",
            "4:11  案例“甲”：正文里没有“检测214份，【全部】合格”，"
            f"最接近的是“检测214份，合格【92份，】” · {MEND}",
            id="lacking",
        ),
        pytest.param(
            "    office: first\n    facts: {passed: {now: 100}}\n    lacks: [合格100份]\n",
            "5:13  案例“甲”：正文里写了“检测214份，【合格100份】，合格率46.73%，不合格114份”"
            f" · {MEND}",
            id="not-wanted",
        ),
        pytest.param(
            "    office: frist\n    has: [甲]\n",
            "3:5  这个范本没有“frist”这个单位示例 · 应为：first · 是否想写：first",
            id="unknown-office",
        ),
        pytest.param(
            "    office: first\n    facts: {pased: 3}\n    has: [甲]\n",
            "4:13  案例“甲”：没有“pased”这个指标"
            " · 应为：命令 summaries facts 列出的指标 · 是否想写：passed",
            id="unknown-fact",
        ),
        pytest.param(
            "    office: first\n    facts: {passed: {now: 300}}\n    has: [甲]\n",
            "4:22  案例“甲”：“合格水样”300份大于“水样”214份：部分不能大于整体 · 应为：不大于214份",
            id="contradiction",
        ),
        pytest.param(
            "    office: first\n    facts: {last_period: }\n    has: [甲]\n",
            "3:5  案例“甲”：填了上期数，没有填比较时段 · 应为：填写“比较时段”",
            id="contradiction-with-the-example",
        ),
        pytest.param(
            "    office: first\n",
            "2:3  没有写正文应当有什么、不应当有什么 · 应为：has: [一段文字]，或 lacks: […]",
            id="nothing-expected",
        ),
    ],
)
def test_a_case_that_fails_says_what_and_where(small: Project, case: str, said: str) -> None:
    assert problems(small, case) == [f"{CASES}:{said}"]


def test_a_case_can_write_what_its_example_leaves_out(small: Project) -> None:
    small.replace(OFFICE, "facts:\n", "skip: {water: [监测]}\nfacts:\n")
    case = "    office: first\n    has: [检测214份]\n"
    (problem,) = problems(small, case)
    assert "正文里没有" in problem
    assert problems(small, f"{case}    whole: true\n") == []


def test_cases_belong_to_an_archetype(small: Project) -> None:
    name = "data/cases/water-quater.yml"
    said = "没有“water-quater”这个范本 · 应为：文件名是范本的 id · 是否想写：water-quarter"
    found = problems(small, "    office: first\n    has: [甲]\n", name)
    assert found == [f"{name}:1:1  {said}"]


def test_a_text_of_a_case_is_proofread(small: Project) -> None:
    small.replace(
        "templates/sections/plans.j2", "的工作。", "的工作{% if zero(above) %}；{% endif %}。"
    )
    (problem,) = problems(small, "    office: first\n    facts: {above: 0}\n    lacks: [甲]\n")
    assert problem.startswith(f"{CASES}:3:5  案例“甲”：正文标点重复：")


def test_the_most_similar_stretch_is_as_long_as_the_fragment() -> None:
    text = "检测214份，合格92份。\n培训540余人，属本级项目。"
    assert most_similar("属市级项目", text) == "属本级项目。"
    assert most_similar("合格100份", text) == "合格92份。"
    assert with_differences("属市级项目", "属本级项目。") == (
        "属【市】级项目",
        "属【本】级项目【。】",
    )


def test_every_archetype_has_cases() -> None:
    assert LIBRARY.cases.keys() == LIBRARY.archetypes.keys()
