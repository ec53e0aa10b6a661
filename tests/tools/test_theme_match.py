"""Overrides that no longer fit the theme's templates stop the build at their line."""

from __future__ import annotations

import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from macros.source.report import Report
from tests.support.project import ROOT
from tools import theme_match
from tools.theme_match import STYLES, check_overrides, check_styles, read_record, template_hash

if TYPE_CHECKING:
    from tests.support.project import Project

PAGE = '{# Ours. #}\n{% extends "base.html" %}\n'
ENTRY = {
    "override": "overrides/page.html",
    "text": '{% extends "base.html" %}',
    "theme": "base.html",
    "hash": template_hash("base.html"),
}


def said(project: Project, **changed: str) -> list[str]:
    report = Report()
    check_overrides(project.root, [{**ENTRY, **changed}], report)
    return [str(problem).split(" · ")[0] for problem in report.errors]


@pytest.fixture
def overridden(small: Project) -> Project:
    small.write("overrides/page.html", PAGE)
    return small


def test_the_overrides_fit_the_theme_that_is_installed() -> None:
    report = Report()
    check_overrides(ROOT, read_record(), report)
    assert report.errors == []


def test_another_template_is_named_at_the_line_that_counts_on_it(overridden: Project) -> None:
    assert said(overridden) == []
    (line,) = said(overridden, hash="0" * 64)
    assert line.startswith("overrides/page.html:2:1  主题的“base.html”变了（现在装的是 mkdocs-")
    (line,) = said(overridden, theme="partials/gone.html")
    assert line.startswith("overrides/page.html:2:1  主题的“partials/gone.html”没有了")


def test_a_place_that_is_gone_and_a_file_that_is_not_listed_are_named(overridden: Project) -> None:
    overridden.write("overrides/new.html", "x")
    assert said(overridden, text="gone") == [
        "overrides/new.html:1:1  没有记下这个文件依靠主题的哪个模板",
        "overrides/page.html:1:1  没有“gone”了，它依靠主题的“base.html”",
    ]


def test_styles_taken_from_another_theme_are_reported(small: Project) -> None:
    def errors() -> list[str]:
        report = Report()
        check_styles(small.root, report)
        return [str(problem) for problem in report.errors]

    assert errors() == []  # no styles of its own
    small.write("browser/styles/pages.css", "")
    (missing,) = errors()
    assert missing.startswith("browser/styles/pages.css:1:1  里面的主题样式不是从现在装的 mkdocs-")
    small.write(STYLES, (ROOT / STYLES).read_bytes())
    assert errors() == []
    small.replace(STYLES, "/* main.", "/* main.0")
    assert errors() == [missing]


def test_an_asset_of_the_theme_with_another_name_is_noticed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    copy = Path(shutil.copytree(theme_match.theme_folder(), tmp_path / "theme"))
    base = copy / "base.html"
    text = base.read_text("utf-8")
    base.write_text(re.sub(r"(palette\.)\w{8}(\.min\.css)", r"\g<1>00000000\2", text), "utf-8")
    monkeypatch.setattr(theme_match, "theme_folder", lambda: copy)
    report = Report()
    check_overrides(ROOT, read_record(), report)
    found = {problem.place.file for problem in report.errors}
    assert found == {f"overrides/{name}.html" for name in ("frame", "lost", "mended", "page")}
    lines = [f"{problem.place}" for problem in report.errors]
    text = (ROOT / "overrides/frame.html").read_text("utf-8").split("{% block styles %}")[0]
    assert f"overrides/frame.html:{text.count(chr(10)) + 1}:1" in lines


def test_the_build_stops_there(overridden: Project) -> None:
    done = overridden.build()
    assert done.returncode == 1
    assert "overrides/page.html:1:1  没有“" in done.stderr
    assert done.stderr.endswith("网站没有生成。\n")


def test_recording_again_changes_nothing_while_the_theme_is_the_same(
    overridden: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = theme_match.RECORD.read_text("utf-8")
    overridden.write("record.json", before.replace(template_hash("base.html"), ""))
    monkeypatch.setattr(theme_match, "RECORD", overridden.root / "record.json")
    theme_match.main()
    assert overridden.read("record.json") == before
