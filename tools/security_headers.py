"""Writes the Content-Security-Policy of a built site; inline scripts are allowed by their hashes.

It goes into the settings of web servers; pages opened from disk have no headers and need none.
"""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

from tools.server_settings import write_settings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

# What of a page is parsed: the rest of its text has no scripts, and takes long.
SCRIPTS_AND_TEXT = re.compile(r"(?is)<script\b.*?</script\s*>|</?article\b[^>]*>")
DATA_TYPES = ("application/json", "application/ld+json")
POLICY = (
    "default-src 'none'; script-src 'self' {hashes}; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; worker-src 'self'; manifest-src 'self'; "
    "base-uri 'none'; form-action 'none'; object-src 'none'; frame-ancestors 'self'"
)


class InlineScriptError(Exception):
    """An inline script in the text of a page, where neither the theme nor the project has any."""


class InlineScripts(HTMLParser):
    """Collects the inline scripts of a page; blocks of data are not among them."""

    def __init__(self, html: str) -> None:
        """Parse the page."""
        super().__init__()
        self.found: list[str] = []
        self._inside = self._in_text = False
        self.feed("".join(found[0] for found in SCRIPTS_AND_TEXT.finditer(html)))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Enter a script without `src` that is not data."""
        values = dict(attrs)
        self._in_text = self._in_text or tag == "article"
        self._inside = (
            tag == "script" and "src" not in values and values.get("type") not in DATA_TYPES
        )
        if self._inside and self._in_text:
            raise InlineScriptError("网页正文里有脚本")
        if self._inside:
            self.found.append("")

    def handle_endtag(self, tag: str) -> None:
        """Leave a script."""
        self._inside = self._inside and tag != "script"
        self._in_text = self._in_text and tag != "article"

    def handle_data(self, data: str) -> None:
        """Collect the script's text, unchanged, as it is hashed."""
        if self._inside:
            self.found[-1] += data


def policy_of(pages: Iterable[str]) -> str:
    """Return the value of the header, which allows the inline scripts of these pages only."""
    scripts = {script for page in pages for script in InlineScripts(page).found}
    digests = (hashlib.sha256(script.encode("utf-8")).digest() for script in scripts)
    hashes = sorted(f"'sha256-{base64.b64encode(digest).decode('ascii')}'" for digest in digests)
    return POLICY.format(hashes=" ".join(hashes))


def write_policy(site: Path) -> None:
    """Write the policy of the site in `site` into its folder server/."""
    policy = policy_of(path.read_text("utf-8") for path in sorted(site.rglob("*.html")))
    folder = site / "server"
    folder.mkdir()
    write_settings(folder, policy)
