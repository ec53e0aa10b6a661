"""The optional lines of the frame: the addressee below the title, the note below the date."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import TYPE_CHECKING

from macros.library.compose import compose
from macros.output.appendix import with_appendix
from macros.output.formats import PageStyle, as_docx, as_html, as_markdown
from macros.schema.facts_files import Content
from tests.support.project import ROOT
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from macros.document.document import Document

OFFICE = LIBRARY.offices["qinghe-county-2013q1"]
LINES = {"addressee": "县人民政府、市卫生健康委员会", "endnote": "此件公开发布"}
STYLE = PageStyle(LIBRARY.layouts["gbt9704"], ROOT)


def composed(lines: dict[str, str], own: dict[str, str] | None = None) -> Document:
    """Return the document with these facts, and these lines in own words."""
    content = Content.model_validate({"own": {"texts": {"frame": own or {}}}})
    choices = replace(OFFICE.choices, content=content)
    archetype = LIBRARY.archetypes[OFFICE.archetype]
    return compose(LIBRARY, archetype, {**OFFICE.entries, **lines}, choices)


def test_lines_that_nobody_filled_in_are_not_there() -> None:
    types = {block.type for block in composed({}).blocks}
    assert not types & {"addressee", "endnote"}


def test_they_stand_below_the_title_and_below_the_date() -> None:
    lines = composed(LINES).as_text().splitlines()
    assert lines[1:3] == ["", "县人民政府、市卫生健康委员会："]
    assert lines[-2:] == ["2013年4月8日", "　　（此件公开发布）"]


def test_the_table_of_figures_comes_after_the_note() -> None:
    blocks = with_appendix(composed(LINES), LIBRARY, OFFICE).blocks
    at = next(i for i, block in enumerate(blocks) if block.type == "attachment")
    after = [block.type for block in blocks[at:]]
    assert after == ["attachment", "signature", "date", "endnote", "appendix", "caption", "table"]


def test_every_format_has_them() -> None:
    document = composed(LINES)
    markdown = as_markdown(document)
    assert "\n\n县人民政府、市卫生健康委员会：\n\n" in markdown
    assert markdown.endswith("\n\n（此件公开发布）\n")
    html = as_html(document, STYLE)
    assert '<p class="doc-addressee">县人民政府、市卫生健康委员会：</p>' in html
    assert ".doc-endnote { text-indent: 2em; }" in html
    with zipfile.ZipFile(BytesIO(as_docx(document, STYLE))) as package:
        text = package.read("word/document.xml").decode()
    assert '<w:pStyle w:val="Addressee"/></w:pPr>' in text
    assert '<w:pStyle w:val="Date"/><w:keepNext/>' in text  # the note stays with the date
    assert '<w:pStyle w:val="Endnote"/></w:pPr>' in text


def test_they_can_be_put_in_own_words() -> None:
    own = {"addressee": "各乡镇卫生院：", "endnote": "（内部资料，{{ org }}）"}
    blocks = composed({}, own).blocks
    assert [blocks[1].text, blocks[-1].text] == ["各乡镇卫生院：", "（内部资料，青禾县卫生局）"]
