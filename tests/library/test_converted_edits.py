"""Paragraphs that drafts of schema 1 have edited by hand, read as content of one's own."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from macros.document.numbering import numbered
from macros.document.page_layout import DEFAULT_LAYOUT
from macros.exchange.facts_file_writer import FactsFile, as_json, written_facts
from macros.facts.entries import Number
from macros.library.compose import place_by_place
from macros.library.facts_file_reader import read_facts_file
from macros.library.office_documents import compose_office
from macros.library.summary import summary_of
from macros.source.encoding import json_as_yaml
from macros.source.report import Report
from macros.source.yaml_reader import parse_yaml
from tests.support.project import ROOT
from tests.support.real import LIBRARY, OFFICES, each
from tests.support.real import said as printed

if TYPE_CHECKING:
    from pathlib import Path

    from macros.document.document import Block
    from macros.facts.offices import Office


def read(data: dict[str, Any], report: Report) -> Office:
    text = json_as_yaml(json.dumps(data, ensure_ascii=False))
    node = parse_yaml(text, "draft.json", report)
    office = node and read_facts_file(node, "draft", LIBRARY, report)
    assert report.errors == []
    assert office
    return office


def draft(name: str, *edits: dict[str, Any]) -> dict[str, Any]:
    """Return an example office as a draft of schema 1 with these edits."""
    office = LIBRARY.offices[name]
    file = FactsFile(office.archetype, office.name, written_facts(office, LIBRARY))
    file.without, file.headings = list(office.without), office.headings
    return {**json.loads(as_json(file)), "schema": "1", "edits": list(edits)}


def edit(blocks: tuple[Block, ...], at: int, text: str) -> dict[str, Any]:
    """Return the edit that the page would have kept of a block, when there were no tables."""
    section = blocks[at].section or blocks[at].type
    before = [block for block in blocks[:at] if block.type != "table"]
    index = sum((block.section or block.type) == section for block in before)
    facts = sorted({path for run in blocks[at].runs for path in run.facts})
    made = {"section": section, "index": index, "generated": blocks[at].text}
    return {**made, "text": text, "facts": facts}


def said(block: Block) -> str:
    """Return what a block says; a table its names and figures (own words may ask for more)."""
    rows = (" | ".join("".join(run.text for run in cell) for cell in row[:3]) for row in block.rows)
    return "; ".join(rows) or block.text


FORMS = LIBRARY.layouts[DEFAULT_LAYOUT].parameters.numbers


def old(office: Office) -> tuple[Block, ...]:
    """Return the blocks of an office's text, with a paragraph for each place as it was then."""
    return numbered(place_by_place(summary_of(LIBRARY, office), office.entries).blocks, FORMS)


def shown(office: Office) -> list[tuple[str, str]]:
    return [(block.number, said(block)) for block in old(office)]


KINDS_THEN = {
    *("county-health-quarter", "mental-health-half-year", "patriotic-health-year"),
    *("school-hygiene-brief", "school-hygiene-detailed", "school-environment-term"),
    "clean-city-bureau-year",
}


def is_of_schema_1(office: Office) -> bool:
    content = office.content
    changed = content.outline or content.order or content.skip
    return office.archetype in KINDS_THEN and not changed


OLD = [name for name in OFFICES if is_of_schema_1(LIBRARY.offices[name])]


def in_digits(blocks: tuple[Block, ...]) -> set[str]:
    """Return the facts that a text states in digits; own words have no others."""
    runs = [run for block in blocks for run in block.runs if re.search("[0-9]", run.text)]
    return {re.split(r"[\[.]", path)[0] for run in runs for path in run.facts}


