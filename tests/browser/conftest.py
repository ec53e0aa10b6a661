"""What every browser test may ask for: a Chromium, and the built site over http, by name, as files.

The name is a host like those of an intranet: plain http and not the machine itself, where a
browser grants a page less than on 127.0.0.1.
"""

from __future__ import annotations

import threading
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import sync_playwright

from tests.built import built_site
from tools.install_browser import installed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser

NAME = "zongjie.test"


class Quiet(SimpleHTTPRequestHandler):
    """Serves files without printing each request."""

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the base's name
        """Print nothing."""


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
    handler = partial(Quiet, directory=str(built_site()))
    with ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


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
