"""The words of the templates claim no more than the facts: how much and how well is said by figures."""

from __future__ import annotations

import re

import pytest

from tests.support.project import ROOT

ZEAL = re.compile(
    "逐一|逐个|全面|全覆盖|深入|普遍|始终|一律|切实|不断|圆满|顺利|明显|显著|有效|认真|积极|大力|扎实|高度重视"
)
TEMPLATES = sorted((ROOT / "templates/sections").glob("*.j2"))


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: path.stem)
def test_a_template_praises_nothing(template: object) -> None:
    text = (ROOT / "templates/sections" / str(template)).read_text("utf-8")
    assert ZEAL.findall(text) == []
