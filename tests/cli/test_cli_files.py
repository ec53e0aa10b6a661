"""The commands that read or write files: facts, merge, roll, render -o and render --all."""

from __future__ import annotations

import errno
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.library.test_compose import TEXT
from tests.support.command import Command, Said
from tests.support.project import OFFICE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.project import Project

OWN = TEXT.replace("某县", "甲县")


def test_show_tells_what_an_archetype_is(command: Command) -> None:
    said = command("show", "water-quarter")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("水质季度总结（water-quarter 1.0.0）\n谁来写：")
    assert "\n提纲：\n  " in said.out


def test_show_names_what_there_is(command: Command) -> None:
    said = command("show", "water")
    assert (said.status, said.out) == (1, "")
    assert said.err.startswith("water:1:1  没有“water”这个范本 · 应为：water-quarter")


LAYOUT = """
name: 本站版式
note: 要用仿宋_GB2312
base: gbt9704
parameters:
  heading1_number: {value: "第一章　", clause: 本站规定, strength: 实务}
  heading2_number: {value: "1.1　", clause: 本站规定, strength: 实务}
  heading3_number: {value: ①, clause: 本站规定, strength: 实务}
"""


@pytest.mark.parametrize("form", ["text", "markdown", "html", "json", "docx"])
def test_a_layout_has_numbers_of_its_own(command: Command, small: Project, form: str) -> None:
    small.write("data/layouts/own.yml", LAYOUT)
    target = small.root / "made"
    command.render("--format", form, "--layout", "own", "-o", str(target))
    text = target.read_bytes().decode("utf-8", "replace").replace("\\", "")
    places = [text.find(n) for n in ("第一章　", "1.1　", "①", "②", "第二章　", "2.1　", "2.2　")]
    assert -1 not in places
    assert places == sorted(places)
    assert "（一）" not in text


def test_a_seal_has_its_room(command: Command, small: Project) -> None:
    target = small.root / "made.html"
    command.render("--format", "html", "--seal", "-o", str(target))
    text = target.read_text("utf-8")
    assert '<p class="doc-signature doc-sealed" style="width: 14.0em">' in text
    assert '<p class="doc-date doc-sealed" style="width: 14.0em">' in text


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
    said = command("roll", small.root / OFFICE, "--against", "previous")
    assert said.status == 0
    assert "  paid: {last: 1518.20}\n" in said.out
    assert "  period: 2026Q2\n  last_period: 2026Q1\n" in said.out
    assert said.err == (
        f"已结转，同2026年第一季度比，上期数取自“{small.root / OFFICE}”。\n"
        "沿用上期的有5项（carried），请逐项核对。\n"
    )


def test_rolling_forward_compares_as_the_file_does(command: Command, small: Project) -> None:
    said = command("roll", small.root / OFFICE)
    assert "  last_period: 2025Q2\n" in said.out
    assert "  paid:" not in said.out
    assert "没有2025年第二季度的文件，上期数都留空；有的话用 --compare 给出" in said.err
    ago = small.read(OFFICE).replace("period: 2026Q1", "period: 2025Q2", 1)
    small.write("ago.yml", ago.replace("last_period: 2025Q1", "last_period: 2024Q2"))
    said = command("roll", small.root / OFFICE, "--compare", small.root / "ago.yml")
    assert "  paid: {last: 1518.20}\n" in said.out
    assert "上期数取自" in said.err


@pytest.mark.parametrize(
    ("old", "new", "what"),
    [
        ("period: 2026Q1", "period: 2025Q3", "是2025年第三季度的，要比的是2025年第二季度"),
        ("  org: 某县", "  org: 某乡", "是“某乡水务站”的，这一份是“某县水务站”的"),
    ],
)
def test_a_file_that_cannot_be_compared_with_is_refused(
    command: Command, small: Project, old: str, new: str, what: str
) -> None:
    ago = small.read(OFFICE).replace(old, new, 1)
    small.write("ago.yml", ago.replace("last_period: 2025Q1", "last_period: 2024Q2"))
    target = small.root / "next.yml"
    said = command("roll", small.root / OFFICE, "--compare", small.root / "ago.yml", "-o", target)
    assert (said.status, said.out) == (1, "")
    assert f"不能用来比：{what}" in said.err
    assert not target.exists()


