"""What the commands do with a file's own content."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.support.command import Command
    from tests.support.project import Project

TOLD = "2026年用水“2026”"
OWN_HOMES = "    own_homes: {label: 户数, type: count, unit: 户}\n"


def test_a_file_with_own_content_is_rendered_and_typed_digits_are_listed(
    own: Project, command: Command
) -> None:
    said = command("render", "--facts", own.root / "own.yml")
    assert said.status == 0
    assert "　　（一）走访慰问。走访3户，检修水龙头1287个，" not in said.out  # the only item
    assert "　　走访慰问。走访3户，检修水龙头1287个，比上年同期增加222个，增长20.85%。" in said.out
    assert "\n水龙头\t个\t1287\t1065\t" in said.out
    assert "检测214份" not in said.out
    assert said.err == (
        "手写的数字4处：提纲“2026”、工会工作“3”、章节water·检修水龙头“12.5%”、章节water·备注“2”。\n"
    )


def test_typed_digits_that_were_set_aside_are_not_listed(own: Project, command: Command) -> None:
    union, notes = "typed/own-union//360caa42: 名册上的", "typed/water/备注/370cabd5: 两处都在"
    own.replace("own.yml", "marks:\n", f"marks:\n  dismissed: {{{union}, {notes}}}\n")
    said = command("render", "--facts", own.root / "own.yml")
    assert said.err == "手写的数字2处：提纲“2026”、章节water·检修水龙头“12.5%”。\n"


def test_personal_data_is_told_until_it_is_set_aside(own: Project, command: Command) -> None:
    own.replace("own.yml", "走访3户", "走访患者张三，男，3户")
    own.replace("own.yml", "org: 甲县", "org: 甲县13912345678")
    said = command("render", "--facts", own.root / "own.yml")
    assert said.status == 0
    line, phone = said.err.splitlines()[:2]
    assert re.search(
        r"own.yml:\d+:\d+  （提醒）像是患者的姓名“患者张三” · 应为：不写个人信息；", line
    )
    assert "像是手机号“13912345678”" in phone
    key = re.search("“(person/[^ ]*): 理由”", phone)
    assert key
    own.replace("own.yml", "marks:\n", f"marks:\n  dismissed: {{'{key[1]}': 值班电话}}\n")
    assert "手机号" not in command("render", "--facts", own.root / "own.yml").err


def test_values_that_give_no_result_are_named(own: Project, command: Command) -> None:
    own.replace("own.yml", "合12.5%，", "合12.5%，户均{{ per(paid, own_homes) }}，")
    own.replace("own.yml", "  sections:\n", OWN_HOMES + "  sections:\n")
    own.replace("own.yml", "\nfacts:\n", "\nfacts:\n  own_homes: 0\n")
    said = command("render", "--facts", own.root / "own.yml")
    assert "草稿：“支出（本期）”1518.20万元、“户数”0户算不出结果，请改其中的数。\n" in said.err


def test_what_carried_names_and_there_is_not_is_pointed_out(own: Project, command: Command) -> None:
    own.replace(
        "own.yml", "\nfacts:\n", '\ncarried: [paid, piad, "own.texts/water/备注"]\nfacts:\n'
    )
    said = command("render", "--facts", own.root / "own.yml")
    what = "carried 里的“piad”不是指标，没有算作待核对 · 应为：“paid”，或删去这一项"
    assert said.err.count("carried 里的") == 1
    assert what in said.err


def test_words_without_a_place_keep_a_text_a_draft(own: Project, command: Command) -> None:
    own.replace("own.yml", "marks:\n", "marks:\n  unplaced: [{section: gone, text: 原来的话}]\n")
    said = command("render", "--facts", own.root / "own.yml")
    assert said.out.startswith("【草稿：1段手改文字无处可放，不得作为正式稿使用】\n")
    assert "草稿：有1段手改的文字无处可放（marks 的 unplaced），另处理后删去。\n" in said.err


def test_show_lists_the_places_of_each_section(command: Command) -> None:
    lines = command("show", "water-quarter").out.splitlines()
    at = lines.index("  章节water（water，数据）摘要")
    names = ("支出和培训", "监测", "各乡镇", "备注")
    assert lines[at + 1 : at + 5] == [f"    - {name}" for name in names]


def test_show_tells_what_a_place_says_where_it_is_short(small: Project, command: Command) -> None:
    small.replace("data/sections/water.yml", "支出和培训,", "{name: 支出和培训, main: paid},")
    shown = command("show", "water-quarter").out
    assert "    - 支出和培训（略写时只写支出）\n" in shown


def test_show_lists_the_places_of_the_frame(command: Command) -> None:
    assert command("show", "water-quarter").out.splitlines()[-6:] == [
        "  标题、落款等（frame）",
        "    - title：标题",
        "    - addressee：主送机关",
        "    - signature：落款",
        "    - date：日期",
        "    - endnote：附注",
    ]


def test_show_tells_the_outline_of_a_file(own: Project, command: Command) -> None:
    own.replace("own.yml", "  texts:\n", "  texts:\n    frame: {signature: 甲县水务站}\n")
    said = command("show", "--facts", own.root / "own.yml")
    assert (said.status, said.out.splitlines()[1:]) == (
        0,
        [
            "  2026年用水（water）",
            "    - 备注（自己的话，重点）",
            "    - taps（自加：检修水龙头）",
            "    - 支出和培训",
            "    - 各乡镇",
            "    - 监测（本期不写）",
            "  工会工作（own-union，自拟）",
            "    - 走访慰问",
            "  章节problems（problems）",
            "    - 各项不足",
            "  其他",
            "    章节plans（plans）",
            "      - 继续工作",
            "  标题、落款等（frame）",
            "    - title：标题",
            "    - addressee：主送机关",
            "    - signature：落款（自己的话）",
            "    - date：日期",
            "    - endnote：附注",
        ],
    )


def test_show_names_the_sections_that_a_file_leaves_out(own: Project, command: Command) -> None:
    own.replace("own.yml", "  - {use: problems}\n", "")
    said = command("show", "water-quarter", "--facts", own.root / "own.yml")
    assert said.out.splitlines()[-1] == "没有写的章节：章节problems（problems）"


def test_show_needs_an_archetype_or_a_file(
    command: Command, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as stopped:
        command("show")
    assert stopped.value.code == 2
    assert "要写范本的 id 或 --facts 文件" in capsys.readouterr().err


def test_an_outline_has_the_structure_and_no_figure(own: Project, command: Command) -> None:
    said = command("outline", own.root / "own.yml", "-o", own.root / "outline.yml")
    assert said.status == 0
    assert said.err.startswith("手写的数字4处，已换成＿＿：提纲“2026”、工会工作“3”、")
    text = own.read("outline.yml")
    assert text.endswith("facts: {}\n")
    assert text.count("emphasis: {water/备注: 重点}") == 1
    assert "heading: ＿＿年用水" in text
    assert "        + 走访慰问。走访＿＿户，检修水龙头{{ own_taps }}，" in text
    assert "合＿＿，防H7N9。" in text
    assert command("show", "--facts", own.root / "outline.yml").status == 0


def test_an_outline_may_be_json(own: Project, command: Command) -> None:
    said = command("outline", own.root / "own.yml", "--format", "json")
    data = json.loads(said.out)
    assert list(data["own"]["facts"]) == ["own_taps"]
    assert data["facts"] == {}
    assert "without" not in data  # with an outline, it would be an error
    refused = command("outline", own.root / "own.yml", "-o", own.root / "own.yml")
    assert (refused.status, "要写的就是要读的文件" in refused.err) == (1, True)


def test_a_sheet_for_an_outline_asks_for_its_own_facts(own: Project, command: Command) -> None:
    command("outline", own.root / "own.yml", "-o", own.root / "outline.yml")
    said = command("facts", "water-quarter", "--outline", own.root / "outline.yml")
    assert said.status == 0
    assert "  own_taps: {now: '', last: ''}\n" in said.out
    assert "  - {own: own-union}\n" in said.out.replace("- {own", "  - {own")


def test_rolling_keeps_own_content(own: Project, command: Command) -> None:
    said = command(
        "roll", own.root / "own.yml", "--against", "previous", "-o", own.root / "next.yml"
    )
    assert said.status == 0
    text = own.read("next.yml")
    assert "  own_taps: {last: 1287}\n" in text
    assert "own-union" in text
    assert command("show", "--facts", own.root / "next.yml").status == 0


def test_merging_sums_own_facts(own: Project, command: Command) -> None:
    own.write("units/a.yml", own.read("own.yml"))
    own.write("units/b.yml", own.read("own.yml").replace("org: 甲县", "org: 乙县"))
    said = command("merge", "water-quarter", own.root / "units", "-o", own.root / "all.yml")
    assert said.status == 0
    assert "  own_taps: {now: 2574, last: 2130}\n" in own.read("all.yml")
    assert command("render", "--facts", own.root / "all.yml").status == 0


def test_merging_joins_own_facts_by_what_they_are_called(own: Project, command: Command) -> None:
    other = own.read("own.yml").replace("own_taps", "own_tap").replace("org: 甲县", "org: 乙县")
    own.write("units/a.yml", own.read("own.yml"))
    own.write("units/b.yml", other)
    said = command("merge", "water-quarter", own.root / "units", "-o", own.root / "all.yml")
    assert said.status == 0
    assert "自加的指标" not in said.err
    assert "  own_taps: {now: 2574, last: 2130}\n" in own.read("all.yml")


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        (("schema: 2", "schema: 3"), "文件由更新的版本导出"),
        (
            (
                "type: count, unit: 个, series: [last]",
                "type: count, unit: 个, sum_of: [own_taps, own_taps]",
            ),
            "绕着圈引用自己",
        ),
    ],
)
def test_a_unit_that_cannot_be_read_stops_the_merge(
    own: Project, command: Command, changed: tuple[str, str], told: str
) -> None:
    own.write("units/a.yml", own.read("own.yml"))
    own.write(
        "units/b.yml", own.read("own.yml").replace("org: 甲县", "org: 乙县").replace(*changed)
    )
    said = command("merge", "water-quarter", own.root / "units", "-o", own.root / "all.yml")
    assert said.status == 1
    assert told in said.err
    assert not (own.root / "all.yml").exists()


def test_a_file_without_own_content_is_merged_with_one_that_has_it(
    own: Project, command: Command
) -> None:
    own.write("units/a.yml", own.read("own.yml"))
    own.write(
        "units/b.yml",
        "schema: 1\narchetype: water-quarter\nfacts:\n  org: 乙县\n  period: 2026Q1\n",
    )
    said = command("merge", "water-quarter", own.root / "units", "-o", own.root / "all.yml")
    assert said.status == 0
    assert "自加的指标“水龙头”（个）：不是每个单位都有，没有汇总" in said.err


def test_a_folder_is_rendered_again_when_own_words_change(own: Project, command: Command) -> None:
    own.write("units/a.yml", own.read("own.yml"))
    command("render", "--all", own.root / "units", "-o", own.root / "out")
    assert "走访慰问" in own.read("out/a.txt")
    again = command("render", "--all", own.root / "units", "-o", own.root / "out")
    assert "已是最新1篇" in again.err
    own.replace("units/a.yml", "走访慰问", "走访困难职工")
    command("render", "--all", own.root / "units", "-o", own.root / "out")
    assert "走访困难职工" in own.read("out/a.txt")


def test_a_mistake_in_own_words_has_its_place_and_nothing_is_written(
    own: Project, command: Command
) -> None:
    own.replace("own.yml", "{{ compared(own_taps) }}", "{{ compare(own_taps) }}")
    said = command("render", "--facts", own.root / "own.yml", "-o", own.root / "out.txt")
    assert said.status == 1
    assert "own.yml:21:" in said.err
    assert "没有“compare”这个函数或过滤器" in said.err
    assert not (own.root / "out.txt").exists()
