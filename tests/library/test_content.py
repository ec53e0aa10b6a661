"""The real content: what every archetype, section, template and example must keep to."""

from __future__ import annotations

import re

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
from tests.support.real import ARCHETYPES, LIBRARY

ROLES = {"依据", "做法", "数据", "成效", "问题", "打算"}

SEVEN = {
    "county-health-quarter",
    "patriotic-health-year",
    "mental-health-half-year",
    "school-hygiene-brief",
    "school-hygiene-detailed",
    "school-environment-term",
    "clean-city-bureau-year",
}


# --- archetypes and sections ---


def test_the_seven_archetypes_are_there() -> None:
    assert set(ARCHETYPES) >= SEVEN


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
