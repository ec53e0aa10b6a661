"""Facts files as they are written: what is read back is what was given."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from macros.exchange.empty_facts_file import empty_facts_file
from macros.exchange.facts_file_writer import (
    FactsFile,
    as_json,
    as_yaml,
    written_content,
    written_facts,
)
from macros.library.facts_file_reader import read_facts_file
from macros.source.encoding import json_as_yaml
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml, to_data
from tests.support.real import ARCHETYPES, LIBRARY, OFFICES

if TYPE_CHECKING:
    from macros.exchange.facts_file_writer import Facts
    from macros.facts.offices import Office


def read(text: str, *told: str) -> Office:
    """Return the office of a file, of which these problems are told."""
    report = Report()
    node = parse_yaml(text, "facts.yml", report)
    office = node and read_facts_file(node, "facts", LIBRARY, report)
    assert [problem.what for problem in report.problems] == [*told]
    assert office
    return office


@pytest.mark.parametrize("name", OFFICES)
@pytest.mark.parametrize("write", [as_yaml, as_json])
def test_an_office_written_and_read_again_is_the_same(name: str, write: type[str]) -> None:
    office = LIBRARY.offices[name]
    facts, content = written_facts(office, LIBRARY), written_content(office)
    again = read(write(FactsFile(office.archetype, office.name, facts, content=content)))
    assert (again.entries, again.content) == (office.entries, office.content)


LETTERS = st.characters(
    exclude_categories=["Cs", "Cc"],
    include_characters="\t\n\x85",
    exclude_characters="\ufffe\uffff",
)
TELLING = (
    "",
    *["~", "null", "Null", "true", "yes", "1.0", "2026-01-01", "<<", "#", "-"],
    "a: b",
    "a\u2028b",
)  # to YAML


@given(st.text(LETTERS, max_size=80) | st.sampled_from(TELLING))
def test_any_text_is_written_as_it_is(text: str) -> None:
    facts: Facts = {"org": text, "works": [{"name": text}], "paid": {"now": text}}
    file = FactsFile("x", text, facts, headings={"a": text}, carried=[text])
    for written in (as_yaml(file), json_as_yaml(as_json(file))):
        report = Report()
        node = parse_yaml(written, "facts.yml", report)
        assert not report.errors
        assert node
        read = {"name": "", **cast("dict[str, object]", to_data(node))}
        assert [read[key] for key in ("name", "facts", "headings", "carried")] == [
            text, facts, {"a": text}, [text],
        ]  # fmt: skip


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_an_empty_sheet_asks_for_every_fact_and_gives_none(archetype: str) -> None:
    file = empty_facts_file(LIBRARY, archetype)
    assert list(file.facts) == LIBRARY.facts_of(LIBRARY.archetypes[archetype]).entered()
    text = as_yaml(file)
    assert read(text).entries == {}
    for name in file.facts:
        assert f"# {LIBRARY.facts[name].label}" in text


def test_a_comment_says_unit_decimals_and_sides() -> None:
    lines = as_yaml(empty_facts_file(LIBRARY, "county-health-quarter")).splitlines()
    at = lines.index("  paid: {now: '', last: ''}")
    assert lines[at - 2].startswith("  # 报销金额（万元，至多2位小数）：")
    assert lines[at - 1] == "  # now 本期、last 上期"


def test_an_empty_file_is_grouped_by_section_and_its_samples_are_yaml_when_copied() -> None:
    text = as_yaml(empty_facts_file(LIBRARY, "county-health-quarter"))
    assert text.startswith("archetype: county-health-quarter\n# 单位名称\nname:\n# 这份文件的说明")
    groups = [line for line in text.splitlines() if "―― " in line]
    assert groups[:3] == [
        "  # ―― 标题、署名和日期 ――", "  # ―― 导语 ――", "  # ―― 基本公共卫生服务 ――",
    ]  # fmt: skip
    assert len(groups) == 11
    uncommented = text.replace("    # - {", "    - {")
    assert uncommented != text
    entries = read(uncommented).entries
    assert entries["problems"] == [{}]


def test_what_is_carried_counts_by_facts_and_only_where_the_text_asks_for_it() -> None:
    carried = ["focus[0]", "focus[2]", "org", "bids", "nothing"]
    file = FactsFile("county-health-quarter", facts={}, without=["investment"], carried=carried)
    told = "carried 里的“nothing”不是指标，没有算作待核对"
    assert read(as_json(file), told).carried == ("focus", "org")


@pytest.mark.parametrize("write", [as_yaml, as_json])
def test_a_text_that_reads_like_null_is_written_as_a_text(write: type[str]) -> None:
    facts: Facts = {"org": "yes", "focus": [{"name": "~"}]}
    file = FactsFile("county-health-quarter", "null", facts)
    office = read(write(file))
    assert (office.entries, office.name) == (facts, "null")


NEWER = "更新本程序后再运行"
SCHEMAS = [
    pytest.param("99", f"文件由更新的版本导出（schema“99”） · 应为：{NEWER}", id="newer"),
    pytest.param("'3'", f"文件由更新的版本导出（schema“3”） · 应为：{NEWER}", id="next"),
    pytest.param("x", "“schema”的值“x”不对 · 应为：2，或删去这一行", id="no-number"),
    pytest.param("0", "“schema”的值“0”不对 · 应为：2，或删去这一行", id="zero"),
    pytest.param("1.0", "“schema”的值“1.0”不对 · 应为：2，或删去这一行", id="not-whole"),
    pytest.param("[1]", "“schema”的值“”不对 · 应为：2，或删去这一行", id="list"),
    pytest.param("", "“schema”的值“”不对 · 应为：2，或删去这一行", id="empty"),
]


@pytest.mark.parametrize(("schema", "problem"), SCHEMAS)
def test_a_file_of_another_schema_is_refused_whole(schema: str, problem: str) -> None:
    report = Report()
    node = parse_yaml(f"archetype: x\nunknown: y\nschema: {schema}\n", "f.yml", report)
    assert node
    assert read_facts_file(node, "f", LIBRARY, report) is None
    assert [str(error) for error in report.errors] == [f"f.yml:3:1  {problem}"]


@pytest.mark.parametrize("schema", ["1", "'1'", "2"])
def test_a_file_of_our_schema_is_read(schema: str) -> None:
    assert read(f"schema: {schema}\narchetype: county-health-quarter\nfacts: {{}}\n").entries == {}


def test_json_says_which_schema_it_has() -> None:
    data = json.loads(as_json(FactsFile("x", "某局", {"org": "某局"}, ["a"], ["org"])))
    assert data == {
        "schema": "2",
        "archetype": "x",
        "name": "某局",
        "without": ["a"],
        "headings": {},
        "carried": ["org"],
        "facts": {"org": "某局"},
    }


# --- content of one's own ---------------------------------------------------------------------


TELLING_TEXTS = (
    *["一行\n两行", "\t表\n", " 空格\n后", "甲\n　　乙：丙\n"],
    *["\n\n", "a: b\n- c", "甲\n\n乙", "末\n\n"],
)
OWN_TEXTS = st.text(LETTERS, max_size=60) | st.sampled_from(TELLING_TEXTS)
SLUGS = st.sampled_from(("water", "training", "own-x", "9", "yes", "重点服务"))
CONTENTS = st.fixed_dictionaries(
    {},
    optional={
        "order": st.dictionaries(SLUGS, st.lists(OWN_TEXTS, max_size=3), max_size=3),
        "skip": st.dictionaries(SLUGS, st.lists(OWN_TEXTS, max_size=3), max_size=3),
        "own": st.fixed_dictionaries(
            {
                "texts": st.dictionaries(SLUGS, st.dictionaries(SLUGS, OWN_TEXTS), max_size=2),
                "sections": st.dictionaries(
                    SLUGS, st.fixed_dictionaries({"name": OWN_TEXTS, "text": OWN_TEXTS}), max_size=2
                ),
            }
        ),
        "outline": st.lists(
            st.fixed_dictionaries({"use": SLUGS, "heading": OWN_TEXTS}), max_size=3
        ),
        "marks": st.dictionaries(SLUGS, st.dictionaries(SLUGS, OWN_TEXTS), max_size=3),
    },
)


@given(CONTENTS)
def test_any_content_is_read_back_as_it_was_given_in_the_same_order(
    content: dict[str, Any],
) -> None:
    file = FactsFile("x", facts={"org": "某局"}, content=content)
    for written in (as_yaml(file), json_as_yaml(as_json(file))):
        report = Report()
        node = parse_yaml(written, "facts.yml", report)
        assert not report.errors, written
        assert node
        data = cast("dict[str, Any]", to_data(node))
        found = {key: value for key, value in data.items() if key in content}
        assert json.dumps(found) == json.dumps(
            {key: v for key, v in content.items() if v or key in data}
        )


OWN = """\
schema: 2
archetype: county-health-quarter
outline:
- {use: opening}
- {own: own-elder-care}
- heading: 其他工作
  sections:
  - {use: capacity}
