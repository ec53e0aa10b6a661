"""Word files on paper: margins, lines, characters, fonts and page numbers as the layout says."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

import pytest

from macros.document.document import Block, Document, Run
from macros.output.appendix import with_appendix
from macros.output.word import docx, shell
from tests.support.project import ROOT
from tests.support.real import ARCHETYPES, LIBRARY, document
from tests.word.rendered import ABOVE_BASELINE, MM, SOFFICE, Page, pages, render

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.skipif(SOFFICE is None, reason="LibreOffice is not installed")

OFFICES = [LIBRARY.archetypes[name].examples[0] for name in ARCHETYPES]
LAYOUT = LIBRARY.layouts["gbt9704"]
PITCH = 28.95 / MM
TOLERANCE = 1  # mm, GB/T 9704-2012, 5.2.1
OF_TABLE = 12  # pt
DASH = 0.35 * 14 / MM  # how far above the baseline a dash of 14 points stands
STAND_INS = {
    "仿宋_GB2312": "Noto Serif CJK SC",
    "楷体_GB2312": "Noto Serif CJK SC",
    "方正小标宋简体": "Noto Serif CJK SC",
    "黑体": "Noto Sans CJK SC",
    "宋体": "Noto Serif CJK SC",
}
HAN = "县卫生局会同有关部门开展检查并督促各单位落实整改要求确保取得实效"


def long_document() -> Document:
    """Return a text of thirty pages without digits, whose lines can be counted."""
    text = (HAN * 20)[: 28 * 20 - 2]
    paragraphs = [Block("paragraph", (Run(text),)) for _ in range(32)]
    return Document("a", "1.0.0", (Block("title", (Run("总结"),)), *paragraphs))


@pytest.fixture(scope="module", params=["without the fonts", "with stand-ins"])
def on_paper(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, list[Page]]:
    """Return the pages of every archetype's first example, with its table, and of a long text."""
    parts = shell(LAYOUT, ROOT / "templates" / "word")
    made = {name: with_appendix(document(name), LIBRARY, LIBRARY.offices[name]) for name in OFFICES}
    files = {name: docx(whole, parts) for name, whole in {**made, "long": long_document()}.items()}
    fonts = STAND_INS if request.param == "with stand-ins" else {}
    pdfs = render(files, tmp_path_factory.mktemp("word"), fonts)
    return {name: pages(pdf) for name, pdf in pdfs.items()}


def full(page: Page) -> bool:
    return len(page.body) == LAYOUT.values["lines"]


def test_a_full_page_has_22_lines_of_28_characters(on_paper: dict[str, list[Page]]) -> None:
    inner = on_paper["long"][1:-1]
    assert len(inner) >= 28
    for page in inner:
        assert full(page)
        counts = [len(line.text) for line in page.body]
        assert all(count == 28 for count in counts if count != 26), counts
        assert counts.count(26) <= 2  # the first lines of paragraphs are indented by two


def test_every_page_keeps_its_margins(on_paper: dict[str, list[Page]]) -> None:
    for name, paper in on_paper.items():
        for page in paper:
            assert (round(page.width), round(page.height)) == (210, 297)
            assert min(line.left for line in page.body) > 28 - TOLERANCE, name
            assert max(line.right for line in page.body) < 210 - 26 + TOLERANCE, name
    for page in on_paper["long"][1:-1]:
        top = page.body[0].baseline - ABOVE_BASELINE * PITCH
        assert top == pytest.approx(37, abs=TOLERANCE)
        assert min(line.left for line in page.body) == pytest.approx(28, abs=TOLERANCE)
        assert max(line.right for line in page.body) == pytest.approx(210 - 26, abs=TOLERANCE)
        bottom = page.body[-1].baseline + (1 - ABOVE_BASELINE) * PITCH
        assert bottom == pytest.approx(297 - 35, abs=TOLERANCE)
        for above, below in pairwise(page.body):
            assert below.baseline - above.baseline == pytest.approx(PITCH, abs=0.2)


