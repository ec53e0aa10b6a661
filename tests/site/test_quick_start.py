"""The page 十五分钟加一个范本: its files pass in a copy of the project, and render as it says."""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

import pytest

from macros.library.library import validated
from macros.library.office_documents import example_document
from macros.site.project_checks import check
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library.library import Library

PAGE = (ROOT / "docs/maintaining/quick-start.md").read_text("utf-8")
BLOCK = re.compile(r"^\*\*(.+?)\*\*\n\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = {name.strip("`"): text for name, text in BLOCK.findall(PAGE)}
TEXT = "正文"
FILES = {name: text for name, text in BLOCKS.items() if name != TEXT}
KIND, FIRST = "family-doctors-quarter", "liuhe-community-2026q1"


@pytest.fixture(scope="module")
def library(tmp_path_factory: pytest.TempPathFactory) -> Library:
    """Return the project with the page's files, checked: nothing is wrong with it."""
    root = tmp_path_factory.mktemp("site")
    for folder in ("data", "templates", "docs"):
        shutil.copytree(ROOT / folder, root / folder, ignore=shutil.ignore_patterns("js", "css"))
    shutil.copy(ROOT / "mkdocs.yml", root)
    for name, text in FILES.items():
        assert not (root / name).exists(), f"{name} is there already"
        (root / name).write_text(text, "utf-8")
    _add_pages(root)
    found, report = check(root)
    assert list(map(str, report.problems)) == []
    return validated(found, report)


def _add_pages(root: Path) -> None:
    """Add the pages of the archetype and of its section, and the line of the menu."""
    for folder, old, new in (
        ("archetypes", "county-health-quarter", KIND),
        ("fill", "county-health-quarter", KIND),
        ("sections", "insurance", "family-doctors"),
    ):
        page = root / "docs" / folder / f"{old}.md"
        if page.exists():
            text = page.read_text("utf-8").replace(old, new)
            page.with_name(f"{new}.md").write_text(text, "utf-8")
    menu = (root / "mkdocs.yml").read_text("utf-8")
    line = "      - 县局季度总结: archetypes/county-health-quarter.md\n"
    new_line = f"      - 家庭医生签约季度总结: archetypes/{KIND}.md\n"
    (root / "mkdocs.yml").write_text(menu.replace(line, line + new_line), "utf-8")


def test_the_page_has_no_more_files_and_lines_than_it_promises() -> None:
    assert set(FILES) == {
        "data/facts/family-doctors.yml",
        "data/sections/family-doctors.yml",
        "templates/sections/family-doctors.j2",
        f"data/archetypes/{KIND}.yml",
        f"data/offices/{FIRST}.yml",
        "data/offices/taoyuan-community-2026q1.yml",
        f"data/cases/{KIND}.yml",
    }
    assert sum(text.count("\n") for text in FILES.values()) < 350


def test_its_text_is_the_one_that_the_page_shows(library: Library) -> None:
    text = example_document(library, library.offices[FIRST]).as_text()
    assert BLOCKS[TEXT] in text


def test_its_cases_are_run(library: Library) -> None:
    assert len(library.cases[KIND].cases) > 3


def test_the_guides_lead_to_it() -> None:
    for page in (
        "CONTRIBUTING.md",
        "docs/maintaining/index.md",
        "docs/maintaining/new-archetype.md",
    ):
        assert "quick-start.md" in (ROOT / page).read_text("utf-8"), page