def test_without_a_period_there_is_no_next(command: Command, small: Project) -> None:
    small.replace(OFFICE, "  period: 2026Q1\n", "")
    said = command("roll", small.root / OFFICE)
    assert (said.status, said.out) == (1, "")
    assert "没有填“总结时段”（period），不知道下一期是哪一期" in said.err


def test_after_the_last_period_there_is_no_next(command: Command, small: Project) -> None:
    last = small.read(OFFICE).replace("period: 2026Q1", "period: 2199Q4", 1)
    small.write(OFFICE, last)
    said = command("roll", small.root / OFFICE)
    assert (said.status, said.out) == (1, "")
    assert "2199年第四季度之后的时段写不了 · 应为：至多2199年" in said.err


def test_merging_writes_the_sums_and_lists_the_rest(command: Command, small: Project) -> None:
    small.write("units/a.yml", small.read(OFFICE))
    small.write("units/b.yml", small.read(OFFICE).replace("某县水务站", "某市水务站"))
    target = small.root / "county.yml"
    said = command("merge", "water-quarter", small.root / "units", "-o", target)
    assert (said.status, said.out) == (0, "")
    assert "  above: 50\n" in target.read_text("utf-8")
    assert "单位：各单位不同（某县水务站：某县水务站" in said.err
    assert command.render(facts="county.yml").status == 0


@pytest.mark.parametrize(
    ("paths", "orgs", "formula"),
    [
        (("x/a", "x/b"), ("甲镇水务站", "乙镇水务站"), "甲镇水务站3 + 乙镇水务站4"),
        (("x/a", "x/b"), ("", ""), "季度草稿（a.json）3 + 季度草稿（b.json）4"),
        (("x/a", "y/a"), ("", ""), "季度草稿（{}/x/a.json）3 + 季度草稿（{}/y/a.json）4"),
        (("x/a", "x/b"), ("", "乙镇水务站"), "季度草稿3 + 乙镇水务站4"),
    ],
)
def test_drafts_of_one_name_are_told_apart_in_the_formula(
    command: Command, small: Project, paths: list[str], orgs: list[str], formula: str
) -> None:
    files = [f"{path}.json" for path in paths]
    for file, org, above in zip(files, orgs, "34", strict=True):
        facts = {"org": org, "above": above, "period": "2026Q1"}
        draft = {"archetype": "water-quarter", "name": "季度草稿", "facts": facts}
        small.write(file, json.dumps(draft))
    said = command("merge", "water-quarter", *(small.root / file for file in files))
    assert said.status == 0
    assert f"上级资金：{formula.replace('{}', str(small.root))} = 7\n" in said.out


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
def test_a_damaged_sheet_does_not_hide_the_mistakes_of_others(
    command: Command, folder: Path, arguments: tuple[str, ...]
) -> None:
    with zipfile.ZipFile(folder / "d.xlsx", "w") as archive:
        archive.writestr("xl/workbook.xml", "")
        archive.writestr("[Content_Types].xml", "<Types")
    said = command(*arguments, folder, "-o", folder.parent / "out")
    report = folder.parent / "out" / "报告.txt"
    told = report.read_text("utf-8-sig") if report.exists() else said.err
    assert said.status == 1
    assert f"{folder / 'c.yml'}:19:10  “级别”" in told
    assert f"{folder / 'd.xlsx'}:1:1  读不懂这个Excel文件，可能已损坏" in told


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
    assert target.read_bytes().decode("utf-8") == "\ufeff" + TEXT.replace("\n", "\r\n")


def test_a_place_that_cannot_be_written_is_a_mistake(command: Command, small: Project) -> None:
    target = small.root / "none" / "out.txt"
    said = command.render("-o", str(target))
    assert (said.status, said.out) == (1, "")
    assert f"{target}:1:1  写不了文件" in said.err
    assert list(small.root.glob("**/*.part")) == []


