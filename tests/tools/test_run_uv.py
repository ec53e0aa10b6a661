"""Which of pip's settings reach uv: installs work behind a mirror and without a network."""

from __future__ import annotations

import pytest

from tools import run_uv


@pytest.fixture(autouse=True)
def _nothing_set_for_uv(monkeypatch: pytest.MonkeyPatch) -> None:
    for name, older, _ in run_uv.UV_VARIABLES:
        for variable in (name, *older):
            monkeypatch.delenv(variable, raising=False)


def test_uv_gets_pips_index_and_its_folders_of_wheels() -> None:
    env = run_uv.environment({"index-url": "https://mirror/simple", "find-links": "/a  /b\n/c"})
    assert env["UV_DEFAULT_INDEX"] == "https://mirror/simple"
    assert env["UV_FIND_LINKS"] == "/a,/b,/c"


def test_what_is_set_for_uv_itself_stays(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("UV_INDEX_URL", "https://own/simple")
    env = run_uv.environment({"index-url": "https://mirror/simple"})
    assert "UV_DEFAULT_INDEX" not in env


@pytest.mark.parametrize(("setting", "alone"), [("1", True), ("true", True), ("false", False)])
def test_without_an_index_uv_asks_nobody(
    monkeypatch: pytest.MonkeyPatch, setting: str, *, alone: bool
) -> None:
    commands: list[list[object]] = []

    class Done:
        returncode = 0

    def run(command: list[object], **_: object) -> Done:
        commands.append(command)
        return Done()

    monkeypatch.setattr(run_uv, "pip_settings", lambda: {"no-index": setting})
    monkeypatch.setattr("subprocess.run", run)
    monkeypatch.setattr("sys.argv", ["run_uv", "pip", "install"])
    assert run_uv.main() == 0
    assert ("--no-index" in commands[0]) is alone
