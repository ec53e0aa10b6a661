"""The paper: blanks filled in where they stand, with the outline and the fields beside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.filling import OFFICE, Filling, facts_of, places

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

FIELD = ".paper-field:visible"
HERE = "document.activeElement.dataset.path ?? ''"
IS_ELSEWHERE = "before => (document.activeElement.dataset.path ?? '') !== before"
IS_SEEN = """() => {
  const { left, right, top, bottom } = document.activeElement.getBoundingClientRect();
  return left >= 0 && top >= 0 && right <= innerWidth && bottom <= innerHeight;
}"""


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    return Filling.at(page, http)


def test_a_whole_summary_is_filled_in_without_the_mouse(filling: Filling) -> None:
    page = filling.page
    told = dict(places({**facts_of(OFFICE), "org": "某县卫生局"}))
    page.keyboard.press("Control+Enter")
    keys, typed, ended, path = 1, [], [], ""
    passed: list[str] = []  # other sides of a figure that the office has not
    for _ in range(2 * len(told)):
        path = path_after(page, path)
        if not path or path in typed or path in ended:
            break
        assert path not in passed
        assert page.evaluate(IS_SEEN), f"{path} is out of sight"
        if path not in told and path.endswith((".last", ".plan")):
            passed.append(path)
        elif path not in told:
            assert is_further_record(path, told), path
            ended.append(path)
        elif page.evaluate("document.activeElement.tagName") == "SELECT":
            page.keyboard.press(str(options_of(page).index(told[path]) + 1))
            typed.append(path)
            continue
        else:
            page.keyboard.insert_text(told[path])
            typed.append(path)
        page.keyboard.press("Enter")
        keys += 1
    assert "处空白" not in filling.status
    fields = len(typed) + len(ended) + len(passed)
    assert keys <= fields + 1, "one key leads from a field to the next"
    assert len(ended) == len({path.partition("[")[0] for path in ended}), "one key ends a list"
    assert len(typed) > 80


def path_after(page: Page, before: str) -> str:
    """Wait until the focus has left a field, and return the path of the one where it is now."""
    page.wait_for_function(IS_ELSEWHERE, arg=before)
    found: str = page.evaluate(HERE)
    return found


def is_further_record(path: str, told: dict[str, str]) -> bool:
    """Tell whether a path begins the record after the last of a list."""
    name, _, row = path.partition("[")
    before = f"{name}[{int(row.partition(']')[0]) - 1}]"
    return any(other.startswith(before) for other in told)


def options_of(page: Page) -> list[str]:
    """Return what can be chosen below the field."""
    found: list[str] = page.locator(".paper-choices button").evaluate_all(
        "buttons => buttons.map((button) => button.lastChild.textContent)"
    )
    return found


def test_a_record_that_nothing_is_typed_in_is_not_made(filling: Filling) -> None:
    page = filling.page
    page.locator("mark[data-facts='focus[0].name']").click()
    page.keyboard.insert_text("甲事")
    page.keyboard.press("Enter")
    assert page.evaluate(HERE) == "focus[1].name"
    expect(page.locator(FIELD)).to_contain_text("没有了就直接按回车")
    assert "重点是甲事" in filling.text
    assert filling.fact("focus").locator(".row").count() == 1
    page.keyboard.press("Enter")
    assert page.evaluate(HERE) not in ("", "focus[1].name")
    assert filling.fact("focus").locator(".row").count() == 1


def test_the_other_sides_of_a_figure_are_filled_in_beside_it(filling: Filling) -> None:
    page = filling.page
    page.locator("mark[data-facts='benefit_visits.now']").click()
    page.keyboard.insert_text("5200")
    page.keyboard.press("Enter")
    assert page.evaluate(HERE) == "benefit_visits.last", "not yet to the next blank"
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    assert page.evaluate(HERE) == "benefit_visits.last"
    page.keyboard.insert_text("好多")
    page.keyboard.press("Enter")
    assert page.evaluate(HERE) == "benefit_visits.last", "what is wrong is seen"
    page.locator(":focus").fill("4000")
    page.keyboard.press("Enter")
    assert page.evaluate(HERE) not in ("", "benefit_visits.last")
    assert "5200人次，比上年同期增加1200人次" in filling.text


def test_the_mouse_opens_and_the_keyboard_leads_on(filling: Filling) -> None:
    """The clerk's job: the mouse to open and to choose, the keyboard to type and to go on."""
    page = filling.page
    told = dict(places({**facts_of(OFFICE), "org": "某县卫生局"}))
    clicks: list[str] = []

    def click(what: Locator) -> None:
        clicks.append(what.inner_text())
        what.click()

    click(page.locator(".bar-period button"))
    page.locator(".bar-period input:focus").wait_for()
    page.keyboard.insert_text("2013一季度")
    page.keyboard.press("Enter")
    click(page.locator(".live-document mark").first)
    page.locator(FIELD).wait_for()
    typed: list[str] = []
    path = ""
    for _ in range(2 * len(told)):
        path = path_after(page, path)
        if not path or path in typed:
            break
        typed.append(path)
        if page.evaluate("document.activeElement.tagName") == "SELECT":
            click(page.locator(".paper-choices button", has_text=told[path]))
            continue
        if path in told:
            page.keyboard.insert_text(told[path])
        last = path.replace(".now", ".last")
        if last != path and last in told:
            page.keyboard.press("Tab")
            page.keyboard.insert_text(told[last])
            path = last
        page.keyboard.press("Enter")
    click(page.get_by_role("button", name="核对", exact=True))
    with page.expect_download() as started:
        click(page.locator(".review-ends").get_by_role("button", name="下载Word"))
    assert started.value.suggested_filename.endswith(".docx")
    assert "草稿" not in started.value.suggested_filename
    assert len(typed) > 80
    assert len(clicks) <= 6, clicks


