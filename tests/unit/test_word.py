"""The Word file: whole, the same twice, its text the document's, nothing in it that XML forbids."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import docx as docx_module
import pytest
from openxml_audit import OpenXmlValidator

from macros.appendix import with_appendix
from macros.document import Block, Document, Run
from macros.formats import FORMATS, Look
from macros.word import clean_xml, docx, shell
from tests.project import ROOT
from tests.unit.real import LIBRARY, OFFICES, document

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = ROOT / "templates" / "word"
SHELL = shell(LIBRARY.layouts["gbt9704"], WORD)


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name).decode() for name in package.namelist()}


def text(xml: str) -> list[str]:
    found = ET.fromstring(xml).iter(f"{W}p")  # noqa: S314 - our own file
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in found]


@pytest.mark.parametrize("office", OFFICES)
def test_text_is_the_plain_text(office: str) -> None:
    made = document(office)
    lines = [line.removeprefix("　　") for line in made.as_text().splitlines()]
    assert text(parts(docx(made, SHELL))["word/document.xml"]) == lines
    assert docx(made, SHELL) == docx(document(office), SHELL)


@pytest.mark.parametrize("layout", sorted(LIBRARY.layouts))
def test_every_part_is_xml_without_what_breaks_in_wps(layout: str) -> None:
    made = parts(docx(document(OFFICES[0]), shell(LIBRARY.layouts[layout], WORD)))
    for xml in made.values():
        ET.fromstring(xml.encode())  # noqa: S314 - our own file
        assert not re.search(r"altChunk|docGrid|(ascii|hAnsi|eastAsia|cs)Theme", xml)
    names = re.findall(r'<w:name w:val="([^"]+)"', made["word/styles.xml"])
    assert {"Normal", "Title", "heading 1", "heading 4", "Body Text"} <= set(names)
    assert 'w:line="579" w:lineRule="exact"' in made["word/styles.xml"]
    assert 'w:top="2098" w:right="1474" w:bottom="1984" w:left="1587"' in made["word/document.xml"]


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\ud800", "\ufffe", "\u202e"])
def test_forbidden_characters_are_dropped(bad: str) -> None:
    assert clean_xml(f"<甲{bad}&乙>") == "&lt;甲&amp;乙&gt;"


def test_a_draft_says_so_in_every_format() -> None:
    blocks = (
        Block("title", (Run("总结"),)),
        Block("paragraph", (Run("＿＿", ("x",), blank=True),)),
    )
    draft, look = Document("a", "1.0.0", blocks), Look(LIBRARY.layouts["gbt9704"], ROOT)
    xml = parts(docx(draft, SHELL))["word/document.xml"]
    assert "headerReference" in xml
    assert "w:highlight" in xml
    for name in ("markdown", "html"):
        assert "草稿：1处空白" in str(FORMATS[name].write(draft, look))
    final = parts(docx(document(OFFICES[0]), SHELL))["word/document.xml"]
    assert "headerReference" not in final


@pytest.mark.parametrize("office", OFFICES)
def test_python_docx_reads_it_back(office: str) -> None:
    whole = with_appendix(document(office), LIBRARY, LIBRARY.offices[office])
    read = docx_module.Document(io.BytesIO(docx(whole, SHELL)))
    body = [line.lstrip("　") for line in document(office).as_text().splitlines() if line]
    paragraphs = [paragraph.text for paragraph in read.paragraphs if paragraph.text]
    assert paragraphs == [*body[:-2], "附件：主要指标表", *body[-2:], "附件", "主要指标表"]
    cells = [tuple(cell.text for cell in row.cells) for row in read.tables[0].rows]
    assert tuple(cells) == whole.blocks[-1].rows
    styles = {p.text: p.style.name for p in read.paragraphs if p.style}
    for block in whole.blocks:
        if block.type == "heading":
            assert styles[block.number + block.text] == f"Heading {block.level}"
    assert styles[whole.title] == "Title"
    properties = read.core_properties
    assert (properties.author, properties.last_modified_by, properties.title) == ("", "", "")


@pytest.mark.parametrize("layout", sorted(LIBRARY.layouts))
def test_a_validator_finds_nothing(layout: str, tmp_path: Path) -> None:
    whole = with_appendix(document(OFFICES[0]), LIBRARY, LIBRARY.offices[OFFICES[0]])
    draft = replace(whole, carried=("disease",))
    for name, made in (("final", whole), ("draft", draft)):
        path = tmp_path / f"{name}.docx"
        path.write_bytes(docx(made, shell(LIBRARY.layouts[layout], WORD)))
        assert OpenXmlValidator().validate(path).errors == []


def test_the_fonts_and_the_language_are_the_layouts() -> None:
    styles = parts(docx(document(OFFICES[0]), SHELL))["word/styles.xml"]
    fonts = {"heading 1": "黑体", "heading 2": "楷体_GB2312", "Body Text": "仿宋_GB2312"}
    for name, font in fonts.items():
        style = re.search(f'<w:name w:val="{name}"/>.*?</w:style>', styles)
        assert style
        assert f'w:eastAsia="{font}"' in style[0]
    # With zh-CN for Latin text LibreOffice breaks a number across lines.
    assert '<w:lang w:val="en-US" w:eastAsia="zh-CN"/>' in styles


def test_a_very_long_value_is_written_whole() -> None:
    blocks = (Block("title", (Run("总结"),)), Block("paragraph", (Run("甲" * 100_000),)))
    xml = parts(docx(Document("a", "1.0.0", blocks), SHELL))["word/document.xml"]
    assert text(xml)[2] == "甲" * 100_000