skip:
  public-health-services: [核查健康档案]
own:
  facts:
    own_signed:
      label: 医养签约老人
      type: count
      unit: 人
      series: [last]
  sections:
    own-elder-care:
      name: 医养结合
      text: |
        + 推进签约服务。签约{{ own_signed }}。
        {{ table(own_signed) }}
marks:
  emphasis: {public-health-services/推进重点服务: 重点}
  later: {kept: as it is}
carried: [org]
facts:
  org: 某局
  own_signed: {now: 1287, last: 1065}
"""


def test_several_lines_stand_under_a_bar_and_unknown_marks_are_kept() -> None:
    office = read(OWN)
    file = FactsFile(office.archetype, facts=written_facts(office, LIBRARY), carried=["org"])
    file.content = written_content(office)
    assert as_yaml(file) == OWN.replace("'1287'", "1287").replace("'1065'", "1065").replace(
        "'2'", "2"
    )
    assert read(as_json(file)).content == office.content


def test_a_sheet_of_a_summary_with_own_facts_asks_for_them_too() -> None:
    office = read(OWN)
    text = as_yaml(empty_facts_file(LIBRARY, office.archetype, office.choices))
    assert "  # 医养签约老人（人）：医养签约老人\n" in text
    assert "  own_signed: {now: '', last: ''}\n" in text