@pytest.mark.parametrize("name", each(OLD))
def test_every_paragraph_may_have_been_edited(name: str) -> None:
    blocks = old(LIBRARY.offices[name])
    added = {at: f"{b.text}另据了解。" for at, b in enumerate(blocks) if b.type == "paragraph"}
    report = Report()
    office = read(draft(name, *(edit(blocks, at, text) for at, text in added.items())), report)
    assert report.problems == []
    assert not in_digits(blocks) & set(compose_office(LIBRARY, office).unused)
    for at, (before, after) in enumerate(zip(blocks, old(office), strict=True)):
        if after.rows:  # without the rows whose figures the own words around it say
            assert [row for row in said(after).split("; ") if row not in said(before)] == []
        else:
            assert (after.number, said(after)) == (before.number, added.get(at, said(before)))


MANY_PARAGRAPHS = pytest.param("qinghe-county-2013q1", marks=pytest.mark.slow)


@pytest.mark.parametrize("name", [MANY_PARAGRAPHS, "yunxi-road-primary-2025-2026t2"])
def test_an_edited_paragraph_changes_no_other(name: str) -> None:
    blocks = old(LIBRARY.offices[name])
    for at, block in enumerate(blocks):
        if block.type == "paragraph" and block.section != "opening":  # which others refer to
            text = f"{block.text}另据了解。"
            office = read(draft(name, edit(blocks, at, text)), Report())
            meant = [(b.number, text if b is block else said(b)) for b in blocks]
            assert shown(office) == meant


COUNTY = "qinghe-county-2013q1"
BLOCKS = old(LIBRARY.offices[COUNTY])
UP, DOWN, VISITS = (
    printed(COUNTY, f"{{{{ {fact} }}}}") for fact in ("staff_up", "staff_down", "down_visits")
)


def of(start: str) -> int:
    """Return the index of the block that starts with these words."""
    return next(at for at, block in enumerate(BLOCKS) if block.text.startswith(start))


def test_figures_are_found_again_and_follow_what_is_filled_in() -> None:
    at = of("人员帮扶与培训")
    told = f"选送{UP}参加培训，共接诊{VISITS}、5次义诊，另有{DOWN}，约150人。"
    text = f"人员帮扶与培训。乡镇卫生院{told}"
    data = draft(COUNTY, edit(BLOCKS, at, text))
    office = read(data, Report())
    assert office.content.own.texts["capacity"] == {
        "人员帮扶与培训": "乡镇卫生院选送{{ staff_up }}参加培训，共接诊{{ down_visits }}、5次义诊，"
        "另有{{ staff_down }}，约150人。"
    }
    seven = replace(office, entries={**office.entries, "staff_up": Number(Decimal(7))})
    assert ("（一）", text.replace(f"选送{UP}", "选送7人")) in shown(seven)


def test_figures_that_have_changed_since_the_edit_are_told() -> None:
    at = of("人员帮扶与培训")
    data = draft(COUNTY, edit(BLOCKS, at, f"人员帮扶与培训。选送{UP}，下派{DOWN}。"))
    data["facts"]["staff_up"] = "7"
    report = Report()
    office = read(data, report)
    texts = office.content.own.texts["capacity"]
    assert texts == {"人员帮扶与培训": f"选送{UP}，下派{{{{ staff_down }}}}。"}
    (told,) = report.warnings
    assert told.what.startswith("网页上改过这一段以后，指标或范本又改了：“人员帮扶与培训。")


def test_an_edited_title_becomes_an_own_item_in_its_place() -> None:
    at = of("核查健康档案")
    text = BLOCKS[at].text.replace("核查健康档案。", "抽查健康档案。", 1)
    office = read(draft(COUNTY, edit(BLOCKS, at, text)), Report())
    assert office.content.skip == {"public-health-services": ["核查健康档案"]}
    (item,) = office.content.own.items["public-health-services"]
    assert (item.after, item.title) == ("核查健康档案", "抽查健康档案")
    assert shown(office) == [(b.number, text if b is BLOCKS[at] else said(b)) for b in BLOCKS]


