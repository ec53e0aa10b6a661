"""Old files are read with the names of today; the vectors hold for both languages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from macros.facts.consistency import check_consistency
from macros.library.facts_file_reader import read_facts_file
from macros.library.loader import load
from macros.library.office_documents import compose_office
from macros.library.summary import summary_of
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml
from tests.vectors.current_names import FILE, vectors

if TYPE_CHECKING:
    from macros.facts.offices import Office
    from tests.support.project import Project

OLD = """archetype: old-quarter
name: 某县
outline: [{use: waters}, {use: gone}]
own:
  texts:
    waters: {监测: "{{ tested }}份。"}
    gone: {甲: 说过的话}
facts:
  period: 2026Q1
  tested: {now: 3}
  dropped: 5
"""
RETIRED = """facts:
  dropped: {label: 不要了的}
sections:
  gone: {name: 旧节}
archetypes:
  old-quarter: {title: 旧季报, instead: water-quarter}
"""


def test_the_vectors_are_what_python_says() -> None:
    made = json.loads(FILE.read_text("utf-8"))
    assert made == vectors(), "run: python -m tests.vectors.current_names"


def read(small: Project) -> tuple[Office, list[str]]:
    library, problems = load(small.root)
    assert problems.errors == []
    report = Report()
    node = parse_yaml(OLD, "old.yml", report)
    office = node and read_facts_file(node, "old", library, report)
    assert office
    return office, [str(problem) for problem in report.problems]


NAMING = """archetype: water-quarter
name: 某县
schema: 2
own:
  facts:
    own_rate: {label: 停水率, type: rate, numerator: dropped, denominator: samples}
  texts:
    water: {监测: "有{{ dropped }}，占{{ own_rate }}。"}
marks: {as_of: {dropped: 2026-03-25}}
facts:
  period: 2026Q1
  samples: {now: 3}
  problems:
    - {title: 人手少, figure: dropped}
"""


def test_words_and_figures_that_name_a_retired_fact_are_kept_shown_and_told(
    small: Project,
) -> None:
    small.write("data/retired.yml", RETIRED)
    library, problems = load(small.root)
    report = Report()
    node = parse_yaml(NAMING, "old.yml", report)
    office = node and read_facts_file(node, "old", library, report)
    assert office
    assert problems.errors == []
    check_consistency(office, summary_of(library, office).facts, report)
    gone = (
        "（提醒）指标“不要了的”（dropped）已经取消，这里照原样留着 · 应为：改用现有的指标，或者删去"
    )
    assert sorted(map(str, report.problems)) == [
        f"old.yml:{place}  {gone}" for place in ("14:20", "6:5", "8:19", "9:17")
    ]
    document = compose_office(library, office)
    assert "有{{ dropped }}，占＿＿＿＿%。" in document.as_text()
    assert "2处自拟内容有误" in document.draft_line
    assert office.content.own.texts["water"]["监测"] == "有{{ dropped }}，占{{ own_rate }}。"


def test_a_file_with_earlier_and_retired_names_is_read_and_told(small: Project) -> None:
    small.replace("data/facts/common.yml", "samples: {label", "samples: {was: [tested], label")
    small.replace("data/sections/water.yml", "role:", "was: [waters]\nrole:")
    small.write("data/retired.yml", RETIRED)
    office, told = read(small)
    assert office.archetype == "water-quarter"
    assert set(office.entries) == {"period", "samples"}
    assert office.content.own.texts == {"water": {"监测": "{{ samples }}份。"}}
    assert [(w.section, w.text) for w in office.content.marks.unplaced] == [("gone", "说过的话")]
    gone = "片段“旧节”已经取消，这一节不再写 · 应为：自己写的文字还留着，在 marks 的 unplaced 里"
    dropped = "“不要了的”（dropped）已经取消，不再用到 · 应为：留着无妨，也可以删去这一行"
    assert sorted(told) == [
        "old.yml:11:3  （提醒）" + dropped,
        "old.yml:1:1  （提醒）范本“旧季报”已经取消 · 应为：照“水质季度总结”写",
        "old.yml:3:32  （提醒）" + gone,
        "old.yml:7:5  （提醒）" + gone,
    ]
