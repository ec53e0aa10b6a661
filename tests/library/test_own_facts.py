"""What a facts file brings of its own figures, from the file to the text: quotients, rates, dates."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from macros.library.office_reader import read_facts_file

from macros.facts.consistency import check_consistency
from macros.library.compose import compose
from macros.library.loader import load
from macros.library.summary import Summary
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml
from tests.support.project import SMALL

if TYPE_CHECKING:
    from macros.document.document import Document
    from macros.facts.offices import Office

LIBRARY = load(SMALL)[0]
HEAD = "schema: 2\narchetype: water-quarter\n"
OWN = """own:
  facts:
    own_days: {label: 住院天数, type: count, unit: 日, series: [last]}
    own_people: {label: 出院人数, type: count, unit: 人, series: [last]}
    own_stay:
      label: 平均住院日
      type: quotient
      numerator: own_days
      denominator: own_people
      unit: 日
      decimals: 1
      better: lower
  sections:
    own-stay: {name: 住院, text: "平均住院日{{ own_stay }}，{{ compared(own_stay) }}。\\n\
{{ table(own_stay, own_days) }}"}
outline: [{use: water}, {use: problems}, {own: own-stay}]
"""
FACTS = """facts:
  period: 2026Q3
  last_period: 2025Q3
  own_days: {now: 612, last: 700}
  own_people: {now: 80, last: 87}
"""


def read(text: str) -> tuple[Office, list[str]]:
    """Return the office of a facts file, and what is wrong with it."""
    report = Report()
    node = parse_yaml(HEAD + text, "f.yml", report)
    office = node and read_facts_file(node, "f", LIBRARY, report)
    assert office
    archetype = LIBRARY.archetypes[office.archetype]
    check_consistency(office, Summary(LIBRARY, archetype, office.choices).facts, report)
    return office, [str(problem).removeprefix("f.yml:") for problem in report.errors]


def written(text: str) -> Document:
    """Return the document of a facts file in which nothing is wrong."""
    office, problems = read(text)
    assert problems == []
    archetype = LIBRARY.archetypes[office.archetype]
    return compose(LIBRARY, archetype, office.entries, office.choices)


def test_a_quotient_of_ones_own_is_computed_compared_and_put_in_a_table() -> None:
    text = written(OWN + FACTS).as_text()
    assert "平均住院日7.7日，比上年同期下降0.3日，降幅3.75%。" in text
    assert "平均住院日\t日\t7.7\t8\t下降0.3" in text


@pytest.mark.parametrize(
    ("whole", "said"),
    [
        ("", "（截至9月25日）"),
        ("  as_of: 2026-09-30\n", "（截至9月25日）"),
        ("  as_of: 2026-09-25\n", ""),
    ],
)
def test_a_figure_with_its_own_date_says_it_where_it_is_only_stated(whole: str, said: str) -> None:
    own = OWN.replace(
        "own_days: {label", "as_of: {label: 数据截至, type: date}\n    own_days: {label"
    )
    own = own.replace("    as_of: {label: 数据截至, type: date}\n", "") if not whole else own
    del own
    office, _ = read(OWN + "marks: {as_of: {own_stay: 2026-09-25}}\n" + FACTS)
    archetype = LIBRARY.archetypes[office.archetype]
    report = Report()
    node = parse_yaml(whole.strip() or "{}", "f.yml", report)
    assert node
    text = compose(LIBRARY, archetype, office.entries, office.choices).as_text()
    assert "平均住院日7.7日（截至9月25日），比上年同期下降0.3日" in text
    assert "平均住院日（截至9月25日）\t日\t7.7" in text
    assert said is not None
