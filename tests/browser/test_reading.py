"""Reading an annotated text: switches, explanations, narrow screens, print, no script, policy."""

from __future__ import annotations

import base64
import hashlib
import re
from typing import TYPE_CHECKING

import pdfplumber
import pytest

from tests.browser.serving import DENIED, opened, served
from tests.support.built import built_site
from tests.support.project import ROOT
from tests.support.real import ARCHETYPES, examples

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page

SEVERAL = next(a for a in ARCHETYPES if len(examples(a)) > 1)
AXE = (ROOT / "node_modules/axe-core/axe.min.js").read_text("utf-8")
# The header, the lists of pages and the boxes around tables are the theme's.
OURS = {
    "include": [".md-content", ".reading-bar", ".explanation"],
    "exclude": [".md-typeset__scrollwrap"],
}
POLICY = (
    "default-src 'none'; script-src 'self' {}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'"
)
# What every custom property comes to, and the colours of a page's parts.
STYLES = """() => [...document.querySelectorAll(".md-content *")].map((node) => {
  const { color, backgroundColor, borderTopColor } = getComputedStyle(node);
  return `${color} ${backgroundColor} ${borderTopColor}`;
})"""
INLINE = re.compile(r"<script>(.*?)</script>", re.DOTALL)
NOTE_VIOLATIONS = """
window.violations = [];
document.addEventListener("securitypolicyviolation", (event) => {
  window.violations.push(`${event.violatedDirective} ${event.sourceFile}:${event.lineNumber}`);
});
"""


def address(site: str, archetype: str = SEVERAL) -> str:
    return f"{site}/archetypes/{archetype}.html"


def test_one_switch_by_keyboard_hides_all_annotations_and_is_remembered(
    page: Page, place: str
) -> None:
    page.goto(address(place))
    assert page.locator(".annotation:visible").count() > 0
    page.get_by_label("显示批注").focus()
    page.keyboard.press("Space")
    assert page.locator(".annotation:visible").count() == 0
    page.reload()
    assert page.locator(".annotation:visible").count() == 0
    page.get_by_label("显示批注").check()
    page.reload()
    assert page.locator(".annotation:visible").count() > 0


def test_switches_work_where_nothing_can_be_kept(page: Page, http: str) -> None:
    page.add_init_script("Storage.prototype.getItem = Storage.prototype.setItem = () => {throw 1}")
    page.goto(address(http))
    page.get_by_label("显示批注").uncheck()
    assert page.locator(".annotation:visible").count() == 0


def test_print_has_annotations_only_if_shown_and_never_buttons(page: Page, http: str) -> None:
    page.goto(address(http))
    page.emulate_media(media="print")
    assert page.locator(".annotation:visible").count() > 0
    assert page.locator(".copy:visible, .reading-bar:visible").count() == 0
    page.emulate_media(media="screen")
    page.get_by_label("显示批注").uncheck()
    page.emulate_media(media="print")
    assert page.locator(".annotation:visible").count() == 0


def test_on_a_narrow_screen_annotations_are_folded_in(browser: Browser, http: str) -> None:
    page, _ = opened(browser, address(http), 390)
    fold = page.locator(".annotation summary").first
    body = page.locator(".annotation dl").first
    assert not body.is_visible()
    fold.focus()
    page.keyboard.press("Enter")
    assert body.is_visible()
    page.close()


@pytest.mark.parametrize("archetype", ARCHETYPES)
def test_a_narrow_page_with_everything_open_never_scrolls_sideways(
    browser: Browser, http: str, archetype: str
) -> None:
    page, _ = opened(browser, address(http, archetype), 390)
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")
    for figure in page.locator(".fact--computed:visible").all()[:5]:
        figure.focus()
        assert page.evaluate("document.documentElement.scrollWidth") <= 390
    page.close()


def test_on_paper_annotations_stand_open_and_nothing_is_dark(
    browser: Browser, http: str, tmp_path: Path
) -> None:
    # The theme's colours change slowly where motion is liked: how slowly, the machine decides.
    context = browser.new_context(color_scheme="dark", reduced_motion="reduce")
    page = context.new_page()
    page.goto(address(http))
    assert page.locator("body").get_attribute("data-md-color-scheme") == "slate"
    summary = page.locator(".annotation summary").first
    summary.click()
    file = tmp_path / "page.pdf"
    page.pdf(path=file, format="A4")
    with pdfplumber.open(file) as pdf:
        text = "".join(sheet.extract_text() for sheet in pdf.pages)
    assert text.count("动机") >= page.locator(".annotation dt", has_text="动机").count()
    assert summary.evaluate("node => !node.parentElement.open")
    page.emulate_media(media="print")
    light = page.evaluate(STYLES)
    page.evaluate("document.body.dataset.mdColorScheme = 'default'")
    assert light == page.evaluate(STYLES)
    context.close()


def test_each_paragraph_is_one_stop_and_arrows_lead_through_its_figures(
    page: Page, http: str
) -> None:
    page.goto(address(http))
    paragraph = page.locator(
        ".passage:visible .document > p:has(.fact + .fact, .fact ~ .fact)"
    ).first
    assert paragraph.locator("[tabindex='0']").count() == 1
    figures = paragraph.locator(".fact")
    figures.first.focus()
    page.keyboard.press("ArrowRight")
    tip = page.get_by_role("tooltip")
    assert figures.nth(1).evaluate("node => node === document.activeElement")
    assert tip.inner_text().replace("\n", " · ") == figures.nth(1).get_attribute("data-explanation")
    assert paragraph.locator("[tabindex='0']").count() == 1
    page.keyboard.press("ArrowLeft")
    page.keyboard.press("ArrowLeft")
    assert figures.first.evaluate("node => node === document.activeElement")


