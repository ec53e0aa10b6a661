"""A facts file of the miniature project with content of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.support.project import OFFICE

if TYPE_CHECKING:
    from tests.support.project import Project

OWN = """\
schema: 2
archetype: water-quarter
name: 甲县
outline:
  - {use: water, heading: 2026年用水}
  - {own: own-union}
  - {use: problems}
  - heading: 其他
    sections: [{use: plans}]
skip:
  water: [监测]
order:
  water: [备注, taps]
own:
  facts:
    own_taps: {label: 水龙头, type: count, unit: 个, series: [last]}
  sections:
    own-union:
      name: 工会工作
      text: |
        + 走访慰问。走访3户，检修水龙头{{ own_taps }}，{{ compared(own_taps) }}。
        {{ table(own_taps) }}
  items:
    water:
      - {id: taps, after: 监测, title: 检修水龙头, text: "检修{{ own_taps }}，合12.5%，防H7N9。"}
  texts:
    water: {备注: "{{ work }}工作共2处。"}
marks:
  emphasis: {water/备注: 重点}
facts:
"""


def with_own(project: Project, own: str, figures: str) -> Project:
    """Return the project with own.yml: content of its own, the example's facts and more figures."""
    facts = project.read(OFFICE).partition("facts:\n")[2].replace("某县", "甲县")
    project.write("own.yml", own + facts + figures)
    return project
