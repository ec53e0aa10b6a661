"""The licences of the built site: their page, and no icon from a set that it does not name."""

from __future__ import annotations

import re
from importlib.metadata import distribution
from pathlib import Path
from urllib.parse import unquote

from macros.site.third_party import ASSETS, TABLE, THEME, license_text, third_party
from tests.support.built import built_site
from tests.support.project import ROOT

DRAWN = re.compile(r"""\bd=\\?["']([^"'\\]{4,})""")  # the outline of an icon


def outlines(text: str) -> set[str]:
    """Return the outlines of all icons in a file, also of those in addresses of style sheets."""
    return {re.sub(r"\s", "", found) for found in DRAWN.findall(unquote(text))}


def test_every_icon_comes_from_a_set_that_the_page_names() -> None:
    icons = Path(str(distribution(THEME).locate_file(ASSETS))) / ".icons"
    site = built_site()
    carried: set[str] = set()
    for kind in ("html", "css", "js", "svg"):
        for path in site.rglob(f"*.{kind}"):
            carried |= outlines(path.read_text("utf-8"))
    used = {
        path.relative_to(icons).parts[0]
        for path in icons.rglob("*.svg")
        if outlines(path.read_text("utf-8")) & carried
    }
    assert used == set(TABLE["icons"])


def test_the_page_and_its_text_have_every_part() -> None:
    page = (built_site() / "licenses.html").read_text("utf-8")
    parts = third_party(ROOT)
    for number, part in enumerate(parts, 1):
        assert f'<a href="#license-{number}">{part.name}</a>' in page
        assert f'<h3 id="license-{number}">{part.name}</h3>' in page
    assert page.count('class="license-text"') == len(parts)
    assert (built_site() / "licenses.txt").read_text("utf-8") == license_text(parts)


def test_every_page_leads_to_the_licences() -> None:
    for path in built_site().rglob("*.html"):
        assert 'licenses.html">许可证和来源</a>' in path.read_text("utf-8") or path.stem == "404"
