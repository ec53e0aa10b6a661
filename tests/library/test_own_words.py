"""A record of a list that says its matter in own words: what it prints, and what is told of it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from macros.cli.common import read_facts
from macros.cli.render_options import print_warnings
from macros.library.compose import compose
from macros.source.report import ProblemsFoundError
from tests.differential.engine import python_checks
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from pathlib import Path

    from macros.document.document import Document

ARCHETYPE = LIBRARY.archetypes["county-health-quarter"]
HEALTH = {"residents": {"now": "43.8"}, "records": {"now": "23.3"}}


def document(text: str, **facts: Any) -> Document:
    plans = [
        {"title": "改善饮水", "text": text},
        {"title": "乙", "measures": "丙", "due": "年底前"},
    ]
    office, problems = python_checks(LIBRARY, ARCHETYPE, {"plans": plans, **facts})
    assert problems == []
    return compose(LIBRARY, ARCHETYPE, office.entries)


def plans(made: Document) -> list[str]:
    """Return the blocks of the section of plans, without its heading."""
    return [block.text for block in made.blocks if block.section == "plans"][1:]


def test_a_line_is_a_paragraph_in_which_no_mark_is_read() -> None:
    made = document("+ 甲，\n# 乙。\n\n丙。", **HEALTH)
    first, *others = plans(made)
    assert first.endswith("改善饮水。+ 甲，")
    assert [text.strip("\u3000") for text in others[:2]] == ["# 乙。", "丙。"]
    assert len(others) == 3


def test_figures_are_computed_and_their_facts_are_used() -> None:
    made = document("{{ records_rate }}", **HEALTH)
    runs = [run for block in made.blocks if block.section == "plans" for run in block.all_runs]
    assert ("53.20%", "23.3万 ÷ 43.8万 = 53.20%") in [(run.text, run.formula) for run in runs]
    assert not {"records", "residents", "plans"} & set(made.unused)


def test_blanks_count() -> None:
    before, typed, missing = (
        document(text).blanks for text in ("甲。", "甲＿＿，＿＿。", "{{ residents }}")
    )
    assert (typed - before, missing - before) == (2, 1)


def test_a_table_may_stand_in_own_words() -> None:
    made = document("甲。\n{{ table(residents) }}\n乙。", **HEALTH)
    kinds = [block.type for block in made.blocks if block.section == "plans"]
    assert kinds[1:] == ["paragraph", "table", "paragraph", "paragraph"]


FILE = """\
archetype: county-health-quarter
facts:
  plans:
    - title: 甲
      text: |
        监测{{ residents }}，
        合格{{ record }}，{{ own_x
    - {title: 乙, text: "共12份{{ 甲"}
"""


def test_mistakes_are_told_where_they_stand(tmp_path: Path) -> None:
    (tmp_path / "f.yml").write_text(FILE, "utf-8")
    with pytest.raises(ProblemsFoundError) as raised:
        read_facts(tmp_path / "f.yml", LIBRARY)
    said = [str(problem).rpartition("f.yml:")[2] for problem in raised.value.problems]
    assert said == [
        "7:11  没有“record”这个指标 · 是否想写：records",
        "7:24  “{{”没有结束 · 应为：“{{ 指标 }}”，写在同一行",
        "8:29  “{{”没有结束 · 应为：“{{ 指标 }}”，写在同一行",
    ]


def test_typed_numbers_are_listed(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    whole = FILE.replace("{{ own_x", "").replace("{{ record }}", "").replace("{{ 甲", "")
    (tmp_path / "f.yml").write_text(whole, "utf-8")
    office = read_facts(tmp_path / "f.yml", LIBRARY)
    print_warnings(compose(LIBRARY, ARCHETYPE, office.entries), office, LIBRARY)
    assert "手写的数字1处：下一步打算第2条“12”。" in capsys.readouterr().err
