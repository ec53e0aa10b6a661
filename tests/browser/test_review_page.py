"""The page that checks a text: marks, list, keys, adopting, setting aside, files, nothing sent."""

from __future__ import annotations

import io
import zipfile
from typing import TYPE_CHECKING

import pytest

from tests.browser.serving import opened
from tests.browser.test_accessibility import violations

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Locator, Page

FAULTY = """青禾县上半年爱国卫生工作总结

一、主要工作
截止6月底，全县检查26家，发放材料300份,群众反映良好。
（一）开展整治。清理垃圾40吨。
（一）加强宣传。张贴海报120张，××社区参加。
二、打算
县卫计委牵头整治。
"""
ADOPTED = "截至6月底"
WORD = """<w:document><w:body><w:p><w:r><w:t>截止6月底，检查</w:t></w:r>
<w:del><w:r><w:delText>25</w:delText></w:r></w:del><w:ins><w:r><w:t>26家。</w:t></w:r></w:ins></w:p>
<w:tbl><w:tr><w:tc><w:p><w:r><w:t>指标</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>数</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
</w:body></w:document>"""
# Tracked changes, a comment, a field and a text box.
REVISED = """<w:document><w:body><w:p><w:r><w:t>截止6月底，检查</w:t></w:r>
<w:del><w:r><w:delText>25</w:delText></w:r></w:del><w:ins><w:r><w:t>26家</w:t></w:r></w:ins>
<w:commentRangeStart w:id="1"/><w:r><w:t>，合格</w:t></w:r><w:commentRangeEnd w:id="1"/>
<w:r><w:commentReference w:id="1"/></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>
<w:r><w:instrText>=SUM(A1)</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>
<w:r><w:t>25家。</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>
<w:r><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>另见附表。</w:t></w:r></w:p>
</w:txbxContent></v:textbox></v:shape></w:pict></w:r></w:p></w:body></w:document>"""
MAIN = '<Relationship Type="x/officeDocument" Target="word/document.xml"/>'
RELATIONS = f"<Relationships>{MAIN}</Relationships>"
PASTE = """([text, html]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  data.setData("text/html", html);
  const area = document.querySelector("#draft");
  area.focus();
  const more = { clipboardData: data, bubbles: true, cancelable: true };
  area.dispatchEvent(new ClipboardEvent("paste", more));
}"""
TABLE = """<p>见表：</p><table><tr><td><p>指标</p></td><td>数</td></tr>
<tr><td>甲</td><td>3</td></tr></table><script>alert(1)</script>"""
MARKUP = """<img src=x onerror=alert(1)><b>截止6月底</b>\u202e检查26家。
<script>alert(2)</script>"""
TO_END = "area => area.setSelectionRange(area.value.length, area.value.length)"
SELECTED = """() => {
  const area = document.querySelector("#draft");
  return [area.selectionStart, area.selectionEnd];
}"""
MARKED = """count => [...document.querySelectorAll(".proof-mark--error")]
  .filter(({ textContent }) => textContent === "截止").length === count"""
# Whether each mark stands where the same words stand in the field: both have the same line breaks.
ALIGNED = """() => {
  const [marks, area] = [document.querySelector(".proof-marks"), document.querySelector("#draft")];
  return marks.scrollHeight === area.scrollHeight && marks.clientWidth === area.clientWidth;
}"""


def word_file(document: str = WORD) -> bytes:
    """Return a Word file with this main part."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as parts:
        parts.writestr("_rels/.rels", RELATIONS)
        parts.writestr("word/document.xml", document)
    return file.getvalue()


def fill(page: Page, text: str = FAULTY) -> None:
    """Put a text into the field and wait until it is checked."""
    page.locator("#draft").fill(text)
    page.locator("#findings li[data-rule]").first.wait_for(state="attached")


def finding(page: Page, words: str) -> Locator:
    """Return the item of the list whose words are these."""
    bold = page.locator("b", has_text=words)
    return page.locator("#findings li[data-rule]", has=bold).first


def open_files(page: Page, *files: tuple[str, bytes]) -> None:
    """Choose files in the page's dialog for them."""
    chosen = [{"name": name, "mimeType": "", "buffer": data} for name, data in files]
    page.locator("input[aria-label=打开文件]").set_input_files(chosen)  # type: ignore[arg-type]


def text_of(page: Page) -> str:
    return page.locator("#draft").input_value()


def test_a_text_is_marked_listed_and_mended(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}/review.html", 1366)
    fill(page)
    item = finding(page, "截止")
    assert item.get_attribute("data-level") == "error"
    start, end = (int(item.get_attribute(f"data-{side}") or 0) for side in ("start", "end"))
    assert FAULTY[start:end] == "截止"
    assert page.locator(".proof-mark--error", has_text="截止").count() == 1
    assert page.evaluate(ALIGNED)
    before = page.locator("#findings li[data-rule]").count()
    item.get_by_role("button", name="采用").click()
    assert ADOPTED in text_of(page)
    assert page.locator("#findings li[data-rule]").count() == before - 1
    page.locator("#draft").focus()
    page.keyboard.press("Control+z")
    assert text_of(page) == FAULTY
    finding(page, "截止").wait_for()
    assert wrong == []
    page.close()


