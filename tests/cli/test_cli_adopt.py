"""Taking an own section over into the library."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.support.own_content import with_own

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.command import Command, Said
    from tests.support.project import Project

OWN = """\
schema: 2
archetype: water-quarter
name: 甲县
outline:
  - {use: water}
  - {own: own-elder-care}
  - {own: own-table}
  - {use: problems}
  - {use: plans}
own:
  facts:
    own_signed: {label: 医养签约老人, type: count, unit: 人, series: [last, plan]}
    own_elders: {label: 常住老年人, type: count, unit: 人, hint: 按户籍, range: [1, 900]}
    own_rate: {label: 医养签约率, type: rate, numerator: own_signed, denominator: own_elders}
    own_who: {label: 牵头单位, type: text, required: false}
    own_other: {label: 别的, type: count, unit: 人}
  sections:
    own-elder-care:
      name: 医养结合
      text: |
        + 推进签约服务。签约{{ own_signed }}，{{ compared(own_signed) }}，签约率{{ own_rate }}。
        + 落实责任。由{{ own_who }}牵头，{{ org }}配合。
        另有{{ own_signed.last }}续签。
    own-table:
      name: 表
      text: |
        {{ table(own_signed) }}
        去年签约3户,共{{ own_signed }}。
        + {{ org }}。
