"""`make serve` as a browser sees it: edits, mistakes with the way back, files that come and go."""

from __future__ import annotations

import shutil
import signal
import socket
import subprocess
import sys
import threading
import time
from contextlib import contextmanager
from dataclasses import dataclass
from http.client import HTTPConnection
from typing import TYPE_CHECKING

import pytest

from tests.support.project import OFFICE, ROOT, Project
from tools.serving.builder import Builder
from tools.serving.web import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

HOME, PAGE = "/index.html", "/archetypes/water-quarter.html"
PATIENCE = 60


@dataclass
class Browser:
    """What a browser does: it asks for pages, and waits for news."""

    port: int
    version: int = 0

    def get(self, address: str) -> str:
        connection = HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        connection.request("GET", address)
        answer = connection.getresponse().read().decode("utf-8")
        connection.close()
        return answer

    def wait(self) -> None:
        """Wait for news, as the script of every page does."""
        known, end = self.version, time.monotonic() + PATIENCE
        while self.version <= known and time.monotonic() < end:
            self.version = int(self.get(f"/news/{known}"))
        assert self.version > known

    def wait_until(self, address: str, text: str, *, gone: bool = False) -> str:
        """Wait for news until a page has a text, or has it no longer; return the page."""
        while (text in (page := self.get(address))) == gone:
            self.wait()
        return page


@contextmanager
def browsing(project: Project, target: Path) -> Iterator[Browser]:
    builder = Builder(project.root, target)
    with serve(builder, 0) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        threading.Thread(target=builder.run, daemon=True).start()
        browser = Browser(server.server_port)
        browser.wait()
        yield browser
        builder.stop()
        server.shutdown()


@pytest.fixture
def browser(small: Project, tmp_path: Path) -> Iterator[Browser]:
    with browsing(small, tmp_path / "served") as browser:
        yield browser


def test_an_edit_is_seen(small: Project, browser: Browser) -> None:
    assert "92份" in browser.get(PAGE)
    small.replace(OFFICE, "passed: {now: 92", "passed: {now: 93")
    assert "92份" not in browser.wait_until(PAGE, "93份")


def test_a_mistake_becomes_a_page_with_the_way_back(small: Project, browser: Browser) -> None:
    good = browser.get(PAGE)
    small.replace(OFFICE, "grade: 县级", "grade: 县里")
    wrong = browser.wait_until(PAGE, "<h1>有1处要改</h1>")
    assert f"<code>{OFFICE}:" in wrong
    assert "先看改错以前的网页" in wrong
    body = good.partition("</article>")[0]
    assert browser.get(f"{PAGE}?last-good").startswith(body)
    assert "看要改的地方" in browser.get(PAGE), "the way back leads through the site"
    assert "有1处要改" in browser.get(f"{PAGE}?mistakes")
    small.replace(OFFICE, "grade: 县里", "grade: 县级")
    assert browser.wait_until(PAGE, "<article").startswith(body)


def test_a_page_never_seen_has_no_way_back(small: Project, tmp_path: Path) -> None:
    small.replace(OFFICE, "grade: 县级", "grade: 县里")
    with browsing(small, tmp_path / "served") as browser:
        page = browser.get(HOME)
        assert "有1处要改" in page
        assert "先看改错以前的网页" not in page


def test_files_come_and_go(small: Project, browser: Browser) -> None:
    small.write("docs/notes.md", "# 说明\n\n新的一页\n")
    assert "目录（nav）里没有这一页" in browser.wait_until(HOME, "处要改")
    menu = small.read("mkdocs.yml")
    small.write("mkdocs.yml", menu + "  - 说明: notes.md\n")
    assert "新的一页" in browser.wait_until("/notes.html", "新的一页")
    (small.root / "docs/notes.md").rename(small.root / "docs/remarks.md")
    browser.wait_until(HOME, "没有这一页")
    small.write("mkdocs.yml", menu + "  - 说明: remarks.md\n")
    browser.wait_until("/remarks.html", "新的一页")
    (small.root / "docs/remarks.md").unlink()
    small.write("mkdocs.yml", menu)
    browser.wait_until("/remarks.html", "新的一页", gone=True)
    assert "新的一页" not in browser.get("/notes.html")


