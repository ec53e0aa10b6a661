"""What each form of a summary has of a template: the branches it takes, and the facts in them."""

from __future__ import annotations

import io
import json
from random import Random
from typing import TYPE_CHECKING, get_args

import openpyxl
import pytest

from macros.document.document import fact_of
from macros.exchange.facts_file_writer import FactsFile
from macros.exchange.sheet_writer import as_sheet
from macros.library.compose import compose
from macros.library.loader import load
from macros.schema.archetypes import Form
from macros.site.browser_data import browser_data
from macros.templating.compiler import compile_tree
from macros.templating.environment import make_environment
from macros.templating.form_branches import names_in, tree_for_form
from tests.differential.engine import python_reads
from tests.differential.random_facts import facts
from tests.support.project import SMALL
from tests.support.real import ARCHETYPES, LIBRARY, each

if TYPE_CHECKING:
    from collections.abc import Iterable

    from macros.document.document import Block
    from macros.facts.entries import Entries
    from macros.schema.archetypes import Archetype
    from macros.templating.compiler import Body

SPECS = load(SMALL)[0].facts
ENVIRONMENT = make_environment()
ROUNDS = 300

# Each template, and what the brief and the detailed form have of it.
DECIDED = [
    ("甲{{ org }}", "甲{{ org }}", "甲{{ org }}"),
    ("{% if detailed %}甲{% endif %}", "", "甲"),
    ("{% if not detailed %}甲{% endif %}", "甲", ""),
    ("{% if detailed %}甲{% else %}乙{% endif %}", "乙", "甲"),
    (
        "{% if detailed and known(remark) %}{{ remark }}{% else %}乙{% endif %}",
        "乙",
        "{% if known(remark) %}{{ remark }}{% else %}乙{% endif %}",
    ),
    (
        "{% if known(remark) and not detailed %}{{ remark }}{% endif %}",
        "{% if known(remark) %}{{ remark }}{% endif %}",
        "",
    ),
    ("{% if detailed or known(org) %}甲{% endif %}", "{% if known(org) %}甲{% endif %}", "甲"),
    (
        "{% if not (detailed and rises(paid)) %}甲{% endif %}",
        "甲",
        "{% if not rises(paid) %}甲{% endif %}",
    ),
    (
        "{% if known(org) and (detailed or zero(paid)) %}甲{% endif %}",
        "{% if known(org) and zero(paid) %}甲{% endif %}",
        "{% if known(org) %}甲{% endif %}",
    ),
    (
        "{% if zero(paid) %}甲{% elif detailed %}乙{% elif known(org) %}丙{% else %}丁{% endif %}",
        "{% if zero(paid) %}甲{% elif known(org) %}丙{% else %}丁{% endif %}",
        "{% if zero(paid) %}甲{% else %}乙{% endif %}",
    ),
    (
        "{% if detailed %}甲{% elif known(remark) %}乙{% endif %}",
        "{% if known(remark) %}乙{% endif %}",
        "甲",
    ),
    (
        "{% for t in towns %}{{ t.name }}{% if detailed %}甲{% endif %}{% endfor %}",
        "{% for t in towns %}{{ t.name }}{% endfor %}",
        "{% for t in towns %}{{ t.name }}甲{% endfor %}",
    ),
    # what is left says nothing, so nobody is asked for it
    (
        "{% if known(remark) %}{% if detailed %}{{ remark }}{% endif %}{% endif %}",
        "",
        "{% if known(remark) %}{{ remark }}{% endif %}",
    ),
    (
        "{% if zero(paid) %}甲{% elif known(remark) %}{% if detailed %}乙{% endif %}{% endif %}",
        "{% if zero(paid) %}甲{% endif %}",
        "{% if zero(paid) %}甲{% elif known(remark) %}乙{% endif %}",
    ),
    (
        "{% if zero(paid) %}{% if detailed %}甲{% endif %}{% else %}乙{% endif %}",
        "{% if zero(paid) %}{% else %}乙{% endif %}",
        "{% if zero(paid) %}甲{% else %}乙{% endif %}",
    ),
    (
        "{% for t in towns %}{% if detailed %}{{ t.name }}{% endif %}{% endfor %}",
        "",
        "{% for t in towns %}{{ t.name }}{% endfor %}",
    ),
]


