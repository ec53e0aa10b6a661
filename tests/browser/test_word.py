"""Word and print from the page where a summary is filled in, and the examples as files."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import TYPE_CHECKING

import docx as python_docx
import pdfplumber
import pytest

from macros.output.appendix import with_appendix
from macros.output.word import docx, shell
from tests.browser.filling import ARCHETYPE, OFFICE, Filling, facts_of
from tests.browser.serving import watched
from tests.support.project import ROOT
from tests.support.real import LIBRARY, document, without_own_headings
from tests.word.rendered import pages
from tests.word.test_rendered import DASH

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

TITLE = "青禾县卫生局2013年第一季度卫生工作总结"
SIZES = {12, 14, 16, 22}  # of tables, the head and the page number, the text, the title


def expected(layout: str = "gbt9704", *, appendix: bool = False, sealed: bool = False) -> bytes:
    """Return the Word file of the example, a draft, as Python writes it."""
    whole = document(OFFICE)
    if appendix:
        whole = with_appendix(whole, LIBRARY, LIBRARY.offices[OFFICE])
    parts = shell(LIBRARY.layouts[layout], ROOT / "templates" / "word")
    return docx(replace(whole, carried=("org",), sealed=sealed), parts)


def example(page: Page, base: str) -> Filling:
    filling = Filling.at(page, base)
    filling.menu("用示例填写")
    page.locator(".live-status", has_text="沿用").wait_for()
    return filling


def downloaded(filling: Filling, name: str = "") -> tuple[str, bytes]:
    """Download a format of the menu, else the draft as Word."""
    with filling.page.expect_download() as started:
        if name:
            filling.output(name)
        else:
            filling.press("下载Word（草稿）")
    return started.value.suggested_filename, started.value.path().read_bytes()


def test_one_click_gives_the_same_word_file_as_the_command_line(page: Page, place: str) -> None:
    wrong = watched(page, place if place.startswith("http") else "file:///x")
    filling = example(page, place)
    assert downloaded(filling) == (f"{TITLE}（草稿）.docx", expected())
    assert wrong == []


def test_the_layout_and_the_table_are_chosen_and_remembered(page: Page, http: str) -> None:
    filling = example(page, http)
    filling.layout()
    page.locator("#layout").select_option("windows-fonts")
    assert "Windows" in page.locator(".live-fonts").first.inner_text()
    page.locator("#appendix").check()
    page.locator(".live-document .doc-appendix").wait_for()
    assert downloaded(filling)[1] == expected("windows-fonts", appendix=True)
    page.reload()
    page.wait_for_selector(".doc-appendix")
    assert page.locator("#layout").input_value() == "windows-fonts"
    links = page.locator("link[id^=layout-]")
    media = links.evaluate_all("links => links.map(x => [x.id, x.media])")
    assert dict(media) == {"layout-gbt9704": "not all", "layout-windows-fonts": "print"}


def test_a_seal_has_its_room_in_word_and_in_print(page: Page, http: str, tmp_path: Path) -> None:
    filling = example(page, http)
    filling.layout()
    page.locator("#sealed").check()
    assert downloaded(filling)[1] == expected(sealed=True)
    page.reload()
    page.locator(".doc-date.doc-sealed", has_text="2013年4月").wait_for()
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    last = pages(tmp_path / "print.pdf")[-1].lines
    *_, above, signature, date = [line for line in last if line.size == 16]  # not the page number
    assert 210 - 26 - date.right == pytest.approx(4 * 15.75 * 25.4 / 72, abs=1)
    assert signature.left + signature.right == pytest.approx(date.left + date.right, abs=4)
    assert signature.baseline - above.baseline == pytest.approx(3 * 28.95 * 25.4 / 72, abs=0.5)


def test_the_numbers_follow_the_layout(page: Page, http: str) -> None:
    page.route("**/fill/*.html", other_numbers)
    filling = example(page, http)
    assert "\n一、" in filling.text
    filling.layout()
    page.locator("#layout").select_option("windows-fonts")
    assert "\n第一章　" in filling.text
    assert "\n1.1　" in filling.text
    assert "\n一、" not in filling.text
    name, content = downloaded(filling, "下载纯文本")
    assert name.endswith(".txt")
    assert "　　第一章　" in content.decode("utf-8-sig")
    lines = [p.text for p in python_docx.Document(io.BytesIO(downloaded(filling)[1])).paragraphs]
    assert any(line.startswith("第一章　") for line in lines)


def other_numbers(route: Route) -> None:
    """Give the second layout of a page other numbers."""
    body = route.fetch().text()
    start = body.index('"windows-fonts"')
    for standard, other in (("一、", "第一章　"), ("（一）", "1.1　")):
        at = body.index(f'"{standard}"', start)
        body = body[:at] + body[at:].replace(standard, other, 1)
    route.fulfill(body=body, content_type="text/html; charset=utf-8")


def test_a_final_text_becomes_word_after_its_review(page: Page, http: str) -> None:
    filling = Filling.of_another_office(page, http)
    filling.press("核对并下载Word")
    with page.expect_download() as started:
        filling.press("核对无误，输出正式稿")
    name, content = started.value.suggested_filename, started.value.path().read_bytes()
    assert name == "东山县卫生局2013年第一季度卫生工作总结.docx"
    document = python_docx.Document(io.BytesIO(content))
    lines = [p.text for p in document.paragraphs if p.text]
    rows = ["\t".join(c.text for c in row.cells) for table in document.tables for row in table.rows]
    text = without_own_headings(OFFICE).as_text().replace("青禾县卫生局", "东山县卫生局")
    expected = [line.lstrip("　") for line in text.splitlines() if line]
    assert lines == [line for line in expected if "\t" not in line]
    assert rows == [line for line in expected if "\t" in line]


def test_a_site_without_the_word_script_says_so_and_keeps_the_text(page: Page, http: str) -> None:
    filling = example(page, http)
    page.route("**/word.js", lambda route: route.abort())
    filling.press("下载Word（草稿）")
    assert "没有生成" in page.locator("dialog [role=alert]").inner_text()


@pytest.mark.parametrize("appendix", [False, True])
def test_print_is_the_document_in_its_layout(
    page: Page, http: str, tmp_path: Path, *, appendix: bool
) -> None:
    filling = example(page, http)
    if appendix:
        filling.layout()
        page.locator("#appendix").check()
        page.locator(".live-document .doc-appendix").wait_for()
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    paper = pages(tmp_path / "print.pdf")
    lines = [line for sheet in paper for line in sheet.lines]
    text = "".join(line.text for line in lines)
    # A head on every page, or a line on the first; Chromium 109 maps some glyphs to no character.
    assert text.startswith(("草稿：尚未填完", "【草"))
    for shown in ("填写：", "下载Word", "改文字"):
        assert shown not in text
    assert {line.size for line in lines} <= SIZES, "nothing of the page around the text"
    assert ("主要指标表" in text) == appendix
    assert page.locator(".doc-lead").first.text_content() == "（一）培训基层人员。"
    for sheet in paper:
        number = sheet.lines[-1]
        if "—" in number.text and number.size == 14:
            assert number.baseline - DASH - (297 - 35) == pytest.approx(7, abs=1)
        assert (round(sheet.width), round(sheet.height)) == (210, 297)
        edges = [line.left for line in sheet.lines if line.size == 16]  # not the table's cells
        assert min(edges, default=28) == pytest.approx(28, abs=1)
    bodies = [[line for line in sheet.lines if line.size == 16] for sheet in paper]
    body = max(bodies[1:], key=len)  # of a page without a table
    assert len(body) == 22
    # of lines of one font: the first may be a heading, whose font stands otherwise on its line
    pitch = (body[-1].baseline - body[1].baseline) / (len(body) - 2)
    assert pitch == pytest.approx(28.95 * 25.4 / 72, abs=0.1)
    assert max(line.right for line in body) == pytest.approx(210 - 26, abs=1)


def test_print_is_black_when_the_page_is_dark(page: Page, http: str, tmp_path: Path) -> None:
    example(page, http)
    page.get_by_title("切换到深色").click()
    page.pdf(path=tmp_path / "print.pdf", prefer_css_page_size=True)
    with pdfplumber.open(tmp_path / "print.pdf") as document:
        colours = {c["non_stroking_color"] for sheet in document.pages for c in sheet.chars}
    assert colours <= {(0,), (0, 0, 0)}


def test_a_printed_title_breaks_where_word_breaks_it(page: Page, http: str, tmp_path: Path) -> None:
    filling = Filling.at(page, http)
    period = facts_of(OFFICE)["period"]
    filling.fill_at_once({"org": "某" * 21, "period": period, "work": "爱" * 17 + "工作"})
    page.pdf(path=tmp_path / "title.pdf", prefer_css_page_size=True)
    lines = [line for line in pages(tmp_path / "title.pdf")[0].lines if line.size == 22]
    assert [len(line.text) for line in lines] == [10, 11, 19, 11]


@pytest.mark.parametrize(("label", "ending"), [("下载Word", "docx"), ("下载Markdown", "md")])
def test_an_example_is_there_as_a_file(page: Page, http: str, label: str, ending: str) -> None:
    page.goto(f"{http}/archetypes/{ARCHETYPE}.html")
    with page.expect_download() as started:
        page.get_by_role("link", name=label).first.click()
    assert started.value.suggested_filename == f"{TITLE}.{ending}"
    content = started.value.path().read_bytes()
    assert "示例：单位为虚构，数字只作示例，请换成本单位的事实。".encode() in content