def test_a_computed_figure_explains_itself_to_the_keyboard(page: Page, place: str) -> None:
    page.goto(address(place))
    figure = page.locator(".passage:visible .fact--computed").first
    figure.focus()
    tip = page.get_by_role("tooltip")
    assert " = " in tip.inner_text()
    assert figure.get_attribute("aria-describedby") == tip.get_attribute("id")
    page.keyboard.press("Escape")
    assert not tip.is_visible()
    assert figure.get_attribute("aria-describedby") is None


def test_any_marked_figure_explains_itself_to_the_mouse(page: Page, http: str) -> None:
    page.goto(address(http))
    figure = page.locator(".passage:visible .fact:not(.fact--computed)").first
    figure.hover()
    tip = page.get_by_role("tooltip")
    assert tip.inner_text() == figure.get_attribute("data-explanation")
    tip.hover()  # the pointer may move onto it
    page.wait_for_timeout(400)
    assert tip.is_visible()
    page.locator("h1").hover()
    tip.wait_for(state="hidden")


def test_one_choice_shows_one_office_in_structure_and_text(page: Page, place: str) -> None:
    page.goto(address(place))
    offices = [example.office for example in examples(SEVERAL)]
    for office in offices:
        page.get_by_role("radio", name=office.name).focus()
        page.keyboard.press("Space")
        shown = page.locator("[data-office]:visible")
        assert {x.get_attribute("data-office") for x in shown.all()} == {office.id}
        assert page.locator(".example:visible").count() == 1
    page.keyboard.press("ArrowUp")
    assert page.locator(f".example[data-office={offices[-2].id}]").is_visible()


def test_the_contents_list_leads_to_sections_and_to_hidden_examples(page: Page, http: str) -> None:
    page.goto(address(http))
    contents = page.locator(".md-sidebar--secondary")
    section = next(block.section for block in examples(SEVERAL)[0].document.blocks if block.section)
    contents.locator(f"a[href='#section-{section}']").click()
    assert page.evaluate("location.hash") == f"#section-{section}"
    contents.locator("a[href='#example-2']").click()
    second = page.locator(f".example[data-office={examples(SEVERAL)[1].office.id}]")
    second.wait_for()
    page.get_by_role("button", name="显示这一篇").click()
    heading = page.locator("#example-1").bounding_box()
    assert heading
    assert 0 < heading["y"] < 200, "the reader stands at the text just shown"
    assert not second.is_visible()
    assert page.locator(f".example[data-office={examples(SEVERAL)[0].office.id}]").is_visible()


def test_changing_the_office_keeps_the_reader_s_place(page: Page, http: str) -> None:
    page.goto(f"{address(http)}#section-problems")
    heading = page.locator("#section-problems")
    before = heading.bounding_box()
    page.get_by_role("radio", name=examples(SEVERAL)[1].office.name).check()
    after = heading.bounding_box()
    assert before
    assert after
    assert abs(before["y"] - after["y"]) < 2


@pytest.mark.parametrize("width", [1400, 390])
def test_without_a_script_everything_can_be_read(browser: Browser, http: str, width: int) -> None:
    context = browser.new_context(
        java_script_enabled=False, viewport={"width": width, "height": 900}
    )
    page = context.new_page()
    page.goto(address(http))
    for part in (".example .document", ".passage", ".annotation dl", ".mistake"):
        assert all(element.is_visible() for element in page.locator(part).all())
    assert page.locator("button.copy, .reading-bar").count() == 0
    assert page.locator(".fact--computed[title*=' = ']").count() > 0
    context.close()


def test_the_strict_policy_stops_nothing_of_ours(page: Page) -> None:
    pages = [path.read_text("utf-8") for path in built_site().rglob("*.html")]
    scripts = {script for html in pages for script in INLINE.findall(html)}
    digests = (hashlib.sha256(script.encode()).digest() for script in scripts)
    hashes = " ".join(f"'sha256-{base64.b64encode(digest).decode()}'" for digest in digests)
    page.add_init_script(NOTE_VIOLATIONS)
    with served(built_site(), POLICY.format(hashes)) as site:
        page.goto(f"{address(site)}#example-2")
        page.get_by_label("显示批注").uncheck()
        page.locator(".passage:visible .fact--computed").first.focus()
        assert page.get_by_role("tooltip").is_visible()
        page.get_by_role("button", name="复制全文").click()
        page.get_by_role("button", name="已复制").wait_for()
        assert page.evaluate("violations") == []


@pytest.mark.parametrize(("width", "scheme"), [(1400, "light"), (390, "dark")])
def test_axe_finds_nothing_wrong_with_our_part(
    page: Page, http: str, width: int, scheme: str
) -> None:
    page.add_init_script(DENIED)
    page.set_viewport_size({"width": width, "height": 900})
    page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
    page.goto(address(http))
    page.evaluate("document.querySelectorAll('details').forEach(node => { node.open = true; })")
    page.get_by_role("button", name="复制全文").click()
    page.locator(".passage:visible .fact--computed").first.focus()
    page.evaluate(AXE)
    found = page.evaluate(
        """async (context) => {
          const { violations } = await axe.run(context, { resultTypes: ["violations"] });
          return violations.map(({ id, nodes }) => `${id}: ${nodes[0].html.slice(0, 160)}`);
        }""",
        OURS,
    )
    assert found == []
