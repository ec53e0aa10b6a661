"""The states of the page where one fills in: all that can be open on it, one by one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tests.browser.filling import OFFICE, Filling, facts_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Page

SERVICES = "public-health-services"
PASTE = """([path, text, html]) => {
  const data = new DataTransfer();
  data.setData("text/plain", text);
  if (html) data.setData("text/html", html);
  const control = document.querySelector(`.fill-form [data-path="${path}"]`);
  control.focus();
  control.dispatchEvent(new ClipboardEvent("paste", { clipboardData: data, bubbles: true }));
}"""
TABLE = "指标\t本期\t备注\n报销金额\t1600\t万元\n没有的指标\t12\t\n参保人数\t37.9万人\t"


def paste(page: Page, path: str, text: str, html: str = "") -> None:
    """Paste into the field of a path."""
    Filling(page).field(path).wait_for()
    page.evaluate(PASTE, [path, text, html])


def states(filling: Filling) -> Iterator[str]:
    """Bring the page from one state into the next, and name each."""
    yield "empty"
    filling.fill_at_once(facts_of(OFFICE))
    filling.reopen()  # with one section built: all of them would be four times the elements
    yield "filled"
    filling.page.locator(".fill-more > summary", has_text="更多").click()
    yield "menu"
    filling.page.keyboard.press("Escape")
    yield from _reviewed(filling)
    yield from _contents(filling)
    yield from _words(filling)
    yield from _dialogs(filling)


def _reviewed(filling: Filling) -> Iterator[str]:
    page = filling.page
    filling.type("insured", "好多人")
    filling.show_text()
    page.locator(".live-document .fact--computed").first.click()
    yield "error"
    page.get_by_role("button", name="关闭算式").click()  # it would lie over what comes next
    filling.type("org", "某县卫生局13912345678")
    panel = filling.reviewed()
    yield "review"
    page.get_by_role("button", name="全部忽略").first.click()
    yield "reason"
    page.locator("#dialog-answer").press("Enter")
    panel.locator("summary", has_text="已忽略").click()
    panel.locator("summary", has_text="全部数字").click()
    yield "set aside"
    panel.get_by_role("button", name="去改：").first.click()
    yield "line"
    yield from _asked(filling)


def _asked(filling: Filling) -> Iterator[str]:
    page = filling.page
    filling.menu("读者会问")
    panel = page.locator(".fill-review")
    panel.locator("summary", has_text="依据").first.click()
    page.get_by_role("button", name="搁置：").first.click()
    page.locator("#dialog-answer").fill("已当面说明")
    page.locator("#dialog-answer").press("Enter")
    panel.locator("summary", has_text="已答复、搁置").click()
    panel.get_by_role("button", name="去写：").first.click()
    yield "questions"
    filling.press("核对")
    page.keyboard.press("Escape")


def _contents(filling: Filling) -> Iterator[str]:
    page = filling.page
    group = filling.contents(SERVICES)
    group.get_by_role("button", name="核查健康档案：本期不写").click()
    yield "contents"
    area = filling.editor("培训基层人员")
    area.fill("（一）培训〔培训人数〕，〔没有的〕。")
    filling.press("插入指标")
    yield "editor"
    page.locator(".picker-list button").first.click()
    yield "forms"
    page.keyboard.press("Escape")
    filling.section(SERVICES).get_by_role("button", name="＋表格").click()
    page.locator("#table-search").wait_for()
    yield "table"
    page.keyboard.press("Escape")
    filling.section(SERVICES).get_by_role("button", name="＋事项").click()
    yield "item"
    page.keyboard.press("Escape")
    filling.show_outline()
    filling.press("＋一节")
    page.locator("#section-name").wait_for()
    page.locator("dialog summary", has_text="预览").first.click()
    yield "sections"
    page.locator("#section-name").fill("工会工作")
    filling.press("写这一节")
    page.locator("dialog textarea").fill("+ 开展活动。办了活动。")
    yield "own section"
    page.keyboard.press("Escape")


def _words(filling: Filling) -> Iterator[str]:
    page = filling.page
    filling.type("problems[0].text", "参保〔参保人数〕，〔没有的〕。")
    filling.fact("problems").get_by_role("button", name="插入指标").first.click()
    page.locator("#fact-problems .picker").wait_for()
    yield "words"


def _dialogs(filling: Filling) -> Iterator[str]:
    page = filling.page
    filling.section(SERVICES).get_by_role("button", name="＋指标").click()
    page.locator("#indicator-label").fill("村医培训人数")
    yield "indicator"
    page.locator("#indicator-kind").select_option("rate")
    yield "rate"
    page.keyboard.press("Escape")
    paste(page, "insured", TABLE)
    page.locator("dialog .paste-question").first.wait_for()
    yield "paste"
    page.keyboard.press("Escape")
    filling.menu("写下一期")
    page.locator("dialog", has_text="现在这份原样保留").wait_for()
    yield "roll"
    page.locator("dialog").get_by_role("button", name="新建草稿", exact=True).click()
    page.locator("dialog", has_text="下一期已建好").wait_for()
    yield "rolled"
    page.keyboard.press("Escape")
    filling.menu("分科室收集表")
    page.locator("dialog", has_text="下载这几节的表").wait_for()
    yield "split"
    page.keyboard.press("Escape")
    filling.menu("把提纲发给下级")
    page.locator("dialog", has_text="下发的是提纲").wait_for()
    yield "structure"
    page.keyboard.press("Escape")
