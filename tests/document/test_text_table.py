"""A table of words: what its lines make, whatever stands in their values."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.document.document import Block, Run
from macros.document.figure_table import FigureRow, shows_figures
from macros.document.paragraphs import Part, headless_blocks, parts_of, section_blocks, with_tables
from macros.document.text_table import text_table
from macros.figures.values import MARK, Blank, Value
from macros.output.word_blocks import rows_xml

if TYPE_CHECKING:
    from macros.templating.render import Piece


def figures(names: tuple[str, ...]) -> list[FigureRow]:
    return [FigureRow(name, name, "", Blank(MARK), compares=False) for name in names]


def blocks(*pieces: Piece) -> list[Block]:
    return section_blocks(with_tables(parts_of(list(pieces), figures)), "s", 1)


def test_rows_that_follow_each_other_are_one_table() -> None:
    first, table, last = blocks("先说。\n| 目标 | 结果\n| 甲 | 做到\n\n| 乙 | 没有\n\n后说。")
    assert (first.text, last.text) == ("先说。", "后说。")
    assert table.row_texts == [["目标", "结果"], ["甲", "做到"], ["乙", "没有"]]
    assert not shows_figures(table)
    assert table.lines == ["目标\t结果", "甲\t做到", "乙\t没有"]


def test_a_section_without_a_heading_has_them_too() -> None:
    parts = with_tables(parts_of(["| 目标\n| 甲\n+ 事项。"], figures))
    assert [block.type for block in headless_blocks(parts, "s")] == ["table", "paragraph"]


@pytest.mark.parametrize(
    ("line", "cells"),
    [
        pytest.param("甲 | 乙 | 丙", ["甲", "乙", "丙"], id="as-many"),
        pytest.param("甲", ["甲", "—", "—"], id="too-few"),
        pytest.param("甲 | | 丙", ["甲", "—", "丙"], id="empty"),
        pytest.param("甲|乙|丙|丁", ["甲", "乙", "丙丁"], id="too-many"),
    ],
)
def test_each_row_has_the_cells_of_the_head(line: str, cells: list[str]) -> None:
    (table,) = blocks(f"| 一 | 二 | 三\n| {line}")
    assert table.row_texts[1] == cells


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Cf"])))
def test_a_value_never_parts_cells(text: str) -> None:
    value = Value(text, ("org",))
    (table,) = blocks("| 一 | 二\n| ", value, " | 后")
    assert table.row_texts[1] == [text or "—", "后"]
    assert [run.facts for run in table.rows[1][0]] == ([("org",)] if text else [()])


def test_a_row_that_prints_nothing_is_none() -> None:
    first, second = parts_of(["| 一 | 二\n| ", Value("", ("org",))], figures), [Part("row")]
    (table,) = section_blocks(with_tables([*first, *second]), "s", 1)
    assert table.row_texts == [["一", "二"]]


def test_rows_of_two_passages_are_two_tables() -> None:
    passages = (with_tables(parts_of([text], figures)) for text in ("| 一\n| 二", "| 三 | 四"))
    made = section_blocks([part for parts in passages for part in parts], "s", 1)
    assert [block.row_texts for block in made] == [[["一"], ["二"]], [["三", "四"]]]


def test_a_table_of_units_is_no_table_of_figures() -> None:
    (table,) = blocks("| 序号 | 单位 | 问题\n| 一 | 某站 | 没有")
    assert not shows_figures(table)


def test_a_blank_in_a_cell_is_one() -> None:
    (table,) = blocks("| 一 | 二\n| 甲 | ", Blank(MARK, ("aim",)))
    assert [run.blank for run in table.all_runs] == [False, False, False, True]


def test_short_words_keep_to_a_line_in_word_and_long_ones_share_the_rest() -> None:
    line = (Run("5月底前"), *(Run(f" | {'乙' * length}") for length in (30, 20, 10)))
    xml = rows_xml(text_table([line, line], "s"), 15600)
    columns = re.findall(r'gridCol w:w="(\d+)"', xml)
    assert columns == ["2214", "6743", "4428", "2214"]
    assert "TableNumber" not in xml
