"""What the browser tests share: an empty page, and the built site over http and from files."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.serving import HOST, served
from tests.support.built import built_site
from tools.security_headers import policy_of

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture(scope="session")
def http() -> Iterator[str]:
    site = built_site()
    with served(
        site, policy_of(page.read_text("utf-8") for page in site.rglob("*.html"))
    ) as address:
        yield address


@pytest.fixture(params=["http", "file"])
def base(request: pytest.FixtureRequest, http: str) -> str:
    return http if request.param == "http" else built_site().as_uri()


@pytest.fixture(params=["http", "intranet", "file"])
def place(request: pytest.FixtureRequest, http: str) -> str:
    """Return the site's address on each kind of origin: they give a page different rights."""
    addresses = {"http": http, "intranet": http.replace("127.0.0.1", HOST)}
    return addresses.get(request.param) or built_site().as_uri()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """Return an empty page with a fresh storage."""
    context = browser.new_context(viewport={"width": 1400, "height": 900})
    yield context.new_page()
    context.close()