def test_escape_gives_back_what_was_there(filling: Filling) -> None:
    page = filling.page
    filling.type("goal", "争先进")
    page.locator(".live-document [data-facts=goal]").click()
    field = page.locator(FIELD)
    field.locator("textarea, input").fill("别的")
    assert "别的" in filling.text
    page.keyboard.press("Escape")
    assert field.count() == 0
    assert "目标是争先进" in filling.text
    blank = page.locator("mark[data-facts='focus[0].name']")
    blank.click()
    page.keyboard.insert_text("甲事")
    assert "重点是甲事" in filling.text
    page.keyboard.press("Escape")
    expect(blank).to_have_text("＿＿＿＿")
    assert filling.fact("focus").locator(".row").count() == 0


def test_tab_leads_on_and_shift_tab_back(filling: Filling) -> None:
    page = filling.page
    page.locator("mark[data-facts=org]").first.click()
    seen = []
    for key in ("Tab", "Tab", "Shift+Tab"):
        page.keyboard.press(key)
        page.wait_for_timeout(50)
        seen.append(page.evaluate(HERE))
    assert seen == ["work", "we", "work"]


def test_what_is_wrong_is_said_at_the_field(filling: Filling) -> None:
    page = filling.page
    page.locator("mark[data-facts=insured]").first.click()
    page.keyboard.insert_text("好多人")
    page.locator(FIELD).locator(".field-problem", has_text="不是数").wait_for()
    page.keyboard.press("Enter")
    page.locator(".outline-wrong", has_text="居民医疗保障").wait_for()
    assert page.evaluate(HERE) == "insured", "nobody goes on without having seen it"
    page.keyboard.press("Enter")
    assert page.evaluate(HERE) != "insured"


def test_shift_tab_leads_back_to_what_was_filled_in(filling: Filling) -> None:
    page = filling.page
    page.locator("mark[data-facts=work]").first.click()
    page.keyboard.insert_text("卫生健康")
    page.keyboard.press("Enter")
    page.keyboard.press("Shift+Tab")
    assert page.evaluate(HERE) == "work"
    assert page.locator(FIELD).locator("input, textarea").first.input_value() == "卫生健康"


