"""The audit passes only when it has really looked: a lookup that finds nothing old has not."""

from __future__ import annotations

import json
import subprocess
from typing import TYPE_CHECKING

import pytest

from tools import audit

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

OLD = {"vulnerabilities": {"minimist": {"severity": "critical"}}}
NONE: dict[str, object] = {"vulnerabilities": {}}


@pytest.fixture
def answers(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return a function that says what the commands answer, in turn."""

    def set_answers(*said: object) -> None:
        left = list(said)

        def run(command: list[str], **_: object) -> subprocess.CompletedProcess[str]:
            answer = left.pop(0)
            text = answer if isinstance(answer, str) else json.dumps(answer)
            return subprocess.CompletedProcess(command, 1, text, "npm error no network\n")

        monkeypatch.setattr(subprocess, "run", run)

    return set_answers


def look(tmp_path: Path) -> int:
    return audit.audit("npm", audit.npm, audit.old_npm, [tmp_path])


def test_nothing_found_after_the_old_one_was_is_good(
    answers: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(OLD, NONE)
    assert look(tmp_path) == 0
    assert capsys.readouterr().out == "npm：查到0个漏洞\n"


def test_what_is_found_is_listed(
    answers: Callable[..., None], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers(OLD, {"vulnerabilities": {"b": {"severity": "low"}, "a": {"severity": "high"}}})
    assert look(tmp_path) == 1
    assert capsys.readouterr().out == "npm：查到2个漏洞\n  a（high）\n  b（low）\n"


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        ([NONE], "连早已公开的漏洞也没有查到，查询不可信"),  # as without network, or from a mirror
        ([{"message": "405 Method Not Allowed"}], "405 Method Not Allowed"),
        ([""], "npm error no network"),
        ([OLD, {"error": {}}], "没有回答"),
    ],
)
def test_what_was_not_looked_up_fails(
    answers: Callable[..., None],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
    said: list[object],
    reason: str,
) -> None:
    answers(*said)
    assert look(tmp_path) == 1
    assert capsys.readouterr().err == f"npm：没有查成（{reason}）。换一个能查的网络再运行。\n"


def test_a_package_that_was_skipped_was_not_looked_up(
    answers: Callable[..., None], tmp_path: Path
) -> None:
    found = {"name": "jinja2", "version": "2.10", "vulns": [{"id": "PYSEC-1"}]}
    answers({"dependencies": [found]}, {"dependencies": [{"name": "x", "skip_reason": "no"}]})
    assert audit.python(tmp_path / "a.txt") == ["jinja2 2.10：PYSEC-1"]
    with pytest.raises(audit.NotLookedUpError, match="查不到x"):
        audit.python(tmp_path / "a.txt")


def test_a_command_that_is_missing_is_named(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(audit.NotLookedUpError, match="没有 npm"):
        audit.npm(tmp_path)


def test_every_list_of_packages_is_looked_up() -> None:
    there = {path.stem for path in (audit.ROOT / "requirements").glob("*.txt")}
    assert there == set(audit.LISTS)
