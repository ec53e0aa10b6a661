"""The real content: what every archetype, section, template and example must keep to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from macros.facts.entry_reader import EntryReader
from macros.library.templates import loaded_template
from macros.schema.archetypes import Archetype, Section
from macros.schema.cases import CasesFile
from macros.schema.vocabulary import VocabularyFile
from macros.source.model import load_model
from macros.source.report import Report
from macros.source.yaml_reader import Mapping, parse_yaml
from macros.templating.environment import make_environment
from macros.templating.form_branches import names_in
from macros.templating.template_checks import check_template
from macros.templating.title_checks import check_ends, check_titles
from tests.support.project import ROOT
from tests.support.real import ARCHETYPES, LIBRARY, document

if TYPE_CHECKING:
    from macros.document.document import Document

KEBAB = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
DIGIT = "(?<![0-9.]){}(?![0-9]|\\.[0-9])"  # the figure, and not a part of a longer one
ROLES = {"依据", "做法", "数据", "成效", "问题", "打算"}

# The figures that the seed gives for each archetype, as its first example prints them.
SEED_FIGURES = {
    "county-health-quarter": [
        "为期5天",
        "540余人",
        "23.3万人",
        "19565人",
        "3941人",
        "2222人",
        "前3名",
        "4家",
        "242534人次",
        "64.15%",
        "增加85934人次",
        "1518.20万元",
        "1236.11万元",
        "增加282.09万元",
        "27人",
        "2人",
        "5万元",
        "1万元",
        "82处",
        "1.2万人",
        "10余例",
        "50人",
        "4人",
        "720平方米",
        "近30万元",
        "建设项目3项",
        "争取项目3项",
    ],
    "patriotic-health-year": [
        "第25个爱国卫生月",
        "19次",
        "2万余人次",
        "示范社区2个",
        "9月20日至30日",
        "2个检查组",
        "10000户",
        "100%",
        "98.36%",
        "85.46%",
        "54处",
        "214份",
        "42.99%",
        "40万元",
        "25万元",
        "15万元",
        "近1000人",
        "3次",
        "150吨",
        "8000余万平方米",
        "7300公斤",
        "1800千米",
        "2000公斤",
        "11700公斤",
        "1860万平方米",
        "20000块",
        "1364个",
        "4726个",
        "15万余个",
        "9期",
        "886人次",
        "100题",
        "15万余人次",
        "46个",
        "4个工作组",
        "47.99%",
        "8个",
        "4次",
        "8000户",
    ],
    "mental-health-half-year": [
        "每月一次",
        "不少于4次",
        "4月7日",
        "10月10日",
        "全国助残日",
    ],
    "school-hygiene-brief": ["小扫2次", "大扫1次", "每周大扫1次", "专题课计划2次"],
    "school-hygiene-detailed": ["小扫2次", "大扫1次", "每周大扫1次", "专题课计划2次"],
    "school-environment-term": [
        "四个岗位",
        "清扫2次",
        "检查1次",
        "抽查1次",
        "文明教室、温馨寝室各1个",
    ],
    "clean-city-bureau-year": ["“门前三包”", "“四无”", "每周", "上缴创卫经费12000元"],
}
# What a seed says and its first example must not say any more.
SEED_MISTAKES = {
    "county-health-quarter": ["今本公共卫生"],
    "patriotic-health-year": ["20xx"],
    "mental-health-half-year": ["精神病人", "影像"],
    "school-hygiene-detailed": ["礼貌班"],
    "clean-city-bureau-year": ["五包"],
}


def first_example(archetype: str) -> Document:
    return document(LIBRARY.archetypes[archetype].examples[0])


# --- archetypes and sections ---


def test_the_seven_archetypes_are_there() -> None:
    assert set(ARCHETYPES) >= SEED_FIGURES.keys()


def test_sections_of_all_six_kinds_are_there() -> None:
    assert {section.role for section in LIBRARY.sections.values()} == ROLES


def test_there_are_fewer_snippets_than_sections() -> None:
    uses = sum(len(archetype.entries) for archetype in LIBRARY.archetypes.values())
    assert len(LIBRARY.sections) < uses


def test_both_forms_of_school_hygiene_share_their_snippets() -> None:
    brief, detailed = (LIBRARY.archetypes[f"school-hygiene-{f}"] for f in ("brief", "detailed"))
    shared = {entry.use for entry in detailed.entries} - {
        "requests"
    }  # a brief one is for the school
    assert {entry.use for entry in brief.entries} == shared
    assert (brief.form, detailed.form) == ("brief", "detailed")
    assert set(LIBRARY.facts_of(brief).entered()) < set(LIBRARY.facts_of(detailed).entered())


# --- the maintainers' guide ---

MAINTAINING = ROOT / "docs" / "maintaining"
GUIDE = (MAINTAINING / "new-archetype.md").read_text("utf-8")
SPELLED = {kind: re.findall(f"```{kind}\n(.*?)```", GUIDE, re.DOTALL) for kind in ("yaml", "jinja")}


def read_guide(start: str, report: Report) -> Mapping:
    """Return the example of the guide whose first comment says so."""
    (text,) = (text for text in SPELLED["yaml"] if text.startswith(f"# {start}"))
    node = parse_yaml(text, "guide", report)
    assert node, report.errors
    return node


def test_the_examples_of_the_guide_are_right() -> None:
    report = Report()
    load_model(Archetype, read_guide("The yearly summary", report), report, id="x")
    section = load_model(Section, read_guide("The section on", report), report, id="x")
    facts = load_model(VocabularyFile, read_guide("Facts on", report), report)
    cases = load_model(CasesFile, read_guide("What the summary", report), report)
    assert section
    assert facts
    assert cases
    specs = LIBRARY.facts | facts.facts
    (template,) = SPELLED["jinja"]
    reading = check_template(template, "guide", specs, make_environment(), report)
    assert reading.tree
    assert names_in(reading.tree, specs) == ("period", "visited", "visit_rate", "findings")
    for form in loaded_template(reading.tree, specs).forms.values():
        assert [place.title for place in form.places] == section.item_names
    entered = read_guide("A fictional station", report).get("facts")
    assert isinstance(entered, Mapping)
    reader = EntryReader({n: s for n, s in specs.items() if n in entered.entries}, specs, report)
    reader.read(Mapping(entered.place, {n: e for n, e in entered.entries.items() if n in specs}))
    assert report.problems == []


LANGUAGE = (MAINTAINING / "templates.md").read_text("utf-8")


@pytest.mark.parametrize("example", re.findall("```jinja\n(.*?)```", LANGUAGE, re.DOTALL))
def test_the_examples_of_the_language_are_right(example: str) -> None:
    report = Report()
    checked = check_template(example, "guide", LIBRARY.facts, make_environment(), report)
    check_titles(example, "guide", report)
    assert report.problems == []
    assert checked.tree
    for form in loaded_template(checked.tree, LIBRARY.facts).forms.values():
        check_ends(example, "guide", form.body, report)
    assert report.problems == []
