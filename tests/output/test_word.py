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

from macros.document.document import Block, Document, Run
from macros.document.page_layout import Layout
from macros.library.office_documents import compose_office
from macros.output.appendix import with_appendix
from macros.output.formats import FORMATS, PageStyle, print_style
from macros.output.word import docx, shell
from macros.output.word_blocks import clean_xml, paragraph_xml
from tests.support.project import ROOT
from tests.support.real import LIBRARY, OFFICES, document, each

if TYPE_CHECKING:
    from pathlib import Path

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
WORD = ROOT / "templates" / "word"
STYLE = PageStyle(LIBRARY.layouts["gbt9704"], ROOT)
SHELL = shell(LIBRARY.layouts["gbt9704"], WORD)


def parts(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        assert package.testzip() is None
        return {name: package.read(name).decode() for name in package.namelist()}


def text(xml: str) -> list[str]:
    found = ET.fromstring(xml).iter(f"{W}p")  # noqa: S314 - our own file
    return ["".join(t.text or "" for t in p.iter(f"{W}t")) for p in found]


@pytest.mark.parametrize("office", each(OFFICES))
def test_text_is_the_plain_text(office: str) -> None:
    made = document(office)
    lines = [line.removeprefix("　　") for line in made.as_text().splitlines()]
    found = text(parts(docx(made, SHELL))["word/document.xml"])
    if any(block.rows for block in made.blocks):  # a cell has a paragraph, a table one after it
        lines = [cell for line in lines for cell in line.split("\t") if cell]
        found = [paragraph for paragraph in found if paragraph]
    assert found == lines
    assert docx(made, SHELL) == docx(compose_office(LIBRARY, LIBRARY.offices[office]), SHELL)


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


@pytest.mark.parametrize("bad", ["\x00", "\x0b", "\ud800", "\ufffe"])
def test_forbidden_characters_are_dropped(bad: str) -> None:
    assert clean_xml(f"<甲{bad}&乙>") == "&lt;甲&amp;乙&gt;"


@pytest.mark.parametrize("mark", ["\u202e", "\u2066", "\u200e", "\u200f", "\u061c"])
def test_a_mark_that_turns_the_direction_is_in_no_format(mark: str) -> None:
    made = Document("a", "1.0.0", (Block("title", (Run(f"甲{mark}乙", ("org",)),)),))
    for write in FORMATS.values():
        content = write.write(made, STYLE)
        found = content.encode() if isinstance(content, str) else content
        assert "甲乙".encode() in found
        assert mark.encode() not in found


def paragraphs(made: Document) -> list[str]:
    xml = parts(docx(made, SHELL))["word/document.xml"]
    return re.findall("<w:p>.*?</w:p>", xml)


@pytest.mark.parametrize("appendix", [False, True])
def test_signature_and_date_stay_with_the_last_paragraph(*, appendix: bool) -> None:
    made = document(OFFICES[0])
    if appendix:
        made = with_appendix(made, LIBRARY, LIBRARY.offices[OFFICES[0]])
    written = paragraphs(made)
    date = next(i for i, p in enumerate(written) if '"Date"' in p)
    before = 5 if appendix else 3  # the note and an empty line, the signature and one, the text
    assert all("<w:keepNext/>" in p for p in written[date - before : date])
    assert "<w:keepNext/>" not in written[date]
    assert "<w:keepNext/>" not in written[date - before - 1]


def test_a_signature_longer_than_a_line_ends_with_the_date_two_from_the_edge() -> None:
    ends = [Block("signature", (Run("某" * 45),)), Block("date", (Run("2026年1月12日"),))]
    made = Document("a", "1.0.0", (Block("title", (Run("总结"),)), *ends))
    edges = [re.search('w:right="([0-9]+)"', p) for p in paragraphs(made)[-2:]]
    assert [edge and edge[1] for edge in edges] == ["640", "640"]


@pytest.mark.parametrize(
    ("org", "room"),
    [
        ("县卫生局", 28),
        ("县爱国卫生运动委员会", 28),
        ("某" * 24, 50),
        ("某" * 27, 56),
    ],
)
def test_under_a_seal_the_signature_is_centred_over_the_date(org: str, room: int) -> None:
    ends = [Block("signature", (Run(org),)), Block("date", (Run("2026年1月9日"),))]
    blocks = (Block("title", (Run("总结"),)), Block("paragraph", (Run("甲。"),)), *ends)
    written = paragraphs(Document("a", "1.0.0", blocks, sealed=True))
    left = re.compile(f'w:left="{(56 - room) * 160}" .* w:right="0" .*<w:jc w:val="center"/>')
    assert all(left.search(p) for p in written[-2:])
    assert ["<w:t " in p for p in written[-5:]] == [True, False, False, True, True]
    assert ["<w:keepNext/>" in p for p in written[-5:]] == [True, True, True, True, False]


@pytest.mark.parametrize("length", [27, 28])
def test_a_signature_of_a_line_stays_on_it_with_the_date_below(length: int) -> None:
    ends = [Block("signature", (Run("某" * length),)), Block("date", (Run("2026年1月12日"),))]
    made = Document("a", "1.0.0", (Block("title", (Run("总结"),)), *ends))
    edges = [re.search('w:right="([0-9]+)"', p) for p in paragraphs(made)[-2:]]
    date = 56 - 4 - 13  # its beginning, two characters right of the signature's, and its width
    assert [edge and int(edge[1]) // 160 for edge in edges] == [2 * (28 - length), date]


BUREAU, OFFICE = "青禾县卫生局", "云汀市爱国卫生运动委员会办公室"
SCHOOL = "青禾县第三实验小学东校区家长委员会健康促进工作小组"
WORK = "爱国卫生工作"


@pytest.mark.parametrize(
    ("org", "period", "work", "lines"),
    [
        (BUREAU, "2013年", WORK, ["青禾县卫生局2013年爱国卫生工作总结"]),
        (OFFICE, "2013年", WORK, [OFFICE, "2013年爱国卫生工作总结"]),
        (BUREAU, "2013年", WORK * 2, [f"{BUREAU}2013年", f"{WORK * 2}总结"]),
        ("某" * 38, "2013年", WORK, ["某" * 19, "某" * 19, "2013年爱国卫生工作总结"]),
        (
            SCHOOL[:21],
            "2025—2026学年第一学期",
            WORK,
            [SCHOOL[:10], SCHOOL[10:21], f"2025—2026学年第一学期{WORK}总结"],
        ),
        (BUREAU, "2013年", "某" * 19, [f"{BUREAU}2013年{'某' * 10}", "某" * 9 + "总结"]),
    ],
)
def test_a_title_breaks_between_its_words_and_a_long_word_evenly(
    org: str, period: str, work: str, lines: list[str]
) -> None:
    runs = (Run(org, ("org",)), Run(period, ("period",)), Run(work, ("work",)), Run("总结"))
    made = Document("a", "1.0.0", (Block("title", runs),))
    broken = paragraphs(made)[0].replace("<w:br/>", "\n")
    assert re.sub("<[^>]+>", "", broken).split("\n") == lines
    assert made.as_text().splitlines()[0] == "".join(lines)
    page = str(FORMATS["html"].write(made, STYLE))
    assert re.findall('<span class="doc-line">(.*?)</span>', page) == lines


@pytest.mark.parametrize("blank", [False, True])
def test_no_line_of_a_title_is_short_or_ends_in_a_number(*, blank: bool) -> None:
    for length in range(90):
        org = "某" * length + "第2026号（甲）" + "某" * (length // 2)
        runs = (Run(org, ("org",), blank=blank), Run("2013年", ("period",)), Run("甲乙丙总结"))
        broken = paragraph_xml(Block("title", runs), "", 20)
        assert ("w:highlight" in broken) == blank
        lines = re.sub("<[^>]+>", "", broken.replace("<w:br/>", "\n")).split("\n")
        assert "".join(lines) == "".join(run.text for run in runs)
        assert all(len(line) >= 8 and len(line.encode("gb18030")) <= 40 for line in lines)
        assert not any(re.search("[0-9（]$|^[）年号]", line) for line in lines)


@pytest.mark.parametrize(
    ("level", "runs", "lead"),
    [
        (2, (Run("培训人员。2月，培训"), Run("30人", ("x",)), Run("。")), "（一）培训人员。"),
        (2, (Run("2月培训人员。"),), ""),
        (2, (Run("培训"), Run("30人", ("x",)), Run("。经费已付。")), ""),
        (3, (Run("培训人员。2月，培训30人。"),), ""),
    ],
)
def test_the_lead_of_a_paragraph_is_in_the_font_of_its_level(
    level: int, runs: tuple[Run, ...], lead: str
) -> None:
    block = Block("paragraph", runs, level, "（一）")
    made = Document("a", "1.0.0", (Block("title", (Run("总结"),)), block))
    found = re.findall('<w:r><w:rPr><w:rStyle w:val="Lead"/>.*?</w:r>', paragraphs(made)[2])
    assert re.sub("<[^>]+>", "", "".join(found)) == lead
    page = str(FORMATS["html"].write(made, STYLE))
    assert (f'<span class="doc-lead">{lead}</span>' in page) == bool(lead)


def test_html_marks_blanks_and_repeats_the_head_of_its_table() -> None:
    blocks = (
        Block("title", (Run("总结"),)),
        Block("paragraph", (Run("＿＿", ("x",), blank=True),)),
        Block(
            "table",
            (),
            rows=tuple(
                tuple((Run(text),) for text in row) for row in (("指标", "单位"), ("甲", "个"))
            ),
        ),
    )
    page = str(FORMATS["html"].write(Document("a", "1.0.0", blocks), STYLE))
    assert "<mark>＿＿</mark>" in page
    assert '<thead><tr><th scope="col">指标</th>' in page
    assert '--doc-draft: "草稿' in page


def test_print_names_what_stands_in_for_a_font_and_where_the_number_stands() -> None:
    style = print_style(STYLE)
    assert '"仿宋_GB2312", "仿宋", "FangSong_GB2312", "FangSong", serif' in style
    assert '@bottom-right { content: "— " counter(page) " —"' in style
    assert "padding-bottom: 25mm" in style


def test_the_page_number_is_plain_and_in_the_middle_where_a_layout_says_so() -> None:
    layout, own = LIBRARY.layouts["gbt9704"], {"clause": "甲", "strength": "实务"}
    more = {"number_position": "center", "number_dashes": False}
    kept = layout.model_dump()
    kept["parameters"] |= {name: {"value": value, **own} for name, value in more.items()}
    changed = Layout.model_validate(kept)
    footer = shell(changed, WORD)["word/footer1.xml"]
    assert '<w:jc w:val="center"/>' in footer
    assert "—" not in footer
    assert '@bottom-center { content: "" counter(page) ""' in print_style(PageStyle(changed, ROOT))


def test_after_a_heading_one_writes_on_in_body_text() -> None:
    styles = SHELL["word/styles.xml"]
    for name in ("Title", "Heading1", "Heading4", "Appendix"):
        style = re.search(f'w:styleId="{name}">.*?</w:style>', styles)
        assert style
        assert '<w:next w:val="BodyText"/>' in style[0]


def test_a_draft_says_so_in_every_format() -> None:
    blocks = (
        Block("title", (Run("总结"),)),
        Block("paragraph", (Run("＿＿", ("x",), blank=True),)),
    )
    draft, style = Document("a", "1.0.0", blocks), PageStyle(LIBRARY.layouts["gbt9704"], ROOT)
    xml = parts(docx(draft, SHELL))["word/document.xml"]
    assert "headerReference" in xml
    assert "w:highlight" in xml
    for name in ("markdown", "html"):
        assert "草稿：1处空白" in str(FORMATS[name].write(draft, style))
    final = parts(docx(document(OFFICES[0]), SHELL))["word/document.xml"]
    assert "headerReference" not in final


@pytest.mark.parametrize("office", each(OFFICES))
def test_python_docx_reads_it_back(office: str) -> None:
    whole = with_appendix(document(office), LIBRARY, LIBRARY.offices[office])
    read = docx_module.Document(io.BytesIO(docx(whole, SHELL)))
    lines = [line for line in document(office).as_text().splitlines() if line]
    body = [line.lstrip("　") for line in lines if "\t" not in line]  # without tables
    texts = [paragraph.text.replace("\n", "") for paragraph in read.paragraphs]
    paragraphs = [line for line in texts if line]
    assert paragraphs == [*body[:-2], "附件：主要指标表", *body[-2:], "附件", "主要指标表"]
    cells = [[cell.text for cell in row.cells] for row in read.tables[-1].rows]
    assert cells == whole.blocks[-1].row_texts
    styles = {p.text.replace("\n", ""): p.style.name for p in read.paragraphs if p.style}
    for block in whole.blocks:
        if block.type == "heading":
            assert styles[block.number + block.text] == f"Heading {block.level}"
    assert styles[whole.title] == "Title"
    properties = read.core_properties
    assert (properties.author, properties.last_modified_by, properties.title) == ("", "", "")


@pytest.mark.slow
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
