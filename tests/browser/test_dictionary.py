"""The dictionary of indicators, searched on its page and used where one fills in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.filling import OFFICE, Filling
from tests.support.built import built_site
from tests.support.real import LIBRARY, said

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

SHOWN = ".dictionary tbody tr:visible"
OLD, NEW = "高血压患者规范管理率", "高血压患者基层规范管理服务率"


@pytest.fixture
def dictionary(page: Page) -> Page:
    page.goto(f"{built_site().as_uri()}/indicators.html")
    page.locator("#dictionary-search").wait_for()
    return page


@pytest.fixture
def filling(page: Page, http: str) -> Filling:
    return Filling.with_example(page, http)


def test_all_entries_show_until_something_is_searched(dictionary: Page) -> None:
    assert dictionary.locator(SHOWN).count() == len(LIBRARY.dictionary.entries)
    dictionary.fill("#dictionary-words", "Ⅰ类切口 感染")
    assert dictionary.locator(SHOWN).count() == 1
    assert dictionary.locator("#dictionary-status").inner_text() == "共1条。"
    assert dictionary.locator("h2:visible").count() == 1


# The width of the placeholder, and of the box without its padding.
WIDTHS = """box => {
  const style = getComputedStyle(box);
  const context = document.createElement("canvas").getContext("2d");
  context.font = `${style.fontSize} ${style.fontFamily}`;
  const inner = box.clientWidth - parseFloat(style.paddingLeft) - parseFloat(style.paddingRight);
  return [context.measureText(box.placeholder).width, inner];
}"""


@pytest.mark.parametrize("width", [375, 1024, 1366])
def test_what_can_be_searched_is_not_cut_off(dictionary: Page, width: int) -> None:
    dictionary.set_viewport_size({"width": width, "height": 768})
    words, box = dictionary.locator("#dictionary-words").evaluate(WIDTHS)
    assert words <= box


@pytest.mark.parametrize("name", [OLD, NEW])
def test_old_and_new_name_find_both(dictionary: Page, name: str) -> None:
    dictionary.fill("#dictionary-words", name)
    found = dictionary.locator(SHOWN).all_inner_texts()
    assert len(found) == 2
    assert all(OLD in text and NEW in text for text in found)


def test_a_line_of_work_is_chosen_and_a_link_shows_what_was_hidden(dictionary: Page) -> None:
    dictionary.select_option("#dictionary-line", label="爱国卫生")
    assert dictionary.locator(SHOWN).count() == 4
    dictionary.evaluate("location.hash = '#indicator-smi-prevalence'")
    dictionary.locator("#indicator-smi-prevalence").wait_for()
    dictionary.fill("#dictionary-words", "没有这样的")
    assert "没有这样的指标" in dictionary.locator("#dictionary-status").inner_text()


def computed(filling: Filling, text: str) -> Locator:
    return filling.page.locator(".live-document [data-formula]", has_text=text).first


def test_a_computed_figure_shows_its_basis(filling: Filling) -> None:
    computed(filling, said(OFFICE, "{{ hypertension_rate }}")).click()
    panel = filling.page.locator(".live-formula")
    panel.wait_for()
    assert "口径：按规范要求管理的高血压患者数 ÷ 年内已管理高血压患者数" in panel.inner_text()
    link = panel.locator("a", has_text="指标词典")
    assert (link.get_attribute("href") or "").endswith("#indicator-hypertension-standard-rate")


@pytest.mark.parametrize("name", [OLD, NEW])
def test_a_renamed_indicator_is_picked_by_either_name(filling: Filling, name: str) -> None:
    filling.editor("推进重点服务")
    filling.press("插入指标")
    filling.page.locator("#picker-search").fill(name)
    assert filling.page.locator(".picker-list button", has_text=OLD).count() == 1


def test_an_indicator_of_ones_own_takes_over_the_dictionary(filling: Filling) -> None:
    page = filling.page
    group = filling.contents("public-health-services")
    group.get_by_role("button", name="＋指标").click()
    page.locator("datalist#indicator-names option").first.wait_for(state="attached")
    page.locator("#indicator-label").fill(NEW)
    assert page.locator("#indicator-kind").input_value() == "rate"
    assert page.locator("#indicator-denominator").input_value() == "hypertension_managed"
    assert page.locator(".fact-hint", has_text="口径：").first.inner_text().count("待核") == 1
