"""The weight of a section's places: what comes first, and what is said in one sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from macros.library.compose import compose
from macros.schema.facts_files import Content
from tests.support.real import LIBRARY, said

COUNTY = "qinghe-county-2013q1"
SERVICES = "public-health-services"
WHOLE = ["培训基层人员", "核查健康档案", "推进重点服务"]
# the opening has its change
SHORT = said(COUNTY, "推进重点服务，居民健康档案建档率{{ records_rate }}。")


def items(emphasis: dict[str, str], form: str = "detailed", **content: object) -> list[str]:
    """Return the paragraphs of the section, with the county's facts."""
    office = LIBRARY.offices[COUNTY]
    data = {"marks": {"emphasis": {f"{SERVICES}/{k}": v for k, v in emphasis.items()}}, **content}
    choices = replace(office.choices, content=Content.model_validate(data))
    archetype = LIBRARY.archetypes[office.archetype].model_copy(update={"form": form})
    document = compose(LIBRARY, archetype, office.entries, choices)
    assert not document.draft
    return [b.text for b in document.blocks if b.section == SERVICES and b.type == "paragraph"]


def titles(paragraphs: list[str]) -> list[str]:
    return [text.split("。")[0] for text in paragraphs]


def test_what_is_marked_comes_first_and_an_order_comes_later() -> None:
    assert titles(items({})) == WHOLE
    marked = items({"推进重点服务": "重点"})
    assert titles(marked) == [WHOLE[2], *WHOLE[:2]]
    assert marked[0] == items({})[2]
    order = {SERVICES: ["核查健康档案"]}
    assert titles(items({"推进重点服务": "重点"}, order=order)) == [WHOLE[1], WHOLE[2], WHOLE[0]]


def test_an_own_item_comes_first() -> None:
    item = {"id": "i1", "after": "核查健康档案", "title": "义诊", "text": "甲。"}
    marked = items({"i1": "重点"}, own={"items": {SERVICES: [item]}})
    assert titles(marked) == ["义诊", *WHOLE]


def test_a_place_in_short_is_one_numbered_sentence_of_its_main_figure() -> None:
    assert items({"推进重点服务": "略写"}) == [*items({})[:2], SHORT]


def test_in_the_brief_form_it_is_a_sentence_too() -> None:
    assert SHORT in "".join(items({"推进重点服务": "略写"}, form="brief"))


def test_own_words_and_places_without_a_main_figure_stay_as_they_are() -> None:
    own = {"texts": {SERVICES: {"推进重点服务": "甲。"}}}
    assert items({"推进重点服务": "略写"}, own=own)[2] == "推进重点服务。甲。"
    assert items({"没有这一处": "略写", "核查健康档案": "次要"}) == items({})


@pytest.mark.parametrize(
    ("use", "place", "said"),
    [
        ("methods", "公开督查", "公开督查，没有黑榜单位。"),
        ("inspection", "定期检查", "定期检查50次，比上年增加4次。"),
        ("latrines", "改厕进展", "。农村卫生厕所普及率94.15%。"),
        (SERVICES, "培训基层人员", "培训基层人员，培训人数86人。"),
    ],
)
def test_the_sentence_is_plain(use: str, place: str, said: str) -> None:
    assert said in "\n".join(shortened(use, place))


def test_nothing_is_said_of_a_figure_that_need_not_be_given() -> None:
    office = LIBRARY.offices["baichuan-city-2025"]
    content = Content.model_validate({"marks": {"emphasis": {"model-creation/公益宣传": "略写"}}})
    entries = {k: v for k, v in office.entries.items() if k != "residents_asked"}
    choices = replace(office.choices, content=content)
    document = compose(LIBRARY, LIBRARY.archetypes[office.archetype], entries, choices)
    said = [block.text for block in document.blocks if block.section == "model-creation"]
    assert not any("公益宣传" in text or "＿" in text for text in said)


def shortened(use: str, place: str) -> list[str]:
    """Return what all examples say in a section, one place of which is short."""
    content = Content.model_validate({"marks": {"emphasis": {f"{use}/{place}": "略写"}}})
    found = []
    for office in LIBRARY.offices.values():
        choices = replace(office.choices, content=content)
        archetype = LIBRARY.archetypes[office.archetype]
        blocks = compose(LIBRARY, archetype, office.entries, choices).blocks
        found += [block.text for block in blocks if block.section == use]
    return found
