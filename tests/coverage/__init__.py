"""Seven summaries from outside, said with the project's own means; README.md has the count."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import yaml

from macros.cli.common import read_facts
from macros.cli.render_options import RenderOptions
from macros.document.page_layout import DEFAULT_LAYOUT
from tests.support.project import ROOT
from tests.support.real import LIBRARY

if TYPE_CHECKING:
    from macros.document.document import Document
    from macros.facts.offices import Office

FOLDER = ROOT / "tests" / "coverage"
NAMES = [f"pian{number}" for number in range(1, 8)]
OPTIONS = RenderOptions(ROOT, "", "text", DEFAULT_LAYOUT, appendix=False, sealed=False)


def office(name: str) -> Office:
    """Return the office of a facts file, checked."""
    return read_facts(FOLDER / f"{name}.yml", LIBRARY)


def document(name: str) -> Document:
    """Return the summary of a facts file, as the command line makes it."""
    return OPTIONS.document(office(name), LIBRARY)


def statements(name: str) -> dict[str, list[str]]:
    """Return what the text from outside states, and the strings by which ours states it."""
    text = (FOLDER / f"{name}.statements.yml").read_text("utf-8")
    return cast("dict[str, list[str]]", yaml.safe_load(text))


def update() -> None:
    """Write the texts."""
    for name in NAMES:
        (FOLDER / f"{name}.txt").write_text(document(name).as_text(), "utf-8", newline="\n")