def test_a_place_is_left_out_where_its_figure_is_not_known(filling: Filling) -> None:
    page = filling.page
    page.locator("mark[data-facts=training_people]").first.click()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Enter")
    expect(page.locator(".live-document [data-facts=training_people]")).to_have_count(0)
    expect(page.locator(".toast")).to_contain_text("“培训基层人员”本期不写")
    filling.press("撤销这一步")
    expect(page.locator(".live-document [data-facts=training_people]")).not_to_have_count(0)


def test_of_a_list_nothing_need_be_said(filling: Filling) -> None:
    page = filling.page
    blanks = page.locator(".live-document [data-facts^=works]")
    blanks.first.click()
    page.locator(FIELD).get_by_role("button", name="这一段不写", exact=True).click()
    expect(blanks).to_have_count(0)
    assert "没有建设项目" not in page.locator(".live-document").inner_text()


def test_the_focus_comes_back_from_other_words(filling: Filling) -> None:
    page = filling.page
    paragraph = page.locator(".live-document p", has_text="培训基层人员").first
    paragraph.hover()
    paragraph.get_by_role("button", name="改文字").click()
    area = page.locator("dialog textarea")
    assert "{{" not in area.input_value()
    area.fill("换成别的话。")
    page.locator("dialog").get_by_role("button", name="完成", exact=True).click()
    again = page.locator(".live-document p", has_text="换成别的话").get_by_role(
        "button", name="改文字"
    )
    expect(again).to_be_focused()


def test_a_composition_is_not_left_by_its_enter(filling: Filling) -> None:
    page = filling.page
    page.locator("mark[data-facts=we]").first.click()
    cdp = page.context.new_cdp_session(page)
    composed = {"text": "wo", "selectionStart": 2, "selectionEnd": 2}
    cdp.send("Input.imeSetComposition", composed)
    key = {"key": "Enter", "code": "Enter", "windowsVirtualKeyCode": 229}
    cdp.send("Input.dispatchKeyEvent", {"type": "rawKeyDown", **key})
    assert page.evaluate(HERE) == "we"
    cdp.send("Input.insertText", {"text": "我局"})
    page.keyboard.press("Enter")
    page.wait_for_timeout(50)
    assert page.evaluate(HERE) != "we"
    assert "我局" in filling.text


def test_choosing_a_section_moves_the_text_and_the_fields(filling: Filling) -> None:
    page = filling.page
    page.locator(".outline-section", has_text="疾病预防控制").click()
    heading = page.locator(".live-document .doc-heading", has_text="疾病预防控制")
    box, paper = heading.bounding_box(), page.locator(".fill-text").bounding_box()
    assert box
    assert paper
    assert paper["y"] <= box["y"] < paper["y"] + paper["height"] / 2
    expect(page.locator(".fill-group:visible > legend")).to_have_text("疾病预防控制")
    page.locator("mark[data-facts=insured]").first.click()
    expect(page.locator(".outline-section[aria-current]")).to_contain_text("居民医疗保障")
    expect(page.locator(".fact-box--here .fact-label")).to_have_text("参保人数")


def test_the_outline_counts_moves_and_leaves_out(filling: Filling) -> None:
    page = filling.page
    line = page.locator(".outline-section", has_text="导语")
    before = line.inner_text()
    filling.type("goal", "争先进")
    expect(line).not_to_have_text(before)
    page.locator(".outline-section", has_text="居民医疗保障").focus()
    page.keyboard.press("Alt+ArrowUp")
    expect(page.locator(".outline-section").nth(2)).to_contain_text("居民医疗保障")
    assert page.evaluate("document.activeElement.dataset.section") == "insurance"
    assert filling.text.index("居民医疗保障") < filling.text.index("基本公共卫生服务")
    page.keyboard.press("Delete")
    page.get_by_role("button", name="恢复“居民医疗保障”").click()
    assert "居民医疗保障" in filling.text


def test_a_list_is_added_to_on_the_text(filling: Filling) -> None:
    page = filling.page
    filling.menu("用示例填写")
    rows = len(facts_of(OFFICE)["problems"])
    page.get_by_role("button", name="加一个存在问题").click()
    page.wait_for_timeout(50)
    assert page.evaluate(HERE) == f"problems[{rows}].title"
    page.keyboard.insert_text("基层人手不足")
    assert "基层人手不足" in filling.text