def test_a_full_disk_is_a_mistake_and_leaves_the_old_file(
    command: Command, small: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path, __: bytes) -> int:
        raise OSError(errno.ENOSPC, "No space left on device")

    target = small.root / "out.txt"
    target.write_text("old", "utf-8")
    monkeypatch.setattr("pathlib.Path.write_bytes", full)
    said = command.render("-o", str(target))
    assert said.status == 1
    assert "写不了文件（磁盘已满） · 应为：有空间、可写的文件夹" in said.err
    assert target.read_text("utf-8") == "old"


# --- what is read once, and never written over ---


def units(small: Project, *names: str) -> Path:
    """Write a facts file for each unit into a folder."""
    for name in names:
        text = small.read(OFFICE).replace("某县", name.partition("(")[0])
        small.write(f"units/{name}.yml", text)
    return small.root / "units"


def test_a_file_named_twice_is_summed_once(command: Command, small: Project) -> None:
    folder = units(small, "甲镇", "乙镇")
    said = command("merge", "water-quarter", folder, folder / "甲镇.yml")
    assert said.status == 0
    assert "汇总了2个单位" in said.err
    assert "  above: 50\n" in said.out


@pytest.mark.parametrize("org", ["org: 甲镇水务站", "org:"])
def test_two_files_of_one_unit_are_refused(command: Command, small: Project, org: str) -> None:
    folder = units(small, "甲镇", "甲镇(1)", "乙镇")
    for name in ("甲镇", "甲镇(1)"):
        small.replace(f"units/{name}.yml", "org: 甲镇水务站", org)
    said = command("merge", "water-quarter", folder)
    assert (said.status, said.out) == (1, "")
    first, second = sorted((str(folder / "甲镇.yml"), str(folder / "甲镇(1).yml")))
    assert f"{second}:1:1  与“{first}”的" in said.err or f"{first}:1:1  与“{second}”的" in said.err
    assert "相同，会算两次 · 应为：每个单位只放一个文件" in said.err


def test_a_sum_is_not_written_among_what_is_summed(command: Command, small: Project) -> None:
    folder = units(small, "甲镇", "乙镇")
    said = command("merge", "water-quarter", folder, "-o", folder / "全县.yml")
    assert (said.status, said.out) == (1, "")
    assert "再汇总时会把它也算进去 · 应为：另一个文件夹" in said.err
    assert not (folder / "全县.yml").exists()


@pytest.mark.parametrize(
    "arguments",
    [("merge", "water-quarter", "{}"), ("roll", "{}"), ("render", "--facts", "{}")],
)
def test_what_is_read_is_not_written_over(
    command: Command, small: Project, arguments: tuple[str, ...]
) -> None:
    path = units(small, "甲镇") / "甲镇.yml"
    before = path.read_bytes()
    said = command(*(a.format(path) for a in arguments), "-o", path)
    assert (said.status, said.out) == (1, "")
    assert "要写的就是要读的文件" in said.err
    assert path.read_bytes() == before


def test_what_a_merge_does_not_read_is_named(command: Command, small: Project) -> None:
    folder = units(small, "甲镇")
    (folder / "甲镇.yml").rename(folder / "甲镇.YML")
    for name in ("~$甲镇.xlsx", ".b.yml", "乙镇.xls", "丙镇.csv"):
        small.write(f"units/{name}", "")
    small.write("units/丁镇/丁镇.yml", "")
    said = command("merge", "water-quarter", folder, folder / "~$甲镇.xlsx")
    assert said.status == 0
    assert "汇总了1个单位" in said.err
    unread = "丁镇、丙镇.csv、乙镇.xls"
    assert f"有3个文件没有读（只读.yml、.yaml、.json、.xlsx）：{unread}\n" in said.err


def test_last_figures_of_different_periods_are_not_added(command: Command, small: Project) -> None:
    folder = units(small, "甲镇", "乙镇")
    small.replace("units/乙镇.yml", "last_period: 2025Q1", "last_period: 2025Q4")
    said = command("merge", "water-quarter", folder)
    assert (said.status, said.out) == (1, "")
    assert "比较时段（last_period）不同 · 应为：比较时段相同的指标文件" in said.err


