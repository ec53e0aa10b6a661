"""What the page tells in passing, and takes back when it is asked to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.filling import PASTE, Filling

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page

SHOWN = 4500  # milliseconds


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    return Filling.at(page, http)


@pytest.fixture
def toast(filling: Filling) -> Locator:
    return filling.page.locator(".toast[role=status]")


def test_what_an_example_replaced_comes_back(filling: Filling, toast: Locator) -> None:
    filling.keep("org", "某县卫生局")
    filling.menu("用示例填写")
    expect(toast).to_contain_text("原来填的1项换掉了")
    toast.get_by_role("button", name="撤销这一步").click()
    expect(filling.field("org")).to_have_value("某县卫生局")
    expect(toast).to_be_empty()


def test_what_was_cleared_comes_back_until_something_else_is_done(
    filling: Filling, toast: Locator
) -> None:
    filling.keep("org", "某县卫生局")
    filling.menu("清空已填内容")
    expect(toast).to_contain_text("已清空")
    filling.type("org", "另一个单位")
    expect(toast).to_be_empty()


def test_a_deleted_draft_comes_back(filling: Filling, toast: Locator) -> None:
    filling.keep("org", "某县卫生局")
    filling.remove_draft()
    expect(filling.field("org")).to_have_value("")
    toast.get_by_role("button", name="恢复这份").click()
    expect(filling.field("org")).to_have_value("某县卫生局")


def test_a_download_is_told_for_a_while(filling: Filling, toast: Locator) -> None:
    with filling.page.expect_download() as started:
        filling.press("下载Word（草稿）")
    expect(toast).to_have_text(f"已下载：{started.value.suggested_filename}")
    expect(toast).to_be_in_viewport()
    filling.page.wait_for_timeout(SHOWN)
    expect(toast).to_be_empty()


def test_what_was_pasted_and_copied_is_told(filling: Filling, toast: Locator) -> None:
    filling.field("residents.now").evaluate(PASTE, "43.8\t43.6\n")
    filling.press("粘贴")
    expect(toast).to_contain_text("已粘贴，填入2个数")
    toast.get_by_role("button", name="撤销这一步").click()
    expect(filling.field("residents.now")).to_have_value("")
    filling.output("复制全文")
    expect(toast).to_have_text("已复制草稿")


def test_a_message_is_seen_over_a_dialog_and_on_a_phone(browser: Browser, http: str) -> None:
    context = browser.new_context(viewport={"width": 390, "height": 844})
    filling = Filling.at(context.new_page(), http)
    filling.menu("导出文件")
    toast = filling.page.locator(".toast")
    expect(toast).to_contain_text("已下载")
    expect(toast).to_be_in_viewport(ratio=1)
    context.close()


@pytest.mark.parametrize("width", [1366, 390])
def test_a_message_does_not_lie_over_the_field_that_has_the_focus(
    browser: Browser, http: str, width: int
) -> None:
    page = browser.new_page(viewport={"width": width, "height": 600})
    Filling.at(page, http)
    page.locator("mark[data-facts=training_people]").first.click()
    page.locator(".paper-lists button", has_text="这一段不写").click()
    message, field = page.locator(".toast > span"), page.locator(".paper-field:visible")
    message.wait_for()
    for _ in range(12):
        field.wait_for()
        assert not overlap(message, field)
        page.keyboard.press("Enter")
        page.wait_for_timeout(60)
    page.close()


def overlap(one: Locator, other: Locator) -> bool:
    """Tell whether two elements lie over each other."""
    a, b = one.bounding_box(), other.bounding_box()
    assert a
    assert b
    across = a["x"] < b["x"] + b["width"] and b["x"] < a["x"] + a["width"]
    return across and a["y"] < b["y"] + b["height"] and b["y"] < a["y"] + a["height"]