def test_the_arrows_lead_down_the_rows_of_a_list_and_a_table(filling: Filling) -> None:
    page = filling.page
    filling.menu("用示例填写")
    page.locator('[data-facts="problems[0].title"]').first.click()
    page.keyboard.press("ArrowDown")
    assert page.evaluate(HERE) == "problems[1].title"
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")  # there is none above
    assert page.evaluate(HERE) == "problems[0].title"


def test_an_example_is_shown_until_something_is_filled_in(filling: Filling) -> None:
    page = filling.page
    page.get_by_role("button", name="看示例怎么填").click()
    page.locator(".live-document", has_text="青禾县卫生局").wait_for()
    assert exported_nothing(filling)
    page.locator(".live-document [data-facts=org]").first.click()
    page.keyboard.insert_text("某县卫生局")
    assert "青禾县" not in filling.text
    assert "某县卫生局" in filling.text


def exported_nothing(filling: Filling) -> bool:
    """Tell whether the draft is still empty."""
    return filling.field("org").input_value() == ""


def test_at_400_percent_and_in_forced_colours_a_field_is_seen(browser: Browser, http: str) -> None:
    context = browser.new_context(viewport={"width": 341, "height": 192}, forced_colors="active")
    page = context.new_page()
    Filling.at(page, http)
    page.keyboard.press("Control+Enter")
    page.locator(f"{FIELD} [data-path=org]:focus").wait_for()
    assert page.evaluate(IS_SEEN)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


# how a blank, the chosen place and the field that has the focus look
LOOKS = """() => {
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  const { color: blank, backgroundColor } = style(".live-document mark.fact--blank");
  const { color: text } = style(".live-document > p");
  const { outlineStyle: here } = style(".live-document .fact--here");
  const { outlineStyle: focus } = style(".paper-field [data-path]:focus");
  const { borderLeftStyle: section } = style(".outline-section[aria-current]");
  return { isBlankSeen: blank !== text || backgroundColor !== style(".live-text").backgroundColor,
    here, focus, section };
}"""


def test_at_320_by_256_in_forced_colours_all_can_be_told(browser: Browser, http: str) -> None:
    size = {"width": 320, "height": 256}
    context = browser.new_context(viewport=size, forced_colors="active")  # type: ignore[arg-type]
    page = context.new_page()
    Filling.at(page, http)
    page.keyboard.press("Control+Enter")
    page.locator(f"{FIELD} [data-path=org]:focus").wait_for()
    looks = page.evaluate(LOOKS)
    assert looks == {"isBlankSeen": True, "here": "solid", "focus": "solid", "section": "solid"}
    assert page.evaluate(IS_SEEN)
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_paper_is_shown_as_large_as_one_likes(browser: Browser, http: str) -> None:
    context = browser.new_context(viewport={"width": 1366, "height": 768})
    page = context.new_page()
    Filling.at(page, http)
    text = page.locator(".live-text")
    fitting = width_of(text)
    page.get_by_role("combobox", name="文稿显示大小").select_option("125")
    large = width_of(text)
    assert large > fitting
    again = Filling.at(page, http)
    assert width_of(text) == large
    page.keyboard.press("Control+Enter")
    page.locator(f"{FIELD} [data-path]:focus").wait_for()
    assert page.evaluate(IS_SEEN), "a field is in sight where the column is scrolled sideways"
    again.page.get_by_role("combobox", name="文稿显示大小").select_option("")
    assert width_of(text) == fitting
    context.close()


def width_of(element: Locator) -> float:
    """Return how wide an element is shown."""
    box = element.bounding_box()
    assert box
    return box["width"]


