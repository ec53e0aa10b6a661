"""Sheets on the command line: own content in them, split by sections, put together, handed down."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import openpyxl
import pytest

from tests.support.own_content import OWN

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from openpyxl import Workbook

    from tests.support.command import Command
    from tests.support.project import Project


def filled(path: Path, facts: dict[str, tuple[str, ...]]) -> None:
    """Fill in rows of the sheet by id: the columns of 本期, 上期 and 计划."""
    book = openpyxl.load_workbook(path)
    rows = {row[0].value: row for row in book["数据"].iter_rows()}
    for name, texts in facts.items():
        for column, text in enumerate(texts, 4):
            rows[name][column].value = text
    book.save(path)


def changed(path: Path, change: Callable[[Workbook], object]) -> None:
    """Change a workbook in any way."""
    book = openpyxl.load_workbook(path)
    change(book)
    book.save(path)


def ids(path: Path) -> list[object]:
    """Return the ids in the table of a sheet."""
    return [row[0].value for row in openpyxl.load_workbook(path)["数据"].iter_rows(min_row=2)]


@pytest.fixture
def sheet(own: Project, command: Command) -> Path:
    """Return an empty sheet of a draft with content of its own."""
    path = own.root / "a.xlsx"
    arguments = ("--outline", own.root / "own.yml", "--format", "xlsx", "-o", path)
    assert command("facts", "water-quarter", *arguments).status == 0
    return path


def test_a_sheet_carries_own_indicators_and_the_structure(
    own: Project, command: Command, sheet: Path
) -> None:
    rows = {row[0].value: row for row in openpyxl.load_workbook(sheet)["数据"].iter_rows()}
    assert [cell.value for cell in rows["own_taps"]][1:7] == [
        *("2026年用水", "水龙头", "个", None, None, "—"),
    ]
    filled(
        sheet,
        {
            "own_taps": ("1,287", "１０６５"),
            "last_period": ("2025年一季度",),
            "period": ("2026Q1",),
        },
    )
    said = command("render", "--facts", sheet)
    assert said.status == 0
    assert "走访慰问。走访3户，检修水龙头1287个，比上年同期增加222个，增长20.85%。" in said.out
    again = command("outline", sheet, "--format", "json")
    first = command("outline", own.root / "own.yml", "--format", "json")
    whole, expected = json.loads(again.out), json.loads(first.out)
    assert whole == expected
    assert whole["marks"] == {"emphasis": {"water/备注": "重点"}}


def test_what_xml_and_spreadsheets_change_comes_back(own: Project, command: Command) -> None:
    hostile = "_x0041_ =cmd()　全角  空格 \\t 表\\u2028 😀" + "长" * 40_000
    own.replace("own.yml", '"{{ work }}工作共2处。"', f'"{hostile}"')
    own.replace("own.yml", "label: 水龙头", "label: '=cmd()'")
    path = own.root / "a.xlsx"
    arguments = ("--outline", own.root / "own.yml", "--format", "xlsx", "-o", path)
    assert command("facts", "water-quarter", *arguments).status == 0
    book = openpyxl.load_workbook(path)
    pieces = [row[0].value for row in book["结构（勿改）"].iter_rows(min_row=2)]
    assert len(pieces) > 2
    assert max(map(len, map(str, pieces))) <= 15_000
    label = next(row[2] for row in book["数据"].iter_rows() if row[0].value == "own_taps")
    assert (label.value, label.data_type) == ("=cmd()", "s")
    filled(path, {"work": ("供水",)})
    outline = command("outline", path, "--format", "json")
    assert (
        json.loads(outline.out)["own"]
        == json.loads(command("outline", own.root / "own.yml", "--format", "json").out)["own"]
    )


def test_a_sheet_asks_for_some_sections_only(own: Project, command: Command) -> None:
    paths = {name: own.root / f"{name}.xlsx" for name in ("basics", "2026年用水", "problems")}
    for name, path in paths.items():
        arguments = ("--outline", own.root / "own.yml", "--format", "xlsx", "--sections", name)
        assert command("facts", "water-quarter", *arguments, "-o", path).status == 0
    assert "org" in ids(paths["basics"])
    assert "own_taps" in ids(paths["2026年用水"])
    assert not {*ids(paths["basics"])} & {*ids(paths["2026年用水"])}
    assert "问题" in openpyxl.load_workbook(paths["problems"]).sheetnames
    about = [row[1].value for row in openpyxl.load_workbook(paths["2026年用水"])["说明"]]
    assert "2026年用水" in about


def test_an_unknown_section_and_another_format_are_refused(own: Project, command: Command) -> None:
    arguments = ("facts", "water-quarter", "--sections", "用水")
    said = command(*arguments, "--format", "xlsx", "-o", own.root / "x.xlsx")
    assert (said.status, "没有要填数的“用水”一节" in said.err) == (1, True)
    assert "只有Excel收集表能按章节分" in command(*arguments).err
    assert not (own.root / "x.xlsx").exists()


@pytest.fixture
def halves(own: Project, command: Command) -> list[Path]:
    """Return two sheets of one draft, filled in."""
    paths = [own.root / "甲科.xlsx", own.root / "乙科.xlsx"]
    for name, path in zip(("基本情况", "2026年用水"), paths, strict=True):
        arguments = ("--outline", own.root / "own.yml", "--format", "xlsx", "--sections", name)
        assert command("facts", "water-quarter", *arguments, "-o", path).status == 0
    filled(paths[0], {"org": ("甲县水务站",), "period": ("2026Q1",), "last_period": ("2025Q1",)})
    filled(paths[1], {"own_taps": ("1287", "1065"), "paid": ("5",)})
    return paths


def test_sheets_are_put_together_again(own: Project, command: Command, halves: list[Path]) -> None:
    target = own.root / "all.yml"
    said = command("combine", *halves, "-o", target)
    assert (said.status, said.err.splitlines()[-1]) == (0, "拼合了2张表，共5项。")
    text = own.read("all.yml")
    assert "  own_taps: {now: '1287', last: '1065'}" in text.replace("1287", "'1287'").replace(
        "1065", "'1065'"
    )
    assert "own-union" in text
    assert command("render", "--facts", target).status == 0


def test_sheets_are_put_into_a_draft_and_what_changes_is_told(
    own: Project, command: Command, halves: list[Path]
) -> None:
    filled(halves[1], {"own_taps": ("1300", "1065"), "paid": ("",)})
    target = own.root / "all.json"
    arguments = ("--into", own.root / "own.yml", "--format", "json", "-o", target)
    said = command("combine", *halves, *arguments)
    assert said.status == 0
    assert said.err.endswith("以下1项与草稿里的不同，已按表改：\n水龙头（本期）：“1287” → “1300”\n")
    data = json.loads(own.read("all.json"))
    assert data["facts"]["own_taps"] == {"now": "1300", "last": "1065"}
    assert data["marks"]["emphasis"] == {"water/备注": "重点"}


def test_two_sheets_that_differ_are_refused_with_both_places(
    own: Project, command: Command, halves: list[Path]
) -> None:
    filled(halves[1], {"own_taps": ("5", "1065")})
    other = own.root / "丙科.xlsx"
    other.write_bytes(halves[1].read_bytes())
    filled(other, {"own_taps": ("6", "1066")})
    said = command("combine", *halves, other, "-o", own.root / "all.yml")
    assert said.status == 1
    row = 2 + ids(other).index("own_taps")
    told = f"“水龙头（本期）”是“6”，与“{halves[1]}:{row}:1”的“5”不同"
    assert f"{other}:{row}:1  {told} · 应为：两处填得一样，或者删去其中一处" in said.err
    assert "“水龙头（上期）”是“1066”" in said.err
    assert not (own.root / "all.yml").exists()


def test_sheets_of_two_structures_are_not_put_together(
    own: Project, command: Command, halves: list[Path]
) -> None:
    own.replace("own.yml", "label: 水龙头", "label: 消火栓")
    other = own.root / "丙科.xlsx"
    arguments = ("--outline", own.root / "own.yml", "--format", "xlsx", "-o", other)
    assert command("facts", "water-quarter", *arguments).status == 0
    said = command("combine", *halves, other)
    assert (said.status, "提纲或自加的内容与" in said.err) == (1, True)
    into = command("combine", *halves, "--into", own.root / "own.yml")
    assert into.status == 1
    assert "“水龙头”在这份总结里没有地方" in into.err


def test_a_contradiction_between_sheets_is_told_at_its_row(
    own: Project, command: Command, halves: list[Path]
) -> None:
    filled(halves[0], {"last_period": ("2025H1",)})
    said = command("combine", *halves, "-o", own.root / "all.yml")
    row = 2 + ids(halves[0]).index("last_period")
    assert f"{halves[0]}:{row}:1  比较时段与总结时段长短不同" in said.err
    assert "1:1" not in said.err
    assert said.status == 1


def test_a_sheet_of_another_period_is_not_put_into_a_draft(
    own: Project, command: Command, halves: list[Path]
) -> None:
    filled(halves[0], {"period": ("2026Q2",), "last_period": ("2025Q2",)})
    target = own.root / "all.yml"
    said = command("combine", *halves, "--into", own.root / "own.yml", "-o", target)
    row = 2 + ids(halves[0]).index("period")
    told = "收集表写的是2026年第二季度，草稿写的是2026年第一季度 · 应为：同一时段的收集表"
    assert f"{halves[0]}:{row}:1  {told}" in said.err
    assert (said.status, target.exists()) == (1, False)


# --- what was tampered with --------------------------------------------------------------------


def tampered(text: str) -> Callable[[Workbook], object]:
    def change(book: Workbook) -> None:
        book["结构（勿改）"]["A2"] = text

    return change


WHOLE = '{"schema":"2","archetype":"water-quarter","name":"","facts":{%s},"own":%s}'
TAMPERED = {
    "no-json": ("坏了", "“结构（勿改）”表被改过或者不完整，读不出来"),
    "cut": ('{"schema":"2","own":{"facts":{', "“结构（勿改）”表被改过或者不完整"),
    "figures": (WHOLE % ('"work":"x"', "{}"), "“结构（勿改）”表里有填写的数"),
    "other": ('{"archetype":"other","facts":{}}', "“结构（勿改）”表不是“water-quarter”的"),
    "unknown": (WHOLE % ("", '{"scripts":{}}'), "不认识的键“scripts”"),
    "name": (WHOLE % ("", '{"facts":{"work":{"label":"x","type":"text"}}}'), "work"),
    "label": (WHOLE % ("", '{"facts":{"own_a":{"label":"a〔b","type":"text"}}}'), "〔〕·|"),
    "text": (
        WHOLE % ("", '{"texts":{"water":{"备注":"{{ exec(work) }}"}}}'),
        "没有“exec”这个函数或过滤器",
    ),
    "deep": ('{"a":' + "[" * 500 + "]" * 500 + "}", "“结构（勿改）”表被改过或者不完整"),
}


@pytest.mark.parametrize("kind", TAMPERED)
def test_a_structure_that_was_tampered_with_is_refused(
    command: Command, sheet: Path, kind: str
) -> None:
    text, reason = TAMPERED[kind]
    changed(sheet, tampered(text))
    said = command("render", "--facts", sheet)
    assert (said.status, said.out) == (1, "")
    assert reason in said.err


def merge(book: Workbook) -> None:
    book["数据"].merge_cells("H1:I1")
    book["数据"].merge_cells("B2:B3")
    book["数据"].merge_cells("E2:E3")


def many_rows(book: Workbook) -> None:
    for number in range(10_000):
        book["数据"].append([f"x{number}", "", "", "", "1"])


def unknown(book: Workbook) -> None:
    book["数据"].append(["own_gone", "", "不知道的", "", "1"])
    book["数据"].append(["", "", "水龙头", "万个", "1"])
    book["数据"].append(["own_taps", "", "别的", "", "1"])


BAD_ROWS: dict[str, tuple[Callable[[Workbook], object], list[str]]] = {
    "merged": (merge, ["“数据”表单元格E2:E3是合并的，看不出是哪一行的数"]),
    "many": (many_rows, ["“数据”表单元格A2000等", "有内容，收集表没有这么大"]),
    "unknown": (
        unknown,
        ["“不知道的”没有编号", "“水龙头”的单位是“万个”，应是“个”", "“别的”的编号是“水龙头”的"],
    ),
}


@pytest.mark.parametrize("kind", BAD_ROWS)
def test_bad_rows_are_told_with_sheet_and_cell(command: Command, sheet: Path, kind: str) -> None:
    change, told = BAD_ROWS[kind]
    changed(sheet, change)
    said = command("render", "--facts", sheet)
    assert said.status == 1
    assert all(text in said.err for text in told), said.err
    if kind == "merged":
        assert "B2:B3" not in said.err
        assert "H1:I1" not in said.err


# --- handing down ------------------------------------------------------------------------------


def test_a_structure_is_handed_down_as_a_sheet_without_figures(
    own: Project, command: Command
) -> None:
    path = own.root / "下发.xlsx"
    said = command("outline", own.root / "own.yml", "--format", "xlsx", "-o", path)
    assert said.status == 0
    assert "手写的数字4处，已换成＿＿" in said.err
    columns = [row[4].value for row in openpyxl.load_workbook(path)["数据"].iter_rows(min_row=2)]
    assert not any(columns)
    again = command("facts", "water-quarter", "--outline", path)
    assert again.status == 0
    assert "heading: ＿＿年用水" in again.out
    assert "  own_taps: {now: '', last: ''}\n" in again.out
    assert OWN.count("3户") == 1
    assert "3户" not in again.out
