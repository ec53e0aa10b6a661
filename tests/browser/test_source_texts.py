"""Two summaries from outside, written in the page from nothing to the final Word file."""

from __future__ import annotations

import json
import re
import subprocess
from io import BytesIO
from typing import TYPE_CHECKING, Any

import pytest
from docx import Document

from macros.exchange.facts_file_writer import written_content, written_facts
from tests import coverage
from tests.browser.filling import Filling
from tests.support.project import ROOT
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

    from macros.facts.offices import Office

KINDS = {"amount": "decimal"}  # the page asks whether a number is whole
SPECS = {
    name: spec.model_dump(mode="json", exclude_defaults=True)
    for name, spec in LIBRARY.facts.items()
}


class Writer:
    """Writes a summary with the controls of the page."""

    def __init__(self, filling: Filling, office: Office) -> None:
        """Take the page and what is to be written; `names` are those it gives to own facts."""
        self.filling, self.page, self.office = filling, filling.page, office
        self.content = written_content(office)
        self.own: dict[str, Any] = self.content.get("own", {})
        self.names: dict[str, str] = {}
        self.tokens = self._tokens()

    def _tokens(self) -> dict[str, str]:
        """Return every own text as it is typed."""
        items = [item["text"] for rows in self.own.get("items", {}).values() for item in rows]
        places = [text for texts in self.own.get("texts", {}).values() for text in texts.values()]
        asked = {"texts": items + places, "specs": SPECS | self.own.get("facts", {})}
        script = ["node", str(ROOT / "browser/tests/editing/write_tokens.js")]
        done = subprocess.run(
            script, input=json.dumps(asked), capture_output=True, text=True, check=True
        )
        return dict(zip(asked["texts"], json.loads(done.stdout), strict=True))

    def write(self) -> None:
        """Write everything."""
        self._outline()
        for name, spec in self.own.get("facts", {}).items():
            self._fact(name, spec)
        for use, places in self.own.get("texts", {}).items():
            for place, text in places.items():
                self._button(use, f"{place}：改文字").click()
                self._type(text)
        for use, items in self.own.get("items", {}).items():
            for item in items:
                self._item(use, item)
        for use, places in self.content.get("skip", {}).items():
            for place in places:
                self._button(use, f"{place}：本期不写").click()
        facts = written_facts(self.office, LIBRARY)
        written = json.dumps(facts)
        for name, own in self.names.items():
            written = re.sub(rf"\b{name}\b", own, written)
        self.filling.fill_at_once(json.loads(written))

    def _contents(self, use: str) -> Locator:
        group = self.filling.section(use)
        if group.locator(".contents-tools").count() == 0:
            self.filling.contents(use)
        return group

    def _button(self, use: str, name: str) -> Locator:
        return self._contents(use).get_by_role("button", name=name, exact=True)

    def _type(self, text: str) -> None:
        self.page.locator("dialog textarea").fill(self.tokens[text])
        self._close()

    def _close(self) -> None:
        self.filling.press("完成")
        self.page.locator("dialog").wait_for(state="detached")

    def _outline(self) -> None:
        """Leave out what the outline does not have, and give the others their headings."""
        outline = self.content.get("outline")
        if not outline:
            return
        kept = {entry["use"]: entry.get("heading") for entry in outline}
        for entry in LIBRARY.archetypes[self.office.archetype].entries:
            if entry.use and entry.use not in kept:
                self._button(entry.use, "本节不写").click()
        for use, heading in kept.items():
            if heading:
                self.filling.section(use).locator(f"#heading-{use}").fill(heading)

    def _fact(self, name: str, spec: dict[str, Any]) -> None:
        first = next(e.use for e in LIBRARY.archetypes[self.office.archetype].entries if e.use)
        self._button(first, "＋指标").click()
        page = self.page
        page.locator("#indicator-label").fill(spec["label"])
        page.locator("#indicator-kind").select_option(KINDS.get(spec["type"], spec["type"]))
        if spec.get("unit"):
            page.locator("#indicator-unit").fill(spec["unit"])
            page.locator("#indicator-last").set_checked("last" in spec.get("series", ()))
            page.get_by_label("只有概数").set_checked(bool(spec.get("approx")))
            page.locator("#indicator-day").fill(self.office.content.marks.as_of.get(name, ""))
        self.filling.press("保存")
        page.locator("dialog").wait_for(state="detached")
        known = set(self.names.values())
        paths = page.locator(".fill-form [data-path^=own_]").evaluate_all(
            "fields => fields.map((field) => field.dataset.path.split('.')[0])"
        )
        (self.names[name],) = {path for path in paths if path not in known}

    def _item(self, use: str, item: dict[str, str]) -> None:
        if "after" in item:
            self._button(use, f"{item['after']}：改文字").click()
            self.filling.press("后面加一段")
            self.page.locator("dialog h2", has_text="自己加的").wait_for()
        else:
            self._button(use, "＋段落").click()
        if item.get("title"):
            self.page.locator("#editor-title").fill(item["title"])
        self._type(item["text"])
        if "after" not in item:
            rows = self._contents(use).locator(".contents-list > li", has_text="自己加的")
            up = rows.get_by_role("button", name="上移")
            while up.is_enabled():
                up.click()


def final_word(filling: Filling) -> list[str]:
    """Output the final Word file after a review, and return its paragraphs."""
    panel = filling.reviewed()
    with filling.page.expect_download() as started:
        panel.get_by_role("button", name="下载Word（正式稿）").click()
    found = Document(BytesIO(started.value.path().read_bytes()))
    return [paragraph.text for paragraph in found.paragraphs if paragraph.text]


@pytest.mark.parametrize("name", ["pian1", "pian4"])
def test_a_whole_text_is_written_from_nothing(page: Page, http: str, name: str) -> None:
    office, expected = coverage.office(name), coverage.document(name)
    filling = Filling.at(page, http, office.archetype)
    page.locator(".live-document p").first.wait_for()
    Writer(filling, office).write()
    assert filling.status == "已填完整，核对后可作正式稿"
    # a long title has two lines in Word, and the rows of tables are no paragraphs there
    lines = [line.strip("　") for line in expected.as_text().split("\n") if "\t" not in line]
    assert "".join(final_word(filling)).replace("\n", "") == "".join(lines)
