"""Copying a text, a section and a paragraph on every kind of origin, and where it is refused."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from macros.output.example_files import NOTICE
from tests.browser.serving import DENIED, HOST
from tests.support.real import ARCHETYPES, examples

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

FIRST = ARCHETYPES[0]


def at(page: Page, site: str, archetype: str = FIRST) -> Page:
    page.goto(f"{site}/archetypes/{archetype}.html", wait_until="load")
    page.wait_for_function("""() => [...document.querySelectorAll(
      ".section, .sheet, .sheet > .document > *, .facts, .facts > *")]
      .every(box => box.style.contentVisibility === "visible")""")
    return page


def pasted(page: Page) -> str:
    """Return what the clipboard holds, by pasting it as a reader would."""
    page.evaluate("""() => {
      const field = document.createElement("textarea");
      field.id = "pasted";
      document.querySelector("#pasted")?.remove();
      document.body.append(field);
      field.focus();
    }""")
    page.keyboard.press("Control+V")
    return page.locator("#pasted").input_value()


def copied(page: Page, button: Locator) -> str:
    clicked = button.element_handle()  # its label changes, and may still tell of the last copy
    page.wait_for_function("button => button.textContent !== '已复制'", arg=clicked)
    clicked.click()
    page.wait_for_function("button => button.textContent === '已复制'", arg=clicked)
    return pasted(page)


def without_notice(page: Page) -> None:
    """Leave the notice out, by the keyboard: the column it stands in scrolls with the page."""
    box = page.get_by_label("复制时附")
    box.press("Space")
    expect(box).not_to_be_checked()


def plain_text(archetype: str, number: int = 0) -> str:
    return examples(archetype)[number].document.as_text().removesuffix("\n")


def test_a_whole_text_is_copied_to_the_letter(page: Page, place: str) -> None:
    at(page, place)
    without_notice(page)
    button = page.get_by_role("button", name="复制全文")
    assert copied(page, button) == plain_text(FIRST)


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_every_example_is_copied_to_the_letter(page: Page, http: str, archetype: str) -> None:
    for number in range(len(examples(archetype))):
        page.goto("about:blank")
        page.goto(f"{http}/archetypes/{archetype}.html#example-{number + 1}")
        without_notice(page)
        button = page.get_by_role("button", name="复制全文")
        assert copied(page, button) == plain_text(archetype, number)


def test_a_copied_text_ends_by_saying_that_it_is_fiction(page: Page, place: str) -> None:
    at(page, place)
    button = page.get_by_role("button", name="复制全文")
    assert copied(page, button) == f"{plain_text(FIRST)}\n\n{NOTICE}"


def test_each_section_is_copied_with_its_heading(page: Page, place: str) -> None:
    at(page, place)
    without_notice(page)
    document = examples(FIRST)[0].document
    sections = [block.section for block in document.blocks if block.section]
    for section in dict.fromkeys(sections):
        lines = [x for block in document.blocks if block.section == section for x in block.lines]
        passage = page.locator(f"#section-{section} ~ .section .passage:visible").first
        assert copied(page, passage.get_by_role("button", name="复制本节")) == "\n".join(lines)


def test_a_paragraph_is_copied_with_indent_and_number(page: Page, place: str) -> None:
    at(page, place)
    passage = page.locator(".passage:visible:has(.doc-level-2, .doc-level-3)").first
    paragraph = passage.locator(".document > p").last
    shown = paragraph.evaluate("node => node.textContent").removesuffix("复制本段")
    paragraph.hover()
    button = paragraph.get_by_role("button")
    assert copied(page, button) == f"　　{shown}\n\n{NOTICE}"
    without_notice(page)
    paragraph.hover()
    assert copied(page, button) == f"　　{shown}"
    assert passage.locator(".doc-heading button").count() == 0


def test_copying_is_announced_and_the_label_comes_back(page: Page, http: str) -> None:
    page.clock.install()
    at(page, http)
    button = page.locator(".example:visible .copy").first
    button.click()
    status = page.locator("[role=status].visually-hidden")
    page.wait_for_function("node => node.textContent", arg=status.element_handle())
    assert status.inner_text() == "复制全文：已复制"
    assert button.inner_text() == "已复制"
    page.clock.run_for(5000)
    assert button.inner_text() == "复制全文"
    assert button.evaluate("node => node === document.activeElement")


def test_a_plain_http_host_name_has_no_clipboard_to_ask(page: Page, http: str) -> None:
    at(page, http.replace("127.0.0.1", HOST))
    assert page.evaluate("navigator.clipboard === undefined")


def test_a_refused_copy_leaves_the_text_selected_and_says_what_to_press(
    page: Page, place: str
) -> None:
    page.add_init_script(DENIED)
    at(page, place)
    without_notice(page)
    page.get_by_role("button", name="复制全文").click()
    assert "请按 Ctrl+C" in page.get_by_role("alert").inner_text()
    selected = page.evaluate("""() => {
      const {value, selectionStart, selectionEnd} = document.activeElement;
      return value.slice(selectionStart, selectionEnd);
    }""")
    assert selected == plain_text(FIRST)
    page.keyboard.press("Control+C")
    page.keyboard.press("Escape")
    assert page.get_by_role("alert").count() == 0
    assert page.evaluate("document.activeElement.textContent") == "复制全文"
    assert pasted(page) == plain_text(FIRST)