HALF_SAVED = [(OFFICE, "空文件"), ("mkdocs.yml", "空文件"), ("templates/frame/title.j2", "空文件")]


@pytest.mark.parametrize(("name", "said"), HALF_SAVED)
def test_a_file_saved_half_is_said_until_it_is_whole(
    small: Project, browser: Browser, name: str, said: str
) -> None:
    whole = small.read(name)
    small.write(name, "")
    page = browser.wait_until(HOME, "处要改")
    assert said in page
    assert name in page
    small.write(name, whole)
    browser.wait_until(HOME, "水质季报")


@pytest.mark.parametrize("at_once", [0, 8])
def test_a_mistake_of_an_example_is_found_at_once_or_later(
    small: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, at_once: int
) -> None:
    monkeypatch.setattr("tools.serving.memory.AT_ONCE", at_once)
    with browsing(small, tmp_path / "served") as browser:
        assert "处要改" not in browser.get(HOME)
        small.replace(OFFICE, "passed: {now: 92", "passed: {now: 999")
        assert "部分不能大于整体" in browser.wait_until(PAGE, "处要改")
        small.replace(OFFICE, "passed: {now: 999", "passed: {now: 92")
        browser.wait_until(PAGE, "92份")


def test_a_dead_link_is_found_on_a_page_that_nobody_looks_at(
    small: Project, browser: Browser
) -> None:
    small.write("docs/index.md", small.read("docs/index.md") + "\n[甲](fill/water-quarter.md#no)\n")
    page = browser.wait_until(PAGE, "处要改")
    assert "指向的位置不存在" in page
    assert "docs/index.md:5:" in page


@pytest.fixture
def with_program(small: Project) -> Project:
    """Return the project with a program of its own, to be spoilt."""
    ignored = shutil.ignore_patterns("__pycache__")
    shutil.copytree(ROOT / "macros", small.root / "macros", ignore=ignored)
    return small


@contextmanager
def serving(project: Project) -> Iterator[Browser]:
    """Serve a project in a process of its own, as `make serve` does."""
    project.add_tools()
    port = free_port()
    command = [sys.executable, "-X", "utf8", "-m", "tools.serving", str(port)]
    process = subprocess.Popen(
        command, cwd=project.root, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )
    assert process.stdout
    process.stdout.readline()  # the address
    browser = Browser(port)
    browser.wait()
    yield browser
    process.send_signal(signal.SIGTERM)
    assert process.communicate()[0] == "", "the terminal is quiet"
    assert process.returncode == 0


def free_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        return int(free.getsockname()[1])


def test_an_error_in_the_program_is_said_with_its_place(with_program: Project) -> None:
    name = "macros/site/home_pages.py"
    whole = with_program.read(name)
    first = '        """Return every archetype, by who writes it'
    line = whole[: whole.index(first)].count("\n") + 1
    with serving(with_program) as browser:
        for mistake, said in [
            ("        return 1 / 0\n", "ZeroDivisionError：division by zero"),
            ("        return (\n", "Python写法不对"),
            ("        import no_such_module\n", "ModuleNotFoundError"),
        ]:
            with_program.write(name, whole.replace(first, mistake + first))
            page = browser.wait_until(HOME, "处要改")
            assert f"<code>{name}:{line}</code>" in page
            assert said in page
            assert "Traceback" not in page
            with_program.write(name, whole)
            browser.wait_until(HOME, "水质季报")
        with_program.replace(name, 'self._html("kinds"', '"种类" + self._html("kinds"')
        browser.wait_until(HOME, "种类")
