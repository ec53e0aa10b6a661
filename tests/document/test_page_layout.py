"""Layouts: complete with a base, impossible pages refused with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.library.library import validated
from macros.site.project_checks import check
from tests.support.project import Project
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path


def test_a_layout_takes_from_its_base_what_it_does_not_say() -> None:
    base, other = (LIBRARY.layouts[name].values for name in ("gbt9704", "windows-fonts"))
    differ = {name for name in base if base[name] != other[name]}
    assert differ == {
        f"{part}_font" for part in ("body", "title", "heading2", "heading3", "heading4")
    }


@pytest.mark.parametrize(
    ("before", "after", "what"),
    [
        ("left: {value: 28,", "left: {value: 190,", "页边距之和"),
        ("top: {value: 37,", "top: {value: 60,", "放不下22行"),
        ("right: {value: 26,", "right: {value: 40,", "每行放不下28字"),
        ("body_font: {value: 仿宋_GB2312,", "body_font: {value: '<x>',", "“<x>”不对：只用汉字"),
        ("by: [SimSun]", "by: ['a\"b']", '“a"b”不对：只用汉字'),
        ("top: {value: 37,", "top: {value: -5,", "大于0"),
        ("number_distance: {value: 25,", "number_distance: {value: 34,", "不大于28.4"),
        ("number_distance: {value: 25,", "number_distance: {value: 1,", "应不小于5"),
        ("header_distance: {value: 15,", "header_distance: {value: 35,", "草稿的页眉"),
        ("title_size: {value: 22,", "title_size: {value: 44,", "标题字号44磅，大于行距28.95磅"),
        ("body_size: {value: 16,", "body_size: {value: 30,", "每行放不下28字"),
        ("character_spacing: {value: -0.25,", "character_spacing: {value: -5,", "不小于-1"),
        ("number_position: {value: outer,", "number_position: {value: left,", "outer、center"),
        ("  lines:", "  line:", "不认识的键“line”"),
        ("character_spacing: {value: -0.25,", "character_spacing: {value: -0.21,", "占15.8磅"),
        ("line_spacing: {value: 28.95,", "line_spacing: {value: 28.98,", "在Word里是29磅"),
        ("heading1_number: {value: 一、,", "heading1_number: {value: 1.1,", "至多1个"),
        ("heading1_number: {value: 一、,", "heading1_number: {value: 二、,", "“二、”不对"),
        ("heading1_number: {value: 一、,", "heading1_number: {value: 第,", "“第”不对"),
        ("heading1_number: {value: 一、,", "heading1_number: {value: <一>,", "“<一>”不对"),
        ("heading1_number: {value: 一、,", "heading1_number: {value: （一）,", "分不清层次"),
        ('heading3_number: {value: "1.",', 'heading3_number: {value: "1.2",', "第一个序数的样子"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, before: str, after: str, what: str) -> None:
    assert impossible(tmp_path, before, after, what)


@pytest.mark.parametrize("parameters", ["", "parameters:\n", "parameters: {}\n"])
def test_a_layout_may_only_have_another_name(tmp_path: Path, parameters: str) -> None:
    project = Project.copy(tmp_path / "p")
    project.write("data/layouts/own.yml", f"name: 本局\nnote: 无\nbase: gbt9704\n{parameters}")
    layouts = validated(*check(project.root)).layouts
    assert layouts["own"].values == layouts["gbt9704"].values


def test_a_project_has_the_usual_layout(tmp_path: Path) -> None:
    project = Project.copy(tmp_path / "p")
    (project.root / "data" / "layouts" / "gbt9704.yml").unlink()
    (project.root / "data" / "layouts" / "windows-fonts.yml").unlink()
    (problem,) = check(project.root)[1].errors
    assert str(problem) == "data/layouts/gbt9704.yml:1:1  缺少默认的版式 · 应为：补上这个文件"


def test_a_top_too_narrow_for_the_head_of_a_draft_is_refused(tmp_path: Path) -> None:
    more = "bottom: {value: 60,"
    assert impossible(
        tmp_path,
        "top: {value: 37,",
        "top: {value: 12,",
        "草稿的页眉",
        ("bottom: {value: 35,", more),
    )


def impossible(
    tmp_path: Path, before: str, after: str, what: str, other: tuple[str, str] = ("", "")
) -> bool:
    """Tell whether the layout is refused in these words."""
    project, name = Project.copy(tmp_path / "p"), "data/layouts/gbt9704.yml"
    written = project.read(name)
    assert before in written
    project.write(name, written.replace(before, after).replace(*other))
    problems = [str(p) for p in check(project.root)[1].errors if p.place.file == name]
    return any(what in problem for problem in problems)
