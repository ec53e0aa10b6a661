"""Figures of one unit in one sentence are related, or said not to be."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from macros.site.project_checks import check

if TYPE_CHECKING:
    from tests.support.project import Project

FACTS, WATER = "data/facts/common.yml", "templates/sections/water.j2"
PUMPS = "  pumps: {label: 水泵, type: count, unit: 份, range: [0, 9], hint: 台账%s}\n"
REMARK = "“水样”（samples）和“水泵”（pumps）在一句里，单位相同，没有说明怎样相关"


def test_it_says_where_to_write_what(small: Project) -> None:
    remarks(small, "", ONE)
    (found,) = [p for p in check(small.root)[1].warnings if p.what == REMARK]
    lines = small.read(FACTS).splitlines()
    assert lines[found.place.line - 1].startswith("  pumps:")
    assert "在 pumps 里写" in found.expected
    assert "unrelated: samples" in found.expected
    assert "在 pumps 那一行的“无关”栏写 samples" in found.expected


def remarks(small: Project, relation: str, sentence: str) -> list[str]:
    small.replace(FACTS, "facts:\n", "facts:\n" + PUMPS % relation)
    small.replace(WATER, "检测{{ samples }}，", sentence)
    found = check(small.root)[1].warnings
    return [problem.what for problem in found if "没有说明怎样相关" in problem.what]


ONE, TWO = "检测{{ samples }}，水泵{{ pumps }}，", "检测{{ samples }}。水泵{{ pumps }}。抽查"


def test_a_pair_is_reported_at_the_later_fact(small: Project) -> None:
    assert REMARK in remarks(small, "", ONE)


@pytest.mark.parametrize("key", ["part_of", "at_most", "unrelated"])
def test_a_pair_that_is_related_is_not(small: Project, key: str) -> None:
    assert REMARK not in remarks(small, f", {key}: samples", ONE)


def test_figures_of_two_sentences_are_no_pair(small: Project) -> None:
    assert REMARK not in remarks(small, "", TWO)


def test_the_pairs_of_one_fact_are_one_remark(small: Project) -> None:
    sentence = "检测{{ samples }}，合格{{ passed }}，水泵{{ pumps }}，"
    (found,) = [what for what in remarks(small, "", sentence) if "水泵" in what]
    assert found.startswith("“合格水样”（passed）、“水样”（samples）和“水泵”（pumps）在一句里")
