"""The page 十五分钟加一个范本: its table, commands and files make a sound kind, as it says."""

from __future__ import annotations

import re
import shlex
import shutil
from typing import TYPE_CHECKING

import pytest

from macros.cli.main import main
from macros.library.library import validated
from macros.library.office_documents import example_document
from macros.site.project_checks import check
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from macros.library.library import Library

pytestmark = pytest.mark.slow
PAGE = (ROOT / "docs/maintaining/quick-start.md").read_text("utf-8")
BLOCK = re.compile(r"^\*\*(.+?)\*\*\n\n```\w+\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCKS = {name.strip("`"): text for name, text in BLOCK.findall(PAGE)}
COMMANDS = re.findall(r"```sh\nsummaries (new .*?)```", PAGE, re.DOTALL)
TEXT, TABLES = "正文", ("family-doctors.csv", "family-doctors-notes.csv")
FILES = {name: text for name, text in BLOCKS.items() if name != TEXT}
KIND, FIRST = "family-doctors-quarter", "liuhe-community-2026q1"


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a copy of the project in which somebody has done what the page says.

    It is checked four times, so without the cases of the other kinds: they take most of that.
    """
    root = tmp_path_factory.mktemp("site")
    left_out = shutil.ignore_patterns("js", "css", "cases")
    for folder in ("data", "templates", "docs"):
        shutil.copytree(ROOT / folder, root / folder, ignore=left_out)
    shutil.copy(ROOT / "mkdocs.yml", root)
    for table in TABLES:
        (root / table).write_text(FILES[table], "utf-8")
    make, again, record = (_words(command, root) for command in COMMANDS)
    assert main(make) == 0
    for name, text in FILES.items():
        assert (root / name).exists(), f"{name} is not there yet"
        (root / name).write_text(text, "utf-8")
    assert main(again) == 0
    assert main(record) == 0
    return root


def _words(command: str, root: Path) -> list[str]:
    words = shlex.split(command.replace("\\\n", ""))
    return ["--root", str(root), *(str(root / w) if w in TABLES else w for w in words)]


@pytest.fixture(scope="module")
def library(root: Path) -> Library:
    """Return that project, checked: nothing is wrong with it."""
    found, report = check(root)
    assert list(map(str, report.problems)) == []
    return validated(found, report)


def test_so_few_files_and_lines_are_written_by_hand() -> None:
    assert set(FILES) == {
        *TABLES,
        f"data/archetypes/{KIND}.yml",
        "templates/sections/family-doctors.j2",
    }
    assert sum(text.count("\n") for text in FILES.values()) < 100


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
