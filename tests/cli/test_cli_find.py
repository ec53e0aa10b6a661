"""`summaries find`: facts, sections, archetypes and functions, by any of their names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.cli.find_command import GUIDE, functions
from macros.library.fact_uses import uses_of_facts
from macros.library.finder import facts, find, indicators
from macros.templating.language import CONDITIONS, FILTERS, FUNCTIONS
from tests.support.project import ROOT
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from tests.support.command import Command
    from tests.support.project import Project


FACTS = "data/facts/common.yml"
WATER = "用于章节water（water）"
QUARTER = "water-quarter  水质季度总结"
SAMPLES = f"samples  水样（整数，份，{WATER}）  {FACTS}:12:3"


@pytest.mark.parametrize(
    ("words", "line"),
    [
        (["水样"], SAMPLES),
        (["SAMPLES"], SAMPLES),
        (["份", "合格"], f"passed  合格水样（整数，份，{WATER}）  {FACTS}:13:3"),
        (["章节water"], "water  章节water（数据，摘要）  data/sections/water.yml"),
        (["饮水季报"], f"{QUARTER}（办公室，含“饮水季报”）  data/archetypes/water-quarter.yml"),
        (["水质季度"], f"{QUARTER}（办公室）  data/archetypes/water-quarter.yml"),
        (["org"], f"org  单位（文字，用于标题、署名和日期）  {FACTS}:4:3"),
    ],
)
def test_a_thing_is_found_by_label_id_unit_or_other_name(
    command: Command, words: list[str], line: str
) -> None:
    said = command("find", *words)
    assert said.status == 0
    assert f"  {line}" in said.out.splitlines()


def test_the_best_stands_first_and_kinds_stand_together(command: Command) -> None:
    lines = command("find", "合格").out.splitlines()
    assert lines[0] == "指标"
    assert [line.split()[0] for line in lines[1:3]] == ["passed", "pass_rate"]


def test_what_is_not_found_is_told_with_what_is_similar(command: Command) -> None:
    said = command("find", "合格水质")
    assert (said.status, said.err) == (0, "")
    assert said.out.startswith("没有找到“合格水质”。\n相近的：\n指标\n  passed  合格水样")
    assert command("find", "没有的").out == "没有找到“没有的”。\n"


def test_a_fact_of_nearly_every_section_is_not_found_by_them() -> None:
    known = {entry.id: entry for entry in facts(LIBRARY)}
    told = re.fullmatch("时段，用于([0-9]+)个片段", known["period"].told)
    assert told
    assert int(told[1]) > 20
    assert known["period"] not in find(["宣传"], known.values())


def test_every_function_of_templates_is_found(small: Project, command: Command) -> None:
    shown = " ".join(entry.id for entry in functions(ROOT / GUIDE))
    words = [*FUNCTIONS, *CONDITIONS, *FILTERS]
    assert [word for word in words if word not in shown] == []
    small.write(GUIDE, (ROOT / GUIDE).read_text("utf-8"))
    found = command("find", "rest").out.splitlines()
    assert found[0] == "函数"
    assert found[1].startswith("  rest(整体, 部分)  128份  docs/maintaining/templates.md:")


def test_the_page_of_all_facts_leads_to_where_each_is_used() -> None:
    uses = uses_of_facts(LIBRARY)
    assert uses.keys() == LIBRARY.facts.keys()
    assert uses["hypertension_managed"] == ["public-health-services"]
    assert uses["org"] == ["frame"]
    assert "publicity" in uses["channels"]


def test_an_indicator_is_found_by_its_former_name_with_the_fact_that_takes_from_it() -> None:
    (found,) = find(["重性精神疾病患者规范管理率"], indicators(LIBRARY))
    assert (found.id, found.name) == ("smi-standard-rate", "严重精神障碍患者规范管理率")
    assert found.told.endswith("指标smi_rate取自它")
