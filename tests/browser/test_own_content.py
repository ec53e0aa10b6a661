"""A draft with content of its own on the page: imported, shown, checked, kept, given out."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from macros.cli.main import main
from tests.browser.filling import ARCHETYPE, OFFICE, Filling, draft_file, exported, facts_of
from tests.browser.test_word import downloaded
from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Page, Route

Json = dict[str, Any]
OUTLINE = [
    {"use": "opening"},
    {"use": "public-health-services", "heading": "公共卫生"},
    {"own": "own-elder-care"},
    {"heading": "其他工作", "sections": [{"use": "publicity"}, {"use": "capacity"}]},
    {"use": "problems"},
    {"use": "plans"},
]
CONTENT: Json = {
    "outline": OUTLINE,
    "skip": {"public-health-services": ["核查健康档案"]},
    "order": {"public-health-services": ["推进重点服务", "培训基层人员"]},
    "own": {
        "facts": {
            "own_signed": {
                "label": "医养签约老人",
                "type": "count",
                "unit": "人",
                "series": ["last"],
            },
            "own_elders": {
                "label": "常住老年人",
                "type": "count",
                "unit": "人",
                "series": ["last"],
            },
            "own_beds": {"label": "护理床位", "type": "count", "unit": "张"},
            "own_rate": {
                "label": "医养签约率",
                "type": "rate",
                "numerator": "own_signed",
                "denominator": "own_elders",
            },
        },
        "sections": {
            "own-elder-care": {
                "name": "医养结合",
                "text": "+ 推进签约。签约{{ own_signed }}，{{ compared(own_signed) }}，"
                "签约率{{ own_rate }}，床位{{ own_beds }}。\n{{ table(own_signed, own_rate) }}",
            }
        },
        "items": {
            "public-health-services": [
                {
                    "id": "i1",
                    "after": "培训基层人员",
                    "title": "开展义诊",
                    "text": "服务{{ own_signed }}。",
                }
            ]
        },
        "texts": {"public-health-services": {"培训基层人员": "培训了村医，3%和{% if %}照写。"}},
    },
    "marks": {"emphasis": {"public-health-services/推进重点服务": "重点"}, "later": {"x": "1"}},
}
OWN_FACTS: Json = {
    "own_signed": {"now": "1287", "last": "1065"},
    "own_elders": {"now": "5313", "last": "5210"},
}


def own_draft(folder: Path, **changes: Any) -> Path:
    """Return a draft file of the second schema with content of its own."""
    facts = {**facts_of(OFFICE), **OWN_FACTS}
    return draft_file(folder, **{"schema": "2", **CONTENT, "facts": facts, **changes})


def imported(page: Page, base: str, path: Path) -> Filling:
    filling = Filling.at(page, base)
    filling.choose_files(path)
    filling.press("导入")
    page.locator(".doc-heading", has_text="医养结合").wait_for()
    return filling


def test_own_content_is_shown_kept_and_given_out(page: Page, base: str, tmp_path: Path) -> None:
    path = own_draft(tmp_path)
    filling = imported(page, base, path)
    text = filling.text
    assert "签约1287人" in text
    assert "签约率24.22%" in text
    assert "3%和{% if %}照写" in text
    assert "核查健康档案" not in text
    assert text.index("推进重点服务") < text.index("培训了村医") < text.index("开展义诊")
    assert page.locator(".doc-table td").count() > 0
    page.locator('.fact--blank[data-facts="own_beds"]').click()
    assert page.evaluate("document.activeElement.dataset.path") == "own_beds"
    given = exported(filling)
    assert {key: given.get(key) for key in CONTENT} == CONTENT
    assert given["facts"].keys() == {**facts_of(OFFICE), **OWN_FACTS}.keys()
    assert given["facts"]["own_elders"] == OWN_FACTS["own_elders"]
    assert "without" not in given
    name, word = downloaded(filling)
    target = tmp_path / "python.docx"
    again = tmp_path / "again.json"
    again.write_text(json.dumps(given, ensure_ascii=False), "utf-8")
    command = ["render", "--facts", str(again), "--format", "docx", "--output", str(target)]
    assert main(["--root", str(ROOT), *command]) == 0
    assert "草稿" in name
    assert word == target.read_bytes()
    filling.saved()
    page.reload()
    page.locator(".doc-heading", has_text="医养结合").wait_for()
    assert filling.text == text
    assert exported(filling) == given


def test_what_is_wrong_in_own_content_is_listed_and_keeps_a_draft(
    page: Page, http: str, tmp_path: Path
) -> None:
    own = json.loads(json.dumps(CONTENT["own"]))
    own["texts"]["public-health-services"]["培训基层人员"] = "共{{ nope }}。"
    filling = imported(page, http, own_draft(tmp_path, own=own))
    assert "共{{ nope }}。" in filling.text
    page.locator(".live-status", has_text="1处自拟内容有误").wait_for()
    found = filling.reviewed().inner_text()
    assert "培训基层人员：没有“nope”这个指标" in found


def test_a_file_of_another_shape_is_refused_with_its_place(
    page: Page, http: str, tmp_path: Path
) -> None:
    filling = Filling.at(page, http)
    own = {"items": {"public-health-services": [{"id": "甲"}]}}
    filling.choose_files(own_draft(tmp_path, own=own))
    alert = page.locator("dialog [role=alert]").inner_text()
    assert "自拟内容 own.items.public-health-services[0].id 的格式不对" in alert


def test_without_its_scripts_a_draft_is_left_alone_and_the_reader_told(
    page: Page, http: str, tmp_path: Path
) -> None:
    filling = imported(page, http, own_draft(tmp_path))
    filling.saved()

    def stop(route: Route) -> None:
        route.abort()

    page.route("**/library-detailed.js", stop)
    page.reload()
    alert = page.locator("dialog [role=alert]")
    alert.wait_for()
    assert "缺library-detailed.js" in alert.inner_text()
    assert page.locator(".doc-heading", has_text="医养结合").count() == 0
    page.unroute("**/library-detailed.js", stop)
    page.reload()
    page.locator(".doc-heading", has_text="医养结合").wait_for()


def test_a_page_view_without_own_content_loads_no_script_for_it(page: Page, http: str) -> None:
    seen: list[str] = []
    page.on("request", lambda request: seen.append(request.url))
    Filling.at(page, http, ARCHETYPE)
    assert not [url for url in seen if "own.js" in url or "library-" in url]
