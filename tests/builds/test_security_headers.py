"""The header policy that the build writes: a hash for every inline script, nothing more."""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING
from xml.etree import ElementTree as ET

import pytest

from tests.support.built import built_site
from tools.security_headers import InlineScriptError, InlineScripts, policy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.support.project import Project


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
    with pytest.raises(InlineScriptError):
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
    nginx = small.read("site/server/nginx.conf")
    assert policy in nginx
    assert "error_page 403 404 =404 /404.html;" in nginx
    headers = [line for line in nginx.splitlines() if "add_" in line]
    assert "add_header Cache-Control $kept always;" in headers
    assert all(line.endswith(" always;") for line in headers)
    config = ET.fromstring(small.read("site/server/web.config"))  # noqa: S314 - our own file
    assert config.find(".//add[@name='Content-Security-Policy']").attrib["value"] == policy  # type: ignore[union-attr]
    assert config.find(".//add[@name='Cache-Control']").attrib["value"] == "no-cache"  # type: ignore[union-attr]
    lost = config.find(".//error[@statusCode='404']")
    assert lost is not None
    assert (small.root / "site" / lost.attrib["path"]).is_file()
    assert config.find(".//mimeMap[@fileExtension='.md']") is not None
    check_sums(small.root / "site")


def check_sums(site: Path) -> None:
    """Check that the list names every file but itself, with its hash, in order."""
    lines = (site / "server/SHA256SUMS").read_text("utf-8").splitlines()
    sums = {name: digest for digest, _, name in (line.partition("  ") for line in lines)}
    files = {path.relative_to(site).as_posix() for path in site.rglob("*") if path.is_file()}
    assert sums.keys() == files - {"server/SHA256SUMS"}
    assert list(sums) == sorted(sums)
    for name, digest in sums.items():
        assert sha256((site / name).read_bytes()).hexdigest() == digest
