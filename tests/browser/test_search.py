"""The search in a real Chromium: over http, by a host name, and from a double-clicked file."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.browser.serving import DENIED, opened
from tests.support.real import LIBRARY, said

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Page

QUERY = ".md-search__input"
NOT_COVERED = ("急救", "中医药工作总结", "霾霾霾霾")
RESULT = ".md-search-result__item"
PHONE = 390  # pixels
STATUS = ".md-search-result__meta"
GUIDES = {"templates", "facts", "quick-start", "new-archetype", "hosting", "command-line"}
TOPICS = {
    "护理": "nursing-year",
    "院感": "infection-control-year",
    "安全生产": "work-safety",
    "妇幼": "maternal-child-year",
    "个人总结": "personal-year",
    "卫健局半年": "county-health-year",
    "党建": "party-building",
    "医院年度总结": "county-hospital-year",
    "病媒生物": "patriotic-health-year",
    "灭鼠": "patriotic-health-year",
    "手足口": "county-health-quarter",
    "健康档案": "county-health-quarter",
    "创卫": "clean-city-bureau-year",
    "门前三包": "clean-city-bureau-year",
    said("qinghe-county-2013q1", "{{ paid|bare }}").rstrip("万"): "county-health-quarter",
    said("yunting-city-2013", "{{ accept_rate|bare }}"): "patriotic-health-year",
    "居民健康档案建档率": "county-health-quarter",
    "居民建档率": "county-health-quarter",
    "存在问题": "problems",
    "孕产妇死亡率": "indicators",
    "出院者平均住院日": "indicators",
    "新冠肺炎": "terms",
    "百分点": "standards",
    "nginx": "hosting",
}
# Puts each query where a paste would, and waits until the list shown is that query's.
SEARCH = """async ([queries, selector]) => {
  const query = document.querySelector(selector);
  const list = document.querySelector(".md-search-result__list");
  const found = [];
  for (const text of queries) {
    list.replaceChildren();
    const changed = new Promise((resolve, reject) => {
      const seen = new MutationObserver(() => { seen.disconnect(); resolve(); });
      seen.observe(list, { childList: true });
      setTimeout(() => reject(new Error(`nothing found for ${text}`)), 5000);
    });
    query.value = text;
    query.dispatchEvent(new InputEvent("input", { inputType: "insertFromPaste" }));
    await changed;
    const items = [...list.querySelectorAll(":scope > li")];
    found.push(items.map((item) => item.querySelector("a").href.split("/").pop()));
  }
  return found;
}"""


def pieces(text: str) -> set[str]:
    """Return every two neighbouring characters of a text: its words are among them."""
    return {text[at : at + 2] for at in range(len(text) - 1)}


def search(page: Page, queries: list[str]) -> list[list[str]]:
    """Return for each query the pages found, best first, without anchors."""
    page.locator(QUERY).click()
    found: list[list[str]] = page.evaluate(SEARCH, [queries, QUERY])
    return [[re.sub(r"\.html.*", "", name) for name in names] for names in found]


def ask(page: Page, query: str) -> None:
    """Type a query as a reader does, and wait for what is found."""
    page.locator(QUERY).click()
    page.keyboard.insert_text(query)
    page.wait_for_selector(RESULT)


def test_every_piece_of_a_title_every_alias_and_topic_finds_its_page(
    browser: Browser, place: str
) -> None:
    archetypes = LIBRARY.archetypes.values()
    words = [(word, a.id) for a in archetypes for word in sorted(pieces(a.title))]
    names = [(name, a.id) for a in archetypes for name in (a.title, a.short, *a.aliases)]
    words += TOPICS.items()
    page, wrong = opened(browser, f"{place}/index.html")
    found = search(page, [query for query, _ in words + names])
    for (query, wanted), pages in zip(words, found, strict=False):
        assert wanted in pages, f"{query} does not find {wanted}"
    for (query, wanted), pages in zip(names, found[len(words) :], strict=True):
        assert pages[0] == wanted, f"{query} finds {pages[0]} before {wanted}"
    assert not wrong
    page.close()


def test_what_has_no_kind_of_its_own_leads_to_the_one_for_all(browser: Browser, http: str) -> None:
    page, wrong = opened(browser, f"{http}/index.html")
    found = dict(zip(NOT_COVERED, search(page, list(NOT_COVERED)), strict=True))
    assert {query: pages[0] for query, pages in found.items()} == dict.fromkeys(
        NOT_COVERED, "general"
    )
    assert found["霾霾霾霾"][1] == "index"
    assert not wrong
    page.close()


def test_who_finds_no_kind_of_her_own_can_copy_what_to_ask_for(
    browser: Browser, place: str
) -> None:
    page, wrong = opened(browser, f"{place}/index.html")
    page.locator(QUERY).click()
    page.keyboard.insert_text("急救")
    expect(page.locator(STATUS)).to_contain_text("没有“急救”的专门范本")
    text = page.get_by_label("发给网站管理人员的话")
    assert text.input_value().startswith("总结范本库里搜“急救”，没有找到专门的范本")
    page.get_by_role("button", name="复制这段话").click()
    page.locator(".search-request [role=status]", has_text="已复制。").wait_for()
    assert not wrong
    page.close()


def test_a_browser_that_does_not_copy_leaves_the_text_selected(browser: Browser, http: str) -> None:
    page = browser.new_page()
    page.add_init_script(DENIED)
    page.goto(f"{http}/index.html", wait_until="load")
    page.locator(QUERY).click()
    page.keyboard.insert_text("霾霾")
    page.get_by_role("button", name="复制这段话").click()
    page.locator(".search-request [role=status]", has_text="请按 Ctrl+C").wait_for()
    assert page.evaluate("getSelection().toString()").startswith("总结范本库里搜“霾霾”")
    page.close()


def test_what_fits_leaves_the_request_closed(browser: Browser, http: str) -> None:
    page, _ = opened(browser, f"{http}/index.html")
    ask(page, "灭鼠")
    assert re.fullmatch("找到[0-9]+页", page.locator(STATUS).inner_text())
    assert not page.locator(".search-request textarea").is_visible()
    page.close()


def test_a_clerk_finds_no_page_for_maintainers_but_a_maintainer_does(
    browser: Browser, http: str
) -> None:
    for start, wanted in (("index", False), ("maintaining/index", True)):
        page, _ = opened(browser, f"{http}/{start}.html")
        found = search(page, ["模板", "安全", "指标"])
        assert any(GUIDES & {*names} for names in found) == wanted
        page.close()


def test_the_keys_open_walk_and_close_the_box(browser: Browser, http: str) -> None:
    page, wrong = opened(browser, f"{http}/index.html")
    focused = "x => document.activeElement.matches(x)"
    for key in ("s", "f", "/"):
        page.keyboard.press(key)
        assert page.evaluate(focused, QUERY)
        assert page.locator(QUERY).input_value() == ""
        page.keyboard.press("Escape")
        assert not page.evaluate(focused, QUERY)
        assert not page.locator("#__search").is_checked()
    page.keyboard.press("s")
    page.keyboard.insert_text("灭鼠")
    page.wait_for_selector(RESULT)
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused, f"{RESULT}:first-child > a")
    page.keyboard.press("ArrowUp")
    page.keyboard.press("ArrowUp")
    assert page.evaluate(focused, ".search-request summary")
    page.keyboard.press("Enter")
    page.keyboard.press("ArrowDown")
    assert page.evaluate(focused, ".search-request button")
    page.keyboard.type("x")
    assert page.locator(QUERY).input_value() == "灭鼠x"
    page.keyboard.press("Backspace")
    page.keyboard.press("Enter")
    page.wait_for_url("**/archetypes/patriotic-health-year.html*")
    assert not wrong
    page.close()


def test_the_clearing_button_empties_the_list(browser: Browser, http: str) -> None:
    page, _ = opened(browser, f"{http}/index.html")
    ask(page, "灭鼠")
    page.get_by_role("button", name="清空").click()
    page.locator(RESULT).first.wait_for(state="detached")
    assert "灭鼠" not in page.locator(STATUS).inner_text()
    assert page.locator(QUERY).evaluate("query => query === document.activeElement")
    page.close()


def test_a_script_that_is_missing_is_told(browser: Browser, http: str) -> None:
    page = browser.new_page()
    page.route("**/search-index.js", lambda route: route.abort())
    page.goto(f"{http}/index.html", wait_until="load")
    page.locator(QUERY).click()
    page.keyboard.insert_text("灭鼠")
    page.locator(STATUS, has_text="网站的文件不全（缺search-index.js）").wait_for()
    page.close()


def test_the_page_behind_a_wrong_address_searches(browser: Browser, http: str) -> None:
    page, wrong = opened(browser, f"{http}/404.html")
    assert search(page, ["灭鼠"])[0][0] == "patriotic-health-year"
    assert not wrong
    page.close()


def test_on_a_phone_a_button_opens_the_box(browser: Browser, http: str) -> None:
    page, wrong = opened(browser, f"{http}/fill/patriotic-health-year.html", width=PHONE)
    page.get_by_role("button", name="搜索").click()
    page.keyboard.insert_text("灭鼠")
    page.locator(f"{RESULT} a").first.wait_for()
    width = page.locator(".md-search__inner").evaluate("box => box.offsetWidth")
    assert width == PHONE
    page.locator(f"{RESULT} a").first.click()
    page.wait_for_url("**/archetypes/patriotic-health-year.html*")
    assert not wrong
    page.close()


def test_the_index_is_not_fetched_before_someone_searches(browser: Browser, http: str) -> None:
    page = browser.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(f"{http}/index.html", wait_until="networkidle")
    assert not [url for url in asked if "search" in url]
    ask(page, "灭鼠")
    assert len([url for url in asked if "search" in url]) == 2  # the index and what searches it
    page.close()


def test_a_pasted_query_searches_at_once_and_names_the_section(
    browser: Browser, place: str
) -> None:
    page, wrong = opened(browser, f"{place}/index.html")
    page.locator(QUERY).click()
    page.keyboard.insert_text("灭鼠")  # as a paste does: an input event and no key
    page.wait_for_selector(RESULT)
    section = page.locator(f"{RESULT} > a[href*='#']").first
    assert section.locator("h2").inner_text().strip()
    page.locator(f"{RESULT} summary").first.click()
    headings = page.locator(f"{RESULT} h2").all_inner_texts()
    assert any("病媒生物防制" in text for text in headings)
    section.click()
    page.wait_for_url("**/archetypes/patriotic-health-year.html#*")
    assert not wrong
    page.close()


def test_an_input_method_searches_when_it_is_done(browser: Browser, http: str) -> None:
    page, _ = opened(browser, f"{http}/index.html")
    page.locator(QUERY).click()
    session = page.context.new_cdp_session(page)
    pinyin: dict[str, Any] = {"text": "chuangwei", "selectionStart": 9, "selectionEnd": 9}
    session.send("Input.imeSetComposition", pinyin)
    page.wait_for_timeout(300)
    assert page.locator(RESULT).count() == 0
    session.send("Input.insertText", {"text": "创卫"})
    page.wait_for_selector(RESULT)
    page.close()


@pytest.mark.parametrize("query", ["＠＃￥", "霾霾霾霾", '"', "+ - ~"])
def test_a_query_for_nothing_does_no_harm(browser: Browser, http: str, query: str) -> None:
    page, wrong = opened(browser, f"{http}/index.html")
    page.locator(QUERY).click()
    page.keyboard.insert_text(query)
    page.wait_for_timeout(200)
    assert search(page, ["灭鼠"])[0]
    assert not wrong
    page.close()
