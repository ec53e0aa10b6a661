"""The sheet on the page has the proportions of the layout that documents have."""

from __future__ import annotations

import re
from decimal import Decimal

from macros.document.page_layout import DEFAULT_LAYOUT
from tests.support.project import ROOT
from tests.support.real import LIBRARY

STYLE = (ROOT / "browser/styles/paper.css").read_text("utf-8")


def share(name: str) -> Decimal:
    """Return a number of the style sheet, by the name of its property."""
    found = re.search(rf"--sheet-{name}: ([\d.]+)", STYLE)
    assert found, name
    return Decimal(found[1])


def test_the_sheet_has_the_proportions_of_the_layout() -> None:
    page = LIBRARY.layouts[DEFAULT_LAYOUT].parameters
    for name in ("top", "right", "bottom", "left"):
        margin = getattr(page, name).value
        assert share(name) == round(100 * margin / page.page_width.value, 2)
    letter = 100 * page.text_width / page.page_width.value / page.characters.value
    assert share("letter") == round(letter, 3)
    assert share("line") == round(page.line_spacing.value / page.body_size.value, 3)
