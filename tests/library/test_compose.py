"""A whole document: its frame, groups, sections left out, both forms, and what is missing."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest

from macros.facts.context import context_of
from macros.facts.entries import Number
from macros.library.compose import compose, compose_summary, place_by_place
from macros.library.library import validated
from macros.library.office_documents import compose_office, example_document
from macros.library.summary import Summary, summary_of
from macros.library.unused import reason_unused
from macros.site.project_checks import check
from tests.support.project import OFFICE
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from macros.document.document import Document
    from macros.facts.entries import Entries, Entry
    from macros.facts.offices import Office
    from tests.support.project import Project

ARCHETYPE = "data/archetypes/water-quarter.yml"
TEMPLATE = "templates/sections/water.j2"

TEXT = """\
某县水务站2026年第一季度水质总结

　　一、章节water
　　本季度支出1518.20万元，比上年同期增加282.09万元，增长22.82%，完成计划的101.21%。\
共筹资40万元，培训540余人，属本级项目。
　　（一）监测
　　检测214份，合格92份，合格率42.99%，不合格122份。1月5日开始，3月20日结束。
　　1.东镇投入3.5万元。
　　2.西镇。
　　二、不足
　　（一）合格率低：合格率为42.99%，比上年同期下降2.01个百分点。
　　（二）人手少。
　　三、打算
　　第二季度继续做好两个乡镇的工作。

某县水务站
2026年4月2日
"""


def document(project: Project) -> Document:
    """Return the document of the project's only example."""
    library = validated(*check(project.root))
    return compose_office(library, library.offices["first"])


def headings(project: Project) -> list[str]:
    blocks = document(project).blocks
    return [block.number + block.text for block in blocks if block.type == "heading"]


def test_the_example_reads_as_it_should(small: Project) -> None:
    assert document(small).as_text() == TEXT


def test_a_section_and_a_group_take_an_own_heading(small: Project) -> None:
    office = (small.root / OFFICE).read_text("utf-8")
    own = "headings: {water: \" 水质\\n  监测\", 打算: 下季度安排, plans: ''}\n"
    (small.root / OFFICE).write_text(own + office, "utf-8")
    library = validated(*check(small.root))
    found = example_document(library, library.offices["first"]).blocks
    shown = [block.number + block.text for block in found if block.type == "heading"]
    assert shown == ["一、水质监测", "（一）监测", "二、不足", "三、下季度安排"]
    assert found[-3].text.startswith("第二季度")


def test_the_frame_stands_around_the_sections(small: Project) -> None:
    types = [block.type for block in document(small).blocks]
    assert (types[0], types[-2], types[-1]) == ("title", "signature", "date")
    assert not {"title", "signature", "date"} & set(types[1:-2])


def test_a_group_without_text_is_left_out_with_its_heading(small: Project) -> None:
    small.replace(OFFICE, "facts:", "without: [plans]\nfacts:")
    assert headings(small) == ["一、章节water", "（一）监测", "二、不足"]


def test_the_numbers_close_up_after_a_section_without_text(small: Project) -> None:
    small.replace(
        OFFICE, "problems:\n    - {title: 合格率低, figure: pass_rate}\n", "problems: []\n"
    )
    small.replace(OFFICE, "    - {title: 人手少}\n", "")
    assert headings(small) == ["一、章节water", "（一）监测", "二、打算"]


def test_the_numbers_close_up_after_a_group_left_out(small: Project) -> None:
    small.replace(ARCHETYPE, "  - {use: problems, heading: 不足}\n", "")
    small.replace(
        ARCHETYPE,
        "{use: plans, optional: true}]",
        "{use: plans, optional: true}]\n  - {use: problems}",
    )
    small.replace(OFFICE, "facts:", "without: [plans]\nfacts:")
    assert headings(small)[-1] == "二、章节problems"


def test_a_lone_problem_has_no_number(small: Project) -> None:
    small.replace(OFFICE, "    - {title: 人手少}\n", "")
    assert "　　合格率低：合格率为42.99%" in document(small).as_text()


def test_a_section_without_a_heading_has_none(small: Project) -> None:
    small.replace("data/sections/water.yml", "role: 数据", "role: 数据\nheading: false")
    assert headings(small)[:2] == ["一、监测", "二、不足"]
    small.replace(ARCHETYPE, "{use: water}", "{use: water, heading: 水质}")
    assert headings(small)[:2] == ["一、水质", "（一）监测"]


