"""From rendered pieces to numbered blocks: lines, paragraphs, headings, items, and plain text."""

from __future__ import annotations

from decimal import Decimal

import pytest

from macros.document.document import Block, Document, Run
from macros.document.figure_table import FigureRow
from macros.document.paragraphs import Part, merge_literal_runs, parts_of, section_blocks
from macros.figures.values import MARK, Blank, Figure, Value
from macros.templating.render import Piece, Table

ORG = Value("某站", ("org",))


def rows(names: tuple[str, ...]) -> list[FigureRow]:
    return [FigureRow(name, name, "", Blank(MARK), compares=False) for name in names]


def parts(*pieces: Piece) -> list[tuple[str, str]]:
    found = parts_of(list(pieces), rows)
    return [(part.mark, "".join(run.text for run in part.runs)) for part in found]


def levelled(source: str, level: int = 1) -> list[str]:
    """Return a section's blocks as `type level text`, after its own heading."""
    blocks = section_blocks(parts_of([source], rows), "s", level)
    return [f"{b.type} {b.level} {b.text}" for b in blocks]


# --- lines and paragraphs ---


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("甲，\n乙。\n", [("", "甲，乙。")], id="lines-are-joined"),
        pytest.param("甲。\n\n乙。", [("", "甲。"), ("", "乙。")], id="empty-line-parts"),
        pytest.param("\n\n甲。\n\n\n\n", [("", "甲。")], id="empty-lines-around"),
        pytest.param("甲。\n \t \n乙。", [("", "甲。"), ("", "乙。")], id="white-space-is-empty"),
        pytest.param("  甲，  \n\t乙。\t", [("", "甲，乙。")], id="indented-lines"),
        pytest.param("# 标题\n甲。", [("heading", "标题"), ("", "甲。")], id="heading"),
        pytest.param(
            "甲。\n# 标题\n乙。", [("", "甲。"), ("heading", "标题"), ("", "乙。")], id="between"
        ),
        pytest.param("# 一\n# 二\n", [("heading", "一"), ("heading", "二")], id="two-headings"),
        pytest.param("+ 甲，\n乙。\n+ 丙。", [("item", "甲，乙。"), ("item", "丙。")], id="items"),
        pytest.param("+ 甲。\n\n乙。", [("item", "甲。"), ("", "乙。")], id="paragraph-after-item"),
        pytest.param(
            "甲。\n| 乙 |\n丙\n| 丁。",
            [("", "甲。"), ("row", "乙 |丙"), ("row", "丁。")],
            id="rows",
        ),
        pytest.param("#标题", [("", "#标题")], id="no-space-no-heading"),
        pytest.param("甲 # 乙", [("", "甲 # 乙")], id="inside-a-line"),
        pytest.param("#\n甲", [("", "甲")], id="empty-heading"),
        pytest.param("", [], id="nothing"),
        pytest.param(" \n\n ", [], id="white-space"),
    ],
)
def test_how_a_template_is_parted(source: str, expected: list[tuple[str, str]]) -> None:
    assert parts(source) == expected


@pytest.mark.parametrize(
    "text", ["# 标题", "+ 项", "一\n\n# 二", "\n甲", "  甲  ", "一、", "1.", "<b>", "{{ x }}"]
)
def test_a_value_is_text_wherever_it_stands(text: str) -> None:
    value = Value(text, ("x",))
    assert parts("# ", value, "\n", value, "。\n\n", value) == [
        ("heading", text),
        ("", f"{text}。"),
        ("", text),
    ]


def test_a_value_that_says_nothing_ends_no_paragraph() -> None:
    assert parts("开会3次\n", Value(""), "\n，完成。\n\n乙。") == [
        ("", "开会3次，完成。"),
        ("", "乙。"),
    ]
    assert parts("+ 甲。\n", Value(""), "\n", Value(""), "\n丙。") == [("item", "甲。丙。")]


def test_a_mark_before_a_value_counts() -> None:
    assert parts("+ ", ORG, "。\n# ", ORG, "\n甲") == [
        ("item", "某站。"),
        ("heading", "某站"),
        ("", "甲"),
    ]


def test_a_table_parts_what_stands_around_it() -> None:
    assert parts("+ 甲。\n", Table(("a", "b")), "\n乙，\n丙。") == [
        ("item", "甲。"),
        ("table", ""),
        ("", "乙，丙。"),
    ]


def test_runs_keep_facts_formula_and_gap() -> None:
    rate = Figure(number=Decimal("42.99"), unit="%", facts=("a", "b"), formula="92 ÷ 214 = 42.99%")
    gap = Blank(f"{MARK}份", ("c",))
    (part,) = parts_of(["合格率", rate, "，", gap, "。"], rows)
    assert part.runs == (
        Run("合格率"),
        Run("42.99%", ("a", "b"), "92 ÷ 214 = 42.99%"),
        Run("，"),
        Run(f"{MARK}份", ("c",), blank=True),
        Run("。"),
    )