def test_the_page_number_stands_outside_and_7_mm_below(on_paper: dict[str, list[Page]]) -> None:
    for paper in on_paper.values():
        for count, page in enumerate(paper, 1):
            number = page.lines[-1]
            assert number.text.split() == ["—", str(count), "—"]
            assert number.size == 14
            assert number.baseline - DASH - (297 - 35) == pytest.approx(7, abs=2)
            if count % 2:
                assert number.right == pytest.approx(210 - 26 - 14 / MM, abs=TOLERANCE)
            else:
                assert number.left == pytest.approx(28 + 14 / MM, abs=TOLERANCE)


def test_titles_headings_and_text_have_their_sizes(on_paper: dict[str, list[Page]]) -> None:
    for name in OFFICES:
        first, *others = on_paper[name][0].body
        assert first.size == 22
        assert (first.left + first.right) / 2 == pytest.approx((28 + 210 - 26) / 2, abs=2)
        has_table = any(block.rows for block in document(name).blocks)
        sizes = {line.size for line in others if line.size != 22}
        assert {16} <= sizes <= ({16, OF_TABLE} if has_table else {16})


def test_headings_have_their_fonts_and_their_paragraph(
    on_paper: dict[str, list[Page]], request: pytest.FixtureRequest
) -> None:
    for name in OFFICES:
        headings = [b.number + b.text for b in document(name).blocks if b.type == "heading"]
        for page in on_paper[name]:
            if page.lines[0].text == "附件":
                break
            assert page.body[-1].text not in headings, name
        if "with stand-ins" in request.node.callspec.id:
            lines = [line for page in on_paper[name] for line in page.body]
            fonts = {line.text[:1] + line.text[1:2]: line.font for line in lines}
            assert "Sans" in fonts["一、"], name
            assert "Serif" in lines[-1].font or "Serif" in lines[0].font


def test_the_table_is_on_a_page_of_its_own(on_paper: dict[str, list[Page]]) -> None:
    for name in OFFICES:
        (start,) = [page for page in on_paper[name] if page.lines[0].text == "附件"]
        label, caption, head = start.body[:3]
        assert label.left == pytest.approx(28, abs=TOLERANCE)
        assert caption.baseline - label.baseline == pytest.approx(2 * PITCH, abs=TOLERANCE)
        assert head.text.startswith("指标单位本期")
        assert head.size == OF_TABLE


def test_a_seal_has_its_room_within_a_line_of_the_text(tmp_path: Path) -> None:
    parts, seal = shell(LAYOUT, ROOT / "templates" / "word"), 42  # mm across, a county bureau's
    files = {n: docx(replace(document(n), sealed=True), parts) for n in OFFICES}
    for name, pdf in render(files, tmp_path, STAND_INS).items():
        *_, above, signature, date = pages(pdf)[-1].body
        # Four characters from the edge; LibreOffice sets digits apart, so a date is wider there.
        assert 210 - 26 - date.right == pytest.approx(4 * 15.75 / MM, abs=5), name
        middle = (signature.left + signature.right, date.left + date.right)
        assert middle[0] / 2 == pytest.approx(middle[1] / 2, abs=1), name
        assert signature.baseline - above.baseline == pytest.approx(3 * PITCH, abs=0.5), name
        room = date.baseline - above.baseline  # the seal stands over both lines, not on the text
        assert seal - PITCH < room + PITCH / 2 < seal + PITCH, name


def test_two_layouts_differ_only_in_their_fonts(tmp_path: Path) -> None:
    files = {
        name: docx(document(OFFICES[0]), shell(layout, ROOT / "templates" / "word"))
        for name, layout in LIBRARY.layouts.items()
    }
    placed = [
        [(line.text, round(line.baseline, 1)) for page in pages(pdf) for line in page.lines]
        for pdf in render(files, tmp_path, {}).values()
    ]
    assert placed[0] == placed[1]
