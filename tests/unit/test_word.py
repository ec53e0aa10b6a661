"""The Word file: whole, the same twice, its text the document's, nothing in it that XML forbids."""

from __future__ import annotations

import io
import re
import zipfile
from xml.etree import ElementTree as ET

import pytest

from macros.document import Block, Document, Run
from macros.formats import FORMATS, Look
from macros.word import clean_xml, docx, shell
from tests.project import ROOT
from tests.unit.real import LIBRARY, OFFICES, document

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
        assert not re.search(r"altChunk|docGrid|[tT]heme", xml)
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
