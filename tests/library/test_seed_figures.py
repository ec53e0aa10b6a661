"""The figures of the seven texts that the project began with: no example, no advice repeats one."""

from __future__ import annotations

import re

import pytest

from tests.support.project import ROOT
from tests.support.real import LIBRARY, OFFICES, document

# A figure as it is written; neither a part of a longer one nor of a name such as H7N9.
FIGURE = re.compile(r"(?<![\d.A-Za-z])\d+(?:\.\d+)?(?!\.?\d|[A-Za-z])")
# Those with three digits or more, or with decimals; the years and the ordinals that follow from a
# year, as the 25th month of 2013, are everybody's.
COUNTY = "23.3 19565 3941 2222 242534 85934 64.15 1518.20 1518.2 1236.11 282.09 540 720 1.2"
CITY = "10000 8000 2000 1000 100 85.46 42.99 214 150 7300 1800 11700 1860 20000 1364 4726 886"
# What follows from them: visits a year before, the insured, growths, yuan a visit, the city's plan.
FOLLOWING = "156600 378073 54.87 22.82 62.60 62.6 47.99"
SEED = {*COUNTY.split(), *CITY.split(), *FOLLOWING.split()}
ROUND = re.compile(r"[1-9]0+")  # said of anything: 100%, 2000份
TELLING = {figure for figure in SEED if len(figure.strip("0").replace(".", "")) > 2}
# What each text says by small or round figures; one or two are chance, several give it away.
SAID = {
    "county-health-quarter": (
        "5天 540余人 前3名 4家 5万元 27人 82处 1.2万人 10余例 50人 720平方米 近30万元 100余万元"
    ),
    "patriotic-health-year": (
        "19次 2万余人次 9月20日至30日 2个检查组 10000户 54处 40万元 25万元 15万元 近1000人 2000幅"
        " 150吨 8000余万平方米 1800千米 2000公斤 20000块 10月24日至28日 100人 15万余个 9期"
        " 100题 15万余人次 46个 4个工作组 8000户"
    ),
    "mental-health-half-year": "不少于4次 每年4次",
    "school-hygiene-brief": "小扫2次 每节课后小扫1次 每周大扫1次 按计划开展2次",
    "school-hygiene-detailed": "小扫2次 每节课后小扫1次 每周大扫1次 按计划开展2次",
    "school-environment-term": "清扫2次 检查1次 抽查1次",
}
BY_CHANCE = 3  # in an example of another kind
WRITTEN = [
    *(path for path in (ROOT / "data").rglob("*.yml") if path.parent.name != "offices"),
    *(ROOT / "docs").rglob("*.md"),
]


@pytest.mark.parametrize("office", OFFICES)
def test_an_example_has_none_of_them(office: str) -> None:
    entered = (ROOT / "data" / "offices" / f"{office}.yml").read_text("utf-8")
    written = set(FIGURE.findall(f"{entered}\n{document(office).as_text()}"))
    found = [figure for figure in written & SEED if not ROUND.fullmatch(figure)]
    began_with_a_text = LIBRARY.offices[office].archetype in SAID
    assert len(found) <= (0 if began_with_a_text else BY_CHANCE), found


@pytest.mark.parametrize("archetype", SAID)
def test_small_figures_are_not_together_those_of_the_text_either(archetype: str) -> None:
    for office in LIBRARY.archetypes[archetype].examples:
        text = document(office).as_text()
        found = [said for said in SAID[archetype].split() if re.search(rf"(?<![\d.]){said}", text)]
        assert len(found) <= 2, found


def test_nothing_that_is_advised_or_explained_repeats_them() -> None:
    found = {path.name: set(FIGURE.findall(path.read_text("utf-8"))) & TELLING for path in WRITTEN}
    assert {name: figures for name, figures in found.items() if figures} == {}
