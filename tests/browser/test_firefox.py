"""In Firefox no page asks for what the policy refuses, nothing fails and nothing is logged."""

from __future__ import annotations

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.browser.serving import served
from tests.support.built import built_site
from tools.security_headers import policy_of

FIREFOX = shutil.which("firefox-esr") or shutil.which("firefox")
SCRIPT = Path(__file__).with_name("firefox.js")
PAGES = (  # not about.html: it asks for server/, which only `make build` writes
    "index.html",
    "archetypes/county-health-quarter.html",
    "fill/county-health-quarter.html",
    "review.html",
    "compare.html",
    "writing/standards.html",
    "404.html",
)


def opened(addresses: list[str], profile: Path) -> list[dict[str, object]]:
    """Open pages in Firefox one after another; return what was found of each."""
    command = ["node", "--experimental-websocket", "--no-warnings", SCRIPT, FIREFOX, profile]
    run = subprocess.run(
        [*map(str, command), *addresses], capture_output=True, text=True, check=True, timeout=300
    )
    return [json.loads(line) for line in run.stdout.splitlines()]


@pytest.mark.skipif(not FIREFOX, reason="Firefox is not installed")
def test_no_page_breaks_the_policy_in_firefox(http: str, tmp_path: Path) -> None:
    addresses = [f"{http}/{page}" for page in PAGES]
    for found in opened(addresses, tmp_path):
        assert found == {"url": found["url"], "told": [], "refused": [], "ready": "js"}


@pytest.mark.skipif(not FIREFOX, reason="Firefox is not installed")
def test_what_the_policy_refuses_is_found(tmp_path: Path) -> None:
    site = tmp_path / "site"
    site.mkdir()
    page = "<html class=js><script>1</script><img src=none.png><p>页"
    (site / "index.html").write_text(page, "utf-8")
    policy = policy_of([(built_site() / "404.html").read_text("utf-8")])
    profile = tmp_path / "profile"
    profile.mkdir()
    with served(site, policy) as address:
        (found,) = opened([f"{address}/index.html"], profile)
    assert found["refused"] == ["script-src-elem inline"]
    assert any("404" in str(line) for line in found["told"])  # type: ignore[attr-defined]
