"""Layouts: complete with a base, impossible pages refused with their place."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.checks import check
from tests.project import Project
from tests.unit.real import LIBRARY

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
        ("body_font: {value: 仿宋_GB2312,", "body_font: {value: '<x>',", "“<x>”不对"),
        ("  lines:", "  line:", "不认识的键“line”"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, before: str, after: str, what: str) -> None:
    project, name = Project.copy(tmp_path / "p"), "data/layouts/gbt9704.yml"
    written = project.read(name)
    assert before in written
    project.write(name, written.replace(before, after))
    problems = [str(p) for p in check(project.root)[1].errors if p.place.file == name]
    assert any(what in problem for problem in problems), problems
