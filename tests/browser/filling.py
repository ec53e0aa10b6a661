"""The page where an archetype is filled in, as a reader uses it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from macros.exchange.facts_file_writer import written_facts
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from playwright.sync_api import Locator, Page

ARCHETYPE = "county-health-quarter"
OFFICE = "qinghe-county-2013q1"
# Pastes a text into a control, as cells of a spreadsheet are.
PASTE = """(control, text) => {
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  control.focus();
  const traits = { clipboardData, bubbles: true, cancelable: true };
  control.dispatchEvent(new ClipboardEvent("paste", traits));
}"""
# Opens the section in which a fact, or the field of a path, is filled in, and the fold it is in.
REVEAL = """async (selector) => {
  const isShown = () => document.querySelector(selector)?.closest(".fill-group")?.hidden === false;
  const sections = [...document.querySelectorAll(".outline-section")];
  const current = sections.findIndex((one) => one.ariaCurrent);
  for (const one of [...sections.slice(current), ...sections]) {
    if (isShown()) break;
    one.click();
    await new Promise((done) => setTimeout(done));
  }
  document.querySelector(selector)?.closest(".row-more")?.setAttribute("open", "");
  const toFields = [...document.querySelectorAll(".fill-jump button")][2];
  if (toFields.offsetParent) toFields.click(); // on a narrow page they are a pane of their own
}"""
# Opens every section and presses the button that adds a record, or the one that says there is none.
ADD_ROWS = """async (lists) => {
  for (const button of document.querySelectorAll(".outline-section")) button.click();
  await new Promise((done) => setTimeout(done));
  for (const [name, count] of Object.entries(lists)) {
    const [add, none] = document.querySelectorAll(`#fact-${name} .rows-box > button`);
    if (count === 0) none.click();
    for (let i = 0; i < count; i += 1) add.click();
  }
}"""
TYPE_ALL = """async (places) => {
  for (const button of document.querySelectorAll(".outline-section")) button.click();
  await new Promise((done) => setTimeout(done));
  for (const [path, text] of places) {
    const control = document.querySelector(`.fill-form [data-path="${path}"]`);
    if (!control) throw new Error(`no field: ${path}`);
    const there = [...(control.options ?? [])].some((option) => option.value === text);
    if (control.options && !there) control.add(new Option(text, text));
    control.value = text;
    control.dispatchEvent(new Event("input", { bubbles: true }));
    control.dispatchEvent(new Event("change", { bubbles: true }));
  }
}"""


@dataclass(frozen=True)
class Filling:
    """The fill page of an archetype, open."""

    page: Page

    @classmethod
    def at(cls, page: Page, base: str, archetype: str = ARCHETYPE) -> Filling:
        """Open the page and wait for the form."""
        page.goto(f"{base}/fill/{archetype}.html", wait_until="load")
        page.wait_for_selector(".fill-form", state="attached")
        page.locator("#draft option").first.wait_for(state="attached")
        return cls(page)

    @classmethod
    def with_example(cls, page: Page, base: str) -> Filling:
        """Open the page and fill in the example."""
        filling = cls.at(page, base)
        filling.menu("用示例填写")
        page.locator(".live-document .doc-signature", has_text=facts_of(OFFICE)["org"]).wait_for()
        return filling

    @classmethod
    def of_another_office(cls, page: Page, base: str) -> Filling:
        """Open the page and fill in the figures of an example, as those of another office."""
        filling = cls.at(page, base)
        filling.fill_at_once({**facts_of(OFFICE), "org": "东山县卫生局"})
        page.locator(".live-status--ready").wait_for()
        return filling

    def field(self, path: str) -> Locator:
        """Open the section of a path, and return its control."""
        return self._shown(f'.fill-form [data-path="{path}"]')

    def fact(self, name: str) -> Locator:
        """Open the section of a fact, and return the box with its fields."""
        return self._shown(f"#fact-{name}")

    def show_text(self) -> None:
        """Show the text, which on a narrow page is a pane of its own."""
        self._show_pane("文稿")

    def show_outline(self) -> None:
        """Show the outline, which on a narrow page is a pane of its own."""
        self._show_pane("提纲")

    def _show_pane(self, name: str) -> None:
        button = self.page.locator(".fill-jump").get_by_role("button", name=name, exact=True)
        if button.is_visible():
            button.click()

    def section(self, name: str) -> Locator:
        """Open a section, and return its fields."""
        return self._shown(f"#field-section-{name}")

    def _shown(self, selector: str) -> Locator:
        self.page.locator(".outline-section").first.wait_for(state="attached")
        self.page.evaluate(REVEAL, selector)
        return self.page.locator(selector)

    def type(self, path: str, text: str) -> None:
        """Type as a reader does and leave the field."""
        control = self.field(path)
        control.fill(text)
        control.dispatch_event("change")

    def keep(self, path: str, text: str) -> None:
        """Type and wait until it is saved."""
        self.type(path, text)
        self.saved()

    @property
    def text(self) -> str:
        """Return the live text as it reads, without the buttons in it."""
        script = """() => {
          const words = (element) => {
            const copy = element.cloneNode(true);
            for (const tool of copy.querySelectorAll("button")) tool.remove();
            return copy.textContent;
          };
          const lines = document.querySelectorAll(".live-document > p, .live-document > table tr");
          const said = (line) => line.cells ? [...line.cells].map(words).join("\\t") : words(line);
          return [...lines].map(said).join("\\n");
        }"""
        found: str = self.page.evaluate(script)
        return found

    @property
    def status(self) -> str:
        """Return what keeps the text a draft."""
        return self.page.locator(".live-status").inner_text()

    def saved(self) -> None:
        """Wait until everything is saved."""
        self.page.locator(".bar-status[aria-busy=false]", has_text="已保存").wait_for()

    def reopen(self) -> None:
        """Load the page anew, with what is saved."""
        self.saved()
        self.page.reload(wait_until="load")
        self.page.locator(".live-document > *").first.wait_for()

    def new_draft(self) -> None:
        """Begin an empty draft, and wait until it is the one that is open and listed."""
        self._opens_another(lambda: self.menu("新建草稿"))

    def remove_draft(self) -> None:
        """Delete the open draft, and wait until another one is open."""
        self._opens_another(lambda: self.menu("删除这份草稿"))

    def _opens_another(self, act: Callable[[], None]) -> None:
        before = self.page.locator("#draft").input_value()
        act()
        expect(self.page.locator("#draft")).not_to_have_value(before)

    def menu(self, name: str) -> None:
        """Choose something from the menu 更多."""
        self._choose_from("更多", name)

    def choose_files(self, *paths: Path) -> None:
        """Choose files to import; a dialog then says what is in them."""
        with self.page.expect_file_chooser() as chooser:
            self.menu("导入文件")
        chooser.value.set_files(list(paths))

    def import_file(self, path: Path) -> None:
        """Open a draft that stands in a file."""
        self.choose_files(path)
        self.press("导入")

    def output(self, name: str) -> None:
        """Choose something from the menu 其他格式."""
        self._choose_from("其他格式", name)

    def layout(self) -> None:
        """Open the choice of layout, attachment and seal."""
        self.page.locator(".fill-more > summary", has_text="其他格式").click()
        self.page.locator(".live-layout > summary").click()

    def _choose_from(self, menu: str, name: str) -> None:
        opened = self.page.locator(".fill-more", has=self.page.locator("summary", has_text=menu))
        if opened.get_attribute("open") is None:
            opened.locator("summary").first.click()
        opened.locator("button", has_text=name).first.click()

    def reviewed(self) -> Locator:
        """Open 核对, or lead back to it, and return its panel."""
        self.press("核对")
        self.page.locator(".review-head:visible, .review-next:visible").first.wait_for()
        to_list = self.page.locator(".review-bar button:visible", has_text="核对清单")
        if to_list.count() > 0:  # a narrow page begins with the strip
            to_list.click()
        return self.page.locator(".fill-review")

    def editor(self, words: str) -> Locator:
        """Open the place whose paragraph has these words, and return where it is put in words."""
        self.show_text()
        paragraph = self.page.locator(".live-document p", has_text=words).first
        paragraph.hover()
        paragraph.get_by_role("button", name="改文字").click()
        return self.page.locator("dialog textarea")

    def contents(self, section: str) -> Locator:
        """Open the list of what a section says, and return its group in the form."""
        group = self.section(section)
        group.get_by_text("增删、调次序、改文字").click()
        group.locator(".contents-tools").first.wait_for()
        return group

    def press(self, name: str) -> None:
        """Press a button of the page or of its dialog."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def fill(self, facts: dict[str, Any]) -> None:
        """Type every fact as a reader does; rows of lists are added by their buttons."""
        self._add_rows(facts)
        for path, text in places(facts):
            control = self.field(path)
            if control.evaluate("control => control.tagName") == "SELECT":
                self.choose(path, text)
            else:
                control.fill(text)
                control.dispatch_event("change")

    def fill_at_once(self, facts: dict[str, Any]) -> None:
        """Put every fact into its field by a script, with the events of typing."""
        self._add_rows(facts)
        self.page.evaluate(TYPE_ALL, list(places(facts)))

    def choose(self, path: str, value: str) -> None:
        """Choose an option; one that is not offered is put in as a file would."""
        self.page.evaluate(TYPE_ALL, [(path, value)])

    def _add_rows(self, facts: dict[str, Any]) -> None:
        lists = {name: len(rows) for name, rows in facts.items() if isinstance(rows, list)}
        self.page.evaluate(ADD_ROWS, lists)


def places(facts: dict[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield every written text with its path."""
    for name, value in facts.items():
        if isinstance(value, str):
            yield name, value
        elif isinstance(value, dict):
            yield from ((f"{name}.{side}", text) for side, text in value.items())
        else:
            for index, row in enumerate(value):
                yield from ((f"{name}[{index}].{field}", text) for field, text in row.items())


def facts_of(office: str) -> dict[str, Any]:
    """Return an example office's facts as they are written."""
    return written_facts(LIBRARY.offices[office], LIBRARY)


def exported(filling: Filling) -> dict[str, Any]:
    """Return what the page exports as a draft."""
    with filling.page.expect_download() as started:
        filling.menu("导出文件")
    found: dict[str, Any] = json.loads(started.value.path().read_text("utf-8"))
    return found


def draft_file(folder: Path, **changes: Any) -> Path:
    """Return a file with the example's facts, changed as told."""
    data = {"schema": "1", "archetype": ARCHETYPE, "name": "上季度", "facts": facts_of(OFFICE)}
    path = folder / "draft.json"
    path.write_text(json.dumps({**data, **changes}, ensure_ascii=False), "utf-8")
    return path
