"""What the site takes of the theme's styles is all that its pages can show of them."""

from __future__ import annotations

import re
from functools import cache
from html.parser import HTMLParser
from importlib.metadata import distribution
from pathlib import Path

from macros.site.third_party import ASSETS, THEME
from tests.support.built import built_site

NAME = re.compile(r"(?<![\w\\-])([.#][a-zA-Z_][\w-]*)")
ELEMENT = re.compile(r"(?:^|[\s,>+~(}{])([a-z][a-z0-9]*)(?=[\s,.:>+~\[{)#])")
RULE = re.compile(r"([^{};]+)\{")


class Marked(HTMLParser):
    """The classes, ids and elements of a page, as selectors."""

    def __init__(self, html: str) -> None:
        """Read the page."""
        super().__init__()
        self.found: set[str] = set()
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the element, its classes and its id."""
        values = {name: value or "" for name, value in attrs}
        self.found |= {tag, *(f".{name}" for name in values.get("class", "").split())}
        self.found |= {f"#{values['id']}"} if "id" in values else set()


def selectors(css: str) -> list[str]:
    """Return what stands before each block, without the conditions of media."""
    return [rule.strip() for rule in RULE.findall(css) if not rule.lstrip().startswith("@")]


def named(css: str) -> set[str]:
    """Return the classes, ids and elements that a style sheet has a rule for."""
    rules = selectors(css)
    parts = {name for rule in rules for name in NAME.findall(rule)}
    return parts | {name for rule in rules for name in ELEMENT.findall(f" {rule} ")}


@cache
def full() -> str:
    """Return the theme's style sheet."""
    (sheet,) = Path(str(distribution(THEME).locate_file(ASSETS))).glob(
        "assets/stylesheets/main.*.css"
    )
    return sheet.read_text("utf-8").replace(".focus-visible", ":focus-visible")


def marked() -> set[str]:
    """Return what stands in any page."""
    return set().union(
        *(Marked(path.read_text("utf-8")).found for path in built_site().rglob("*.html"))
    )


def test_each_class_id_and_element_of_a_page_keeps_its_rules() -> None:
    (sheet,) = (built_site() / "assets/css").glob("site.*.css")
    kept = named(sheet.read_text("utf-8"))
    used = named(full()) & marked()
    assert {".md-nav__link", ".md-typeset", ".headerlink", "table"} <= used
    assert used - kept == set()


def test_no_page_asks_for_the_theme_s_own_styles() -> None:
    assert not (built_site() / "assets/stylesheets").exists()
    for path in built_site().rglob("*.html"):
        assert "assets/stylesheets/" not in path.read_text("utf-8"), path.name