def test_edited_headings_become_headings() -> None:
    at = of("服务能力建设")
    office = read(draft(COUNTY, edit(BLOCKS, at, "能力建设")), Report())
    assert office.headings == {**LIBRARY.offices[COUNTY].headings, "capacity": "能力建设"}


UNPLACED = "网页上手工改过的这一段放不回原处：“{}”"


@pytest.mark.parametrize(
    ("start", "text", "told"),
    [
        ("服务能力建设", "一、能力", UNPLACED.format("一、能力")),
        ("培训基层人员", "写{{ 在这里", UNPLACED.format("写{{ 在这里")),
        ("部分卫生院控费不严", "没有句号", UNPLACED.format("没有句号")),
    ],
)
def test_what_cannot_be_said_is_told_and_kept(start: str, text: str, told: str) -> None:
    report = Report()
    office = read(draft(COUNTY, edit(BLOCKS, of(start), text)), report)
    assert [problem.what for problem in report.problems] == [told]
    assert [words.text for words in office.content.marks.unplaced] == [text]
    assert office.content.own == LIBRARY.offices[COUNTY].content.own
    assert shown(office) == [(b.number, said(b)) for b in BLOCKS]


def test_edited_words_of_the_frame_stay_there() -> None:
    words = {0: "青禾县卫生局2013年第一季度总结", -2: "另一个局", -1: "四月八日"}
    edits = [edit(BLOCKS, at % len(BLOCKS), text) for at, text in words.items()]
    report = Report()
    office = read(draft(COUNTY, *edits), report)
    assert report.problems == []
    texts = office.content.own.texts["frame"]
    assert texts["signature"] == "另一个局"
    assert "{{" in texts["title"]
    assert [shown(office)[at][1] for at in words] == list(words.values())


def test_an_edit_whose_paragraph_is_gone_is_told() -> None:
    gone = {"section": "capacity", "index": "9", "generated": "没有了。", "text": "改过。"}
    report = Report()
    read(draft(COUNTY, gone, {"section": "no-such", "text": "甲" * 40}), report)
    told = [problem.what for problem in report.problems]
    assert told == [UNPLACED.format("改过。"), UNPLACED.format(f"{'甲' * 30}……")]


def test_an_older_draft_tells_the_index_only() -> None:
    made = edit(BLOCKS, of("人员帮扶与培训"), f"人员帮扶与培训。下派{DOWN}。")
    older = {**made, "generated": "旧的一段。"}
    del older["facts"]
    office = read(draft(COUNTY, older), Report())
    assert office.content.own.texts["capacity"] == {"人员帮扶与培训": "下派{{ staff_down }}。"}


# --- drafts kept from the last version that wrote schema 1 ------------------------------------

KEPT = sorted((ROOT / "tests" / "drafts" / "schema1").glob("*.json"))


@pytest.mark.parametrize("path", KEPT, ids=lambda path: path.stem)
def test_a_kept_draft_is_read_with_its_edits(path: Path) -> None:
    """What was typed stands in its place, though templates have changed since, or is kept."""
    report = Report()
    data = json.loads(path.read_text("utf-8"))
    office = read(data, report)
    texts = [text for _, text in shown(office)]
    edits = [(made["generated"], made["text"]) for made in data["edits"]]
    gone = [text for _, text in edits if text not in texts]
    assert gone == [text for before, text in edits if before == "没有了的一段。"]
    assert [words.text for words in office.content.marks.unplaced] == gone
    current = [text for _, text in shown(read({**data, "edits": []}, Report()))]
    changed = [text for before, text in edits if before not in current and text not in gone]
    told = [problem.what for problem in report.problems]
    assert told == [UNPLACED.format(text) for text in gone] + [
        f"网页上改过这一段以后，指标或范本又改了：“{text[:30]}……”" for text in changed
    ]
    assert office.without == tuple(data["without"])
    assert office.headings.items() >= data["headings"].items()
    assert list(office.carried) == [name.partition("[")[0] for name in data["carried"]]
