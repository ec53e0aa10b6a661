"""The search of the built site: the index leads to what is there; none of the theme's is left."""

from __future__ import annotations

import json
import re
from typing import Any

from tests.support.built import built_site

INDEX = "assets/js/search-index.js"
START = "window.summariesSearchIndex="


def index() -> list[dict[str, Any]]:
    script = (built_site() / INDEX).read_text("utf-8")
    pages: list[dict[str, Any]] = json.loads(script.removeprefix(START).removesuffix(";\n"))
    return pages


def test_every_page_and_part_of_the_index_is_there() -> None:
    for page in index():
        html = (built_site() / page["at"]).read_text("utf-8")
        ids = set(re.findall(r'\bid="([^"]*)"', html))
        lost = [part["at"] for part in page.get("parts", []) if part["at"] not in ids]
        assert not lost, page["at"]


def test_every_page_of_the_site_is_in_the_index() -> None:
    found = {page["at"] for page in index()}
    pages = {path.relative_to(built_site()).as_posix() for path in built_site().rglob("*.html")}
    left_out = {page for page in pages - found if not page.startswith("fill/")}
    assert left_out == {"404.html"}


def test_every_page_has_the_box_and_nothing_of_the_theme_s_search() -> None:
    for path in built_site().rglob("*.html"):
        html = path.read_text("utf-8")
        assert html.count('role="search"') == 1, path.name
        assert 'data-md-component="search' not in html, path.name
    assert not (built_site() / "search").exists()
    assert not list(built_site().glob("assets/javascripts/*/"))