def test_the_formula_of_a_figure_stands_at_its_field(filling: Filling) -> None:
    page = filling.page
    filling.type("residents.now", "43.8")
    filling.type("records.now", "23.3")
    rate = page.locator("#fact-records_rate")
    shown = "本期53.20%（23.3万 ÷ 43.8万 = 53.20%）"
    expect(rate.locator(".fact-computed").first).to_have_text(shown)
    filling.section("insurance")
    page.locator(".live-document .fact--computed", has_text="53.20").first.click()
    note = rate.locator(".fact-formula")
    expect(note.locator("b")).to_have_text("23.3万 ÷ 43.8万 = 53.20%")
    expect(note).to_be_in_viewport()
    expect(note.get_by_role("button").first).to_have_text("建立健康档案的居民（本期）：23.3万人")
    filling.type("records.now", "23.4")
    expect(note.locator("b")).to_contain_text("23.4万 ÷ 43.8万")
    page.get_by_role("button", name="关闭算式").click()
    expect(page.locator(".fact-formula")).to_have_count(0)


def test_a_typed_figure_in_another_unit_opens_its_field(page: Page, http: str) -> None:
    filling = Filling.at(page, http, "nursing-year")
    filling.type("catheter_days.now", "12.68")
    figure = page.locator(".live-document .fact", has_text="12680日").first
    figure.click()
    expect(page.locator(FIELD).locator("[data-path='catheter_days.now']")).to_be_focused()
    expect(page.locator(".live-formula:visible")).to_have_count(0)
    note = filling.fact("catheter_days").locator(".fact-formula")
    expect(note.locator("b")).to_have_text("12.68千 = 12680")
    page.keyboard.press("Escape")
    expect(note).to_have_count(0)


def test_a_computed_figure_leads_to_the_first_of_its_fields_by_enter(filling: Filling) -> None:
    page = filling.page
    filling.type("residents.now", "43.8")
    filling.type("records.now", "23.3")
    page.locator(".live-document .fact--computed", has_text="53.20").first.focus()
    page.keyboard.press("Enter")
    page.get_by_role("dialog", name="算式").wait_for()
    page.keyboard.press("Enter")
    expect(page.locator(FIELD).locator("[data-path='records.now']")).to_be_focused()


def test_a_rate_is_entered_where_its_counts_are_not_known(filling: Filling) -> None:
    page = filling.page
    own = filling.fact("records_rate").locator("details", has_text="只知道比率的，直接填")
    own.locator("summary").click()
    page.get_by_label("居民健康档案建档率（本期）").fill("53.2")
    assert "居民健康档案建档率\t%\t53.2" in filling.text
    filling.type("residents.now", "43.8")
    filling.type("records.now", "20")
    expect(filling.fact("records_rate").locator(".field--wrong")).to_be_visible()
    page.get_by_label("居民健康档案建档率（本期）").fill("")
    page.get_by_label("居民健康档案建档率（本期）").blur()
    expect(filling.fact("records_rate").locator(".fact-computed").first).to_contain_text("45.66%")


def drag(page: Page, source: Locator, target: Locator) -> None:
    """Drag one element with the mouse to below the middle of another."""
    source.hover()
    page.mouse.down()
    box = target.bounding_box()
    assert box
    page.mouse.move(box["x"] + 20, box["y"] + box["height"] - 2, steps=5)


def test_a_section_is_dragged_in_the_outline(filling: Filling) -> None:
    page = filling.page
    lines = page.locator(".outline-section")
    before = lines.all_inner_texts()
    plague, opening = (lines.filter(has_text=name) for name in ("疾病预防控制", "导语"))
    drag(page, plague, opening)
    expect(page.locator(".outline-after")).to_contain_text("导语")
    page.keyboard.press("Escape")
    page.mouse.up()
    assert lines.all_inner_texts() == before
    drag(page, plague, opening)
    page.mouse.up()
    expect(lines.nth(2)).to_contain_text("疾病预防控制")
    assert filling.text.index("疾病预防控制") < filling.text.index("基本公共卫生服务")
    expect(page.locator(".outline-section[aria-current]")).to_contain_text("基本情况")
    filling.press("撤销")
    expect(lines.nth(4)).to_contain_text("疾病预防控制")


FOCUSED = "document.activeElement.textContent"


