"""Finds half-width marks in Chinese text, which are typed by mistake and reach the summary."""

from __future__ import annotations

import re

CHINESE = "\u4e00-\u9fff，。、；：？！“”‘’（）《》"
HALF_WIDTH = re.compile(f"(?<=[{CHINESE}])[,;:?!()\"']|[,;:?!()\"'](?=[{CHINESE}])")
FULL_WIDTH = {
    ",": "，",
    ";": "；",
    ":": "：",
    "?": "？",
    "!": "！",
    "(": "（",
    ")": "）",
    '"': "“”",
    "'": "‘’",
}


def half_width_marks(text: str) -> list[tuple[int, str]]:
    """Return where half-width marks stand next to Chinese characters, and which they are."""
    return [(found.start(), found[0]) for found in HALF_WIDTH.finditer(text)]
