"""The header policy that the build writes: a hash for every inline script, nothing more."""

from __future__ import annotations

from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.built import built_site
from tools.policy import InlineScripts, StrangeScriptError, policy_of

if TYPE_CHECKING:
    from tests.project import Project


def test_inline_scripts_are_found_and_data_is_not() -> None:
    page = (
        "<script>a()</script><script src='x.js'></script>"
        "<script type='application/json'>{}</script><script>b('<p>')</script>"
    )
    assert InlineScripts(page).found == ["a()", "b('<p>')"]


def test_a_policy_names_each_inline_script_once() -> None:
    policy = policy_of(["<script>a()</script>", "<script>a()</script><script>b()</script>"])
    assert policy.count("'sha256-") == 2
    assert "unsafe" not in policy


def test_a_script_in_the_text_of_a_page_gets_no_hash() -> None:
    with pytest.raises(StrangeScriptError):
        policy_of(["<article><script>a()</script></article>"])
    data = "<article><script type='application/json'>{}</script></article><script>a()</script>"
    assert policy_of([data]).count("'sha256-") == 1


def test_few_scripts_are_inline_whatever_the_depth_of_a_page() -> None:
    pages = [path.read_text("utf-8") for path in built_site().rglob("*.html")]
    assert policy_of(pages).count("'sha256-") <= 4


def test_no_page_has_inline_styles_or_handlers() -> None:
    for path in built_site().rglob("*.html"):
        html = path.read_text("utf-8")
        assert ' style="' not in html, path.name
        assert " onclick=" not in html, path.name


def test_the_build_writes_the_policy_for_each_server(small: Project) -> None:
    assert small.build().returncode == 0
    policy = small.read("site/server/policy.txt").strip()
    assert policy in small.read("site/server/nginx.conf")
    config = ET.fromstring(small.read("site/server/web.config"))  # noqa: S314 - our own file
    assert config.find(".//add[@name='Content-Security-Policy']").attrib["value"] == policy  # type: ignore[union-attr]