def test_the_text_is_two_keys_away(filling: Filling) -> None:
    page = filling.page
    page.keyboard.press("Tab")
    expect(page.get_by_role("link", name="跳到文稿")).to_be_focused()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.closest('.fill-text') !== null")


def test_the_outline_and_the_tools_are_one_stop_each(filling: Filling) -> None:
    page = filling.page
    stops = "[...document.querySelectorAll(selector)].filter((one) => one.tabIndex === 0).length"
    for name in (".fill-outline ol button", ".bar-tools > :is(button, .live-buttons *)"):
        assert page.evaluate(f"selector => {stops}", name) <= 1
    first = page.locator(".outline-section").first
    first.focus()
    page.keyboard.press("ArrowDown")
    assert "导语" in page.evaluate(FOCUSED)
    page.keyboard.press("ArrowRight")
    assert page.evaluate(FOCUSED) == "↑"
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("End")
    expect(page.locator(".outline-section").last).to_be_focused()
    page.keyboard.press("Shift+Tab")
    page.keyboard.press("Tab")
    expect(page.locator(".outline-section").last).to_be_focused()
    page.keyboard.press("Tab")
    assert page.evaluate(FOCUSED) == "＋一节"
    page.locator(".bar-tools").get_by_role("button", name="核对").focus()
    page.keyboard.press("ArrowRight")
    assert "下载Word" in page.evaluate(FOCUSED)
    page.keyboard.press("Home")
    assert page.evaluate(FOCUSED) == "表格", "what cannot be pressed is passed over"


def test_a_list_in_a_sentence_is_added_to_where_it_stands(filling: Filling) -> None:
    page = filling.page
    page.locator("mark[data-facts='focus[0].name']").click()
    page.keyboard.insert_text("甲事")
    expect(page.locator(FIELD).get_by_role("button", name=re.compile("^再加一"))).to_be_visible()
    page.keyboard.press("Escape")
    expect(page.locator(".paper-adds button")).to_have_count(0)
    page.locator("mark[data-facts='focus[0].name']").click()
    page.keyboard.insert_text("甲事")
    page.keyboard.press("Enter")
    sentence = page.locator(".live-document p", has_text="重点是甲事")
    sentence.get_by_role("button", name=re.compile("^加一")).click()
    page.keyboard.insert_text("乙事")
    assert "重点是甲事和乙事" in filling.text


def test_a_summary_without_a_goal_leaves_only_its_sentence_out(filling: Filling) -> None:
    page = filling.page
    opening = page.locator(".live-document p", has_text="现将有关情况总结如下")
    page.locator("mark[data-facts=goal]").click()
    page.keyboard.press("Alt+ArrowDown")
    page.keyboard.press("Enter")
    expect(opening).not_to_contain_text("目标")
    expect(opening).to_contain_text("重点是")
    assert page.evaluate(HERE) not in ("", "goal")
    assert filling.fact("goal").get_by_role("button", name="没有工作目标").count() == 0
    filling.type("goal", "争先进")
    expect(opening).to_contain_text("目标是争先进")


def test_the_panel_beside_follows_the_record_that_is_filled_in(filling: Filling) -> None:
    page = filling.page
    plans = [{"title": f"办第{number}件事", "measures": "按月检查"} for number in "一二三四"]
    filling.fill({"plans": plans})
    records = filling.fact("plans").locator(".row")
    page.locator(".live-document [data-facts='plans[3].title']").click()
    expect(page.locator(FIELD).locator("[data-path='plans[3].title']")).to_be_focused()
    expect(records.nth(3)).to_have_class(re.compile("row--here"))
    expect(records.nth(3).locator("[data-path='plans[3].title']")).to_be_in_viewport()
    page.keyboard.press("Alt+Enter")
    page.keyboard.insert_text("办第五件事")
    expect(records.nth(4)).to_have_class(re.compile("row--here"))
    expect(records.nth(4).locator("[data-path='plans[4].title']")).to_be_in_viewport()
    expect(records.nth(3)).not_to_have_class(re.compile("row--here"))


