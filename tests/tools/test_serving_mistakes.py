"""The page of mistakes, the place of an error in the program, and the sight of edits."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tools.serving.mistakes import LAST_GOOD, Mistake, mistake_of, mistake_page
from tools.serving.watching import Watch, stamp

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from tests.support.project import Project


def test_nothing_of_a_mistake_becomes_markup() -> None:
    page = mistake_page([Mistake("data/<b>.yml:1:1", "“<script>”不对")], has_last_good=False)
    assert "<code>data/&lt;b&gt;.yml:1:1</code><br>“&lt;script&gt;”不对" in page
    assert "<script>" not in page
    assert "有1处要改" in page


@pytest.mark.parametrize("has_last_good", [True, False])
def test_the_way_back_is_there_when_it_leads_somewhere(*, has_last_good: bool) -> None:
    page = mistake_page([Mistake("", "不对")], has_last_good=has_last_good)
    assert (f'href="{LAST_GOOD}"' in page) == has_last_good


def raised(root: Path, text: str) -> Mistake:
    """Run a module of the program and return what its error becomes."""
    path = root / "macros" / "wrong.py"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text, "utf-8")
    try:
        exec(compile(text, str(path), "exec"))  # noqa: S102 - as an import does
    except (Exception, SystemExit) as error:  # noqa: BLE001 - whatever it is
        return mistake_of(error, root)
    raise AssertionError("no error")


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("x = 1\n1 / 0\n", 2, "程序运行到这里出错（ZeroDivisionError：division by zero）"),
        ("def f():\n    return missing\nf()\n", 2, "NameError：name 'missing' is not defined"),
        ("x = (\n", 1, "Python写法不对：'(' was never closed"),
        ("import json\njson.loads('')\n", 2, "JSONDecodeError：Expecting value"),
        ("try:\n    1 / 0\nexcept ArithmeticError:\n    raise SystemExit(3)\n", 2, "ZeroDivision"),
    ],
)
def test_an_error_is_said_with_its_last_place_in_the_project(
    tmp_path: Path, text: str, line: int, said: str
) -> None:
    mistake = raised(tmp_path, text)
    assert mistake.place == f"macros/wrong.py:{line}"
    assert said in mistake.what


def write(root: Path) -> None:
    (root / "data" / "kinds.yml").write_text("offices: []\n", "utf-8")


def add(root: Path) -> None:
    (root / "docs" / "new.md").write_text("# 新\n", "utf-8")


def rename(root: Path) -> None:
    (root / "docs" / "index.md").rename(root / "docs" / "home.md")


def delete(root: Path) -> None:
    (root / "docs" / "index.md").unlink()


@pytest.mark.parametrize("edit", [write, add, rename, delete])
def test_an_edit_is_seen_once(small: Project, edit: Callable[[Path], None]) -> None:
    watch, before = Watch(small.root), stamp(small.root, "data", "docs")
    assert watch.changed()
    assert not watch.changed()
    edit(small.root)
    assert watch.changed()
    assert not watch.changed()
    assert stamp(small.root, "data", "docs") != before


def test_caches_are_no_edits(small: Project) -> None:
    watch = Watch(small.root)
    watch.changed()
    cache = small.root / "data" / "__pycache__"
    cache.mkdir()
    (cache / "x.pyc").write_bytes(b"")
    assert not watch.changed()
