"""The words of templates claim no more than the facts: figures say how much and how well."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from tests.support.project import ROOT

if TYPE_CHECKING:
    from pathlib import Path

ZEAL = re.compile(
    "逐一|逐个|全面|全覆盖|深入|普遍|始终|一律|切实|不断|圆满|顺利|明显|显著|有效|认真|积极|大力|扎实|高度重视"
)
TEMPLATES = sorted((ROOT / "templates/sections").glob("*.j2"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_praises_nothing(template: Path) -> None:
    assert ZEAL.findall(template.read_text("utf-8")) == []
