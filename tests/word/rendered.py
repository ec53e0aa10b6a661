"""Renders Word files by LibreOffice and reads from the PDF where every line stands."""

from __future__ import annotations

import os
import shutil
import subprocess
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pdfplumber

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

SOFFICE = shutil.which("soffice")
MM = 72 / 25.4
# LibreOffice sets the baseline of a line of exact height at this part of it.
ABOVE_BASELINE = 0.8
HANGING = "，。、；：！？）》”"
FONTS = """<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig><include>/etc/fonts/fonts.conf</include>{}</fontconfig>"""
ALIAS = """<match target="pattern"><test name="family"><string>{}</string></test>
<edit name="family" mode="assign" binding="strong"><string>{}</string></edit></match>"""


@dataclass(frozen=True)
class Line:
    """A line of a page: its text, edges in mm from the paper's, baseline in mm from the top.

    `right` is the edge of what does not hang: Word, WPS and LibreOffice alike let one mark of
    punctuation stand outside the text block.
    """

    text: str
    left: float
    right: float
    baseline: float
    size: float
    font: str


@dataclass(frozen=True)
class Page:
    """A page in mm, its lines from top to bottom; the last one is the page number."""

    width: float
    height: float
    lines: tuple[Line, ...]

    @property
    def body(self) -> tuple[Line, ...]:
        """Return the lines above the page number."""
        return self.lines[:-1]


def render(files: Mapping[str, bytes], folder: Path, fonts: Mapping[str, str]) -> dict[str, Path]:
    """Return the PDF of each Word file; `fonts` stand in for those that are not installed."""
    for name, content in files.items():
        (folder / f"{name}.docx").write_bytes(content)
    aliases = "".join(ALIAS.format(*pair) for pair in fonts.items())
    (folder / "fonts.conf").write_text(FONTS.format(aliases), "utf-8")
    profile = f"-env:UserInstallation={(folder / 'profile').as_uri()}"
    sources = [str(folder / f"{name}.docx") for name in files]
    command = [SOFFICE or "soffice", profile, "--headless", "--convert-to", "pdf"]
    subprocess.run(
        [*command, "--outdir", str(folder), *sources],
        check=True,
        capture_output=True,
        timeout=300,
        env={**os.environ, "FONTCONFIG_FILE": str(folder / "fonts.conf")},
    )
    return {name: folder / f"{name}.pdf" for name in files}


def pages(pdf: Path) -> list[Page]:
    """Return the pages of a PDF with their lines."""
    with pdfplumber.open(pdf) as document:
        return [_page(page) for page in document.pages]


def _page(page: pdfplumber.page.Page) -> Page:
    height = float(page.height)
    rows: dict[int, list[dict[str, object]]] = {}
    for character in page.chars:
        rows.setdefault(round(height - character["matrix"][5]), []).append(character)
    lines = tuple(_line(rows[row], height) for row in sorted(rows))
    return Page(float(page.width) / MM, height / MM, lines)


def _line(characters: list[dict[str, object]], height: float) -> Line:
    ordered = sorted(characters, key=lambda character: float(str(character["x0"])))
    first, last = ordered[0], ordered[-2 if str(ordered[-1]["text"]) in HANGING else -1]
    matrix = first["matrix"]
    assert isinstance(matrix, tuple)
    return Line(
        "".join(str(character["text"]) for character in ordered),
        float(str(first["x0"])) / MM,
        float(str(last["x1"])) / MM,
        (height - matrix[5]) / MM,
        round(float(str(first["size"])), 1),
        str(first["fontname"]).partition("+")[2],
    )
