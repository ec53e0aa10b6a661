"""The table of figures: as the text has them, as an attachment."""

from __future__ import annotations

from itertools import pairwise

import pytest

from macros.output.appendix import figure_lines, with_appendix
from tests.support.real import LIBRARY, OFFICES, document, said

QINGHE = "qinghe-county-2013q1"


def test_the_attachment_is_noted_under_the_text_and_stands_on_a_page_of_its_own() -> None:
    made = with_appendix(document(QINGHE), LIBRARY, LIBRARY.offices[QINGHE])
    kinds = [block.type for block in made.blocks]
    assert kinds[-6:] == ["attachment", "signature", "date", "appendix", "caption", "table"]
    text = made.as_text()
    assert "\n\n　　附件：主要指标表\n\n" in text
    assert "\n\n附件\n\n主要指标表\n\n指标\t单位\t本期\t上年同期\t增减\n" in text


@pytest.mark.parametrize("office", OFFICES)
def test_its_figures_are_those_of_the_text(office: str) -> None:
    lines = {line.label: line for line in figure_lines(LIBRARY, LIBRARY.offices[office])}
    runs = [run for block in document(office).blocks for run in block.runs]
    plain = [run for run in runs if len(run.facts) == 1 and not run.formula]
    told = [(LIBRARY.facts.get(run.facts[0].removesuffix(".now")), run.text) for run in plain]
    for spec, text in told:
        if not any(map(str.isdigit, text)):
            continue  # 没有不合格项
        if spec and spec.label in lines and text != spec.label and text.endswith(spec.unit or "%"):
            assert text.endswith(lines[spec.label].now)
    assert lines


def rows(office: str) -> list[list[str]]:
    return with_appendix(document(office), LIBRARY, LIBRARY.offices[office]).blocks[-1].row_texts


@pytest.mark.parametrize("office", OFFICES)
def test_a_column_without_a_figure_is_left_out(office: str) -> None:
    head, *others = rows(office)
    assert head[:3] == ["指标", "单位", "本期"]
    for column, name in enumerate(head):
        assert any(row[column] != "—" for row in others), name
    assert all(len(row) == len(head) for row in others)


def test_a_plan_has_a_column_where_there_is_one() -> None:
    assert any("计划" in rows(office)[0] for office in OFFICES)
    assert "计划" not in rows(QINGHE)[0]


def test_a_figure_without_an_earlier_one_says_so() -> None:
    head, *others = rows(QINGHE)
    table = {row[0]: dict(zip(head, row, strict=True)) for row in others}
    assert table["乡镇卫生院外出培训人员"]["增减"] == "—"
    paid = table["报销金额"]
    now, change = said(QINGHE, "{{ paid|bare }}"), said(QINGHE, "{{ change(paid) }}")
    assert (paid["单位"], f"{paid['本期']}万") == ("万元", now)
    assert f"{paid['增减']}万元" == change


def test_rows_stand_in_the_order_of_the_text() -> None:
    text = document(QINGHE).as_text()
    lines = list(figure_lines(LIBRARY, LIBRARY.offices[QINGHE]))
    places = [text.index(line.now) for line in lines if text.count(line.now) == 1]
    later = sum(below > above for above, below in pairwise(places))
    assert later > 0.7 * len(places)  # a rate stands after its parts, wherever the text has it


def test_a_limit_is_no_figure_of_the_period() -> None:
    labels = {row[0] for office in OFFICES for row in rows(office)}
    assert not labels & {"最高支付限额", "大额报销起点", "达标线", "培训天数"}
    assert {"平均得分", "乡镇卫生院次均住院费用"} <= labels
