"""nginx and Caddy with the settings of the build: headers, lost pages, a new version under load.

Left out where a server is not installed; `make test-servers` asks for both.
"""

from __future__ import annotations

import gzip
import os
import shutil
import threading
import time
from contextlib import closing
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from macros.cli.published_versions import PublishedVersions
from tests.browser.serving import watched
from tests.servers.running import SERVERS, path_of, running
from tests.support.built import built_site
from tools.build_site import write_checksums
from tools.security_headers import write_policy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

CONNECTIONS = 4
SWAPS = 6


@pytest.fixture(scope="session")
def versions(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Return two versions of the real site, which differ in one page."""
    made = []
    for name in ("first", "second"):
        site = tmp_path_factory.mktemp("sites") / name
        shutil.copytree(built_site(), site)
        home = site / "index.html"
        home.write_text(home.read_text("utf-8") + f"<!-- {name} -->", "utf-8")
        write_policy(site)
        write_checksums(site)
        made.append(site)
    return made


def missing(server: str) -> pytest.MarkDecorator:
    """Leave a server out that is not installed, unless it is asked for."""
    left_out = not path_of(server) and "NEED_SERVERS" not in os.environ
    return pytest.mark.skipif(left_out, reason=f"{server} is not installed")


@pytest.fixture(params=[pytest.param(name, marks=missing(name)) for name in SERVERS])
def published(
    request: pytest.FixtureRequest, versions: list[Path], tmp_path: Path
) -> Iterator[tuple[str, PublishedVersions]]:
    folder = PublishedVersions(tmp_path / "服务器 的文件夹")
    folder.publish(versions[0], 3, None)
    with running(request.param, folder.folder / "current", tmp_path) as address:
        yield address, folder


def ask(address: str, path: str) -> tuple[int, dict[str, str], bytes]:
    """Return status, headers and body, as they came."""
    connection = HTTPConnection(address.removeprefix("http://"), timeout=10)
    connection.request("GET", path, headers={"Accept-Encoding": "gzip"})
    answer = connection.getresponse()
    found = answer.status, {k.lower(): v for k, v in answer.getheaders()}, answer.read()
    connection.close()
    return found


class Load(threading.Thread):
    """Asks for the home page over one connection until it is told to stop."""

    def __init__(self, address: str, wanted: set[int]) -> None:
        """Take the server's address, and the sizes that a whole page may have."""
        super().__init__()
        self.host, self.wanted = address.removeprefix("http://"), wanted
        self.over = threading.Event()
        self.seen: list[int] = []
        self.failed: list[object] = []

    def run(self) -> None:
        """Ask, and keep what was wrong."""
        with closing(HTTPConnection(self.host, timeout=10)) as connection:
            while not self.over.is_set():
                try:
                    connection.request("GET", "/index.html")
                    answer = connection.getresponse()
                    self.seen.append(len(answer.read()))
                except OSError as error:
                    self.failed.append(error)
                    return
                if answer.status != 200 or self.seen[-1] not in self.wanted:
                    self.failed.append((answer.status, self.seen[-1]))


def test_each_answer_has_the_headers(
    published: tuple[str, PublishedVersions], versions: list[Path]
) -> None:
    address, _ = published
    policy = (versions[0] / "server/policy.txt").read_text("utf-8").strip()
    hashed = next((versions[0] / "assets/css").glob("site.*.min.css")).name
    markdown = next((versions[0] / "examples").glob("*.md")).name
    for path, status, kind, kept in (
        ("/", 200, "text/html; charset=utf-8", "no-cache"),
        ("/index.html", 200, "text/html; charset=utf-8", "no-cache"),
        ("/assets/js/search.js", 200, "javascript; charset=utf-8", "no-cache"),
        (f"/assets/css/{hashed}", 200, "text/css; charset=utf-8", "immutable"),
        (f"/examples/{markdown}", 200, "text/markdown; charset=utf-8", "no-cache"),
        ("/examples/", 404, "text/html; charset=utf-8", "no-cache"),
        ("/no-such-page.html", 404, "text/html; charset=utf-8", "no-cache"),
    ):
        found, headers, _ = ask(address, path)
        assert found == status, path
        assert kind in headers["content-type"], path
        if kept:
            assert kept in headers["cache-control"], path
            assert headers["content-security-policy"] == policy, path
            assert headers["x-content-type-options"] == "nosniff", path
            assert headers["referrer-policy"] == "no-referrer", path
        if status == 200 and "markdown" not in kind:
            assert headers["content-encoding"] == "gzip", path


def test_a_compressed_copy_is_sent_as_it_is(
    published: tuple[str, PublishedVersions], versions: list[Path]
) -> None:
    address, folder = published
    folder.publish(versions[0], 3, None, packed=True)
    page, copy = (folder.link / name for name in ("index.html", "index.html.gz"))
    status, headers, body = ask(address, "/index.html")
    assert (status, headers["content-encoding"]) == (200, "gzip")
    assert body == copy.read_bytes()
    assert gzip.decompress(body) == page.read_bytes()
    assert headers["content-type"] == "text/html; charset=utf-8"
    assert headers["cache-control"] == "no-cache"
    assert "content-security-policy" in headers


def test_a_folder_and_a_lost_page_answer_with_the_page_that_helps(
    published: tuple[str, PublishedVersions],
) -> None:
    address, _ = published
    bodies = {ask(address, path)[2] for path in ("/examples/", "/server/", "/nothing/at/all")}
    lost = ask(address, "/404.html")
    assert lost[0] == 200
    assert len(bodies) == 1


def test_no_page_breaks_the_policy(
    published: tuple[str, PublishedVersions], browser: Browser
) -> None:
    address, _ = published
    page = browser.new_page()
    wrong = watched(page, address)
    for path in ("index", "about", "review", "archetypes/general", "fill/general", "compare"):
        page.goto(f"{address}/{path}.html", wait_until="load")
        page.wait_for_timeout(200)
    page.goto(f"{address}/about.html")
    page.get_by_text("服务器的响应头齐全，与这一版相符。").wait_for()
    page.close()
    assert wrong == []


def test_a_new_version_goes_live_under_load_without_a_gap(
    published: tuple[str, PublishedVersions], versions: list[Path]
) -> None:
    address, folder = published
    wanted = {(site / "index.html").stat().st_size for site in versions}
    load = [Load(address, wanted) for _ in range(CONNECTIONS)]
    for thread in load:
        thread.start()
    for swap in range(SWAPS):
        folder.publish(versions[(swap + 1) % 2], 3, None)
        time.sleep(0.1)
    for thread in load:
        thread.over.set()
        thread.join()
    assert [failure for thread in load for failure in thread.failed] == []
    assert {size for thread in load for size in thread.seen} == wanted