@pytest.mark.parametrize(("form", "expected"), [("detailed", "详。"), ("brief", "简。")])
def test_a_template_knows_the_form(small: Project, form: str, expected: str) -> None:
    small.replace(ARCHETYPE, "form: detailed", f"form: {form}")
    small.write(
        "templates/sections/plans.j2",
        "{# The plans. #}\n"
        "{% if detailed %}详{% else %}简{% endif %}。{{ period|next }}{{ towns|listed }}。\n",
    )
    assert f"　　{expected}第二季度东镇和西镇。\n" in document(small).as_text()


def test_the_places_of_a_section_in_a_group_are_sentences() -> None:
    office = LIBRARY.offices["baishi-health-centre-2026h1"]
    whole = compose_office(LIBRARY, office).blocks
    apart = place_by_place(summary_of(LIBRARY, office), office.entries).blocks
    said, lines = ([b for b in blocks if b.section == "follow-up"] for blocks in (whole, apart))
    assert [b.number for b in said if b.type == "paragraph"] == ["（二）", "", ""]
    assert said[0].text.startswith("随访管理。截至6月30日，辖区登记在册")
    assert [b.text.split("。")[0] for b in lines[:3]] == ["随访管理", "登记和排查", "随访和管理"]
    assert said[0].text == f"随访管理。{lines[1].text.removeprefix('登记和排查。')}"


def test_a_rate_of_nothing_has_no_row_in_a_table() -> None:
    office = LIBRARY.offices["shipan-cdc-2025"]
    none: Entry = {"now": Number(Decimal(0))}
    entries = office.entries | dict.fromkeys(("tb_notified", "tb_managed"), none)
    blocks = compose_summary(summary_of(LIBRARY, office), entries).blocks
    (table,) = (block for block in blocks if block.section == "cdc-figures" and block.rows)
    labels = ["".join(run.text for run in row[0]) for row in table.rows]
    named = {label.partition("（")[0] for label in labels}
    assert {"登记的传染病病例", "肺结核患者规则服药率"} < named
    assert "肺结核患者管理率" not in named


def labels_of(office: Office, entries: Entries, section: str) -> list[str]:
    """Return what the rows of a section's only table are named, without their counts."""
    blocks = compose_summary(summary_of(LIBRARY, office), entries).blocks
    (table,) = (block for block in blocks if block.section == section and block.rows)
    return [texts[0].partition("（")[0] for texts in table.row_texts[1:]]


def test_what_the_opening_states_has_no_row_in_a_table() -> None:
    office = LIBRARY.offices["shipan-cdc-2025"]
    assert "免疫规划疫苗接种率" not in labels_of(office, office.entries, "cdc-figures")
    without = office.entries | {"goal_results": []}
    assert "免疫规划疫苗接种率" in labels_of(office, without, "cdc-figures")


def test_tables_with_nothing_between_them_are_one() -> None:
    office = LIBRARY.offices["weitang-township-2025"]
    labels = labels_of(office, office.entries, "township-figures")
    assert {"老年人规范健康管理服务率", "卫生院医疗收入"} < set(labels)
    assert "早孕建册率" not in labels  # nobody has given it


def test_every_block_of_a_section_knows_it(small: Project) -> None:
    sections = [block.section for block in document(small).blocks]
    assert sections == ["", *["water"] * 6, *["problems"] * 3, "", "plans", "", ""]


def test_a_draft_shows_gaps_for_what_is_missing(small: Project) -> None:
    library = validated(*check(small.root))
    archetype = library.archetypes["water-quarter"]
    draft = compose(library, archetype, {})
    assert draft.draft
    assert draft.title == "＿＿＿＿＿＿＿＿＿＿＿＿总结"
    entered = set(library.facts_of(archetype).entered())
    assert entered - set(draft.blank_facts) == {
        "last_period",
        "started",
        "ended",
        "remark",
    }
    assert "支出＿＿＿＿万元" in draft.as_text()
    assert "＿＿＿＿继续做好＿＿＿＿个乡镇的工作。" in draft.as_text()


def test_a_fact_that_no_sentence_uses_keeps_the_text_a_draft(small: Project) -> None:
    library = validated(*check(small.root))
    office = library.offices["first"]
    archetype = library.archetypes[office.archetype]
    entries = {name: entry for name, entry in office.entries.items() if name != "ended"}
    made = compose(library, archetype, entries)
    assert (made.draft, made.blanks, made.unused) == (True, 0, ("started",))
    scope = context_of(library.facts, entries)
    assert reason_unused(Summary(library, archetype), "started", scope) == "需要同时填写结束日期"


def test_a_project_knows_who_shares_a_section(small: Project) -> None:
    library = validated(*check(small.root))
    assert [archetype.id for archetype in library.users_of("water")] == ["water-quarter"]
    assert library.users_of("nothing") == []
