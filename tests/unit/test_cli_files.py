"""The commands that read or write files: facts, merge, roll, render -o and render --all."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from tests.unit.test_cli import OFFICE, Command, command
from tests.unit.test_compose import TEXT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.project import Project

__all__ = ["command"]


@pytest.fixture
def folder(small: Project) -> Path:
    """Return a folder with three facts files, one of them wrong."""
    text = small.read(OFFICE)
    small.write("units/a.yml", text)
    small.write("units/b.yml", text.replace("  work: 水质\n", ""))
    small.write("units/c.yml", text.replace("grade: 县级", "grade: 乡级"))
    small.write("units/notes.txt", "not a facts file")
    return small.root / "units"


def test_show_tells_what_an_archetype_is(command: Command) -> None:
    said = command("show", "water-quarter")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("水质季度总结（water-quarter 1.0.0）\n谁来写：")
    assert "\n提纲：\n  " in said.out


def test_show_names_what_there_is(command: Command) -> None:
    said = command("show", "water")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("water:1:1  没有“water”这个范本 · 应为：water-quarter")


def test_an_empty_sheet_can_be_rendered_and_is_a_draft(command: Command, small: Project) -> None:
    sheet = small.root / "sheet.yml"
    assert command("facts", "water-quarter", "-o", sheet).status == 0
    said = command.render(facts="sheet.yml")
    assert said.status == 0
    assert said.err.startswith("草稿：正文有")
    assert "None" not in said.out


def test_a_sheet_may_be_json(command: Command) -> None:
    data = json.loads(command("facts", "water-quarter", "--format", "json").out)
    assert data["facts"]["paid"] == {"now": "", "last": "", "plan": ""}


def test_rolling_forward_prints_the_next_periods_facts(command: Command, small: Project) -> None:
    said = command("roll", small.root / OFFICE)
    assert said.status == 0
    assert "  paid: {last: 1518.20}\n" in said.out
    assert "  period: 2026Q2\n  last_period: 2026Q1\n" in said.out
    assert said.err == "已结转。沿用上期的有5项（carried），请逐项核对。\n"


def test_merging_writes_the_sums_and_lists_the_rest(command: Command, small: Project) -> None:
    small.write("units/a.yml", small.read(OFFICE))
    small.write("units/b.yml", small.read(OFFICE).replace("某县水务站", "某市水务站"))
    target = small.root / "county.yml"
    said = command("merge", "water-quarter", small.root / "units", "-o", target)
    assert (said.status, said.out) == (0, "")
    assert "  above: 50\n" in target.read_text("utf-8")
    assert "单位：各单位不同（某县：某县水务站" in said.err
    assert command.render(facts="county.yml").status == 0


def test_units_of_different_periods_are_not_merged(command: Command, small: Project) -> None:
    small.write("units/a.yml", small.read(OFFICE))
    text = small.read(OFFICE).replace("  period: 2026Q1", "  period: 2026Q2")
    small.write("units/b.yml", text.replace("last_period: 2025Q1", "last_period: 2025Q2"))
    said = command("merge", "water-quarter", small.root / "units")
    assert (said.status, said.out) == (1, "")
    assert "总结时段（period）不同" in said.err


def test_the_mistakes_of_all_units_are_told_at_once(command: Command, folder: Path) -> None:
    (folder / "d.yml").write_text("archetype: water-quarter\nfacts: {paid: 5}\n", "utf-8")
    said = command("merge", "water-quarter", folder)
    assert (said.status, said.out) == (1, "")
    assert f"{folder / 'c.yml'}:19:10  “级别”" in said.err
    assert f"{folder / 'd.yml'}:2:15  “支出”要分期填写" in said.err


@pytest.mark.parametrize("arguments", [("merge", "water-quarter"), ("render", "--all")])
def test_a_folder_without_facts_files_is_a_mistake(
    command: Command, small: Project, arguments: tuple[str, ...]
) -> None:
    empty = small.root / "empty"
    empty.mkdir()
    output = small.root / "out"
    said = command(*arguments, empty, "-o", output)
    assert (said.status, said.out) == (1, "")
    assert "没有指标文件" in said.err
    assert not output.exists()


def test_a_summary_may_be_markdown(command: Command, small: Project) -> None:
    small.replace(OFFICE, "work: 水质", "work: '*水质*'")
    lines = command.render("--format", "markdown").out.split("\n\n")
    assert lines[0] == r"# 某县水务站2026年第一季度\*水质\*总结"
    assert lines[1].startswith("## 一、")


# --- written whole, or not at all ---


def test_a_summary_goes_into_a_file(command: Command, small: Project) -> None:
    target = small.root / "out.txt"
    assert command.render("-o", str(target)).out == ""
    assert target.read_text("utf-8") == TEXT


def test_a_place_that_cannot_be_written_is_a_mistake(command: Command, small: Project) -> None:
    target = small.root / "none" / "out.txt"
    said = command.render("-o", str(target))
    assert (said.status, said.out) == (1, "")
    assert f"{target}:1:1  写不了文件" in said.err
    assert list(small.root.glob("**/*.part")) == []


@pytest.mark.skipif(not os.path.exists("/dev/full"), reason="no device that is always full")  # noqa: PTH110
def test_a_full_disk_is_a_mistake_and_leaves_the_old_file(
    command: Command, small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    target = small.root / "out.txt"
    target.write_text("old", "utf-8")
    monkeypatch.setattr("pathlib.Path.with_name", lambda path, _: type(path)("/dev/full"))
    monkeypatch.setattr("pathlib.Path.unlink", lambda *_, **__: None)
    said = command.render("-o", str(target))
    assert said.status == 1
    assert "写不了文件（No space left on device）" in said.err
    assert target.read_text("utf-8") == "old"


# --- a folder ---


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_one_bad_file_never_stops_the_rest(command: Command, folder: Path, jobs: str) -> None:
    target = folder.parent / "out"
    said = command("render", "--all", folder, "-o", target, "--jobs", jobs)
    assert said.status == 1
    assert sorted(path.name for path in target.iterdir()) == ["a.txt", "b.txt", "报告.txt"]
    assert (target / "a.txt").read_text("utf-8") == TEXT
    report = (target / "报告.txt").read_text("utf-8").splitlines()
    asked, counts, draft, failed = report
    assert asked == "各范本，text，gbt9704。"
    assert counts == "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇，失败1篇。"
    assert draft == "b.yml：是草稿，有空白或没有核对的内容"
    assert failed.startswith("c.yml：")
    assert "“乡级”不在选项中" in failed


def test_what_is_done_is_not_done_again(command: Command, folder: Path) -> None:
    target = folder.parent / "out"
    command("render", "--all", folder, "-o", target)
    (target / "b.txt").unlink()
    said = command("render", "--all", folder, "-o", target)
    assert "完成0篇，草稿1篇（有空白或没有核对），已是最新1篇，失败1篇。" in said.err


def test_a_changed_template_renders_everything_anew(
    command: Command, folder: Path, small: Project
) -> None:
    target = folder.parent / "out"
    command("render", "--all", folder, "-o", target)
    later = (target / "a.txt").stat().st_mtime + 10
    os.utime(small.root / "templates/sections/plans.j2", (later, later))
    said = command("render", "--all", folder, "-o", target)
    assert "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇" in said.err


@pytest.mark.parametrize("other", [("--layout", "windows-fonts"), ("--appendix",)])
def test_what_was_made_otherwise_is_made_again(
    command: Command, folder: Path, other: tuple[str, ...]
) -> None:
    wanted = ("render", "--all", folder, "-o", folder.parent / "out", "--format", "docx")
    command(*wanted)
    assert "完成1篇，草稿1篇（有空白或没有核对），已是最新0篇" in command(*wanted, *other).err
    assert "完成0篇，草稿0篇（有空白或没有核对），已是最新2篇" in command(*wanted, *other).err


@pytest.mark.parametrize("form", ["text", "markdown", "html", "docx", "json"])
def test_every_format_is_written_with_its_table(
    command: Command, small: Project, form: str
) -> None:
    target = small.root / f"made.{form}"
    said = command.render("--format", form, "--appendix", "-o", str(target))
    assert (said.status, said.out) == (0, "")
    assert "主要指标表".encode() in target.read_bytes()


def test_a_layout_that_is_not_there_is_named(command: Command) -> None:
    said = command.render("--layout", "gbt9740")
    assert (said.status, said.out) == (1, "")
    assert "没有“gbt9740”这个版式 · 应为：gbt9704、windows-fonts · 是否想写：gbt9704" in said.err


def test_two_files_that_would_become_one_are_refused(command: Command, folder: Path) -> None:
    (folder / "a.json").write_text("{}", "utf-8")
    said = command("render", "--all", folder, "-o", folder.parent / "out")
    assert (said.status, said.out) == (1, "")
    assert "a.yml:1:1  与a.json会生成同一个文件 · 应为：不同的文件名" in said.err
    assert not (folder.parent / "out").exists()


def test_all_needs_a_place_to_write_to(command: Command, folder: Path) -> None:
    said = command("render", "--all", folder)
    assert (said.status, said.out) == (1, "")
    assert "没有写生成到哪里 · 应为：-o 文件夹" in said.err
