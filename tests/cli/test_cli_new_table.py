"""`summaries new … --facts`: a table becomes files that pass; mistakes are told at its cells."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import openpyxl
import pytest

from macros.exchange.fact_table import FactRow
from macros.exchange.section_table import SectionRow
from macros.site.project_checks import check
from tests.cli.test_cli_new import NEW, files
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.command import Command, Said
    from tests.support.project import Project

ROWS = """
章节,标题,代号,名称,单位,类型,分子,分母,属于,选填,填写说明,甲本期,甲上期,甲计划,乙本期,乙上期
,,note,,,,,,,,,井多了,,,只有一口井,
,,org,,,,,,,,,东山县水务站,,,西河县水务站,
,,problems.title,,,,,,,,,井旧；人手少,,,井少,
,,problems.figure,,,,,,,,,well_rate；,,,水井,
wells,水井,well_count,水井,口,,,,,,登记在册的,"1,214",1180,1300,1,
,,well_deep,深水井,口,,,,水井,,深的,607,590,,0,
,,well_rate,深水井比例,%,,深水井,well_count,,,,,,,,
,,well_cost,打井投入,万元,,,,,,按账目,25.5,18,,0.8,
,,well_each,每口井投入,元,,well_cost,well_count,,,,,,,,
,停用的井,well_closed,停用的井,口,,,,,是,没有就不填,6,3,,,
,,well_why,停用的原因,种,列表,,,,是,没有就不填,水量小；水质差,,,,
repairs,,repair_list,修理,处,,,,,是,没有就不填,,,,,
,,repair_list.name,修什么,,,,,,,名词短语,井台；水泵,,,井台,
,,repair_list.number,修了多少,处,,,,,,按工单,12；7,,,1,
,,repair_list.who,谁修,,,,,,是,单位的类别,；农机站,,,,
,,repair_note,修理情况,,,,,,,自成一句,井台都加了盖,,,井台加了盖,
""".strip()
NAMED = ("--offices", "dongshan-2025=东山县供水站", "xihe-2025=西河县供水站")
MADE = (*NEW, "--topic", "改厕改水", "--new", "wells=水井建设", "repairs=修井", *NAMED, "--facts")
FACTS, TEXT = "data/facts/well-year.yml", "templates/sections/wells.j2"


def put(small: Project, old: str = "", new: str = "", name: str = "table.csv") -> Path:
    """Write the table, with a change, beside the project."""
    assert old in ROWS, old
    path = small.root / name
    path.write_text(ROWS.replace(old, new) if old else ROWS, "utf-8-sig")
    return path


def as_book(path: Path) -> Path:
    """Write the table as a workbook, its first sheet about something else."""
    book = openpyxl.Workbook()
    book.create_sheet("指标")
    for row in csv.reader(io.StringIO(ROWS)):
        book.worksheets[1].append([float(c) if c.replace(".", "").isdigit() else c for c in row])
    book.save(path)
    return path


def test_a_table_becomes_facts_sections_and_two_examples(small: Project, command: Command) -> None:
    said = command(*MADE, put(small))
    assert (said.status, said.err) == (0, "")
    assert ("只改表" in said.out, "换成像样的" in said.out) == (True, False)
    assert "表上没有、编出来的补进表里，单位确实没有的写“无”：甲的" in said.out
    facts = small.read(FACTS)
    assert (
        "  well_count:\n    label: 水井\n    type: count\n    unit: 口\n    range: [0, 1000000]\n"
        "    series: [last, plan]\n    hint: 登记在册的\n"
    ) in facts
    assert "numerator: well_deep\n    denominator: well_count\n" in facts
    assert "type: amount\n    unit: 万元\n" in facts
    assert "type: quotient\n    unit: 元\n" in facts
    assert "series: [last]\n    growth: false\n    required: false\n" in facts
    assert "      name: {label: 修什么, type: text, hint: 名词短语}\n      number:\n" in facts
    first, second = (small.read(f"data/offices/{n}-2025.yml") for n in ("dongshan", "xihe"))
    assert "  well_count: {now: 1214, last: 1180, plan: 1300}\n" in first
    assert "  - {name: 水泵, number: 7, who: 农机站}\n" in first
    assert "  - {title: 井旧, figure: well_rate}\n  - {title: 人手少}\n" in first
    assert "note: 只有一口井\n" in second
    assert "  - {title: 井少, figure: well_count}\n" in second
    assert ("well_closed" in second, "last_period" in second) == (False, False)
    assert check(small.root)[1].errors == []


def test_a_list_of_several_columns_may_be_empty(small: Project, command: Command) -> None:
    table = put(small, "井台；水泵,,,井台,", "井台；水泵,,,无,")
    table.write_text(table.read_text("utf-8-sig").replace("12；7,,,1,", "12；7,,,,"), "utf-8")
    said = command(*MADE, table)
    assert (said.status, said.err) == (0, "")
    assert "  repair_list: []\n" in small.read("data/offices/xihe-2025.yml")


def test_the_first_wording_reads_as_sentences(small: Project, command: Command) -> None:
    command(*MADE, put(small))
    render = ("render", "well-year", "--facts")
    first, second = (
        command(*render, small.root / f"data/offices/{name}-2025.yml").out
        for name in ("dongshan", "xihe")
    )
    assert (
        "本年度水井1214口，比计划的1300口少86口，比上年增加34口，增长2.88%。"
        "深水井607口，增加17口，增长2.88%。深水井比例为50%，持平。"
    ) in first
    assert "停用的井6口，比上年增加3口。停用的原因有水量小和水质差。" in first
    assert "修理有井台12处；水泵7处，农机站。" in first
    assert "没有深水井。深水井比例为0%。" in second
    assert "停用" not in second


def test_an_excel_table_is_read_alike(small: Project, command: Command) -> None:
    written = {}
    for table in (put(small), as_book(small.root / "table.xlsx")):
        assert command(*MADE, table).status == 0
        names = [FACTS, TEXT, "data/offices/dongshan-2025.yml"]
        written[table.suffix] = [small.read(name) for name in names]
        for path in files(small):
            if "well" in path.name or "repairs" in path.name or "-2025" in path.name:
                path.unlink()
        small.write(
            "mkdocs.yml",
            small.read("mkdocs.yml").replace("  - 水井年度总结: archetypes/well-year.md\n", ""),
        )
    assert written[".csv"] == written[".xlsx"]


WRONG = [
    pytest.param("名称,单位", "名字,单位", "1:4  没有“名字”这一栏", id="heading"),
    pytest.param(",代号,", ",代号,代号,", "“代号”一栏写了两次", id="twice"),
    pytest.param("well_closed", "水井2", "11:3  第11行“代号”一栏：“水井2”不能用作代号", id="id"),
    pytest.param("well_deep,", ",", "第7行“代号”一栏：新的指标没有代号", id="no-id"),
    pytest.param("well_deep,深", "well_count,深", "“well_count”已经写在第6行", id="again"),
    pytest.param(
        "well_deep,深水井", "paid,深水井", "“paid”已有，是“支出”，见data/facts", id="other"
    ),
    pytest.param("well_deep,深水井,", "paid,支出,", "“支出”是已有的指标，不再声明", id="known"),
    pytest.param("repairs,,", "repair,,", "13:1  第13行“章节”一栏：没有新建“repair”", id="section"),
    pytest.param(
        "深水井,well_count", "深井,well_count", "8:7  第8行“分子”一栏：没有“深井”", id="ref"
    ),
    pytest.param("口,,,,,,登记", "口,整,,,,,登记", "6:6  第6行“类型”一栏：没有“整”", id="type"),
    pytest.param("1180", "约千", "6:13  第6行“甲上期”一栏：“约千”不是数", id="number"),
    pytest.param(
        "深水井,well_count,,,,,,,,", "深水井,well_count,,,,5,,,,", "由系统计算", id="computed"
    ),
    pytest.param("repair_list.who", "repair_lst.who", "没有“repair_lst”这个列表", id="list"),
    pytest.param("problems.figure", "problems.figur", "没有“figur”这一栏", id="field"),
    pytest.param("打井投入,万", "支出,万", "9:1  第9行：“支出”也是 paid 的名称", id="label"),
    pytest.param("607", "1607", "第7行“甲本期”一栏：", id="part"),
    pytest.param("水井,口,", "水井,,", "第6行", id="unit"),
]


def made(small: Project, command: Command, *arguments: str | Path) -> Said:
    """Run the command, and see that it has left nothing."""
    before = files(small)
    said = command(*arguments)
    assert files(small) == before
    return said


@pytest.mark.parametrize(("old", "new", "told"), WRONG)
def test_a_mistake_is_told_at_its_cell_and_leaves_nothing(
    small: Project, command: Command, old: str, new: str, told: str
) -> None:
    said = made(small, command, *MADE, put(small, old, new))
    assert (said.status, told in said.err) == (1, True), said.err


def test_a_count_of_decimals_makes_an_amount(small: Project, command: Command) -> None:
    table = put(small).read_text("utf-8-sig")
    rows = [f"{line}," for line in table.splitlines()]
    rows[0] = f"{rows[0]}小数位"
    rows[5] = f"{rows[5]}1"
    path = small.root / "decimals.csv"
    path.write_text("\n".join(row.rstrip(",") for row in rows), "utf-8")
    assert command(*MADE, path).err == ""
    assert "well_count:\n    label: 水井\n    type: amount\n" in small.read(FACTS)


def test_a_file_that_is_no_table_is_told(small: Project, command: Command) -> None:
    for name, data, told in (
        ("a.csv", "水井,口".encode("gb18030"), "文件是 GBK 编码"),
        ("b.xlsx", b"no book", "不是Excel工作簿"),
        ("c.csv", b"", "第一行没有“代号”“名称”一栏"),
        ("d.csv", None, "读不了文件"),
    ):
        if data is not None:
            (small.root / name).write_bytes(data)
        said = made(small, command, *MADE, small.root / name)
        assert (said.status, told in said.err) == (1, True), said.err


def test_a_formula_is_refused(small: Project, command: Command) -> None:
    path = as_book(small.root / "table.xlsx")
    book = openpyxl.load_workbook(path)
    book["指标"]["L6"] = "=1+1"
    book.save(path)
    assert "“指标”表单元格L6是公式" in made(small, command, *MADE, path).err


def test_a_formula_on_a_sheet_that_is_no_table_is_left_alone(
    small: Project, command: Command
) -> None:
    path = as_book(small.root / "table.xlsx")
    book = openpyxl.load_workbook(path)
    book.create_sheet("草稿").append(["=1+1"])
    book.save(path)
    assert command(*MADE, path).status == 0


def test_a_section_is_added_with_its_table(small: Project, command: Command) -> None:
    path = small.root / "table.csv"
    path.write_text("代号,名称,单位,填写说明,甲本期\nwell_count,水井,口,登记在册的,12\n", "utf-8")
    said = command(
        "new", "section", "wells", "--name", "水井", "--in", "water-quarter", "--facts", path
    )
    assert (said.status, said.err) == (0, "")
    assert "  well_count: 12\n" in small.read("data/offices/first.yml")


@pytest.mark.parametrize(
    ("anchor", "headings"), [("table", FactRow.headings), ("notes", SectionRow.headings)]
)
def test_every_heading_is_on_the_page(anchor: str, headings: tuple[str, ...]) -> None:
    page = (ROOT / "docs/maintaining/new-archetype.md").read_text("utf-8")
    table = page.partition(f"{{ #{anchor} }}")[2].partition("\n## ")[0]
    assert [title for title in headings if title not in table] == []


# --- where known facts are said, what more a row can say ---


def test_a_known_fact_between_the_rows_of_a_section_is_said_there(
    small: Project, command: Command
) -> None:
    known = "wells,,paid,,,,,,,,,12.5,,,3\n"
    again = "wells,,well_more,备用水井,口,,,,,,备用的,6,,,2,\n"
    path = put(small)
    lines = path.read_text("utf-8-sig").splitlines(keepends=True)
    at = next(i for i, line in enumerate(lines) if "well_deep,深水井" in line)
    path.write_text("".join([*lines[:at], known[5:], again, *lines[at:]]), "utf-8")
    assert command(*MADE, path).status == 0
    text = small.read(TEXT)
    assert "支出', '没有支出'" in text  # under the heading of the row above
    assert text.index("well_more") < text.index("well_deep") < text.index("+ 停用的井。")
    assert text.count("+ 水井。") == 1


def test_what_other_sections_say_is_not_said_again(small: Project, command: Command) -> None:
    path = put(small)
    rows = path.read_text("utf-8-sig")
    path.write_text(rows + "\n,,remark,,,,,,,,,旱年,,,,", "utf-8")
    assert command(*MADE[:-1], "--use", "water", "--facts", path).status == 0
    assert "remark" not in small.read("templates/sections/repairs.j2")
    first = small.read("data/offices/dongshan-2025.yml")
    assert ("  remark: 旱年\n" in first, "started" in first) == (True, False)


def test_a_row_says_what_the_checks_may_ask_for(small: Project, command: Command) -> None:
    table = (
        "章节,标题,代号,名称,单位,无关,不大于,增长率,好坏,查出,填写说明,甲本期,甲上期,乙本期\n"
        "wells,水井,well_count,水井,口,,,不写,,,登记的,120,90,3\n"
        ",,well_faults,坏井,口,水井,水井,,低,是,查出的,12,9,1\n"
        "repairs,修理,repair_calls,报修,次,,,写,,检查,接到的,12,9,1\n"
    )
    path = small.root / "table.csv"
    path.write_text(table, "utf-8")
    assert command(*MADE, path).status == 0
    facts = small.read(FACTS)
    for written in (
        "    growth: false\n    hint: 登记的\n",
        "    growth: false\n    at_most: well_count\n    unrelated: well_count\n",
        "    better: lower\n    sought: found\n",
        "    growth: true\n    sought: looking\n",
    ):
        assert written in facts


def test_a_choice_that_there_is_not_is_told(small: Project, command: Command) -> None:
    path = small.root / "table.csv"
    path.write_text("章节,代号,名称,单位,增长率\nwells,well_count,水井,口,没有\n", "utf-8")
    said = made(small, command, *MADE, path)
    assert "2:5  第2行“增长率”一栏：“没有”看不懂 · 应为：写、不写" in said.err


def test_growth_is_left_out_only_where_both_are_few(small: Project, command: Command) -> None:
    assert command(*MADE, put(small, "6,3,,,", "6,3,,60,50")).status == 0
    closed = small.read(FACTS).partition("well_closed:")[2].partition("well_why:")[0]
    assert "growth" not in closed


def test_a_mistake_of_no_row_is_one_of_a_file_yet_to_be_written(
    small: Project, command: Command
) -> None:
    said = made(small, command, *MADE, put(small, "井台都加了盖", "井台，，都加了盖"))
    told = "table.csv:1:1  要写出的 data/offices/dongshan-2025.yml 第1行：正文标点重复"
    assert told in said.err
    said = made(small, command, *MADE, put(small, "wells,水井", "wells,2号水井"))
    assert "table.csv:1:1  要写出的 templates/sections/wells.j2 第2行：" in said.err


def test_what_is_not_used_alone_names_what_it_needs(small: Project, command: Command) -> None:
    path = put(small)
    path.write_text(f"{path.read_text('utf-8-sig')}\n,,started{',' * 9}2025-03-01,,,,", "utf-8")
    said = made(small, command, *MADE[:-1], "--use", "water", "--facts", path)
    told = "第18行“甲本期”一栏：示例填了“开始日期”（started），文中没有用到 · "
    assert f"{told}应为：需要同时填写结束日期" in said.err


# --- notes on the sections ---


NOTES = (
    "章节,功能,要求,内容,动机,形式,错误写法,正确写法,为什么\n"
    "修井,做法,写清修了几处,写修了什么。,井坏了没水喝。,一处一句。,井都修了。,修井台12处。,有数才可核对。\n"
    ",,,,,,,修水泵7处。,\n"
)


def test_notes_become_the_annotation(small: Project, command: Command) -> None:
    notes = small.root / "notes.csv"
    notes.write_text(NOTES, "utf-8")
    assert command(*MADE, put(small), notes).status == 0
    assert small.read("data/sections/repairs.yml") == (
        "# yaml-language-server: $schema=../../docs/assets/schema/section.schema.json\n"
        "# The section repairs: what it says, why, and how.\n"
        "name: 修井\nrole: 做法\nsummary: 写清修了几处\nitems: [基本情况]\nannotation:\n"
        "  content: 写修了什么。\n  motive: 井坏了没水喝。\n  form: 一处一句。\n  mistakes:\n"
        "  - {wrong: 井都修了。, right: 修井台12处。, why: 有数才可核对。}\n"
        "  - {wrong: 待写：错误的写法, right: 修水泵7处。, why: 待写：为什么}\n"
    )
    wells = small.read("data/sections/wells.yml")
    assert "- {name: 水井, main: well_count}\n" in wells
    assert "content: 待写：写什么、用哪些数\n" in wells


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("修井,", "修路,", "2:1  第2行“章节”一栏：没有新建“修路”这个片段"),
        ("做法", "作法", "2:2  第2行“功能”一栏：没有“作法”这种功能"),
        ("形式,", "样式,", "1:6  没有“样式”这一栏"),
    ],
)
def test_a_mistake_in_the_notes_is_told(
    small: Project, command: Command, old: str, new: str, told: str
) -> None:
    notes = small.root / "notes.csv"
    notes.write_text(NOTES.replace(old, new), "utf-8")
    assert told in made(small, command, *MADE, put(small), notes).err


def test_one_book_may_hold_both_tables(small: Project, command: Command) -> None:
    path = as_book(small.root / "table.xlsx")
    book = openpyxl.load_workbook(path)
    sheet = book.create_sheet("批注")
    for row in csv.reader(io.StringIO(NOTES)):
        sheet.append(row)
    book.save(path)
    assert command(*MADE, path).status == 0
    assert "summary: 写清修了几处\n" in small.read("data/sections/repairs.yml")