def test_places_are_told_in_code_points(page: Page, http: str) -> None:
    page.goto(f"{http}/review.html", wait_until="load")
    fill(page, "𠮷安县：\r\n截止6月底，检查26家。")
    item = finding(page, "截止")
    assert (item.get_attribute("data-start"), item.get_attribute("data-end")) == ("5", "7")


def test_keys_lead_from_finding_to_finding(page: Page, http: str) -> None:
    page.goto(f"{http}/review.html", wait_until="load")
    fill(page)
    page.locator("#draft").evaluate("area => area.setSelectionRange(0, 0)")
    page.locator("#draft").focus()
    page.keyboard.press("F8")
    first = page.evaluate(SELECTED)
    assert FAULTY[slice(*first)] == "截止"
    assert page.locator(".finding--current").count() == 1
    page.keyboard.press("Alt+ArrowDown")
    assert page.evaluate(SELECTED) > first
    page.keyboard.press("Shift+F8")
    assert page.evaluate(SELECTED) == first
    page.keyboard.press("Alt+Enter")
    assert ADOPTED in text_of(page)


def test_what_is_set_aside_stays_so_and_comes_back(page: Page, http: str) -> None:
    page.goto(f"{http}/review.html", wait_until="load")
    fill(page)
    finding(page, "卫计委").get_by_role("button", name="本处不再提示").click()
    assert finding(page, "卫计委").count() == 0
    page.locator("#draft").evaluate("area => area.setSelectionRange(0, 0)")
    page.locator("#draft").press_sequentially("关于")
    page.wait_for_timeout(600)
    assert finding(page, "卫计委").count() == 0, "an edit elsewhere brings it back"
    page.reload(wait_until="load")
    fill(page)
    assert finding(page, "卫计委").count() == 0, "it is not kept"
    assert "卫计委" not in page.evaluate("JSON.stringify(localStorage)")
    page.locator(".proof-dismissed summary").click()
    page.locator(".proof-dismissed").get_by_role("button", name="恢复").click()
    finding(page, "卫计委").wait_for()
    finding(page, "××").get_by_role("button", name="不查这一条").click()
    page.locator("#draft").fill("另一份总结\n××社区截止6月底参加。")
    finding(page, "截止").wait_for()
    assert finding(page, "××").count() == 0


def test_typing_checks_again_and_keeps_the_list(page: Page, http: str) -> None:
    page.goto(f"{http}/review.html", wait_until="load")
    fill(page)
    page.evaluate("document.querySelector('#findings li[data-rule]').dataset.kept = 'yes'")
    page.locator("#draft").evaluate(TO_END)
    page.locator("#draft").press_sequentially("截止7月底，又检查8家。")
    page.wait_for_function(MARKED, arg=2)
    assert page.locator("#findings li[data-kept]").count() == 1, "the whole list is made anew"
    assert page.evaluate(ALIGNED)


def test_hints_are_folded_and_many_of_a_rule_shortened(page: Page, http: str) -> None:
    page.goto(f"{http}/review.html", wait_until="load")
    fill(page, "总结\n" + "截止6月底，检查26家。\n" * 17 + "我们高度重视，狠抓落实。")
    assert page.locator("#findings li[data-rule=until]").count() == 17
    assert page.locator("#findings li[data-rule=until]:visible").count() == 5
    page.get_by_role("button", name="同类还有12处").click()
    assert page.locator("#findings li[data-rule=until]:visible").count() == 17
    assert page.locator("#findings li[data-level=hint]:visible").count() == 0
    page.locator(".findings-fold").click()
    assert page.locator("#findings li[data-level=hint]:visible").count() > 0
    assert page.get_by_role("button", name="收起").evaluate("b => b === document.activeElement")


def test_files_are_opened_and_others_refused(page: Page, base: str) -> None:
    page.goto(f"{base}/review.html", wait_until="load")
    gbk = "截止6月底，检查26家。".encode("gb18030")
    open_files(page, ("甲.txt", gbk), ("乙.docx", word_file()), ("丙.docx", b"%PDF-1.7 x"))
    page.get_by_text("“丙.docx”没有打开：这是PDF文件").wait_for()
    assert text_of(page) == "截止6月底，检查26家。"
    page.get_by_label("已打开的文件").select_option(label="乙.docx")
    assert text_of(page) == "截止6月底，检查26家。\n指标\t数"
    page.get_by_text("有修订：删除的文字1处，已略去").wait_for()


def test_a_table_from_word_is_pasted_as_rows(page: Page, http: str) -> None:
    page.goto(f"{http}/review.html", wait_until="load")
    page.evaluate(PASTE, ["指标\n数\n甲\n3", TABLE])
    assert text_of(page) == "见表：\n指标\t数\n甲\t3"


