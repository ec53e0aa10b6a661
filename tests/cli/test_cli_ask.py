"""The command ask prints what a demanding reader will ask."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from macros.cli.main import main
from tests.support.real import said

OFFICE = Path("data/offices/qinghe-county-2013q1.yml")
BEHIND = said(
    OFFICE.stem,
    "{{ paid|bare }} {{ paid.last|bare }} {{ benefit_visits|bare }} {{ benefit_visits.last|bare }}",
)
FIRST = said(OFFICE.stem, "“享受待遇”{{ growth(benefit_visits) }}，“报销金额”{{ growth(paid) }}，")


def asked(capsys: pytest.CaptureFixture[str], *arguments: str) -> str:
    """Return what the command prints of its arguments."""
    assert main(["ask", *arguments]) == 0
    return capsys.readouterr().out


def test_each_question_has_its_sum_and_its_place(capsys: pytest.CaptureFixture[str]) -> None:
    first, *rest = asked(capsys, str(OFFICE)).splitlines()
    assert first.startswith(f"1. {FIRST}")
    assert rest[2].endswith("；下降17.02%：(63.13 − 76.08) ÷ 76.08 = -17.02%")
    assert rest[3] == "   写在 居民医疗保障·受益和报销"


def test_as_json_it_has_what_an_answer_is_kept_by(capsys: pytest.CaptureFixture[str]) -> None:
    first = json.loads(asked(capsys, str(OFFICE), "--json"))[0]
    assert (first["key"], first["behind"]) == ("per-unit/paid", BEHIND)


@pytest.mark.parametrize(("behind", "is_open"), [(BEHIND, False), (f"{BEHIND} 1", True)])
def test_what_was_answered_is_not_asked_again(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], behind: str, *, is_open: bool
) -> None:
    answer = f"{{answer: 门诊统筹开始结算, behind: '{behind}'}}"
    marks = f"marks:\n  answers:\n    per-unit/paid: {answer}\n"
    file = tmp_path / "own.yml"
    file.write_text(f"schema: 2\n{OFFICE.read_text('utf-8')}{marks}", "utf-8")
    out = asked(capsys, str(file))
    assert ("享受待遇" in out) is is_open
    assert ("另有1个已答复或搁置。" in out) is not is_open
