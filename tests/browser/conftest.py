"""What every browser test may ask for: a Chromium, and the built site over http, by name, as files.

The name is a host like those of an intranet: plain http and not the machine itself, where a
browser grants a page less than on 127.0.0.1.
"""

from __future__ import annotations

import threading
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.built import built_site
from tools.install_browser import installed
from tools.policy import policy_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

NAME = "zongjie.test"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files with the header policy, without printing each request."""

    policy = ""

    def end_headers(self) -> None:
        """Add the policy to every answer."""
        self.send_header("Content-Security-Policy", self.policy)
        super().end_headers()

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Print nothing."""


@contextmanager
def served(site: Path) -> Iterator[str]:
    """Serve a site with its header policy; yield its address."""
    Quiet.policy = policy_of(path.read_text("utf-8") for path in site.rglob("*.html"))
    handler = partial(Quiet, directory=str(site))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=installed(),
            args=["--no-sandbox", f"--host-resolver-rules=MAP {NAME} 127.0.0.1"],
        )
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def http() -> Iterator[str]:
    with served(built_site()) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, http: str) -> str:
    return http if request.param == "http" else built_site().as_uri()


@pytest.fixture(params=["http", "name", "file"])
def anywhere(request: pytest.FixtureRequest, http: str) -> str:
    """Return the site's address over http, by a mapped host name, and as a folder."""
    addresses = {
        "http": http,
        "name": http.replace("127.0.0.1", NAME),
        "file": built_site().as_uri(),
    }
    return addresses[str(request.param)]