def test_markup_is_text_and_much_text_does_not_stop_the_page(browser: Browser, http: str) -> None:
    page, wrong = opened(browser, f"{http}/review.html")
    fill(page, MARKUP)
    assert page.locator("#proof img, #proof script").count() == 0
    assert text_of(page) == MARKUP
    page.locator("#proof").get_by_role("button", name="清空").click()
    open_files(page, ("大.txt", ("全县检查26家，完成任务。\n" * 60_000).encode()))
    page.get_by_text("只检查了前10万字").wait_for(timeout=60_000)
    assert wrong == []
    page.close()


def test_whatever_is_opened_is_checked_or_refused_in_words(browser: Browser, base: str) -> None:
    page, wrong = opened(browser, f"{base}/review.html")
    much = ("全县检查26家，完成任务。\n" * 60_000).encode()  # 2 MB
    open_files(
        page,
        ("空.txt", b""),
        ("胀.docx", word_file("<w:t>" + "0" * 60_000_000 + "</w:t>")),
        ("断.docx", word_file()[:200]),
        ("假.docx", b"%PDF-1.7 x"),
        ("改.docx", word_file(REVISED)),
        ("右.txt", MARKUP.encode("gb18030")),
        ("大.txt", much),
    )
    for refused in ("“空.txt”没有打开：文件是空的", "“胀.docx”没有打开：文件展开后太大"):
        page.get_by_text(refused).wait_for(timeout=60_000)
    for refused in ("“断.docx”没有打开：文件不完整", "“假.docx”没有打开：这是PDF文件"):
        page.get_by_text(refused).wait_for()
    names = page.get_by_label("已打开的文件")
    names.select_option(label="改.docx")
    assert text_of(page) == "截止6月底，检查26家，合格25家。\n另见附表。"
    finding(page, "截止").wait_for(state="attached")
    names.select_option(label="右.txt")
    assert text_of(page) == MARKUP
    names.select_option(label="大.txt")
    page.get_by_text("只检查了前10万字").wait_for(timeout=60_000)
    page.locator("#proof").get_by_role("button", name="清空").click()
    page.get_by_text("贴进文稿，这里列出查到的问题").wait_for()
    assert wrong == []
    page.close()


def test_the_mended_text_goes_out(page: Page, base: str, tmp_path: Path) -> None:
    page.goto(f"{base}/review.html", wait_until="load")
    fill(page)
    with page.expect_download() as download:
        page.get_by_role("button", name="下载Word文件").click()
    file = tmp_path / "a.docx"
    download.value.save_as(file)
    document = zipfile.ZipFile(file).read("word/document.xml").decode()
    assert '<w:pStyle w:val="Title"/>' in document
    assert "截止6月底" in document
    page.evaluate("window.print = () => {}")
    page.get_by_role("button", name="打印报告").click()
    page.emulate_media(media="print")
    assert page.locator(".proof-report").is_visible()
    assert not page.locator("#draft").is_visible()
    assert "“截止”是到期停止" in page.locator(".proof-report").inner_text()


def test_the_text_is_kept_only_when_asked(page: Page, http: str) -> None:
    page.goto(f"{http}/review.html", wait_until="load")
    fill(page)
    assert "清理垃圾" not in page.evaluate("JSON.stringify(localStorage)")
    page.get_by_label("在本机保留这份文稿").check()
    page.goto(f"{http}/index.html", wait_until="load")
    page.get_by_role("link", name="贴进旧稿检查").click()
    page.wait_for_url("**/review.html")
    assert text_of(page) == FAULTY
    page.get_by_label("在本机保留这份文稿").uncheck()
    assert "清理垃圾" not in page.evaluate("JSON.stringify(localStorage)")


@pytest.mark.parametrize(("width", "scheme"), [(1366, "light"), (390, "dark")])
def test_axe_finds_nothing(browser: Browser, http: str, width: int, scheme: str) -> None:
    context = browser.new_context(viewport={"width": width, "height": 844}, color_scheme=scheme)  # type: ignore[arg-type]
    page = context.new_page()
    page.goto(f"{http}/review.html", wait_until="load")
    page.locator("#draft").wait_for()
    assert violations(page) == []
    page.get_by_role("button", name="看一个例子").click()
    finding(page, "卫计委").get_by_role("button", name="本处不再提示").click()
    page.locator(".proof-dismissed summary").click()
    page.locator(".findings-fold").click()
    assert violations(page) == []
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_a_text_is_held_against_a_kind_of_summary(page: Page, http: str) -> None:
    page.goto(f"{http}/review.html", wait_until="load")
    fill(page)
    kind = page.get_by_label("按哪类总结核对")
    assert kind.input_value() == ""
    kind.select_option(label="护理年度总结")
    page.locator("#findings button", has_text="展开").first.click()
    page.locator("#findings").get_by_text("没有写到“护理不良事件”").first.wait_for()
    kind.select_option(label="不核")
    assert page.locator("#findings li[data-rule='section-missing']").count() == 0