def test_a_sheet_cannot_lose_what_is_to_be_confirmed(command: Command, small: Project) -> None:
    target = small.root / "next.xlsx"
    said = command("roll", small.root / OFFICE, "--format", "xlsx", "-o", target)
    assert (said.status, said.out) == (1, "")
    assert "收集表里记不下待核对的沿用内容" in said.err
    assert not target.exists()


def test_a_sum_that_render_refuses_is_said(command: Command, small: Project) -> None:
    folder = units(small, "甲镇", "乙镇")
    for name in ("甲镇", "乙镇"):
        small.replace(f"units/{name}.yml", "above: 25", "above: 999")
    said = command("merge", "water-quarter", folder)
    assert said.status == 0
    assert "  above: 1998\n" in said.out
    assert "以下1项已写出合计，但还不能生成总结" in said.err
    assert "水务站999 = 1998，“1998”超出合理范围 · 应为：0到1000（万元），见data" in said.err


def test_where_the_formulas_are_is_said(command: Command, small: Project) -> None:
    folder = units(small, "甲镇", "乙镇")
    told = "算式只写在 yaml 格式的汇总文件里。\n"
    assert told in command("merge", "water-quarter", folder, "--format", "json").err
    assert told not in command("merge", "water-quarter", folder).err


# --- as people type ---


TYPED = {
    "now: 1518.20": "now: '1,518.20万元'",
    "samples: {now: 214": "samples: {now: ２１４",
    "above: 25": "above: 250,000元",
    "period: 2026Q1": "period: 2026年第一季度",
    "cost: 3.5": "cost: 3.5 万元",
}


def test_figures_may_be_written_as_people_type_them(command: Command, small: Project) -> None:
    text = small.read(OFFICE)
    for strict, typed in TYPED.items():
        assert strict in text
        text = text.replace(strict, typed, 1)
    small.write("mine.yml", text.replace("某县", "甲县"))
    assert command.render(facts="mine.yml") == Said(0, OWN, "")
    small.write(OFFICE, text)  # the project's own examples stay strict
    assert "共5处错误" in command("check").err


def test_a_spoilt_json_is_told_as_json(command: Command, small: Project) -> None:
    small.write("trunc.JSON", '{"archetype": "water-quarter", "facts": {"org": ')
    said = command.render(facts="trunc.JSON")
    assert said.status == 1
    assert "应为：正确的 JSON" in said.err


NEWER = "文件由更新的版本导出（schema“99”） · 应为：更新本程序后再运行"


def test_a_draft_from_the_future_is_refused_by_every_command(
    command: Command, small: Project
) -> None:
    small.write("new/a.json", '{"schema": 99, "archetype": "water-quarter", "facts": {"x": 1}}')
    file, folder, out = (small.root / name for name in ("new/a.json", "new", "out"))
    one = f"{file}:1:2  {NEWER}\n共1处错误，未生成任何文件。\n"
    for arguments in (("render", "--facts", file), ("roll", file)):
        assert command(*arguments) == Said(1, "", one)
    assert command("merge", "water-quarter", folder) == Said(1, "", one)
    assert command("render", "--all", folder, "-o", out).status == 1
    assert NEWER in (out / "报告.txt").read_text("utf-8-sig")


def test_null_is_told_in_a_draft(command: Command, small: Project) -> None:
    small.write("a.json", '{"archetype": "water-quarter", "facts": {"org": null}}')
    said = command.render(facts="a.json")
    assert (said.status, said.out) == (1, "")
    assert "a.json:1:49  “null”是空值 · 应为：没有就留空；是文字就加引号\n" in said.err


def test_the_name_of_an_example_makes_a_draft(command: Command, small: Project) -> None:
    small.write("mine.yml", small.read(OFFICE))
    said = command.render(facts="mine.yml")
    assert said.out == f"【草稿：2处示例单位的名称，不得作为正式稿使用】\n\n{TEXT}"
    assert said.err == "草稿：有2处示例单位的名称，请换成本单位的。\n"
