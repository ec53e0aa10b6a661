"""The table of figures: as the text has them, as an attachment."""

from __future__ import annotations

import pytest

from macros.appendix import figure_lines, with_appendix
from tests.unit.real import LIBRARY, OFFICES, document

QINGHE = "qinghe-county-2013q1"


def test_the_attachment_is_noted_under_the_text_and_stands_on_a_page_of_its_own() -> None:
    made = with_appendix(document(QINGHE), LIBRARY, LIBRARY.offices[QINGHE])
    kinds = [block.type for block in made.blocks]
    assert kinds[-6:] == ["attachment", "signature", "date", "appendix", "caption", "table"]
    text = made.as_text()
    assert "\n\n　　附件：主要指标表\n\n" in text
    assert "\n\n附件\n\n主要指标表\n\n指标\t本期\t上年同期\t增减\n" in text


@pytest.mark.parametrize("office", OFFICES)
def test_its_figures_are_those_of_the_text(office: str) -> None:
    lines = {line.label: line for line in figure_lines(LIBRARY, LIBRARY.offices[office])}
    runs = [run for block in document(office).blocks for run in block.runs]
    plain = [run for run in runs if len(run.facts) == 1 and not run.formula]
    told = [(LIBRARY.facts.get(run.facts[0].removesuffix(".now")), run.text) for run in plain]
    for spec, text in told:
        if spec and spec.label in lines and text != spec.label and text.endswith(spec.unit or "%"):
            assert text.endswith(lines[spec.label].now)
    assert lines


def test_a_figure_without_an_earlier_one_says_so() -> None:
    name = "nanwan-middle-2025-2026t1"
    table = with_appendix(document(name), LIBRARY, LIBRARY.offices[name]).blocks[-1]
    assert all(len(row) == len(table.rows[0]) for row in table.rows)
    assert any(row[2:] == ("—", "—") for row in table.rows[1:])