def of(source: str, form: Form) -> Body:
    """Return what the form has of a template."""
    return compile_tree(tree_for_form(ENVIRONMENT.parse(source), form))


@pytest.mark.parametrize(("source", "brief", "detailed"), DECIDED)
def test_a_form_takes_its_branches(source: str, brief: str, detailed: str) -> None:
    assert of(source, "brief") == of(brief, "brief")
    assert of(source, "detailed") == of(detailed, "detailed")


def test_the_facts_of_a_template_are_read_off_it_in_order() -> None:
    source = "{{ paid }}{% if known(remark) %}{{ org }}{% endif %}{{ paid }}{{ towns|listed }}"
    assert names_in(ENVIRONMENT.parse(source), SPECS) == ("paid", "remark", "org", "towns")


def test_no_template_asks_for_the_form_when_it_is_rendered() -> None:
    for template in (*LIBRARY.templates.values(), *LIBRARY.frame.values()):
        for form in get_args(Form):
            assert "detailed" not in json.dumps(template.forms[form].body)


# --- the real archetypes ---


def given(archetype: Archetype, random: Random) -> Entries:
    """Return random facts; no record cites a figure, for that would show any."""
    names, entered = LIBRARY.facts_of(archetype).available, LIBRARY.facts_of(archetype).entered()
    specs = {name: LIBRARY.facts[name] for name in names}
    entries, _ = python_reads(LIBRARY.facts_of(archetype), facts(random, specs, entered, 0.95))
    for rows in entries.values():
        for row in rows if isinstance(rows, list) else ():
            row.pop("figure", None)
    return entries


def printed(blocks: Iterable[Block]) -> set[str]:
    """Return the facts that the text prints as they were given."""
    runs = (run for block in blocks for run in block.all_runs if not run.formula and not run.blank)
    return {fact_of(path) for run in runs for path in run.facts}


@pytest.mark.slow
@pytest.mark.parametrize("name", ARCHETYPES)
def test_an_archetype_asks_for_no_fact_that_its_text_cannot_show(name: str) -> None:
    """Leave facts that are not printed out one by one: each makes a difference to some text."""
    archetype, random = LIBRARY.archetypes[name], Random(name)  # noqa: S311 - for a test
    idle = set(LIBRARY.facts_of(archetype).entered())
    for _ in range(ROUNDS):
        if not idle:
            break
        entries = given(archetype, random)
        whole = compose(LIBRARY, archetype, entries).blocks
        idle -= printed(whole)
        for fact in idle & entries.keys():
            others = {name: entry for name, entry in entries.items() if name != fact}
            if compose(LIBRARY, archetype, others).blocks != whole:
                idle.remove(fact)
    own = {"last_period"} if archetype.open else set()  # what own facts are compared with
    assert idle <= own


@pytest.mark.parametrize("name", each(ARCHETYPES))
def test_the_page_and_the_sheet_ask_for_the_facts_of_the_form(name: str) -> None:
    archetype = LIBRARY.archetypes[name]
    entered = set(LIBRARY.facts_of(archetype).entered())
    page = browser_data(LIBRARY, archetype)
    templates = [*page["frame"].values(), *page["sections"].values()]
    assert {fact for template in templates for fact in template["entered"]} == entered
    book = openpyxl.load_workbook(io.BytesIO(as_sheet(FactsFile(name), LIBRARY)))
    first = {row[0] for sheet in book for row in sheet.iter_rows(values_only=True)}
    assert first & LIBRARY.facts.keys() == entered
