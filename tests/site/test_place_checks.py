"""The names of places: each bad way to write them is told at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.site.project_checks import check

if TYPE_CHECKING:
    from tests.support.project import Project

WATER = "data/sections/water.yml"
TEMPLATE = "templates/sections/water.j2"
PLANS = "templates/sections/plans.j2"
NO_FIGURE = "不是这一处的模板两种繁简都写到的数量、金额或比率"
ITEMS = "items: [支出和培训, 监测, 各乡镇, 备注]"
ONCE = "应为：每个名字只指一处，用过的名字不再给别处"
CLOSED = "应为：这一处的正文都写在同一个条件里，或者标题写在条件外面"


def errors(project: Project) -> list[str]:
    return [str(problem) for problem in check(project.root)[1].errors]


@pytest.mark.parametrize(
    ("items", "expected"),
    [
        pytest.param(
            "items: [支出和培训, 监测, 各乡镇]",
            f"5:8  items 有3处，{TEMPLATE} 的详式有4处 · 应为：{'、'.join(['（段落）'] * 4)}",
            id="too-few",
        ),
        pytest.param(
            "items: [支出和培训, 监测, 各乡镇, 监测]",
            f"5:25  “监测”重复，{WATER}:5:16也用了 · {ONCE}",
            id="twice",
        ),
        pytest.param(
            "items: [支出和培训, 监测, 各乡镇, {name: 备注, main: remark}]",
            f"5:42  main “remark”{NO_FIGURE}",
            id="a-main-figure-that-is-text",
        ),
        pytest.param(
            "items: [支出和培训, {name: 监测, main: paid}, 各乡镇, 备注]",
            f"5:33  main “paid”{NO_FIGURE} · 应为：samples、passed、pass_rate",
            id="a-main-figure-of-another-place",
        ),
        pytest.param(
            "items: [支出和培训, 监测, 各乡镇, {name: 备注, was: [监测]}]",
            f"5:42  “监测”重复，{WATER}:5:16也用了 · {ONCE}",
            id="once-the-name-of-another",
        ),
        pytest.param(
            f"{ITEMS}\nretired: [备注]",
            f"6:11  “备注”重复，{WATER}:5:25也用了 · {ONCE}",
            id="retired-and-there",
        ),
    ],
)
def test_bad_names(small: Project, items: str, expected: str) -> None:
    small.replace(WATER, ITEMS, items)
    assert errors(small) == [f"{WATER}:{expected}"]


def test_names_that_were(small: Project) -> None:
    small.replace(WATER, "备注]", "{name: 备注, was: [说明], about: 其他}]\nretired: [附注]")
    library, report = check(small.root)
    assert report.errors == []
    section = library.sections["water"]
    assert section.place_named("说明") == "备注"
    assert section.retired == ["附注"]


def test_a_title_is_the_name_of_its_place(small: Project) -> None:
    small.write(PLANS, "{# Plans. #}\n+ 打算。\n{{ count(towns)|cn }}乡镇。\n")
    (error,) = errors(small)
    what = f"data/sections/plans.yml:5:9  “继续工作”不是 {PLANS} 里的标题"
    assert error == f"{what} · 应为：打算；改了标题的，旧名字写进 was"


@pytest.mark.parametrize("title", ["{{ count(towns) }}乡镇", "继续做好工作", ""])
def test_a_title_is_words_up_to_a_full_stop(small: Project, title: str) -> None:
    small.write(PLANS, f"{{# Plans. #}}\n+ {title}\n{{{{ count(towns)|cn }}}}乡镇。\n")
    (error,) = errors(small)
    what = f"{PLANS}:2:1  条目的标题“{title}”不是以“。”结尾的文字"
    assert error == f"{what} · 应为：+ 标题。标题里不写空位，循环里的条目除外"


def test_a_place_within_a_condition_is_there_whole(small: Project) -> None:
    title = "{% if known(remark) %}\n+ 继续工作。\n{{ remark }}。\n{% endif %}\n"
    small.write(PLANS, f"{{# Plans. #}}\n{title}{{{{ count(towns)|cn }}}}乡镇。\n")
    what = "条件里的标题“继续工作”后面，还有条件以外的正文"
    assert errors(small) == [f"{PLANS}:3:1  {what} · {CLOSED}"]


@pytest.mark.parametrize("after", ["", "\n\n", "\n+ 又一处。\n甲。\n"])
def test_a_title_ends_what_stands_in_a_condition(small: Project, after: str) -> None:
    title = "{% if known(remark) %}\n+ 继续工作。\n{{ remark }}。\n{% endif %}\n"
    small.write(PLANS, f"{{# Plans. #}}\n{title}{after}")
    assert not any("条件" in error for error in errors(small))


def test_both_forms_have_the_same_places(small: Project) -> None:
    small.replace(TEMPLATE, "{% if known(remark) %}", "{% if detailed and known(remark) %}")
    assert errors(small) == [
        f"{WATER}:5:8  items 有4处，{TEMPLATE} 的简式有3处 · 应为：（段落）、（段落）、（段落）"
    ]
