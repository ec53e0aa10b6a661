"""`summaries new archetype --again`: the tables are read again; what somebody wrote stays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.test_cli_new_table import FACTS, MADE, TEXT, put

if TYPE_CHECKING:
    from tests.support.command import Command, Said
    from tests.support.project import Project

KIND, FIRST = "data/archetypes/well-year.yml", "data/offices/dongshan-2025.yml"
SECTION, CASES = "data/sections/wells.yml", "data/cases/well-year.yml"


@pytest.fixture
def wells(small: Project, command: Command) -> Project:
    """Return the project with the archetype that the table has made."""
    assert command(*MADE, put(small)).status == 0
    return small


def again(project: Project, command: Command, old: str, new: str, *more: str) -> Said:
    """Run the command once more, after a change of the table."""
    table = put(project, old, new)
    return command("new", "archetype", "well-year", "--again", *more, "--facts", table)


def test_facts_and_examples_follow_the_table(wells: Project, command: Command) -> None:
    wells.replace(KIND, "tips:\n", "tips:\n  - 先对登记册\n")
    wells.replace(TEXT, "深水井比例为{{ well_rate }}", "深水井占{{ well_rate }}")
    kept = [wells.read(name) for name in (KIND, TEXT)]
    said = again(wells, command, '1,214",1180', '1,300",1190')
    assert (said.status, said.err) == (0, "")
    assert "  well_count: {now: 1300, last: 1190, plan: 1300}\n" in wells.read(FIRST)
    assert [wells.read(name) for name in (KIND, TEXT)] == kept


def test_places_follow_the_template(wells: Project, command: Command) -> None:
    wells.replace(TEXT, "+ 停用的井。", "+ 停用。")
    wells.replace(TEXT, "深水井比例为{{ well_rate }}", "深水井占{{ well_rate }}")
    assert again(wells, command, "停用的井,well_closed", "停用,well_closed").status == 0
    assert "- {name: 停用, main: well_closed}\n" in wells.read(SECTION)


def test_what_the_table_does_not_say_stays(wells: Project, command: Command) -> None:
    wells.replace(SECTION, "motive: 待写：读者为什么要看", "motive: 井够不够。")
    wells.replace(FACTS, "    hint: 登记在册的", "    additive: false\n    hint: 登记在册的")
    assert again(wells, command, "登记在册的", "期末登记的").status == 0
    assert "motive: 井够不够。\n" in wells.read(SECTION)
    assert "    hint: 期末登记的\n    additive: false\n" in wells.read(FACTS)


def test_cases_that_fit_no_more_do_not_hinder(wells: Project, command: Command) -> None:
    assert command("new", "cases", "well-year").status == 0
    wells.replace(TEXT, "没有水井", "一口井也没有")
    assert again(wells, command, "607,590", "600,590").status == 0
    assert f"{CASES}:" in command("check").err


def test_a_last_period_may_go_and_come(wells: Project, command: Command) -> None:
    assert command("new", "cases", "well-year").status == 0
    compared = "{{ then_against(well_closed) }}"
    wells.replace(TEXT, compared, "")
    said = again(wells, command, "6,3,,,", "6,,,,")
    assert (said.status, said.err) == (0, "")
    assert "  well_closed: 6\n" in wells.read(FIRST)
    assert f"{CASES}:" in command("check").err  # the cases have the old shape
    (wells.root / CASES).unlink()
    said = again(wells, command, "6,3,,,", "7,4,,,")
    assert (said.status, said.err) == (0, "")
    assert "  well_closed: {now: 7, last: 4}\n" in wells.read(FIRST)


def test_a_new_section_needs_a_name(wells: Project, command: Command) -> None:
    wells.replace(KIND, "  - {use: wells}", "  - {use: wells}\n  - {use: pumps}")
    old = "repairs,,repair_list,修理"
    row = "pumps,水泵,pumps_run,水泵,台,,,,,,在用的,12,,,3,\nrepairs,,repair_list,修理"
    told = again(wells, command, old, row)
    assert "“pumps”还没有名称 · 应为：--new pumps=名称" in told.err
    assert again(wells, command, old, row, "--new", "pumps=水泵").status == 0
    assert "name: 水泵\n" in wells.read("data/sections/pumps.yml")
    assert "told(pumps_run" in wells.read("templates/sections/pumps.j2")


def test_a_mistake_leaves_all_as_it_was(wells: Project, command: Command) -> None:
    before = [wells.read(name) for name in (FACTS, FIRST, SECTION)]
    assert "第7行“甲本期”一栏：" in again(wells, command, "607", "1607").err
    assert [wells.read(name) for name in (FACTS, FIRST, SECTION)] == before


def test_it_needs_a_table_and_an_archetype(small: Project, command: Command) -> None:
    again = ("new", "archetype", "well-year", "--again")
    assert "没有写指标表" in command(*again).err
    assert "没有“well-year”这个范本" in command(*again, "--facts", put(small)).err
