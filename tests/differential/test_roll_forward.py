"""Rolling forward gives the same draft and finds the same words in both languages."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from random import Random
from typing import TYPE_CHECKING, Any

import pytest

from macros.exchange.comparison import BASES, Base
from macros.exchange.facts_file_writer import as_json, written_content, written_facts
from macros.exchange.roll_forward import NextPeriod, roll_forward
from macros.figures.periods import Period, code
from macros.library.facts_file_reader import read_facts_file
from macros.library.old_period import words_of_old_period
from macros.library.summary import summary_of
from macros.site.browser_data import browser_data, library_data
from macros.source.report import Report
from macros.source.yaml_reader import Mapping
from tests.differential.drafts import dumped
from tests.differential.engine import SEED, node_of
from tests.differential.test_content import draft
from tests.support.project import ROOT
from tests.support.real import ARCHETYPES, LIBRARY, OFFICES

if TYPE_CHECKING:
    from macros.facts.offices import Office
    from tests.differential.engine import Json

SCRIPT = ROOT / "browser" / "tests" / "exchange" / "roll_lines.js"
HALF = 0.5
OLD = "首季起步，3月、6月和上半年都有进展，2025年、2026年和第一学期以来"


def state(office: Office) -> Json:
    """Return what a draft in the browser holds of an office."""
    return {
        "facts": written_facts(office, LIBRARY),
        "without": list(office.without),
        "headings": office.headings,
        "content": written_content(office),
        "carried": [],
    }


def reread(data: Json) -> Office:
    """Return the office of a draft's data, whatever is wrong in its content."""
    report, node = Report(), node_of(texts(data))
    assert isinstance(node, Mapping)
    office = read_facts_file(node, "f", LIBRARY, report)
    assert office, report.problems
    return office


def as_written(content: Json) -> Json:
    """Return content with own facts as a file has them."""
    for spec in content.get("own", {}).get("facts", {}).values():
        for key in ("id", "topic", "range"):
            spec.pop(key, None)
        if spec["type"] in ("count", "amount", "decimal", "quotient"):
            spec.setdefault("unit", "")
    return content


def texts(data: Any) -> Any:
    """Return data with numbers and truths as the texts that a file has."""
    if isinstance(data, dict):
        return {key: texts(value) for key, value in data.items()}
    if isinstance(data, list):
        return [texts(value) for value in data]
    return data if isinstance(data, str) else json.dumps(data)


def changed(office: Office, facts: Json) -> Office:
    """Return an office with some other facts."""
    content = written_content(office)
    choices = {"without": list(office.without), "headings": office.headings}
    head = {"schema": "2", "archetype": office.archetype, **content}
    given = {} if "outline" in content else choices
    return reread({**head, **given, "facts": {**written_facts(office, LIBRARY), **facts}})


def expected(office: Office, begins: NextPeriod) -> Json:
    """Return the draft that Python makes for the next period, as roll_lines.js gives it."""
    file = roll_forward(LIBRARY, office, begins)
    data = json.loads(as_json(file))
    again = reread(data)
    words = words_of_old_period(summary_of(LIBRARY, again), again)
    found = [[one.where, list(one.words), one.key] for one in words]
    kept = {"facts": file.facts, "content": file.content, "carried": file.carried}
    return {**kept, "without": file.without, "headings": file.headings, "words": found}


class Asked:
    """Questions for Node, each with what Python gives."""

    def __init__(self, archetype: str) -> None:
        """Begin with what a page knows: the archetype and the library."""
        self.archetype = LIBRARY.archetypes[archetype]
        self.lines: list[Json] = [{"define": library_data(LIBRARY, self.archetype.form)}]
        self.data = browser_data(LIBRARY, self.archetype)
        self.expected: list[Json] = []

    def ask(self, office: Office, base: Base, source: Office | None, *, reports: bool) -> None:
        begins = {"base": base, "source": source and state(source), "reports": reports}
        self.lines.append({"archetype": self.data, "state": state(office), "begins": begins})
        self.expected.append(expected(office, NextPeriod(base, source, reports)))

    def compare(self) -> None:
        """Ask Node, and compare each answer."""
        asked = "".join(json.dumps(line) + "\n" for line in self.lines)
        node = shutil.which("node") or "node"
        done = subprocess.run(
            [node, str(SCRIPT)], input=asked, capture_output=True, encoding="utf-8", check=False
        )
        assert done.returncode == 0, done.stderr
        answers = [json.loads(line) for line in done.stdout.split("\n") if line]
        assert len(answers) == len(self.expected)
        for answer, told in zip(answers, self.expected, strict=True):
            assert answer == told


@pytest.mark.parametrize("name", OFFICES)
def test_examples(name: str) -> None:
    office = LIBRARY.offices[name]
    asked = Asked(office.archetype)
    period = office.entries["period"]
    assert isinstance(period, Period)
    ago = changed(office, {"period": code(period.following.year_before), "last_period": ""})
    worded = changed(office, {"work": OLD, "problems": [{"title": OLD, "detail": OLD}]})
    for base in BASES:
        asked.ask(office, base, None, reports=True)
        asked.ask(office, base, None, reports=False)
        asked.ask(worded, base, ago, reports=True)
    asked.compare()


@pytest.mark.parametrize("name", OFFICES)
def test_figures_of_sections_left_out(name: str) -> None:
    office = LIBRARY.offices[name]
    entries = LIBRARY.archetypes[office.archetype].entries
    optional = tuple(entry.use for entry in entries if entry.optional and entry.use)
    asked = Asked(office.archetype)
    asked.ask(replace(office, without=optional), "previous", None, reports=False)
    asked.compare()


@pytest.mark.parametrize("name", ARCHETYPES)
def test_random_content(name: str) -> None:
    random, asked = Random(f"{name} {SEED}"), Asked(name)
    for _ in range(8):
        given, content = draft(random, asked.archetype)
        head = {"schema": "2", "archetype": name, **as_written(dumped(content))}
        office = reread({**head, "facts": {**given, "period": "2026Q1"}})
        asked.ask(office, random.choice(BASES), None, reports=random.random() < HALF)
    asked.compare()