facts:
"""
NAMES = (
    "own_signed=elders_signed",
    "own_elders=elders",
    "own_rate=elders_rate",
    "own_who=elders_lead",
)
TEMPLATE = """\
{# 待补：用一句英文写这个模板做什么。 #}
+ 推进签约服务。
签约{{ elders_signed }}
{% if known(elders_signed.last) %}
，{{ compared(elders_signed) }}
{% endif %}
，签约率{{ elders_rate }}。

+ 落实责任。
{% if known(elders_lead) %}
由{{ elders_lead }}牵头，{{ org }}配合。
{% endif %}

{% if known(elders_signed.last) %}
另有{{ elders_signed.last }}续签。
{% endif %}
"""


@pytest.fixture
def own(small: Project) -> Project:
    """Return the project with a facts file that has a section of its own."""
    figures = "  own_signed: {now: 12, last: 10}\n  own_elders: 53\n  own_who: 老龄办\n"
    return with_own(small, OWN, figures)


def adopt(own: Project, command: Command, *names: str, section: str = "elder-care") -> Said:
    given = ("--fact", *names) if names else ()
    return command(
        "adopt", own.root / "own.yml", "--section", "own-elder-care", "--as", section, *given
    )


def files(own: Project) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in own.root.rglob("*") if path.is_file()}


def test_a_section_is_adopted_and_only_marked_gaps_are_left(own: Project, command: Command) -> None:
    said = adopt(own, command, *NAMES)
    assert (said.status, said.err) == (0, "")
    assert said.out.splitlines()[:4] == [
        "写好了：",
        "  data/sections/elder-care.yml",
        "  templates/sections/elder-care.j2",
        "  data/facts/adopted.yml",
    ]
    assert "{use: elder-care}" in said.out
    assert own.read("templates/sections/elder-care.j2") == TEMPLATE
    assert "items: [推进签约服务, 落实责任]\n" in own.read("data/sections/elder-care.yml")
    facts = own.read("data/facts/adopted.yml")
    assert "own_" not in facts
    assert "hint: 按户籍" in facts
    own.replace(
        "data/archetypes/water-quarter.yml",
        "  - {use: problems",
        "  - {use: elder-care}\n  - {use: problems",
    )
    checked = command("check")
    problems = checked.err.splitlines()[:-1]
    assert problems
    assert all("还没有" in line for line in problems), checked.err


def test_adopted_files_without_their_gaps_say_what_the_draft_said(
    own: Project, command: Command
) -> None:
    before = command("render", "--facts", own.root / "own.yml").out
    adopt(own, command, *NAMES)
    own.replace(
        "data/archetypes/water-quarter.yml",
        "  - {use: problems",
        "  - {use: elder-care}\n  - {use: problems",
    )
    head, _, facts = own.read("own.yml").partition("facts:\n  org")
    text = f"archetype: water-quarter\nname: 甲县\nfacts:\n  org{facts}"
    for old, new in (name.split("=") for name in NAMES):
        text = text.replace(f"{old}:", f"{new}:")
    own.write("new.yml", text)
    assert head
    after = command("render", "--facts", own.root / "new.yml").out
    assert "签约12人，比上年同期增加2人，增长20%，签约率22.64%。" in after
    wanted = [line for line in before.splitlines() if "签约" in line or "牵头" in line]
    found = [line for line in after.splitlines() if "签约" in line or "牵头" in line]
    assert found[0] == wanted[0]


def test_every_own_fact_needs_a_new_name_and_nothing_is_written(
    own: Project, command: Command
) -> None:
    before = files(own)
    said = adopt(own, command, "own_signed=elders_signed")
    assert said.status == 1
    for name in ("own_elders", "own_rate", "own_who"):
        assert f"--fact {name}=新名字" in said.err
    assert files(own) == before


@pytest.mark.parametrize(
    ("names", "section", "told"),
    [
        ((*NAMES[1:], "own_signed=paid"), "elder-care", "指标“paid”已经有了"),
        ((*NAMES[1:], "own_signed=elders"), "elder-care", "指标“elders”已经有了"),
        ((*NAMES[1:], "own_signed=Signed"), "elder-care", "新名字“Signed”不规范"),
        ((*NAMES, "own_other=other"), "elder-care", "没有用到自加的指标“own_other”"),
        (NAMES, "water", "片段“water”已经有了"),
        (NAMES, "Elder", "片段的名字“Elder”不规范"),
    ],
)
def test_names_that_cannot_be_used_are_refused(
    own: Project, command: Command, names: tuple[str, ...], section: str, told: str
) -> None:
    before = files(own)
    said = adopt(own, command, *names, section=section)
    assert (said.status, told in said.err) == (1, True), said.err
    assert files(own) == before


def test_a_file_that_is_there_is_not_overwritten(own: Project, command: Command) -> None:
    own.write("templates/sections/elder-care.j2", "{# Mine. #}\n+ 甲。\n乙。\n")
    before = files(own)
    said = adopt(own, command, *NAMES)
    assert (said.status, "已经有这个文件" in said.err) == (1, True)
    assert files(own) == before


def test_words_that_no_template_has_are_told_where_they_stand(
    own: Project, command: Command
) -> None:
    said = command(
        *("adopt", own.root / "own.yml", "--section", "own-table", "--as", "table"),
        *("--fact", "own_signed=signing"),
    )
    lines = [line.partition("own.yml:")[2] for line in said.err.splitlines() if "own.yml:" in line]
    assert said.status == 1
    assert [line.partition(" · ")[0] for line in lines if "（提醒）" not in line] == [
        "28:13  片段的正文里不能写“3”",
        "28:15  片段的正文里不能写“,”",
        "29:9  “+ ”后面要先写不带指标的“标题。”",
    ]


def test_a_table_is_left_out_where_a_fact_may_be_missing(own: Project, command: Command) -> None:
    text = own.read("own.yml")
    text = text.replace("去年签约3户,共{{ own_signed }}。", "{{ table(own_signed, own_gift) }}")
    text = text.replace("        + {{ org }}。\n", "")
    gift = "    own_gift: {label: 捐赠, type: count, unit: 件, required: false}\n    own_other"
    own.write("own.yml", text.replace("    own_other", gift, 1))
    said = command(
        *("adopt", own.root / "own.yml", "--section", "own-table", "--as", "table"),
        *("--fact", "own_signed=signing", "own_gift=gift"),
    )
    assert said.status == 0, said.err
    _, template = own.read("templates/sections/table.j2").split("\n", 1)
    assert template == (
        "{{ table(signing) }}\n\n{% if known(gift) %}\n{{ table(signing, gift) }}\n{% endif %}\n"
    )


def test_facts_may_go_to_a_topic_that_is_there(own: Project, command: Command) -> None:
    before = own.read("data/facts/common.yml")
    arguments = ("--section", "own-elder-care", "--as", "elder-care", "--fact", *NAMES)
    refused = command("adopt", own.root / "own.yml", *arguments, "--topic", "no-such")
    assert (refused.status, "data/facts 里没有“no-such”这个文件" in refused.err) == (1, True)
    said = command("adopt", own.root / "own.yml", *arguments, "--topic", "common")
    assert said.status == 0
    assert own.read("data/facts/common.yml").startswith(before)
    assert "\n  elders_signed:\n" in own.read("data/facts/common.yml")


def test_an_unknown_section_is_told(own: Project, command: Command) -> None:
    said = command("adopt", own.root / "own.yml", "--section", "own-x", "--as", "x")
    assert (said.status, "没有自拟的章节“own-x” · 应为：own-elder-care" in said.err) == (1, True)
