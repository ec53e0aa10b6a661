"""A writer adds, moves, leaves out and rewords what a summary says, without typing a brace."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.filling import OFFICE, Filling, exported, facts_of
from tests.browser.states import SERVICES
from tests.support.real import said

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page

TRAINED = said(OFFICE, "{{ training_people }}")
VALUE_IS = """(text) => document.querySelector("[data-path='problems[0].text']")?.value === text"""


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    return Filling.with_example(page, http)


def close(filling: Filling) -> None:
    """Leave the editor."""
    filling.press("完成")
    filling.page.locator("dialog").wait_for(state="detached")


def shown(filling: Filling) -> list[str]:
    """Return the headings and the titles of items, as they are numbered, without rows of tables."""
    return [line.split("。")[0] for line in filling.text.split("\n") if "\t" not in line]


def test_own_words_keep_their_figures(filling: Filling) -> None:
    area = filling.editor("培训基层人员")
    assert "〔培训人数〕" in area.input_value()
    area.fill("我们培训了〔培训人数〕，\n另起一段。")
    close(filling)
    assert f"培训基层人员。我们培训了{TRAINED}，" in filling.text
    assert "\n另起一段。" in filling.text
    filling.type("training_people", "99")
    assert "我们培训了99人，" in filling.text
    filling.press("撤销")
    filling.press("撤销")
    assert "我们培训了" not in filling.text


def composed(page: Page, text: str, *steps: str) -> None:
    """Type with an input method: its steps, then what is chosen."""
    keyboard = page.context.new_cdp_session(page)
    for step in steps:
        ends = {"selectionStart": len(step), "selectionEnd": len(step)}
        keyboard.send("Input.imeSetComposition", {"text": step, **ends})
    keyboard.send("Input.insertText", {"text": text})


def test_own_words_of_a_record_have_tokens_and_lose_nothing(page: Page, http: str) -> None:
    filling = Filling.at(page, http)
    problem = {"title": "还有差距", "text": "参保{{ insured }}。"}
    filling.fill_at_once({"insured": "378073", "problems": [problem]})
    area = filling.field("problems[0].text")
    page.wait_for_function(VALUE_IS, arg="参保〔参保人数〕。")
    area.focus()
    page.keyboard.press("Control+End")
    composed(page, "你好", "n", "ni", "nih", "ni hao")
    assert area.input_value() == "参保〔参保人数〕。你好"
    area.evaluate("x => x.setSelectionRange(8, 8)")
    composed(page, "共", "g", "gong")
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("Backspace")
    assert area.input_value() == "参保共。你好"
    filling.fact("problems").get_by_role("button", name="插入指标").click()
    page.locator("#fact-problems input[type=search]").fill("参保人数")
    for name in ("参保人数", "〔参保人数〕"):
        page.locator(".picker-list").get_by_role("button", name=name, exact=True).click()
    assert area.input_value() == "参保〔参保人数〕共。你好"
    page.keyboard.type("〔没有的〕")
    page.locator("#fact-problems .field-problem", has_text="没有叫“没有的”的指标").wait_for()
    assert "参保378073人〔没有的〕共。你好" in filling.text
    (row,) = exported(filling)["facts"]["problems"]
    assert row["text"] == "参保{{ insured }}〔没有的〕共。你好"
    filling.saved()
    page.route("**/edit.js", lambda route: route.abort())
    page.reload()
    page.wait_for_selector(".fill-form", state="attached")
    filling.field("problems[0].text")
    page.locator("dialog", has_text="缺edit.js").wait_for()
    page.keyboard.press("Escape")
    page.wait_for_function(VALUE_IS, arg="参保{{ insured }}〔没有的〕共。你好")
    area.press("Control+End")
    page.keyboard.type("再见")
    assert page.locator("dialog").count() == 0
    assert "参保378073人〔没有的〕共。你好再见" in filling.text


def test_a_reload_keeps_what_was_typed(filling: Filling) -> None:
    filling.editor("培训基层人员").fill("还没有按完成。")
    filling.saved()
    filling.page.reload()
    filling.page.locator(".live-document p", has_text="还没有按完成。").wait_for()
    filling.editor("还没有按完成。")
    filling.press("恢复范本的文字")
    assert "培训基层人员。3月，我局培训" in filling.text


def test_a_figure_is_picked_by_name_and_deleted_whole(filling: Filling) -> None:
    page = filling.page
    area = filling.editor("培训基层人员")
    area.fill("参合")
    filling.press("插入指标")
    page.locator("#picker-search").fill("参保人数")
    page.locator(".picker-list button", has_text="参保人数").first.click()
    page.locator(".picker-list button", has_text="〔").first.click()
    token = area.input_value().removeprefix("参合")
    assert token.startswith("〔")
    assert page.locator(".editor-preview", has_text=said(OFFICE, "{{ insured }}")).count() == 1
    area.press("Backspace")
    assert area.input_value() == "参合"
    area.press("Control+z")
    assert area.input_value() == f"参合{token}"


def test_a_figure_is_picked_or_made_by_the_keyboard_alone(filling: Filling) -> None:
    page = filling.page
    filling.contents(SERVICES).get_by_role("button", name="＋段落").click()
    page.keyboard.type("参合")  # a paragraph begins with its text, not with a title
    filling.press("插入指标")
    page.keyboard.type("参保人数")
    page.keyboard.press("Enter")
    page.keyboard.press("Enter")
    page.keyboard.type("，义诊")
    area = page.locator("dialog textarea")
    assert area.input_value() == "参合〔参保人数〕，义诊"
    filling.press("插入指标")
    page.locator("#picker-search").fill("义诊场次")
    page.keyboard.press("Enter")
    page.locator("#indicator-unit").fill("场")
    filling.press("保存")
    page.locator(".picker-list", has_text="〔义诊场次〕").wait_for()
    page.keyboard.press("Enter")
    assert area.input_value() == "参合〔参保人数〕，义诊〔义诊场次〕"


def test_a_new_item_begins_with_its_title(filling: Filling) -> None:
    filling.contents(SERVICES).get_by_role("button", name="＋事项").click()
    for key in ("开展义诊", "Enter", "全县义诊。"):
        (filling.page.keyboard.press if key == "Enter" else filling.page.keyboard.type)(key)
    close(filling)
    assert "开展义诊。全县义诊。" in filling.text


def test_numbers_typed_by_hand_are_taken_off_and_unknown_names_shown(filling: Filling) -> None:
    area = filling.editor("培训基层人员")
    area.fill("（二）先培训，〔没有的指标〕，按卫办〔2026〕3号。\n1.再考核。")
    remark = filling.page.locator(".editor-remark")
    assert "序号不用写" in remark.inner_text()
    problem = filling.page.locator("dialog .field-problem").inner_text()
    assert "没有叫“没有的指标”的指标" in problem
    assert "2026" not in problem
    close(filling)
    assert "培训基层人员。先培训，〔没有的指标〕，按卫办〔2026〕3号。" in filling.text
    assert "\n再考核。" in filling.text


def test_places_are_left_out_moved_and_put_back(filling: Filling) -> None:
    group = filling.contents(SERVICES)
    group.get_by_role("button", name="核查健康档案：本期不写").click()
    assert "核查健康档案" not in filling.text
    group.get_by_role("button", name="推进重点服务：上移").click()
    group.get_by_role("button", name="推进重点服务：上移").click()
    assert shown(filling)[3:5] == ["（一）推进重点服务", "（二）培训基层人员"]
    group.get_by_role("button", name="核查健康档案：恢复").click()
    assert "核查健康档案" in filling.text
    focused = filling.page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused.startswith("核查健康档案：")
    for _ in range(4):
        filling.press("撤销")
    assert shown(filling)[3:6] == ["（一）培训基层人员", "（二）核查健康档案", "（三）推进重点服务"]


def test_places_are_put_first_and_written_short(filling: Filling) -> None:
    page, group = filling.page, filling.contents(SERVICES)
    first = group.get_by_role("button", name="推进重点服务：重点")
    first.focus()
    page.keyboard.press("Enter")
    assert shown(filling)[3:6] == ["（一）推进重点服务", "（二）培训基层人员", "（三）核查健康档案"]
    assert first.get_attribute("aria-pressed") == "true"
    focused = page.evaluate("document.activeElement.getAttribute('aria-label')")
    assert focused == "推进重点服务：重点"
    group.get_by_role("button", name="推进重点服务：略写").click()
    # the opening says by how much it rose
    short = said(OFFICE, "（三）推进重点服务，居民健康档案建档率{{ records_rate }}。")
    assert short in filling.text.split("\n")
    marks = exported(filling)["marks"]
    assert marks == {"emphasis": {"public-health-services/推进重点服务": "略写"}}
    assert "（略写）" in group.inner_text()
    filling.press("撤销")
    filling.press("撤销")
    assert shown(filling)[3:6] == ["（一）培训基层人员", "（二）核查健康档案", "（三）推进重点服务"]


def test_an_item_with_an_own_indicator(filling: Filling) -> None:
    page = filling.page
    group = filling.contents(SERVICES)
    group.get_by_role("button", name="＋指标").click()
    page.locator("#indicator-label").fill("村医培训人数")
    assert "已有指标" in page.locator("dialog .fact-hint").first.inner_text()
    page.locator("#indicator-label").fill("医养签约老人")
    page.locator("#indicator-unit").fill("人")
    filling.press("保存")
    page.locator("[data-path^=own_]:focus").wait_for()  # where its figure goes
    filling.section(SERVICES).get_by_role("button", name="＋事项").click()
    page.locator("#editor-title").fill("（四）推进医养结合。")
    page.locator("dialog textarea").fill("签约〔医养签约老人〕，〔医养签约老人·与上期比〕。")
    close(filling)
    name = page.locator(".fill-form [data-path^=own_]").first.get_attribute("data-path") or ""
    fact = name.split(".")[0]
    filling.type(f"{fact}.now", "1287")
    filling.type(f"{fact}.last", "1065")
    assert "（四）推进医养结合。签约1287人，比上年同期增加222人，增长20.85%。" in filling.text
    filling.fact(fact).get_by_role("button", name="改指标").click()
    assert "自己加的“推进医养结合”" in page.locator("dialog").inner_text()
    filling.press("删除这个指标")
    assert "有1处用到它" in page.locator("dialog").inner_text()
    filling.press("仍然删除")
    page.locator(".live-status", has_text="2处自拟内容有误").wait_for()
    filling.press("撤销")
    assert "签约1287人" in filling.text


def test_a_table_and_a_paragraph(filling: Filling) -> None:
    page = filling.page
    group = filling.contents(SERVICES)
    group.get_by_role("button", name="＋表格").click()
    filling.press("插入表格")
    assert "请先勾选" in page.locator("dialog [role=status]").inner_text()
    for name in ("参保人数", "享受待遇"):
        page.locator("#table-search").fill(name)
        page.locator(".picker-list label").first.click()
    filling.press("插入表格")
    assert page.locator(".doc-table").last.locator("tbody tr").count() == 2
    group.get_by_role("button", name="＋段落").click()
    page.locator("dialog textarea").fill("见上表，还差＿＿人。")
    close(filling)
    assert "见上表，还差＿＿人。" in filling.text
    page.locator(".live-status", has_text="1处空白").wait_for()
    table = page.get_by_role("button", name="表格", exact=True)
    table.click()
    page.locator(".table-filters button", has_text="未填").click()
    expect(page.locator(".table-rest")).to_contain_text("另有1处空白不在表里，到文稿上填。")
    table.click()
    group.get_by_role("button", name="＋段落").click()
    close(filling)  # one that stays empty goes again
    assert group.locator(".contents-list > li").count() == 6


def test_sections_are_written_chosen_moved_and_left_out(filling: Filling) -> None:
    page = filling.page
    headings = page.locator(".live-document .doc-heading")
    before = headings.count()
    filling.press("＋一节")
    page.locator("#section-name").fill("工会工作")
    filling.press("写这一节")
    page.locator("dialog textarea").fill("+ 开展活动。办了活动。\n+ 慰问职工。慰问了职工。")
    close(filling)
    assert "六、工会工作" in headings.all_text_contents()[5]
    assert "（二）慰问职工。" in filling.text
    filling.press("＋一节")
    page.locator("#section-search").fill("没有这样的")
    said = page.locator("dialog [role=status]").inner_text()
    assert said.startswith("没有找到名称或说明里有“没有这样的”的片段。")
    assert "自己写一节" in said
    page.locator("#section-search").fill("")
    training = page.locator("dialog .picker-list > li", has_text="业务培训").first
    training.locator("summary", has_text="预览").click()
    expect(training.locator(".document")).not_to_be_empty()
    page.locator("dialog button", has_text="加上“").first.click()
    expect(headings).to_have_count(before + 2)
    group = filling.contents(SERVICES)
    group.get_by_role("button", name="本节下移").click()
    assert headings.all_text_contents()[1].startswith("二、基本公共卫生服务")
    filling.section(SERVICES).get_by_role("button", name="本节不写").click()
    expect(headings).to_have_count(before + 1)
    filling.press("恢复“基本公共卫生服务”")
    expect(headings).to_have_count(before + 2)
    filling.section("capacity").locator("#heading-capacity").fill("能力建设")
    assert page.locator(".doc-heading", has_text="能力建设").count() == 1


def old_draft(tmp_path: Path) -> Path:
    """Return a file of the version before own words, with a paragraph and a title edited."""
    edits = [
        {
            "section": SERVICES,
            "index": 1,
            "generated": "旧",
            "text": f"培训基层人员。培训了{TRAINED}。",
        },
        {"section": "title", "index": 0, "generated": "旧", "text": "自拟的标题"},
        {"section": "gone", "index": 0, "generated": "旧", "text": "原来的一段话"},
    ]
    data = {"schema": "1", "archetype": "county-health-quarter", "facts": facts_of(OFFICE)}
    path = tmp_path / "old.json"
    path.write_text(json.dumps({**data, "edits": edits}, ensure_ascii=False), "utf-8")
    return path


def test_paragraphs_edited_in_an_older_draft_are_own_words(
    page: Page, http: str, tmp_path: Path
) -> None:
    filling = Filling.at(page, http)
    filling.import_file(old_draft(tmp_path))
    page.locator(".doc-title", has_text="自拟的标题").wait_for()
    assert f"（一）培训基层人员。培训了{TRAINED}。" in filling.text
    filling.type("training_people", "99")
    assert "培训了99人。" in filling.text
    page.locator(".live-status", has_text="1段手改文字无处可放").wait_for()
    filling.reviewed().get_by_role("button", name="已另处理，删去：").click()
    page.locator(".live-status", has_text="无处可放").wait_for(state="detached")


def test_how_one_sentence_is_put_in_other_words_is_said(filling: Filling) -> None:
    area = filling.editor("推进重点服务")
    hint = filling.page.locator("dialog .fact-hint").first
    assert "·自动成句〕" in area.input_value()
    expect(hint).to_contain_text("想换个说法，把它删去，自己写这一句")


SENTENCE = """words => {
  const texts = document.createTreeWalker(document.querySelector(".live-document"), 4);
  while (texts.nextNode()) {
    const at = texts.currentNode.data.indexOf(words);
    if (at < 0) continue;
    texts.currentNode.parentElement.scrollIntoView({ block: "center" });
    const range = document.createRange();
    range.setStart(texts.currentNode, at);
    range.setEnd(texts.currentNode, at + words.length);
    const { x, y, width, height } = range.getClientRects()[0];
    return [x + width / 2, y + height / 2];
  }
  return null;
}"""
SELECTED = "area => area.value.slice(area.selectionStart, area.selectionEnd)"


def test_a_sentence_that_is_clicked_is_put_in_other_words(filling: Filling) -> None:
    page = filling.page
    page.mouse.click(*page.evaluate(SENTENCE, "发出警示"))
    page.get_by_role("button", name="改这一句").click()
    area = page.locator("dialog textarea")
    chosen = area.evaluate(SELECTED)
    assert chosen.startswith("〔正文里的自称〕会同")
    assert chosen.endswith("发出警示。")
    page.keyboard.type("警示了〔住院费用超出限额的医疗机构〕。")
    close(filling)
    warned = said(OFFICE, "{{ hospitals_warned }}")
    assert f"。警示了{warned}。" in filling.text
    assert "1286.40元" in filling.text, "the sentence after it"
    filling.type("hospitals_warned", "7")
    assert "警示了7家。" in filling.text
    filling.contents("insurance")
    expect(page.locator("#field-section-insurance")).to_contain_text("（自己的话）")
    filling.press("撤销")
    filling.press("撤销")
    assert "发出警示" in filling.text


def test_the_field_of_a_value_leads_to_its_sentence(filling: Filling) -> None:
    page = filling.page
    page.locator('.live-document [data-facts="training_people"]').first.click()
    page.locator(".paper-field").get_by_role("button", name="改这一句").click()
    assert "〔培训人数〕" in page.locator("dialog textarea").evaluate(SELECTED)
