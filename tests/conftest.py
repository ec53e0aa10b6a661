"""What every test may ask for: a copy of the miniature project, and the command line on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import is_hypothesis_test, settings

from tests.support.command import Command
from tests.support.project import ROOT, Project

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser

BROWSER = ROOT / "tests" / "browser"
SLOW_ROOMS = "browser builds cli differential extraction servers tools word"
SLOW_MODULES = (
    "exchange/test_sheet.py",
    "library/test_converted_edits.py",
    "library/test_emphasis.py",
    "review/test_typed_words.py",
    "site/test_faults.py",
    "site/test_third_party.py",
)
SLOW = [ROOT / "tests" / name for name in (*SLOW_ROOMS.split(), *SLOW_MODULES)]

settings.register_profile("project", deadline=None, derandomize=True)
settings.load_profile("project")


@pytest.fixture
def small(tmp_path: Path) -> Project:
    return Project.copy(tmp_path / "project")


@pytest.fixture
def command(small: Project, capsys: pytest.CaptureFixture[str]) -> Command:
    return Command(small, capsys)


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """Start one Chromium for all tests that want one."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 - most tests need none

    from tests.browser.serving import LAUNCH  # noqa: PLC0415
    from tools.install_browser import find_browser  # noqa: PLC0415

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=find_browser(), args=LAUNCH)
        yield browser
        browser.close()


def pytest_ignore_collect(collection_path: Path, config: pytest.Config) -> bool | None:
    """Leave out what is slow as a whole where only the rest is asked for: reading it takes long."""
    return (config.option.markexpr == "not slow" and collection_path in SLOW) or None


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark as slow what needs a browser, a built site or the command, or tries many examples.

    A browser shares the machine with all else that runs there: its tests get a second try, and the
    report names them as RERUN.  Look into one that needs it twice.
    """
    modules = {item.path for item in items}
    slow = {path for path in modules if any(path.is_relative_to(room) for room in SLOW)}
    for item in items:
        many = isinstance(item, pytest.Function) and is_hypothesis_test(item.obj)
        if many or item.path in slow:
            item.add_marker("slow")
        if item.path.is_relative_to(BROWSER):
            item.add_marker(pytest.mark.flaky(reruns=1))