def test_neighbouring_text_is_one_run_and_values_stay_apart() -> None:
    value = Run("甲", ("a",))
    assert merge_literal_runs((Run("一"), Run("二"), value, value, Run("三"))) == (
        Run("一二"),
        value,
        value,
        Run("三"),
    )


# --- a section ---


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        pytest.param("甲。", ["paragraph 0 甲。"], id="paragraph"),
        pytest.param("# 甲\n乙。", ["heading 2 甲", "paragraph 0 乙。"], id="heading"),
        pytest.param("+ 甲。\n+ 乙。", ["paragraph 2 甲。", "paragraph 2 乙。"], id="items"),
        pytest.param("+ 甲。", ["paragraph 0 甲。"], id="lone-item"),
        pytest.param(
            "前。\n\n+ 甲。\n\n后。",
            ["paragraph 0 前。", "paragraph 0 甲。", "paragraph 0 后。"],
            id="lone-item-among-paragraphs",
        ),
        pytest.param(
            "# 甲\n+ 一。\n+ 二。\n# 乙\n+ 三。",
            [
                "heading 2 甲",
                "paragraph 3 一。",
                "paragraph 3 二。",
                "heading 2 乙",
                "paragraph 0 三。",
            ],
            id="items-under-headings",
        ),
        pytest.param(
            "+ 一。\n\n前。\n\n+ 二。",
            ["paragraph 2 一。", "paragraph 0 前。", "paragraph 2 二。"],
            id="items-count-on",
        ),
    ],
)
def test_how_a_section_is_levelled(source: str, expected: list[str]) -> None:
    assert levelled(source) == expected


def test_a_section_without_a_heading_starts_at_the_first_level() -> None:
    assert levelled("# 甲\n+ 乙。\n+ 丙。", level=0) == [
        "heading 1 甲",
        "paragraph 2 乙。",
        "paragraph 2 丙。",
    ]


def test_four_levels_are_the_deepest() -> None:
    assert levelled("# 甲\n+ 乙。\n+ 丙。", level=4) == [
        "heading 4 甲",
        "paragraph 4 乙。",
        "paragraph 4 丙。",
    ]


def test_every_block_knows_its_section() -> None:
    blocks = section_blocks([Part("", (Run("甲"),))], "water", 1)
    assert [block.section for block in blocks] == ["water"]


# --- a document ---

TITLE = Block("title", (Run("某站", ("org",)), Run("总结")))
HEADING = Block("heading", (Run("监测"),), 1, "一、", "water")
TEXT = Block(
    "paragraph", (Run("检测"), Run("＿＿＿＿份", ("samples.now",), blank=True)), section="water"
)
SIGNED = Block("signature", (Run("某站", ("org",)),))
DATE = Block("date", (Run("2026年4月2日", ("signed",)),))
DRAFT = Document("water-quarter", "1.0.0", (TITLE, HEADING, TEXT, SIGNED, DATE), ("samples",))


def test_the_plain_text_is_laid_out_as_offices_do() -> None:
    assert DRAFT.as_text() == (
        "【草稿：1处空白，1项填了没有用到，不得作为正式稿使用】\n\n"
        "某站总结\n\n　　一、监测\n　　检测＿＿＿＿份\n\n某站\n2026年4月2日\n"
    )


def test_a_document_knows_its_length_gaps_and_title() -> None:
    assert (DRAFT.title, DRAFT.blanks, DRAFT.draft) == ("某站总结", 1, True)
    assert DRAFT.length == len("某站总结一、监测检测＿＿＿＿份某站2026年4月2日")


def test_spaces_are_not_counted() -> None:
    assert Document("a", "1.0.0", (Block("title", (Run("a b　c"),)),)).length == 3


@pytest.mark.parametrize(
    ("unused", "blocks", "draft"),
    [((), (TITLE,), False), (("grade",), (TITLE,), True), ((), (TITLE, TEXT), True)],
    ids=["whole", "a-fact-is-unused", "a-gap-shows"],
)
def test_a_draft_says_so(unused: tuple[str, ...], blocks: tuple[Block, ...], draft: object) -> None:
    assert Document("a", "1.0.0", blocks, unused).draft is draft


def test_the_model_as_json_has_every_block_and_leaves_out_what_is_empty() -> None:
    model = DRAFT.as_json()
    assert {key: model[key] for key in model if key != "blocks"} == {
        "archetype": "water-quarter",
        "version": "1.0.0",
        "title": "某站总结",
        "draft": True,
        "blanks": 1,
        "unused": ["samples"],
    }
    assert model["blocks"][2] == {
        "type": "paragraph",
        "level": 0,
        "number": "",
        "text": "检测＿＿＿＿份",
        "section": "water",
        "runs": [{"text": "检测"}, {"text": "＿＿＿＿份", "facts": ["samples.now"], "blank": True}],
    }
