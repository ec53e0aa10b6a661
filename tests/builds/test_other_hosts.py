"""The same sources under other hosts of pages; what `make test-hosts` says of them."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from tests.support.built import built_site
from tests.support.project import ROOT
from tools.site_differences import Difference, different_files, page_differences
from tools.try_hosts import UNKNOWN, reason, refusal, without

if TYPE_CHECKING:
    from pathlib import Path


def test_properdocs_makes_the_site_that_our_own_build_makes(tmp_path: Path) -> None:
    """It reads mkdocs.yml itself and runs the macros; the build hands MkDocs pages without them."""
    target = tmp_path / "site"
    command = ["-m", "properdocs", "build", "--strict", "-f", "mkdocs.yml", "-d", str(target)]
    run = subprocess.run(
        [sys.executable, *command], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    assert different_files(built_site(), target) == []


# --- what is told of a host that makes other pages ---


def written(folder: Path, pages: dict[str, str]) -> Path:
    for name, text in pages.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(f'<nav href="x">{folder.name}</nav><article>{text}</article>', "utf-8")
    return folder


@pytest.mark.parametrize(
    ("text", "differences"),
    [
        ("<p>甲 <b>乙</b><br></p><script>{}</script>", []),
        ("<p>甲丙</p>", [Difference("a.html", "乙", "丙")]),
        ("<p>甲</p>", [Difference("a.html", "乙", "")]),
        ('<p><a href="b">甲乙</a>', [Difference("a.html", "", "b")]),
    ],
)
def test_only_what_a_reader_gets_is_compared(
    tmp_path: Path, text: str, differences: list[Difference]
) -> None:
    ours = written(tmp_path / "ours", {"a.html": "<p>甲乙</p>"})
    theirs = written(tmp_path / "theirs", {"a.html": text})
    assert list(page_differences(ours, theirs)) == differences


def test_a_page_that_one_site_lacks_and_a_file_of_other_bytes_are_named(tmp_path: Path) -> None:
    ours = written(tmp_path / "ours", {"a/b.html": ""})
    theirs = written(tmp_path / "theirs", {"c.html": ""})
    assert list(page_differences(ours, theirs)) == [
        Difference("a/b.html", "有", "没有"),
        Difference("c.html", "没有", "有"),
    ]
    assert different_files(ours, theirs) == ["a/b.html", "c.html"]


def test_each_difference_has_a_reason_as_far_as_it_is_known() -> None:
    link = Difference("archetypes/a.html", "../examples/a.md", "../examples/a.html")
    assert "Markdown 下载" in reason(link)
    assert reason(Difference("archetypes/a.html", "甲", "乙")) == UNKNOWN


def test_why_a_host_builds_nothing_is_told_by_kind_of_warning_or_by_its_last_line() -> None:
    assert (
        refusal("\x1b[33mWarning:\x1b[0m no page\n x\nWarning: no page\n") == "提醒：no page（2处）"
    )
    assert refusal("Traceback\nRuntimeError: x\n") == "RuntimeError: x"
    assert refusal("") == "没有说为什么"


def test_settings_are_left_out_of_the_theme_too() -> None:
    settings = {"strict": True, "theme": {"name": "material", "custom_dir": "overrides"}}
    assert without(settings, ("strict", "custom_dir")) == {"theme": {"name": "material"}}