def test_what_few_need_of_a_record_is_folded_until_it_is_filled_in(filling: Filling) -> None:
    page = filling.page
    filling.fact("plans").get_by_role("button", name="加一项").click()
    record = filling.fact("plans").locator(".row")
    expect(record.locator("[data-path]:visible")).to_have_count(5)
    record.locator("[data-path='plans[0].due']").focus()
    page.keyboard.press("Enter")
    assert "plans" not in page.evaluate(HERE), "Enter passes what is folded"
    record.locator("summary", has_text="更多（6项）").focus()
    page.keyboard.press("Enter")
    expect(record.locator("[data-path]:visible")).to_have_count(11)
    record.locator("[data-path='plans[0].target']").fill("建成示范社区")
    record.locator("summary").click()
    record.locator("[data-path='plans[0].title']").fill("建示范社区")
    expect(record.locator("[data-path='plans[0].target']")).to_be_visible()
    record.locator("[data-path='plans[0].target']").fill("")
    record.locator("summary").click()
    expect(record.locator("[data-path]:visible")).to_have_count(5)
    filling.choose("plans[0].value", "-3")
    wrong = filling.fact("plans").locator(".field-problem", has_text="没有选")
    expect(wrong).to_be_visible()


def mark_of(page: Page, label: str) -> Locator:
    """Return the mark in an indent of the paper that offers something to say."""
    return page.locator(f".paper-offers > summary[title*='{label}']")


def test_what_may_be_said_besides_is_marked_at_its_place(filling: Filling) -> None:
    page = filling.page
    before = page.locator(".live-document").inner_text()
    mark = mark_of(page, "基本公共卫生服务的判断")
    mark.focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    view = page.locator(FIELD).locator("[data-path='public_health_services_view']")
    expect(view).to_be_focused()
    expect(page.locator(FIELD).locator(".paper-lists button")).to_have_count(0)
    page.keyboard.insert_text("档案重新核过，建档率比上年可靠")
    expect(page.locator(".live-document")).to_contain_text("档案重新核过，建档率比上年可靠。")
    expect(mark).to_have_count(0)
    page.keyboard.press("Enter")
    assert page.evaluate(HERE) == "training_date", "on to the blank that follows"
    filling.type("public_health_services_view", "")
    filling.show_text()
    expect(mark).to_have_count(1)
    assert page.locator(".live-document").inner_text() == before


def test_marks_have_no_words_in_the_text_and_are_not_printed(filling: Filling) -> None:
    page = filling.page
    mark = page.locator(".paper-offers").first
    mark.wait_for()
    assert "工作依据" not in filling.text
    assert "工作依据" not in page.locator(".live-document").inner_text()
    selected = "getSelection().selectAllChildren(document.querySelector('.live-document'))"
    page.evaluate(selected)
    assert "＋" not in page.evaluate("String(getSelection())")
    page.emulate_media(media="print")
    expect(mark).to_be_hidden()
    page.emulate_media(media="screen")
    height = page.locator(".live-document").evaluate("text => text.offsetHeight")
    page.evaluate("document.querySelectorAll('.paper-offers').forEach((mark) => mark.remove())")
    assert page.locator(".live-document").evaluate("text => text.offsetHeight") == height


def test_a_record_and_a_section_that_is_empty_have_their_marks(filling: Filling) -> None:
    page = filling.page
    filling.fill({"plans": [{"title": "办第一件事", "measures": "按月检查"}]})
    filling.show_text()
    mark_of(page, "时限").click()
    page.locator(".paper-offers[open] button", has_text="时限").click()
    expect(page.locator(FIELD).locator("[data-path='plans[0].due']")).to_be_focused()
    page.keyboard.insert_text("9月底前")
    expect(page.locator(".live-document")).to_contain_text("按月检查，9月底前完成")
    mark_of(page, "需协调事项").click()
    page.locator(".paper-offers[open] button", has_text="需协调事项").click()
    expect(page.locator(FIELD).locator("[data-path='requests[0].title']")).to_be_focused()
    page.keyboard.press("Escape")
    assert filling.fact("requests").locator(".row").count() == 0
